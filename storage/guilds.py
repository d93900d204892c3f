"""Leaving a guild."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.times import last_snowflake
from storage.wishes import WHOLE_GUILD, Wishes

if TYPE_CHECKING:
    from storage.database import Database


class Guilds:
    def __init__(self, database: Database) -> None:
        self._wishes = Wishes(database)

    async def erase(self, guild_id: int) -> None:
        """Delete everything of the guild, but for who opted out or had their messages erased.

        Those wishes stay, so that nobody needs to say it again when the guild comes back.
        """
        moment = last_snowflake(datetime.now(UTC))
        await self._wishes.carry_out("erase-guild", guild_id, WHOLE_GUILD, moment)
