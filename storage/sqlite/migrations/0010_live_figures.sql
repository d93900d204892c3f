-- Whether only administrators and people with the trusted role see live figures; else everybody who
-- moderates does. An upgrade leaves what the trusted role gives as it was.
ALTER TABLE guild_settings ADD COLUMN live_for_role_only INTEGER NOT NULL DEFAULT 0
    CHECK (live_for_role_only IN (0, 1));

PRAGMA user_version = 10;
