"""A database that an older version has made is carried over, whole or not at all."""

import asyncio
import dataclasses
import sqlite3
import sys
from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage.batch import pack_score
from storage.pseudonyms import Pseudonyms
from storage.sqlite.schema import migrate, scripts

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))
ANA, BEN, CLEO = 2**60 + 5, 2**60 + 6, 2**60 + 7


@pytest.fixture
def version_1(path, message):
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


async def everything_was_carried_over(path, message):
    async with storage.open(path, now=NOON) as store:
        assert await storage.preflight(path) is None
        assert [r.positive for r in await store.rollups.of_channels(900, [70], *ALWAYS)] == [1, 1]
        assert (await store.privacy.status(900, ANA)).messages == 1
        assert [r.hour for r in await store.rollups.of_member(900, BEN, None, *ALWAYS)] == [
            NOON + timedelta(hours=1)
        ]
        assert (await store.privacy.status(901, CLEO)).opted_out
        barred = [
            message(9, guild_id=901, author_id=CLEO),
            message(-2, author_id=ANA),
            message(4, guild_id=901, author_id=ANA),
        ]
        assert (await store.messages.apply([*barred, message(0, author_id=ANA)])).ignored == 4
        assert (await store.messages.apply([message(6, author_id=ANA)])).inserted == 1
        assert await store.privacy.forget(900, BEN, NOON + timedelta(days=250)) == 1


async def test_a_database_of_version_1_is_carried_over_with_its_wishes(version_1, message):
    await everything_was_carried_over(version_1, message)


async def test_the_wishes_of_version_1_reach_the_journal(version_1, message):
    async with storage.open(version_1, now=NOON):
        pass
    version_1.unlink()
    async with storage.open(version_1, now=NOON) as store:
        assert (await store.privacy.status(901, CLEO)).opted_out


async def test_no_snowflake_of_a_member_is_left_in_any_file(version_1):
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
    version_1, message
):
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


GOOD, BAD = {"negative": 0.1, "positive": 0.7}, {"negative": 0.9, "neutral": 0.1, "positive": 0.0}
SECOND = 1 / 3600


class Version3:
    """A database of version 3, in which every scored message of a member counts."""

    def __init__(self, path):
        self.path = path
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        pseudonyms = Pseudonyms(bytes(32))
        migrate(connection, scripts()[:3], pseudonyms)
        connection.execute("INSERT INTO channel VALUES (1, 900, 70, NULL, 0)")
        connection.execute("INSERT INTO model VALUES (1, 'test-00000000')")
        identity = pseudonyms.of(900, ANA)
        connection.execute("INSERT INTO member VALUES (1, 900, ?)", (identity,))
        path.with_name(path.name + ".key").write_bytes(bytes(32))
        self._connection = connection

    def count(self, messages, rows_from=0):
        """Count these messages of one hour; rows are kept from this one on."""
        for sent in messages[rows_from:]:
            row = (1, sent.message_id, 1, None, 0, pack_score(sent), 1)
            self._connection.execute("INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        hour = int(messages[0].created_at.timestamp()) // 3600
        moods = [round(10_000 * (m.positive - m.negative)) for m in messages]
        bad = sum(mood < 0 for mood in moods)
        sums = (bad, 0, len(messages) - bad, 0, 0, sum(moods), sum(mood**2 for mood in moods))
        insert = "INSERT INTO {} VALUES (1, ?, {}?, ?, ?, ?, ?, ?, ?)"
        self._connection.execute(insert.format("member_hour", "1, "), (hour, *sums))
        self._connection.execute(insert.format("channel_hour", ""), (hour, *sums))


@pytest.fixture
def version_3(path):
    return Version3(path)


@pytest.fixture
def lines(message):
    """Makes messages of Ana's, a second apart: so many bad ones, and then good ones."""

    def make(hours, bad, good):
        scores = [BAD] * bad + [GOOD] * good
        return [
            message(hours + SECOND * n, author_id=ANA, **score) for n, score in enumerate(scores)
        ]

    return make


async def counted(store):
    """Of each hour: how many count as negative and as positive, and how many were scored."""
    hours = await store.rollups.of_channels(900, [70], *ALWAYS)
    assert [dataclasses.replace(hour, writers=1) for hour in hours] == (
        await store.rollups.of_member(900, ANA, None, *ALWAYS)
    )
    for hour in hours:
        assert hour.mood_sum == pytest.approx(0.6 * hour.positive - 0.9 * hour.negative)
    return [(hour.negative, hour.positive, hour.scored) for hour in hours]


async def test_hours_are_counted_anew_as_far_as_rows_are_kept(version_3, lines):
    version_3.count(lines(0, bad=20, good=5), rows_from=25)  # none is left
    version_3.count(lines(1, bad=8, good=7), rows_from=8)
    version_3.count(lines(2, bad=12, good=7), rows_from=11)  # more are gone than count
    version_3.count(lines(3, bad=4, good=40))
    version_3.count(lines(4, bad=4, good=6))
    version_3.count(lines(5, bad=4, good=5))
    async with storage.open(version_3.path, now=NOON) as store:
        whole = [(4, 6, 44), (4, 6, 10), (4, 5, 9)]
        assert await counted(store) == [(20, 5, 25), (8, 2, 15), (11, 0, 19), *whole]
        assert await store.rollups.one_voice_since() == NOON + timedelta(hours=1)
        hours = (await store.privacy.export(900, ANA)).hours
        tenth = [lines(n, 10, 0)[9].message_id for n in range(6)]
        assert [hour.last_counted_id for hour in hours] == [None, tenth[1], None, *tenth[3:5], None]


async def test_what_changes_after_the_upgrade_is_counted_as_if_it_had_always_been_so(
    version_3, lines
):
    cut = lines(1, bad=8, good=7)
    version_3.count(cut, rows_from=8)
    older = lines(2, bad=12, good=7)
    version_3.count(older, rows_from=11)
    whole = lines(3, bad=4, good=8)
    version_3.count(whole)
    async with storage.open(version_3.path, now=NOON) as store:

        async def delete(*messages):
            gone = tuple(each.message_id for each in messages)
            await store.messages.apply([storage.records.DeletedMessages(900, 70, gone)])
            return await counted(store)

        assert await delete(cut[9], older[12], whole[0]) == [(8, 2, 14), (11, 0, 18), (3, 7, 11)]
        assert await delete(*cut[8:14], whole[11]) == [(8, 1, 9), (11, 0, 18), (3, 7, 10)]
        await store.messages.apply(lines(3.01, bad=1, good=0) + lines(1.01, bad=2, good=0))
        assert await counted(store) == [(9, 1, 11), (11, 0, 18), (3, 7, 11)]


async def test_without_older_hours_there_is_nothing_to_say_of_a_beginning(version_3, lines):
    version_3.count(lines(3, bad=4, good=40))
    async with storage.open(version_3.path, now=NOON) as store:
        assert await store.rollups.one_voice_since() is None


async def test_without_any_row_left_it_begins_after_the_last_hour(version_3, lines):
    version_3.count(lines(3, bad=4, good=40), rows_from=44)
    async with storage.open(version_3.path, now=NOON) as store:
        assert await store.rollups.one_voice_since() == NOON + timedelta(hours=4)


async def test_writers_of_an_hour_are_counted_where_their_hours_are_kept(version_3, lines):
    version_3.count(lines(3, bad=4, good=40), rows_from=44)
    async with storage.open(version_3.path, now=NOON) as store:
        (hour,) = await store.rollups.of_channels(900, [70], *ALWAYS)
        assert hour.writers == 1
