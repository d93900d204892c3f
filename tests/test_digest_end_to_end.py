"""A weekly digest of the sample server over real sockets, in the night in which the clocks change,
with restarts, an absence and an hour that comes twice.

In Berlin 25 October 2026 has 2:00 twice: at 0:00 and at 1:00 UTC. The bot's two clocks, this
machine's and the one by which Discord dates its answers, are set by the test.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

import storage
from bot import app
from bot.clock import Clock, utc_now
from bot.schedule.worker import LEASE, Worker
from playground import conversation, sample
from playground.errors import NoAnswerError
from playground.world import Channel, Message, Overwrite
from playground.world.permissions import Permission
from tests.running_bot import running
from tests.test_alerts_end_to_end import posts, staff_room
from tests.test_desk_end_to_end import Room, room, said_by, times_in

__all__ = ["room"]  # a fixture

HOUR, MINUTE, WEEK = timedelta(hours=1), timedelta(minutes=1), timedelta(days=7)
FIRST = datetime(2026, 10, 25, 0, tzinfo=UTC)
"""2:00 in Berlin, in summer time; an hour later it is 2:00 again."""

LATER = FIRST + 2 * WEEK + HOUR
"""The second 2:00 on a Sunday in winter time after that."""

SECONDS_WITHOUT_A_POST = 2.0


@dataclass
class Time:
    """What time it is for the bot."""

    room: Room
    ahead: timedelta = timedelta(0)

    def set(self, moment: datetime) -> None:
        self.ahead = moment - utc_now()
        self.room.discord.set_clock(ahead=self.ahead)

    def now(self) -> datetime:
        return utc_now() + self.ahead


@pytest.fixture
async def time(room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Time:
    time = Time(room)
    monkeypatch.setattr(app, "Clock", lambda: Clock(machine=time.now))
    hasty = partial(Worker, first_pause=0.1, shortest_pause=0.1, longest_pause=0.1)
    monkeypatch.setattr(app, "Worker", hasty)
    database = tmp_path / "data" / "barometer.sqlite3"
    database.parent.mkdir()
    async with storage.open(database, now=utc_now()) as store:
        await store.settings.change(
            room.sample.guild.id, lambda s: replace(s, time_zone="Europe/Berlin")
        )
    room.until = FIRST.replace(hour=8, minute=35) - timedelta(days=1)
    return time


def lounge(room: Room) -> Channel:
    """As `staff_room`, and the bot may attach charts there."""
    channel = staff_room(room)
    bot = room.discord.application.bot
    may = Permission.ATTACH_FILES | next(o.allow for o in channel.overwrites if o.id == bot.id)
    channel.overwrites = [o for o in channel.overwrites if o.id != bot.id]
    channel.overwrites.append(Overwrite(bot.id, allow=may, for_member=True))
    return channel


async def waited_for(time: Time, found: Callable[[], bool]) -> None:
    """Five minutes pass each half second, as long as that is not so."""
    async with asyncio.timeout(60):
        while not found():
            # The bot learns the time from Discord's answers.
            await time.room.ask(time.room.mira, "/sentiment help")
            await asyncio.sleep(0.5)
            if not found():
                time.set(time.now() + LEASE)


async def until_noted(due: datetime) -> None:
    """The bot has noted that it told until then: else a stop comes between the post and that."""
    async with asyncio.timeout(60):
        while _told_until() < due:  # noqa: ASYNC110 (a file has no event for it)
            await asyncio.sleep(0.05)


def _told_until() -> datetime:
    with closing(sqlite3.connect("file:data/barometer.sqlite3?mode=ro", uri=True)) as database:
        ((microseconds,),) = database.execute("SELECT told_until FROM digest")
    return datetime.fromtimestamp(microseconds / 1_000_000, UTC)


def told(message: Message) -> str:
    (embed,) = message.embeds
    return f"{embed.get('title', '')}\n{embed.get('description', '')}"


async def test_a_weekly_digest_over_a_change_of_the_clocks_two_restarts_and_an_absence(
    time: Time,
) -> None:
    room, staff = time.room, lounge(time.room)
    time.set(FIRST - 2 * HOUR)
    async with running(room.discord):
        await talk_until(time)
        answer = await room.ask(
            room.sample.you, f"/sentiment digest set every:Every Sunday hour:2 target:#{staff.name}"
        )
        assert "Every Sunday at 02:00 (Europe/Berlin)" in said_by(answer)
        assert times_in(said_by(answer)) == [FIRST]
        await asyncio.sleep(SECONDS_WITHOUT_A_POST)
        assert posts(room, staff) == [], "it is not due yet"
        time.set(FIRST + MINUTE)
        await waited_for(time, lambda: bool(posts(room, staff)))
        await until_noted(FIRST)

    (digest,) = posts(room, staff)
    assert "nusually negative" in told(digest)
    assert f"<#{room.sample.places['general'].id}>" in told(digest)
    assert times_in(told(digest).splitlines()[-1]) == [FIRST - WEEK, FIRST]
    (chart,) = digest.attachments
    assert chart.data.startswith(b"\x89PNG\r\n\x1a\n")
    assert "#general" in str(chart.description)

    time.set(FIRST + HOUR + MINUTE)  # it is 2:01 again
    async with running(room.discord):
        await asyncio.sleep(SECONDS_WITHOUT_A_POST)
        assert posts(room, staff) == [digest], "once, though its hour comes twice"
        card = await room.discord.press(digest, "Open", by=room.mira)
        assert card.ephemeral
        assert "nusually negative" in said_by(card)
        with pytest.raises(NoAnswerError, match="does not see that message"):
            await room.discord.press(digest, "Open", by=room.sample.people["kofi"])

    time.set(LATER + 7 * HOUR)  # nobody was there for two weeks
    async with running(room.discord):
        await waited_for(time, lambda: len(posts(room, staff)) > 1)
        await until_noted(LATER)
        await asyncio.sleep(SECONDS_WITHOUT_A_POST)
    _, missed = posts(room, staff)
    assert times_in(told(missed))[0] == FIRST, "it tells of all that was missed"
    async with running(room.discord):
        await asyncio.sleep(SECONDS_WITHOUT_A_POST)
    assert posts(room, staff) == [digest, missed], "and comes once"


async def talk_until(time: Time) -> None:
    """As in `test_desk_end_to_end`, at the bot's own time."""
    room = time.room
    sayings = conversation.schedule(conversation.read(), room.until)
    sent = await sample.play(room.discord, room.sample, sayings)
    room.said = list(zip(sayings, sent, strict=True))
    now = time.now().replace(minute=0, second=0, microsecond=0)
    last = sum(message.created_at >= now + HOUR - WEEK for message in sent)
    reply = None
    async with asyncio.timeout(60):
        while reply is None or f"I know of {last:,} messages" not in said_by(reply):
            reply = await room.ask(room.mira, "/sentiment coverage period:7 days")
