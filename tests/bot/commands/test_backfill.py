from __future__ import annotations

from datetime import UTC, datetime, timedelta

import discord
import pytest
import simcord

from bot.ingest.deletions import IncompleteHistoryError
from bot.ingest.history import PageRead
from storage.errors import StorageError
from storage.records import ChosenRetention, GuildSettings, ReadUpTo, Retention
from tests.bot.commands.conftest import Server

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
DAY = timedelta(days=1)
PAGES = [PageRead(100, 60, 7, final=False), PageRead(45, 5, 9, final=True)]


def labels(message: simcord.ResponseMessage) -> list[str]:
    """What stands on the buttons."""
    return [each["label"] for row in message.components for each in row["components"]]


async def test_managers_have_the_past_of_a_channel_read(server: Server) -> None:
    server.history.pages += PAGES
    reply = await server.ask(server.moderator, "backfill", channel=server.games, days=7)
    assert reply.ephemeral
    assert reply.title == "Done"
    assert "145 messages read, 65 of them new" in reply.description
    assert labels(reply.message) == ["Show the trend"]
    await server.ask(server.moderator, "backfill", channel=server.games, days=8)
    (first, since), (second, longer_since) = server.history.asked
    assert first == second == server.games.id
    assert round((since - longer_since) / timedelta(days=1)) == 1


async def test_what_another_model_had_judged_is_told(server: Server) -> None:
    server.history.pages += [PageRead(100, 60, 7, False, 12), PageRead(45, 5, 9, True, 1)]
    reply = await server.ask(server.moderator, "backfill", channel=server.games, days=7)
    assert "13 I already had were judged again." in reply.description


async def five_days_ago(server: Server) -> None:
    """Fill in a day of #games; it is now when the simulator's Discord says that it is."""
    await server.ask(server.moderator, "backfill", channel=server.games, days=7)
    server.clock.now = server.history.asked[0][1] + 7 * DAY
    ago = NOW - server.clock.now + 5 * DAY
    await server.say(server.games, server.crowd, [0.8] * 30, ago=ago)
    assert "A day shows up here" in (await server.ask(server.ann, "server")).description


async def read_up_to_yesterday(server: Server) -> None:
    """The channel has no gap, as after the bot has joined."""
    yesterday = discord.utils.time_snowflake(server.clock.now - DAY)
    await server.storage.messages.apply(
        [ReadUpTo(server.guild.id, server.games.id, None, yesterday)]
    )


async def test_what_was_filled_in_is_there_for_everybody_at_once(server: Server) -> None:
    await five_days_ago(server)
    await read_up_to_yesterday(server)
    server.history.pages += PAGES
    await server.ask(server.moderator, "backfill", channel=server.games, days=30)
    assert "about 30 messages" in (await server.ask(server.ann, "server")).description


async def test_a_day_that_may_be_half_read_is_not_published_by_the_reading_of_another_channel(
    server: Server,
) -> None:
    await five_days_ago(server)
    server.history.pages += PAGES
    await server.ask(server.moderator, "backfill", channel=server.general, days=30)
    assert "about 30 messages" not in (await server.ask(server.ann, "server")).description


async def test_what_failed_half_way_is_not_there_for_everybody(server: Server) -> None:
    await five_days_ago(server)
    server.history.pages += [PAGES[0], StorageError("the disk is full")]
    await server.moderator.slash(server.general, "sentiment backfill", channel=server.games, days=7)
    assert "A day shows up here" in (await server.ask(server.ann, "server")).description


async def test_until_it_came_to_its_end_nothing_is_published(server: Server) -> None:
    """Nor after a restart: days that are there in part would stay so for ever."""

    async def is_waited_for() -> bool:
        return await server.storage.jobs.next_due(["half-read"]) is not None

    server.history.pages += [PAGES[0], StorageError("the disk is full")]
    await server.moderator.slash(server.general, "sentiment backfill", channel=server.games, days=7)
    assert await is_waited_for()
    server.history.pages[:] = PAGES
    await server.ask(server.moderator, "backfill", channel=server.games, days=7)
    assert not await is_waited_for()


async def test_nobody_else_sees_it_for_it_hints_at_who_opted_out(server: Server) -> None:
    reply = await server.ask(server.moderator, "backfill", channel=server.general, days=30)
    assert reply.ephemeral, "although it is about the channel itself"
    assert "0 messages read" in reply.description


@pytest.mark.parametrize("retention", [Retention(rows_days=7)])
async def test_no_more_is_read_than_is_kept(server: Server) -> None:
    reply = await server.ask(server.moderator, "backfill", channel=server.games, days=30)
    assert "the last 7 days" in reply.description
    await server.ask(server.moderator, "backfill", channel=server.games, days=7)
    (_, since), (_, as_long) = server.history.asked
    assert round((as_long - since) / timedelta(days=1)) == 0


async def test_a_thread_can_be_read_alone(server: Server) -> None:
    thread = server.thread("co-op")
    await server.ask(server.moderator, "backfill", channel=thread, days=1)
    assert [channel_id for channel_id, _ in server.history.asked] == [thread.id]


async def test_others_are_refused(server: Server) -> None:
    reply = await server.ask(server.ann, "backfill", channel=server.general, days=7)
    assert reply.ephemeral
    assert "Manage Server" in reply.content
    assert server.history.asked == []


