"""What the parts of the bot know of themselves, looked up when somebody asks."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

import discord
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.ingest.counters import Counters
from bot.ingest.gaps import Gaps


class Shard(Protocol):
    """What is asked of a connection to the gateway."""

    def is_closed(self) -> bool: ...


class Gateway(Protocol):
    """What is asked of the client: discord.py's, or one in its place."""

    @property
    def shards(self) -> Mapping[int, Shard]: ...
    @property
    def guilds(self) -> Sequence[object]: ...
    @property
    def latency(self) -> float: ...
    @property
    def intents(self) -> discord.Intents: ...
    def is_ready(self) -> bool: ...


class Queue(Protocol):
    """What is asked of the pipeline."""

    @property
    def counters(self) -> Counters: ...
    @property
    def gaps(self) -> Gaps: ...
    @property
    def waiting(self) -> int: ...
    @property
    def capacity(self) -> int: ...


class Past(Protocol):
    """What is asked of the history."""

    @property
    def readings(self) -> int: ...


class Backups(Protocol):
    """What is asked of the upkeep."""

    @property
    def makes_backups(self) -> bool: ...
    @property
    def backed_up_at(self) -> datetime | None: ...


class PartsCollector(Collector):
    """Figures of the pipeline, the history, the upkeep and the client; a registry's collector."""

    def __init__(self, queue: Queue, past: Past, backups: Backups) -> None:
        self._queue = queue
        self._past = past
        self._backups = backups
        self._gateway: Gateway | None = None
        self._started = time.time()

    def follow(self, gateway: Gateway) -> None:
        """Ask this client from now on."""
        self._gateway = gateway

    def why_not_ready(self) -> str | None:
        """In words, why messages and commands don't come now; `None`: they do.

        The client tells Discord of its commands before it connects.
        """
        gateway = self._gateway
        if gateway is None or not gateway.is_ready():
            return "not connected to Discord"
        if any(shard.is_closed() for shard in gateway.shards.values()):
            return "a shard is not connected"
        return None

    def collect(self) -> Iterator[Metric]:
        yield from self._events()
        yield from self._history()
        if self._backups.makes_backups:
            at = self._backups.backed_up_at
            yield _gauge(
                "barometer_last_backup_timestamp_seconds",
                "When a backup was made, or, before the first one, the bot started, in Unix time",
                self._started if at is None else at.timestamp(),
            )
        yield from self._connection()

    def _events(self) -> Iterator[Metric]:
        counters = self._queue.counters
        events = CounterMetricFamily(
            "barometer_events",
            "Messages, edits and deletions that Discord told of, by what became of them",
            labels=("outcome",),
        )
        for outcome in ("stored", "ignored", "lost", "refused", "unparsed"):
            events.add_metric([outcome], getattr(counters, outcome))
        yield events
        yield _gauge("barometer_queue_length", "Events that wait", self._queue.waiting)
        yield _gauge(
            "barometer_queue_capacity",
            "With so many events waiting, no message is taken",
            self._queue.capacity,
        )

    def _history(self) -> Iterator[Metric]:
        counters = self._queue.counters
        yield _gauge(
            "barometer_gaps_open",
            "Channels of which something was missed that has still to be read",
            self._queue.gaps.known_open,
        )
        yield _gauge(
            "barometer_backfill_readings",
            "How many readings of the past are under way that somebody asked for",
            self._past.readings,
        )
        read = CounterMetricFamily(
            "barometer_backfill_messages",
            "Messages that only the channels' history had: stored, or lost for good",
            labels=("outcome",),
        )
        read.add_metric(["stored"], counters.backfilled)
        read.add_metric(["lost"], counters.backfill_lost)
        yield read

    def _connection(self) -> Iterator[Metric]:
        gateway = self._gateway
        shards = [] if gateway is None else list(gateway.shards.values())
        closed = sum(shard.is_closed() for shard in shards)
        yield _gauge(
            "barometer_gateway_ready",
            "1 if every shard is connected and the commands are there",
            self.why_not_ready() is None,
        )
        states = GaugeMetricFamily(
            "barometer_shards", "Connections to Discord's gateway", labels=("state",)
        )
        states.add_metric(["open"], len(shards) - closed)
        states.add_metric(["closed"], closed)
        yield states
        yield _gauge(
            "barometer_message_content",
            "1 if Discord lets the bot read messages; 0 if its switch is off",
            gateway is not None and gateway.intents.message_content,
        )
        yield _gauge(
            "barometer_guilds", "Servers of this process", len(gateway.guilds) if gateway else 0
        )
        latency = math.nan if gateway is None or not shards else gateway.latency
        yield _gauge(
            "barometer_gateway_latency_seconds", "Of a heartbeat, the shards' average", latency
        )


def _gauge(name: str, documentation: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, documentation, value=value)
