"""What must not be stored: by members' wishes, and by what administrators chose."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence

from storage.ids import check_ids
from storage.pseudonyms import Pseudonyms
from storage.records import Exclusions
from storage.rows.settings import command_marks
from storage.sqlite.connection import Database

Member = tuple[int, int]
"""The ids of a guild and a user."""

# Without a request the outermost loop is empty, and the members are not even looked at. The
# highest 64-bit integer excludes every message.
_MEMBERS = """
    SELECT asked.value ->> 0, 0, asked.value ->> 1,
        iif(opted_out, 0x7fffffffffffffff, erased_up_to)
    FROM (SELECT 1 FROM wish LIMIT 1) CROSS JOIN json_each(?1) AS asked
        CROSS JOIN wish ON wish.member = substr(?2, 16 * asked.key + 1, 16)
"""
# Channels that were left out have a user of 0, which no member is; and what a guild chose as signs
# of commands stands with channel 0 and user 0.
EXCLUSIONS = f"""
    SELECT guild, channel, 0, 0 FROM ignored_channel
    WHERE guild IN (SELECT value ->> 0 FROM json_each(?1))
    UNION ALL
    SELECT guild, 0, 0, command_marks FROM guild_settings
    WHERE guild IN (SELECT value ->> 0 FROM json_each(?1)) AND command_marks IS NOT NULL
    UNION ALL
    {_MEMBERS}
"""  # noqa: S608 (put together of what is written down here)


# As `_MEMBERS`; but of members that are not even named, only counted.
EXCLUDED_UP_TO = """
    SELECT asked.key, iif(opted_out, 0x7fffffffffffffff, erased_up_to)
    FROM (SELECT 1 FROM wish LIMIT 1) CROSS JOIN json_each(?1) AS asked
        CROSS JOIN wish ON wish.member = substr(?2, 16 * asked.key + 1, 16)
"""


def excluded_up_to(
    connection: sqlite3.Connection, members: Sequence[Member], joined: bytes
) -> dict[Member, int]:
    """Of these members those with a request: the highest message id that must not be stored.

    `joined` are their pseudonyms, one after the other.
    """
    found = connection.execute(EXCLUDED_UP_TO, (places(len(members)), joined))
    return {members[key]: up_to for key, up_to in found}


def places(count: int) -> str:
    """So many places, as JSON: their keys count."""
    return f"[{','.join('0' * count)}]"


async def load_exclusions(
    database: Database, members: Collection[Member], pseudonyms: Pseudonyms
) -> Exclusions:
    """What must not be stored of these members, and of anybody in their guilds."""
    found = await database.read(EXCLUSIONS, in_parameters(members, pseudonyms))
    return Exclusions(
        frozenset((guild, channel) for guild, channel, user, _ in found if channel),
        {(guild, user): up_to for guild, _, user, up_to in found if user},
        {
            guild: command_marks(bits)
            for guild, channel, user, bits in found
            if not channel and not user
        },
    )


def in_parameters(members: Collection[Member], pseudonyms: Pseudonyms) -> tuple[str, bytes]:
    """Two parameters: the members as JSON; and their pseudonyms, 16 bytes each, in that order.

    JSON holds no bytes, and an SQL statement that is written down has no list of parameters.
    """
    return json.dumps(list(members)), joined_pseudonyms(members, pseudonyms)


def joined_pseudonyms(members: Collection[Member], pseudonyms: Pseudonyms) -> bytes:
    """The pseudonyms of these members, one after the other."""
    for member in members:
        check_ids(*member)
    return b"".join([pseudonyms.of(*member) for member in members])
