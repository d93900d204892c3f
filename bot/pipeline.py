"""From events to rows: bounded queue → batches → the classifier's thread pool → one transaction."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Protocol, Self, TypeVar

from bot.gaps import Gaps
from bot.logs import describe
from bot.messages import IncomingMessage
from classifier.score import Score
from storage import InvalidInputError, StorageError
from storage.records import (
    Applied,
    Change,
    DeletedMessages,
    GuildSettings,
    ReadUpTo,
    ScoredMessage,
)

log = logging.getLogger(__name__)

T = TypeVar("T")

Event = IncomingMessage | DeletedMessages


class Scoring(Protocol):
    """What the pipeline needs of the classifier's thread pool."""

    async def score(self, texts: Sequence[str]) -> list[Score]: ...


class Writing(Protocol):
    """What the pipeline needs of the stored messages."""

    async def apply(self, changes: Sequence[Change]) -> Applied: ...


class GuildChoices(Protocol):
    """What the pipeline needs of the stored settings."""

    async def get(self, guild_id: int) -> GuildSettings: ...


@dataclass(slots=True)
class Counters:
    """Events since the start: every accepted one ends up in `stored`, `ignored` or `lost`.

    `refused` were never accepted, because the queue was full or closing. `ignored` came from
    channels that an administrator left out. What was refused or lost leaves a gap in its channel.
    `backfilled` are none of these: messages that only the history had.
    """

    accepted: int = 0
    refused: int = 0
    stored: int = 0
    ignored: int = 0
    lost: int = 0
    backfilled: int = 0


