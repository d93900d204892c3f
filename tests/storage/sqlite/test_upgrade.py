"""A database that an older version has made is carried over, whole or not at all."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from storage.batch import pack_score
from storage.pseudonyms import Pseudonyms
from storage.records import Applied, Expired, GuildSettings, Retention
from storage.sqlite.schema import migrate, scripts
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))
ANA, BEN, CLEO = 2**60 + 5, 2**60 + 6, 2**60 + 7


@pytest.fixture
def version_1(path: Path, message: MakeMessage) -> Path:
    """A database of version 1: Ana wrote at noon, Ben at one, Cleo opted out of another guild."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    migrate(connection, scripts()[:1], Pseudonyms(bytes(32)))
    connection.execute("INSERT INTO channel VALUES (1, 900, 70, NULL)")
    connection.execute("INSERT INTO model VALUES (1, 'test-00000000')")
    for key, (hours, user) in enumerate([(0, ANA), (1, BEN)], start=1):
        sent = message(hours)
        hour = int(sent.created_at.timestamp()) // 3600
        connection.execute("INSERT INTO member VALUES (?, 900, ?)", (key, user))
        row = (1, sent.message_id, key, None, 0, pack_score(sent), 1)
        connection.execute("INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        connection.execute(
            "INSERT INTO member_hour VALUES (?, ?, 1, 0, 0, 1, 0, 0, 6000, 36000000)", (key, hour)
        )
        connection.execute(
            "INSERT INTO channel_hour VALUES (1, ?, 0, 0, 1, 0, 0, 6000, 36000000)", (hour,)
        )
    later = message(5).message_id
    wishes = [(901, CLEO, 1, 0), (900, ANA, 0, message(-1).message_id), (901, ANA, 0, later)]
    connection.executemany("INSERT INTO privacy VALUES (?, ?, ?, ?)", wishes)
    connection.close()
    return path


async def everything_was_carried_over(path: Path, message: MakeMessage) -> None:
    async with storage.open(path, now=NOON) as store:
        assert await storage.preflight(path) is None
        assert [r.positive for r in await store.rollups.of_channels(900, [70], *ALWAYS)] == [1, 1]
        assert (await store.privacy.status(900, ANA)).messages == 1
        assert [r.hour for r in await store.rollups.of_member(900, BEN, None, *ALWAYS)] == [
            NOON + timedelta(hours=1)
        ]
        assert (await store.privacy.status(901, CLEO)).opted_out
        refused = [
            message(9, guild_id=901, author_id=CLEO),
            message(-2, author_id=ANA),
            message(4, guild_id=901, author_id=ANA),
        ]
        assert (await store.messages.apply([*refused, message(0, author_id=ANA)])).ignored == 4
        assert (await store.messages.apply([message(6, author_id=ANA)])).inserted == 1
        assert await store.privacy.forget(900, BEN, NOON + timedelta(days=250)) == 1


async def test_a_database_of_version_1_is_carried_over_with_its_wishes(
    version_1: Path, message: MakeMessage
) -> None:
    await everything_was_carried_over(version_1, message)


async def test_the_wishes_of_version_1_reach_the_journal(
    version_1: Path, message: MakeMessage
) -> None:
    async with storage.open(version_1, now=NOON):
        pass
    version_1.unlink()
    async with storage.open(version_1, now=NOON) as store:
        assert (await store.privacy.status(901, CLEO)).opted_out


async def test_no_snowflake_of_a_member_is_left_in_any_file(version_1: Path) -> None:
    ids = [user.to_bytes(8) for user in (ANA, BEN, CLEO)]
    assert all(user in version_1.read_bytes() for user in ids)
    async with storage.open(version_1, now=NOON):
        for file in version_1.parent.iterdir():
            assert not any(user in file.read_bytes() for user in ids), file


