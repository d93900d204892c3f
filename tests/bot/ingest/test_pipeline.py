from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.ingest.events import IncomingMessage
from bot.ingest.gaps import Gaps
from bot.ingest.pipeline import Pipeline
from bot.ingest.scoring import Scoring
from classifier.score import Score
from storage import InvalidInputError, StorageError
from storage.records import (
    Applied,
    Change,
    DeletedChannel,
    DeletedMessages,
    Exclusions,
    ReadUpTo,
    ScoredMessage,
)

GUILD = 1
CHANNEL = 10


def message(number: int, text: str = "hello", channel: int = CHANNEL) -> IncomingMessage:
    return IncomingMessage(
        message_id=number,
        guild_id=GUILD,
        channel_id=channel,
        parent_id=None,
        author_id=7,
        reply_to=None,
        edited_at=datetime(2026, 1, 1, tzinfo=UTC),
        text=text,
    )


@dataclass
class FakeScoring:
    """Scores a text by its length, so that a score tells which text it belongs to."""

    batch_sizes: list[int] = field(default_factory=list)

    async def score(self, texts: Sequence[str]) -> list[Score]:
        if "poison" in texts:
            raise RuntimeError(f"cannot score {texts}")
        self.batch_sizes.append(len(texts))
        await asyncio.sleep(0)
        return [Score(0.0, 1 - len(text) / 100, len(text) / 100, "scored") for text in texts]


@dataclass
class FakeStorage:
    """Keeps what it is given; fails as often as it is told to."""

    changes: list[Change] = field(default_factory=list)
    failures: int = 0
    failure: StorageError = field(default_factory=lambda: StorageError("the disk is full"))
    ignored: frozenset[int] = frozenset()
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    async def apply(self, changes: Sequence[Change]) -> Applied:
        await self.gate.wait()
        if self.failures:
            self.failures -= 1
            raise self.failure
        self.changes.extend(changes)
        return Applied(inserted=sum(isinstance(change, ScoredMessage) for change in changes))

    async def exclusions(self, members: Collection[tuple[int, int]]) -> Exclusions:
        return Exclusions(frozenset((GUILD, channel) for channel in self.ignored))

    async def passed_over(
        self, messages: Collection[tuple[int, int, int]]
    ) -> frozenset[tuple[int, int, int]]:
        return frozenset()


def pipeline_of(scorer: FakeScoring, store: FakeStorage, **options: Any) -> Pipeline:
    """One that does not linger, unless told to."""
    scoring = Scoring(scorer, store, model="net-1")
    return Pipeline(scoring, store, **{"linger": 0.0} | options)


@asynccontextmanager
async def running(store: FakeStorage, **options: Any) -> AsyncIterator[Pipeline]:
    async with pipeline_of(FakeScoring(), store, **options) as pipeline:
        yield pipeline


async def test_a_message_becomes_a_row_with_its_own_score_and_the_models_version() -> None:
    store = FakeStorage()
    async with running(store) as pipeline:
        for number, text in enumerate(["a" * 10, "b" * 50, "c" * 90], 1):
            assert pipeline.offer(message(number, text))
        await pipeline.drained()
        rows = [change for change in store.changes if isinstance(change, ScoredMessage)]
        assert [(row.message_id, row.positive, row.model) for row in rows] == [
            (1, 0.1, "net-1"),
            (2, 0.5, "net-1"),
            (3, 0.9, "net-1"),
        ]


async def test_what_is_of_the_future_is_passed_over_and_moves_no_position() -> None:
    store = FakeStorage()
    future = 2**60
    async with running(store, is_future=lambda snowflake: snowflake >= future) as pipeline:
        pipeline.gaps.open_guild(GUILD)
        pipeline.gaps.begin(GUILD, CHANNEL)
        pipeline.gaps.close(GUILD, CHANNEL)
        for event in (
            message(1),
            message(future),
            DeletedMessages(GUILD, CHANNEL, (2, future + 1)),
            DeletedMessages(GUILD, CHANNEL, (future,)),
        ):
            pipeline.offer(event)
        await pipeline.drained()
        assert pipeline.counters.stored == pipeline.counters.ignored == 2
        await pipeline.store([message(future)], [ReadUpTo(GUILD, CHANNEL, None, future)])
    first, deleted, read = store.changes
    assert isinstance(first, ScoredMessage)
    assert deleted == DeletedMessages(GUILD, CHANNEL, (2,))
    assert read == ReadUpTo(GUILD, CHANNEL, None, 1)


