from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from storage.errors import StorageError
from storage.pseudonyms import Pseudonyms
from storage.sqlite.schema import APPLICATION_ID, migrate, scripts

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PSEUDONYMS = Pseudonyms(bytes(32))


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables(connection: sqlite3.Connection) -> set[str]:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {name for (name,) in found}


def test_every_migration_records_its_own_number(connection: sqlite3.Connection) -> None:
    for number in range(1, len(scripts()) + 1):
        migrate(connection, scripts()[:number], PSEUDONYMS)
        assert version(connection) == number


def test_migrating_again_changes_nothing(connection: sqlite3.Connection) -> None:
    migrate(connection, scripts(), PSEUDONYMS)
    before = connection.total_changes, tables(connection)
    migrate(connection, scripts(), PSEUDONYMS)
    assert (connection.total_changes, tables(connection)) == before


def test_only_missing_migrations_are_applied(connection: sqlite3.Connection) -> None:
    first = "CREATE TABLE a (x);\n-- a comment; with a semicolon\nPRAGMA user_version = 1;\n"
    second = "CREATE TABLE b (x);\nPRAGMA user_version = 2;\n"
    migrate(connection, [first], PSEUDONYMS)
    migrate(connection, [first, second], PSEUDONYMS)
    assert tables(connection) == {"a", "b"}


def test_a_migration_that_fails_leaves_nothing_of_itself(connection: sqlite3.Connection) -> None:
    first = "CREATE TABLE a (x);\nPRAGMA user_version = 1;\n"
    broken = "CREATE TABLE b (x);\nPRAGMA user_version = 2;\nINSERT INTO nowhere VALUES (1);\n"
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, [first, broken], PSEUDONYMS)
    assert (version(connection), tables(connection)) == (1, {"a"})


async def test_a_database_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    async with storage.open(path, now=NOON):
        pass
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(StorageError, match=r"schema 99.*Update Barometer"):
        async with storage.open(path, now=NOON):
            pass
    left = sqlite3.connect(path)
    assert version(left) == 99
    left.close()


async def test_the_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (address)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StorageError, match="another program"):
        async with storage.open(path, now=NOON):
            pass
    assert path.read_bytes() == before


def test_the_schema_has_no_place_for_text(connection: sqlite3.Connection) -> None:
    migrate(connection, scripts(), PSEUDONYMS)
    columns = [
        (table, name, kind)
        for table in tables(connection)
        for _, name, kind, *_ in connection.execute("SELECT * FROM pragma_table_xinfo(?)", (table,))
    ]
    assert {kind for _, _, kind in columns} == {"INTEGER", "TEXT", "BLOB"}
    blobs = {(table, name) for table, name, kind in columns if kind == "BLOB"}
    assert blobs == {
        ("member", "identity"),
        ("wish", "member"),
        ("note", "author"),
        ("settings_change_author", "author"),
        ("identity_key", "fingerprint"),
    }
    for table, name in blobs:  # 16 bytes of an HMAC, and nothing else
        (sql,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
        assert f"CHECK (length({name}) = 16)" in sql
    assert sorted((t, name) for t, name, kind in columns if kind == "TEXT") == [
        ("guild_settings", "language"),  # as Discord names it, of at most 10 letters
        ("guild_settings", "retention"),  # numbers and a time
        ("guild_settings", "time_zone"),  # a name of the IANA's, of at most 40 letters
        ("lease", "holder"),  # a process, as it calls itself: at most 100 letters
        ("lease", "key"),  # a name of the code's, of at most 60 letters
        ("model", "version"),
        ("note", "text"),  # the one exception: a moderator's own words, of at most 60 letters
        ("post", "key"),  # a name of the code's, of at most 60 letters
        ("scheduled_job", "job"),  # a name of the code's, of at most 40 letters
        ("settings_change", "after"),  # a setting's value: as above, or ids and numbers
        ("settings_change", "before"),
        ("settings_change", "setting"),  # a name of the code's, of at most 40 letters
    ]
    forbidden = ("text", "content", "body", "name", "nick")
    named = {(table, name) for table, name, _ in columns for word in forbidden if word in name}
    assert named == {("note", "text")}


def test_every_table_is_strict(connection: sqlite3.Connection) -> None:
    migrate(connection, scripts(), PSEUDONYMS)
    loose = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict "
        "AND name NOT LIKE 'sqlite%'"
    )
    assert loose.fetchall() == []


def test_the_file_says_whose_it_is(connection: sqlite3.Connection) -> None:
    migrate(connection, scripts(), PSEUDONYMS)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_job_is_a_short_name_and_no_text(connection: sqlite3.Connection) -> None:
    migrate(connection, scripts(), PSEUDONYMS)
    for job in ("", "What a lovely day", "x" * 41, "größe"):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(
                "INSERT INTO scheduled_job (guild, job, due) VALUES (1, ?, 0)", (job,)
            )


def test_a_note_is_short(connection: sqlite3.Connection) -> None:
    migrate(connection, scripts(), PSEUDONYMS)
    add = "INSERT INTO note (guild, at, kind, text, author, set_at) VALUES (1, 0, 0, ?, ?, 0)"
    connection.execute(add, ("😀" * 60, bytes(16)))
    for text in ("x" * 61, "\0" + "x" * 240):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(add, (text, bytes(16)))


def test_a_time_zone_is_a_short_name_and_no_text(connection: sqlite3.Connection) -> None:
    migrate(connection, scripts(), PSEUDONYMS)
    for zone in ("", "What a lovely day", "x" * 41, "größe"):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(
                "INSERT INTO guild_settings (guild, member_lookup, time_zone) VALUES (1, 0, ?)",
                (zone,),
            )


def test_no_sql_function_of_ours_can_be_used_after_the_migrations(
    connection: sqlite3.Connection,
) -> None:
    migrate(connection, scripts(), PSEUDONYMS)
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("SELECT member_key(1, 2)")
