from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_a_channel_that_waits_or_fails_holds_up_no_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["failing-channel", "--seconds", "2", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    for status in (429, 500):
        assert figures[f"refusals_{status}"] >= 1
        assert figures[f"messages_{status}"] > 700
