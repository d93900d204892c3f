from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_nobody_is_read_out_of_the_difference_of_two_answers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["differences", "--runs", "1", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["differences"] == 0
    assert figures["questions"] == 70
    assert figures["moods"] >= 5
    assert figures["hidden_days"] >= 5
