"""How far back each guild's rows and hours reach: what is older is gone, and stays out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from storage.watermark import Watermark

# Guild 0 stands for every guild that has no row of its own yet.
_LOAD = """
    SELECT asked.value, message, member_hour, channel_hour
    FROM json_each(?) AS asked JOIN retention_watermark
        ON guild = coalesce((SELECT guild FROM retention_watermark WHERE guild = asked.value), 0)
"""


def load(connection: sqlite3.Connection, guilds: Iterable[int]) -> dict[int, Watermark]:
    """The watermark of each of these guilds."""
    found = connection.execute(_LOAD, (json.dumps(list(guilds)),))
    return {guild: Watermark._make(reached) for guild, *reached in found}


_KNOWN = """
    SELECT guild FROM channel WHERE guild <> 0 UNION SELECT guild FROM guild_settings
    UNION SELECT guild FROM note UNION SELECT guild FROM alert_post
    UNION SELECT guild FROM retention_watermark
"""
_ADVANCE = """
    INSERT INTO retention_watermark VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET message = max(message, excluded.message),
        member_hour = max(member_hour, excluded.member_hour),
        channel_hour = max(channel_hour, excluded.channel_hour)
"""


def advance(
    connection: sqlite3.Connection, general: Watermark, of_guilds: Mapping[int, Watermark]
) -> None:
    """Move the watermark of every guild forwards, never back: what is gone does not return.

    A guild that had none of its own begins at the one that held for it until now.
    """
    guilds = {guild for (guild,) in connection.execute(_KNOWN)}
    before = load(connection, guilds)
    rows = [(guild, *before[guild]) for guild in guilds]
    rows += [(guild, *of_guilds.get(guild, general)) for guild in guilds]
    connection.executemany(_ADVANCE, rows)
