-- From this moment on, and until the model of this change was replaced, one and the same model has
-- scored all that is stored of the channel: somebody had it read again after a change of model.
CREATE TABLE read_again (
    channel INTEGER NOT NULL REFERENCES channel ON DELETE CASCADE,
    since   INTEGER NOT NULL,            -- microseconds since 1970 UTC; a full hour
    change  INTEGER NOT NULL REFERENCES model_change,
    PRIMARY KEY (channel, since)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 13;
