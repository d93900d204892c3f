"""From events to rows: bounded queue → batches → scoring → one transaction each."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, Self

from bot.ingest.counters import Counters
from bot.ingest.events import Event, IncomingMessage, until_now
from bot.ingest.gaps import Gaps
from bot.ingest.scoring import Scored, Scoring
from bot.ingest.storage_retries import StorageRetries
from bot.logs import reason
from bot.outage import Outage, length_in_words
from storage.records import Applied, Change, DeletedChannel, DeletedMessages, ReadUpTo

log = logging.getLogger(__name__)

SCORING_TRIES = 3
"""How often a message of the history is tried, with `retry_seconds` between."""


class Writing(Protocol):
    """What the pipeline needs of the stored messages."""

    async def apply(self, changes: Sequence[Change]) -> Applied: ...


class Pipeline:
    """Scores and stores what is offered, in the order in which it came.

    One worker commits what waits as a group, once there are `batch_size` events or the first of
    them has waited `linger` seconds for company: a commit costs about as much as scoring a hundred
    messages, so at an even pace they share one. While the storage fails, the batch is kept and
    tried again after a pause; meanwhile the queue fills up to `capacity` events and then refuses
    more, so memory stays bounded. A refused message opens a gap in its channel (`gaps`); how far a
    channel without a gap was read is committed together with what was read.

    What `is_future` says of is passed over, and moves no position. `on_stored` is told of what came
    as it happened and is stored now; of the history it is not.

    Use it as an async context manager. Leaving it stores what was accepted, without lingering, for
    at most `stop_seconds`.
    """

    def __init__(
        self,
        scoring: Scoring,
        messages: Writing,
        *,
        capacity: int = 20_000,
        batch_size: int = 512,
        linger: float = 0.5,
        retry_seconds: float = 5.0,
        stop_seconds: float = 8.0,
        is_future: Callable[[int], bool] = lambda _: False,
        on_stored: Callable[[Sequence[Change]], None] = lambda _: None,
    ) -> None:
        self.counters = Counters()
        self._is_future = is_future
        self._on_stored = on_stored
        self.gaps = Gaps()
        self._scoring = scoring
        self._messages = messages
        self._capacity = capacity
        self._batch_size = batch_size
        self._linger = linger
        self._retry_seconds = retry_seconds
        self._retries = StorageRetries(retry_seconds, self._not_dealt_with)
        self._overload = Outage()
        self._stop_seconds = stop_seconds
        self._queue: deque[Event] = deque()
        self._first_came = 0.0  # when, by the loop's clock, the oldest in the queue was accepted
        self._arrived = asyncio.Event()
        self._complete = asyncio.Event()  # the next batch need not wait for more
        self._idle = asyncio.Event()
        self._idle.set()
        self._short = asyncio.Event()
        self._short.set()
        self._closing = False
        self._worker: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._worker = asyncio.create_task(self._work(), name="pipeline")
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._worker is not None  # noqa: S101 (tells the type checker what __aenter__ did)
        self._closing = True
        self._arrived.set()
        self._complete.set()
        _done, running = await asyncio.wait([self._worker], timeout=self._stop_seconds)
        if running:
            self._worker.cancel()
            await asyncio.wait(running)
        self.counters.lost += self._not_dealt_with()
        if self.counters.lost:
            log.error("Stopped with %d events not stored", self.counters.lost)

    def offer(self, event: Event) -> bool:
        """Accept an event, never waiting; False where the queue is full or closing.

        A deletion is small, rare, and told only once: it has a place in a full queue, too.
        """
        full = len(self._queue) >= self._capacity and isinstance(event, IncomingMessage)
        if self._closing or full:
            self._refuse(event)
            return False
        self.counters.accepted += 1
        if not self._queue:
            self._first_came = asyncio.get_running_loop().time()
            self._idle.clear()
            self._arrived.set()
        self._queue.append(event)
        if len(self._queue) >= self._batch_size:
            self._complete.set()
            if len(self._queue) > self._batch_size:
                self._short.clear()
        return True

    def _refuse(self, event: Event) -> None:
        self.counters.refused += 1
        self._open_gaps([event])
        if self._overload.failed() is not None:
            why = "closing" if self._closing else "full"
            log.warning("The queue is %s: %d events refused", why, self.counters.refused)

    @property
    def waiting(self) -> int:
        """How many accepted events wait for their batch, at most about `capacity`."""
        return len(self._queue)

    @property
    def capacity(self) -> int:
        """With so many waiting, no message is accepted."""
        return self._capacity

    def _not_dealt_with(self) -> int:
        """The accepted events that are neither stored nor passed over nor lost."""
        counted = self.counters
        return counted.accepted - counted.stored - counted.ignored - counted.lost

    async def drained(self) -> None:
        """Wait until every accepted event has been dealt with."""
        await self._idle.wait()

    async def calm(self) -> None:
        """Wait until live events fit in one batch: they go before the history."""
        await self._short.wait()

    async def store(self, events: Sequence[Event], read: Sequence[ReadUpTo] = ()) -> Applied:
        """Score and store what the history holds, past the queue, in one transaction with `read`.

        Waits while the storage fails. Raises `InvalidInputError` for what it never takes.

        A message that cannot be scored is tried again, `SCORING_TRIES` times in all; only then is
        anything noted as read. After that it is lost: counted, logged and passed over, since one
        that always fails would keep everything behind it from being read.
        """
        read = [each for each in read if not self._is_future(each.message_id)]
        scored = await self._scored(self._until_now(events))
        changes, failed = scored.changes, scored.failed
        for _ in range(SCORING_TRIES - 1):
            if failed:
                await asyncio.sleep(self._retry_seconds)
                scored = await self._scored(failed)
                changes, failed = changes + scored.changes, scored.failed
        applied = await self._retries.ask(lambda: self._messages.apply([*changes, *read]))
        self.counters.backfilled += applied.inserted
        if failed:
            self.counters.backfill_lost += len(failed)
            ids = ", ".join(str(message.message_id) for message in failed)
            log.error("Lost for good, because they cannot be scored: messages %s", ids)
        return applied

    async def _work(self) -> None:
        while await self._something_waits():
            await self._wait_for_company()
            batch = self._take()
            try:
                await self._process(batch)
            except Exception as error:
                # A fault of ours must not stop the counting of everything that comes after.
                self.counters.lost += len(batch)
                self._open_gaps(batch)
                log.error("Lost a batch of %d events: %s", len(batch), reason(error))

    async def _something_waits(self) -> bool:
        """Wait for an event; False once none will come any more."""
        if not self._queue:
            self._idle.set()
            if self._closing:
                return False
            self._arrived.clear()
            await self._arrived.wait()
        return bool(self._queue)

    async def _wait_for_company(self) -> None:
        try:
            async with asyncio.timeout_at(self._first_came + self._linger):
                await self._complete.wait()
        except TimeoutError:
            return

    def _take(self) -> list[Event]:
        """The next batch, off the queue."""
        size = min(len(self._queue), self._batch_size)
        batch = [self._queue.popleft() for _ in range(size)]
        self._first_came = asyncio.get_running_loop().time()
        if len(self._queue) <= self._batch_size:
            self._short.set()
        if len(self._queue) < self._batch_size and not self._closing:
            self._complete.clear()
        if len(self._queue) <= self._capacity // 2 and (full := self._overload.over()) is not None:
            length, refused = length_in_words(full), self.counters.refused
            log.info("The queue has room again after %s: %d events refused", length, refused)
        return batch

    def _until_now(self, events: Iterable[Event]) -> list[Event]:
        known = (until_now(event, self._is_future) for event in events)
        return [event for event in known if event is not None]

    async def _process(self, taken: Sequence[Event]) -> None:
        batch = self._until_now(taken)
        scored = await self._scored(batch, live=True)
        self._open_gaps(scored.failed)
        for event in batch:
            if isinstance(event, DeletedChannel):
                self.gaps.forget(event.guild_id, event.channel_id)
        read = self._read_up_to(batch)
        await self._retries.ask(lambda: self._messages.apply([*scored.changes, *read]))
        self._on_stored(scored.changes)
        self.counters.stored += len(scored.changes)
        self.counters.ignored += scored.ignored + len(taken) - len(batch)
        self.counters.lost += len(scored.failed)

    async def _scored(self, events: Sequence[Event], *, live: bool = False) -> Scored:
        return await self._retries.ask(lambda: self._scoring.score(events, live=live))

    def _open_gaps(self, missed: Iterable[Event]) -> None:
        for event in missed:
            if isinstance(event, IncomingMessage):
                self.gaps.open(event.guild_id, event.channel_id, event.message_id)
            elif isinstance(event, DeletedMessages) and event.message_ids:
                self.gaps.open(event.guild_id, event.channel_id, min(event.message_ids))

    def _read_up_to(self, batch: Iterable[Event]) -> list[ReadUpTo]:
        """How far the channels without a gap are read with this batch.

        Channels that are left out among them: what is said there meanwhile is never counted.
        """
        newest: dict[int, IncomingMessage] = {}
        for event in batch:
            if isinstance(event, IncomingMessage):
                before = newest.get(event.channel_id, event)
                newest[event.channel_id] = max(before, event, key=lambda m: m.message_id)
        return [
            ReadUpTo(message.guild_id, channel_id, message.parent_id, message.message_id)
            for channel_id, message in newest.items()
            if not self.gaps.is_open(message.guild_id, channel_id)
        ]
