"""The small numbers (surrogate keys) that stand for channels, members and models in the rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from storage.errors import InvalidInputError
from storage.ids import check_ids
from storage.pseudonyms import Pseudonyms
from storage.sqlite.exclusions import places

# Its pseudonym goes with it, which is all that tells who a member is.
DROP_MEMBER = """
    DELETE FROM member
    WHERE id = ? AND NOT EXISTS (SELECT 1 FROM member_hour WHERE member = member.id)
"""


class Surrogates:
    """Finds or makes the numbers, within one transaction, asking once for each."""

    def __init__(self, connection: sqlite3.Connection, pseudonyms: Pseudonyms) -> None:
        self._connection = connection
        self._pseudonyms = pseudonyms
        self._channels: dict[tuple[int, int, int | None], int] = {}
        self._guilds: dict[int, int] = {}
        self._members: dict[tuple[int, int], int] = {}
        self._models: dict[str, int] = {}

    @property
    def guild_of_channel(self) -> Mapping[int, int]:
        """The guild of every channel that was asked for, by the channel's number."""
        return self._guilds

    FIND_CHANNELS = """
        SELECT channel.id, snowflake, channel.parent
        FROM json_each(?2) AS asked CROSS JOIN channel ON guild = ?1 AND snowflake = asked.value
    """

    def expect_channels(self, asked: Iterable[tuple[int, int, int | None]]) -> None:
        """Ask for the numbers of all these channels at once, where they are known and nothing new
        is told of them: each by guild, snowflake and parent."""
        of_guilds: dict[int, dict[int, int | None]] = {}
        for guild, snowflake, parent in asked:
            of_guilds.setdefault(guild, {})[snowflake] = parent
        for guild, parents in of_guilds.items():
            found = self._connection.execute(self.FIND_CHANNELS, (guild, json.dumps(list(parents))))
            for number, snowflake, known_parent in found:
                parent = parents[snowflake]
                if parent in (None, known_parent):
                    self._channels[guild, snowflake, parent] = number
                    self._guilds[number] = guild

    FIND_CHANNEL = "SELECT id, parent FROM channel WHERE guild = ? AND snowflake = ?"
    ADD_CHANNEL = "INSERT INTO channel (guild, snowflake, parent) VALUES (?, ?, ?) RETURNING id"
    SET_PARENT = "UPDATE channel SET parent = ? WHERE id = ?"

    def channel(self, guild: int, snowflake: int, parent: int | None) -> int:
        """The channel's number. A parent is kept once known: deletions come without it."""
        asked = (guild, snowflake, parent)
        known = self._channels.get(asked)
        if known is not None:
            return known
        check_ids(guild, snowflake, parent)
        found = self._connection.execute(self.FIND_CHANNEL, (guild, snowflake)).fetchone()
        if found is None:
            found = (*self._connection.execute(self.ADD_CHANNEL, asked).fetchone(), parent)
        number, known_parent = found
        if parent not in (None, known_parent):
            self._connection.execute(self.SET_PARENT, (parent, number))
        self._channels[asked] = number
        self._guilds[number] = guild
        return int(number)

    # Their pseudonyms are one after the other in the second parameter; the first only counts them.
    FIND_MEMBERS = """
        SELECT asked.key, member.id
        FROM json_each(?1) AS asked CROSS JOIN member
            ON identity = substr(?2, 16 * asked.key + 1, 16)
    """

    def expect_members(self, members: Sequence[tuple[int, int]], pseudonyms: bytes) -> None:
        """Ask for the numbers of all these members at once, where they are known."""
        asked = (places(len(members)), pseudonyms)
        for key, number in self._connection.execute(self.FIND_MEMBERS, asked):
            self._members[members[key]] = number

    FIND_MEMBER = "SELECT id FROM member WHERE identity = ?"
    ADD_MEMBER = "INSERT INTO member (guild, identity) VALUES (?, ?) RETURNING id"

    def member(self, guild: int, snowflake: int) -> int:
        """The member's number; their snowflake itself is not kept."""
        asked = (guild, snowflake)
        known = self._members.get(asked)
        if known is None:
            check_ids(guild, snowflake)
            pseudonym = self._pseudonyms.of(guild, snowflake)
            found = self._connection.execute(self.FIND_MEMBER, (pseudonym,)).fetchone()
            if found is None:
                found = self._connection.execute(self.ADD_MEMBER, (guild, pseudonym)).fetchone()
            (known,) = found
            self._members[asked] = known
        return known

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

    def drop_member_if_uncounted(self, number: int) -> None:
        """Drop the member's row, all that tells who they are, unless a rollup counts them."""
        self._connection.execute(DROP_MEMBER, (number,))
