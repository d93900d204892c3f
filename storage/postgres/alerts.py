"""Who is told where when a channel becomes unusual, and what they were told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from storage.ids import check_ids
from storage.interface import Alerts
from storage.postgres.arrays import columns
from storage.postgres.connection import Connection, Database, row_count
from storage.records import MOST_ALERTS, Alert, AlertPost
from storage.rows.alerts import alert_of, alert_row, post_of
from storage.times import from_microseconds, to_microseconds


class PostgresAlerts(Alerts):
    def __init__(self, database: Database) -> None:
        self._database = database

    COUNT = "SELECT count(*) FROM alert WHERE guild = $1"
    ADD = """
        INSERT INTO alert (guild, scope, target, sensitivity, quiet_from, quiet_until, most_a_day,
            snoozed_until, set_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
    """

    async def add(self, guild_id: int, alert: Alert) -> Alert | None:
        check_ids(guild_id, alert.scope_id, alert.target_id)
        row = (guild_id, *alert_row(alert))

        async def work(connection: Connection) -> Alert | None:
            if await connection.fetchval(self.COUNT, guild_id) >= MOST_ALERTS:
                return None
            return replace(alert, id=await connection.fetchval(self.ADD, *row))

        return await self._database.write(work, [guild_id])

    REMOVE = "DELETE FROM alert WHERE guild = $1 AND id = $2"

    async def remove(self, guild_id: int, alert_id: int) -> bool:
        return await self._changed(self.REMOVE, guild_id, alert_id)

    OF_GUILD = """
        SELECT id, scope, target, sensitivity, set_at, quiet_from, quiet_until, most_a_day,
            snoozed_until
        FROM alert WHERE guild = $1 ORDER BY id
    """

    async def of_guild(self, guild_id: int) -> list[Alert]:
        return [alert_of(row) for row in await self._database.read(self.OF_GUILD, guild_id)]

    SNOOZE = "UPDATE alert SET snoozed_until = $3 WHERE guild = $1 AND id = $2"

    async def snooze(self, guild_id: int, alert_id: int, until: datetime) -> bool:
        return await self._changed(self.SNOOZE, guild_id, alert_id, to_microseconds(until))

    NOTE = """
        INSERT INTO alert_post (guild, alert, noted_at, not_useful)
        SELECT guild, id, $3, false FROM alert WHERE guild = $1 AND id = $2 RETURNING id
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

    NOT_USEFUL = """
        UPDATE alert_post SET not_useful = true WHERE guild = $1 AND id = $2 AND NOT not_useful
    """

    async def not_useful(self, guild_id: int, post_id: int) -> bool:
        return await self._changed(self.NOT_USEFUL, guild_id, post_id)

    POSTS = """
        SELECT id, alert, noted_at, posted_at, over_at, not_useful, channel, called_at
        FROM alert_post JOIN alert_episode ON alert_episode.guild = $1 AND post = id
        WHERE alert_post.guild = $1 ORDER BY noted_at, id, called_at, channel
    """

    async def posts(self, guild_id: int) -> list[AlertPost]:
        found: dict[int, AlertPost] = {}
        for *post, channel, called_at in await self._database.read(self.POSTS, guild_id):
            known = found.get(post[0]) or post_of(post)
            called = {**known.called, channel: from_microseconds(called_at)}
            found[post[0]] = replace(known, called=called)
        return list(found.values())

    # Of all guilds: which of them have one.
    WATCHED = "SELECT DISTINCT guild FROM alert"

    async def watched_guilds(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.WATCHED))

    UNFINISHED = "SELECT DISTINCT guild FROM alert_post WHERE over_at IS NULL"

    async def unfinished_guilds(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.UNFINISHED))

    async def _changed(self, sql: str, *parameters: Any) -> bool:
        return bool(row_count(await self._database.write(lambda c: c.execute(sql, *parameters))))
