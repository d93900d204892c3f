"""A member whose Discord is in German, over real sockets: what they read of the commands, and what
they are answered; whoever shares the server with them reads it in their own language."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from playground.errors import NoAnswerError
from playground.interactions import Reply
from playground.languages import shown
from playground.rest.commands import CommandType
from playground.server import LoopbackDiscord
from playground.world import Channel, User
from tests.running_bot import running


@pytest.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LoopbackDiscord]:
    """Before the bot is there."""
    monkeypatch.chdir(tmp_path)
    async with LoopbackDiscord() as server:
        yield server


def people(server: LoopbackDiscord) -> tuple[User, User, Channel]:
    """Greta, who owns the server and whose Discord is in German, Ben, and #general."""
    greta, ben = (server.world.add_user(name) for name in ("greta", "ben"))
    greta.locale = "de"
    guild = server.world.add_guild("The Lighthouse", greta)
    server.world.add_member(guild, ben)
    general = server.world.add_channel(guild, "general")
    server.invite(guild)
    return greta, ben, general


def words(reply: Reply) -> str:
    """All that stands in an answer."""
    parts = [reply.content, *reply.buttons, *reply.alt_texts.values()]
    for embed in reply.embeds:
        fields = [text for each in embed.get("fields", ()) for text in each.values()]
        footer = embed.get("footer", {}).get("text", "")
        parts += [embed.get("title", ""), embed.get("description", ""), footer, *fields]
    return "\n".join(map(str, parts))


def below(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield payload
    for option in payload.get("options", ()):
        yield from below(option)


async def test_a_german_member_is_answered_in_german(server: LoopbackDiscord) -> None:
    greta, ben, general = people(server)
    async with running(server):
        message = await server.send_message(ben, general, "I love this, thank you all!")
        german = await server.message_menu(greta, message, "Stimmung prüfen")
        assert "Positiv, zu " in words(german)
        assert "Ironie entgeht ihm" in words(german)
        with pytest.raises(NoAnswerError):
            await server.message_menu(ben, message, "Stimmung prüfen")
        assert "Positive, " in words(await server.message_menu(ben, message, "Check sentiment"))
        help_ = await server.command(greta, general, "/sentiment help")
        assert "`/sentiment check` – wie ein Text klingt" in words(help_), "its name stays"
        now = await server.command(greta, general, "/sentiment now period:Letzte 7 Tage")
        assert "In <#" in words(now)
        assert "weiß ich noch nicht, was üblich ist" in words(now)
        again = await server.choose(now, "Wie weit zurück …", ["Letzte 3 Tage"])
        assert "Bisher: " in words(again)
        refused = await server.command(greta, general, "/sentiment trend period:irgendwann")
        assert refused.content.startswith("Diesen Zeitraum verstehe ich nicht.")
        week = await server.command(greta, general, "/sentiment trend period:letzte Woche")
        assert week.embeds, "as it is said in German"
        question = await server.command(greta, general, "/sentiment privacy forget")
        assert question.buttons == ["Ja, löschen", "Nein, behalten"]
        kept = await server.press(question, "Nein, behalten")
        assert "Ich mache weiter wie bisher." in words(kept)


async def test_all_that_is_told_of_the_commands_is_told_in_german(server: LoopbackDiscord) -> None:
    people(server)
    async with running(server):
        told = [
            (shown(each, key, "en-US"), shown(each, key, "de"))
            for command in server.commands.of_guild(None)
            for part in below(command)
            for key, parts in (("description", [part]), ("name", part.get("choices", ())))
            for each in parts
        ]
        menu = server.commands.find(None, CommandType.MESSAGE_MENU, "Check sentiment", "en-US")
    untranslated = {english for english, german in told if english and english == german}
    assert untranslated <= {"Event", "Raid"}
    assert ("7 days", "7 Tage") in told
    assert shown(menu, "name", "de") == "Stimmung prüfen"


async def test_the_commands_are_not_told_again_by_the_next_start(server: LoopbackDiscord) -> None:
    people(server)
    versions = []
    for _ in range(2):
        async with running(server):
            versions.append([each["version"] for each in server.commands.of_guild(None)])
    assert versions[0] == versions[1]


async def test_what_is_shared_is_in_the_language_of_the_server(server: LoopbackDiscord) -> None:
    greta, ben, general = people(server)

    async def shared() -> str:
        card = await server.command(greta, general, "/sentiment channel")
        await server.press(card, "Teilen")
        message = server.world.messages(general)[-1]
        assert message.author == server.application.bot
        return str(message.embeds)

    async with running(server):
        for _ in range(30):
            await server.send_message(ben, general, "what a wonderful evening")
        english = await shared()
        assert "Shared by" in english
        assert "Geteilt von" not in english
        panel = await server.command(greta, general, "/sentiment settings")
        page = await server.choose(panel, "Seite", ["Zeitzone und Sprache"])
        await server.choose(page, "Sprache", ["Deutsch"])
        german = await shared()
        assert "Geteilt von" in german
        assert "Shared by" not in german
