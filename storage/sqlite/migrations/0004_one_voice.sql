-- One person, one voice: of a person's scored messages in an hour and channel the first ten, by
-- id, count in a mood. Columns negative, neutral, positive, mood_sum and mood_sum_squares of both
-- rollups are over what counts from here on; unsure and not_scored go on counting every message.
-- Hours are counted anew as far as the rows of their messages are kept; older ones stay as they are.

-- Every scored message, whether or not it counts.
ALTER TABLE member_hour ADD COLUMN scored INTEGER NOT NULL DEFAULT 0 CHECK (scored >= 0);
ALTER TABLE channel_hour ADD COLUMN scored INTEGER NOT NULL DEFAULT 0 CHECK (scored >= 0);

-- Snowflake of the tenth scored message, the last that counts, so that what comes after it need not
-- look at the others. 0: there are fewer, or its row is gone and so nothing up to it can change.
ALTER TABLE member_hour ADD COLUMN last_counted INTEGER NOT NULL DEFAULT 0;

-- How many members have a scored message in it, as long as member_hour knows them, and as it was
-- after that. 0 also for hours of which nobody knew any more when this column came.
ALTER TABLE channel_hour ADD COLUMN writers INTEGER NOT NULL DEFAULT 0 CHECK (writers >= 0);

-- Who wrote most in a guild is asked often; so its members are found without those of others.
CREATE INDEX member_by_guild ON member (guild);

UPDATE member_hour SET scored = negative + neutral + positive;
UPDATE channel_hour SET scored = negative + neutral + positive;
UPDATE channel_hour SET writers = found.writers
FROM (
    SELECT channel, hour, count(*) AS writers FROM member_hour
    WHERE scored > 0 GROUP BY channel, hour
) AS found
WHERE channel_hour.channel = found.channel AND channel_hour.hour = found.hour;

-- What counts no more. Of an hour whose first rows are gone these come first all the same: they
-- were sent first, and what they came to stands in its sums.
CREATE TABLE beyond_ten AS
WITH numbered AS (
    SELECT message.channel, member_hour.hour, message.member, message.message,
        message.negative, message.positive, 10000 - message.negative - message.positive AS neutral,
        message.positive - message.negative AS mood,
        row_number() OVER kept + member_hour.scored - count(*) OVER whole AS number
    FROM message CROSS JOIN member_hour
        ON member_hour.member = message.member AND member_hour.channel = message.channel
        AND member_hour.hour = ((message.message >> 22) + 1420070400000) / 3600000
        AND member_hour.scored >= 10
    WHERE message.status = 0
    WINDOW whole AS (PARTITION BY message.channel, message.member, member_hour.hour),
        kept AS (whole ORDER BY message.message)
)
SELECT channel, hour, member,
    sum(number > 10 AND negative > neutral AND negative > positive) AS negative,
    sum(number > 10 AND neutral >= negative AND neutral >= positive) AS neutral,
    sum(number > 10 AND positive > neutral AND positive >= negative) AS positive,
    sum(iif(number > 10, mood, 0)) AS mood_sum,
    sum(iif(number > 10, mood * mood, 0)) AS mood_sum_squares,
    max(iif(number = 10, message, 0)) AS last_counted
FROM numbered GROUP BY channel, hour, member;

UPDATE member_hour SET negative = member_hour.negative - beyond_ten.negative,
    neutral = member_hour.neutral - beyond_ten.neutral,
    positive = member_hour.positive - beyond_ten.positive,
    mood_sum = member_hour.mood_sum - beyond_ten.mood_sum,
    mood_sum_squares = member_hour.mood_sum_squares - beyond_ten.mood_sum_squares,
    last_counted = beyond_ten.last_counted
FROM beyond_ten
WHERE member_hour.member = beyond_ten.member AND member_hour.hour = beyond_ten.hour
    AND member_hour.channel = beyond_ten.channel;

UPDATE channel_hour SET negative = channel_hour.negative - gone.negative,
    neutral = channel_hour.neutral - gone.neutral,
    positive = channel_hour.positive - gone.positive,
    mood_sum = channel_hour.mood_sum - gone.mood_sum,
    mood_sum_squares = channel_hour.mood_sum_squares - gone.mood_sum_squares
FROM (
    SELECT channel, hour, sum(negative) AS negative, sum(neutral) AS neutral,
        sum(positive) AS positive, sum(mood_sum) AS mood_sum,
        sum(mood_sum_squares) AS mood_sum_squares
    FROM beyond_ten GROUP BY channel, hour
) AS gone
WHERE channel_hour.channel = gone.channel AND channel_hour.hour = gone.hour;

DROP TABLE beyond_ten;

-- The first hour (since 1970 UTC) that was counted so, if there are older ones: a chart says so.
CREATE TABLE one_voice (
    since INTEGER NOT NULL
) STRICT;

INSERT INTO one_voice
SELECT since FROM (
    SELECT coalesce(
        ((min((SELECT min(message) FROM message WHERE message.channel = channel.id)) >> 22)
            + 1420070400000) / 3600000,
        (SELECT max(hour) + 1 FROM channel_hour)) AS since
    FROM channel)
WHERE EXISTS (SELECT 1 FROM channel_hour WHERE hour < since);

PRAGMA user_version = 4;
