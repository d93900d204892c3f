"""What everybody may know: each channel's day, written once and read for members' answers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import partial
from operator import sub
from typing import Final

from storage.disclosure import DayOfPerson, published
from storage.ids import check_ids
from storage.interface import PublishedDays
from storage.pseudonyms import WHOLE_GUILD, Pseudonyms
from storage.records import Minimums, PublishedDay
from storage.rows.published_days import published_day_of
from storage.sqlite.connection import Database
from storage.sqlite.settings import minimums_of
from storage.sqlite.sums import asked_of
from storage.times import HOURS_A_DAY, day_at, first_day_from, hour_of

# A transaction: other writes wait some 10 ms for it.
_DAYS_A_BATCH: Final = 20


class SQLitePublishedDays(PublishedDays):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    # From each day with messages to the next one: a search each, whatever lies between. A day has
    # been read without a gap if its channel was read up to the first snowflake of the next one.
    DUE = """
        WITH RECURSIVE day_with_messages(channel, contiguous, day) AS (
            SELECT id, contiguous, (
                SELECT min(hour) / 24 FROM channel_hour
                WHERE channel_hour.channel = channel.id
                    AND hour >= (
                        SELECT (member_hour + 23) / 24 * 24 FROM retention_watermark
                        WHERE guild IN (?1, 0) ORDER BY guild DESC LIMIT 1))
            FROM channel WHERE guild = ?1
            UNION ALL
            SELECT channel, contiguous, (
                SELECT min(hour) / 24 FROM channel_hour
                WHERE channel_hour.channel = day_with_messages.channel
                    AND hour >= (day_with_messages.day + 1) * 24)
            FROM day_with_messages WHERE day < ?2
        )
        SELECT channel, day FROM day_with_messages
        WHERE day < ?2
            AND (day < ?3 OR contiguous >= ((day + 1) * 86400000 - 1420070400000) << 22)
            AND NOT EXISTS (
                SELECT 1 FROM published_day
                WHERE published_day.channel = day_with_messages.channel
                    AND published_day.day = day_with_messages.day)
        ORDER BY channel, day
    """

    async def publish(
        self,
        guild_id: int,
        now: datetime,
        minimums: Minimums | None = None,
        *,
        patience: timedelta = timedelta(days=3),
    ) -> int:
        check_ids(guild_id)
        asked = (guild_id, day_at(now), day_at(now - patience))
        due = await self._database.read_long(self.DUE, asked)
        if due:
            await self._database.write(lambda c: c.execute(_LIMIT_HIDING, (day_at(now),)))
        guild = self._pseudonyms.of(guild_id, WHOLE_GUILD)
        chosen = minimums or await minimums_of(self._database, guild_id)
        count = 0
        for first in range(0, len(due), _DAYS_A_BATCH):
            batch = due[first : first + _DAYS_A_BATCH]
            work = partial(_publish, days=batch, minimums=chosen, guild=guild)
            count += await self._database.write(work)
        return count

    async def of_channels(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[PublishedDay]:
        asked = (guild_id, channel_ids, (first_day_from(since), day_at(until)))
        return await self._database.read_together(lambda reader: _of_channels(reader, *asked))


OF_CHANNELS = """
    SELECT day, count(mood), count(*) - count(mood),
        coalesce(sum(counted), 0), coalesce(sum(volume), 0), coalesce(sum(mood * counted), 0),
        coalesce(sum(negative * counted), 0), coalesce(sum(positive * counted), 0)
    FROM json_each(?1) AS asked CROSS JOIN published_day
        ON channel = asked.value AND day >= ?2 AND day < ?3
    GROUP BY day ORDER BY day
"""
OF_GUILD = """
    SELECT day, shown, hidden, counted, volume, moods, negatives, positives
    FROM guild_published_day WHERE guild = ? AND day >= ? AND day < ? ORDER BY day
"""


def _of_channels(
    connection: sqlite3.Connection,
    guild: int,
    channel_ids: Collection[int],
    period: tuple[int, int],
) -> list[PublishedDay]:
    asked = asked_of(connection, guild, channel_ids)
    mine = json.dumps(asked.others if asked.is_about_most else asked.asked)
    of_channels = connection.execute(OF_CHANNELS, (mine, *period)).fetchall()
    if not asked.is_about_most:
        return [published_day_of(*row) for row in of_channels]
    others = {day: sums for day, *sums in of_channels}
    days = []
    for day, *sums in connection.execute(OF_GUILD, (guild, *period)):
        shown, hidden, *figures = map(sub, sums, others.get(day, _NOTHING))
        if shown + hidden:
            days.append(published_day_of(day, shown, hidden, *figures))
    return days


_NOTHING: Final = (0,) * 7


_HIDE_UNPUBLISHED = "UPDATE published_from SET day = max(day, ?)"
# A restore asks the machine's clock, which may have been far ahead, or behind.
_LIMIT_HIDING = "UPDATE published_from SET day = ?1 WHERE day > ?1"


def hide_unpublished(connection: sqlite3.Connection, over: datetime) -> None:
    """Never show a day that was over then (aware) and is not published: it may have been before.

    A time of the future stands for when days are published next.
    """
    connection.execute(_HIDE_UNPUBLISHED, (day_at(over),))


# What a guild had published was erased with it. Whoever remembers that must not see it differ when
# the bot is back and reads the past.
_ERASED_UP_TO = "SELECT erased_up_to FROM wish WHERE member = ?"
# Each person's day, as `DayOfPerson` has it; nobody's of a day that is to stay hidden, or that has
# begun to lose its hours.
_PEOPLE = """
    SELECT sum(scored), sum(negative + neutral + positive),
        sum(negative), sum(positive), sum(mood_sum)
    FROM author_day CROSS JOIN member_hour
        ON member_hour.member = author_day.member
        AND member_hour.hour BETWEEN ?2 * 24 AND ?2 * 24 + 23
        AND member_hour.channel = author_day.channel
    WHERE author_day.channel = ?1 AND author_day.day = ?2
        AND author_day.day > ?3 AND author_day.day >= (SELECT day FROM published_from)
    GROUP BY author_day.member
"""
# Never a second time; and not when the channel, or all that was said, was deleted meanwhile.
_PUBLISH = """
    INSERT OR IGNORE INTO published_day
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
    WHERE EXISTS (
        SELECT 1 FROM channel_hour WHERE channel = ?1 AND hour BETWEEN ?2 * 24 AND ?2 * 24 + 23)
"""
_HIDDEN: Final = (None, None, None, None, None)


def _publish(
    connection: sqlite3.Connection,
    days: Sequence[tuple[int, int]],
    minimums: Minimums,
    guild: bytes,
) -> int:
    """`guild` is the pseudonym of the whole guild, by which it is known when that was erased."""
    wish = connection.execute(_ERASED_UP_TO, (guild,)).fetchone()
    erased = -1 if wish is None else hour_of(wish[0]) // HOURS_A_DAY
    count = 0
    for day in days:
        found = connection.execute(_PEOPLE, (*day, erased))
        people = [DayOfPerson._make(row) for row in found]
        figures = published(people, minimums) or _HIDDEN
        count += connection.execute(_PUBLISH, (*day, *figures)).rowcount
    return count
