-- A server's digest: where it is posted, when, and up to when it has told. At most one a server.
CREATE TABLE digest (
    guild        INTEGER PRIMARY KEY,
    target       INTEGER NOT NULL,       -- the channel or thread it is posted in
    weekday      INTEGER CHECK (weekday BETWEEN 0 AND 6),  -- Monday is 0; null: every day
    hour         INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    only_unusual INTEGER NOT NULL CHECK (only_unusual IN (0, 1)),
    told_until   INTEGER NOT NULL        -- microseconds since 1970 UTC
) STRICT;

PRAGMA user_version = 20;
