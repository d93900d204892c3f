"""Every command, button and error in a language that marks what it translated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.commands import errors, replies
from bot.commands.errors import Refused
from bot.ingest.history import PageRead
from bot.render import localizer
from bot.render.first_run import welcome_embed, zone_words
from bot.render.settings import PAGES
from bot.reports.time_zones import COMMON_ZONES
from classifier.errors import ClassifierError
from storage.errors import StorageError
from tests.bot.commands.conftest import Server
from tests.bot.conftest import PseudoLocale

DAY = timedelta(days=1)
NAMES = (
    r"The \*Tea\* House",
    "The *Tea* House",  # as alt texts say it, in which nothing is escaped
    "general",
    "games",
    r"ben\_b",
    "love",
    "this",
    "but",
    "zyxw",
    "English (United Kingdom)",  # languages, by their own names
    "Deutsch",
    "Uhr",  # with which the language itself ends a span of hours
)
"""What is not the bot's to translate: names, and the words of a text."""


@pytest.fixture(autouse=True)
def spoken(pseudo: PseudoLocale, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody in the simulated Discord speaks the pseudo-language; simcord knows only English."""

    def localizer_of(*_: object, **__: object) -> object:
        return localizer.for_language(pseudo.name)

    monkeypatch.setattr(replies, "localizer_of", localizer_of)


def texts_of(message: simcord.ResponseMessage) -> list[str]:
    """All that somebody reads in a message, alt texts and the words on buttons included."""
    texts: list[str | None] = [message.content]
    for embed in message.embeds:
        fields = [text for field in embed.fields for text in (field.name, field.value)]
        texts += [embed.title, embed.description, embed.footer.text, *fields]
    texts += [attachment.description for attachment in message.attachments]
    texts += [label for row in message.components for label in _labels(row)]
    return [text for text in texts if text]


def _labels(component: dict[str, Any]) -> list[str]:
    children = (*component.get("components", ()), *component.get("options", ()))
    below = [label for child in children for label in _labels(child)]
    return [*(component[key] for key in ("label", "placeholder") if key in component), *below]


COMMANDS: list[tuple[str, dict[str, Any]]] = [
    ("check", {"text": "I love this, but zyxw"}),
    ("help", {}),
    ("now", {}),
    *((command, {}) for command in ("me", "channel", "server", "trend", "coverage", "feedback")),
    *((f"privacy {what}", {}) for what in ("show", "export", "opt-out", "forget", "opt-in")),
    ("settings", {}),
    ("settings", {"time-zone": "UTC"}),
    ("trend", {"period": "3 May to 18 May"}),
    ("channel", {"period": "18 May 9:00 to 17:00"}),
    ("note list", {}),
    *((f"digest {what}", {}) for what in ("show", "set", "remove")),
    ("digest set", {"every": 2, "only-if-unusual": True}),
]


@pytest.mark.parametrize(("command", "options"), COMMANDS)
@pytest.mark.parametrize("messages", [0, 1500])
async def test_what_a_command_answers(
    server: Server, pseudo: PseudoLocale, command: str, options: dict[str, Any], messages: int
) -> None:
    await server.say(server.general, server.crowd, [0.8, -0.3] * (messages // 2), ago=DAY)
    await server.say(server.general, server.admin, [0.8, -0.3] * (messages // 2), ago=3 * DAY)
    for who in (server.admin, server.ann):
        reply = await server.ask(who, command, **options)
        assert_translated(reply.message, pseudo)


def assert_translated(message: simcord.ResponseMessage, pseudo: PseudoLocale, *names: str) -> None:
    texts = texts_of(message)
    assert any("«" in text for text in texts)
    assert [found for text in texts if (found := pseudo.escaped(text, *NAMES, *names))] == []


async def test_what_is_told_about_somebody_else(server: Server, pseudo: PseudoLocale) -> None:
    async def assert_is_translated() -> None:
        reply = await server.ask(server.admin, "member", member=server.ben)
        assert_translated(reply.message, pseudo)

    await assert_is_translated()
    await server.choose(member_lookup=True)
    await assert_is_translated()
    await server.say(server.general, server.ben, [0.8] * 30)
    await assert_is_translated()


@pytest.mark.parametrize("page", PAGES)
async def test_what_each_page_of_the_settings_says(
    server: Server, pseudo: PseudoLocale, page: str
) -> None:
    category = server.guild.create_category("Lounges")
    left_out = frozenset({server.games.id, category.id, 77})
    await server.choose(ignored_channel_ids=left_out, live_for_role_only=True)
    reply = await server.ask(server.admin, "settings")
    (select,) = reply.message.components[0]["components"]
    await server.admin.select(reply.message, [page], custom_id=select["custom_id"])
    turned = simcord.ResponseMessage(server.env, reply.message._message)
    assert_translated(turned, pseudo, "Lounges", "play", "77")
    for row in turned.components:
        for each in row["components"]:
            if str(each["custom_id"]).startswith("settings-open:"):
                opened = await server.admin.click(turned, label=each["label"])
                texts = list(_texts_of_form(opened))
                assert [found for text in texts if (found := pseudo.escaped(text))] == []


def _texts_of_form(opened: simcord.InteractionResult) -> Iterator[str]:
    assert opened.modal is not None
    yield opened.modal["title"]
    for row in opened.modal["components"]:
        yield from (row["label"], row["description"])


@pytest.mark.parametrize("command", ["opt-out", "forget"])
@pytest.mark.parametrize("button", [0, 1])
async def test_what_the_buttons_say_and_do(
    server: Server, pseudo: PseudoLocale, command: str, button: int
) -> None:
    await server.say(server.general, server.ann, [0.8] * 1500)
    question = await server.ask(server.ann, f"privacy {command}")
    labels = [label for row in question.message.components for label in _labels(row)]
    assert len(labels) == 2
    await server.ann.click(question.message, label=labels[button])
    answered = simcord.ResponseMessage(server.env, question.message._message)
    assert_translated(answered, pseudo)


async def test_what_a_reading_tells(server: Server, pseudo: PseudoLocale) -> None:
    server.history.pages += [PageRead(1400, 1200, 7, final=True)]
    reply = await server.ask(server.moderator, "backfill", channel=server.games, days=7)
    assert_translated(reply.message, pseudo)
    server.history.pages[:] = [StorageError("the disk is full")]
    result = await server.moderator.slash(
        server.general, "sentiment backfill", channel=server.games, days=1
    )
    assert result.response is not None
    for message in (result.response, *result.followups):
        assert_translated(message, pseudo)


async def test_what_is_told_while_the_bot_is_set_up(server: Server, pseudo: PseudoLocale) -> None:
    server.guild.create_role("Guards", permissions=discord.Permissions(kick_members=True))
    for who in (server.admin, server.moderator):
        help_ = await server.ask(who, "help")
        opened = await who.click(help_.message, label=_labels(help_.message.components[0])[0])
        assert opened.response is not None
        zones = (zone_words(name) for name in COMMON_ZONES)
        assert_translated(opened.response, pseudo, *zones)
        (told,) = (
            each["custom_id"]
            for row in opened.response.components
            for each in row["components"]
            if each["custom_id"].startswith("told")
        )
        preview = await who.click(opened.response, custom_id=told)
        assert preview.response is not None
        assert_translated(preview.response, pseudo)


def test_what_everybody_is_told_in_a_new_server(pseudo: PseudoLocale) -> None:
    for message_content in (True, False):
        embed = welcome_embed(pseudo.localizer, "here", message_content=message_content)
        texts = [embed.title or "", embed.description or ""]
        assert [found for text in texts if (found := pseudo.escaped(text, "here"))] == []


CONSTANTS = {
    name: words for name, words in vars(errors).items() if name.isupper() and isinstance(words, str)
}


@pytest.mark.parametrize(
    "error",
    [*map(Refused, CONSTANTS.values()), StorageError("x"), ClassifierError("x"), ValueError("x")],
    ids=[*CONSTANTS, "storage", "classifier", "unexpected"],
)
async def test_what_an_error_says(server: Server, pseudo: PseudoLocale, error: Exception) -> None:
    server.expected += (ValueError,)
    server.pool.error = error
    result = await server.ann.slash(server.general, "sentiment check", text="I love this")
    assert result.response is not None
    assert_translated(result.response, pseudo)
