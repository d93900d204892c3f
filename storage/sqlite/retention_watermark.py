"""How far back the tables reach; what is older is gone, and is not taken in again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from storage.times import HOURS_A_DAY

if TYPE_CHECKING:
    import sqlite3


class Horizon(NamedTuple):
    """Table `horizon`: the oldest that is kept of each kind.

    `message` is a snowflake; the hours count from 1970. Hours of members never end before rows
    do, nor hours of channels before those of members.
    """

    message: int
    member_hour: int
    channel_hour: int

    @property
    def first_open_day(self) -> int:
        """The first day, counted from 1970, of which no hour of a member has gone."""
        return -(-self.member_hour // HOURS_A_DAY)


_LOAD = "SELECT message, member_hour, channel_hour FROM horizon"
_ADVANCE = """
    UPDATE horizon SET message = max(message, ?), member_hour = max(member_hour, ?),
        channel_hour = max(channel_hour, ?)
"""


def load(connection: sqlite3.Connection) -> Horizon:
    return Horizon._make(connection.execute(_LOAD).fetchone())


def advance(connection: sqlite3.Connection, horizon: Horizon) -> Horizon:
    """Move forwards, never back: what is gone does not return. The horizon that holds now."""
    connection.execute(_ADVANCE, horizon)
    return load(connection)
