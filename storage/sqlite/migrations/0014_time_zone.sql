-- In which time zone a server's moderators read times: a name of the IANA's database, of which the
-- longest has 32 letters. Never anybody's text.
ALTER TABLE guild_settings ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'UTC'
    CHECK (length(time_zone) BETWEEN 1 AND 40 AND time_zone NOT GLOB '*[^A-Za-z0-9/_+-]*');

PRAGMA user_version = 14;
