"""Who is told where when a channel becomes unusual, and what they were told."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime

from storage.chosen_json import alert_difference
from storage.ids import check_ids
from storage.interface import Alerts
from storage.pseudonyms import Pseudonyms
from storage.records import MOST_ALERTS, Alert, AlertPost, ChangedBy
from storage.rows.alerts import alert_of, alert_row, alerts_of, posts_of
from storage.sqlite.connection import Database
from storage.sqlite.settings_changes import note_changes
from storage.times import to_microseconds


class SQLiteAlerts(Alerts):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    COUNT = "SELECT count(*) FROM alert WHERE guild = ?"
    ADD = """
        INSERT INTO alert (guild, scope, target, sensitivity, quiet_from, quiet_until, most_a_day,
            set_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
    """

    async def add(self, guild_id: int, alert: Alert, by: ChangedBy | None = None) -> Alert | None:
        check_ids(guild_id, alert.scope_id, alert.target_id, None if by is None else by.user_id)
        row = (guild_id, *alert_row(alert))

        def work(connection: sqlite3.Connection) -> Alert | None:
            if connection.execute(self.COUNT, (guild_id,)).fetchone()[0] >= MOST_ALERTS:
                return None
            (number,) = connection.execute(self.ADD, row).fetchone()
            added = replace(alert, id=number, snoozed={})
            changed = alert_difference(None, added)
            note_changes(connection, guild_id, changed, by, self._pseudonyms)
            return added

        return await self._database.write(work)

    REMOVE = """
        DELETE FROM alert WHERE guild = ? AND id = ?
        RETURNING id, scope, target, sensitivity, set_at, quiet_from, quiet_until, most_a_day
    """

    async def remove(self, guild_id: int, alert_id: int, by: ChangedBy | None = None) -> bool:
        check_ids(guild_id, None if by is None else by.user_id)

        def work(connection: sqlite3.Connection) -> bool:
            found = connection.execute(self.REMOVE, (guild_id, alert_id)).fetchone()
            if found is not None:
                changed = alert_difference(alert_of(found), None)
                note_changes(connection, guild_id, changed, by, self._pseudonyms)
            return found is not None

        return await self._database.write(work)

    OF_GUILD = """
        SELECT id, scope, target, sensitivity, set_at, quiet_from, quiet_until, most_a_day,
            channel, until
        FROM alert LEFT JOIN alert_snooze ON alert = id WHERE alert.guild = ? ORDER BY id, channel
    """

    async def of_guild(self, guild_id: int) -> list[Alert]:
        return alerts_of(await self._database.read(self.OF_GUILD, (guild_id,)))

    SNOOZE = """
        INSERT INTO alert_snooze (alert, channel, guild, until)
        SELECT alert.id, asked.value, guild, ?4
        FROM alert CROSS JOIN json_each(?3) AS asked WHERE guild = ?1 AND alert.id = ?2
        ON CONFLICT DO UPDATE SET until = excluded.until
    """

    async def snooze(
        self, guild_id: int, alert_id: int, channel_ids: Collection[int], until: datetime
    ) -> bool:
        check_ids(guild_id, *channel_ids)
        row = (guild_id, alert_id, json.dumps(list(channel_ids)), to_microseconds(until))
        return await self._changed(lambda c: c.execute(self.SNOOZE, row))

    NOTE = """
        INSERT INTO alert_post (guild, alert, noted_at)
        SELECT guild, id, ?3 FROM alert WHERE guild = ?1 AND id = ?2 RETURNING id
    """
    NOTE_EPISODE = """
        INSERT INTO alert_episode (post, channel, guild, called_at) VALUES (?, ?, ?, ?)
    """

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

    MARK = """
        UPDATE alert_episode SET not_useful = ?4
        WHERE guild = ?1 AND post = ?2 AND not_useful <> ?4
            AND channel IN (SELECT value FROM json_each(?3))
    """

    async def mark(
        self, guild_id: int, post_id: int, channel_ids: Collection[int], *, not_useful: bool
    ) -> bool:
        row = (guild_id, post_id, json.dumps(list(channel_ids)), not_useful)
        return await self._changed(lambda c: c.execute(self.MARK, row))

    POSTS = """
        SELECT id, alert, noted_at, posted_at, over_at, channel, called_at, not_useful
        FROM alert_post JOIN alert_episode ON post = id
        WHERE alert_post.guild = ? ORDER BY noted_at, id, called_at, channel
    """

    async def posts(self, guild_id: int) -> list[AlertPost]:
        return posts_of(await self._database.read(self.POSTS, (guild_id,)))

    WATCHED = "SELECT DISTINCT guild FROM alert"

    async def watched_guilds(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.WATCHED))

    UNFINISHED = "SELECT DISTINCT guild FROM alert_post WHERE over_at IS NULL"

    async def unfinished_guilds(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.UNFINISHED))

    async def _changed(self, work: Callable[[sqlite3.Connection], sqlite3.Cursor]) -> bool:
        return bool(await self._database.write(lambda connection: work(connection).rowcount))
