"""How far back each guild's rows and hours reach: what is older is gone, and stays out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from storage.postgres.arrays import columns
from storage.postgres.connection import Connection
from storage.watermark import Watermark

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
_ADVANCE = """
    INSERT INTO retention_watermark
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::integer[])
    ON CONFLICT (guild) DO UPDATE SET
        message = greatest(retention_watermark.message, excluded.message),
        member_hour = greatest(retention_watermark.member_hour, excluded.member_hour),
        channel_hour = greatest(retention_watermark.channel_hour, excluded.channel_hour)
"""


async def advance(
    connection: Connection, general: Watermark, of_guilds: Mapping[int, Watermark]
) -> None:
    """Move the watermark of every guild forwards, never back: what is gone does not return.

    A guild that had none of its own begins at the one that held for it until now.
    """
    guilds = sorted(guild for (guild,) in await connection.fetch(_KNOWN))
    before = await load(connection, guilds)
    rows = []
    for guild in guilds:
        now = of_guilds.get(guild, general)
        rows.append((guild, *map(max, before[guild], now)))
    await connection.execute(_ADVANCE, *columns(rows, 4))
