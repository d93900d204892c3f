from __future__ import annotations

import json
import sys

import pytest

from scripts.chaos import disk
from scripts.chaos.__main__ import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on files")


def figures_of(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert main(["disk", "--seconds", "1", "--json"]) == 0
    figures: dict[str, object] = json.loads(capsys.readouterr().out)
    return figures


def test_a_full_disk_loses_nothing_and_silences_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    figures = figures_of(capsys)
    assert figures["lost"] == 0
    assert isinstance(answered := figures["commands_answered"], int)
    assert answered >= 5


def test_without_a_small_file_system_a_limit_stands_in_for_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "ON_SMALL_DISK", ("no such program",))
    figures = figures_of(capsys)
    assert figures["full_by"] == "limit on file size"
    assert figures["lost"] == 0
