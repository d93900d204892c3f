"""What members say about their own data."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from storage.records import PrivacyStatus
from storage.sqlite.export import export
from storage.sqlite.privacy_requests import Wishes
from storage.times import last_snowflake, start_of_hour

if TYPE_CHECKING:
    from collections.abc import Collection

    from storage.records import MemberExport
    from storage.sqlite.connection import Database


class Privacy:
    """A member's wishes in one guild.

    `at` is when the member asked (aware; now by default). No message sent up to then, and none
    that was erased, is ever stored again, however late a copy of it comes. Of the member only an
    HMAC stays, with that time. Raises `StorageError` when the wish could not be carried out.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._wishes = Wishes(database)

    async def opt_out(self, guild_id: int, user_id: int, at: datetime | None = None) -> int:
        """Erase the member's messages, stop counting them; return how many were erased."""
        moment = last_snowflake(at or datetime.now(UTC))
        return await self._wishes.carry_out("opt-out", guild_id, user_id, moment)

    async def forget(self, guild_id: int, user_id: int, at: datetime | None = None) -> int:
        """Erase the member's messages so far; return how many. An opt-out stays as it is."""
        moment = last_snowflake(at or datetime.now(UTC))
        return await self._wishes.carry_out("forget", guild_id, user_id, moment)

    async def opt_in(self, guild_id: int, user_id: int, at: datetime | None = None) -> None:
        """Count what the member sends from now on; what they sent while opted out stays out."""
        moment = last_snowflake(at or datetime.now(UTC))
        await self._wishes.carry_out("opt-in", guild_id, user_id, moment)

    async def barred(self, members: Collection[tuple[int, int]]) -> dict[tuple[int, int], int]:
        """Of these members, as (guild id, user id), those of whom messages must not be stored.

        The value is the highest message id that must not. So whoever holds a text need not read
        it; whether it is stored is decided again with the storing. Raises `InvalidInputError`
        for an id outside 1..2^63-1, `StorageError` when the file cannot be read.
        """
        return await self._wishes.barred(members)

    STATUS = """
        SELECT
            coalesce((SELECT opted_out FROM wish WHERE member = member_key(?1, ?2)), 0),
            coalesce(sum(negative + neutral + positive + unsure + not_scored), 0),
            min(hour), max(hour)
        FROM member_hour
        WHERE member = (SELECT id FROM member WHERE identity = member_key(?1, ?2))
    """

    async def status(self, guild_id: int, user_id: int) -> PrivacyStatus:
        """What is counted of the member now."""
        ((opted_out, messages, first, last),) = await self._database.read(
            self.STATUS, (guild_id, user_id)
        )
        return PrivacyStatus(
            bool(opted_out),
            messages,
            None if first is None else start_of_hour(first),
            None if last is None else start_of_hour(last),
        )

    async def export(self, guild_id: int, user_id: int) -> MemberExport:
        """Everything that is kept of the member now."""
        return await export(self._database, guild_id, user_id)
