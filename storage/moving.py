"""Copies a database from a file of SQLite to PostgreSQL.

Guild by guild and table by table: what has arrived is noted with its checksum in the same
transaction, so that a copy that was stopped goes on where it was. What changed in the source
meanwhile is copied anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from storage.engines import database_file, shown
from storage.errors import InvalidInputError
from storage.postgres.arriving import PostgresTarget, target
from storage.rows.tables import TABLES, Checksum, Table
from storage.sqlite.leaving import SQLiteSource, source


@dataclass(frozen=True, slots=True)
class Step:
    """How far a table has come: so many of its servers, and rows, of which some were there."""

    table: str
    guilds: int
    of_guilds: int
    rows: int
    already_there: int


@dataclass(frozen=True, slots=True)
class Moved:
    """What was copied: rows by table; and where the key is that goes with it."""

    rows: dict[str, int]
    key_file: Path


Tell = Callable[[Step], None]

_HOW: Final = "Write: sqlite:///FILE postgresql://user:password@host/database."


async def move(
    from_address: str,
    to_address: str,
    *,
    tell: Tell,
    key_file: Path | None = None,
) -> Moved:
    """Copy everything; verify it; then let the bot open it. The source stays as it is.

    `key_file` is the source's, as in `storage.open`; `tell` hears of every step.
    Raises `StorageError`: while a bot runs on either, or where the target holds other data.
    """
    file, no_file = database_file(from_address), database_file(to_address)
    if file is None or no_file is not None:
        raise InvalidInputError(
            f"A database is moved from SQLite to PostgreSQL, not from {shown(from_address)} to "
            f"{shown(to_address)}. {_HOW}"
        )
    async with (
        source(file, key_file) as leaving,
        target(to_address, leaving.fingerprint) as arriving,
    ):
        await _start_over_if_changed(leaving, arriving)
        sums = {table: await _copy(leaving, arriving, table, tell) for table in TABLES}
        rows = {table.name: await arriving.verify(table, sums[table]) for table in TABLES}
        await arriving.finish()
        return Moved(rows, leaving.key_file)


async def _start_over_if_changed(leaving: SQLiteSource, arriving: PostgresTarget) -> None:
    """A table of the whole bot that is not as it was is referred to by rows of every guild."""
    arrived = await arriving.arrived()
    for table in TABLES:
        known = arrived.get((table.name, 0))
        if table.is_by_guild or known is None:
            continue
        if known != Checksum.of(leaving.rows(table, 0)):
            await arriving.start_over()
            return


async def _copy(
    leaving: SQLiteSource, arriving: PostgresTarget, table: Table, tell: Tell
) -> dict[int, Checksum]:
    """The checksum of each guild's rows, once all of them have arrived."""
    guilds = leaving.guilds(table)
    arrived = {
        guild: its
        for (name, guild), its in (await arriving.arrived()).items()
        if name == table.name
    }
    for guild in arrived.keys() - set(guilds):
        await arriving.clear_from(table, guild)
    sums: dict[int, Checksum] = {}
    rows = already_there = 0
    for number, guild in enumerate(guilds, start=1):
        known = arrived.get(guild)
        if known is not None and known == Checksum.of(leaving.rows(table, guild)):
            sums[guild] = known
            already_there += known.rows
        else:
            if known is not None:
                await arriving.clear_from(table, guild)
            sums[guild] = await arriving.take(table, guild, leaving.rows(table, guild))
        rows += sums[guild].rows
        tell(Step(table.name, number, len(guilds), rows, already_there))
    return sums
