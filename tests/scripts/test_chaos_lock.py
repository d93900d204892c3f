from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_a_lock_of_three_seconds_loses_nothing_and_keeps_nobody_waiting(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["lock", "--seconds", "3", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["messages"] > 500
    assert figures["lost"] == 0
