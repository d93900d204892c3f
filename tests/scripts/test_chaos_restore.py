from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_choices_hold_in_whatever_is_restored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", "--runs", "9", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["restores"] == {"damage": 3, "command": 3, "loss": 3}
    assert figures["choices_checked"] > 100
