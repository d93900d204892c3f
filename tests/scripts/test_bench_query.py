from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

import storage
from scripts.bench import postgres_query
from scripts.bench.__main__ import main
from scripts.bench.big_server import GUILD, NOW, BigServer
from scripts.bench.query import report_query
from scripts.bench.questions import DAY
from scripts.chaos import ledger, postgres_ledger
from scripts.chaos.postgres_server import PostgresServer, programs

FEW = BigServer(messages=4000, channels=5, days=40)


async def test_a_big_server_has_its_messages_as_rows_or_as_sums_alone(tmp_path: Path) -> None:
    path = tmp_path / "big.sqlite3"
    await FEW.build(path)
    async with storage.open(path, now=NOW) as store:
        channels = FEW.channel_ids
        hours = await store.rollups.of_channels(GUILD, channels, NOW - 41 * DAY, NOW)
        in_all = sum(hour.scored + hour.unsure for hour in hours)
        assert in_all == pytest.approx(FEW.messages, rel=0.3)
        scores = await store.messages.scores(GUILD, channels, NOW - 41 * DAY, NOW)
        assert len(scores) == pytest.approx(FEW.messages * 30 / 40, rel=0.2)
        days = await store.published_days.of_channels(GUILD, channels, NOW - 41 * DAY, NOW)
        assert len({day.day for day in days}) >= 36, "the last few wait for what is missing"
        each = await store.rollups.of_each_channel(GUILD, channels, NOW - 41 * DAY, NOW)
        assert sum(each.scored) == sum(hour.scored for hour in hours)
    assert await storage.preflight(path) is None
    assert "guild_hour" not in "".join(ledger.faults(path)), "the sums fit together"


def test_every_question_is_asked_alone_and_at_once_of_each_size(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    size = ["--messages", "4000", "2000", "--channels", "5", "--days", "40"]
    few = ["--keep", str(tmp_path), "--rounds", "3", "--people", "3"]
    assert main(["query", *size, *few, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    large, small = figures["sizes"]
    assert (large["messages"], small["messages"]) == (4000, 2000)
    for each in (large, small):
        names = each["questions"].keys()
        assert {"sums of 180 days", "trend, 90 days", "what is unusual since yesterday"} <= names
        for times in each["questions"].values():
            for way in ("alone", "at_once"):
                assert 0 < times[way]["p50_ms"] <= times[way]["p99_ms"]
            assert times["alone"]["cpu_p50_ms"] > 0
        slowest = each["slowest_alone_p99_ms_of"]
        assert slowest.startswith(("trend", "hour", "coverage", "a member, "))
        assert each["slowest_alone_p99_ms"] == each["questions"][slowest]["alone"]["p99_ms"]
    ratio = large["slowest_cpu_p50_ms"] / small["slowest_cpu_p50_ms"]
    assert figures["slowest_cpu_p50_ms_ratio"] == pytest.approx(ratio, abs=0.001)
    told = report_query(figures)
    assert "4,000 messages, 5 channels, 40 days" in told
    assert all(name in told for name in names)
    assert "the slowest summary or trend" in told


def test_some_questions_can_be_asked_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    size = ["--messages", "2000", "--channels", "5", "--days", "40", "--keep", str(tmp_path)]
    few = ["--rounds", "2", "--people", "2", "--only", "trend, 90"]
    assert main(["query", *size, *few, "--json"]) == 0
    (only,) = json.loads(capsys.readouterr().out)["sizes"]
    assert list(only["questions"]) == ["trend, 90 days"]


@pytest.mark.skipif(programs() is None, reason="PostgreSQL isn't installed")
def test_the_same_is_asked_of_postgresql(capsys: pytest.CaptureFixture[str]) -> None:
    size = ["--messages", "4000", "2000", "--channels", "5", "--days", "40"]
    few = ["--rounds", "2", "--people", "3", "--only", "90 days"]
    assert main(["query", "--engine", "postgresql", *size, *few, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["engine"] == "postgresql"
    for each in figures["sizes"]:
        assert each["mib"] > 0
        assert {"trend, 90 days", "hour × weekday, 90 days"} <= each["questions"].keys()
        for times in each["questions"].values():
            assert 0 < times["alone"]["p50_ms"] <= times["alone"]["p99_ms"]
            assert times["alone"]["cpu_p50_ms"] > 0


@pytest.mark.skipif(programs() is None, reason="PostgreSQL isn't installed")
async def test_a_big_server_is_the_same_in_postgresql(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    path, address = tmp_path / "big.sqlite3", postgres_server.new_database()
    await FEW.build(path)
    await postgres_query.build(FEW, address, tmp_path / "key")
    told = []
    for each, key in ((path, None), (address, tmp_path / "key")):
        async with storage.open(each, now=NOW, key_file=key) as store:
            asked = (GUILD, FEW.channel_ids, NOW - 41 * DAY, NOW)
            hours = await store.rollups.of_channels(*asked)
            told.append((hours, await store.published_days.of_channels(*asked)))
    assert told[0] == told[1]
    assert await asyncio.to_thread(postgres_ledger.faults_of_sums, address) == []
