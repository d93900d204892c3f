"""The database as a file among files: backups, restoring, inspection, and the journal beside it."""
