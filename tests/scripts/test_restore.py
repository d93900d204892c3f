"""`python -m scripts.restore`, run as an operator does, on real files."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from tests.scripts.conftest import AsOperator

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
async def backup(tmp_path: Path) -> Path:
    """A backup from before a job of guild 900 was scheduled."""
    (tmp_path / "data").mkdir()
    async with storage.open(tmp_path / "data" / "barometer.sqlite3", now=NOON) as store:
        assert store.files is not None
        made = await store.files.backup(NOON)
        await store.jobs.schedule("digest", 900, NOON)
    return made


async def has_job(tmp_path: Path) -> bool:
    async with storage.open(tmp_path / "data" / "barometer.sqlite3", now=NOON) as store:
        return bool(await store.jobs.due(NOON))


async def test_the_newest_backup_is_restored_and_it_is_told_where_all_lies(
    tmp_path: Path, backup: Path, as_operator: AsOperator
) -> None:
    done = as_operator("scripts.restore")
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()
    assert first == (
        "Restored data/backups/barometer-2026-03-01T120000Z.sqlite3 to data/barometer.sqlite3."
    )
    assert "is kept in data/barometer.sqlite3.damaged-2" in second
    assert not await has_job(tmp_path)


async def test_a_backup_that_was_moved_elsewhere_can_be_named(
    tmp_path: Path, backup: Path, as_operator: AsOperator
) -> None:
    shutil.move(backup, tmp_path / "mine.sqlite3")
    assert as_operator("scripts.restore", "mine.sqlite3").returncode == 0
    assert not await has_job(tmp_path)


def test_the_list_shows_the_backups_and_restores_none(
    tmp_path: Path, backup: Path, as_operator: AsOperator
) -> None:
    done = as_operator("scripts.restore", "--list")
    assert done.returncode == 0
    assert done.stdout.startswith("2026-03-01 12:00 UTC")
    assert str(backup.relative_to(tmp_path)) in done.stdout
    assert list((tmp_path / "data").glob("*.damaged-*")) == []


def test_the_folder_is_the_one_that_is_set(
    tmp_path: Path, backup: Path, as_operator: AsOperator
) -> None:
    (tmp_path / "data" / "backups").rename(tmp_path / "elsewhere")
    assert as_operator("scripts.restore", "--list").returncode == 1
    assert as_operator("scripts.restore", "--list", BAROMETER_BACKUPS="elsewhere").returncode == 0


async def test_while_the_bot_runs_it_refuses(
    tmp_path: Path, backup: Path, as_operator: AsOperator
) -> None:
    async with storage.open(tmp_path / "data" / "barometer.sqlite3", now=NOON):
        done = as_operator("scripts.restore")
    assert done.returncode == 1
    assert "Stop Barometer" in done.stderr
    assert await has_job(tmp_path)


@pytest.mark.parametrize("arguments", [[], ["nowhere.sqlite3"], ["--list"]])
def test_without_a_backup_it_says_so_and_exits_1(
    tmp_path: Path, arguments: list[str], as_operator: AsOperator
) -> None:
    done = as_operator("scripts.restore", *arguments)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no ")
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
