"""Everything that is kept of one member, for themselves."""

from __future__ import annotations

from storage.pseudonyms import Pseudonyms
from storage.records import KeptHour, MemberExport, snowflake_time
from storage.rows.members import kept_message
from storage.rows.notes import note_of
from storage.rows.rollups import rollup_of
from storage.rows.settings_changes import change_of
from storage.sqlite.connection import Database
from storage.sqlite.notes import OF_AUTHOR
from storage.sqlite.settings_changes import CHANGED_BY

REQUEST = "SELECT opted_out, erased_up_to FROM wish WHERE member = ?"
MESSAGES = """
    SELECT message.message, channel.snowflake, edited, reply_to, status, negative, positive,
        version, is_right
    FROM message_of_member AS mine
        JOIN message ON message.channel = mine.channel AND message.message = mine.message
        JOIN channel ON channel.id = mine.channel
        JOIN model ON model.id = message.model
        LEFT JOIN mark ON mark.channel = mine.channel AND mark.message = mine.message
    WHERE mine.member = (SELECT id FROM member WHERE identity = ?) AND channel.guild <> 0
    ORDER BY message.message
"""
HOURS = """
    SELECT channel.snowflake, hour, negative, neutral, positive, unsure, not_scored,
        mood_sum, mood_sum_squares, scored, scored > 0, last_counted
    FROM member_hour JOIN channel ON channel.id = member_hour.channel
    WHERE member = (SELECT id FROM member WHERE identity = ?) AND channel.guild <> 0
    ORDER BY hour, channel.snowflake
"""


async def export(
    database: Database, pseudonyms: Pseudonyms, guild_id: int, user_id: int
) -> MemberExport:
    asked = (pseudonyms.of(guild_id, user_id),)
    requests = await database.read(REQUEST, asked)
    opted_out, erased_up_to = requests[0] if requests else (0, None)
    messages = await database.read_long(MESSAGES, asked)
    hours = await database.read_long(HOURS, asked)
    notes = await database.read(OF_AUTHOR, asked)
    changes = await database.read(CHANGED_BY, asked)
    return MemberExport(
        guild_id,
        user_id,
        bool(opted_out),
        None if erased_up_to is None else snowflake_time(erased_up_to),
        tuple(kept_message(row) for row in messages),
        tuple(KeptHour(channel, rollup_of(row), last or None) for channel, *row, last in hours),
        tuple(map(note_of, notes)),
        tuple(map(change_of, changes)),
    )
