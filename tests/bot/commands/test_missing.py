"""Every command that can miss a mood says why, by real commands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.commands import errors
from storage.records import GuildSettings
from tests.bot.commands.conftest import Reply, Server

DAY = timedelta(days=1)
READ = "Read the last 30 days"
COMMANDS = ("channel", "server", "trend", "me")


def switch_off_message_content(server: Server) -> None:
    server.bot._connection._intents.message_content = False


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_switch_that_is_off(server: Server, command: str) -> None:
    switch_off_message_content(server)
    for person in (server.ann, server.moderator):
        reply = await server.ask(person, command)
        assert "the Message Content switch is off" in reply.description


async def test_a_permission_that_the_bot_lacks(server: Server) -> None:
    assert server.bot.user is not None
    no_history = discord.PermissionOverwrite(read_message_history=False)
    closed = server.guild.create_text_channel("closed", overwrites={server.bot.user: no_history})
    for command in ("channel", "trend"):
        reply = await server.ask(server.ann, command, channel=closed)
        assert "I need Read Message History there." in reply.description
    left_out = frozenset([server.general.id, server.games.id, server.hidden.id])
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, ignored_channel_ids=left_out)
    )
    whole = await server.ask(server.ann, "server")
    assert "I need Read Message History there." in whole.description, "it is the only one"


async def test_a_server_that_leaves_out_every_channel(server: Server) -> None:
    left_out = frozenset([server.general.id, server.games.id, server.hidden.id])
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, ignored_channel_ids=left_out)
    )
    for command in ("server", "trend"):
        reply = await server.ask(server.ann, command)
        assert "None of the channels that both of us can read is counted" in reply.description
    refused = await server.ask(server.ann, "channel")
    assert refused.content == errors.CHANNEL_NOT_COUNTED


async def test_talk_in_another_language(server: Server) -> None:
    await server.say(server.general, server.crowd, [0.0] * 40, ago=DAY, status="not_scored")
    await server.publish()
    for command in ("server", "trend"):
        reply = await server.ask(server.moderator, command)
        assert "There were 40 messages in the last 7 days. 40 were in another language" in (
            reply.description
        )
        for_everybody = await server.ask(server.ann, command)
        assert "messages I can judge" in for_everybody.description
        assert "1 quiet day is hidden" in for_everybody.description
        assert "40" not in for_everybody.description, "how many is not told to everybody"


async def test_the_viewers_own_words_in_another_language(server: Server) -> None:
    await server.say(server.general, server.ann, [0.0] * 7, status="not_scored")
    reply = await server.ask(server.ann, "me")
    assert "7 were in another language" in reply.description


async def test_a_bot_that_has_just_arrived_points_to_the_past_for_those_who_may_read_it(
    server: Server,
) -> None:
    joined = server.bots_guild.me.joined_at
    assert joined is not None
    server.clock.now = joined + timedelta(hours=1)
    since = f"I've counted since <t:{int(joined.timestamp())}:D>."
    for command in ("server", "trend", "channel"):
        options: dict[str, Any] = {} if command != "channel" else {"channel": server.games}
        by_member = await server.ask(server.ann, command, **options)
        by_moderator = await server.ask(server.moderator, command, **options)
        for reply in (by_member, by_moderator):
            assert reply.description.startswith("**I've only just arrived.**")
            assert since in reply.description
        assert "`/sentiment backfill`" in by_moderator.description
        assert READ in labels(by_moderator)
        assert READ not in labels(by_member)
        assert "`/sentiment backfill`" not in by_member.description
        assert "People who manage this server can have me read" in by_member.description


async def test_a_history_that_is_still_being_read(server: Server) -> None:
    server.bot.gaps.open(server.guild.id, server.games.id, 1)
    for command, options in (("server", {}), ("channel", {"channel": server.games})):
        reply = await server.ask(server.ann, command, **options)
        assert reply.description.startswith("**I'm still reading.**")
    elsewhere = await server.ask(server.ann, "channel")
    assert "still reading" not in elsewhere.description


async def test_who_opted_out_is_told_so(server: Server) -> None:
    await server.storage.privacy.opt_out(server.guild.id, server.ann.id, server.clock.now)
    reply = await server.ask(server.ann, "me")
    assert reply.description.startswith("**You opted out in this server.**")


async def test_of_another_member_nothing_is_told_but_what_holds_for_all(server: Server) -> None:
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, member_lookup=True)
    )
    await server.say(server.general, server.ben, [0.0] * 30, status="not_scored")
    await server.storage.privacy.opt_out(server.guild.id, server.ann.id, server.clock.now)
    silent = server.guild.add_member(server.env.create_user("sil"))
    people = (server.ann, server.ben, silent)
    answers = {(await server.ask(server.admin, "member", member=who)).description for who in people}
    assert answers == {"**Too few messages to tell.**"}
    switch_off_message_content(server)
    for who in people:
        reply = await server.ask(server.admin, "member", member=who)
        assert "the Message Content switch is off" in reply.description


def labels(reply: Reply) -> list[str]:
    """What stands on the buttons."""
    return [
        b["label"] for row in reply.message.components for b in row["components"] if "label" in b
    ]


async def test_where_a_mood_is_missing_one_press_reads_the_past(server: Server) -> None:
    joined = server.bots_guild.me.joined_at
    assert joined is not None
    server.clock.now = joined + timedelta(hours=1)
    reply = await server.ask(server.moderator, "server")
    result = await server.moderator.click(reply.message, label=READ)
    assert result.response is not None
    assert result.response.embeds[0].title == "Done"
    assert len(server.history.asked) == 3


async def test_who_has_a_mood_is_offered_no_reading(server: Server) -> None:
    await server.say(server.general, server.crowd, [0.8] * 30)
    assert READ not in labels(await server.ask(server.moderator, "server"))
