"""`/sentiment coverage`, by real commands."""

from __future__ import annotations

from datetime import timedelta

import discord

from bot.commands import errors
from storage.records import GuildSettings
from tests.bot.commands.conftest import Server

DAY = timedelta(days=1)


async def test_every_message_is_in_one_part_with_its_share_and_what_it_means(
    server: Server,
) -> None:
    await server.say(server.general, server.crowd, [0.8] * 60, ago=DAY, at_once=True)
    await server.say(server.general, server.ann, [0.8] * 20, ago=2 * DAY, at_once=True)
    await server.say(server.general, server.ann, [0.0] * 15, ago=2 * DAY, status="not_scored")
    await server.say(server.general, server.ann, [0.1] * 5, ago=2 * DAY, status="unsure")
    await server.publish()
    reply = await server.ask(server.moderator, "coverage", channel=server.general)
    assert reply.ephemeral
    assert reply.title == "Coverage of #general"
    assert reply.description.splitlines()[:7] == [
        "In the last 7 days, I know of 100 messages:",
        "• **80** (80%): judged, and in the volume of charts",
        "• **60** (60%): of these count towards the mood: a person's first 10 an hour in each "
        "channel",
        "• **15** (15%): in another language, or with too few words I know",
        "• **5** (5%): could have meant one thing or the other, and so have no mood",
        "",
        "Members see 1 of 2 finished days with messages: quiet days are hidden.",
    ]
    assert "PluralKit" in reply.description


async def test_channels_that_are_not_in_it_are_counted(server: Server) -> None:
    hidden = discord.PermissionOverwrite(view_channel=False)
    server.guild.create_text_channel("shut", overwrites={server.guild.default_role: hidden})
    left_out = frozenset([server.games.id])
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, ignored_channel_ids=left_out)
    )
    reply = await server.ask(server.moderator, "coverage")
    assert "I know of 0 messages" in reply.description
    assert "Members see no day of it yet." in reply.description
    assert "1 channel is left out by this server's settings." in reply.description
    assert "1 channel I can't read: I lack a permission there." in reply.description


async def test_it_is_for_those_who_see_live_figures(server: Server) -> None:
    reply = await server.ask(server.ann, "coverage")
    assert reply.content == errors.MODERATORS_ONLY
    friends = server.guild.create_role("Friends")
    friend = server.guild.add_member(server.env.create_user("flo"), roles=[friends])
    await server.storage.settings.change(
        server.guild.id,
        lambda _: GuildSettings(server.guild.id, moderator_role_ids=frozenset({friends.id})),
    )
    assert (await server.ask(friend, "coverage")).title == r"Coverage of The \*Tea\* House"


async def test_a_gap_is_told(server: Server) -> None:
    server.bot.gaps.open(server.guild.id, server.general.id, 1)
    reply = await server.ask(server.moderator, "coverage")
    assert "I'm still reading" in reply.description
