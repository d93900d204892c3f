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

SETTINGS: Final = {
    "application_name": "barometer",
    # A member who was told that their data is erased must not find it back after a power cut.
    "synchronous_commit": "on",
    # Every statement finds its rows by a key. Where the server guesses wrongly at how many there
    # are, as after a big backfill, it must not go through whole tables for each message.
    "enable_seqscan": "off",
    "jit": "off",
    "plan_cache_mode": "force_generic_plan",
    # Whoever is cut off from the network holds no lock for longer than a minute.
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}

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
    """One connection. Raises what asyncpg does: see `failures`."""
    connection = await asyncpg.connect(address, timeout=CONNECT_SECONDS, server_settings=SETTINGS)
    await notice_loss(connection)
    return connection


async def notice_loss(connection: Connection) -> None:
    """Let the connection break within a minute of when nobody is at its other end any more.

    A coroutine, as a pool's `init` is to be one.
    """
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
