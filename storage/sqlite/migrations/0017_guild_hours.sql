-- The sums of a whole guild's hour: a question about nearly all of its channels reads these, and
-- subtracts those few that it is not about. Channels of guild 0 are being swept: nobody asks.
CREATE TABLE guild_hour (
    guild      INTEGER NOT NULL,
    hour       INTEGER NOT NULL,         -- hours since 1970 UTC
    negative   INTEGER NOT NULL CHECK (negative >= 0),
    neutral    INTEGER NOT NULL CHECK (neutral >= 0),
    positive   INTEGER NOT NULL CHECK (positive >= 0),
    unsure     INTEGER NOT NULL CHECK (unsure >= 0),
    not_scored INTEGER NOT NULL CHECK (not_scored >= 0),
    mood_sum         INTEGER NOT NULL,   -- in 1/10,000
    mood_sum_squares INTEGER NOT NULL CHECK (mood_sum_squares >= 0),  -- in 1/100,000,000
    scored     INTEGER NOT NULL CHECK (scored >= 0),
    writers    INTEGER CHECK (writers >= 0),  -- of the channel that had most; null: to be looked up
    PRIMARY KEY (guild, hour)
) STRICT, WITHOUT ROWID;

INSERT INTO guild_hour
SELECT guild, hour, sum(negative), sum(neutral), sum(positive), sum(unsure), sum(not_scored),
    sum(mood_sum), sum(mood_sum_squares), sum(scored), max(writers)
FROM channel CROSS JOIN channel_hour ON channel_hour.channel = channel.id
WHERE guild <> 0
GROUP BY guild, hour;

PRAGMA user_version = 17;
