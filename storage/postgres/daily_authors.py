"""Who wrote in a channel on a day, for as long as all of its hours are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from storage.batch import Row
from storage.member_hours import MemberHour
from storage.postgres.arrays import literals
from storage.postgres.connection import Connection
from storage.times import HOURS_A_DAY, hour_of
from storage.watermark import Watermark

# The guild, and the key within it: channel, day and member.
AuthorDay = tuple[int, int, int, int]

# After the rollups: they say whether anything of the member's day is left.
_DROP_IF_UNCOUNTED = """
    DELETE FROM author_day
    USING unnest($1::text::bigint[], $2::text::bigint[], $3::text::integer[], $4::text::bigint[])
        AS its(guild, channel, day, member)
    WHERE author_day.guild = its.guild AND author_day.channel = its.channel
        AND author_day.day = its.day AND author_day.member = its.member
        AND NOT EXISTS (
            SELECT 1 FROM member_hour
            WHERE member_hour.guild = its.guild AND member_hour.member = its.member
                AND hour BETWEEN its.day * 24 AND its.day * 24 + 23
                AND member_hour.channel = its.channel)
"""


async def drop_uncounted_days(
    connection: Connection,
    gone: Iterable[Row],
    guild_of: Mapping[int, int],
    reached: Mapping[int, Watermark],
) -> None:
    """Drop what no hour of a member tells any more, of rows that went.

    `reached` has the watermark of each guild. A day that began to lose its hours is forgotten for
    good.
    """
    hours = [(row.member, hour_of(row.message), row.channel) for row in gone]
    if left := open_days(hours, guild_of, reached):
        await connection.execute(_DROP_IF_UNCOUNTED, *literals(left, 4))


def open_days(
    hours: Iterable[MemberHour], guild_of: Mapping[int, int], reached: Mapping[int, Watermark]
) -> list[AuthorDay]:
    """The days of these hours, in the order of the table, but for those that begin to go."""
    days = {
        (guild_of[channel], channel, hour // HOURS_A_DAY, member) for member, hour, channel in hours
    }
    return sorted(day for day in days if day[2] >= reached[day[0]].first_open_day)
