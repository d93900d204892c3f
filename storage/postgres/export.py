"""Everything that is kept of one member, for themselves."""

from __future__ import annotations

from storage.postgres.connection import Connection, Database
from storage.postgres.notes import OF_AUTHOR
from storage.postgres.settings_changes import CHANGED_BY
from storage.pseudonyms import Pseudonyms
from storage.records import KeptHour, MemberExport, snowflake_time
from storage.rows.members import kept_message
from storage.rows.notes import note_of
from storage.rows.rollups import rollup_of
from storage.rows.settings_changes import change_of

REQUEST = "SELECT opted_out, erased_up_to FROM wish WHERE member = $1"
MESSAGES = """
    SELECT message.message, channel.snowflake, edited, message.message - reply_gap, score >> 28,
        score >> 14 & 16383, score & 16383, version, is_right
    FROM member_hour AS mine
        JOIN channel ON channel.guild = $1 AND channel.id = mine.channel
        JOIN message ON message.guild = $1 AND message.channel = mine.channel
            AND message.message >= (mine.hour * 3600000::bigint - 1420070400000) << 22
            AND message.message < ((mine.hour + 1) * 3600000::bigint - 1420070400000) << 22
            AND message.member = mine.member
        JOIN model ON model.id = message.model
        LEFT JOIN mark ON mark.guild = $1 AND mark.channel = message.channel
            AND mark.message = message.message
    WHERE mine.guild = $1 AND mine.member = (
        SELECT id FROM member WHERE guild = $1 AND identity = $2) AND NOT detached
    ORDER BY message.message
"""
HOURS = """
    SELECT channel.snowflake, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, (scored > 0)::integer, last_counted
    FROM member_hour JOIN channel ON channel.guild = $1 AND channel.id = member_hour.channel
    WHERE member_hour.guild = $1 AND member = (
        SELECT id FROM member WHERE guild = $1 AND identity = $2) AND NOT detached
    ORDER BY hour, channel.snowflake
"""


async def export(
    database: Database, pseudonyms: Pseudonyms, guild_id: int, user_id: int
) -> MemberExport:
    pseudonym = pseudonyms.of(guild_id, user_id)

    async def ask(reader: Connection) -> MemberExport:
        request = await reader.fetchrow(REQUEST, pseudonym)
        opted_out, erased_up_to = request or (False, None)
        hours = await reader.fetch(HOURS, guild_id, pseudonym)
        return MemberExport(
            guild_id,
            user_id,
            opted_out,
            None if erased_up_to is None else snowflake_time(erased_up_to),
            tuple([kept_message(row) for row in await reader.fetch(MESSAGES, guild_id, pseudonym)]),
            tuple(KeptHour(channel, rollup_of(row), last or None) for channel, *row, last in hours),
            tuple([note_of(row) for row in await reader.fetch(OF_AUTHOR, guild_id, pseudonym)]),
            tuple([change_of(row) for row in await reader.fetch(CHANGED_BY, guild_id, pseudonym)]),
        )

    return await database.read_together(ask)
