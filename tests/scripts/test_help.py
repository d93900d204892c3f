"""Every command tells what it does and how it is called, at once and before anything else."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import barometer

ROOT = Path(__file__).resolve().parents[2]
NO_COMMANDS = {
    *("__init__", "run", "test", "start"),  # these two are asked below, and they ask the third
    *("environment", "setup_report", "contenders", "hostile", "table_reading", "table_writing"),
}
MODULES = sorted(
    f"scripts.{each.stem}" if each.is_file() else f"scripts.{each.name}.__main__"
    for each in (ROOT / "scripts").iterdir()
    if (each.suffix == ".py" and each.stem not in NO_COMMANDS) or (each / "__main__.py").is_file()
)
OF_THE_BOT = {"run", "check"}


def told_here(main: Callable[[], object], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 0
    text, complaints = capsys.readouterr()
    assert complaints == ""
    return text


def told_by_a_process(*words: str, folder: Path) -> str:
    """What is printed, in a folder where there is nothing."""
    done = subprocess.run(
        [sys.executable, *words, "--help"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(folder.iterdir()) == []
    return done.stdout


def says(text: str, called: str) -> None:
    usage, _, rest = text.partition("\n\n")
    assert usage.startswith(f"usage: {called} [-h]")
    assert len(rest.split("\n\n")[0]) > 20, "what it does"


@pytest.mark.parametrize("module", [*MODULES, "playground.__main__", "classifier.__main__"])
def test_a_module_says_how_it_is_called_and_what_it_does(
    module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [f"{module}.py", "--help"])
    name = module.removesuffix(".__main__")
    called = "barometer" if name == "scripts.barometer" else f"python -m {name}"
    says(told_here(importlib.import_module(module).main, capsys), called)


@pytest.mark.parametrize("command", sorted(barometer.COMMANDS.keys() - OF_THE_BOT))
def test_a_command_of_the_program_is_called_by_its_own_name(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["barometer"])
    text = told_here(lambda: barometer.main([command, "--help"]), capsys)
    says(text, f"barometer {command}")
    assert "python -m" not in text


@pytest.mark.parametrize("command", sorted(OF_THE_BOT))
def test_the_bot_says_what_it_would_do(command: str, tmp_path: Path) -> None:
    text = told_by_a_process("-m", "scripts.barometer", command, folder=tmp_path)
    says(text, f"barometer {command}")
    assert ("changes nothing" in text, "--check" in text) == (command == "check", command == "run")


@pytest.mark.parametrize("name", ["run", "test"])
def test_who_asks_what_a_script_does_need_not_wait_for_a_set_up(name: str, tmp_path: Path) -> None:
    text = told_by_a_process(str(ROOT / "scripts" / f"{name}.py"), folder=tmp_path)
    assert f"python3 scripts/{name}.py" in text
    assert "Setting up" not in text
