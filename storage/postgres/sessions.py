"""How a connection is made, and what is set for it."""

from __future__ import annotations

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
    # Whoever is cut off from the network holds no lock for longer than a minute.
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}


async def connect(address: str) -> Connection:
    """One connection. Raises what asyncpg does: see `failures`."""
    return await asyncpg.connect(address, timeout=CONNECT_SECONDS, server_settings=SETTINGS)


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
