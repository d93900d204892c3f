"""What everybody may know: each channel's day, written once and read for members' answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import partial
from operator import sub
from typing import Final

from storage.disclosure import DayOfPerson, published
from storage.ids import check_ids
from storage.interface import PublishedDays
from storage.postgres.connection import Connection, Database, row_count
from storage.postgres.settings import load
from storage.postgres.sums import asked_of
from storage.pseudonyms import WHOLE_GUILD, Pseudonyms
from storage.records import Minimums, PublishedDay
from storage.rows.published_days import published_day_of
from storage.times import HOURS_A_DAY, day_at, first_day_from, hour_of

# A transaction: other writes of this process wait some 10 ms for it.
_DAYS_A_BATCH: Final = 20


class PostgresPublishedDays(PublishedDays):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    # From each day with messages to the next one: a search each, whatever lies between. A day has
    # been read without a gap if its channel was read up to the first snowflake of the next one.
    DUE = """
        WITH RECURSIVE reached AS (
            SELECT (member_hour + 23) / 24 * 24 AS hour FROM retention_watermark
            WHERE guild IN ($1, 0) ORDER BY guild DESC LIMIT 1
        ), day_with_messages(channel, contiguous, day) AS (
            SELECT id, contiguous, (
                SELECT min(hour) / 24 FROM channel_hour
                WHERE channel_hour.guild = $1 AND channel_hour.channel = channel.id
                    AND hour >= (SELECT hour FROM reached))
            FROM channel WHERE guild = $1 AND NOT detached
            UNION ALL
            SELECT channel, contiguous, (
                SELECT min(hour) / 24 FROM channel_hour
                WHERE channel_hour.guild = $1
                    AND channel_hour.channel = day_with_messages.channel
                    AND hour >= (day_with_messages.day + 1) * 24)
            FROM day_with_messages WHERE day < $2
        )
        SELECT channel, day FROM day_with_messages
        WHERE day < $2
            AND (day < $3 OR contiguous >= ((day + 1) * 86400000::bigint - 1420070400000) << 22)
            AND NOT EXISTS (
                SELECT 1 FROM published_day
                WHERE published_day.guild = $1
                    AND published_day.channel = day_with_messages.channel
                    AND published_day.day = day_with_messages.day)
        ORDER BY channel, day
    """
    # A moved database may know a time of the machine's clock, which may have been far ahead.
    LIMIT_HIDING = "UPDATE published_from SET day = $1 WHERE day > $1"

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
        due = await self._database.read_long(self.DUE, *asked)
        if due:
            await self._database.write(lambda c: c.execute(self.LIMIT_HIDING, day_at(now)))
        chosen = (
            minimums
            or (await self._database.read_with(lambda reader: load(reader, guild_id))).minimums
        )
        erased = self._pseudonyms.of(guild_id, WHOLE_GUILD)
        count = 0
        for first in range(0, len(due), _DAYS_A_BATCH):
            days = [(channel, day) for channel, day in due[first : first + _DAYS_A_BATCH]]
            work = partial(_publish, guild=guild_id, days=days, minimums=chosen, whole_guild=erased)
            count += await self._database.write(work, [guild_id])
        return count

    async def of_channels(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[PublishedDay]:
        asked = (guild_id, channel_ids, first_day_from(since), day_at(until))
        return await self._database.read_together(lambda reader: _of_channels(reader, *asked))


OF_CHANNELS = """
    SELECT day, count(mood), count(*) - count(mood),
        coalesce(sum(counted), 0), coalesce(sum(volume), 0), coalesce(sum(mood * counted), 0),
        coalesce(sum(negative * counted), 0), coalesce(sum(positive * counted), 0)
    FROM published_day
    WHERE guild = $1 AND day >= $3 AND day < $4 AND channel = ANY($2::bigint[])
    GROUP BY day ORDER BY day
"""
OF_GUILD = """
    SELECT day, shown, hidden, counted, volume, moods, negatives, positives
    FROM guild_published_day WHERE guild = $1 AND day >= $2 AND day < $3 ORDER BY day
