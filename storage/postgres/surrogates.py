"""The small numbers (surrogate keys) that stand for channels, members and models in the rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from storage.errors import InvalidInputError
from storage.postgres.arrays import columns
from storage.postgres.connection import Connection

# A channel of a guild, and the one above it if that is known.
Place = tuple[int, int, int | None]

_ADD_CHANNELS = """
    INSERT INTO channel (guild, snowflake, parent)
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[])
    RETURNING guild, snowflake, id
"""
_SET_PARENTS = """
    UPDATE channel SET parent = asked.parent
    FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS asked(guild, id, parent)
    WHERE channel.guild = asked.guild AND channel.id = asked.id
"""


async def add_channels(
    connection: Connection, places: Sequence[Place]
) -> dict[tuple[int, int], int]:
    """Their numbers by (guild, snowflake). The guilds are locked."""
    added = await connection.fetch(_ADD_CHANNELS, *columns(places, 3))
    return {(guild, snowflake): number for guild, snowflake, number in added}


async def set_parents(connection: Connection, places: Sequence[tuple[int, int, int]]) -> None:
    """`places` are channels, as (guild, number), and the ones above them now."""
    if places:
        await connection.execute(_SET_PARENTS, *columns(places, 3))


_ADD_MEMBERS = """
    INSERT INTO member (guild, identity) SELECT * FROM unnest($1::bigint[], $2::bytea[])
    RETURNING guild, identity, id
"""


async def add_members(
    connection: Connection, members: Sequence[tuple[int, bytes]]
) -> dict[tuple[int, bytes], int]:
    """The numbers of members, as (guild, pseudonym); their snowflakes are not kept. The guilds are
    locked."""
    added = await connection.fetch(_ADD_MEMBERS, *columns(members, 2))
    return {(guild, identity): number for guild, identity, number in added}


_FIND_MODELS = "SELECT version, id FROM model WHERE version = ANY($1::text[])"
# Other processes may add the same one now: then theirs is waited for, and read.
_ADD_MODELS = """
    INSERT INTO model (version) SELECT * FROM unnest($1::text[]) ON CONFLICT DO NOTHING
"""


class Models:
    """The number of each model, of all guilds. They never change: each is asked for once."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    async def numbers(self, connection: Connection, versions: Collection[str]) -> Mapping[str, int]:
        missing = sorted(set(versions) - self._known.keys())
        if not missing:
            return self._known
        for version in missing:
            if not 0 < len(version) <= 100 or not version.isascii():
                raise InvalidInputError("A model's version is 1 to 100 letters of ASCII.")
        numbers = dict(await connection.fetch(_FIND_MODELS, missing))
        # What is added now is not known before it is committed.
        self._known |= numbers
        if len(numbers) < len(missing):
            await connection.execute(_ADD_MODELS, [v for v in missing if v not in numbers])
            numbers = dict(await connection.fetch(_FIND_MODELS, missing))
        return self._known | numbers


# Its pseudonym goes with it, which is all that tells who a member is.
_DROP_MEMBERS = """
    DELETE FROM member USING unnest($1::bigint[], $2::bigint[]) AS asked(guild, id)
    WHERE member.guild = asked.guild AND member.id = asked.id AND NOT EXISTS (
        SELECT 1 FROM member_hour
        WHERE member_hour.guild = member.guild AND member_hour.member = member.id)
"""


async def drop_uncounted(connection: Connection, members: Sequence[Any]) -> None:
    """Drop those of these members, as (guild, number), whom no rollup counts. They are locked."""
    if members:
        await connection.execute(_DROP_MEMBERS, *columns(sorted(set(members)), 2))
