-- The signs that begin commands to other bots, where a server chose other signs than the usual
-- ones: one bit for each of the signs that can be chosen. No sign is kept as text.
ALTER TABLE guild_settings ADD COLUMN command_marks INTEGER;

PRAGMA user_version = 9;
