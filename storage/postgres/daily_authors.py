"""Who wrote in a channel on a day, for as long as all of its hours are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from storage.batch import Row
from storage.postgres.arrays import literals
from storage.postgres.connection import Connection
from storage.times import HOURS_A_DAY, hour_of
from storage.watermark import Watermark

_ADD = """
    INSERT INTO author_day
    SELECT * FROM unnest(
        $1::text::bigint[], $2::text::bigint[], $3::text::integer[], $4::text::bigint[])
    ON CONFLICT DO NOTHING
"""
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


async def note_authors(
    connection: Connection,
    gone: Iterable[Row],
    come: Iterable[Row],
    guild_of: Mapping[int, int],
    reached: Mapping[int, Watermark],
) -> None:
    """Follow rows that went and came; a day that began to lose its hours is forgotten for good.

    `reached` has the watermark of each guild.
    """
    if left := _open_days(gone, guild_of, reached):
        await connection.execute(_DROP_IF_UNCOUNTED, *literals(left))
    if written := _open_days(come, guild_of, reached):
        await connection.execute(_ADD, *literals(written))


def _open_days(
    rows: Iterable[Row], guild_of: Mapping[int, int], reached: Mapping[int, Watermark]
) -> list[tuple[int, int, int, int]]:
    days = {
        (guild_of[row.channel], row.channel, hour_of(row.message) // HOURS_A_DAY, row.member)
        for row in rows
    }
    return sorted(day for day in days if day[2] >= reached[day[0]].first_open_day)
