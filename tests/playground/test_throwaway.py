"""Folders that are thrown away, also after whoever used them was killed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from playground import throwaway

ROOT = Path(__file__).resolve().parent.parent.parent
USE_ONE = """
import sys
from playground import throwaway
with throwaway.folder() as folder:
    (folder / "playground.sqlite3").write_text("moods")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@contextmanager
def used_by_another(temporary: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Another process that uses a folder, until the block ends."""
    with subprocess.Popen(
        [sys.executable, "-c", USE_ONE],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(temporary), "TEMP": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process, Path(process.stdout.readline().strip())
        process.communicate()


def test_a_folder_is_gone_after_its_use(temporary: Path) -> None:
    with throwaway.folder() as folder:
        (folder / "moods").touch()
        assert folder.parent == temporary
    assert list(temporary.iterdir()) == []


def test_what_a_killed_one_left_behind_goes_at_the_next_start(temporary: Path) -> None:
    with used_by_another(temporary) as (process, left_over):
        process.kill()
    assert (left_over / "playground.sqlite3").exists()
    with throwaway.folder() as folder:
        assert list(temporary.iterdir()) == [folder]


def test_what_somebody_still_uses_stays_and_goes_with_them(temporary: Path) -> None:
    with used_by_another(temporary) as (_, theirs):
        with throwaway.folder() as ours:
            assert sorted(temporary.iterdir()) == sorted((ours, theirs))
        assert (theirs / "playground.sqlite3").exists()
    assert list(temporary.iterdir()) == []


def test_what_is_only_called_so_stays(temporary: Path) -> None:
    kept = temporary / "kept"
    with used_by_another(temporary) as (process, left_over):
        process.kill()
    left_over.rename(kept)
    (temporary / f"{throwaway.PREFIX}a-link").symlink_to(kept, target_is_directory=True)
    (temporary / f"{throwaway.PREFIX}a-file").touch()
    (temporary / f"{throwaway.PREFIX}anything").mkdir()
    just_made = temporary / f"{throwaway.PREFIX}just-made"
    just_made.mkdir()
    (just_made / throwaway.IN_USE).touch()
    before = sorted(temporary.rglob("*"))
    with throwaway.folder():
        pass
    assert sorted(temporary.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such numbers of users")
def test_what_others_left_behind_stays(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with used_by_another(temporary) as (process, left_over):
        process.kill()
    somebody_else = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: somebody_else)
    with throwaway.folder():
        pass
    assert (left_over / "playground.sqlite3").exists()
