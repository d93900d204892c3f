"""A program of ours, run as an operator runs it; and chaos that is in no hurry."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Protocol

import pytest

from scripts.chaos.__main__ import PROGRAMS

ROOT = Path(__file__).resolve().parents[2]


class AsOperator(Protocol):
    def __call__(
        self, module: str, *arguments: str, **environment: str
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def as_operator(tmp_path: Path) -> AsOperator:
    """Runs `python -m module` in `tmp_path`, with no settings but those of `environment`."""

    def run(module: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("BAROMETER_", "DISCORD_"))
        }
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=tmp_path,
            env=inherited | environment | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    return run


@pytest.fixture(autouse=True)
def unhurried(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The chaos programs' limits of time are for a machine of their own; beside other tests, and on
    a slow one, all may take ten times as long."""
    if not request.path.name.startswith("test_chaos_"):
        return
    for program in PROGRAMS:
        module = import_module(f"scripts.chaos.{program.replace('-', '_')}")
        for name, value in [*vars(module).items()]:
            if re.match(r"MOST_SECONDS|SECONDS_TO_BEGIN|PATIENCE", name):
                monkeypatch.setattr(module, name, 10 * value)
