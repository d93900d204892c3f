"""What a batch names, guilds, channels and members, and what is known of them: one question."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from storage.batch import check_ids
from storage.postgres.arrays import literals
from storage.postgres.exclusions import Member
from storage.postgres.sessions import Connection
from storage.postgres.surrogates import Place, add_channels, add_members, set_parents
from storage.pseudonyms import PSEUDONYM_BYTES, Pseudonyms
from storage.watermark import Watermark


class KnownChannel(NamedTuple):
    """Its small number, and the highest id of which a message or a mark of deletion is stored."""

    number: int
    newest: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """`reached` and `models` (which scored last) are by guild, `members` those with a number."""

    parents: dict[tuple[int, int], int | None]
    reached: dict[int, Watermark] = field(default_factory=dict)
    models: dict[int, int] = field(default_factory=dict)
    channels: dict[tuple[int, int], KnownChannel] = field(default_factory=dict)
    members: dict[Member, int] = field(default_factory=dict)
    excluded_up_to: dict[Member, int] = field(default_factory=dict)

    async def add(
        self,
        connection: Connection,
        places: Collection[tuple[int, int]],
        members: Collection[Member],
        pseudonyms: Pseudonyms,
    ) -> None:
        """Give a number to those of these that have none yet. The guilds are locked."""
        if missing := sorted(set(places) - self.channels.keys()):
            rows = [(*place, self.parents[place]) for place in missing]
            for place, number in (await add_channels(connection, rows)).items():
                self.channels[place] = KnownChannel(number)
        if left := sorted(set(members) - self.members.keys()):
            new = {(guild, pseudonyms.of(guild, user)): (guild, user) for guild, user in left}
            for key, number in (await add_members(connection, list(new))).items():
                self.members[new[key]] = number


# Guilds, channels and members in turn, the latter by their places among what is asked. Of guild 0
# see `retention_watermark`. A request stands under the pseudonym, which is made of guild and user.
_FIND = """
    SELECT 0 AS kind, asked.guild AS place, reached.message AS first, reached.member_hour::bigint,
        reached.channel_hour::bigint, (
            SELECT model FROM model_change WHERE model_change.guild = asked.guild
            ORDER BY id DESC LIMIT 1)
    FROM unnest($1::text::bigint[]) AS asked(guild) JOIN retention_watermark AS reached
        ON reached.guild = coalesce((
            SELECT its.guild FROM retention_watermark AS its WHERE its.guild = asked.guild), 0)
    UNION ALL
    SELECT 1, asked.place, channel.id, channel.parent,
        (SELECT max(message) FROM message
            WHERE message.guild = channel.guild AND message.channel = channel.id),
        (SELECT max(message) FROM deleted
            WHERE deleted.guild = channel.guild AND deleted.channel = channel.id)
    FROM unnest($2::text::bigint[], $3::text::bigint[])
            WITH ORDINALITY AS asked(guild, snowflake, place)
        JOIN channel USING (guild, snowflake)
    WHERE NOT detached
    UNION ALL
    SELECT 2, asked.place, member.id,
        CASE WHEN opted_out THEN 9223372036854775807 ELSE erased_up_to END, NULL, NULL
    FROM (
            SELECT guild, place, substring($5::bytea FROM (16 * place - 15)::integer FOR 16)
                    AS identity
            FROM unnest($4::text::bigint[]) WITH ORDINALITY AS each(guild, place)
        ) AS asked
        LEFT JOIN member USING (guild, identity)
        LEFT JOIN wish ON wish.member = asked.identity
    WHERE member.id IS NOT NULL OR wish.member IS NOT NULL
"""


async def find(
    connection: Connection,
    guilds: Collection[int],
    places: Iterable[Place],
    members: Collection[Member],
    pseudonyms: Pseudonyms,
) -> Named:
    """What is known of these. The guilds are locked.

    The parent of a channel is kept once known: deletions come without it.
    """
    named = Named(_parents(places))
    wanted = list(named.parents)
    people = list(members)
    for member in people:
        check_ids(*member)
    identities = b"".join([pseudonyms.of(*member) for member in people])
    assert len(identities) == PSEUDONYM_BYTES * len(people)  # noqa: S101 (as it is cut)
    asked = (
        *literals([(guild,) for guild in guilds], 1),
        *literals(wanted, 2),
        *literals([member[:1] for member in people], 1),
    )
    moved = []
    for kind, place, first, second, third, fourth in await connection.fetch(
        _FIND, *asked, identities
    ):
        if kind == 0:
            named.reached[place] = Watermark(first, second, third)
            if fourth is not None:
                named.models[place] = fourth
        elif kind == 1:
            key = wanted[place - 1]
            named.channels[key] = KnownChannel(first, max(third or 0, fourth or 0))
            parent = named.parents[key]
            if parent not in (None, second):
                moved.append((key[0], first, parent))
        else:
            member = people[place - 1]
            if first is not None:
                named.members[member] = first
            if second is not None:
                named.excluded_up_to[member] = second
    await set_parents(connection, moved)
    return named


def _parents(places: Iterable[Place]) -> dict[tuple[int, int], int | None]:
    parents: dict[tuple[int, int], int | None] = {}
    for guild, snowflake, parent in places:
        if parent is not None or (guild, snowflake) not in parents:
            parents[guild, snowflake] = parent
    for (guild, snowflake), parent in parents.items():
        check_ids(guild, snowflake, parent)
    return parents