async def test_a_channel_that_is_left_out_is_not_read(server: Server) -> None:
    left_out = frozenset([server.games.id])
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, ignored_channel_ids=left_out)
    )
    reply = await server.ask(server.moderator, "backfill", channel=server.games, days=7)
    assert "isn't counted" in reply.content
    assert server.history.asked == []


async def test_a_channel_that_the_bot_may_not_read_is_refused_in_words(server: Server) -> None:
    assert server.bot.user is not None
    no_history = discord.PermissionOverwrite(read_message_history=False)
    closed = server.guild.create_text_channel("closed", overwrites={server.bot.user: no_history})
    reply = await server.ask(server.moderator, "backfill", channel=closed, days=7)
    assert "Read Message History" in reply.content
    assert server.history.asked == []


@pytest.mark.parametrize("again", [False, True])
async def test_what_fails_is_told_and_can_be_asked_for_again(server: Server, again: bool) -> None:
    server.history.pages += [PAGES[0], StorageError("the disk is full")]
    result = await server.moderator.slash(
        server.general, "sentiment backfill", channel=server.games, days=7
    )
    assert result.response is not None
    assert result.response.embeds[0].title == "Stopped early"
    assert result.response.components == []
    assert [followup.content for followup in result.followups] == [
        "I can't reach my database right now. Please try again in a minute."
    ]
    if again:
        server.history.pages[:] = PAGES
        reply = await server.ask(server.moderator, "backfill", channel=server.games, days=7)
        assert reply.title == "Done"


async def test_without_a_channel_all_that_both_can_read_are_read(server: Server) -> None:
    server.history.pages += PAGES
    reply = await server.ask(server.moderator, "backfill")
    assert reply.title == "Done"
    read = {channel_id for channel_id, _ in server.history.asked}
    assert read == {server.general.id, server.games.id, server.hidden.id}
    assert len(server.history.asked) == 3, "each of them once"
    assert "435 messages read, 195 of them new" in reply.description
    assert "the last 30 days" in reply.description


async def test_no_channel_is_read_that_only_the_bot_can_read(server: Server) -> None:
    manager = server.guild.create_role(
        "Manager", permissions=discord.Permissions(manage_guild=True)
    )
    max_ = server.guild.add_member(server.env.create_user("max"), roles=[manager])
    await server.ask(max_, "backfill", days=7)
    read = {channel_id for channel_id, _ in server.history.asked}
    assert read == {server.general.id, server.games.id}


async def test_a_category_is_read_with_all_its_channels(server: Server) -> None:
    category = server.guild.create_category("Play")
    inside = [server.guild.create_text_channel(n, category=category) for n in ("chess", "go")]
    reply = await server.ask(server.moderator, "backfill", channel=category, days=7)
    assert sorted(id_ for id_, _ in server.history.asked) == sorted(each.id for each in inside)
    assert all(f"<#{each.id}>" in reply.description for each in inside)


@pytest.mark.parametrize("error", [TimeoutError(), IncompleteHistoryError()])
async def test_of_several_channels_one_that_discord_refuses_costs_only_itself(
    server: Server, error: Exception
) -> None:
    server.history.of_channels[server.games.id] = [error]
    server.history.pages += PAGES
    reply = await server.ask(server.moderator, "backfill", days=7)
    assert reply.title == "Done"
    assert f"Discord didn't give me all of <#{server.games.id}>." in reply.description
    assert "290 messages read" in reply.description


async def test_channels_that_the_bot_may_not_read_are_counted(server: Server) -> None:
    assert server.bot.user is not None
    no_history = discord.PermissionOverwrite(read_message_history=False)
    server.guild.create_text_channel("closed", overwrites={server.bot.user: no_history})
    reply = await server.ask(server.moderator, "backfill", days=7)
    assert "1 channel I can't read" in reply.description
    assert len(server.history.asked) == 3


async def test_in_the_end_it_is_told_what_was_not_english_and_what_to_ask(server: Server) -> None:
    server.clock.now = datetime.now(UTC)
    ago = NOW - server.clock.now + timedelta(hours=2)
    await server.say(server.games, server.crowd, [0.8] * 30, ago=ago)
    await server.say(server.games, server.crowd, [0.0] * 10, ago=ago, status="not_scored")
    reply = await server.ask(server.moderator, "backfill", days=7)
    assert "I only understand English: 25% of the messages" in reply.description
    assert "`/sentiment now`" in reply.description
    result = await server.moderator.click(reply.message, label="Show the trend")
    assert result.response is not None
    assert result.response.ephemeral
    assert "30 of 30 messages positive" in (result.response.embeds[0].description or "")


async def test_figures_that_are_for_a_moderators_role_alone_are_not_told(server: Server) -> None:
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, live_for_role_only=True)
    )
    await server.say(server.games, server.crowd, [0.0] * 10, status="not_scored")
    reply = await server.ask(server.moderator, "backfill", days=7)
    assert "English" not in reply.description
    assert "Members see" not in reply.description
    assert "`/sentiment now`" not in reply.description
    assert "`/sentiment trend`" in reply.description


async def test_what_the_server_keeps_no_more_is_not_read(server: Server) -> None:
    server.history.pages += [PageRead(0, 0, 0, final=True)]
    shorter = ChosenRetention(Retention(7, 7, 90), Retention(), NOW - 365 * DAY)
    await server.choose(retention=shorter)
    reply = await server.ask(server.moderator, "backfill", channel=server.games, days=30)
    assert "the last 7 days" in reply.description
