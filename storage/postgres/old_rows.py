"""What is too old, table by table: in which guilds there is something, and how it goes there."""

from __future__ import annotations

from typing import Final

# Where rows lie (ctid) is theirs within a statement. By their keys, a wrong guess of the server's
# at how many there are would make it look at each row for each other one.
HAS_OLD_ROWS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM channel JOIN message
            ON message.guild = reached.guild AND message.channel = channel.id
            AND message.message < reached.message
        WHERE channel.guild = reached.guild AND NOT detached)
"""
OLD_ROWS = """
    DELETE FROM message WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT message.ctid
        FROM channel JOIN message ON message.guild = $1 AND message.channel = channel.id
        WHERE channel.guild = $1 AND NOT detached AND message.message < (
            SELECT message FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
    RETURNING member, channel, message
"""
# An hour stays as it is, but does not name a message longer than there is a row of it.
FORGET_LAST_COUNTED = """
    UPDATE member_hour SET last_counted = 0
    FROM unnest($2::bigint[], $3::integer[], $4::bigint[], $5::bigint[])
        AS gone(member, hour, channel, message)
    WHERE member_hour.guild = $1 AND member_hour.member = gone.member
        AND member_hour.hour = gone.hour AND member_hour.channel = gone.channel
        AND member_hour.last_counted = gone.message
"""
HAS_OLD_MARKS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM channel JOIN deleted
            ON deleted.guild = reached.guild AND deleted.channel = channel.id
            AND deleted.message < reached.message
        WHERE channel.guild = reached.guild AND NOT detached)
"""
OLD_MARKS = """
    DELETE FROM deleted WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT deleted.ctid
        FROM channel JOIN deleted ON deleted.guild = $1 AND deleted.channel = channel.id
        WHERE channel.guild = $1 AND NOT detached AND deleted.message < (
            SELECT message FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
HAS_CLOSED_DAYS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM channel JOIN author_day
            ON author_day.guild = reached.guild AND author_day.channel = channel.id
            AND author_day.day < (reached.member_hour + 23) / 24
        WHERE channel.guild = reached.guild AND NOT detached)
"""
CLOSED_DAYS = """
    SELECT DISTINCT author_day.channel, author_day.day
    FROM channel JOIN author_day ON author_day.guild = $1 AND author_day.channel = channel.id
    WHERE channel.guild = $1 AND NOT detached AND author_day.day < (
        SELECT (member_hour + 23) / 24 FROM retention_watermark WHERE guild = $1)
    LIMIT $2
"""
FORGET_DAYS = """
    DELETE FROM author_day USING unnest($2::bigint[], $3::integer[]) AS closed(channel, day)
    WHERE author_day.guild = $1 AND author_day.channel = closed.channel
        AND author_day.day = closed.day
"""
HAS_OLD_MEMBER_HOURS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM member JOIN member_hour
            ON member_hour.guild = reached.guild AND member_hour.member = member.id
            AND member_hour.hour < reached.member_hour
        WHERE member.guild = reached.guild)
