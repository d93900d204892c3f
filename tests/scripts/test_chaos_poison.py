from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_what_cannot_be_parsed_costs_only_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["poison", "--runs", "4", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["passed_over_live"] == 2
    assert figures["passed_over_in_the_history"] >= 2
    assert figures["lost"] == 0
