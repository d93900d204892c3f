-- What Barometer keeps. No column can hold what somebody wrote: everything is a number, but for
-- the names of the models.
--
-- Ids of Discord (snowflakes) stand once, in `channel` and `member`; elsewhere a small number
-- stands for them. That keeps a row short, and it keeps guilds apart: a channel and a member
-- belong to one guild, so one user in two guilds is two members whose rows never meet.
--
-- Foreign keys are declared where the key's order lets SQLite check them without a scan.

CREATE TABLE channel (
    id        INTEGER PRIMARY KEY,
    guild     INTEGER NOT NULL,
    snowflake INTEGER NOT NULL,
    parent    INTEGER,               -- snowflake of the channel above a thread or forum post
    UNIQUE (guild, snowflake)
) STRICT;

-- A member's row lives as long as something of theirs is counted, and no longer.
CREATE TABLE member (
    id        INTEGER PRIMARY KEY,
    guild     INTEGER NOT NULL,
    snowflake INTEGER NOT NULL,
    UNIQUE (guild, snowflake)
) STRICT;

CREATE TABLE model (
    id      INTEGER PRIMARY KEY,
    version TEXT NOT NULL UNIQUE
) STRICT;

-- A row each time that another model than before scored a message which was stored.
CREATE TABLE model_change (
    id    INTEGER PRIMARY KEY,
    model INTEGER NOT NULL REFERENCES model,
    since INTEGER NOT NULL           -- microseconds since 1970 UTC
) STRICT;

-- A row a message, about 30 bytes. Its time is in its snowflake. `score` packs what a score
-- says into 4 bytes: status (2 bits: 0 scored, 1 unsure, 2 not_scored), negative and positive
-- (14 bits each, in 1/10,000). Neutral is the rest to 10,000, mood is positive - negative; as
-- integers, sums over them are exact. Columns marked VIRTUAL spell out what is packed and take no
-- room.
CREATE TABLE message (
    channel   INTEGER NOT NULL REFERENCES channel,
    message   INTEGER NOT NULL,          -- snowflake
    member    INTEGER NOT NULL,
    reply_gap INTEGER,                   -- how far back the message answered lies; null: no reply
    edited    INTEGER NOT NULL,          -- microseconds since 1970 UTC; 0: never edited
    score     INTEGER NOT NULL,
    model     INTEGER NOT NULL REFERENCES model,
    status    INTEGER AS (score >> 28) VIRTUAL CHECK (status BETWEEN 0 AND 2),
    negative  INTEGER AS (score >> 14 & 16383) VIRTUAL,
    positive  INTEGER AS (score & 16383) VIRTUAL CHECK (negative + positive <= 10000),
    reply_to  INTEGER AS (message - reply_gap) VIRTUAL,  -- snowflake
    PRIMARY KEY (channel, message)
) STRICT, WITHOUT ROWID;

-- Messages that Discord said are deleted, so that a late copy of one never comes back.
CREATE TABLE deleted (
    channel INTEGER NOT NULL REFERENCES channel,
    message INTEGER NOT NULL,            -- snowflake
    PRIMARY KEY (channel, message)
) STRICT, WITHOUT ROWID;

-- The two rollups: sums over the messages of one hour (hours since 1970 UTC). Their keys are
-- (guild, channel, member, hour) and (guild, channel, hour); channel and member imply the guild.
-- The order makes "a member over a period" and "a channel over a period" one range each.
-- Columns negative, neutral, positive: messages with status scored, by label.
CREATE TABLE member_hour (
    member     INTEGER NOT NULL REFERENCES member,
    hour       INTEGER NOT NULL,
    channel    INTEGER NOT NULL,
    negative   INTEGER NOT NULL CHECK (negative >= 0),
    neutral    INTEGER NOT NULL CHECK (neutral >= 0),
    positive   INTEGER NOT NULL CHECK (positive >= 0),
    unsure     INTEGER NOT NULL CHECK (unsure >= 0),
    not_scored INTEGER NOT NULL CHECK (not_scored >= 0),
    mood_sum         INTEGER NOT NULL,   -- in 1/10,000
    mood_sum_squares INTEGER NOT NULL CHECK (mood_sum_squares >= 0),  -- in 1/100,000,000
    PRIMARY KEY (member, hour, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE channel_hour (
    channel    INTEGER NOT NULL REFERENCES channel,
    hour       INTEGER NOT NULL,
    negative   INTEGER NOT NULL CHECK (negative >= 0),
    neutral    INTEGER NOT NULL CHECK (neutral >= 0),
    positive   INTEGER NOT NULL CHECK (positive >= 0),
    unsure     INTEGER NOT NULL CHECK (unsure >= 0),
    not_scored INTEGER NOT NULL CHECK (not_scored >= 0),
    mood_sum         INTEGER NOT NULL,   -- in 1/10,000
    mood_sum_squares INTEGER NOT NULL CHECK (mood_sum_squares >= 0),  -- in 1/100,000,000
    PRIMARY KEY (channel, hour)
) STRICT, WITHOUT ROWID;

-- A member's messages without an index that every message would pay for: the hours in which they
-- wrote are known, and each hour is one range of a channel. 1420070400000 is Discord's epoch in
-- milliseconds; a snowflake holds the milliseconds since then above its lower 22 bits.
CREATE VIEW message_of_member AS
SELECT member_hour.member, message.channel, message.message
FROM member_hour
CROSS JOIN message
    ON message.channel = member_hour.channel
    AND message.message >= (member_hour.hour * 3600000 - 1420070400000) << 22
    AND message.message < ((member_hour.hour + 1) * 3600000 - 1420070400000) << 22
    AND message.member = member_hour.member;

-- What members said about their own data: messages of theirs up to this snowflake are never
-- stored again, and none at all while they are opted out.
CREATE TABLE privacy (
    guild        INTEGER NOT NULL,
    user         INTEGER NOT NULL,
    opted_out    INTEGER NOT NULL CHECK (opted_out IN (0, 1)),
    erased_up_to INTEGER NOT NULL,
    PRIMARY KEY (guild, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE guild_settings (
    guild         INTEGER PRIMARY KEY,
    member_lookup INTEGER NOT NULL CHECK (member_lookup IN (0, 1)),
    trusted_role  INTEGER
) STRICT;

CREATE TABLE ignored_channel (
    guild   INTEGER NOT NULL REFERENCES guild_settings,
    channel INTEGER NOT NULL,            -- snowflake
    PRIMARY KEY (guild, channel)
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 1113682543;      -- "Baro"
PRAGMA user_version = 1;
