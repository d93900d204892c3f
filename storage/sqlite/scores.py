"""The stored messages' scores, read in columns.

A message costs no object of Python's: SQLite writes each as a line of hexadecimal digits, all of
the same length, and columns are cut out of these as bytes.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import count
from typing import Any, Final

from storage.batch import STATUS_NUMBERS
from storage.records import Scores
from storage.sqlite.channels import asked_channels
from storage.times import first_snowflake

# All digits of a part are in memory at once.
_PART: Final = 86_400_000 << 22  # a day, in snowflakes
_MOST_PARTS: Final = 64

# In the order of the columns below. (SQLite's operators << and | bind equally.)
SCORES = """
    SELECT group_concat(line, '') FROM (
        SELECT printf('%016x%016x%010x%016x', message, (asked.key << 32) | member,
            (status << 32) | (negative << 16) | positive, ifnull(reply_to, 0)) AS line
        FROM json_each(?1) AS asked CROSS JOIN message
            ON message.channel = asked.value AND message >= ?2 AND message < ?3
        ORDER BY message)
"""
# Where in a line each number begins, and how many bytes it has.
_MESSAGE, _CHANNEL, _MEMBER = (0, 8), (8, 4), (12, 4)
_STATUS, _NEGATIVE, _POSITIVE, _REPLY_TO = (16, 1), (17, 2), (19, 2), (21, 8)
_LINE: Final = 29

# What comes after a person's first ten of an hour: `member_hour_beyond_ten` knows who wrote more.
NOT_COUNTED = """
    SELECT message.message, busy.key
    FROM (
            SELECT DISTINCT asked.key, channel, hour
            FROM json_each(?1) AS asked CROSS JOIN member_hour ON channel = asked.value
                AND hour >= ((?2 >> 22) + 1420070400000) / 3600000
                AND hour <= ((?3 >> 22) + 1420070400000) / 3600000
                AND scored > 10
        ) AS busy
        CROSS JOIN message ON message.channel = busy.channel
            AND message.message >= (busy.hour * 3600000 - 1420070400000) << 22
            AND message.message < ((busy.hour + 1) * 3600000 - 1420070400000) << 22
            AND message.status = 0
        CROSS JOIN member_hour ON member_hour.member = message.member
            AND member_hour.hour = busy.hour + 0 AND member_hour.channel = message.channel
    WHERE member_hour.scored > 10 AND member_hour.last_counted < message.message
"""
_COUNTS: Final = bytes(status == STATUS_NUMBERS["scored"] for status in range(256))


def load_scores(
    connection: sqlite3.Connection,
    guild: int,
    channel_ids: Collection[int],
    since: datetime,
    until: datetime,
) -> Scores:
    """As `Messages.scores`; to be read in one snapshot."""
    channels = asked_channels(connection, guild, channel_ids)
    numbers = json.dumps(list(channels))
    snowflakes = [channel.snowflake for channel in channels.values()]
    places = [channel.place for channel in channels.values()]
    people = defaultdict[int, int](count().__next__)
    found, its_channels = Scores(), array("I")
    first, end = first_snowflake(since), first_snowflake(until)
    for part in _parts(first, end):
        (digits,) = connection.execute(SCORES, (numbers, *part)).fetchone()
        lines = bytes.fromhex(digits or "")
        of_channels: array[int] = _column("I", lines, *_CHANNEL)
        its_channels.extend(of_channels)
        found.message_ids.extend(_column("q", lines, *_MESSAGE))
        found.places.extend(map(places.__getitem__, of_channels))
        found.channel_ids.extend(map(snowflakes.__getitem__, of_channels))
        found.people.extend(map(people.__getitem__, _column("I", lines, *_MEMBER)))
        statuses = _column("B", lines, *_STATUS)
        found.statuses.extend(statuses)
        found.counts.frombytes(statuses.tobytes().translate(_COUNTS))
        found.negative.extend(_column("H", lines, *_NEGATIVE))
        found.positive.extend(_column("H", lines, *_POSITIVE))
        found.replies_to.extend(_column("q", lines, *_REPLY_TO))
    for message, channel in connection.execute(NOT_COUNTED, (numbers, first, end)):
        place = bisect_left(found.message_ids, message)
        # Outside of the period there is none; and in theory several channels have the same id.
        while place < len(found) and found.message_ids[place] == message:
            if its_channels[place] == channel:
                found.counts[place] = 0
            place += 1
    return found


def _parts(first: int, end: int) -> Iterator[tuple[int, int]]:
    """The snowflakes in [first, end), cut into parts of a day; of a long time, into longer ones."""
    length = max(_PART, (end - first) // _MOST_PARTS + 1)
    for start in range(first, end, length):
        yield start, min(start + length, end)


def _column(code: str, lines: bytes, start: int, width: int) -> array[Any]:
    """The numbers of `width` bytes that begin at this byte of each line, as an array of `code`."""
    column = bytearray(len(lines) // _LINE * width)
    for byte in range(width):
        column[byte::width] = lines[start + byte :: _LINE]
    numbers = array(code, column)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
