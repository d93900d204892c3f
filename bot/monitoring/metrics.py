"""The bot in figures, for Prometheus: https://prometheus.io/docs/practices/naming/.

Nothing in a name or a label tells a guild, a channel or a person.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Sequence
from http import HTTPStatus
from types import SimpleNamespace
from typing import Final

import aiohttp
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from bot.ingest.pipeline import Writing
from bot.ingest.scoring import TextScorer
from bot.schedule.alerting import Sent
from classifier.score import Score
from storage.records import Applied, Change

_SIZES: Final = (1, 2, 5, 10, 20, 50, 100, 200, 512, 1000)
_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

_KNOWN_CODES: Final = frozenset(status.value for status in HTTPStatus)

# Else each counter and histogram has a second series a label, with when it was made: with the bot.
disable_created_metrics()  # type: ignore[no-untyped-call]


class Metrics:
    """What is measured as it happens, in a registry of its own.

    What the parts of the bot know of themselves is looked up when it is asked for: see
    `PartsCollector`.
    """

    def __init__(self, *, version: str, model: str) -> None:
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        GCCollector(registry=registry)
        build = Gauge(
            "barometer_build_info",
            "Always 1; its labels say what runs",
            ("version", "model", "python"),
            registry=registry,
        )
        build.labels(version, model, platform.python_version()).set(1)
        Gauge(
            "barometer_start_time_seconds", "When this bot started, in Unix time", registry=registry
        ).set(time.time())
        self._batch_size = Histogram(
            "barometer_batch_size",
            "Changes committed together",
            buckets=_SIZES,
            registry=registry,
        )
        self._scoring = Histogram(
            "barometer_scoring_seconds",
            "How long it took to score a batch",
            buckets=_SECONDS,
            registry=registry,
        )
        self._commit = Histogram(
            "barometer_commit_seconds",
            "How long it took to commit a batch",
            buckets=_SECONDS,
            registry=registry,
        )
        self._commit_failures = Counter(
            "barometer_commit_failures",
            "Batches that the storage did not take; they are tried again",
            registry=registry,
        )
        self.storage_ready = Gauge(
            "barometer_storage_ready",
            "1 if the storage answered a question now, within some seconds",
            registry=registry,
        )
        self.loop_lag = Histogram(
            "barometer_event_loop_lag_seconds",
            "By how much the event loop was late, looked at twice a second",
            buckets=_SECONDS,
            registry=registry,
        )
        self._responses = Counter(
            "barometer_rest_responses",
            "Answers of Discord's REST API; 429 says to wait",
            ("code",),
            registry=registry,
        )
        self._responses.labels("429")  # there from the start, so that a rate is 0 and not nothing
        self._alerts = Counter(
            "barometer_alerts_sent",
            "What alerts posted: that something is unusual (call), or over (all_clear)",
            ("kind",),
            registry=registry,
        )
        for kind in ("call", "all_clear"):
            self._alerts.labels(kind)

    def text(self) -> bytes:
        """All of it, in Prometheus' text format."""
        return generate_latest(self.registry)

    def alert_sent(self, kind: Sent) -> None:
        """Count a post of an alert."""
        self._alerts.labels(kind).inc()

    def listen(self, trace: aiohttp.TraceConfig) -> aiohttp.TraceConfig:
        """Count the answers of the client that is made with this; returns it."""
        trace.on_request_end.append(self._on_answer)
        return trace

    async def _on_answer(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, end: aiohttp.TraceRequestEndParams
    ) -> None:
        code = end.response.status
        # The other side could invent codes without end, and each would be a time series.
        self._responses.labels(str(code) if code in _KNOWN_CODES else "other").inc()

    def timed_scorer(self, scorer: TextScorer) -> TextScorer:
        """The same scorer, with a clock at its side."""
        return _TimedScorer(scorer, self._scoring)

    def timed_writing(self, messages: Writing) -> Writing:
        """The same, with its batches counted and timed."""
        return _TimedWriting(messages, self._batch_size, self._commit, self._commit_failures)


class _TimedScorer:
    def __init__(self, scorer: TextScorer, seconds: Histogram) -> None:
        self._scorer = scorer
        self._seconds = seconds

    async def score(self, texts: Sequence[str]) -> list[Score]:
        with self._seconds.time():
            return await self._scorer.score(texts)


class _TimedWriting:
    def __init__(
        self, messages: Writing, size: Histogram, seconds: Histogram, failures: Counter
    ) -> None:
        self._messages = messages
        self._size = size
        self._seconds = seconds
        self._failures = failures

    async def apply(self, changes: Sequence[Change]) -> Applied:
        began = time.perf_counter()
        with self._failures.count_exceptions():
            applied = await self._messages.apply(changes)
        self._seconds.observe(time.perf_counter() - began)
        self._size.observe(len(changes))
        return applied
