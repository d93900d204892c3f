"""Erases big channels and guilds in steps, so that other writes need not wait for all of it.

The first step detaches the channels: nothing finds them any more, whoever asks, and no late message
is counted with them. What they hold goes in small transactions after that. A kill in between leaves
detached channels, with which the next start goes on, or another process.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from storage.postgres.connection import Connection, Database, row_count
from storage.postgres.surrogates import drop_uncounted
from storage.sweeper import Sweeper

# Rows a transaction: other writes of this process wait some 10 ms for it.
_BATCH: Final = 1000

# Of whichever guild: a sweep.
SOMEWHERE = "SELECT guild FROM channel WHERE detached LIMIT 1"
_DETACHED = "SELECT id FROM channel WHERE guild = $1 AND detached LIMIT 1"
# What a channel holds, at most so many rows of it, found by the beginning of a key. Where they lie
# (ctid) is theirs within a statement; by their keys a wrong guess of the server's at how many rows
# there are would make it look at each row for each other one.
_ROWS: Final = (
    """
    DELETE FROM message WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT ctid FROM message WHERE guild = $1 AND channel = $2 LIMIT $3))
    """,
    """
    DELETE FROM deleted WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT ctid FROM deleted WHERE guild = $1 AND channel = $2 LIMIT $3))
    """,
    """
    DELETE FROM author_day WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT ctid FROM author_day WHERE guild = $1 AND channel = $2 LIMIT $3))
    """,
    """
    DELETE FROM published_day WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT ctid FROM published_day WHERE guild = $1 AND channel = $2 LIMIT $3))
    """,
    """
    DELETE FROM note WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT ctid FROM note WHERE guild = $1 AND channel = $2 LIMIT $3))
    """,
)
# Before the channel's: an erased member's hours are subtracted from those.
_MEMBER_HOURS = """
    DELETE FROM member_hour WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT ctid FROM member_hour WHERE guild = $1 AND channel = $2 LIMIT $3))
    RETURNING member
"""
_CHANNEL_HOURS = """
    DELETE FROM channel_hour WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT ctid FROM channel_hour WHERE guild = $1 AND channel = $2 LIMIT $3))
"""
_DROP_CHANNEL = "DELETE FROM channel WHERE guild = $1 AND id = $2"


async def sweep(connection: Connection, guild: int) -> None:
    """Delete a batch of rows of the guild's detached channels, and those of them that hold no more.

    The guild is locked.
    """
    left = _BATCH
    while left > 0:
        channel = await connection.fetchval(_DETACHED, guild)
        if channel is None:
            return
        left -= await _empty(connection, guild, channel, left)
        if left > 0:
            await connection.execute(_DROP_CHANNEL, guild, channel)
            left -= 1


async def _empty(connection: Connection, guild: int, channel: int, most: int) -> int:
    """Delete what the channel holds, at most so many rows; return how many."""
    left = most
    for sql in _ROWS:
        left -= row_count(await connection.execute(sql, guild, channel, left))
    members = await connection.fetch(_MEMBER_HOURS, guild, channel, left)
    await drop_uncounted(connection, [(guild, member) for (member,) in members])
    left -= len(members)
    return most - left + row_count(await connection.execute(_CHANNEL_HOURS, guild, channel, left))


async def sweep_all(database: Database) -> None:
    """Return once nothing is left of detached channels. Raises `StorageError`."""
    while found := await database.read(SOMEWHERE):
        ((guild,),) = found
        await database.write(partial(sweep, guild=guild), [guild])


def sweeper_of(database: Database) -> Sweeper:
    """What goes on with it in the background, for this server."""
    return Sweeper(partial(sweep_all, database))