# Forks once for every statement of the migrations, and kills the child before that statement.
KILLED_AT_EVERY_STATEMENT = """
import os, shutil, signal, sqlite3, sys
from storage.pseudonyms import Pseudonyms
from storage.sqlite.schema import migrate, scripts

def killed_at(number):
    path = f"{sys.argv[1]}-killed-at-{number}"
    shutil.copy(sys.argv[1], path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")  # unfinished work reaches the disk
    seen = 0
    def trace(statement):
        nonlocal seen
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)
    connection.set_trace_callback(trace)
    migrate(connection, scripts(), Pseudonyms(bytes(32)))
    os._exit(0)

number = 1
while True:
    if not (child := os.fork()):
        killed_at(number)
    if os.waitpid(child, 0)[1] == 0:
        break
    number += 1
print(number)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")
async def test_a_migration_killed_at_any_statement_leaves_the_old_or_the_new_version(
    version_1: Path, message: MakeMessage
) -> None:
    killed = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", KILLED_AT_EVERY_STATEMENT, version_1),
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await killed.communicate()
    whole = int(output)
    assert whole > 15, "every statement of migration 2 had its turn"
    for number in range(1, whole + 1):
        left = version_1.with_name(f"{version_1.name}-killed-at-{number}")
        left.with_name(left.name + ".key").write_bytes(bytes(32))
        await everything_was_carried_over(left, message)


async def test_the_trusted_role_of_version_18_is_one_of_the_moderators_roles(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, scripts()[:18], Pseudonyms(bytes(32)))
        insert = "INSERT INTO guild_settings (guild, member_lookup, trusted_role) VALUES (?, 1, ?)"
        connection.executemany(insert, [(900, 456), (901, None)])
    path.with_name(path.name + ".key").write_bytes(bytes(32))
    async with storage.open(path, now=NOON) as store:
        assert await store.settings.get(900) == GuildSettings(900, True, frozenset({456}))
        assert await store.settings.get(901) == GuildSettings(901, True)


async def test_a_mark_of_version_23_is_one_of_all_the_posts_channels(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, scripts()[:23], Pseudonyms(bytes(32)))
        connection.execute("INSERT INTO alert VALUES (3, 900, NULL, 80, 1, NULL, NULL, 3, 99, 1)")
        connection.executemany(
            "INSERT INTO alert_post VALUES (?, 900, 3, 1, 1, NULL, ?)", [(5, 1), (6, 0)]
        )
        connection.executemany(
            "INSERT INTO alert_episode VALUES (?, ?, 900, 1)", [(5, 70), (5, 71), (6, 70)]
        )
    path.with_name(path.name + ".key").write_bytes(bytes(32))
    async with storage.open(path, now=NOON) as store:
        marked, other = await store.alerts.posts(900)
        assert (marked.not_useful, other.not_useful) == (frozenset({70, 71}), frozenset())
        (alert,) = await store.alerts.of_guild(900)
        assert (alert.id, alert.scope_id, alert.target_id, alert.snoozed) == (3, None, 80, {})


async def test_the_one_watermark_of_version_2_holds_in_every_guild(
    path: Path, message: MakeMessage
) -> None:
    oldest = message(0).message_id
    hour = int(NOON.timestamp()) // 3600
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, scripts()[:2], Pseudonyms(bytes(32)))
        connection.execute("INSERT INTO channel (guild, snowflake) VALUES (900, 70)")
        connection.execute("INSERT INTO guild_settings VALUES (901, 1, NULL)")
        connection.execute("UPDATE horizon SET message = ?, member_hour = ?", (oldest, hour))
    path.with_name(path.name + ".key").write_bytes(bytes(32))
    async with storage.open(path, now=NOON) as store:
        for guild in (900, 901, 902):
            batch = [message(-1, guild_id=guild), message(1, guild_id=guild)]
            assert await store.messages.apply(batch) == Applied(inserted=1, ignored=1)
        assert await store.retention.expire(NOON, Retention()) == Expired(0, 0, 0, 0)
        assert (await store.messages.apply([message(-0.5, guild_id=903)])).ignored == 1
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT * FROM retention_watermark ORDER BY guild").fetchall()
    assert [row[0] for row in found] == [0, 900, 901, 902]
    assert {row[1:3] for row in found} == {(oldest, hour)}
