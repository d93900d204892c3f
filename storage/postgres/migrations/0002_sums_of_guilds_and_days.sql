-- The sums of whole guilds and of whole days, as in the tables of SQLite (its migrations 0017 and
-- 0023 say what each column holds): so that a look at a year reads days and not their hours, and
-- one at nearly all channels reads the guild's and subtracts the others. All follow from the rest.

-- Of channels that are not detached. `writers` is of the channel that had most, and `most` what the
-- member wrote who wrote most; null: to be looked up.
CREATE TABLE guild_hour (
    guild      bigint NOT NULL,
    hour       integer NOT NULL,
    negative   integer NOT NULL,
    neutral    integer NOT NULL,
    positive   integer NOT NULL,
    unsure     integer NOT NULL,
    not_scored integer NOT NULL,
    mood_sum         bigint NOT NULL,
    mood_sum_squares bigint NOT NULL,
    scored     integer NOT NULL,
    writers    integer,
    most       integer,
    PRIMARY KEY (guild, hour),
    CHECK (least(negative, neutral, positive, unsure, not_scored, scored, writers, most) >= 0
        AND mood_sum_squares >= 0)
);

CREATE INDEX guild_hour_most ON guild_hour (guild, hour) WHERE most IS NOT NULL;

INSERT INTO guild_hour
SELECT channel_hour.guild, hour, sum(negative), sum(neutral), sum(positive), sum(unsure),
    sum(not_scored), sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
FROM channel_hour JOIN channel
    ON channel.guild = channel_hour.guild AND channel.id = channel_hour.channel
WHERE NOT detached
GROUP BY channel_hour.guild, hour;

-- A day on the clock of its server, of 23 to 25 hours: first_hour ≤ hour < end_hour. It is right,
-- or not there.
CREATE TABLE guild_day (
    guild      bigint NOT NULL,
    first_hour integer NOT NULL,
    end_hour   integer NOT NULL CHECK (end_hour > first_hour AND end_hour - first_hour <= 26),
    negative   integer NOT NULL,
    neutral    integer NOT NULL,
    positive   integer NOT NULL,
    unsure     integer NOT NULL,
    not_scored integer NOT NULL,
    mood_sum         bigint NOT NULL,
    mood_sum_squares bigint NOT NULL,
    scored     integer NOT NULL,
    writers    integer NOT NULL,
    PRIMARY KEY (guild, first_hour),
    CHECK (least(negative, neutral, positive, unsure, not_scored, scored, writers) >= 0
        AND mood_sum_squares >= 0)
);

CREATE TABLE channel_day (
    guild      bigint NOT NULL,
    channel    bigint NOT NULL,
    first_hour integer NOT NULL,
    negative   integer NOT NULL,
    neutral    integer NOT NULL,
    positive   integer NOT NULL,
    unsure     integer NOT NULL,
    not_scored integer NOT NULL,
    mood_sum         bigint NOT NULL,
    mood_sum_squares bigint NOT NULL,
    scored     integer NOT NULL,
    writers    integer NOT NULL,
    PRIMARY KEY (guild, channel, first_hour),
    FOREIGN KEY (guild, channel) REFERENCES channel ON DELETE CASCADE,
    FOREIGN KEY (guild, first_hour) REFERENCES guild_day ON DELETE CASCADE,
    CHECK (least(negative, neutral, positive, unsure, not_scored, scored, writers) >= 0
        AND mood_sum_squares >= 0)
);

-- For the foreign key, and for who had most writers on a day.
CREATE INDEX channel_day_by_writers ON channel_day (guild, first_hour, writers);

-- Whatever changes an hour of a guild deletes the day that it lies in.
CREATE FUNCTION barometer_forget_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_guild bigint := coalesce(new.guild, old.guild);
    its_hour integer := coalesce(new.hour, old.hour);
BEGIN
    DELETE FROM guild_day
    WHERE guild = its_guild AND first_hour > its_hour - 26 AND first_hour <= its_hour
        AND end_hour > its_hour;
    RETURN NULL;
END $$;

CREATE TRIGGER guild_hour_changed
AFTER INSERT OR DELETE OR UPDATE OF negative, neutral, positive, unsure, not_scored, mood_sum,
    mood_sum_squares, scored, writers ON guild_hour
FOR EACH ROW EXECUTE FUNCTION barometer_forget_day();

-- What is published of all channels of a guild together that are not detached.
CREATE TABLE guild_published_day (
    guild     bigint NOT NULL,
    day       integer NOT NULL,
    shown     integer NOT NULL,
    hidden    integer NOT NULL,
    counted   bigint NOT NULL,
    volume    bigint NOT NULL,
    moods     bigint NOT NULL,
    negatives bigint NOT NULL,
    positives bigint NOT NULL,
    PRIMARY KEY (guild, day),
    CHECK (least(shown, hidden) >= 0 AND least(counted, volume, negatives, positives) >= 0)
);

