from __future__ import annotations

import json

import pytest

from scripts.bench.__main__ import main
from scripts.bench.store import OURS, PLAIN, report_store
from scripts.chaos.postgres_server import programs


def test_the_same_messages_are_stored_with_sums_and_without(
    capsys: pytest.CaptureFixture[str],
) -> None:
    few = ["--batches", "64", "16", "--messages", "320", "--rounds", "3"]
    assert main(["store", *few, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert [run["batch"] for run in figures["runs"]] == [64, 16]
    for run in figures["runs"]:
        assert run["messages_per_cpu_second"].keys() == {PLAIN, OURS}
        assert min(run["ratios"]) <= run["ratio"] <= max(run["ratios"])
        assert len(run["ratios"]) == 3
    told = report_store(figures)
    assert "batches of 16:" in told
    assert f"{figures['runs'][0]['ratio']:.2f} × the plain insert" in told


@pytest.mark.skipif(programs() is None, reason="PostgreSQL isn't installed")
def test_on_postgresql_the_server_is_counted_too(capsys: pytest.CaptureFixture[str]) -> None:
    few = ["--batches", "64", "--messages", "640", "--rounds", "1"]
    assert main(["store", "--engine", "postgresql", *few, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["engine"] == "postgresql"
    (run,) = figures["runs"]
    assert min(run["messages_per_cpu_second"].values()) > 0
