from __future__ import annotations

import json

import pytest

from scripts.chaos.__main__ import main


def test_a_lock_of_three_seconds_loses_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["lock", "--seconds", "3", "--json"])  # how late the loop may be depends on the machine
    figures = json.loads(capsys.readouterr().out)
    assert figures["messages"] > 500
    assert figures["lost"] == 0
