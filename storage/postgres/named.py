"""What a batch names, and all that is known of it: one question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from storage.deleted_channels import LivingChange
from storage.ids import check_ids
from storage.member_hours import HourOfMember, MemberHour, hour_of_member, sums_of
from storage.postgres.arrays import literals
from storage.postgres.exclusions import Member
from storage.postgres.guild_hours import ChannelHour, GuildHour
from storage.postgres.sessions import Connection
from storage.postgres.surrogates import add_channels, add_members, set_parents
from storage.pseudonyms import Pseudonyms
from storage.records import DISCORD_EPOCH_MS, DeletedMessages, ScoredMessage
from storage.times import MS_AN_HOUR, hour_of
from storage.watermark import Watermark

# The ids of a guild and one of its channels.
Place = tuple[int, int]


class KnownChannel(NamedTuple):
    """Its small number, and the highest id of which a message or a mark of deletion is stored."""

    number: int
    newest: int = 0


@dataclass(slots=True)
class Naming:
    """What changes name: channels, with the ones above them where that is told, and members, each
    with its place in the order of naming; and hours of them: (member, hour, channel) and (channel,
    hour), by these places."""

    channels: dict[Place, int] = field(default_factory=dict)
    parents: dict[Place, int] = field(default_factory=dict)
    members: dict[Member, int] = field(default_factory=dict)
    hours_of_members: set[tuple[int, int, int]] = field(default_factory=set)
    hours_of_channels: set[tuple[int, int]] = field(default_factory=set)

    @classmethod
    def of(cls, changes: Iterable[LivingChange]) -> Naming:
        """Raises `InvalidInputError` for impossible ids."""
        naming = cls()
        channels, members, of_members = naming.channels, naming.members, naming.hours_of_members
        for change in changes:
            guild = change.guild_id
            if isinstance(change, ScoredMessage):
                message = change.message_id
                check_ids(message, change.reply_to)
                channel = channels.get((guild, change.channel_id))
                if channel is None or change.parent_id is not None:
                    channel = naming.add_channel(guild, change.channel_id, change.parent_id)
                author = (guild, change.author_id)
                member = members.get(author)
                if member is None:
                    check_ids(*author)
                    member = members[author] = len(members) + 1
                # As `hour_of`, without a call for every message.
                hour = ((message >> 22) + DISCORD_EPOCH_MS) // MS_AN_HOUR
                of_members.add((member, hour, channel))
            elif isinstance(change, DeletedMessages):
                check_ids(*change.message_ids)
                channel = naming.add_channel(guild, change.channel_id)
                hours = {(channel, hour_of(message)) for message in change.message_ids}
                naming.hours_of_channels |= hours
            else:
                check_ids(change.message_id)
                naming.add_channel(guild, change.channel_id, change.parent_id)
        naming.hours_of_channels |= {(channel, hour) for _, hour, channel in of_members}
        return naming

    def add_channel(self, guild: int, channel: int, parent: int | None = None) -> int:
        """Name it; its place."""
        key = (guild, channel)
        place = self.channels.get(key)
        if place is None:
            check_ids(guild, channel)
            place = self.channels[key] = len(self.channels) + 1
        if parent is not None and self.parents.get(key) != parent:
            check_ids(parent)
            self.parents[key] = parent
        return place


@dataclass(frozen=True, slots=True)
class Named:
    """What is known. `reached` and `models` (which scored last) are by guild.

    `new_members` have been given their numbers just now. Hours of channels and of guilds have the
    columns of `Sums`, and writers: of a guild those of the channel that has most, or `None` where
    that has to be looked up.
    """

    reached: dict[int, Watermark] = field(default_factory=dict)
    models: dict[int, int] = field(default_factory=dict)
    channels: dict[Place, KnownChannel] = field(default_factory=dict)
    members: dict[Member, int] = field(default_factory=dict)
    new_members: set[Member] = field(default_factory=set)
    excluded_up_to: dict[Member, int] = field(default_factory=dict)
    of_members: dict[MemberHour, HourOfMember] = field(default_factory=dict)
    of_channels: dict[ChannelHour, Sequence[int]] = field(default_factory=dict)
    of_guilds: dict[GuildHour, Sequence[int | None]] = field(default_factory=dict)

    async def number(
        self,
        connection: Connection,
        naming: Naming,
        wanted: Collection[LivingChange],
        pseudonyms: Pseudonyms,
    ) -> None:
        """Give numbers to what these changes name that has none yet. The guilds are locked."""
        if len(self.channels) < len(naming.channels):
            channels = {(change.guild_id, change.channel_id) for change in wanted}
            await self.number_channels(connection, naming, channels)
        if len(self.members) == len(naming.members):
            return
        authors = {(c.guild_id, c.author_id) for c in wanted if isinstance(c, ScoredMessage)}
        if left := sorted(authors - self.members.keys()):
            new = {(guild, pseudonyms.of(guild, user)): (guild, user) for guild, user in left}
            for key, number in (await add_members(connection, list(new))).items():
                self.members[new[key]] = number

    async def number_channels(
        self, connection: Connection, naming: Naming, channels: Iterable[Place]
    ) -> None:
        """Give a number to those of these that have none yet."""
        if missing := sorted(set(channels) - self.channels.keys()):
            rows = [(*place, naming.parents.get(place)) for place in missing]
            for place, number in (await add_channels(connection, rows)).items():
                self.channels[place] = KnownChannel(number)


# Guilds, channels, members and hours in turn. Channels and members are named by their places among
# those that are asked for, the latter by pseudonyms of 16 bytes. Of guild 0 see
# `retention_watermark`. Members who are new are added, unless there is a request of theirs.
#
# OFFSET 0 keeps the server from anything but a search by the key for each row that is asked for:
# however wrongly it guesses at how many there are, it never reads a table or an index as a whole.
_FIND = """
    WITH channels AS MATERIALIZED (
        SELECT place, asked.guild, id, parent
        FROM (SELECT unnest($2::text::bigint[]) AS guild, unnest($3::text::bigint[]) AS snowflake,
                    generate_series(1, $4::integer) AS place) AS asked
            CROSS JOIN LATERAL (
                SELECT id, parent FROM channel
                WHERE channel.guild = asked.guild AND channel.snowflake = asked.snowflake
                    AND NOT detached
                OFFSET 0) AS known
    ), identities AS MATERIALIZED (
        SELECT guild, place, substring($6::bytea FROM 16 * place - 15 FOR 16) AS identity
        FROM (SELECT unnest($5::text::bigint[]) AS guild,
                generate_series(1, length($6::bytea) / 16) AS place) AS each
    ), members AS MATERIALIZED (
        SELECT place, guild, identity,
            (SELECT id FROM member
                WHERE member.guild = asked.guild AND member.identity = asked.identity) AS id,
            (SELECT CASE WHEN opted_out THEN 9223372036854775807 ELSE erased_up_to END
                FROM wish WHERE wish.member = asked.identity) AS excluded_up_to
        FROM identities AS asked
    ), added AS (
        INSERT INTO member (guild, identity)
        SELECT guild, identity FROM members WHERE id IS NULL AND excluded_up_to IS NULL
        RETURNING guild, id, identity
    )
    SELECT 0 AS kind, asked.guild, message, member_hour::bigint, channel_hour::bigint, (
            SELECT model FROM model_change WHERE model_change.guild = asked.guild
            ORDER BY id DESC LIMIT 1),
        NULL::bigint, NULL::bigint, NULL::bigint, NULL::bigint, NULL::bigint, NULL::bigint,
        NULL::bigint
    FROM (SELECT unnest($1::text::bigint[]) AS guild) AS asked
        CROSS JOIN LATERAL (
            SELECT message, member_hour, channel_hour FROM retention_watermark
            WHERE retention_watermark.guild IN (asked.guild, 0)
            ORDER BY retention_watermark.guild DESC LIMIT 1) AS reached
    UNION ALL
    SELECT 1, place, id, parent,
        (SELECT message FROM message
            WHERE message.guild = channels.guild AND message.channel = channels.id
            ORDER BY message DESC LIMIT 1),
        (SELECT message FROM deleted
            WHERE deleted.guild = channels.guild AND deleted.channel = channels.id
            ORDER BY message DESC LIMIT 1),
        NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM channels
    UNION ALL
    SELECT 2, place, id, excluded_up_to, 0,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM members WHERE id IS NOT NULL OR excluded_up_to IS NOT NULL
    UNION ALL
    SELECT 2, place, added.id, NULL, 1,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM added JOIN identities USING (guild, identity)
    UNION ALL
    SELECT 3, its.member, its.hour, its.channel, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, last_counted
    FROM (SELECT unnest($7::text::integer[]) AS member, unnest($8::text::integer[]) AS hour,
                unnest($9::text::integer[]) AS channel) AS asked
        JOIN channels ON channels.place = asked.channel
        JOIN members ON members.place = asked.member
        CROSS JOIN LATERAL (
            SELECT * FROM member_hour
            WHERE member_hour.guild = members.guild AND member_hour.member = members.id
                AND member_hour.hour = asked.hour AND member_hour.channel = channels.id
            OFFSET 0) AS its
    UNION ALL
    SELECT 4, its.channel, its.hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers, NULL
    FROM (SELECT unnest($10::text::integer[]) AS place, unnest($11::text::integer[]) AS hour)
            AS asked
        JOIN channels USING (place)
        CROSS JOIN LATERAL (
            SELECT * FROM channel_hour
            WHERE channel_hour.guild = channels.guild AND channel_hour.channel = channels.id
                AND channel_hour.hour = asked.hour
            OFFSET 0) AS its
    UNION ALL
    SELECT 5, its.guild, its.hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, writers, NULL
    FROM (SELECT unnest($12::text::bigint[]) AS guild, unnest($13::text::integer[]) AS hour)
            AS asked
        CROSS JOIN LATERAL (
            SELECT * FROM guild_hour
            WHERE guild_hour.guild = asked.guild AND guild_hour.hour = asked.hour
            OFFSET 0) AS its
