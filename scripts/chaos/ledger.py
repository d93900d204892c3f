"""What must be in a database file, counted apart from the storage; and what is in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.records import Change, DeletedMessages, ReadUpTo, ScoredMessage

UNIX = datetime(1970, 1, 1, tzinfo=UTC)
STATUSES = ("scored", "unsure", "not_scored")

# A message (snowflakes of its channel and its own), and what is known of it: time of the last
# edit in microseconds since 1970 (0: none), negative and positive in 1/10,000, status.
ChannelMessage = tuple[int, int]
Known = tuple[int, int, int, str]


@dataclass(slots=True)
class Ledger:
    """Keeps every message in plain dictionaries: slow, and simple enough to be right."""

    messages: dict[ChannelMessage, Known] = field(default_factory=dict)
    deleted: set[ChannelMessage] = field(default_factory=set)
    read_up_to: dict[int, int] = field(default_factory=dict)  # by channel

    def apply(self, changes: Iterable[Change]) -> None:
        for change in changes:
            if isinstance(change, ScoredMessage):
                self._put(change)
            elif isinstance(change, ReadUpTo):
                self.read_up_to[change.channel_id] = change.message_id
            elif isinstance(change, DeletedMessages):
                places = {(change.channel_id, message_id) for message_id in change.message_ids}
                self.deleted |= places
                for place in places & self.messages.keys():
                    del self.messages[place]

    def copy(self) -> Ledger:
        return Ledger(dict(self.messages), set(self.deleted), dict(self.read_up_to))

    def _put(self, message: ScoredMessage) -> None:
        place = (message.channel_id, message.message_id)
        edited = 0
        if message.edited_at is not None:
            edited = (message.edited_at - UNIX) // timedelta(microseconds=1)
        newer = place not in self.messages or edited > self.messages[place][0]
        if newer and place not in self.deleted:
            units = round(message.negative * 10_000), round(message.positive * 10_000)
            self.messages[place] = (edited, *units, message.status)


def stored(path: Path) -> dict[ChannelMessage, Known]:
    """Every message in the file."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT channel.snowflake, message, edited, negative, positive, status "
            "FROM message JOIN channel ON channel.id = message.channel"
        )
        return {row[:2]: (*row[2:5], STATUSES[row[5]]) for row in rows}


def is_stored(path: Path, place: ChannelMessage) -> bool:
    """Whether this message is in the file."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT 1 FROM message WHERE message = ?2"
            " AND channel IN (SELECT id FROM channel WHERE snowflake = ?1)",
            place,
        )
        return found.fetchone() is not None


def read_up_to(path: Path) -> dict[int, int]:
    """How far each channel is read, as the file says."""
    with closing(sqlite3.connect(path)) as connection:
        said = "SELECT snowflake, contiguous FROM channel WHERE contiguous > 0"
        return dict(connection.execute(said))


def count(path: Path) -> int:
    """How many messages are in the file."""
    with closing(sqlite3.connect(path)) as connection:
        (messages,) = connection.execute("SELECT count(*) FROM message").fetchone()
        return int(messages)


# The milder label wins a tie: neutral first, then positive. Of each person the first ten scored
# messages of an hour and channel count in a mood; before version 4 all of them did.
_COUNTED = """
    SELECT {key},
        sum(counts AND negative > neutral AND negative > positive) AS negative,
        sum(counts AND neutral >= negative AND neutral >= positive) AS neutral,
        sum(counts AND positive > neutral AND positive >= negative) AS positive,
        sum(status = 1) AS unsure, sum(status = 2) AS not_scored,
        sum(iif(counts, mood, 0)) AS mood_sum, sum(iif(counts, mood * mood, 0)) AS mood_sum_squares
        {more}
    FROM (
        SELECT *, 10000 - negative - positive AS neutral, positive - negative AS mood,
            status = 0 AND number <= {most} AS counts
        FROM (
            SELECT *, row_number() OVER (
                PARTITION BY channel, member, hour, status ORDER BY message) AS number
            FROM (
                SELECT channel, member, ((message >> 22) + 1420070400000) / 3600000 AS hour,
                    message, status, negative, positive
                FROM message
            )
        )
    )
    GROUP BY {key}
