"""What must not be stored: by members' wishes, and by what administrators chose."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from storage.ids import check_ids
from storage.postgres.connection import Connection, Database
from storage.pseudonyms import Pseudonyms
from storage.records import Exclusions
from storage.rows.settings import command_marks

Member = tuple[int, int]
"""The ids of a guild and a user."""

_EVERYTHING: Final = 2**63 - 1

# A request stands under the pseudonym, which is made of guild and user.
_MEMBERS = """
    SELECT member, opted_out, erased_up_to FROM wish WHERE member = ANY($1::bytea[])
"""
_CHANNELS = """
    SELECT guild, channel FROM ignored_channel WHERE guild = ANY($1::bigint[])
"""
_MARKS = """
    SELECT guild, command_marks FROM guild_settings
    WHERE guild = ANY($1::bigint[]) AND command_marks IS NOT NULL
"""


async def excluded_up_to(
    connection: Connection, members: Collection[Member], pseudonyms: Pseudonyms
) -> dict[Member, int]:
    """Of these members those with a request: the highest message id that must not be stored."""
    for member in members:
        check_ids(*member)
    asked = {pseudonyms.of(*member): member for member in members}
    found = await connection.fetch(_MEMBERS, list(asked))
    return {
        asked[pseudonym]: _EVERYTHING if opted_out else up_to
        for pseudonym, opted_out, up_to in found
    }


async def load_exclusions(
    database: Database, members: Collection[Member], pseudonyms: Pseudonyms
) -> Exclusions:
    """What must not be stored of these members, and of anybody in their guilds."""
    guilds = sorted({guild for guild, _ in members})

    async def ask(reader: Connection) -> Exclusions:
        up_to = await excluded_up_to(reader, members, pseudonyms)
        channels = await reader.fetch(_CHANNELS, guilds)
        marks = await reader.fetch(_MARKS, guilds)
        return Exclusions(
            frozenset((guild, channel) for guild, channel in channels),
            up_to,
            {guild: command_marks(bits) for guild, bits in marks},
        )

    return await database.read_with(ask)
