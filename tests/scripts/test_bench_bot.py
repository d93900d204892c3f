from __future__ import annotations

import json

import pytest

from scripts.bench.__main__ import main
from scripts.bench.bot import report_bot


def test_both_clients_count_everything_and_their_cpu_time_is_compared(
    capsys: pytest.CaptureFixture[str],
) -> None:
    few = ["--runs", "1", "--messages", "200", "--seconds", "0.5"]
    assert main(["bot", *few, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    for way in ("", "paced_"):
        speeds = figures[f"{way}messages_per_cpu_second"]
        assert speeds.keys() == {"bare", "bot"}
        expected = speeds["bot"] / speeds["bare"]
        assert figures[f"{way}ratio"] == pytest.approx(expected, rel=0.02)


def test_the_figures_are_told_with_their_spread() -> None:
    told = report_bot(
        {
            "runs": 3,
            "rate": 100.0,
            "messages_per_cpu_second": {"bare": 16_000, "bot": 12_000},
            "ratio": 0.75,
            "ratios": [0.7, 0.75, 0.81],
            "paced_messages_per_cpu_second": {"bare": 2000, "bot": 1600},
            "paced_ratio": 0.8,
            "paced_ratios": [0.79, 0.8, 0.84],
        }
    )
    assert "12,000 messages a CPU-second  bot" in told
    assert "0.75 × the bare client (0.70 to 0.81)" in told
    assert "at 100 messages a second" in told
