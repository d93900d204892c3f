from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_a_few_servers_are_caught_up_with_at_the_pace_of_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["start", "--runs", "3", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["requests"] >= 3 * 2 * 20, "a page and a list of threads for each channel"
    assert figures["missing"] == figures["invalid_requests"] == 0
