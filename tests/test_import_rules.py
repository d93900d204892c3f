"""The import rules of the house hold, and a breach of each is found."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("bot", "classifier", "playground", "storage")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the rooms, to break rules in."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("models"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("module", "statement"),
    [
        ("classifier/score.py", "import storage.records"),
        ("storage/records.py", "import classifier.score"),
        ("playground/world.py", "import discord"),
        ("bot/pipeline.py", "import discord"),
        ("bot/messages.py", "import classifier.training.fit"),
        ("classifier/scorer.py", "import keras"),
        ("bot/cogs/check.py", "import aiosqlite"),
    ],
)
def test_a_breach_is_found(house: Path, module: str, statement: str) -> None:
    with (house / module).open("a") as file:
        file.write(f"\n{statement}\n")
    done = lint(house)
    assert done.returncode != 0
    assert "BROKEN" in done.stdout


def test_the_house_keeps_its_rules(house: Path) -> None:
    done = lint(house)
    assert done.returncode == 0, done.stdout
