"""The hourly sums, changed with the messages: all always equal a recount of what is stored."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from storage.batch import (
    NOBODY,
    HourOfMember,
    MemberHour,
    Row,
    Voice,
    by_channel_hour,
    by_member_hour,
    hour_of_member,
    recount,
    sums_of,
)
from storage.records import MOST_COUNTED
from storage.sqlite.channel_hours import ChannelHour, change_channels
from storage.times import first_snowflake_of


def follow(
    connection: sqlite3.Connection,
    gone: Sequence[Row],
    come: Sequence[Row],
    guild_of_channel: Mapping[int, int],
) -> list[MemberHour]:
    """Count anew what changed when these rows of messages went and came; drop what is empty.

    Returns the hours of members in which nothing of theirs was counted before.
    """
    changes = by_member_hour(gone, come)
    before = _load_of_members(connection, changes)
    after = {}
    at_the_limit = {}
    for key, change in changes.items():
        had = before.get(key, NOBODY)
        if had.sums.scored + len(change[1]) < MOST_COUNTED:
            # Every message counts: nobody asks for others.
            after[key] = recount(had, *change, ())
        else:
            after[key] = had  # in its place among the keys
            at_the_limit[key] = change
    scored = _scored_of_channels(connection, at_the_limit)
    for key, change in at_the_limit.items():
        member, hour, channel = key
        after[key] = recount(after[key], *change, scored[channel, hour].of_member(member))
    _write_of_members(connection, after)
    change_channels(connection, by_channel_hour(before, after), guild_of_channel)
    return [key for key in after if key not in before]


_LOAD_OF_MEMBERS = """
    SELECT member, hour, channel, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, last_counted
    FROM json_each(?) AS asked CROSS JOIN member_hour
        ON member = asked.value ->> 0 AND hour = asked.value ->> 1 AND channel = asked.value ->> 2
"""


def _load_of_members(
    connection: sqlite3.Connection, keys: Iterable[MemberHour]
) -> dict[MemberHour, HourOfMember]:
    found = connection.execute(_LOAD_OF_MEMBERS, (json.dumps(list(keys)),))
    return {row[:3]: hour_of_member((sums_of(row[3:-1]), row[-1])) for row in found}


_SCORED = """
    SELECT member, message, score FROM message
    WHERE channel = ? AND message >= ? AND message < ? AND status = 0
        AND member IN (SELECT value FROM json_each(?))
    ORDER BY message
"""


class _Scored:
    """Scored messages of an hour of a channel: read once for all members that a batch is about,
    only when somebody asks, and only as far as they do."""

    def __init__(self, connection: sqlite3.Connection, channel: int, hour: int) -> None:
        self._connection = connection
        self._channel = channel
        self._end = first_snowflake_of(hour + 1)
        self._first = self._end
        self._read: dict[int, list[Voice]] = {}
        self._cursor: sqlite3.Cursor | None = None

    def expect(self, member: int, first: int) -> None:
        """Say, before anybody asks, that this member may be asked for from this message on."""
        self._read[member] = []
        self._first = min(self._first, first)

    def of_member(self, member: int) -> Iterator[Voice]:
        """The member's, from the first message on that anybody is expected to be asked for."""
        mine, place = self._read[member], 0
        while place < len(mine) or self._read_on():
            if place < len(mine):
                yield mine[place]
                place += 1

    def _read_on(self) -> bool:
        """Read one more, whosever it is; whether there was one."""
        if self._cursor is None:
            period = (self._channel, self._first, self._end)
            members = json.dumps(list(self._read))
            self._cursor = self._connection.execute(_SCORED, (*period, members))
        row = self._cursor.fetchone()
        if row is None:
            return False
        member, message, score = row
        self._read[member].append((message, score))
        return True


def _scored_of_channels(
    connection: sqlite3.Connection, changes: Mapping[MemberHour, tuple[list[Voice], list[Voice]]]
) -> dict[ChannelHour, _Scored]:
    found: dict[ChannelHour, _Scored] = {}
    for (member, hour, channel), (gone, come) in changes.items():
        if (channel, hour) not in found:
            found[channel, hour] = _Scored(connection, channel, hour)
        first = min(message for message, _ in (*gone, *come))
        found[channel, hour].expect(member, first)
    return found


# Not a replacement, which would write the index of hours by channel anew, too.
_WRITE_OF_MEMBER = """
    INSERT INTO member_hour (
        member, hour, channel, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, last_counted)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET negative = excluded.negative, neutral = excluded.neutral,
        positive = excluded.positive, unsure = excluded.unsure, not_scored = excluded.not_scored,
        mood_sum = excluded.mood_sum, mood_sum_squares = excluded.mood_sum_squares,
        scored = excluded.scored, last_counted = excluded.last_counted
"""
_DROP_OF_MEMBER = "DELETE FROM member_hour WHERE member = ? AND hour = ? AND channel = ?"


def _write_of_members(
    connection: sqlite3.Connection, hours: Mapping[MemberHour, HourOfMember]
) -> None:
    full = [(*key, *sums, last) for key, (sums, last) in hours.items() if sums.messages]
    connection.executemany(_WRITE_OF_MEMBER, full)
    empty = [key for key, (sums, _) in hours.items() if not sums.messages]
    connection.executemany(_DROP_OF_MEMBER, empty)
