"""One bot a database: a second one is told so, and a killed one leaves nothing locked."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from storage import StorageError
from storage.sqlite.files.restoring import restore
from storage.sqlite.files.running_lock import is_running, lock_of, running

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOLD = """
import sys
from pathlib import Path
from storage.sqlite.files.running_lock import running
with running(Path(sys.argv[1])):
    print("locked", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_by_another_process(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"locked\n"
        try:
            yield holder
        finally:
            holder.stdin.close()


async def test_a_second_bot_is_refused_in_words_until_the_first_has_ended(path: Path) -> None:
    with held_by_another_process(path):
        with pytest.raises(StorageError, match=r"already running on the database .* Stop it first"):
            async with storage.open(path, now=NOON, exclusive=True):
                pass
        assert not path.exists(), "it was refused before anything was made"
    async with storage.open(path, now=NOON, exclusive=True):
        assert is_running(path)
        with pytest.raises(StorageError, match="already running"):
            async with storage.open(path, now=NOON, exclusive=True):
                pass
    assert not is_running(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_the_lock_of_a_bot_that_was_killed_is_free(path: Path) -> None:
    with held_by_another_process(path) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        with running(path):
            pass


async def test_programs_that_may_run_meanwhile_can(path: Path) -> None:
    with held_by_another_process(path):
        async with storage.open(path, now=NOON) as store:
            await store.privacy.forget(900, 5, NOON)


async def test_a_database_is_locked_whatever_it_is_called(path: Path) -> None:
    other = path.with_name("other-name.sqlite3")
    other.symlink_to(path)
    with held_by_another_process(path), pytest.raises(StorageError, match="already running"):
        async with storage.open(other, now=NOON, exclusive=True):
            pass


async def test_nothing_is_restored_while_the_bot_runs(path: Path) -> None:
    async with storage.open(path, now=NOON) as store:
        assert store.files is not None
        backup = await store.files.backup(NOON)
    before = path.read_bytes()
    with (
        held_by_another_process(path),
        pytest.raises(StorageError, match="already running on the database"),
    ):
        restore(path, backup.parent, NOON)
    assert path.read_bytes() == before
    assert restore(path, backup.parent, NOON).backup == backup


async def test_a_look_finds_the_bot_and_changes_nothing(path: Path) -> None:
    async with storage.open(path, now=NOON):
        pass
    assert await storage.preflight(path) is None
    assert not lock_of(path).exists()
    with held_by_another_process(path):
        assert await storage.preflight(path) == "Barometer is running on it now."
    assert await storage.preflight(path) is None


def test_the_file_is_for_its_owner_alone_and_stays_empty(path: Path) -> None:
    with running(path):
        pass
    lock = lock_of(path)
    assert lock.stat().st_size == 0
    if sys.platform != "win32":
        assert lock.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_missing_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="does not exist"), running(tmp_path / "no" / "x.db"):
        pass