"""
OLD_MEMBER_HOURS = """
    DELETE FROM member_hour WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT member_hour.ctid
        FROM member JOIN member_hour ON member_hour.guild = $1 AND member_hour.member = member.id
        WHERE member.guild = $1 AND member_hour.hour < (
            SELECT member_hour FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
    RETURNING member
"""
HAS_OLD_HOURS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM channel JOIN channel_hour
            ON channel_hour.guild = reached.guild AND channel_hour.channel = channel.id
            AND channel_hour.hour < reached.channel_hour
        WHERE channel.guild = reached.guild AND NOT detached)
"""
OLD_HOURS = """
    DELETE FROM channel_hour WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT channel_hour.ctid
        FROM channel JOIN channel_hour
            ON channel_hour.guild = $1 AND channel_hour.channel = channel.id
        WHERE channel.guild = $1 AND NOT detached AND channel_hour.hour < (
            SELECT channel_hour FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
HAS_OLD_GUILD_HOURS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM guild_hour
        WHERE guild_hour.guild = reached.guild AND guild_hour.hour < reached.channel_hour)
"""
OLD_GUILD_HOURS = """
    DELETE FROM guild_hour WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT guild_hour.ctid FROM guild_hour
        WHERE guild = $1 AND hour < (
            SELECT channel_hour FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
# Who wrote most is not told of hours whose members' hours are gone.
HAS_OLD_MOST = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM guild_hour
        WHERE guild_hour.guild = reached.guild AND guild_hour.hour < reached.member_hour
            AND most IS NOT NULL)
"""
OLD_MOST = """
    UPDATE guild_hour SET most = NULL WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT guild_hour.ctid FROM guild_hour
        WHERE guild = $1 AND most IS NOT NULL AND hour < (
            SELECT member_hour FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
HAS_OLD_PUBLISHED = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM published_day
        WHERE published_day.guild = reached.guild
            AND published_day.day < reached.channel_hour / 24)
"""
OLD_PUBLISHED = """
    DELETE FROM published_day WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT published_day.ctid FROM published_day
        WHERE guild = $1 AND day < (
            SELECT channel_hour / 24 FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
# What was noted long ago goes also if it is about a time that is still to come.
HAS_OLD_NOTES = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM note
        WHERE note.guild = reached.guild
            AND least(note.at, note.set_at) < reached.channel_hour * 3600000000)
"""
OLD_NOTES = """
    DELETE FROM note WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT note.ctid FROM note
        WHERE guild = $1 AND least(at, set_at) < (
            SELECT channel_hour * 3600000000 FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
HAS_OLD_ALERT_POSTS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM alert_post
        WHERE alert_post.guild = reached.guild
            AND alert_post.noted_at < reached.channel_hour * 3600000000)
"""
OLD_ALERT_POSTS = """
    DELETE FROM alert_post WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT alert_post.ctid FROM alert_post
        WHERE guild = $1 AND noted_at < (
            SELECT channel_hour * 3600000000 FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
# Where a channel changes its model is of use as long as there are hours of before.
HAS_OLD_READINGS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM read_again
        WHERE read_again.guild = reached.guild
            AND read_again.since <= reached.channel_hour * 3600000000)
"""
OLD_READINGS = """
    DELETE FROM read_again WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT read_again.ctid FROM read_again
        WHERE guild = $1 AND since <= (
            SELECT channel_hour * 3600000000 FROM retention_watermark WHERE guild = $1)
        LIMIT $2))
"""
# What Discord's machines number within a millisecond is all ones only here: then it is done.
HAS_OLD_POSITIONS = """
    SELECT reached.guild FROM retention_watermark AS reached
    WHERE EXISTS (
        SELECT 1 FROM channel
        WHERE channel.guild = reached.guild AND NOT detached AND contiguous > 0
            AND contiguous < reached.message - 1 AND ~contiguous & 4194303 <> 0)
"""
OLD_POSITIONS = """
    UPDATE channel SET contiguous = (
        SELECT message - 1 FROM retention_watermark WHERE guild = $1)
    WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT ctid FROM channel
        WHERE guild = $1 AND NOT detached AND contiguous > 0
            AND contiguous < (SELECT message - 1 FROM retention_watermark WHERE guild = $1)
            AND ~contiguous & 4194303 <> 0
        LIMIT $2))
"""
# Every table that refers to a channel, but for those whose rows go with it. A position below the
# watermark tells nothing: no older message is stored. What is detached is the sweeper's.
HAS_EMPTY_CHANNELS = """
    SELECT DISTINCT channel.guild
    FROM channel JOIN retention_watermark AS reached ON reached.guild = channel.guild
    WHERE NOT detached AND contiguous < reached.message
        AND NOT EXISTS (SELECT 1 FROM message
            WHERE message.guild = channel.guild AND message.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM deleted
            WHERE deleted.guild = channel.guild AND deleted.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM channel_hour
            WHERE channel_hour.guild = channel.guild AND channel_hour.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM member_hour
            WHERE member_hour.guild = channel.guild AND member_hour.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM author_day
            WHERE author_day.guild = channel.guild AND author_day.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM published_day
            WHERE published_day.guild = channel.guild AND published_day.channel = channel.id)
        AND NOT EXISTS (SELECT 1 FROM note
            WHERE note.guild = channel.guild AND note.channel = channel.id)
"""
EMPTY_CHANNELS = """
    DELETE FROM channel WHERE guild = $1 AND ctid = ANY(ARRAY(
        SELECT channel.ctid
        FROM channel JOIN retention_watermark AS reached ON reached.guild = channel.guild
        WHERE channel.guild = $1 AND NOT detached AND contiguous < reached.message
            AND NOT EXISTS (SELECT 1 FROM message
                WHERE message.guild = $1 AND message.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM deleted
                WHERE deleted.guild = $1 AND deleted.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM channel_hour
                WHERE channel_hour.guild = $1 AND channel_hour.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM member_hour
                WHERE member_hour.guild = $1 AND member_hour.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM author_day
                WHERE author_day.guild = $1 AND author_day.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM published_day
                WHERE published_day.guild = $1 AND published_day.channel = channel.id)
            AND NOT EXISTS (SELECT 1 FROM note
                WHERE note.guild = $1 AND note.channel = channel.id)
        LIMIT $2))
"""
THE_REST: Final = (
    (HAS_OLD_GUILD_HOURS, OLD_GUILD_HOURS),
    (HAS_OLD_MOST, OLD_MOST),
    (HAS_OLD_PUBLISHED, OLD_PUBLISHED),
    (HAS_OLD_NOTES, OLD_NOTES),
    (HAS_OLD_ALERT_POSTS, OLD_ALERT_POSTS),
    (HAS_OLD_READINGS, OLD_READINGS),
    (HAS_OLD_POSITIONS, OLD_POSITIONS),
    (HAS_EMPTY_CHANNELS, EMPTY_CHANNELS),
)
# Of all guilds: few rows each.
OLD_POSTS = "DELETE FROM post WHERE begun_at < $1"
OLD_CHANGES = "DELETE FROM settings_change WHERE at < $1"
