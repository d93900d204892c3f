from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_stops_under_load_end_in_time_and_lose_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stop", "--runs", "2", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["stops"] == 2
    assert figures["lost"] == 0
