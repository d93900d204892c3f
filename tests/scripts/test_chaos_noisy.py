from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_one_persons_questions_and_a_big_deletion_hold_up_nobody_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    small = ["--runs", "10", "--channels", "30", "--messages", "20000"]
    assert main(["noisy", *small, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["put_off"] > 0
    assert figures["rows_left"] == 0
