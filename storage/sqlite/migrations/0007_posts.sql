-- Messages that nobody asked for (digests, alerts): begun, and sent, so that each comes once whatever
-- dies in between. The key is the code's, never anybody's text.
CREATE TABLE post (
    guild    INTEGER NOT NULL,
    key      TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 60 AND key NOT GLOB '*[^a-z0-9-]*'),
    begun_at INTEGER NOT NULL,           -- microseconds since 1970 UTC
    sent     INTEGER NOT NULL CHECK (sent IN (0, 1)),
    PRIMARY KEY (guild, key)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 7;
