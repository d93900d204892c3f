"""The engine that keeps everything in a database of PostgreSQL."""
