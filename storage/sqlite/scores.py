"""The stored messages' scores, read in columns: a reader's thread makes no object for each."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import count
from typing import Final

from storage.batch import STATUS_NUMBERS
from storage.records import MOST_COUNTED, Scores
from storage.sqlite.channels import asked_channels
from storage.times import first_snowflake

_ROWS_AT_ONCE: Final = 4096
_SCORED: Final = STATUS_NUMBERS["scored"]
_NOT_COUNTED: Final = -1

SCORES = """
    SELECT message, channel, member, score, reply_gap
    FROM json_each(?1) AS asked CROSS JOIN message
        ON message.channel = asked.value AND message >= ?2 AND message < ?3
    ORDER BY message
"""
# What comes after a person's first ten of an hour. Where fewer were written by all, nobody looks.
NOT_COUNTED = """
    SELECT message.channel, message.message
    FROM json_each(?1) AS asked
        CROSS JOIN channel_hour ON channel_hour.channel = asked.value
            AND channel_hour.hour >= ((?2 >> 22) + 1420070400000) / 3600000
            AND channel_hour.hour <= ((?3 >> 22) + 1420070400000) / 3600000
            AND channel_hour.scored > ?4
        CROSS JOIN message ON message.channel = asked.value
            AND message.message >= (channel_hour.hour * 3600000 - 1420070400000) << 22
            AND message.message < ((channel_hour.hour + 1) * 3600000 - 1420070400000) << 22
            AND message.status = 0
        CROSS JOIN member_hour ON member_hour.member = message.member
            AND member_hour.hour = channel_hour.hour + 0
            AND member_hour.channel = message.channel
            AND member_hour.scored > ?4 AND member_hour.last_counted < message.message
"""


def load_scores(
    connection: sqlite3.Connection,
    guild: int,
    channel_ids: Collection[int],
    since: datetime,
    until: datetime,
) -> Scores:
    """As `Messages.scores`; to be read in one snapshot."""
    channels = asked_channels(connection, guild, channel_ids)
    asked = (json.dumps(list(channels)), first_snowflake(since), first_snowflake(until))
    not_counted = frozenset(connection.execute(NOT_COUNTED, (*asked, MOST_COUNTED)))
    snowflakes = {number: channel.snowflake for number, channel in channels.items()}
    places = {number: channel.place for number, channel in channels.items()}
    found = Scores()
    people = defaultdict[int, int](count().__next__)
    for messages, numbers, members, scores, gaps in _chunks(connection, asked):
        found.message_ids.fromlist(list(messages))
        found.places.fromlist([places[number] for number in numbers])
        found.channel_ids.fromlist([snowflakes[number] for number in numbers])
        found.people.fromlist([people[member] for member in members])
        statuses = [score >> 28 for score in scores]
        found.statuses.fromlist(statuses)
        if not_counted:
            statuses = [
                _NOT_COUNTED if key in not_counted else status
                for key, status in zip(zip(numbers, messages, strict=True), statuses, strict=True)
            ]
        found.counts.fromlist([status == _SCORED for status in statuses])
        found.negative.fromlist([score >> 14 & 0x3FFF for score in scores])
        found.positive.fromlist([score & 0x3FFF for score in scores])
        found.replies_to.fromlist(
            [0 if g is None else m - g for m, g in zip(messages, gaps, strict=True)]
        )
    return found


def _chunks(
    connection: sqlite3.Connection, asked: tuple[str, int, int]
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """The columns of `SCORES`, some thousand rows at a time: other threads get their turn."""
    cursor = connection.execute(SCORES, asked)
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        yield tuple(zip(*rows, strict=True))
