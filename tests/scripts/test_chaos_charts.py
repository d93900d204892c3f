from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_charts_that_wait_hold_up_neither_an_export_nor_the_stop(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["charts", "--runs", "100", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["put_off"] > 0
    assert figures["waiting_at_the_stop"] > 0
