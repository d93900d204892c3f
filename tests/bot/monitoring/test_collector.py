"""What is looked up when it is asked for: the parts' own figures, before and after a connection."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from prometheus_client import CollectorRegistry

from bot.ingest.counters import Counters
from bot.monitoring.collector import PartsCollector
from tests.bot.monitoring.fakes import FakeBackups, FakeGateway, FakePast, FakeQueue, FakeShard


def observed(
    queue: FakeQueue | None = None, backups: FakeBackups | None = None
) -> tuple[PartsCollector, CollectorRegistry]:
    collector = PartsCollector(queue or FakeQueue(), FakePast(3), backups or FakeBackups())
    registry = CollectorRegistry()
    registry.register(collector)
    return collector, registry


def test_counters_stand_by_their_outcome() -> None:
    counters = Counters(accepted=9, stored=5, ignored=2, lost=1, refused=4, backfilled=7)
    _, registry = observed(FakeQueue(counters, waiting=1))
    by_outcome = {
        each: registry.get_sample_value("barometer_events_total", {"outcome": each})
        for each in ("stored", "ignored", "lost", "refused", "unparsed")
    }
    assert by_outcome == {"stored": 5, "ignored": 2, "lost": 1, "refused": 4, "unparsed": 0}
    assert registry.get_sample_value("barometer_queue_length") == 1
    assert registry.get_sample_value("barometer_queue_capacity") == 20
    assert registry.get_sample_value("barometer_backfill_readings") == 3
    assert (
        registry.get_sample_value("barometer_backfill_messages_total", {"outcome": "stored"}) == 7
    )


def test_a_gap_is_open_until_its_channel_was_read() -> None:
    queue = FakeQueue()
    _, registry = observed(queue)
    queue.gaps.open(1, 10, 500)
    queue.gaps.open(1, 11, 600)
    assert registry.get_sample_value("barometer_gaps_open") == 2
    queue.gaps.begin(1, 10)
    assert registry.get_sample_value("barometer_gaps_open") == 2
    queue.gaps.open(1, 10, 700)  # while it is read
    assert registry.get_sample_value("barometer_gaps_open") == 2
    queue.gaps.begin(1, 10)
    queue.gaps.close(1, 10)
    assert registry.get_sample_value("barometer_gaps_open") == 1


def test_the_gateway_is_ready_once_every_shard_is_connected() -> None:
    collector, registry = observed()
    assert registry.get_sample_value("barometer_gateway_ready") == 0
    assert registry.get_sample_value("barometer_guilds") == 0
    assert collector.why_not_ready() == "not connected to Discord"
    second = FakeShard(closed=True)
    collector.follow(FakeGateway({0: FakeShard(), 1: second}))
    assert collector.why_not_ready() == "a shard is not connected"
    assert registry.get_sample_value("barometer_shards", {"state": "closed"}) == 1
    second.closed = False
    assert collector.why_not_ready() is None
    assert registry.get_sample_value("barometer_gateway_ready") == 1
    assert registry.get_sample_value("barometer_shards", {"state": "open"}) == 2
    assert registry.get_sample_value("barometer_message_content") == 0


def test_the_last_backup_is_told_and_before_it_the_start() -> None:
    backups = FakeBackups()
    _, registry = observed(backups=backups)
    name = "barometer_last_backup_timestamp_seconds"
    assert abs((registry.get_sample_value(name) or 0) - time.time()) < 60
    backups.backed_up_at = datetime(2026, 11, 26, tzinfo=UTC)
    assert registry.get_sample_value(name) == 1_795_651_200
    backups.makes_backups = False  # the database is a server's
    assert registry.get_sample_value(name) is None
