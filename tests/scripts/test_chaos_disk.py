from __future__ import annotations

import json
import sys

import pytest

from scripts.chaos.__main__ import main


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_loses_nothing_and_silences_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["disk", "--seconds", "1", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["lost"] == 0
    assert figures["commands_answered"] >= 5
