"""A database of version 3 is counted anew, as far as rows are kept: one person is one voice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from storage.batch import pack_score
from storage.pseudonyms import Pseudonyms
from storage.records import DeletedMessages, ScoredMessage
from storage.sqlite.schema import migrate, scripts
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))
ANA = 2**60 + 5
Lines = Callable[..., list[ScoredMessage]]

GOOD, BAD = {"negative": 0.1, "positive": 0.7}, {"negative": 0.9, "neutral": 0.1, "positive": 0.0}
SECOND = 1 / 3600


class Version3:
    """A database of version 3, in which every scored message of a member counts."""

    def __init__(self, path: Path) -> None:
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

    def count(self, messages: Sequence[ScoredMessage], rows_from: int = 0) -> None:
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
def version_3(path: Path) -> Version3:
    return Version3(path)


@pytest.fixture
def lines(message: MakeMessage) -> Lines:
    """Makes messages of Ana's, a second apart: so many bad ones, and then good ones."""

    def make(hours: float, bad: int, good: int) -> list[ScoredMessage]:
        scores = [BAD] * bad + [GOOD] * good
        return [
            message(hours + SECOND * n, author_id=ANA, **score) for n, score in enumerate(scores)
        ]

    return make


async def counted(store: storage.Storage) -> list[tuple[int, int, int]]:
    """Of each hour: how many count as negative and as positive, and how many were scored."""
    hours = await store.rollups.of_channels(900, [70], *ALWAYS)
    assert [hour._replace(writers=1) for hour in hours] == (
        await store.rollups.of_member(900, ANA, None, *ALWAYS)
    )
    for hour in hours:
        assert hour.mood_sum == pytest.approx(0.6 * hour.positive - 0.9 * hour.negative)
    return [(hour.negative, hour.positive, hour.scored) for hour in hours]


async def test_hours_are_counted_anew_as_far_as_rows_are_kept(
    version_3: Version3, lines: Lines
) -> None:
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
    version_3: Version3, lines: Lines
) -> None:
    cut = lines(1, bad=8, good=7)
    version_3.count(cut, rows_from=8)
    older = lines(2, bad=12, good=7)
    version_3.count(older, rows_from=11)
    whole = lines(3, bad=4, good=8)
    version_3.count(whole)
    async with storage.open(version_3.path, now=NOON) as store:

        async def delete(*messages: ScoredMessage) -> list[tuple[int, int, int]]:
            gone = tuple(each.message_id for each in messages)
            await store.messages.apply([DeletedMessages(900, 70, gone)])
            return await counted(store)

        assert await delete(cut[9], older[12], whole[0]) == [(8, 2, 14), (11, 0, 18), (3, 7, 11)]
        assert await delete(*cut[8:14], whole[11]) == [(8, 1, 9), (11, 0, 18), (3, 7, 10)]
        await store.messages.apply(lines(3.01, bad=1, good=0) + lines(1.01, bad=2, good=0))
        assert await counted(store) == [(9, 1, 11), (11, 0, 18), (3, 7, 11)]


async def test_without_older_hours_there_is_nothing_to_say_of_a_beginning(
    version_3: Version3, lines: Lines
) -> None:
    version_3.count(lines(3, bad=4, good=40))
    async with storage.open(version_3.path, now=NOON) as store:
        assert await store.rollups.one_voice_since() is None


async def test_without_any_row_left_it_begins_after_the_last_hour(
    version_3: Version3, lines: Lines
) -> None:
    version_3.count(lines(3, bad=4, good=40), rows_from=44)
    async with storage.open(version_3.path, now=NOON) as store:
        assert await store.rollups.one_voice_since() == NOON + timedelta(hours=4)


async def test_writers_of_an_hour_are_counted_where_their_hours_are_kept(
    version_3: Version3, lines: Lines
) -> None:
    version_3.count(lines(3, bad=4, good=40), rows_from=44)
    async with storage.open(version_3.path, now=NOON) as store:
        (hour,) = await store.rollups.of_channels(900, [70], *ALWAYS)
        assert hour.writers == 1
