"""The storage in one SQLite file: a module a table, and in `files` what only a file needs."""
