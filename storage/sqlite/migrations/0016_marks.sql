-- Whether a moderator found that a message was judged right. It is about the score: it goes with the
-- message's row, and with the row of every version that is replaced.
CREATE TABLE mark (
    channel  INTEGER NOT NULL,
    message  INTEGER NOT NULL,           -- snowflake
    is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
    PRIMARY KEY (channel, message),
    FOREIGN KEY (channel, message) REFERENCES message ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 16;
