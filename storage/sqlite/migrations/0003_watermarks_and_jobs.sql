-- Each guild gets a watermark of its own: what is older has been deleted, and nothing of it is
-- taken in again. Guild 0 stands for every guild that has no row yet.
CREATE TABLE retention_watermark (
    guild        INTEGER PRIMARY KEY,
    message      INTEGER NOT NULL,       -- snowflake
    member_hour  INTEGER NOT NULL,       -- hours since 1970 UTC
    channel_hour INTEGER NOT NULL
) STRICT;

INSERT INTO retention_watermark SELECT 0, message, member_hour, channel_hour FROM horizon;
INSERT INTO retention_watermark
    SELECT known.guild, message, member_hour, channel_hour
    FROM (SELECT guild FROM channel UNION SELECT guild FROM guild_settings) AS known, horizon;
DROP TABLE horizon;

-- When each job is due next. `guild` 0 is for jobs of the whole bot. The job's name is the code's,
-- never anybody's text.
CREATE TABLE scheduled_job (
    guild         INTEGER NOT NULL,
    job           TEXT NOT NULL CHECK (length(job) BETWEEN 1 AND 40 AND job NOT GLOB '*[^a-z0-9-]*'),
    due           INTEGER NOT NULL,      -- microseconds since 1970 UTC
    last_run      INTEGER,               -- the same; null: never
    claimed_until INTEGER,               -- the same: somebody is at it; null: nobody
    PRIMARY KEY (guild, job)
) STRICT, WITHOUT ROWID;

CREATE INDEX scheduled_job_by_due ON scheduled_job (due);

PRAGMA user_version = 3;
