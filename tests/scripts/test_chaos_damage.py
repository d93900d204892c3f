from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_a_database_damaged_under_the_running_bot_is_restored_by_the_next_start(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["damage", "--runs", "1", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["databases_damaged"] == 1
    assert figures["lost"] == 0
