"""Which missing messages were deleted: a channel whose history may leave out what is there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.ingest.counters import Counters
from bot.ingest.deletions import IncompleteHistoryError
from bot.ingest.history import History, PageRead
from bot.ingest.history_requests import HistoryRequests
from bot.ingest.pace import Pace
from scripts.chaos import virtual_time
from storage.records import Applied, DeletedMessages, ReadUpTo

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)


@dataclass
class Channel:
    """`there` are its messages; `shown` says which of them its history shows."""

    there: set[int]
    shown: Callable[[int], bool] = lambda _: True
    asked_for: list[int] = field(default_factory=list)
    id: int = 2
    guild: Any = field(default_factory=lambda: SimpleNamespace(id=1))

    async def history(self, *, after: Any, limit: int, **_: object) -> AsyncIterator[object]:
        found = [each for each in sorted(self.there) if each > after.id and self.shown(each)]
        for each in found[:limit]:
            yield SimpleNamespace(id=each, content=None)

    async def fetch_message(self, message_id: int) -> None:
        self.asked_for.append(message_id)
        if message_id not in self.there:
            answer: Any = SimpleNamespace(status=404, reason="Not Found")
            raise discord.NotFound(answer, {"code": 10008, "message": "Unknown Message"})


@dataclass
class Store:
    """Knows these messages; keeps what was deleted and how far was read."""

    known: Collection[int]
    deleted: set[int] = field(default_factory=set)
    read: list[int] = field(default_factory=list)

    async def calm(self) -> None: ...

    async def store(self, events: list[object], read: list[ReadUpTo]) -> Applied:
        for event in events:
            assert isinstance(event, DeletedMessages)
            self.deleted |= set(event.message_ids)
        self.read += [each.message_id for each in read]
        return Applied()

    async def ids(self, _: int, __: int, after: int, up_to: int | None = None) -> list[int]:
        kept = set(self.known) - self.deleted
        return sorted(e for e in kept if after < e <= (up_to or max(self.known)))


async def read(channel: Channel, store: Store, *, note: bool = True) -> list[PageRead]:
    storing: Any = store
    place: Any = channel
    requests = HistoryRequests(Pace(store.calm, 0), Counters())
    async with History(
        *(storing, SimpleNamespace(messages=store, model_versions=None), requests),
        model="one",
        clock=lambda: NOW,
    ) as history:
        return [page async for page in history.pages(place, 0, note=note)]


ALL = range(1, 151)


def test_an_empty_history_deletes_nothing_when_a_message_is_there() -> None:
    channel, store = Channel(set(ALL), lambda _: False), Store(ALL)
    with pytest.raises(IncompleteHistoryError, match="leaves out message 150"):
        virtual_time.run(read(channel, store))
    assert (store.deleted, store.read) == (set(), [])


def test_half_a_page_deletes_nothing() -> None:
    half = range(1, 61)
    for shown in (lambda each: each % 2 == 0, lambda each: each <= 30):
        channel, store = Channel(set(half), shown), Store(half)
        with pytest.raises(IncompleteHistoryError):
            virtual_time.run(read(channel, store))
        assert (store.deleted, store.read) == (set(), [])


def test_many_go_only_after_a_second_look_minutes_later() -> None:
    channel, store = Channel({1, 2, 150}), Store(ALL)

    async def reading() -> None:
        task = asyncio.create_task(read(channel, store))
        await asyncio.sleep(170)
        assert (store.deleted, store.read) == (set(), [])
        await task

    virtual_time.run(reading())
    assert store.deleted == set(range(3, 150))
    assert store.read == [150]
    assert len(channel.asked_for) == 6, "one at once, and a sample of five"


def test_what_is_back_at_the_second_look_stays() -> None:
    channel, store = Channel({1, 2, 150}), Store(ALL)

    async def reading() -> None:
        task = asyncio.create_task(read(channel, store))
        await asyncio.sleep(170)
        channel.there = set(ALL) - {77}
        await task

    virtual_time.run(reading())
    assert store.deleted == {77}


def test_a_sample_that_is_there_refutes_the_deletion_of_all() -> None:
    channel, store = Channel(set(ALL) - {150}, lambda each: each == 1), Store(ALL)
    with pytest.raises(IncompleteHistoryError):
        virtual_time.run(read(channel, store))
    assert (store.deleted, store.read) == (set(), [])


def test_few_go_at_once_when_each_was_asked_for() -> None:
    channel, store = Channel(set(ALL) - {7, 9}), Store(ALL)
    virtual_time.run(read(channel, store))
    assert store.deleted == {7, 9}
    assert sorted(channel.asked_for) == [7, 9]
    assert store.read[-1] == 150


def test_one_of_few_that_is_there_stays() -> None:
    channel, store = Channel(set(ALL) - {7}, lambda each: each != 9), Store(ALL)
    with pytest.raises(IncompleteHistoryError):
        virtual_time.run(read(channel, store))
    assert store.deleted == set()