INSERT INTO guild_published_day
SELECT published_day.guild, day, count(mood), count(*) - count(mood), coalesce(sum(counted), 0),
    coalesce(sum(volume), 0), coalesce(sum(mood * counted), 0),
    coalesce(sum(negative * counted), 0), coalesce(sum(positive * counted), 0)
FROM published_day JOIN channel
    ON channel.guild = published_day.guild AND channel.id = published_day.channel
WHERE NOT detached
GROUP BY published_day.guild, day;

CREATE FUNCTION barometer_add_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO guild_published_day AS known
    SELECT came.guild, day, count(mood), count(*) - count(mood), coalesce(sum(counted), 0),
        coalesce(sum(volume), 0), coalesce(sum(mood * counted), 0),
        coalesce(sum(negative * counted), 0), coalesce(sum(positive * counted), 0)
    FROM came JOIN channel ON channel.guild = came.guild AND channel.id = came.channel
    WHERE NOT detached
    GROUP BY came.guild, day
    ON CONFLICT (guild, day) DO UPDATE SET shown = known.shown + excluded.shown,
        hidden = known.hidden + excluded.hidden, counted = known.counted + excluded.counted,
        volume = known.volume + excluded.volume, moods = known.moods + excluded.moods,
        negatives = known.negatives + excluded.negatives,
        positives = known.positives + excluded.positives;
    RETURN NULL;
END $$;

CREATE FUNCTION barometer_subtract_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE guild_published_day AS known SET shown = known.shown - its.shown,
        hidden = known.hidden - its.hidden, counted = known.counted - its.counted,
        volume = known.volume - its.volume, moods = known.moods - its.moods,
        negatives = known.negatives - its.negatives, positives = known.positives - its.positives
    FROM (
        SELECT went.guild, day, count(mood) AS shown, count(*) - count(mood) AS hidden,
            coalesce(sum(counted), 0) AS counted, coalesce(sum(volume), 0) AS volume,
            coalesce(sum(mood * counted), 0) AS moods,
            coalesce(sum(negative * counted), 0) AS negatives,
            coalesce(sum(positive * counted), 0) AS positives
        FROM went JOIN channel ON channel.guild = went.guild AND channel.id = went.channel
        WHERE NOT detached
        GROUP BY went.guild, day
    ) AS its
    WHERE known.guild = its.guild AND known.day = its.day;
    -- Of the last channel of a day the day goes, since then no channel is behind it.
    DELETE FROM guild_published_day AS known USING went
    WHERE known.guild = went.guild AND known.day = went.day AND shown + hidden = 0;
    RETURN NULL;
END $$;

CREATE TRIGGER published_day_came AFTER INSERT ON published_day
REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION barometer_add_published();

CREATE TRIGGER published_day_went AFTER DELETE ON published_day
REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION barometer_subtract_published();

-- Which of a member's hours have more than ten changes once, and the hour with every message: where
-- no column of an index changes, PostgreSQL writes a row anew and leaves the indexes alone.
DROP INDEX member_hour_beyond_ten;
ALTER TABLE member_hour ADD COLUMN beyond_ten boolean NOT NULL
    GENERATED ALWAYS AS (scored > 10) STORED;
CREATE INDEX member_hour_beyond_ten ON member_hour (guild, channel, hour) WHERE beyond_ten;
-- Which it does where there is room beside the old one.
ALTER TABLE member_hour SET (fillfactor = 90);
ALTER TABLE channel_hour SET (fillfactor = 90);

-- A statement makes ready each check of each table that it writes to, which for a small batch took
-- longer than to write it: one is as good as eight.
ALTER TABLE member_hour
    DROP CONSTRAINT member_hour_negative_check, DROP CONSTRAINT member_hour_neutral_check,
    DROP CONSTRAINT member_hour_positive_check, DROP CONSTRAINT member_hour_unsure_check,
    DROP CONSTRAINT member_hour_not_scored_check, DROP CONSTRAINT member_hour_scored_check,
    DROP CONSTRAINT member_hour_mood_sum_squares_check,
    ADD CHECK (least(negative, neutral, positive, unsure, not_scored, scored) >= 0
        AND mood_sum_squares >= 0);
ALTER TABLE channel_hour
    DROP CONSTRAINT channel_hour_negative_check, DROP CONSTRAINT channel_hour_neutral_check,
    DROP CONSTRAINT channel_hour_positive_check, DROP CONSTRAINT channel_hour_unsure_check,
    DROP CONSTRAINT channel_hour_not_scored_check, DROP CONSTRAINT channel_hour_scored_check,
    DROP CONSTRAINT channel_hour_writers_check,
    DROP CONSTRAINT channel_hour_mood_sum_squares_check,
    ADD CHECK (least(negative, neutral, positive, unsure, not_scored, scored, writers) >= 0
        AND mood_sum_squares >= 0);
