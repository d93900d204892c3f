"""What members ask for about their own data, and what is kept of them."""

from __future__ import annotations

from datetime import datetime

from storage.interface import Privacy
from storage.pseudonyms import Pseudonyms
from storage.records import MemberExport, PrivacyStatus
from storage.sqlite.connection import Database
from storage.sqlite.export import export
from storage.sqlite.privacy_requests import PrivacyRequests
from storage.times import last_snowflake, start_of_hour


class SQLitePrivacy(Privacy):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms
        self._requests = PrivacyRequests(database, pseudonyms)

    async def opt_out(self, guild_id: int, user_id: int, at: datetime) -> int:
        return await self._requests.of_member("opt-out", guild_id, user_id, last_snowflake(at))

    async def forget(self, guild_id: int, user_id: int, at: datetime) -> int:
        return await self._requests.of_member("forget", guild_id, user_id, last_snowflake(at))

    async def opt_in(self, guild_id: int, user_id: int, at: datetime) -> bool:
        moment = last_snowflake(at)
        return bool(await self._requests.of_member("opt-in", guild_id, user_id, moment))

    STATUS = """
        SELECT
            coalesce((SELECT opted_out FROM wish WHERE member = ?1), 0),
            coalesce(sum(scored + unsure + not_scored), 0),
            min(hour), max(hour),
            (SELECT count(*) FROM note WHERE author = ?1 AND (
                channel IS NULL OR channel NOT IN (SELECT id FROM channel WHERE guild = 0))),
            (SELECT count(*) FROM settings_change_author WHERE author = ?1)
        FROM member_hour
        WHERE member = (SELECT id FROM member WHERE identity = ?1)
            AND channel NOT IN (SELECT id FROM channel WHERE guild = 0)
    """

    async def status(self, guild_id: int, user_id: int) -> PrivacyStatus:
        asked = (self._pseudonyms.of(guild_id, user_id),)
        rows = await self._database.read(self.STATUS, asked)
        ((opted_out, messages, first, last, notes, changes),) = rows
        return PrivacyStatus(
            bool(opted_out),
            messages,
            None if first is None else start_of_hour(first),
            None if last is None else start_of_hour(last),
            notes,
            changes,
        )

    async def export(self, guild_id: int, user_id: int) -> MemberExport:
        return await export(self._database, self._pseudonyms, guild_id, user_id)
