from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from scripts.chaos import ledger, old_files
from scripts.chaos.__main__ import main
from scripts.chaos.migrate import NEVER, faults, open_and_die

START_MS = 1_790_000_000_000


def test_a_migration_that_is_killed_leaves_a_whole_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["migrate", "--runs", "12", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["from_version_0"] >= 5
    assert figures["from_version_1"] >= 5


def test_the_old_file_is_one_that_the_first_version_would_have_made(tmp_path: Path) -> None:
    path = tmp_path / "moods.sqlite3"
    old_files.make_version_1(path, START_MS)
    assert len(ledger.stored(path)) == 2000
    assert ledger.faults(path) == []


async def test_an_old_file_whose_rows_are_gone_is_found(tmp_path: Path) -> None:
    original, trial = tmp_path / "original", tmp_path / "trial"
    for folder in (original, trial):
        folder.mkdir()
    old_files.make_version_1(original / "moods.sqlite3", START_MS)
    path = trial / "moods.sqlite3"
    await asyncio.to_thread(open_and_die, path, NEVER)  # as if the old file had been dropped
    found = await faults(path, original, 1)
    assert "its rows are not those that it had" in found
    assert "a wish or a setting is gone" in found
