"""The stored messages' scores, read in columns.

A message costs no object of Python's: the server writes each as so many bytes, all of the same
length, and columns are cut out of these.
"""

from __future__ import annotations

import asyncio
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import count
from typing import Any, Final

from storage.batch import STATUS_NUMBERS
from storage.postgres.channels import AskedChannel, asked_channels
from storage.postgres.connection import Connection
from storage.postgres.packed import column
from storage.records import Scores
from storage.times import first_snowflake

# All bytes of a part are in memory at once.
_PART: Final = 86_400_000 << 22  # a day, in snowflakes
_MOST_PARTS: Final = 64

SCORES = """
    SELECT string_agg(
        int8send(message) || int4send((asked.place - 1)::integer) || int8send(member)
            || int2send((score >> 28)::smallint) || int2send((score >> 14 & 16383)::smallint)
            || int2send((score & 16383)::smallint) || int8send(coalesce(message - reply_gap, 0)),
        ''::bytea ORDER BY message)
    FROM unnest($2::bigint[]) WITH ORDINALITY AS asked(channel, place)
        JOIN message ON message.guild = $1 AND message.channel = asked.channel
            AND message >= $3 AND message < $4
"""
# Where in a line each number begins, and how it is written.
_MESSAGE, _CHANNEL, _MEMBER = (0, "q"), (8, "I"), (12, "q")
_STATUS, _NEGATIVE, _POSITIVE, _REPLY_TO = (20, "H"), (22, "H"), (24, "H"), (26, "q")
_LINE: Final = 34

# What comes after a person's first ten of an hour: `member_hour_beyond_ten` knows who wrote more.
NOT_COUNTED = """
    SELECT message.message, busy.place - 1
    FROM (
            SELECT asked.place, hours.channel, hours.hour, hours.member, hours.last_counted
            FROM unnest($2::bigint[]) WITH ORDINALITY AS asked(channel, place)
                JOIN member_hour AS hours ON hours.guild = $1 AND hours.channel = asked.channel
            WHERE hours.hour >= (($3::bigint >> 22) + 1420070400000) / 3600000
                AND hours.hour <= (($4::bigint >> 22) + 1420070400000) / 3600000
                AND hours.beyond_ten
        ) AS busy
        JOIN message ON message.guild = $1 AND message.channel = busy.channel
            AND message.message >= (busy.hour * 3600000::bigint - 1420070400000) << 22
            AND message.message < ((busy.hour + 1) * 3600000::bigint - 1420070400000) << 22
            AND message.member = busy.member
    WHERE message.score >> 28 = 0 AND message.message > busy.last_counted
"""
_COUNTS: Final = bytes(status == STATUS_NUMBERS["scored"] for status in range(256))


async def load_scores(
    connection: Connection,
    guild: int,
    channel_ids: Collection[int],
    since: datetime,
    until: datetime,
) -> Scores:
    """As `Messages.scores`; to be read in one snapshot."""
    channels = await asked_channels(connection, guild, channel_ids)
    numbers = list(channels)
    first, end = first_snowflake(since), first_snowflake(until)
    found = _Columns(list(channels.values()))
    for part in _parts(first, end):
        lines = await connection.fetchval(SCORES, guild, numbers, *part)
        if lines:
            # The event loop goes on meanwhile.
            await asyncio.to_thread(found.add, lines)
    for message, place in await connection.fetch(NOT_COUNTED, guild, numbers, first, end):
        found.leave_out(message, place)
    return found.scores


class _Columns:
    """Puts the columns together, part by part."""

    def __init__(self, channels: Sequence[AskedChannel]) -> None:
        self.scores = Scores()
        self._channels = channels
        self._numbers = array("I")
        self._people = defaultdict[int, int](count().__next__)

    def add(self, lines: bytes) -> None:
        def cut(which: tuple[int, str]) -> array[Any]:
            return column(which[1], lines, which[0], _LINE)

        found, numbers = self.scores, cut(_CHANNEL)
        self._numbers.extend(numbers)
        found.message_ids.extend(cut(_MESSAGE))
        found.places.extend(self._channels[number].place for number in numbers)
        found.channel_ids.extend(self._channels[number].snowflake for number in numbers)
        found.people.extend(map(self._people.__getitem__, cut(_MEMBER)))
        statuses = bytes(cut(_STATUS).tolist())
        found.statuses.frombytes(statuses)
        found.counts.frombytes(statuses.translate(_COUNTS))
        found.negative.extend(cut(_NEGATIVE))
        found.positive.extend(cut(_POSITIVE))
        found.replies_to.extend(cut(_REPLY_TO))

    def leave_out(self, message: int, number: int) -> None:
        """Count it in no mood."""
        found = self.scores
        place = bisect_left(found.message_ids, message)
        # Outside of the period there is none; and in theory several channels have the same id.
        while place < len(found) and found.message_ids[place] == message:
            if self._numbers[place] == number:
                found.counts[place] = 0
            place += 1


def _parts(first: int, end: int) -> Iterator[tuple[int, int]]:
    """The snowflakes in [first, end), cut into parts of a day; of a long time, into longer ones."""
    length = max(_PART, (end - first) // _MOST_PARTS + 1)
    for start in range(first, end, length):
        yield start, min(start + length, end)
