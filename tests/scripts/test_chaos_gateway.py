from __future__ import annotations

import json
from random import Random

import pytest

from scripts.chaos import gateway
from scripts.chaos.__main__ import main


def test_a_few_mixed_faults_lose_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gateway", "--runs", "8", "--seed", "91", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["lost"] == 0
    assert figures["resumes"] >= 1
    for way in ("refused", "short_lived", "invalid_sessions"):
        assert 50 < figures[f"identifies_a_day_{way}"] <= 100


def test_three_hundred_faults_are_of_every_kind_and_cost_few_sessions() -> None:
    dealt = gateway.deal(300, Random(1))
    assert len(dealt) == 300
    assert set(dealt) == set(gateway.DECK)
    ends_session = {"op 9 false", "malformed", "unreachable", "429 at start", "503 at start"}
    assert sum(fault in ends_session for fault in dealt) < 50


def test_figures_over_discords_limits_are_named() -> None:
    assert gateway.too_many({"identifies": 100, "invalid_requests_in_10_min": 99}) == []
    assert len(gateway.too_many({"identifies_a_day_refused": 101, "requests_in_10_min": 100})) == 2
