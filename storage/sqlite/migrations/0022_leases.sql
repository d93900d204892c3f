-- Who does what, of several processes: one holder a name, until a time. Both names are the code's,
-- never anybody's text.
CREATE TABLE lease (
    key    TEXT PRIMARY KEY NOT NULL
        CHECK (length(key) BETWEEN 1 AND 60 AND key NOT GLOB '*[^A-Za-z0-9:./_-]*'),
    holder TEXT NOT NULL
        CHECK (length(holder) BETWEEN 1 AND 100 AND holder NOT GLOB '*[^A-Za-z0-9:./_-]*'),
    until  INTEGER NOT NULL              -- microseconds since 1970 UTC
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 22;