"""


async def _of_channels(
    connection: Connection, guild: int, channel_ids: Collection[int], first: int, end: int
) -> list[PublishedDay]:
    asked = await asked_of(connection, guild, channel_ids)
    mine = asked.others if asked.is_about_most else asked.asked
    of_channels = await connection.fetch(OF_CHANNELS, guild, mine, first, end)
    if not asked.is_about_most:
        return [published_day_of(*row) for row in of_channels]
    others = {day: sums for day, *sums in of_channels}
    days = []
    for day, *sums in await connection.fetch(OF_GUILD, guild, first, end):
        shown, hidden, *figures = map(sub, sums, others.get(day, _NOTHING))
        if shown + hidden:
            days.append(published_day_of(day, shown, hidden, *figures))
    return days


_NOTHING: Final = (0,) * 7

_SUBTRACT = """
    UPDATE guild_published_day AS known SET shown = known.shown - its.shown,
        hidden = known.hidden - its.hidden, counted = known.counted - its.counted,
        volume = known.volume - its.volume, moods = known.moods - its.moods,
        negatives = known.negatives - its.negatives, positives = known.positives - its.positives
    FROM (
        SELECT day, count(mood) AS shown, count(*) - count(mood) AS hidden,
            coalesce(sum(counted), 0) AS counted, coalesce(sum(volume), 0) AS volume,
            coalesce(sum(mood * counted), 0) AS moods,
            coalesce(sum(negative * counted), 0) AS negatives,
            coalesce(sum(positive * counted), 0) AS positives
        FROM published_day WHERE guild = $1 AND channel = ANY($2::bigint[])
        GROUP BY day
    ) AS its
    WHERE known.guild = $1 AND known.day = its.day
"""
_DROP_EMPTY = "DELETE FROM guild_published_day WHERE guild = $1 AND shown + hidden = 0"


async def subtract_published(connection: Connection, guild: int, channels: Sequence[int]) -> None:
    """Take these channels, by their numbers, out of the guild's days before they are detached."""
    await connection.execute(_SUBTRACT, guild, channels)
    await connection.execute(_DROP_EMPTY, guild)


# What a guild had published was erased with it. Whoever remembers that must not see it differ when
# the bot is back and reads the past.
_ERASED_UP_TO = "SELECT erased_up_to FROM wish WHERE member = $1"
# Each person's day, as `DayOfPerson` has it; nobody's of a day that is to stay hidden, or that has
# begun to lose its hours.
_PEOPLE = """
    SELECT sum(scored), sum(negative + neutral + positive),
        sum(negative), sum(positive), sum(mood_sum)::bigint
    FROM author_day JOIN member_hour
        ON member_hour.guild = $1 AND member_hour.member = author_day.member
        AND member_hour.hour BETWEEN $3 * 24 AND $3 * 24 + 23
        AND member_hour.channel = author_day.channel
    WHERE author_day.guild = $1 AND author_day.channel = $2 AND author_day.day = $3
        AND author_day.day > $4 AND author_day.day >= (SELECT day FROM published_from)
    GROUP BY author_day.member
"""
# Never a second time; and not when the channel, or all that was said, was deleted meanwhile.
_PUBLISH = """
    INSERT INTO published_day
    SELECT $1, $2, $3, $4, $5, $6, $7, $8
    WHERE EXISTS (
        SELECT 1 FROM channel_hour
        WHERE guild = $1 AND channel = $2 AND hour BETWEEN $3 * 24 AND $3 * 24 + 23)
    ON CONFLICT DO NOTHING
"""
_HIDDEN: Final = (None, None, None, None, None)


async def _publish(
    connection: Connection,
    guild: int,
    days: Sequence[tuple[int, int]],
    minimums: Minimums,
    whole_guild: bytes,
) -> int:
    """The guild is locked. When it is erased, it is known by the pseudonym `whole_guild`."""
    up_to = await connection.fetchval(_ERASED_UP_TO, whole_guild)
    erased = -1 if up_to is None else hour_of(up_to) // HOURS_A_DAY
    count = 0
    for day in days:
        found = await connection.fetch(_PEOPLE, guild, *day, erased)
        people = [DayOfPerson._make(row) for row in found]
        figures = published(people, minimums) or _HIDDEN
        count += row_count(await connection.execute(_PUBLISH, guild, *day, *figures))
    return count
