"""Who is told where when a channel becomes unusual, and what they were told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from storage.ids import check_ids
from storage.interface import Alerts
from storage.records import MOST_ALERTS, Alert, AlertPost
from storage.rows.alerts import alert_of, alert_row, post_of
from storage.sqlite.connection import Database
from storage.times import from_microseconds, to_microseconds


class SQLiteAlerts(Alerts):
    def __init__(self, database: Database) -> None:
        self._database = database

    COUNT = "SELECT count(*) FROM alert WHERE guild = ?"
    ADD = """
        INSERT INTO alert (guild, scope, target, sensitivity, quiet_from, quiet_until, most_a_day,
            snoozed_until, set_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
    """

    async def add(self, guild_id: int, alert: Alert) -> Alert | None:
        check_ids(guild_id, alert.scope_id, alert.target_id)
        row = (guild_id, *alert_row(alert))

        def work(connection: sqlite3.Connection) -> Alert | None:
            if connection.execute(self.COUNT, (guild_id,)).fetchone()[0] >= MOST_ALERTS:
                return None
            (number,) = connection.execute(self.ADD, row).fetchone()
            return replace(alert, id=number)

        return await self._database.write(work)

    REMOVE = "DELETE FROM alert WHERE guild = ? AND id = ?"

    async def remove(self, guild_id: int, alert_id: int) -> bool:
        key = (guild_id, alert_id)
        return await self._changed(lambda c: c.execute(self.REMOVE, key))

    OF_GUILD = """
        SELECT id, scope, target, sensitivity, set_at, quiet_from, quiet_until, most_a_day,
            snoozed_until
        FROM alert WHERE guild = ? ORDER BY id
    """

    async def of_guild(self, guild_id: int) -> list[Alert]:
        return [alert_of(row) for row in await self._database.read(self.OF_GUILD, (guild_id,))]

    SNOOZE = "UPDATE alert SET snoozed_until = ?3 WHERE guild = ?1 AND id = ?2"

    async def snooze(self, guild_id: int, alert_id: int, until: datetime) -> bool:
        row = (guild_id, alert_id, to_microseconds(until))
        return await self._changed(lambda c: c.execute(self.SNOOZE, row))

    NOTE = """
        INSERT INTO alert_post (guild, alert, noted_at, not_useful)
        SELECT guild, id, ?3, 0 FROM alert WHERE guild = ?1 AND id = ?2 RETURNING id
    """
    NOTE_EPISODE = "INSERT INTO alert_episode VALUES (?, ?, ?, ?)"

    async def note(
        self, guild_id: int, alert_id: int, called: Mapping[int, datetime], now: datetime
    ) -> AlertPost | None:
        check_ids(guild_id, *called)
        row = (guild_id, alert_id, to_microseconds(now))
        times = {channel: to_microseconds(at) for channel, at in called.items()}

        def work(connection: sqlite3.Connection) -> int | None:
            found = connection.execute(self.NOTE, row).fetchone()
            if found is None:
                return None
            connection.executemany(
                self.NOTE_EPISODE,
                [(found[0], channel, guild_id, at) for channel, at in times.items()],
            )
            return int(found[0])

        number = await self._database.write(work)
        return None if number is None else AlertPost(number, alert_id, now, dict(called))

    POSTED = "UPDATE alert_post SET posted_at = ?3 WHERE guild = ?1 AND id = ?2"

    async def posted(self, guild_id: int, post_id: int, at: datetime) -> None:
        row = (guild_id, post_id, to_microseconds(at))
        await self._changed(lambda c: c.execute(self.POSTED, row))

    OVER = "UPDATE alert_post SET over_at = ?3 WHERE guild = ?1 AND id = ?2"

    async def over(self, guild_id: int, post_id: int, at: datetime) -> None:
        row = (guild_id, post_id, to_microseconds(at))
        await self._changed(lambda c: c.execute(self.OVER, row))

    NOT_USEFUL = """
        UPDATE alert_post SET not_useful = 1 WHERE guild = ? AND id = ? AND NOT not_useful
    """

    async def not_useful(self, guild_id: int, post_id: int) -> bool:
        key = (guild_id, post_id)
        return await self._changed(lambda c: c.execute(self.NOT_USEFUL, key))

    POSTS = """
        SELECT id, alert, noted_at, posted_at, over_at, not_useful, channel, called_at
        FROM alert_post JOIN alert_episode ON post = id
        WHERE alert_post.guild = ? ORDER BY noted_at, id, called_at, channel
    """

    async def posts(self, guild_id: int) -> list[AlertPost]:
        found: dict[int, AlertPost] = {}
        for *post, channel, called_at in await self._database.read(self.POSTS, (guild_id,)):
            known = found.get(post[0]) or post_of(post)
            called = {**known.called, channel: from_microseconds(called_at)}
            found[post[0]] = replace(known, called=called)
        return list(found.values())

    WATCHED = "SELECT DISTINCT guild FROM alert"

    async def watched_guilds(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.WATCHED))

    UNFINISHED = "SELECT DISTINCT guild FROM alert_post WHERE over_at IS NULL"

    async def unfinished_guilds(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.UNFINISHED))

    async def _changed(self, work: Callable[[sqlite3.Connection], sqlite3.Cursor]) -> bool:
        return bool(await self._database.write(lambda connection: work(connection).rowcount))
