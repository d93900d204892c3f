"""A database of one big server that has been talking for long, made in a few minutes.

The messages of the last 30 days go the way that all messages go. Of the days before them a database
holds sums only: those are drawn, and written past the storage.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

import storage
from storage.records import DISCORD_EPOCH_MS, UNIX_EPOCH, Retention, ScoredMessage

GUILD: Final = 900
NOW: Final = datetime(2026, 11, 26, 12, 30, tzinfo=UTC)
ZONE: Final = ZoneInfo("Europe/Berlin")
FIRST_CHANNEL: Final = 10_000
FIRST_MEMBER: Final = 50_000
MEMBERS: Final = 5000
# How much is said in each hour of a day (UTC).
_BY_HOUR: Final = (3, 2, 1, 1, 1, 1, 3, 5, 8, 9, 9, 9, 9, 9, 10, 11, 13, 15, 18, 20, 20, 15, 10, 6)
_OF_A_CHANNEL: Final = 80  # members who write in it
_DAY_MS: Final = 86_400_000
_BATCH: Final = 5000


@dataclass(frozen=True, slots=True)
class BigServer:
    """So many messages in so many channels, spread evenly over the days until `NOW`.

    People talk in runs, a few of them at a time, most in the busiest channels and in the evening.
    """

    messages: int = 10_000_000
    channels: int = 200
    days: int = 400
    seed: int = 0

    @property
    def channel_ids(self) -> list[int]:
        """The busiest first."""
        return list(range(FIRST_CHANNEL, FIRST_CHANNEL + self.channels))

    @property
    def weights(self) -> list[float]:
        """The share of each channel in all that is said."""
        by_rank = [1 / (rank + 5) for rank in range(self.channels)]
        return [weight / sum(by_rank) for weight in by_rank]

    async def build(self, path: Path) -> None:
        """Make the file of SQLite; millions of messages take minutes."""

        def write_past(past: Iterator[Past]) -> None:
            with closing(sqlite3.connect(path)) as connection, connection:
                _write_past(connection, past)

        await self.fill(path, None, write_past)

    async def fill(
        self,
        address: Path | str,
        key_file: Path | None,
        write_past: Callable[[Iterator[Past]], None],
    ) -> None:
        """Fill an empty database at this address; `write_past` writes past the storage."""
        rows_days = min(self.days, Retention().rows_days)
        async with storage.open(address, now=NOW, key_file=key_file) as store:
            talk = self.talk(rows_days)
            while batch := list(islice(talk, _BATCH)):
                await store.messages.apply(batch)
            await store.retention.expire(NOW, Retention())
        await asyncio.to_thread(write_past, self._past(rows_days))
        async with storage.open(address, now=NOW, key_file=key_file) as store:
            await store.published_days.publish(GUILD, NOW)
            await store.rollups.sum_up(GUILD, ZONE, NOW)

    def talk(self, days: int) -> Iterator[ScoredMessage]:
        """What was said in the last so many days, in the order of time."""
        random = Random(self.seed)
        midnight = NOW.replace(hour=0, minute=0) + timedelta(days=1)
        end = (midnight - UNIX_EPOCH) // timedelta(milliseconds=1)
        for start in range(end - days * _DAY_MS, end, _DAY_MS):
            for number, (sent, channel, author) in enumerate(self._day(random, start)):
                yield _message(random, (sent - DISCORD_EPOCH_MS << 22) + number, channel, author)

    def _day(self, random: Random, start: int) -> list[tuple[int, int, int]]:
        """When, in which channel and by whom each message of a day was sent, in order."""
        said: list[tuple[int, int, int]] = []
        channels, weights = self.channel_ids, self.weights
        while len(said) < self.messages / self.days:
            (channel,) = random.choices(channels, weights)
            (hour,) = random.choices(range(24), _BY_HOUR)
            sent = start + hour * 3_600_000 + random.randrange(3_600_000)
            people = random.choices(range(_OF_A_CHANNEL), k=random.randint(2, 5))
            for _ in range(random.randint(2, 20)):
                author = FIRST_MEMBER + (channel * 31 + random.choice(people)) % MEMBERS
                said.append((min(sent, start + _DAY_MS - 1), channel, author))
                sent += random.randrange(3_000, 60_000)
        return sorted(said)

    def _past(self, rows_days: int) -> Iterator[Past]:
        """Of each channel the hours and the published days before those of which there are rows."""
        random = Random(self.seed + 1)
        now = (NOW - UNIX_EPOCH) // timedelta(hours=1)
        days = range(now // 24 - self.days + 1, now // 24 - rows_days + 1)
        for snowflake, weight in zip(self.channel_ids, self.weights, strict=True):
            a_day = self.messages / self.days * weight
            hours = [
                (day * 24 + hour, *_hour_of(random, a_day * part / sum(_BY_HOUR)))
                for day in days
                for hour, part in enumerate(_BY_HOUR)
            ]
            tens = max(round(a_day * 0.8, -1), 10)
            yield Past(
                snowflake,
                [hour for hour in hours if sum(hour[1:6])],
                [(day, 1, int(tens), int(tens), 5, 8) for day in days],
            )


class Past(NamedTuple):
    """Of a channel: rows of `channel_hour` and of `published_day`, without the channel."""

    channel: int
    hours: list[tuple[int, ...]]
    published: list[tuple[int, ...]]


def _write_past(connection: sqlite3.Connection, past: Iterator[Past]) -> None:
    known = dict(connection.execute("SELECT snowflake, id FROM channel"))
    for snowflake, hours, published in past:
        channel = known[snowflake]
        connection.executemany(_ADD_HOUR, [(channel, *hour) for hour in hours])
        connection.executemany(_ADD_DAY, [(channel, *day) for day in published])
    connection.execute(_ADD_GUILD_HOURS)


def _message(random: Random, message: int, channel: int, author: int) -> ScoredMessage:
    """One whose score is drawn; every seventh is an answer, every fifth cannot be judged."""
    negative, positive = random.random() / 2, random.random() / 2
    return ScoredMessage(
        message_id=message,
        guild_id=GUILD,
        channel_id=channel,
        parent_id=None,
        author_id=author,
        reply_to=message - (60_000 << 22) if message % 7 == 0 else None,
        edited_at=None,
        negative=negative,
        neutral=1 - negative - positive,
        positive=positive,
        status="unsure" if message % 5 == 0 else "scored",
        model="bench-00000000",
    )


def _hour_of(random: Random, expected: float) -> tuple[int, ...]:
    """The columns of an hour with about so many messages, said in runs of some ten."""
    runs = int(expected / 10 + random.random())
    scored = sum(random.randint(2, 16) for _ in range(runs))
    negative, positive = scored // 4, scored // 3
    mood = round(1000 * scored * random.uniform(-1, 1))
    writers = min(scored, 3 * runs)
    neutral = scored - negative - positive
    return negative, neutral, positive, scored // 4, 0, mood, 10**7 * scored, scored, writers


_ADD_HOUR = """
    INSERT INTO channel_hour (
        channel, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
_ADD_DAY = "INSERT OR IGNORE INTO published_day VALUES (?, ?, ?, ?, ?, ?, ?)"
_ADD_GUILD_HOURS = """
    INSERT OR REPLACE INTO guild_hour (
        guild, hour, negative, neutral, positive, unsure, not_scored, mood_sum, mood_sum_squares,
        scored, writers)
    SELECT guild, hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
    FROM channel JOIN channel_hour ON channel_hour.channel = channel.id
    GROUP BY guild, hour
"""
