-- Members lose their snowflakes: an HMAC of (guild, user) stands for one, 16 bytes made with a key
-- that lies outside of the database. Whoever has this file alone cannot tell who anybody is.
-- member_key(guild, user) is an SQL function for this migration alone: see storage/sqlite/schema.py.

-- The HMAC of (0, 0): tells the key that made this database from another one.
CREATE TABLE identity_key (
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 16)
) STRICT;

INSERT INTO identity_key VALUES (member_key(0, 0));

-- A member's row lives as long as something of theirs is counted, and no longer.
CREATE TABLE keyed_member (
    id       INTEGER PRIMARY KEY,
    guild    INTEGER NOT NULL,
    identity BLOB NOT NULL UNIQUE CHECK (length(identity) = 16)
) STRICT;

INSERT INTO keyed_member SELECT id, guild, member_key(guild, snowflake) FROM member;
DROP TABLE member;
ALTER TABLE keyed_member RENAME TO member;

-- What members said about their own data: messages of theirs up to this snowflake are never
-- stored again, and none at all while they are opted out. The member with user id 0 stands for a
-- whole guild, whose data was erased.
CREATE TABLE wish (
    member       BLOB PRIMARY KEY NOT NULL CHECK (length(member) = 16),
    opted_out    INTEGER NOT NULL CHECK (opted_out IN (0, 1)),
    erased_up_to INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO wish SELECT member_key(guild, user), opted_out, erased_up_to FROM privacy;
DROP TABLE privacy;

-- Every message of the channel up to this snowflake has been handed in; 0: nobody knows. What
-- lies above may have gaps, which only Discord's history can fill.
ALTER TABLE channel ADD COLUMN contiguous INTEGER NOT NULL DEFAULT 0;

-- Who wrote in a channel on a UTC day (counted from 1970), as long as member_hour knows it.
CREATE TABLE author_day (
    channel INTEGER NOT NULL REFERENCES channel,
    day     INTEGER NOT NULL,
    member  INTEGER NOT NULL,
    PRIMARY KEY (channel, day, member)
) STRICT, WITHOUT ROWID;

INSERT INTO author_day SELECT DISTINCT channel, hour / 24, member FROM member_hour;

-- How many they were; written when the names go, and never changed after that.
CREATE TABLE channel_day (
    channel INTEGER NOT NULL REFERENCES channel,
    day     INTEGER NOT NULL,
    authors INTEGER NOT NULL CHECK (authors > 0),
    PRIMARY KEY (channel, day)
) STRICT, WITHOUT ROWID;

-- One row: what is older has been deleted, and nothing of it is taken in again.
CREATE TABLE horizon (
    message      INTEGER NOT NULL,       -- snowflake
    member_hour  INTEGER NOT NULL,       -- hours since 1970 UTC
    channel_hour INTEGER NOT NULL
) STRICT;

INSERT INTO horizon VALUES (0, 0, 0);

-- Guilds that the bot has left: their data is deleted when it has not come back for a while.
CREATE TABLE guild_left (
    guild INTEGER PRIMARY KEY,
    since INTEGER NOT NULL               -- microseconds since 1970 UTC
) STRICT;

PRAGMA user_version = 2;