async def test_deletes_keep_their_place_among_the_messages() -> None:
    store = FakeStorage()
    gone = DeletedMessages(GUILD, CHANNEL, (1,))
    async with running(store) as pipeline:
        for event in (message(1), gone, message(2)):
            pipeline.offer(event)
        await pipeline.drained()
        first, second, third = store.changes
        assert isinstance(first, ScoredMessage)
        assert second is gone
        assert isinstance(third, ScoredMessage)


async def test_a_deleted_channel_goes_in_its_turn_also_from_a_full_queue_and_has_no_gap() -> None:
    store = FakeStorage()
    gone = DeletedChannel(GUILD, CHANNEL)
    async with running(store, capacity=1) as pipeline:
        pipeline.gaps.begin(GUILD, CHANNEL)
        pipeline.gaps.close(GUILD, CHANNEL)
        for event in (message(1), message(2), gone):
            pipeline.offer(event)
        await pipeline.drained()
        assert [type(change) for change in store.changes] == [ScoredMessage, DeletedChannel]
        assert (pipeline.counters.stored, pipeline.counters.refused) == (2, 1)
        assert pipeline.gaps.begin(GUILD, CHANNEL) is None, "what was refused went with it"


async def test_whatever_waits_is_stored_in_one_batch_of_bounded_size() -> None:
    store, scoring = FakeStorage(), FakeScoring()
    async with pipeline_of(scoring, store, batch_size=4) as pipeline:
        for number in range(1, 11):
            pipeline.offer(message(number))
        await pipeline.drained()
        assert scoring.batch_sizes == [4, 4, 2]


async def test_a_full_queue_refuses_and_counts_what_it_refused() -> None:
    store = FakeStorage()
    async with running(store, capacity=5) as pipeline:
        accepted = [pipeline.offer(message(number)) for number in range(1, 9)]
        assert accepted == [True] * 5 + [False] * 3
        assert pipeline.offer(DeletedMessages(GUILD, CHANNEL, (1,))), "told only once"
        await pipeline.drained()
        assert pipeline.counters.refused == 3
        assert pipeline.counters.stored == 6
        assert pipeline.offer(message(9)), "there is room again"


async def test_that_the_queue_is_full_is_told_once_and_that_it_has_room_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "bot")
    store = FakeStorage()
    async with running(store, capacity=5) as pipeline:
        for number in range(1, 5001):
            pipeline.offer(message(number))
        await pipeline.drained()
    assert [each.getMessage() for each in caplog.records] == [
        "The queue is full: 1 events refused",
        "The queue has room again after less than a minute: 4995 events refused",
    ]


async def test_a_storage_that_fails_for_a_while_loses_nothing() -> None:
    store = FakeStorage(failures=3)
    async with running(store, retry_seconds=0.01) as pipeline:
        pipeline.offer(message(1))
        await pipeline.drained()
        assert [change.message_id for change in store.changes if isinstance(change, ScoredMessage)]
        assert pipeline.counters.lost == 0


