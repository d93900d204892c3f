"""Buttons of the whole bot over real sockets, pressed after it was started anew."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands.privacy import TIME_TO_CONFIRM
from bot.ingest.history import PageRead
from playground.errors import NoAnswerError
from playground.interactions import Reply
from playground.server import LoopbackDiscord
from playground.world import Channel, User
from playground.world.permissions import Permission
from tests.running_bot import running


@pytest.fixture
async def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LoopbackDiscord]:
    monkeypatch.chdir(tmp_path)
    async with LoopbackDiscord() as server:
        yield server


@pytest.fixture
def ana(server: LoopbackDiscord) -> User:
    return server.world.add_user("ana")


@pytest.fixture
def general(server: LoopbackDiscord, ana: User) -> Channel:
    guild = server.world.add_guild("The Harbour", ana)
    server.invite(guild)
    return server.world.add_channel(guild, "general")


async def kept(server: LoopbackDiscord, who: User, channel: Channel) -> str:
    reply = await server.command(who, channel, "/sentiment privacy show")
    words: str = reply.embeds[0]["description"]
    return words


async def say(server: LoopbackDiscord, who: User, channel: Channel, number: int) -> None:
    """Messages that the bot has counted."""
    for day in range(number):
        await server.send_message(who, channel, f"what a day {day}")
    async with asyncio.timeout(60):
        while f"{number} of your messages" not in await kept(server, who, channel):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("command", ["forget", "opt-out"])
async def test_yes_erases_also_after_a_restart(
    server: LoopbackDiscord, ana: User, general: Channel, command: str
) -> None:
    async with running(server):
        await say(server, ana, general, 3)
        question = await server.command(ana, general, f"/sentiment privacy {command}")
    async with running(server):
        done = await server.press(question, "Yes, erase")
        assert done.ephemeral
        assert done.embeds[0]["description"].startswith(
            "I've erased 3 of your messages from my count"
        )
        assert done.message["components"] == []
        opted_out = "You opted out" in await kept(server, ana, general)
        assert opted_out == (command == "opt-out")


async def test_no_keeps_also_after_a_restart(
    server: LoopbackDiscord, ana: User, general: Channel
) -> None:
    async with running(server):
        await say(server, ana, general, 3)
        question = await server.command(ana, general, "/sentiment privacy forget")
    async with running(server):
        answer = await server.press(question, "No, keep it")
        assert answer.embeds[0]["title"] == "Nothing changed"
        assert answer.message["components"] == []
        assert "3 of your messages" in await kept(server, ana, general)


async def test_a_minute_is_a_minute_also_over_a_restart(
    server: LoopbackDiscord, ana: User, general: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(server):
        await say(server, ana, general, 3)
        question = await server.command(ana, general, "/sentiment privacy forget")
    later = datetime.now(UTC) + TIME_TO_CONFIRM + timedelta(seconds=2)
    monkeypatch.setattr("bot.clock.Clock.now", lambda _: later)
    async with running(server):
        late = await server.press(question, "Yes, erase")
        assert late.embeds[0]["title"] == "Nothing changed"
        assert "`/sentiment privacy forget`" in late.embeds[0]["description"]
        assert "3 of your messages" in await kept(server, ana, general)


class SlowHistory:
    """Reads one page, and the next one only when it is let."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()

    async def past(self, *_: object) -> AsyncGenerator[PageRead, None]:
        yield PageRead(100, 60, 7, final=False)
        await self.go_on.wait()
        yield PageRead(45, 5, 9, final=True)


@pytest.fixture
def history(monkeypatch: pytest.MonkeyPatch) -> SlowHistory:
    slow = SlowHistory()
    monkeypatch.setattr("bot.ingest.history.History.past", slow.past)
    monkeypatch.setattr("bot.commands.reading_progress.SECONDS_BETWEEN_EDITS", 0)
    return slow


async def begin_to_read(server: LoopbackDiscord, ana: User, general: Channel) -> Reply:
    """A reading that has come to the end of its first page."""
    line = "/sentiment backfill days:1"
    reply = await server.command(ana, general, line, channel=general)
    async with asyncio.timeout(60):
        while "100 messages read" not in str(server.look_again(reply).embeds):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return server.look_again(reply)


async def test_stop_says_after_a_restart_that_the_reading_is_over_and_how_far_it_came(
    server: LoopbackDiscord, ana: User, general: Channel, history: SlowHistory
) -> None:
    async with running(server):
        reading = await begin_to_read(server, ana, general)
    async with running(server):
        told = await server.press(reading, "Stop")
        assert told.embeds[0]["title"] == "It has ended"
        assert "100 messages read, 60 of them new" in told.embeds[0]["description"]
        assert "I was restarted" in told.embeds[0]["description"]
        assert told.message["components"] == []
    history.go_on.set()


