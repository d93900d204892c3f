"""The small numbers (surrogate keys) that stand for channels, members and models in the rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from storage.batch import check_ids
from storage.errors import InvalidInputError
from storage.postgres.arrays import columns
from storage.postgres.connection import Connection
from storage.pseudonyms import Pseudonyms

# A channel of a guild, and the one above it if that is known.
Place = tuple[int, int, int | None]
Member = tuple[int, int]

_FIND_CHANNELS = """
    SELECT guild, snowflake, id, parent
    FROM unnest($1::bigint[], $2::bigint[]) AS asked(guild, snowflake)
        JOIN channel USING (guild, snowflake)
    WHERE NOT detached
"""
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


async def number_channels(
    connection: Connection, places: Iterable[Place]
) -> dict[tuple[int, int], int]:
    """The number of each channel, by (guild, snowflake); made where it has none.

    A parent is kept once known: deletions come without it. The guilds are locked.
    """
    parents: dict[tuple[int, int], int | None] = {}
    for guild, snowflake, parent in places:
        check_ids(guild, snowflake, parent)
        known = parents.get((guild, snowflake))
        parents[guild, snowflake] = known if parent is None else parent
    if not parents:
        return {}
    found = await connection.fetch(_FIND_CHANNELS, *columns(list(parents), 2))
    numbers = {(guild, snowflake): number for guild, snowflake, number, _ in found}
    moved = [
        (guild, number, parents[guild, snowflake])
        for guild, snowflake, number, parent in found
        if parents[guild, snowflake] not in (None, parent)
    ]
    if moved:
        await connection.execute(_SET_PARENTS, *columns(moved, 3))
    missing = [(*key, parent) for key, parent in parents.items() if key not in numbers]
    if missing:
        for guild, snowflake, number in await connection.fetch(_ADD_CHANNELS, *columns(missing, 3)):
            numbers[guild, snowflake] = number
    return numbers


_FIND_MEMBERS = """
    SELECT guild, identity, id
    FROM unnest($1::bigint[], $2::bytea[]) AS asked(guild, identity)
        JOIN member USING (guild, identity)
"""
_ADD_MEMBERS = """
    INSERT INTO member (guild, identity) SELECT * FROM unnest($1::bigint[], $2::bytea[])
    RETURNING guild, identity, id
"""


async def number_members(
    connection: Connection, members: Collection[Member], pseudonyms: Pseudonyms
) -> dict[Member, int]:
    """The number of each member; their snowflakes are not kept. The guilds are locked."""
    keys = {(guild, pseudonyms.of(guild, user)): (guild, user) for guild, user in set(members)}
    if not keys:
        return {}
    found = await connection.fetch(_FIND_MEMBERS, *columns(list(keys), 2))
    numbers = {keys[guild, identity]: number for guild, identity, number in found}
    missing = [key for key, member in keys.items() if member not in numbers]
    if missing:
        for guild, identity, number in await connection.fetch(_ADD_MEMBERS, *columns(missing, 2)):
            numbers[keys[guild, identity]] = number
    return numbers


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
