"""Erases big channels and guilds in steps, so that other writes need not wait for all of it.

The first step detaches the channels: nothing finds them any more, whoever asks, and no late message
is counted with them. What they hold goes in small transactions after that. A kill in between leaves
detached channels, with which the next start goes on, or another process.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Final, Self

from storage.errors import StorageError
from storage.postgres.connection import Connection, Database, row_count
from storage.postgres.surrogates import drop_uncounted

log = logging.getLogger(__name__)

# Rows a transaction: other writes of this process wait some 10 ms for it.
_BATCH: Final = 1000
_PAUSE_AFTER_ERROR_SECONDS: Final = 5.0

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


class Sweeper:
    """Goes on with what was begun, in the background; as an async context manager.

    At the start it looks whether a kill has left anything. Leaving the block ends it between two
    steps.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._wanted = asyncio.Event()
        self._wanted.set()
        self._running: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._running = asyncio.create_task(self._run(), name="sweep")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._running is not None  # noqa: S101 (tells the type checker what __aenter__ did)
        self._running.cancel()
        await asyncio.wait([self._running])

    def soon(self) -> None:
        """Channels were detached."""
        self._wanted.set()

    async def finish(self) -> None:
        """Return once nothing is left of any of them. Raises `StorageError`."""
        while found := await self._database.read(SOMEWHERE):
            ((guild,),) = found
            await self._step(guild)

    async def _step(self, guild: int) -> None:
        async def work(connection: Connection) -> None:
            await sweep(connection, guild)

        await self._database.write(work, [guild])

    async def _run(self) -> None:
        told = False
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                await self.finish()
                told = False
            except StorageError as error:
                if not told:
                    log.warning("What was deleted with its channel is not erased yet: %s", error)
                told = True
                self._wanted.set()
                await asyncio.sleep(_PAUSE_AFTER_ERROR_SECONDS)
