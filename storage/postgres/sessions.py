"""How a connection is made, and what is set for it."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

import asyncpg

from storage.postgres import address as addresses
from storage.postgres.failures import FAILURES, in_words

# Any, as asyncpg tells type checkers little.
Connection = Any

CONNECT_SECONDS: Final = 10.0

# All that is told when a connection is made: a pooler (PgBouncer) refuses what it does not know.
_NAME: Final = {"application_name": "barometer"}
_SET: Final = """
    -- A member who was told that their data is erased must not find it back after a power cut.
    SET synchronous_commit = on;
    -- Every statement finds its rows by a key. Where the server guesses wrongly at how many there
    -- are, as after a big backfill, it must not go through whole tables for each message.
    SET enable_seqscan = off;
    SET jit = off;
    -- Whoever is cut off from the network holds no lock for longer than a minute.
    SET tcp_keepalives_idle = 30;
    SET tcp_keepalives_interval = 10;
    SET tcp_keepalives_count = 3;
"""
# The same few statements write every batch, and to plan one took longer than to run it.
_SET_TO_WRITE: Final = "SET plan_cache_mode = force_generic_plan"

# And who is cut off notices: else the answer of a server that lost its power, or of a firewall that
# forgot the connection, is waited for for hours. Not every system knows all of them.
_NOTICE_LOSS: Final = (
    (socket.SOL_SOCKET, "SO_KEEPALIVE", 1),
    (socket.IPPROTO_TCP, "TCP_KEEPIDLE", 30),
    (socket.IPPROTO_TCP, "TCP_KEEPINTVL", 10),
    (socket.IPPROTO_TCP, "TCP_KEEPCNT", 3),
    (socket.IPPROTO_TCP, "TCP_USER_TIMEOUT", 30_000),  # milliseconds, of what was sent
)


async def connect(address: str) -> Connection:
    """One connection, to write. Raises what asyncpg does: see `failures`."""
    connection = await asyncpg.connect(address, timeout=CONNECT_SECONDS, server_settings=_NAME)
    try:
        await _prepare(connection)
        await connection.execute(_SET_TO_WRITE)
    except BaseException:
        connection.terminate()
        raise
    return connection


async def pool(address: str, size: int) -> Any:
    """At most so many connections, to read; none is made before it is asked for."""
    return await asyncpg.create_pool(
        address,
        min_size=0,
        max_size=size,
        timeout=CONNECT_SECONDS,
        server_settings=_NAME,
        init=_prepare,
        reset=_keep,
    )


async def _prepare(connection: Connection) -> None:
    notice_loss(connection)
    await connection.execute(_SET)


async def _keep(_: Connection) -> None:
    """What is set for it stays when it goes back to the pool: nobody sets anything else."""


def notice_loss(connection: Connection) -> None:
    """Let the connection break within a minute of when nobody is at its other end any more."""
    # asyncpg has no public way to the socket.
    its = connection._transport.get_extra_info("socket")
    if its is None or its.family not in (socket.AF_INET, socket.AF_INET6):
        return  # on this machine: the system tells
    for level, name, value in _NOTICE_LOSS:
        if hasattr(socket, name):
            its.setsockopt(level, getattr(socket, name), value)


@asynccontextmanager
async def connected(address: str) -> AsyncIterator[Connection]:
    """One connection for a while. Raises `StorageError` that says what to do."""
    server = addresses.shown(address)
    try:
        connection = await connect(address)
        try:
            yield connection
        finally:
            connection.terminate()
    except FAILURES as error:
        # Not from it: its words may quote the address.
        raise in_words(error, server) from None
