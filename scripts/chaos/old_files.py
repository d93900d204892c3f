"""A database as the first version of Barometer left it, with rows of every kind.

Later old versions need no file of their own: a migration that is killed half-way leaves them.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from scripts.chaos.ledger import recount_sql

GUILD, OPTED_OUT, IGNORED_CHANNEL = 900, 599, 703

_FILL = """
    INSERT INTO channel VALUES (1, 900, 700, NULL), (2, 900, 701, NULL), (3, 900, 702, 700);
    INSERT INTO model VALUES (1, 'chaos-00000000');
    INSERT INTO model_change VALUES (1, 1, 1790000000000000);
    INSERT INTO guild_settings VALUES (900, 1, 801);
    INSERT INTO ignored_channel VALUES (900, 703);
    INSERT INTO privacy VALUES (900, 599, 1, 1);
    INSERT INTO deleted VALUES (1, 12345678901);
    WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 20)
    INSERT INTO member SELECT n, 900, 500 + n FROM number;
    WITH RECURSIVE number(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 1999)
    INSERT INTO message (channel, message, member, reply_gap, edited, score, model)
    SELECT n % 3 + 1, ((:start_ms - 1420070400000 + n * 60000) << 22) + n,
        iif(n / 100 % 3, n * 7 % 20, 4) + 1,
        iif(n % 5, NULL, 4096), iif(n % 9, 0, 1790000000000000 + n),
        ((n % 7 / 5) << 28) | ((n * 37 % 5000) << 14) | (n * 91 % 5000), 1
    FROM number;
"""


def make_version_1(path: Path, start_ms: int) -> None:
    """2,000 messages, one a minute from `start_ms` (ms since 1970 UTC), and what goes with them.

    For 100 minutes of every 300 only one member writes.
    """
    schema = files("storage.sqlite").joinpath("migrations", "0001_messages_and_rollups.sql")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(schema.read_text(encoding="utf-8"))
        connection.executescript(_FILL.replace(":start_ms", str(start_ms)))
        for table in ("channel_hour", "member_hour"):
            connection.execute(f"INSERT INTO {table} {recount_sql(table, version=1)}")
        connection.commit()
