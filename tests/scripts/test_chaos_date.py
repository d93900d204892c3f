from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_a_wrong_date_ends_nothing_and_moves_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["date", "--runs", "1", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["wrong_dates"] == 2
    assert figures["lost"] == figures["positions_in_the_future"] == 0
