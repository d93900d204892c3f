"""Erases big channels and guilds in steps, so that other writes need not wait for all of it.

The first step takes the channels out of their guild: they belong to guild 0 from then on, and have
a number in the place of their snowflake. So nothing finds them any more, whoever asks, and no late
message is counted with them. What they hold goes in small transactions after that. A kill in
between leaves channels of guild 0, with which the next start goes on.
"""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import Final

from storage.sqlite.connection import Database
from storage.sqlite.surrogates import DROP_MEMBER
from storage.sweeper import Sweeper

# Rows a transaction: other writes wait some 10 ms for it.
_BATCH: Final = 1000

DETACH_GUILD = "UPDATE channel SET guild = 0, snowflake = id, parent = NULL WHERE guild = ?"
DETACH = "UPDATE channel SET guild = 0, snowflake = id, parent = NULL WHERE id = ?"

DETACHED = "SELECT id FROM channel WHERE guild = 0 LIMIT 1"
# What a channel holds, at most so many rows of it, found by the beginning of a key.
_ROWS: Final = (
    """
    DELETE FROM message WHERE (channel, message) IN (
        SELECT channel, message FROM message WHERE channel = ?1 LIMIT ?2)
    """,
    """
    DELETE FROM deleted WHERE (channel, message) IN (
        SELECT channel, message FROM deleted WHERE channel = ?1 LIMIT ?2)
    """,
    """
    DELETE FROM author_day WHERE (channel, day, member) IN (
        SELECT channel, day, member FROM author_day WHERE channel = ?1 LIMIT ?2)
    """,
    """
    DELETE FROM published_day WHERE (channel, day) IN (
        SELECT channel, day FROM published_day WHERE channel = ?1 LIMIT ?2)
    """,
    """
    DELETE FROM note WHERE id IN (SELECT id FROM note WHERE channel = ?1 LIMIT ?2)
    """,
)
# Before the channel's: an erased member's hours are subtracted from those.
_MEMBER_HOURS = """
    DELETE FROM member_hour WHERE (member, hour, channel) IN (
        SELECT member, hour, channel FROM member_hour WHERE channel = ?1 LIMIT ?2)
    RETURNING member
"""
_CHANNEL_HOURS = """
    DELETE FROM channel_hour WHERE (channel, hour) IN (
        SELECT channel, hour FROM channel_hour WHERE channel = ?1 LIMIT ?2)
"""
_DROP_CHANNEL = "DELETE FROM channel WHERE id = ?"


def sweep(connection: sqlite3.Connection) -> None:
    """Delete a batch of rows of channels without a guild, and those of them that hold no more."""
    left = _BATCH
    while left > 0 and (found := connection.execute(DETACHED).fetchone()):
        (channel,) = found
        left -= _empty(connection, channel, left)
        if left > 0:
            connection.execute(_DROP_CHANNEL, (channel,))
            left -= 1


def _empty(connection: sqlite3.Connection, channel: int, most: int) -> int:
    """Delete what the channel holds, at most so many rows; return how many."""
    left = most
    for sql in _ROWS:
        left -= connection.execute(sql, (channel, left)).rowcount
    members = connection.execute(_MEMBER_HOURS, (channel, left)).fetchall()
    connection.executemany(DROP_MEMBER, set(members))
    left -= len(members)
    return most - left + connection.execute(_CHANNEL_HOURS, (channel, left)).rowcount


async def sweep_all(database: Database) -> None:
    """Return once nothing is left of channels without a guild. Raises `StorageError`."""
    if not await database.read(DETACHED):
        return
    try:
        while await database.read(DETACHED):
            await database.write(sweep)
    finally:
        database.scrub_soon()  # once: other writes wait for that, too


def sweeper_of(database: Database) -> Sweeper:
    """What goes on with it in the background, for this file."""
    return Sweeper(partial(sweep_all, database))
