-- Who is told where when a channel becomes unusual, and what they were told. Channels by their
-- snowflakes: a category has no row in "channel", nor has a channel in which nothing was said.
CREATE TABLE alert (
    id            INTEGER PRIMARY KEY,
    guild         INTEGER NOT NULL,
    scope         INTEGER,               -- a channel or category; null: the whole server
    target        INTEGER NOT NULL,      -- the channel or thread to tell it in
    sensitivity   INTEGER NOT NULL CHECK (sensitivity >= 0),
    quiet_from    INTEGER CHECK (quiet_from BETWEEN 0 AND 1439),   -- minutes since midnight
    quiet_until   INTEGER CHECK (quiet_until BETWEEN 0 AND 1439),
    most_a_day    INTEGER NOT NULL CHECK (most_a_day BETWEEN 1 AND 24),
    snoozed_until INTEGER,               -- microseconds since 1970 UTC, as all times below
    set_at        INTEGER NOT NULL,
    CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
) STRICT;

CREATE INDEX alert_by_guild ON alert (guild);

-- What was posted stays when its alert is removed: people are told how often alerts were wrong.
CREATE TABLE alert_post (
    id         INTEGER PRIMARY KEY,
    guild      INTEGER NOT NULL,
    alert      INTEGER REFERENCES alert ON DELETE SET NULL,
    noted_at   INTEGER NOT NULL,
    posted_at  INTEGER,                  -- null: not told, or not yet
    over_at    INTEGER,                  -- null: not over yet
    not_useful INTEGER NOT NULL CHECK (not_useful IN (0, 1))
) STRICT;

CREATE INDEX alert_post_by_guild ON alert_post (guild, noted_at);
CREATE INDEX alert_post_by_alert ON alert_post (alert);
CREATE INDEX alert_post_unfinished ON alert_post (guild) WHERE over_at IS NULL;

CREATE TABLE alert_episode (
    post      INTEGER NOT NULL REFERENCES alert_post ON DELETE CASCADE,
    channel   INTEGER NOT NULL,          -- snowflake
    guild     INTEGER NOT NULL,
    called_at INTEGER NOT NULL,
    PRIMARY KEY (post, channel)
) STRICT, WITHOUT ROWID;

CREATE INDEX alert_episode_by_channel ON alert_episode (guild, channel);

PRAGMA user_version = 19;
