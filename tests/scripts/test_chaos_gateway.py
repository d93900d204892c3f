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
    assert figures["identifies_a_day_refused"] <= 100


def test_three_hundred_faults_are_of_every_kind_and_cost_few_sessions() -> None:
    dealt = gateway.deal(300, Random(1))
    assert len(dealt) == 300
    assert set(dealt) == set(gateway.DECK)
    assert sum(fault in gateway.ENDS_SESSION for fault in dealt) < 50


def test_a_loss_breaks_the_promise_and_that_with_a_session_once_the_bot_reads_history(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert gateway.lost_too_much(1, 0)
    monkeypatch.setattr(gateway, "reads_history", lambda: False)
    assert gateway.lost_too_much(0, 5) == []
    monkeypatch.setattr(gateway, "reads_history", lambda: True)
    assert gateway.lost_too_much(0, 5)
    assert gateway.lost_too_much(0, 0) == []


def test_figures_over_discords_limits_are_named() -> None:
    assert gateway.too_many({"identifies": 100, "invalid_requests_in_10_min": 99}) == []
    assert len(gateway.too_many({"identifies_a_day_refused": 101, "requests_in_10_min": 100})) == 2
