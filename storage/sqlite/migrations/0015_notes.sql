-- What moderators note on the axis of time: since when there is slow mode, a raid, an event. The
-- only text that is kept at all: up to 60 letters, written for this, and no message of anybody's.
CREATE TABLE note (
    id      INTEGER PRIMARY KEY,
    guild   INTEGER NOT NULL,
    channel INTEGER REFERENCES channel,  -- null: the whole server
    at      INTEGER NOT NULL,            -- microseconds since 1970 UTC
    kind    INTEGER NOT NULL CHECK (kind >= 0),
    text    TEXT NOT NULL CHECK (length(text) <= 60 AND length(CAST(text AS BLOB)) <= 240),
    author  BLOB NOT NULL CHECK (length(author) = 16),
    set_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX note_by_time ON note (guild, at);
CREATE INDEX note_by_author ON note (author);
CREATE INDEX note_by_channel ON note (channel) WHERE channel IS NOT NULL;

PRAGMA user_version = 15;
