"""The `barometer` program: each word starts one command, and none that is not there."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import barometer

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", barometer.COMMANDS)
def test_every_command_names_a_module_with_a_main(name: str) -> None:
    assert callable(importlib.import_module(barometer.COMMANDS[name].module).main)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 0, "usage: barometer "),
        (["--help"], 0, "usage: barometer "),
        (["dance"], 2, "invalid choice: 'dance'"),
        (["forget", "--help"], 0, "usage: barometer forget "),
        (["check", "--help"], 0, "usage: barometer check "),
        (["run", "--nonsense"], 2, "usage: barometer run "),
        (["export", "--guild", "1"], 2, "the following arguments are required: --out"),
    ],
)
def test_what_is_typed_reaches_the_command(words: list[str], code: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.barometer", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == code, done.stderr
    assert said in done.stdout + done.stderr


def test_no_command_waits_for_what_another_needs() -> None:
    program = "import sys, scripts.barometer; print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert not loaded & {"discord", "numpy", "aiohttp", "classifier", "playground", "storage"}


def test_without_tensorflow_train_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from scripts import train

    (tmp_path / "chat.csv").write_text("text,label\nhello,neutral\n")
    for name in ("tensorflow", "keras", "sklearn", "scipy"):
        monkeypatch.setitem(sys.modules, name, None)
    for module in [each for each in sys.modules if each.startswith("classifier.training.")]:
        monkeypatch.delitem(sys.modules, module)
    arguments = ["--recipe", "custom", "--data", str(tmp_path / "chat.csv")]
    monkeypatch.setattr(train, "ROOT", tmp_path)  # as in an environment of pip's
    assert train.main([*arguments, "--out", str(tmp_path / "out")]) == 1
    assert "pip install tensorflow scikit-learn" in capsys.readouterr().err
