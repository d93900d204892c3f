-- Who presses a button below an alert decides about the channels that they can read, and no others.
ALTER TABLE alert_episode ADD COLUMN not_useful INTEGER NOT NULL DEFAULT 0
    CHECK (not_useful IN (0, 1));

UPDATE alert_episode SET not_useful = 1
WHERE post IN (SELECT id FROM alert_post WHERE not_useful = 1);

ALTER TABLE alert_post DROP COLUMN not_useful;

-- In which channels an alert is silent, and until when.
CREATE TABLE alert_snooze (
    alert   INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
    channel INTEGER NOT NULL,            -- snowflake
    guild   INTEGER NOT NULL,
    until   INTEGER NOT NULL,            -- microseconds since 1970 UTC
    PRIMARY KEY (alert, channel)
) STRICT, WITHOUT ROWID;

CREATE INDEX alert_snooze_by_channel ON alert_snooze (guild, channel);

-- It was for an hour, and for channels that are not told here.
ALTER TABLE alert DROP COLUMN snoozed_until;

PRAGMA user_version = 24;
