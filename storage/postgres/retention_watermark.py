"""How far back each guild's rows and hours reach: what is older is gone, and stays out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Final

from storage.postgres.arrays import columns
from storage.postgres.connection import Connection, Database
from storage.watermark import Watermark

# The server keeps room for a few thousand locks.
_GUILDS_A_BATCH: Final = 500

# Guild 0 stands for every guild that has no row of its own yet.
_LOAD = """
    SELECT asked.guild, message, member_hour, channel_hour
    FROM unnest($1::bigint[]) AS asked(guild) JOIN retention_watermark AS reached
        ON reached.guild = coalesce((
            SELECT its.guild FROM retention_watermark AS its WHERE its.guild = asked.guild), 0)
"""


async def load(connection: Connection, guilds: Collection[int]) -> dict[int, Watermark]:
    """The watermark of each of these guilds."""
    found = await connection.fetch(_LOAD, list(guilds))
    return {guild: Watermark._make(reached) for guild, *reached in found}


# Of all guilds: a sweep.
_KNOWN = """
    SELECT guild FROM channel WHERE NOT detached UNION SELECT guild FROM guild_settings
    UNION SELECT guild FROM note UNION SELECT guild FROM alert_post
    UNION SELECT guild FROM retention_watermark
"""
# Of these guilds those that are there still: others may have been erased meanwhile.
_STILL_KNOWN = """
    SELECT guild FROM unnest($1::bigint[]) AS asked(guild)
    WHERE EXISTS (SELECT 1 FROM channel WHERE channel.guild = asked.guild AND NOT detached)
        OR EXISTS (SELECT 1 FROM guild_settings WHERE guild_settings.guild = asked.guild)
        OR EXISTS (SELECT 1 FROM note WHERE note.guild = asked.guild)
        OR EXISTS (SELECT 1 FROM alert_post WHERE alert_post.guild = asked.guild)
        OR EXISTS (SELECT 1 FROM retention_watermark WHERE retention_watermark.guild = asked.guild)
"""
_ADVANCE = """
    INSERT INTO retention_watermark
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::integer[])
    ON CONFLICT (guild) DO UPDATE SET
        message = greatest(retention_watermark.message, excluded.message),
        member_hour = greatest(retention_watermark.member_hour, excluded.member_hour),
        channel_hour = greatest(retention_watermark.channel_hour, excluded.channel_hour)
"""


async def advance(
    database: Database, general: Watermark, of_guilds: Mapping[int, Watermark]
) -> None:
    """Move the watermark of every guild forwards, never back: what is gone does not return.

    A guild that had none of its own begins at the one that held for it until now.
    """
    # Guild 0 comes last, since it tells where those that had none begin.
    guilds = sorted((guild for (guild,) in await database.read_long(_KNOWN)), reverse=True)
    for place in range(0, len(guilds), _GUILDS_A_BATCH):
        batch = guilds[place : place + _GUILDS_A_BATCH]
        work = partial(_advance, guilds=batch, general=general, of_guilds=of_guilds)
        await database.write(work, batch)


async def _advance(
    connection: Connection,
    guilds: Sequence[int],
    general: Watermark,
    of_guilds: Mapping[int, Watermark],
) -> None:
    """The guilds are locked."""
    known = [guild for (guild,) in await connection.fetch(_STILL_KNOWN, guilds)]
    before = await load(connection, known)
    rows = [(guild, *map(max, before[guild], of_guilds.get(guild, general))) for guild in known]
    await connection.execute(_ADVANCE, *columns(rows, 4))
