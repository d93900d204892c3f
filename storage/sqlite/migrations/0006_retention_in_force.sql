-- One row: for how many days things are kept now. Where the operator, or a new version, chooses
-- less, the choice waits here for a week, since what it deletes is gone for good. Before this
-- version the hours of members were kept for up to 90 days.
CREATE TABLE retention_in_force (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    rows_days    INTEGER NOT NULL,
    member_days  INTEGER NOT NULL,
    channel_days INTEGER NOT NULL,
    next_rows_days    INTEGER,           -- what was chosen, as long as it waits; null: nothing
    next_member_days  INTEGER,
    next_channel_days INTEGER,
    next_from         INTEGER            -- when that comes into force: microseconds since 1970 UTC
) STRICT;

INSERT INTO retention_in_force VALUES (1, 30, 90, 400, NULL, NULL, NULL, NULL);

PRAGMA user_version = 6;