"""


async def find(
    connection: Connection, naming: Naming, guilds: Collection[int], pseudonyms: Pseudonyms
) -> Named:
    """All that is known of what is named, and of these guilds, which are locked.

    The parent of a channel is kept once known: deletions come without it.
    """
    channels, members = list(naming.channels), list(naming.members)
    hours_of_guilds = {(channels[place - 1][0], hour) for place, hour in naming.hours_of_channels}
    found = await connection.fetch(
        _FIND,
        *literals([(guild,) for guild in guilds], 1),
        *literals(channels, 2),
        len(channels),
        *literals([member[:1] for member in members], 1),
        b"".join([pseudonyms.of(*member) for member in members]),
        *literals(naming.hours_of_members, 3),
        *literals(naming.hours_of_channels, 2),
        *literals(hours_of_guilds, 2),
    )
    named = Named()
    moved = []
    for row in found:
        kind = row[0]
        if kind == 3:
            hour = hour_of_member((sums_of(row[4:12]), row[12]))
            named.of_members[row[1:4]] = hour
        elif kind == 2:
            _note_member(named, members[row[1] - 1], *row[2:5])
        elif kind == 4:
            named.of_channels[row[1:3]] = row[3:12]
        elif kind == 1:
            _, place, number, parent, newest, newest_deleted = row[:6]
            key = channels[place - 1]
            named.channels[key] = KnownChannel(number, max(newest or 0, newest_deleted or 0))
            if naming.parents.get(key, parent) != parent:
                moved.append((key[0], number, naming.parents[key]))
        elif kind == 5:
            named.of_guilds[row[1:3]] = row[3:12]
        else:
            guild, model = row[1], row[5]
            named.reached[guild] = Watermark._make(row[2:5])
            if model is not None:
                named.models[guild] = model
    await set_parents(connection, moved)
    return named


def _note_member(
    named: Named, member: Member, number: int | None, excluded_up_to: int | None, is_new: int
) -> None:
    if number is not None:
        named.members[member] = number
    if excluded_up_to is not None:
        named.excluded_up_to[member] = excluded_up_to
    if is_new:
        named.new_members.add(member)
