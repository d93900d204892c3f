from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from scripts.chaos import ledger
from scripts.chaos.__main__ import main
from scripts.chaos.deliveries import Deliveries
from scripts.chaos.postgres_server import programs

START_MS = 1_790_000_000_000


def test_twenty_kills_lose_nothing_that_was_acknowledged(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["crash", "--runs", "20", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["kept"] is True
    assert figures["kills"] == 20
    assert figures["acknowledged_batches"] > 0


@pytest.mark.skipif(programs() is None, reason="PostgreSQL isn't installed")
def test_nor_on_postgresql_whether_bot_server_or_connections_die(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["crash", "--runs", "6", "--database", "postgresql", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["kept"] is True
    kinds = ("bot_killed", "server_killed", "connections_dropped")
    assert [figures[kind] for kind in kinds] == [2, 2, 2]
    assert figures["acknowledged_after_the_accident"] > 0


async def filled(path: Path) -> ledger.Ledger:
    """A file that holds ten batches, and the ledger that says so."""
    deliveries, kept = Deliveries(1, START_MS), ledger.Ledger()
    async with storage.open(path, now=datetime.now(UTC)) as opened:
        for number in range(10):
            await opened.messages.apply(deliveries.batch(number))
            kept.apply(deliveries.batch(number))
    return kept


async def test_the_ledger_agrees_with_the_storage(tmp_path: Path) -> None:
    path = tmp_path / "moods.sqlite3"
    kept = await filled(path)
    assert ledger.stored(path) == kept.messages
    assert ledger.read_up_to(path) == kept.read_up_to
    assert ledger.faults(path) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM message WHERE FIRST", "rows of channel_hour differ"),
        ("UPDATE channel_hour SET neutral = neutral + 1", "rows of channel_hour differ"),
        ("UPDATE member_hour SET mood_sum = mood_sum + 1", "rows of member_hour differ"),
    ],
)
async def test_a_file_that_counts_wrongly_is_found(
    tmp_path: Path, statement: str, said: str
) -> None:
    path = tmp_path / "moods.sqlite3"
    await filled(path)
    first = "message = (SELECT min(message) FROM message)"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement.replace("FIRST", first))
    assert any(said in fault for fault in ledger.faults(path))


def test_deliveries_follow_from_the_seed_and_repeat_a_tenth() -> None:
    one, same, other = Deliveries(1, START_MS), Deliveries(1, START_MS), Deliveries(2, START_MS)
    assert one.batch(7) == same.batch(7)
    assert one.batch(7) != other.batch(7)
    changes = [change for number in range(50) for change in one.batch(number)]
    sent = [c for c in changes if isinstance(c, storage.records.ScoredMessage) and not c.edited_at]
    assert 0.07 < len(sent) / len(set(sent)) - 1 < 0.13
