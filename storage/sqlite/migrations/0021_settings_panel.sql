-- Who moderates beside the people with a moderator's permissions: any number of roles.
CREATE TABLE moderator_role (
    guild INTEGER NOT NULL REFERENCES guild_settings,
    role  INTEGER NOT NULL,              -- snowflake
    PRIMARY KEY (guild, role)
) STRICT, WITHOUT ROWID;

INSERT INTO moderator_role
SELECT guild, trusted_role FROM guild_settings WHERE trusted_role IS NOT NULL;

ALTER TABLE guild_settings DROP COLUMN trusted_role;

ALTER TABLE guild_settings ADD COLUMN moods_for_moderators INTEGER NOT NULL DEFAULT 0
    CHECK (moods_for_moderators IN (0, 1));

ALTER TABLE guild_settings ADD COLUMN least_people INTEGER NOT NULL DEFAULT 5
    CHECK (least_people >= 5);
ALTER TABLE guild_settings ADD COLUMN least_messages INTEGER NOT NULL DEFAULT 20
    CHECK (least_messages >= 20);

-- As Discord names it; null: the one that the server has there.
ALTER TABLE guild_settings ADD COLUMN language TEXT
    CHECK (length(language) BETWEEN 2 AND 10 AND language NOT GLOB '*[^A-Za-z-]*');

-- How long a guild wants things kept: days of rows, members' hours and channels' hours, as JSON, now
-- and before, and from when on; null: as the operator says.
ALTER TABLE guild_settings ADD COLUMN retention TEXT
    CHECK (retention IS NULL OR json_valid(retention));

-- Who changed which setting, for 30 days.
CREATE TABLE settings_change (
    id      INTEGER PRIMARY KEY,
    guild   INTEGER NOT NULL,
    at      INTEGER NOT NULL,            -- microseconds since 1970 UTC
    setting TEXT NOT NULL CHECK (length(setting) <= 40),
    before  TEXT NOT NULL CHECK (json_valid(before)),
    after   TEXT NOT NULL CHECK (json_valid(after))
) STRICT;

CREATE INDEX settings_change_by_guild ON settings_change (guild, id);
CREATE INDEX settings_change_by_time ON settings_change (at);

-- Apart, so that of somebody who asks to be forgotten it stays that the setting was changed.
CREATE TABLE settings_change_author (
    change INTEGER PRIMARY KEY REFERENCES settings_change ON DELETE CASCADE,
    user   INTEGER NOT NULL,             -- snowflake, to be shown to the server's managers
    author BLOB NOT NULL CHECK (length(author) = 16)
) STRICT;

CREATE INDEX settings_change_by_author ON settings_change_author (author);

PRAGMA user_version = 21;
