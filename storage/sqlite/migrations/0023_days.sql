-- Sums of whole days, so that a look at a year reads days and not their hours. A day is one on the
-- clock of its server, of 23 to 25 hours: [first_hour, end_hour), counted from 1970 UTC. They are
-- right, or not there: whatever changes an hour of a guild deletes the day that it lies in, and the
-- day is summed up anew, once an hour, when it is over.
CREATE TABLE guild_day (
    guild      INTEGER NOT NULL,
    first_hour INTEGER NOT NULL,
    end_hour   INTEGER NOT NULL CHECK (end_hour > first_hour AND end_hour - first_hour <= 26),
    negative   INTEGER NOT NULL CHECK (negative >= 0),
    neutral    INTEGER NOT NULL CHECK (neutral >= 0),
    positive   INTEGER NOT NULL CHECK (positive >= 0),
    unsure     INTEGER NOT NULL CHECK (unsure >= 0),
    not_scored INTEGER NOT NULL CHECK (not_scored >= 0),
    mood_sum         INTEGER NOT NULL,   -- in 1/10,000
    mood_sum_squares INTEGER NOT NULL CHECK (mood_sum_squares >= 0),  -- in 1/100,000,000
    scored     INTEGER NOT NULL CHECK (scored >= 0),
    writers    INTEGER NOT NULL CHECK (writers >= 0),  -- of the channel's hour that had most
    PRIMARY KEY (guild, first_hour)
) STRICT, WITHOUT ROWID;

-- The same of each channel in which anything was written on that day.
CREATE TABLE channel_day (
    channel    INTEGER NOT NULL REFERENCES channel ON DELETE CASCADE,
    first_hour INTEGER NOT NULL,
    guild      INTEGER NOT NULL,
    negative   INTEGER NOT NULL CHECK (negative >= 0),
    neutral    INTEGER NOT NULL CHECK (neutral >= 0),
    positive   INTEGER NOT NULL CHECK (positive >= 0),
    unsure     INTEGER NOT NULL CHECK (unsure >= 0),
    not_scored INTEGER NOT NULL CHECK (not_scored >= 0),
    mood_sum         INTEGER NOT NULL,
    mood_sum_squares INTEGER NOT NULL CHECK (mood_sum_squares >= 0),
    scored     INTEGER NOT NULL CHECK (scored >= 0),
    writers    INTEGER NOT NULL CHECK (writers >= 0),
    PRIMARY KEY (channel, first_hour),
    FOREIGN KEY (guild, first_hour) REFERENCES guild_day ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- For the foreign key, and for who had most writers on a day.
CREATE INDEX channel_day_by_writers ON channel_day (guild, first_hour, writers);

CREATE TRIGGER guild_hour_came AFTER INSERT ON guild_hour BEGIN
    DELETE FROM guild_day
    WHERE guild = new.guild AND first_hour > new.hour - 26 AND first_hour <= new.hour
        AND end_hour > new.hour;
END;
CREATE TRIGGER guild_hour_changed
AFTER UPDATE OF negative, neutral, positive, unsure, not_scored, mood_sum, mood_sum_squares,
    scored, writers ON guild_hour
BEGIN
    DELETE FROM guild_day
    WHERE guild = old.guild AND first_hour > old.hour - 26 AND first_hour <= old.hour
        AND end_hour > old.hour;
END;
CREATE TRIGGER guild_hour_went AFTER DELETE ON guild_hour BEGIN
    DELETE FROM guild_day
    WHERE guild = old.guild AND first_hour > old.hour - 26 AND first_hour <= old.hour
        AND end_hour > old.hour;
END;

-- How many scored messages the member wrote who wrote most of a guild's hour; null: to be looked
-- up, since the hour is not over, or has changed, or its members' hours are gone.
ALTER TABLE guild_hour ADD COLUMN most INTEGER CHECK (most >= 0);

PRAGMA user_version = 23;
