"""Leaving a guild, coming back, and the end of its data when nobody does."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime

from storage.ids import check_ids
from storage.interface import Guilds
from storage.pseudonyms import Pseudonyms
from storage.sqlite.connection import Database
from storage.sqlite.privacy_requests import PrivacyRequests
from storage.sweeper import Sweeper
from storage.times import last_snowflake, to_microseconds


class SQLiteGuilds(Guilds):
    def __init__(self, database: Database, pseudonyms: Pseudonyms, sweeper: Sweeper) -> None:
        self._database = database
        self._sweeper = sweeper
        self._requests = PrivacyRequests(database, pseudonyms)

    KNOWN = """
        SELECT guild FROM channel WHERE guild <> 0 UNION SELECT guild FROM guild_settings
        UNION SELECT guild FROM scheduled_job WHERE guild <> 0 UNION SELECT guild FROM note
        UNION SELECT guild FROM alert UNION SELECT guild FROM alert_post
        UNION SELECT guild FROM digest
    """

    async def known(self) -> frozenset[int]:
        return frozenset(guild for (guild,) in await self._database.read(self.KNOWN))

    LEFT = "INSERT INTO guild_left VALUES (?, ?) ON CONFLICT DO NOTHING"

    async def left(self, guild_id: int, at: datetime) -> None:
        check_ids(guild_id)
        row = (guild_id, to_microseconds(at))
        await self._database.write(lambda connection: connection.execute(self.LEFT, row))

    PRESENT = "DELETE FROM guild_left WHERE guild IN (SELECT value FROM json_each(?))"

    async def present(self, guild_ids: Collection[int]) -> None:
        guilds = (json.dumps(list(guild_ids)),)
        await self._database.write(lambda connection: connection.execute(self.PRESENT, guilds))

    LEFT_BEFORE = "SELECT guild FROM guild_left WHERE since < ? ORDER BY guild"

    async def erase_left(self, before: datetime, now: datetime) -> list[int]:
        found = await self._database.read(self.LEFT_BEFORE, (to_microseconds(before),))
        guilds = [guild for (guild,) in found]
        for guild in guilds:
            await self.erase(guild, now)
        return guilds

    async def erase(self, guild_id: int, now: datetime) -> None:
        try:
            await self._requests.erase_guild(guild_id, last_snowflake(now))
        finally:
            self._sweeper.soon()  # should whoever asked be cancelled, it goes on without them
        await self._sweeper.finish()
