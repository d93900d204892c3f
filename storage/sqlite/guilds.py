"""Leaving a guild, coming back, and the end of its data when nobody does."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.batch import check_ids
from storage.sqlite.privacy_requests import WHOLE_GUILD, Wishes
from storage.times import last_snowflake, to_microseconds

if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.sqlite.connection import Database


class Guilds:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._wishes = Wishes(database)

    KNOWN = """
        SELECT guild FROM channel UNION SELECT guild FROM guild_settings
    """

    async def known(self) -> frozenset[int]:
        """The guilds of which anything but wishes is kept."""
        return frozenset(guild for (guild,) in await self._database.read(self.KNOWN))

    LEFT = "INSERT INTO guild_left VALUES (?, ?) ON CONFLICT DO NOTHING"

    async def left(self, guild_id: int, at: datetime) -> None:
        """Note that the bot left the guild at this time (aware). Told again, the first counts."""
        check_ids(guild_id)
        row = (guild_id, to_microseconds(at))
        await self._database.write(lambda connection: connection.execute(self.LEFT, row))

    PRESENT = "DELETE FROM guild_left WHERE guild IN (SELECT value FROM json_each(?))"

    async def present(self, guild_ids: Collection[int]) -> None:
        """Note that the bot is in these guilds: their data stays."""
        guilds = (json.dumps(list(guild_ids)),)
        await self._database.write(lambda connection: connection.execute(self.PRESENT, guilds))

    LEFT_BEFORE = "SELECT guild FROM guild_left WHERE since < ? ORDER BY guild"

    async def erase_left(self, before: datetime) -> list[int]:
        """Erase the guilds that were left before this time (aware); return which."""
        found = await self._database.read(self.LEFT_BEFORE, (to_microseconds(before),))
        guilds = [guild for (guild,) in found]
        for guild in guilds:
            await self.erase(guild)
        return guilds

    async def erase(self, guild_id: int) -> None:
        """Delete everything of the guild, but for who opted out or had their messages erased.

        Those wishes stay, so that nobody needs to say it again when the guild comes back.
        """
        moment = last_snowflake(datetime.now(UTC))
        await self._wishes.carry_out("erase-guild", guild_id, WHOLE_GUILD, moment)