"""
_COLUMNS = "negative, neutral, positive, unsure, not_scored, mood_sum, mood_sum_squares"
_KEYS = {"channel_hour": "channel, hour", "member_hour": "member, hour, channel"}
_SCORED = ", sum(status = 0) AS scored"
_SINCE_VERSION_4 = {
    "channel_hour": _SCORED + ", count(DISTINCT iif(status = 0, member, NULL)) AS writers",
    "member_hour": _SCORED + ", max(iif(counts AND number = 10, message, 0)) AS last_counted",
}
_COLUMNS_SINCE_VERSION_4 = {
    "channel_hour": ", scored, writers",
    "member_hour": ", scored, last_counted",
}


def recount_sql(table: str, version: int) -> str:
    """The SELECT that counts the messages into the columns of `channel_hour` or `member_hour`."""
    since_4 = version >= 4
    more, most = (_SINCE_VERSION_4[table], 10) if since_4 else ("", 10**9)
    return _COUNTED.format(key=_KEYS[table], more=more, most=most)


# A guild's hours are those of its channels together.
_OF_GUILDS = """
    SELECT guild, hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
        sum(mood_sum), sum(mood_sum_squares), sum(scored)
    FROM channel_hour JOIN channel ON channel.id = channel_hour.channel
    WHERE guild <> 0 GROUP BY guild, hour
"""
_KEPT_OF_GUILDS = f"SELECT guild, hour, {_COLUMNS}, scored FROM guild_hour"


# A guild's days are those of its hours, if they are summed up; and its published days those of its
# channels.
_OF_DAYS = """
    SELECT guild_day.guild, first_hour, sum(guild_hour.negative), sum(guild_hour.neutral),
        sum(guild_hour.positive), sum(guild_hour.unsure), sum(guild_hour.not_scored),
        sum(guild_hour.mood_sum), sum(guild_hour.mood_sum_squares), sum(guild_hour.scored)
    FROM guild_day JOIN guild_hour ON guild_hour.guild = guild_day.guild
        AND hour >= first_hour AND hour < end_hour
    GROUP BY guild_day.guild, first_hour
"""
_KEPT_OF_DAYS = f"SELECT guild, first_hour, {_COLUMNS}, scored FROM guild_day"
_SUMS = ", ".join(f"sum({column})" for column in [*_COLUMNS.split(", "), "scored"])
_OF_CHANNEL_DAYS = f"SELECT guild, first_hour, {_SUMS} FROM channel_day GROUP BY guild, first_hour"
_OF_PUBLISHED = """
    SELECT guild, day, count(mood), count(*) - count(mood), coalesce(sum(counted), 0),
        coalesce(sum(volume), 0), coalesce(sum(mood * counted), 0),
        coalesce(sum(negative * counted), 0), coalesce(sum(positive * counted), 0)
    FROM published_day JOIN channel ON channel.id = published_day.channel
    WHERE guild <> 0 GROUP BY guild, day
"""
_KEPT_OF_PUBLISHED = "SELECT * FROM guild_published_day"


def _kept_sql(table: str, version: int) -> str:
    more = _COLUMNS_SINCE_VERSION_4[table] if version >= 4 else ""
    return f"SELECT {_KEYS[table]}, {_COLUMNS}{more} FROM {table}"


def faults(path: Path) -> list[str]:
    """What is wrong in the file, in words.

    That is damage, rows that point nowhere, or rollups that no recount of rows gives.
    """
    found = []
    with closing(sqlite3.connect(path)) as connection:
        (integrity,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if integrity != "ok":
            return [f"integrity_check says: {integrity}"]
        if lost := {row[0] for row in connection.execute("PRAGMA foreign_key_check")}:
            found.append(f"rows point nowhere, in {', '.join(sorted(lost))}")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        recounts = {
            table: (recount_sql(table, version), _kept_sql(table, version)) for table in _KEYS
        }
        if version >= 17:
            recounts["guild_hour"] = (_OF_GUILDS, _KEPT_OF_GUILDS)
        if version >= 23:
            recounts["guild_day"] = (_OF_DAYS, _KEPT_OF_DAYS)
            recounts["channel_day"] = (_OF_CHANNEL_DAYS, _KEPT_OF_DAYS)
            recounts["guild_published_day"] = (_OF_PUBLISHED, _KEPT_OF_PUBLISHED)
        for table, (counted, kept) in recounts.items():
            for more, less in ((counted, kept), (kept, counted)):
                wrong = connection.execute(
                    f"SELECT count(*) FROM (SELECT * FROM ({more}) EXCEPT SELECT * FROM ({less}))"
                ).fetchone()[0]
                if wrong:
                    found.append(f"{wrong} rows of {table} differ from a recount of the messages")
    return found