class Pipeline:
    """Scores and stores what is offered, in the order in which it came.

    One worker takes whatever waits, up to `batch_size` events; under load it lingers `linger`
    seconds, so that batches fill. While the storage fails, the batch is kept and tried again
    after a pause; meanwhile the queue fills up to `capacity` events and then refuses more, so
    memory stays bounded. A refused message opens a gap in its channel (`gaps`); how far a channel
    without a gap was read is committed together with what was read.

    Use it as an async context manager. Leaving it stores what was accepted, for at most
    `stop_seconds`.
    """

    def __init__(
        self,
        scoring: Scoring,
        messages: Writing,
        settings: GuildChoices,
        *,
        model: str,
        capacity: int = 20_000,
        batch_size: int = 512,
        linger: float = 0.02,
        retry_seconds: float = 5.0,
        stop_seconds: float = 8.0,
    ) -> None:
        self.counters = Counters()
        self.gaps = Gaps()
        self._scoring = scoring
        self._messages = messages
        self._settings = settings
        self._model = model
        self._capacity = capacity
        self._batch_size = batch_size
        self._linger = linger
        self._retry_seconds = retry_seconds
        self._stop_seconds = stop_seconds
        self._queue: deque[Event] = deque()
        self._arrived = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._short = asyncio.Event()
        self._short.set()
        self._closing = False
        self._worker: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._worker = asyncio.create_task(self._work(), name="pipeline")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        assert self._worker is not None  # noqa: S101 (tells the type checker what __aenter__ did)
        self._closing = True
        self._arrived.set()
        _, running = await asyncio.wait([self._worker], timeout=self._stop_seconds)
        if running:
            self._worker.cancel()
            await asyncio.wait(running)
        self.counters.lost = self.counters.accepted - self.counters.stored - self.counters.ignored
        if self.counters.lost:
            log.error("Stopped with %d events not stored", self.counters.lost)

    def offer(self, event: Event) -> bool:
        """Accept an event, never waiting; False where the queue is full or closing.

        A deletion is small, rare, and told only once: it has a place in a full queue, too.
        """
        full = len(self._queue) >= self._capacity and not isinstance(event, DeletedMessages)
        if self._closing or full:
            if self.counters.refused % 1000 == 0:
                why = "closing" if self._closing else "full"
                log.warning("The queue is %s: %d events refused", why, self.counters.refused + 1)
            self.counters.refused += 1
            self._open_gaps([event])
            return False
        self.counters.accepted += 1
        self._queue.append(event)
        self._idle.clear()
        self._arrived.set()
        if len(self._queue) > self._batch_size:
            self._short.clear()
        return True

    async def drained(self) -> None:
        """Wait until every accepted event has been dealt with."""
        await self._idle.wait()

    async def calm(self) -> None:
        """Wait until live events fit in one batch: they go before the history."""
        await self._short.wait()

    async def store(self, events: Sequence[Event], read: Sequence[ReadUpTo] = ()) -> Applied:
        """Score and store what the history holds, past the queue, in one transaction with `read`.

        Waits while the storage fails. Raises `InvalidInputError` for what it never takes.
        """
        changes, _ = await self._score(await self._counted(events))
        applied = await self._insist(lambda: self._messages.apply([*changes, *read]))
        self.counters.backfilled += applied.inserted
        return applied

    async def _work(self) -> None:
        batch_was_full = False
        while True:
            if not self._queue:
                self._idle.set()
                if self._closing:
                    return
                self._arrived.clear()
                await self._arrived.wait()
                continue
            if batch_was_full and len(self._queue) < self._batch_size and not self._closing:
                await asyncio.sleep(self._linger)
            size = min(len(self._queue), self._batch_size)
            batch = [self._queue.popleft() for _ in range(size)]
            batch_was_full = size == self._batch_size
            if len(self._queue) <= self._batch_size:
                self._short.set()
            try:
                await self._process(batch)
            except Exception as error:
                # A fault of ours must not stop the counting of everything that comes after.
                self.counters.lost += size
                self._open_gaps(batch)
                log.error("Lost a batch of %d events: %s", size, describe(error))

    async def _process(self, batch: Sequence[Event]) -> None:
        counted = await self._counted(batch)
        changes, unscored = await self._score(counted)
        self._open_gaps(unscored)
        read = self._read_up_to(batch)
        await self._insist(lambda: self._messages.apply([*changes, *read]))
        self.counters.stored += len(changes)
        self.counters.ignored += len(batch) - len(counted)
        self.counters.lost += len(unscored)

    def _open_gaps(self, missed: Iterable[Event]) -> None:
        for event in missed:
            if isinstance(event, IncomingMessage):
                self.gaps.open(event.guild_id, event.channel_id, event.message_id)

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

    async def _counted(self, events: Sequence[Event]) -> list[Event]:
        """Those that do not come from a channel which an administrator left out."""
        left_out = {}
        for guild_id in {event.guild_id for event in events}:
            choices = await self._insist(partial(self._settings.get, guild_id))
            left_out[guild_id] = choices.ignored_channel_ids
        return [event for event in events if not _is_ignored(event, left_out[event.guild_id])]

    async def _score(self, events: Sequence[Event]) -> tuple[list[Change], list[IncomingMessage]]:
        """The changes of these events, in order; and the messages that could not be scored."""
        texts = [event.text for event in events if isinstance(event, IncomingMessage)]
        scores = iter(await self._scores(texts))
        changes: list[Change] = []
        unscored: list[IncomingMessage] = []
        for event in events:
            if isinstance(event, DeletedMessages):
                changes.append(event)
            elif (score := next(scores)) is not None:
                changes.append(scored_message(event, score, self._model))
            else:
                unscored.append(event)
        return changes, unscored

    async def _scores(self, texts: Sequence[str]) -> Sequence[Score | None]:
        """One score a text; `None` where scoring failed. One bad text does not spoil the others."""
        if not texts:
            return []
        try:
            return await self._scoring.score(texts)
        except Exception as error:
            if len(texts) == 1:
                log.error("Scoring failed: %s", describe(error))
                return [None]
        return [(await self._scores([text]))[0] for text in texts]

    async def _insist(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Ask the storage until it answers: a full disk or a locked file must lose nothing."""
        pause = 0.1
        while True:
            try:
                return await ask()
            except InvalidInputError:
                raise  # it would be refused again
            except StorageError as error:
                log.warning("The storage failed, trying again in %.1f s: %s", pause, error)
            await asyncio.sleep(pause)
            pause = min(2 * pause, self._retry_seconds)


def _is_ignored(event: Event, channel_ids: frozenset[int]) -> bool:
    if isinstance(event, DeletedMessages):  # what was stored before the channel was left out
        return False
    return event.channel_id in channel_ids or event.parent_id in channel_ids


def scored_message(message: IncomingMessage, score: Score, model: str) -> ScoredMessage:
    """The row of a message: its score, and all of it but the text."""
    return ScoredMessage(
        message_id=message.message_id,
        guild_id=message.guild_id,
        channel_id=message.channel_id,
        parent_id=message.parent_id,
        author_id=message.author_id,
        reply_to=message.reply_to,
        edited_at=message.edited_at,
        negative=score.negative,
        neutral=score.neutral,
        positive=score.positive,
        status=score.status,
        model=model,
    )
