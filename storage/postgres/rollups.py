"""The hourly sums, as they are read for every answer."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime, tzinfo
from typing import Any, Final

from storage.interface import Rollups
from storage.postgres.connection import Connection, Database
from storage.postgres.days import (
    rollups_of_spans,
    rollups_of_week,
    sum_up,
    sums_of_kept_hours,
)
from storage.postgres.packed import column
from storage.pseudonyms import Pseudonyms
from storage.records import ChannelHours, Rollup
from storage.rows.rollups import rollup_of
from storage.times import first_hour_from, start_of_hour

# Of so many channels the hours are in memory as bytes at once.
_PLACES_AT_ONCE: Final = 20


class PostgresRollups(Rollups):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    async def of_channels(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[Rollup]:
        asked = (guild_id, channel_ids, (first_hour_from(since), first_hour_from(until)))
        return await _rollups(
            await self._database.read_together(lambda reader: sums_of_kept_hours(reader, *asked))
        )

    async def of_spans(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        spans: Sequence[tuple[datetime, datetime]],
        *,
        enough: int | None = None,
    ) -> list[Rollup]:
        hours = [(first_hour_from(since), first_hour_from(until)) for since, until in spans]
        asked = (guild_id, channel_ids, hours, enough)
        return await self._database.read_together(lambda reader: rollups_of_spans(reader, *asked))

    async def of_week(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        since: datetime,
        until: datetime,
        zone: tzinfo,
        *,
        enough: int | None = None,
    ) -> dict[int, Rollup]:
        period = (first_hour_from(since), first_hour_from(until))
        asked = (guild_id, channel_ids, period, zone, enough)
        return await self._database.read_together(lambda reader: rollups_of_week(reader, *asked))

    OF_EACH_CHANNEL = """
        SELECT place, string_agg(
            int8send(hour) || int8send(negative) || int8send(neutral) || int8send(positive)
                || int8send(unsure) || int8send(not_scored) || float8send(mood_sum)
                || float8send(mood_sum_squares) || int8send(scored) || int8send(writers),
            ''::bytea ORDER BY hour)
        FROM (
            SELECT asked.place, hour, sum(negative) AS negative, sum(neutral) AS neutral,
                sum(positive) AS positive, sum(unsure) AS unsure, sum(not_scored) AS not_scored,
                sum(mood_sum)::float8 / 10000 AS mood_sum,
                sum(mood_sum_squares)::float8 / 100000000 AS mood_sum_squares,
                sum(scored) AS scored, max(writers) AS writers
            FROM (
                    SELECT id, CASE
                        WHEN snowflake = ANY($2::bigint[]) THEN snowflake ELSE parent END AS place
                    FROM channel
                    WHERE guild = $1 AND NOT detached
                        AND (snowflake = ANY($2::bigint[]) OR parent = ANY($2::bigint[]))
                ) AS asked
                JOIN channel_hour ON channel_hour.guild = $1 AND channel_hour.channel = asked.id
            WHERE hour >= $3 AND hour < $4
            GROUP BY asked.place, hour
        ) AS hours
        GROUP BY place ORDER BY place
    """
    LINE: Final = 80  # ten numbers of eight bytes

    async def of_each_channel(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> ChannelHours:
        asked = (guild_id, list(channel_ids), first_hour_from(since), first_hour_from(until))

        async def ask(reader: Connection) -> ChannelHours:
            found = ChannelHours()
            rows = await reader.cursor(self.OF_EACH_CHANNEL, *asked)
            while places := await rows.fetch(_PLACES_AT_ONCE):
                # The event loop goes on meanwhile.
                await asyncio.to_thread(_add, found, places)
            return found

        return await self._database.read_together(ask)

    WRITERS = """
        SELECT (
            SELECT count(DISTINCT member) FROM member_hour
            WHERE guild = $1 AND channel = ANY(ARRAY(
                    SELECT id FROM channel
                    WHERE guild = $1 AND NOT detached
                        AND (snowflake = ANY($2::bigint[]) OR parent = ANY($2::bigint[]))))
                AND hour >= span.first AND hour < span.until AND scored > 0)
        FROM unnest($3::integer[], $4::integer[]) WITH ORDINALITY AS span(first, until, number)
        ORDER BY span.number
    """

    async def writers(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        spans: Sequence[tuple[datetime, datetime]],
    ) -> list[int]:
        hours = [(first_hour_from(since), first_hour_from(until)) for since, until in spans]
        asked = (guild_id, list(channel_ids), [h[0] for h in hours], [h[1] for h in hours])
        return [count for (count,) in await self._database.read_long(self.WRITERS, *asked)]

    OF_MEMBER = """
        SELECT hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
            sum(mood_sum)::bigint, sum(mood_sum_squares)::bigint, sum(scored),
            max((scored > 0)::integer)
        FROM member_hour
        WHERE guild = $1
            AND member = (SELECT id FROM member WHERE guild = $1 AND identity = $2)
            AND hour >= $4 AND hour < $5
            AND channel = ANY(ARRAY(
                SELECT id FROM channel
                WHERE guild = $1 AND NOT detached AND ($3::bigint[] IS NULL
                    OR snowflake = ANY($3::bigint[]) OR parent = ANY($3::bigint[]))))
        GROUP BY hour ORDER BY hour
    """

    async def of_member(
        self,
        guild_id: int,
        user_id: int,
        channel_ids: Collection[int] | None,
        since: datetime,
        until: datetime,
    ) -> list[Rollup]:
        channels = None if channel_ids is None else list(channel_ids)
        pseudonym = self._pseudonyms.of(guild_id, user_id)
        period = (first_hour_from(since), first_hour_from(until))
        asked = (guild_id, pseudonym, channels, *period)
        return await _rollups(await self._database.read_long(self.OF_MEMBER, *asked))

    # Of hours that are not looked up yet: no more than everybody. Of those whose members' hours are
    # gone, nobody's are counted.
    MOST_AT_MOST = """
        SELECT coalesce(sum(coalesce(most, scored)), 0) FROM guild_hour
        WHERE guild = $1 AND hour < $3 AND hour >= greatest($2, (
            SELECT member_hour FROM retention_watermark
            WHERE guild IN ($1, 0) ORDER BY guild DESC LIMIT 1))
    """
    WROTE_MORE = """
        SELECT coalesce((
            SELECT sum(scored) FROM member_hour
            WHERE guild = $1 AND hour >= $3 AND hour < $4 AND channel = ANY(ARRAY(
                SELECT id FROM channel
                WHERE guild = $1 AND NOT detached
                    AND (snowflake = ANY($2::bigint[]) OR parent = ANY($2::bigint[]))))
            GROUP BY member ORDER BY sum(scored) DESC LIMIT 1), 0) > $5
    """

    async def anybody_wrote_more(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        count: int,
        since: datetime,
        until: datetime,
    ) -> bool:
        period = (first_hour_from(since), first_hour_from(until))
        ((at_most,),) = await self._database.read_long(self.MOST_AT_MOST, guild_id, *period)
        if at_most <= count:
            return False
        asked = (guild_id, list(channel_ids), *period, count)
        ((any_did,),) = await self._database.read_long(self.WROTE_MORE, *asked)
        return bool(any_did)

    async def sum_up(self, guild_id: int, zone: tzinfo, now: datetime) -> int:
        return await sum_up(self._database, guild_id, zone, now)

    # Of the whole database.
    ONE_VOICE_SINCE = "SELECT since FROM one_voice"

    async def one_voice_since(self) -> datetime | None:
        found = await self._database.read(self.ONE_VOICE_SINCE)
        return start_of_hour(found[0][0]) if found else None


async def _rollups(rows: Sequence[Any]) -> list[Rollup]:
    # The event loop goes on meanwhile.
    return await asyncio.to_thread(lambda: [rollup_of(row) for row in rows])


def _add(found: ChannelHours, places: Sequence[tuple[int, bytes]]) -> None:
    names = [each.name for each in fields(found)][1:]
    for place, lines in places:
        found.channel_ids.extend([place] * (len(lines) // PostgresRollups.LINE))
        for number, name in enumerate(names):
            values = getattr(found, name)
            values.extend(column(values.typecode, lines, 8 * number, PostgresRollups.LINE))
