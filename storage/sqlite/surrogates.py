"""The small numbers that stand for channels, members and models in the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.batch import check_ids
from storage.errors import InvalidInputError

if TYPE_CHECKING:
    import sqlite3


# Its identity goes with it, which is all that tells who a member is.
DROP_MEMBER = """
    DELETE FROM member
    WHERE id = ? AND NOT EXISTS (SELECT 1 FROM member_hour WHERE member = member.id)
"""


class Keys:
    """Finds or makes the numbers, within one transaction, asking once for each."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._channels: dict[tuple[int, int, int | None], int] = {}
        self._members: dict[tuple[int, int], int] = {}
        self._models: dict[str, int] = {}

    FIND_CHANNEL = "SELECT id, parent FROM channel WHERE guild = ? AND snowflake = ?"
    ADD_CHANNEL = "INSERT INTO channel (guild, snowflake, parent) VALUES (?, ?, ?) RETURNING id"
    SET_PARENT = "UPDATE channel SET parent = ? WHERE id = ?"

    def channel(self, guild: int, snowflake: int, parent: int | None) -> int:
        """The channel's number. A parent is kept once known: deletions come without it."""
        asked = (guild, snowflake, parent)
        if asked in self._channels:
            return self._channels[asked]
        check_ids(guild, snowflake, parent)
        found = self._connection.execute(self.FIND_CHANNEL, (guild, snowflake)).fetchone()
        if found is None:
            found = (*self._connection.execute(self.ADD_CHANNEL, asked).fetchone(), parent)
        key, known_parent = found
        if parent not in (None, known_parent):
            self._connection.execute(self.SET_PARENT, (parent, key))
        self._channels[asked] = key
        return int(key)

    FIND_MEMBER = "SELECT id FROM member WHERE identity = member_key(?, ?)"
    ADD_MEMBER = """
        INSERT INTO member (guild, identity) VALUES (?1, member_key(?1, ?2)) RETURNING id
    """

    def member(self, guild: int, snowflake: int) -> int:
        """The member's number; their snowflake itself is not kept."""
        asked = (guild, snowflake)
        if asked not in self._members:
            check_ids(guild, snowflake)
            found = self._connection.execute(self.FIND_MEMBER, asked).fetchone()
            if found is None:
                found = self._connection.execute(self.ADD_MEMBER, asked).fetchone()
            (self._members[asked],) = found
        return self._members[asked]

    FIND_MODEL = "SELECT id FROM model WHERE version = ?"
    ADD_MODEL = "INSERT INTO model (version) VALUES (?) RETURNING id"

    def model(self, version: str) -> int:
        if version not in self._models:
            if not 0 < len(version) <= 100 or not version.isascii():
                raise InvalidInputError("A model's version is 1 to 100 letters of ASCII.")
            found = self._connection.execute(self.FIND_MODEL, (version,)).fetchone()
            if found is None:
                found = self._connection.execute(self.ADD_MODEL, (version,)).fetchone()
            (self._models[version],) = found
        return self._models[version]

    def drop_member_if_uncounted(self, key: int) -> None:
        """Drop the member's row, all that tells who they are, unless a rollup counts them."""
        self._connection.execute(DROP_MEMBER, (key,))
