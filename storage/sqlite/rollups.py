"""The hourly sums, as they are read for every answer."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime, tzinfo

from storage.interface import Rollups
from storage.pseudonyms import Pseudonyms
from storage.records import ChannelHours, Rollup
from storage.rows.rollups import rollup_of
from storage.sqlite.connection import Database
from storage.sqlite.days import rollups_of_hours, rollups_of_spans, rollups_of_week, sum_up
from storage.sqlite.sums import hours_of_each_channel
from storage.times import first_hour_from, hours_of_spans, start_of_hour


class SQLiteRollups(Rollups):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    async def of_channels(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[Rollup]:
        asked = (guild_id, channel_ids, (first_hour_from(since), first_hour_from(until)))
        return await self._database.read_together(lambda reader: rollups_of_hours(reader, *asked))

    async def of_spans(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        spans: Sequence[tuple[datetime, datetime]],
        *,
        enough: int | None = None,
    ) -> list[Rollup]:
        asked = (guild_id, channel_ids, hours_of_spans(spans), enough)
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

    async def of_each_channel(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> ChannelHours:
        asked = (guild_id, channel_ids, first_hour_from(since), first_hour_from(until))
        return await self._database.read_together(
            lambda reader: hours_of_each_channel(reader, *asked)
        )

    WRITERS = """
        SELECT (
            SELECT count(DISTINCT member)
            FROM channel CROSS JOIN member_hour
                ON member_hour.channel = channel.id
                AND hour >= span.value ->> 0 AND hour < span.value ->> 1
            WHERE channel.guild = ?1
                AND (channel.snowflake IN (SELECT value FROM json_each(?2))
                    OR channel.parent IN (SELECT value FROM json_each(?2)))
                AND scored > 0)
        FROM json_each(?3) AS span ORDER BY span.key
    """

    async def writers(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        spans: Sequence[tuple[datetime, datetime]],
    ) -> list[int]:
        hours = json.dumps(hours_of_spans(spans))
        asked = (guild_id, json.dumps(list(channel_ids)), hours)
        return [count for (count,) in await self._database.read_long(self.WRITERS, asked)]

    OF_MEMBER = """
        SELECT hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
            sum(mood_sum), sum(mood_sum_squares), sum(scored), max(scored > 0)
        FROM member_hour
        WHERE member = (SELECT id FROM member WHERE identity = ?2)
            AND hour >= ?4 AND hour < ?5
            AND channel NOT IN (SELECT id FROM channel WHERE guild = 0)
            AND (?3 IS NULL OR channel IN (
                SELECT id FROM channel
                WHERE guild = ?1
                    AND (snowflake IN (SELECT value FROM json_each(?3))
                        OR parent IN (SELECT value FROM json_each(?3)))))
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
        channels = None if channel_ids is None else json.dumps(list(channel_ids))
        pseudonym = self._pseudonyms.of(guild_id, user_id)
        asked = (guild_id, pseudonym, channels, first_hour_from(since), first_hour_from(until))
        return [rollup_of(row) for row in await self._database.read_long(self.OF_MEMBER, asked)]

    # Of hours that are not looked up yet: no more than everybody. Of those whose members' hours are
    # gone, nobody's are counted.
    MOST_AT_MOST = """
        SELECT coalesce(sum(coalesce(most, scored)), 0) FROM guild_hour
        WHERE guild = ?1 AND hour >= max(?2, coalesce((
                SELECT member_hour FROM retention_watermark
                WHERE guild IN (?1, 0) ORDER BY guild DESC LIMIT 1), 0))
            AND hour < ?3
    """
    MOST_OF_ONE = """
        WITH asked AS (
            SELECT id FROM channel
            WHERE guild = ?1
                AND (snowflake IN (SELECT value FROM json_each(?2))
                    OR parent IN (SELECT value FROM json_each(?2)))
        )
        SELECT coalesce(max(scored), 0) FROM (
            SELECT sum(scored) AS scored FROM member CROSS JOIN member_hour
                ON member_hour.member = member.id AND hour >= ?3 AND hour < ?4
            WHERE member.guild = ?1 AND member_hour.channel IN (SELECT id FROM asked)
            GROUP BY member.id)
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
        ((at_most,),) = await self._database.read_long(self.MOST_AT_MOST, (guild_id, *period))
        if at_most <= count:
            return False
        asked = (guild_id, json.dumps(list(channel_ids)), *period)
        ((most,),) = await self._database.read_long(self.MOST_OF_ONE, asked)
        return bool(most > count)

    async def sum_up(self, guild_id: int, zone: tzinfo, now: datetime) -> int:
        return await sum_up(self._database, guild_id, zone, now)

    ONE_VOICE_SINCE = "SELECT since FROM one_voice"

    async def one_voice_since(self) -> datetime | None:
        found = await self._database.read(self.ONE_VOICE_SINCE)
        return start_of_hour(found[0][0]) if found else None