async def test_a_batch_that_cannot_be_scored_does_not_stop_the_next(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = FakeStorage()
    async with running(store) as pipeline:
        pipeline.offer(message(1, "poison"))
        pipeline.offer(DeletedMessages(GUILD, CHANNEL, (5,)))
        await pipeline.drained()
        pipeline.offer(message(2))
        await pipeline.drained()
        assert pipeline.counters.lost == 1
        assert pipeline.counters.stored == 2, "the deletion, which is told only once, and the next"
    assert "RuntimeError" in caplog.text
    assert "poison" not in caplog.text, "the text of a message is never logged"


async def test_a_batch_that_the_storage_refuses_for_good_is_not_tried_for_ever() -> None:
    store = FakeStorage(failures=1, failure=InvalidInputError("an id is not within 1..2^63-1"))
    async with running(store) as pipeline:
        pipeline.offer(message(1))
        await pipeline.drained()
        assert pipeline.counters.lost == 1


async def test_leaving_stores_what_was_accepted() -> None:
    store = FakeStorage()
    async with running(store) as pipeline:
        for number in range(1, 1001):
            pipeline.offer(message(number))
    assert len(store.changes) == 1000
    assert not pipeline.offer(message(1001)), "closed"


async def test_leaving_gives_up_on_a_storage_that_hangs_and_says_what_was_lost(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = FakeStorage()
    store.gate.clear()
    async with running(store, stop_seconds=0.05) as pipeline:
        pipeline.offer(message(1))
    assert pipeline.counters.lost == 1
    assert "1 events not stored" in caplog.text


async def test_ignored_channels_are_not_counted_but_their_deletes_are() -> None:
    store = FakeStorage(ignored=frozenset({99}))
    thread = IncomingMessage(3, GUILD, 100, 99, 7, None, None, "hello")
    gone = DeletedMessages(GUILD, 99, (1,))
    async with running(store) as pipeline:
        for event in (message(1, channel=99), thread, gone, message(2)):
            pipeline.offer(event)
        await pipeline.drained()
        assert [change for change in store.changes if isinstance(change, DeletedMessages)] == [gone]
        assert [c.message_id for c in store.changes if isinstance(c, ScoredMessage)] == [2]
        assert pipeline.counters.ignored == 2
        assert pipeline.counters.stored == 2


def read_to(pipeline: Pipeline, *channels: int) -> None:
    for channel in channels:
        pipeline.gaps.begin(GUILD, channel)
        assert pipeline.gaps.close(GUILD, channel)


def reads(store: FakeStorage) -> list[tuple[int, int]]:
    return [(c.channel_id, c.message_id) for c in store.changes if isinstance(c, ReadUpTo)]


async def test_how_far_channels_without_a_gap_are_read_is_committed_with_the_messages() -> None:
    store = FakeStorage(ignored=frozenset({99}))
    async with running(store) as pipeline:
        read_to(pipeline, CHANNEL, 99)
        for event in (message(5), message(4), message(6, channel=99), message(7, channel=20)):
            pipeline.offer(event)
        await pipeline.drained()
        assert reads(store) == [(CHANNEL, 5), (99, 6)], "the third channel has a gap"


async def test_a_refused_message_opens_a_gap_from_it_on() -> None:
    store = FakeStorage()
    async with running(store, capacity=2) as pipeline:
        read_to(pipeline, CHANNEL, 20)
        for event in (message(1, channel=20), message(2), message(4), message(3)):
            pipeline.offer(event)
        await pipeline.drained()
        pipeline.offer(message(5))
        await pipeline.drained()
        assert reads(store) == [(20, 1)]
        assert pipeline.gaps.begin(GUILD, CHANNEL) == 3
        assert pipeline.gaps.close(GUILD, CHANNEL)
        pipeline.offer(message(6))
        await pipeline.drained()
        assert reads(store) == [(20, 1), (CHANNEL, 6)]


@pytest.mark.parametrize("text", ["poison", "hello"])
async def test_a_lost_message_opens_a_gap(text: str) -> None:
    broken = InvalidInputError("an id is not within 1..2^63-1")
    store = FakeStorage(failures=text != "poison", failure=broken)
    async with running(store) as pipeline:
        read_to(pipeline, CHANNEL)
        pipeline.offer(message(1, text))
        await pipeline.drained()
        assert pipeline.counters.lost == 1
        assert pipeline.gaps.is_open(GUILD, CHANNEL)
        assert reads(store) == []


async def test_a_lost_deletion_opens_a_gap_from_the_first_message_that_it_names() -> None:
    broken = InvalidInputError("an id is not within 1..2^63-1")
    async with running(FakeStorage(failures=1, failure=broken)) as pipeline:
        read_to(pipeline, CHANNEL)
        pipeline.offer(DeletedMessages(GUILD, CHANNEL, (9, 4)))
        await pipeline.drained()
        assert pipeline.gaps.begin(GUILD, CHANNEL) == 4


def test_a_gap_that_opens_while_the_history_is_read_stays_open() -> None:
    gaps = Gaps()
    assert gaps.is_open(GUILD, CHANNEL), "at the start nobody knows"
    gaps.begin(GUILD, CHANNEL)
    gaps.open(GUILD, CHANNEL, 7)
    assert not gaps.close(GUILD, CHANNEL)
    assert gaps.begin(GUILD, CHANNEL) == 7
    gaps.open_guild(GUILD)
    assert not gaps.close(GUILD, CHANNEL)
    assert gaps.begin(GUILD, CHANNEL) is None
    assert gaps.close(GUILD, CHANNEL)
    assert not gaps.is_open(GUILD, CHANNEL)


def test_what_a_channel_misses_is_known_until_something_unknown_is_missed() -> None:
    gaps = Gaps()
    gaps.begin(GUILD, CHANNEL)
    assert not gaps.knows(GUILD, CHANNEL)
    gaps.open(GUILD, CHANNEL, 7)
    gaps.close(GUILD, CHANNEL)
    assert gaps.knows(GUILD, CHANNEL), "it has been read: message 7 is the lowest that is missing"
    gaps.begin(GUILD, CHANNEL)
    assert gaps.is_open(GUILD, CHANNEL), "until it was read to its end"
    gaps.open_guild(GUILD)
    gaps.close(GUILD, CHANNEL)
    assert not gaps.knows(GUILD, CHANNEL)


async def test_the_history_goes_past_the_queue_and_is_counted_apart() -> None:
    store = FakeStorage(ignored=frozenset({99}))
    async with running(store, batch_size=2, retry_seconds=0.01) as pipeline:
        store.gate.clear()
        for number in range(1, 10):
            pipeline.offer(message(number))
        await asyncio.sleep(0)
        calm = asyncio.create_task(pipeline.calm())
        await asyncio.sleep(0)
        assert not calm.done(), "live messages go first"
        store.gate.set()
        await calm
        await pipeline.drained()
        page = (message(20, channel=99), message(21, "poison"), message(22))
        applied = await pipeline.store(page, [ReadUpTo(GUILD, CHANNEL, None, 22)])
        assert applied.inserted == pipeline.counters.backfilled == 1
        assert store.changes[-1] == ReadUpTo(GUILD, CHANNEL, None, 22)
        assert (pipeline.counters.accepted, pipeline.counters.stored) == (9, 9)


@dataclass
class ShakyScoring(FakeScoring):
    """Fails with "poison" as often as it is told to."""

    failures: int = 0
    tries: int = 0

    async def score(self, texts: Sequence[str]) -> list[Score]:
        self.tries += texts == ["poison"]
        if "poison" in texts and self.tries <= self.failures:
            return await super().score(texts)
        return await super().score(["fine" for _ in texts])


PAGE = (message(20), message(21, "poison"), message(22))


async def test_what_was_stored_as_it_happened_is_told_and_what_of_the_past_is_not() -> None:
    store, told = FakeStorage(), list[Sequence[Change]]()
    async with running(store, on_stored=told.append) as pipeline:
        pipeline.offer(message(1))
        await pipeline.drained()
        await pipeline.store([message(2)])
    assert [[change.message_id for change in changes] for changes in told] == [[1]]  # type: ignore[union-attr]


async def test_a_message_of_the_history_that_cannot_be_scored_at_once_is_tried_again() -> None:
    store, scoring = FakeStorage(), ShakyScoring(failures=2)
    async with pipeline_of(scoring, store, retry_seconds=0.01) as pipeline:
        applied = await pipeline.store(PAGE, [ReadUpTo(GUILD, CHANNEL, None, 22)])
        assert applied.inserted == 3
        assert (pipeline.counters.backfilled, pipeline.counters.backfill_lost) == (3, 0)
        assert reads(store) == [(CHANNEL, 22)]


async def test_one_that_never_can_be_is_lost_said_so_and_passed_over(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store, scoring = FakeStorage(), ShakyScoring(failures=1000)
    async with pipeline_of(scoring, store, retry_seconds=0.01) as pipeline:
        read_to(pipeline, CHANNEL)
        applied = await pipeline.store(PAGE, [ReadUpTo(GUILD, CHANNEL, None, 22)])
        assert applied.inserted == 2
        assert (pipeline.counters.backfilled, pipeline.counters.backfill_lost) == (2, 1)
        assert scoring.tries == 3
        assert reads(store) == [(CHANNEL, 22)]
        assert not pipeline.gaps.is_open(GUILD, CHANNEL), "or it were read again, for ever"
    assert pipeline.counters.lost == 0, "that is what was live"
    assert "Lost for good, because they cannot be scored: messages 21" in caplog.text
    assert "poison" not in caplog.text


async def test_nothing_is_noted_as_read_while_a_message_is_tried_again() -> None:
    store, scoring = FakeStorage(), ShakyScoring(failures=1000)
    async with pipeline_of(scoring, store, retry_seconds=3600) as pipeline:
        storing = asyncio.create_task(pipeline.store(PAGE, [ReadUpTo(GUILD, CHANNEL, None, 22)]))
        while not scoring.tries:  # noqa: ASYNC110 (it has no event for it)
            await asyncio.sleep(0)
        storing.cancel()  # the program stops
        await asyncio.wait([storing])
    assert store.changes == []


def test_the_repr_of_a_message_does_not_show_its_text() -> None:
    assert "canary" not in repr(message(1, "canary"))