async def test_stop_stops_while_it_reads(
    server: LoopbackDiscord,
    ana: User,
    general: Channel,
    history: SlowHistory,
    stop_heard: asyncio.Event,
) -> None:
    async with running(server):
        reading = await begin_to_read(server, ana, general)
        pressed = asyncio.create_task(server.press(reading, "Stop"))
        await stop_heard.wait()
        history.go_on.set()
        with suppress(NoAnswerError):
            await pressed
        told = server.look_again(reading)
        assert told.embeds[0]["title"] == "Stopped"
        assert "145 messages read" in told.embeds[0]["description"]
        assert told.buttons == ["Show the trend"]


async def test_who_may_not_read_the_past_any_more_may_not_stop_it_either(
    server: LoopbackDiscord, ana: User, general: Channel, history: SlowHistory
) -> None:
    assert general.guild_id is not None
    guild = server.world.guild(general.guild_id)
    ben = server.world.add_user("ben")
    managers = server.world.add_role(guild, "Managers", Permission.MANAGE_GUILD)
    server.world.add_member(guild, ben, managers)
    async with running(server):
        reading = await begin_to_read(server, ben, general)
        guild.members[ben.id].role_ids.clear()
        refused = await server.press(reading, "Stop")
        assert refused.ephemeral
        assert "Manage Server" in refused.content
        assert "Reading older messages" in str(server.look_again(reading).embeds)
        history.go_on.set()


async def talk(server: LoopbackDiscord, *channels: Channel) -> None:
    """Four people write six messages each in every channel today."""
    guild = server.world.guild_of(channels[0])
    people = [server.world.add_user(f"guest{number}") for number in range(4)]
    for person in people:
        server.world.add_member(guild, person)
        for channel in channels:
            for _ in range(6):
                await server.send_message(person, channel, "I love this server, wonderful")


async def counted(server: LoopbackDiscord, who: User, channel: Channel, number: int) -> Reply:
    """The answer once so many messages are counted."""
    async with asyncio.timeout(60):
        while True:
            reply = await server.command(who, channel, "/sentiment server period:24 hours")
            if f"of {number} messages" in reply.embeds[0]["description"]:
                return reply
            await asyncio.sleep(0.1)


async def test_an_answer_about_moods_is_changed_and_shared_also_after_a_restart(
    server: LoopbackDiscord, ana: User, general: Channel
) -> None:
    games = server.world.add_channel(server.world.guild_of(general), "games")
    async with running(server):
        await talk(server, general, games)
        asked = await counted(server, ana, general, 48)
    async with running(server):
        week = await server.choose(asked, "mood-period", ["7 days"])
        assert "in the last 7 days: 48 of 48 messages" in week.embeds[0]["description"]
        assert week.alt_texts["trend.png"].startswith(week.embeds[0]["title"])
        one = await server.choose(week, "mood-places", [games])
        assert "in the last 7 days: 24 of 24 messages" in one.embeds[0]["description"]
        both = await server.choose(one, "mood-places", [games, general])
        assert "48 of 48 messages" in both.embeds[0]["description"]
        side = await server.choose(both, "mood-view", ["Channel by channel"])
        assert "48 of 48 messages" in side.embeds[0]["description"]
        assert side.message["id"] == asked.message["id"], "it is changed in place"
        posted = await server.press(side, "Share")
        assert posted.message["id"] != asked.message["id"]
        assert not posted.ephemeral
        assert "A day shows up here once it's over" in posted.embeds[0]["description"]
        assert posted.components == [], "it is nobody's to change"


async def test_the_settings_are_changed_in_place_by_a_panel_of_before(
    server: LoopbackDiscord, ana: User, general: Channel
) -> None:
    async with running(server):
        panel = await server.command(ana, general, "/sentiment settings")
        assert panel.ephemeral
        await server.choose(panel, "Page", ["left-out"])
    async with running(server):
        await server.choose(panel, "Leave out", [general])
        panel = server.look_again(panel)
        assert f"<#{general.id}>" in str(panel.embeds[0])
        await server.choose(panel, "Page", ["keeping"])
        form = await server.press(panel, "How many people and messages")
    async with running(server):
        await server.submit(form, {"people": "7"})
        panel = server.look_again(panel)
        refusals = [each.content for each in panel.follow_ups if each.content]
        assert refusals == [], "there is nothing but the welcome of a new server"
        assert "at least **7 people** wrote at least **20 messages**" in str(panel.embeds[0])
        await server.choose(panel, "Page", ["changes"])
        told = server.look_again(panel).embeds[0]["description"].split("\n")
    assert [line.partition(f"<@{ana.id}> · ")[2] for line in told] == [
        "**What members see**: 5 / 20 → 7 / 20",
        f"**Left out**: + <#{general.id}>",
    ]
