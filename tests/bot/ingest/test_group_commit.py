"""Messages wait for company, so that they share a commit: for how long, and when not."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import pytest

from bot.ingest.events import IncomingMessage
from bot.ingest.pipeline import Pipeline
from bot.ingest.scoring import Scoring
from classifier.score import Score
from scripts.chaos import virtual_time
from storage.records import Applied, Change, DeletedMessages, Exclusions, ScoredMessage

GUILD, CHANNEL, ANA = 1, 10, 7
COMMIT = 0.02
"""Seconds that a commit takes here."""


def message(number: int) -> IncomingMessage:
    return IncomingMessage(number, GUILD, CHANNEL, None, ANA, None, None, "hello")


@dataclass
class Clocked:
    """Scorer and storage at once. Notes at what second what was committed."""

    commits: list[tuple[float, list[int]]] = field(default_factory=list)
    opted_out: set[int] = field(default_factory=set)
    read: int = 0

    async def score(self, texts: Sequence[str]) -> list[Score]:
        self.read += len(texts)
        return [Score(0.1, 0.2, 0.7, "scored")] * len(texts)

    async def exclusions(self, members: Collection[tuple[int, int]]) -> Exclusions:
        return Exclusions(excluded_up_to={(GUILD, author): 2**63 - 1 for author in self.opted_out})

    async def passed_over(
        self, messages: Collection[tuple[int, int, int]]
    ) -> frozenset[tuple[int, int, int]]:
        return frozenset()

    async def apply(self, changes: Sequence[Change]) -> Applied:
        await asyncio.sleep(COMMIT)
        ids = [
            one
            for change in changes
            if isinstance(change, ScoredMessage | DeletedMessages)
            for one in (
                [change.message_id] if isinstance(change, ScoredMessage) else change.message_ids
            )
        ]
        self.commits.append((asyncio.get_running_loop().time(), ids))
        return Applied(inserted=len(ids))

    def pipeline(self, **options: float) -> Pipeline:
        return Pipeline(Scoring(self, self, model="net-1"), self, **options)  # type: ignore[arg-type]


def test_at_an_even_pace_many_share_a_commit_and_none_waits_for_long() -> None:
    store, sent = Clocked(), {}

    async def talk() -> None:
        async with store.pipeline() as pipeline:
            for number in range(1, 1001):
                sent[number] = asyncio.get_running_loop().time()
                pipeline.offer(message(number))
                await asyncio.sleep(0.01)

    virtual_time.run(talk())
    assert len(store.commits) < 25, "not one each: about two a second"
    waited = [at - sent[number] for at, ids in store.commits for number in ids]
    assert len(waited) == 1000
    assert max(waited) < 0.55


def test_a_deletion_keeps_its_place_and_waits_no_longer_than_a_message() -> None:
    store = Clocked()

    async def talk() -> None:
        async with store.pipeline() as pipeline:
            pipeline.offer(message(1))
            await asyncio.sleep(0.1)
            pipeline.offer(DeletedMessages(GUILD, CHANNEL, (1,)))
            await asyncio.sleep(0.45)
            ((at, sizes),) = store.commits
            assert at == pytest.approx(0.5 + COMMIT)
            assert sizes == [1, 1]

    virtual_time.run(talk())


def test_a_full_batch_does_not_wait_and_the_rest_waits_for_company() -> None:
    store = Clocked()

    async def talk() -> None:
        async with store.pipeline(batch_size=4) as pipeline:
            for number in range(1, 11):
                pipeline.offer(message(number))
            await pipeline.drained()

    virtual_time.run(talk())
    assert [ids for _, ids in store.commits] == [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10]]
    assert [at for at, _ in store.commits] == pytest.approx(
        [COMMIT, 2 * COMMIT, COMMIT + 0.5 + COMMIT]
    )


def test_a_stop_does_not_wait_and_loses_nothing() -> None:
    store = Clocked()

    async def talk() -> float:
        async with store.pipeline(linger=3600) as pipeline:
            pipeline.offer(message(1))
            await asyncio.sleep(0.1)
            pipeline.offer(message(2))
        assert pipeline.counters.stored == 2
        return asyncio.get_running_loop().time()

    assert virtual_time.run(talk()) == pytest.approx(0.1 + COMMIT)
    assert [ids for _, ids in store.commits] == [[1, 2]]


def test_what_waits_is_not_drained_yet_but_holds_up_no_history() -> None:
    store = Clocked()

    async def talk() -> None:
        async with store.pipeline() as pipeline:
            pipeline.offer(message(1))
            async with asyncio.timeout(0.01):
                await pipeline.calm()
            await pipeline.drained()
            assert store.commits, "drained means committed"

    virtual_time.run(talk())


def test_who_opts_out_while_their_message_waits_is_not_read() -> None:
    store = Clocked()

    async def talk() -> None:
        async with store.pipeline() as pipeline:
            pipeline.offer(message(1))
            await asyncio.sleep(0.1)
            store.opted_out.add(ANA)
            await pipeline.drained()
            assert pipeline.counters.ignored == 1

    virtual_time.run(talk())
    assert store.read == 0
