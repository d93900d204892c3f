"""The storage in a database of PostgreSQL, as the other rooms see it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from storage.interface import Files
from storage.postgres import retention_in_force
from storage.postgres import schema as schemas
from storage.postgres.address import shown
from storage.postgres.alerts import PostgresAlerts
from storage.postgres.channels import PostgresChannels
from storage.postgres.connection import Connection, Database
from storage.postgres.digests import PostgresDigests
from storage.postgres.guilds import PostgresGuilds
from storage.postgres.jobs import PostgresJobs
from storage.postgres.key import check_key, key_of, refuse_unmakable
from storage.postgres.leases import PostgresLeases
from storage.postgres.marks import PostgresMarks
from storage.postgres.messages import PostgresMessages
from storage.postgres.model_versions import PostgresModelVersions
from storage.postgres.notes import PostgresNotes
from storage.postgres.posts import PostgresPosts
from storage.postgres.privacy import PostgresPrivacy
from storage.postgres.published_days import PostgresPublishedDays
from storage.postgres.retention import PostgresExpiry
from storage.postgres.rollups import PostgresRollups
from storage.postgres.running_lock import RunningLock, is_running
from storage.postgres.sessions import connected
from storage.postgres.settings import PostgresSettings
from storage.postgres.sweeper import sweeper_of
from storage.pseudonyms import Pseudonyms
from storage.records import Retention, Shards, Shortening
from storage.sweeper import Sweeper


class PostgresStorage:
    """A `storage.interface.Storage`."""

    def __init__(self, database: Database, pseudonyms: Pseudonyms, sweeper: Sweeper) -> None:
        self.messages = PostgresMessages(database, pseudonyms, sweeper)
        self.channels = PostgresChannels(database)
        self.rollups = PostgresRollups(database, pseudonyms)
        self.published_days = PostgresPublishedDays(database, pseudonyms)
        self.settings = PostgresSettings(database, pseudonyms)
        self.privacy = PostgresPrivacy(database, pseudonyms)
        self.retention = PostgresExpiry(database)
        self.model_versions = PostgresModelVersions(database)
        self.guilds = PostgresGuilds(database, pseudonyms, sweeper)
        self.jobs = PostgresJobs(database)
        self.posts = PostgresPosts(database)
        self.digests = PostgresDigests(database, pseudonyms)
        self.notes = PostgresNotes(database, pseudonyms)
        self.marks = PostgresMarks(database)
        self.alerts = PostgresAlerts(database, pseudonyms)
        self.leases = PostgresLeases(database)
        self.files: Files | None = None
        self.taken_over = database.taken_over
        self.outdated = database.outdated


@asynccontextmanager
async def open_storage(
    address: str, key_file: Path | None, *, exclusive: bool | Shards = False
) -> AsyncIterator[PostgresStorage]:
    """Open the storage at this address, whose tables are made or brought up to date.

    With `exclusive`, nobody else opens it so meanwhile, nor, with shards, for one of those: see
    `running_lock.py`. `key_file` is by default `key.DEFAULT`: see there.

    Raises `StorageError` that says what to do.
    """
    shards = exclusive if isinstance(exclusive, Shards) else None
    lock = RunningLock(shown(address), shards) if exclusive else None
    database = Database(address, lock)
    try:
        await database.open()

        async def prepare(connection: Connection) -> tuple[Pseudonyms, int]:
            schema = await schemas.migrate(connection)
            return await key_of(connection, key_file), schema

        pseudonyms, schema = await database.write(prepare)
        await database.register(schema)
        async with sweeper_of(database) as sweeper:
            yield PostgresStorage(database, pseudonyms, sweeper)
    finally:
        await database.close()


async def preflight(address: str, key_file: Path | None) -> str | None:
    """As `storage.preflight`, for this database."""
    async with connected(address) as connection:
        version = await schemas.known_version(connection)
        if version is None:
            await schemas.refuse_unmakable(connection)
            await asyncio.to_thread(refuse_unmakable, key_file)
            return "It is empty: the tables are made at the first start."
        await check_key(connection, key_file)
        if await is_running(connection):
            return "Barometer is running on it now."
        if version < len(schemas.scripts()):
            return "Its tables are brought up to date at the next start."
        return None


async def coming_retention(address: str, now: datetime, chosen: Retention) -> Shortening | None:
    """As `storage.coming_retention`, for this database."""
    async with connected(address) as connection:
        if await schemas.known_version(connection) is None:
            return None
        return (await retention_in_force.look(connection, now, chosen))[1]
