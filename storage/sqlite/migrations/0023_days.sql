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

-- For its end, which comes with the members' hours.
CREATE INDEX guild_hour_most ON guild_hour (guild, hour) WHERE most IS NOT NULL;

-- What is published of all channels of a guild together, for questions about nearly all of them.
-- "moods" are in tenths, the other shares in twentieths, each times the messages behind it.
CREATE TABLE guild_published_day (
    guild     INTEGER NOT NULL,
    day       INTEGER NOT NULL,
    shown     INTEGER NOT NULL CHECK (shown >= 0),   -- channels
    hidden    INTEGER NOT NULL CHECK (hidden >= 0),
    counted   INTEGER NOT NULL CHECK (counted >= 0),
    volume    INTEGER NOT NULL CHECK (volume >= 0),
    moods     INTEGER NOT NULL,
    negatives INTEGER NOT NULL CHECK (negatives >= 0),
    positives INTEGER NOT NULL CHECK (positives >= 0),
    PRIMARY KEY (guild, day),
    CHECK (shown + hidden > 0)
) STRICT, WITHOUT ROWID;

INSERT INTO guild_published_day
SELECT guild, day, count(mood), count(*) - count(mood), coalesce(sum(counted), 0),
    coalesce(sum(volume), 0), coalesce(sum(mood * counted), 0),
    coalesce(sum(negative * counted), 0), coalesce(sum(positive * counted), 0)
FROM channel CROSS JOIN published_day ON published_day.channel = channel.id
WHERE guild <> 0 GROUP BY guild, day;

CREATE TRIGGER published_day_came AFTER INSERT ON published_day BEGIN
    INSERT INTO guild_published_day
    SELECT guild, new.day, new.mood IS NOT NULL, new.mood IS NULL, coalesce(new.counted, 0),
        coalesce(new.volume, 0), coalesce(new.mood * new.counted, 0),
        coalesce(new.negative * new.counted, 0), coalesce(new.positive * new.counted, 0)
    FROM channel WHERE id = new.channel AND guild <> 0
    ON CONFLICT DO UPDATE SET shown = shown + excluded.shown, hidden = hidden + excluded.hidden,
        counted = counted + excluded.counted, volume = volume + excluded.volume,
        moods = moods + excluded.moods, negatives = negatives + excluded.negatives,
        positives = positives + excluded.positives;
END;
-- Of the last channel of a day the day goes, since then no channel is behind it.
CREATE TRIGGER published_day_went AFTER DELETE ON published_day BEGIN
    DELETE FROM guild_published_day
    WHERE guild = (SELECT guild FROM channel WHERE id = old.channel) AND day = old.day
        AND shown + hidden = 1;
    UPDATE guild_published_day SET shown = shown - (old.mood IS NOT NULL),
        hidden = hidden - (old.mood IS NULL), counted = counted - coalesce(old.counted, 0),
        volume = volume - coalesce(old.volume, 0),
        moods = moods - coalesce(old.mood * old.counted, 0),
        negatives = negatives - coalesce(old.negative * old.counted, 0),
        positives = positives - coalesce(old.positive * old.counted, 0)
    WHERE guild = (SELECT guild FROM channel WHERE id = old.channel) AND day = old.day;
END;
-- A deleted channel leaves its guild before its rows go.
CREATE TRIGGER channel_left AFTER UPDATE OF guild ON channel WHEN old.guild <> new.guild BEGIN
    DELETE FROM guild_published_day
    WHERE guild = old.guild AND shown + hidden = 1
        AND day IN (SELECT day FROM published_day WHERE channel = old.id);
    UPDATE guild_published_day SET shown = shown - (its.mood IS NOT NULL),
        hidden = guild_published_day.hidden - (its.mood IS NULL),
        counted = guild_published_day.counted - coalesce(its.counted, 0),
        volume = guild_published_day.volume - coalesce(its.volume, 0),
        moods = moods - coalesce(its.mood * its.counted, 0),
        negatives = negatives - coalesce(its.negative * its.counted, 0),
        positives = positives - coalesce(its.positive * its.counted, 0)
    FROM published_day AS its
    WHERE its.channel = old.id AND its.day = guild_published_day.day
        AND guild_published_day.guild = old.guild;
END;

PRAGMA user_version = 23;
