"""PRIVACY.md is true: it names every table and column of the database, and no other."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from scripts.chaos.postgres_server import PostgresServer
from storage.records import Retention

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\| `(?P<table>\w+)`: (?P<columns>(?:`\w+`(?:, )?)+) \| .+ \| .+ \|$", re.M)


def documented() -> tuple[list[str], list[str]]:
    """The columns of SQLite's tables, and those that only PostgreSQL has."""
    text = (ROOT / "PRIVACY.md").read_text("utf-8")
    of_both, of_one = (
        [
            f"{row['table']}.{column}"
            for row in ROW.finditer(part)
            for column in re.findall(r"\w+", row["columns"])
        ]
        for part in text.split("### In PostgreSQL")
    )
    return of_both, of_one


async def stored(database: Path) -> set[str]:
    async with storage.open(database, now=datetime(2026, 3, 1, tzinfo=UTC)):
        pass
    with closing(sqlite3.connect(database)) as connection:
        return {
            f"{table}.{column}"
            for table, column in connection.execute(
                "SELECT s.name, c.name FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS c"
                " WHERE s.type = 'table'"
            )
        }


async def test_the_table_of_what_is_stored_is_the_schema(tmp_path: Path) -> None:
    (named, _), there = documented(), await stored(tmp_path / "barometer.sqlite3")
    missing = sorted(there - set(named))
    assert missing == [], "name these in PRIVACY.md: what they are, and how long they are kept"
    gone = sorted(set(named) - there)
    assert gone == [], "PRIVACY.md names what is no longer stored"
    assert len(named) == len(set(named)), "a column is named twice"


# Of a message it is packed in its score, or follows from its id.
NOT_IN_POSTGRESQL = {
    *("message.status", "message.negative", "message.positive", "message.reply_to"),
    "settings_journal.begun",
}


def test_the_tables_of_postgresql_are_the_same_but_for_what_is_said(
    postgres_server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    address = postgres_server.new_database()

    async def make_tables() -> None:
        async with storage.open(address, now=datetime(2026, 3, 1, tzinfo=UTC)):
            pass

    asyncio.run(make_tables())
    asked = "SELECT table_name || '.' || column_name FROM information_schema.columns"
    there = set(
        postgres_server.ask(f"{asked} WHERE table_schema = 'public'", address.rpartition("/")[2])
    )
    named, only_there = documented()
    expected = set(named) - NOT_IN_POSTGRESQL | set(only_there)
    assert {column for column in there if not column.endswith(".guild")} == {
        column for column in expected if not column.endswith(".guild")
    }


def test_the_periods_are_those_of_the_code() -> None:
    kept = Retention()
    text = (ROOT / "PRIVACY.md").read_text("utf-8")
    policy = (ROOT / "docs" / "privacy-policy-template.md").read_text("utf-8")
    days = (30, 30, 400)
    assert (kept.rows_days, kept.member_days, kept.channel_days) == days
    for number in days:
        assert f"| {number} days |" in text
        assert f"[{number}] days" in policy


def test_links_between_the_documents_lead_somewhere() -> None:
    for file in (ROOT / "PRIVACY.md", ROOT / "SECURITY.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", file.read_text("utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"
