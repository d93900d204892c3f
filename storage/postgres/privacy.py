"""What members ask for about their own data, and what is kept of them."""

from __future__ import annotations

from datetime import datetime

from storage.interface import Privacy
from storage.postgres.connection import Database
from storage.postgres.export import export
from storage.postgres.privacy_requests import PrivacyRequests
from storage.pseudonyms import Pseudonyms
from storage.records import MemberExport, PrivacyStatus
from storage.times import last_snowflake, start_of_hour


class PostgresPrivacy(Privacy):
    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms
        self._requests = PrivacyRequests(database, pseudonyms)

    async def opt_out(self, guild_id: int, user_id: int, at: datetime) -> int:
        moment = last_snowflake(at)
        return await self._requests.erase_member(guild_id, user_id, moment, opt_out=True)

    async def forget(self, guild_id: int, user_id: int, at: datetime) -> int:
        moment = last_snowflake(at)
        return await self._requests.erase_member(guild_id, user_id, moment, opt_out=False)

    async def opt_in(self, guild_id: int, user_id: int, at: datetime) -> bool:
        return await self._requests.opt_in(guild_id, user_id, last_snowflake(at))

    STATUS = """
        SELECT
            coalesce((SELECT opted_out FROM wish WHERE wish.member = $2), false),
            coalesce(sum(scored + unsure + not_scored), 0)::bigint,
            min(hour), max(hour),
            (SELECT count(*) FROM note WHERE guild = $1 AND author = $2 AND (
                channel IS NULL OR channel NOT IN (
                    SELECT id FROM channel WHERE guild = $1 AND detached))),
            (SELECT count(*) FROM settings_change_author WHERE guild = $1 AND author = $2)
        FROM member_hour
        WHERE guild = $1
            AND member_hour.member = (
                SELECT id FROM member WHERE guild = $1 AND identity = $2)
            AND channel NOT IN (SELECT id FROM channel WHERE guild = $1 AND detached)
    """

    async def status(self, guild_id: int, user_id: int) -> PrivacyStatus:
        pseudonym = self._pseudonyms.of(guild_id, user_id)
        rows = await self._database.read(self.STATUS, guild_id, pseudonym)
        ((opted_out, messages, first, last, notes, changes),) = rows
        return PrivacyStatus(
            opted_out,
            messages,
            None if first is None else start_of_hour(first),
            None if last is None else start_of_hour(last),
            notes,
            changes,
        )

    async def export(self, guild_id: int, user_id: int) -> MemberExport:
        return await export(self._database, self._pseudonyms, guild_id, user_id)
