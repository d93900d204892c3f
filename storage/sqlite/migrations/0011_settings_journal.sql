-- One row: whether the privacy journal beside this database has its settings. Until it has, an
-- upgrade may have been killed halfway, and what the journal does not know is no sign that it was
-- lost.
CREATE TABLE settings_journal (
    begun INTEGER NOT NULL CHECK (begun IN (0, 1))
) STRICT;

INSERT INTO settings_journal VALUES (0);

PRAGMA user_version = 11;
