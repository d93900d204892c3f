"""How far each channel has been read without a gap."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from storage.ids import check_ids
from storage.interface import Channels
from storage.postgres.arrays import columns
from storage.postgres.connection import Connection, Database

# The channel that stands for all archived threads of a guild: no snowflake is 0.
_ARCHIVED_THREADS: Final = 0


class PostgresChannels(Channels):
    def __init__(self, database: Database) -> None:
        self._database = database

    CONTIGUOUS = """
        SELECT snowflake, contiguous FROM channel
        WHERE guild = $1 AND snowflake <> 0 AND contiguous > 0 AND NOT detached
    """

    async def contiguous(self, guild_id: int) -> dict[int, int]:
        found = await self._database.read(self.CONTIGUOUS, guild_id)
        return dict(found)

    TOP_LEVEL = """
        SELECT coalesce(parent, snowflake) FROM channel
        WHERE guild = $1 AND snowflake <> 0 AND NOT detached
        UNION SELECT channel FROM ignored_channel WHERE guild = $1
    """

    async def top_level(self, guild_id: int) -> frozenset[int]:
        return frozenset(c for (c,) in await self._database.read(self.TOP_LEVEL, guild_id))

    ARCHIVED_READ = """
        SELECT contiguous FROM channel WHERE guild = $1 AND snowflake = $2 AND NOT detached
    """

    async def archived_read_up_to(self, guild_id: int) -> int:
        found = await self._database.read(self.ARCHIVED_READ, guild_id, _ARCHIVED_THREADS)
        return int(found[0][0]) if found else 0

    NOTE_ARCHIVED = """
        INSERT INTO channel (guild, snowflake, contiguous) VALUES ($1, $2, $3)
        ON CONFLICT (guild, snowflake) WHERE NOT detached
        DO UPDATE SET contiguous = greatest(channel.contiguous, excluded.contiguous)
    """

    async def note_archived_read_up_to(self, guild_id: int, snowflake: int) -> None:
        check_ids(guild_id, snowflake)

        async def work(connection: Connection) -> None:
            await connection.execute(self.NOTE_ARCHIVED, guild_id, _ARCHIVED_THREADS, snowflake)

        await self._database.write(work, [guild_id])


class AskedChannel(NamedTuple):
    """A channel or thread, and the one that was asked about: itself, or the channel above it."""

    snowflake: int
    place: int


ASKED = """
    SELECT id, snowflake, CASE WHEN snowflake = ANY($2::bigint[]) THEN snowflake ELSE parent END
    FROM channel
    WHERE guild = $1 AND NOT detached
        AND (snowflake = ANY($2::bigint[]) OR parent = ANY($2::bigint[]))
    ORDER BY 3, 2
"""


async def asked_channels(
    connection: Connection, guild: int, channel_ids: Collection[int]
) -> dict[int, AskedChannel]:
    """By their small numbers: these channels and the threads under them, in the order of places."""
    found = await connection.fetch(ASKED, guild, list(channel_ids))
    return {number: AskedChannel(snowflake, place) for number, snowflake, place in found}


_ADVANCE = """
    UPDATE channel SET contiguous = read.up_to
    FROM (
        SELECT guild, id, max(up_to) AS up_to
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS read(guild, id, up_to)
        GROUP BY guild, id
    ) AS read
    WHERE channel.guild = read.guild AND channel.id = read.id AND contiguous < read.up_to
"""


async def note_read_up_to(
    connection: Connection, positions: Sequence[tuple[int, int, int]]
) -> None:
    """Note that channels, as (guild, number), have been read up to these messages."""
    if positions:
        await connection.execute(_ADVANCE, *columns(positions, 3))
