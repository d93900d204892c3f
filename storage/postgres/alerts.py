"""Who is told where when a channel becomes unusual, and what they were told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from storage.chosen_json import alert_difference
from storage.ids import check_ids
from storage.interface import Alerts
from storage.postgres.arrays import columns
from storage.postgres.connection import Connection, Database, row_count
from storage.postgres.settings_changes import note_changes
from storage.pseudonyms import Pseudonyms
from storage.records import MOST_ALERTS, Alert, AlertPost, ChangedBy
from storage.rows.alerts import alert_of, alert_row, alerts_of, posts_of
from storage.times import to_microseconds


class PostgresAlerts(Alerts):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    COUNT = "SELECT count(*) FROM alert WHERE guild = $1"
    ADD = """
        INSERT INTO alert (guild, scope, target, sensitivity, quiet_from, quiet_until, most_a_day,
            set_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
    """

    async def add(self, guild_id: int, alert: Alert, by: ChangedBy | None = None) -> Alert | None:
        check_ids(guild_id, alert.scope_id, alert.target_id, None if by is None else by.user_id)
        row = (guild_id, *alert_row(alert))

        async def work(connection: Connection) -> Alert | None:
            if await connection.fetchval(self.COUNT, guild_id) >= MOST_ALERTS:
                return None
            number = await connection.fetchval(self.ADD, *row)
            added = replace(alert, id=number, snoozed={})
            changed = alert_difference(None, added)
            await note_changes(connection, guild_id, changed, by, self._pseudonyms)
            return added

        return await self._database.write(work, [guild_id])

    REMOVE = """
        DELETE FROM alert WHERE guild = $1 AND id = $2
        RETURNING id, scope, target, sensitivity, set_at, quiet_from, quiet_until, most_a_day
    """

    async def remove(self, guild_id: int, alert_id: int, by: ChangedBy | None = None) -> bool:
        check_ids(guild_id, None if by is None else by.user_id)

        async def work(connection: Connection) -> bool:
            found = await connection.fetchrow(self.REMOVE, guild_id, alert_id)
            if found is not None:
                changed = alert_difference(alert_of(found), None)
                await note_changes(connection, guild_id, changed, by, self._pseudonyms)
            return found is not None

        return await self._database.write(work, [guild_id])

    OF_GUILD = """
        SELECT id, scope, target, sensitivity, set_at, quiet_from, quiet_until, most_a_day,
            channel, until
        FROM alert LEFT JOIN alert_snooze ON alert_snooze.guild = $1 AND alert = id
        WHERE alert.guild = $1 ORDER BY id, channel
    """

    async def of_guild(self, guild_id: int) -> list[Alert]:
        return alerts_of(await self._database.read(self.OF_GUILD, guild_id))

    SNOOZE = """
        INSERT INTO alert_snooze (guild, alert, channel, until)
        SELECT guild, id, unnest($3::bigint[]), $4 FROM alert WHERE guild = $1 AND id = $2
        ON CONFLICT (guild, alert, channel) DO UPDATE SET until = excluded.until
    """

    async def snooze(
        self, guild_id: int, alert_id: int, channel_ids: Collection[int], until: datetime
    ) -> bool:
        check_ids(guild_id, *channel_ids)
        row = (guild_id, alert_id, list(channel_ids), to_microseconds(until))
        return await self._changed(self.SNOOZE, *row)

    NOTE = """
        INSERT INTO alert_post (guild, alert, noted_at)
        SELECT guild, id, $3 FROM alert WHERE guild = $1 AND id = $2 RETURNING id
    """
    NOTE_EPISODES = """
        INSERT INTO alert_episode (guild, post, channel, called_at)
        SELECT $1, $2, * FROM unnest($3::bigint[], $4::bigint[])
    """

    async def note(
        self, guild_id: int, alert_id: int, called: Mapping[int, datetime], now: datetime
    ) -> AlertPost | None:
        check_ids(guild_id, *called)
        noted_at = to_microseconds(now)
        times = [(channel, to_microseconds(at)) for channel, at in called.items()]

        async def work(connection: Connection) -> int | None:
            number = await connection.fetchval(self.NOTE, guild_id, alert_id, noted_at)
            if number is None:
                return None
            episodes = columns(times, 2)
            await connection.execute(self.NOTE_EPISODES, guild_id, number, *episodes)
            return int(number)

        found = await self._database.write(work, [guild_id])
        return None if found is None else AlertPost(found, alert_id, now, dict(called))

    POSTED = "UPDATE alert_post SET posted_at = $3 WHERE guild = $1 AND id = $2"

    async def posted(self, guild_id: int, post_id: int, at: datetime) -> None:
        await self._changed(self.POSTED, guild_id, post_id, to_microseconds(at))

    OVER = "UPDATE alert_post SET over_at = $3 WHERE guild = $1 AND id = $2"

    async def over(self, guild_id: int, post_id: int, at: datetime) -> None:
        await self._changed(self.OVER, guild_id, post_id, to_microseconds(at))

    MARK = """
        UPDATE alert_episode SET not_useful = $4
        WHERE guild = $1 AND post = $2 AND channel = ANY($3::bigint[]) AND not_useful <> $4
    """

    async def mark(
        self, guild_id: int, post_id: int, channel_ids: Collection[int], *, not_useful: bool
    ) -> bool:
        return await self._changed(self.MARK, guild_id, post_id, list(channel_ids), not_useful)

    POSTS = """
        SELECT id, alert, noted_at, posted_at, over_at, channel, called_at, not_useful
        FROM alert_post JOIN alert_episode ON alert_episode.guild = $1 AND post = id
        WHERE alert_post.guild = $1 ORDER BY noted_at, id, called_at, channel
    """

    async def posts(self, guild_id: int) -> list[AlertPost]:
        return posts_of(await self._database.read(self.POSTS, guild_id))

    # Of all guilds: which of them have one.
    WATCHED = "SELECT DISTINCT guild FROM alert"

    async def watched_guilds(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.WATCHED))

    UNFINISHED = "SELECT DISTINCT guild FROM alert_post WHERE over_at IS NULL"

    async def unfinished_guilds(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.UNFINISHED))

    async def _changed(self, sql: str, *parameters: Any) -> bool:
        return bool(row_count(await self._database.write(lambda c: c.execute(sql, *parameters))))
