-- What everybody may know of a channel's or a thread's UTC day (counted from 1970): written once,
-- when the day is over, and never changed after that, so that nobody can be read out of the
-- difference of two answers. The figures are rounded. All of them are null for a day that is
-- hidden since too few people wrote in it, or one of them too much: that, too, is for ever.
CREATE TABLE published_day (
    channel  INTEGER NOT NULL REFERENCES channel,
    day      INTEGER NOT NULL,
    mood     INTEGER CHECK (mood BETWEEN -10 AND 10),                        -- in tenths
    counted  INTEGER CHECK (counted > 0 AND counted % 10 = 0),               -- messages behind it
    volume   INTEGER CHECK (volume > 0 AND volume % 10 = 0),                 -- all that were scored
    negative INTEGER CHECK (negative BETWEEN 0 AND 20),                      -- in twentieths
    positive INTEGER CHECK (positive BETWEEN 0 AND 20 AND negative + positive <= 20),
    PRIMARY KEY (channel, day),
    CHECK ((mood IS NULL) = (counted IS NULL) AND (mood IS NULL) = (volume IS NULL)
        AND (mood IS NULL) = (negative IS NULL) AND (mood IS NULL) = (positive IS NULL))
) STRICT, WITHOUT ROWID;

-- One row: days before this one that are not published are hidden for ever. A backup that takes the
-- place of the database may not know that they were published: doing it anew, without who has been
-- erased since, would show the difference.
CREATE TABLE published_from (
    day INTEGER NOT NULL
) STRICT;

INSERT INTO published_from VALUES (0);

PRAGMA user_version = 8;
