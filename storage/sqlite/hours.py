"""The hourly sums, changed with the messages: all always equal a recount of what is stored."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

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
    _write_of_members(connection, before, after)
    change_channels(connection, by_channel_hour(before, after), guild_of_channel)
    return [key for key in after if key not in before]


# Member and channel in one number, since a number costs SQLite a fraction of what a list does.
_LOAD_OF_MEMBERS = """
    SELECT member, hour, channel, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, last_counted
    FROM json_each(?1) AS asked CROSS JOIN member_hour
        ON member = asked.value >> 32 AND hour = ?2 AND channel = asked.value & 0xffffffff
"""


def _load_of_members(
    connection: sqlite3.Connection, keys: Iterable[MemberHour]
) -> dict[MemberHour, HourOfMember]:
    by_hour: dict[int, list[int]] = {}  # mostly it is one hour
    for member, hour, channel in keys:
        by_hour.setdefault(hour, []).append(member << 32 | channel)
    return {
        row[:3]: hour_of_member((sums_of(row[3:-1]), row[-1]))
        for hour, asked in by_hour.items()
        for row in connection.execute(_LOAD_OF_MEMBERS, (json.dumps(asked), hour))
    }


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


# Not one statement for both, which takes longer; nor a replacement, which would write the index of
# hours by channel anew, too.
_CHANGE_OF_MEMBER = """
    UPDATE member_hour SET negative = ?, neutral = ?, positive = ?, unsure = ?, not_scored = ?,
        mood_sum = ?, mood_sum_squares = ?, scored = ?, last_counted = ?
    WHERE member = ? AND hour = ? AND channel = ?
"""
_INSERT_OF_MEMBER = """
    INSERT INTO member_hour (
        member, hour, channel, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, last_counted)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_DROP_OF_MEMBER = "DELETE FROM member_hour WHERE member = ? AND hour = ? AND channel = ?"


def _write_of_members(
    connection: sqlite3.Connection,
    before: Container[MemberHour],
    after: Mapping[MemberHour, HourOfMember],
) -> None:
    changed, new, empty = [], [], []
    for key, (sums, last) in after.items():
        if not sums.messages:
            empty.append(key)
        elif key in before:
            changed.append((*sums, last, *key))
        else:
            new.append((*key, *sums, last))
    connection.executemany(_CHANGE_OF_MEMBER, changed)
    connection.executemany(_INSERT_OF_MEMBER, new)
    connection.executemany(_DROP_OF_MEMBER, empty)
