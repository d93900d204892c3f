from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from classifier.__main__ import main, verdict
from classifier.dictionary import Dictionary
from classifier.model_file import Layer, save
from classifier.score import LABELS, Explanation, Score

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A net that finds "good" positive, "bad" negative, and is not sure of anything else."""
    kernel = np.array([[0, 0, 0], [0, 0, 3], [3, 0, 0], [0, 0, 0]], np.float32)
    relu = Layer(kernel, np.zeros(3, np.float32), "relu")
    softmax = Layer(np.eye(3, dtype=np.float32), np.zeros(3, np.float32), "softmax")
    save(
        tmp_path,
        Dictionary(["good", "bad", "chair"]),
        [relu, softmax],
        name="tiny",
        labels=LABELS,
        confidence=0.5,
        trained_on="nothing",
        figures={},
    )
    return tmp_path


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_sentences_are_answered_until_an_empty_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "good\nbad chair table\nchair\nlamp\n\ngood\n")
    assert main(["--model", str(folder)], {}) == 0
    out = capsys.readouterr().out
    assert "Model tiny-" in out
    assert "positive sentiment; 90.94 % confidence" in out
    assert "negative sentiment; 90.94 % confidence\nwords not known: table" in out
    assert "not sure; perhaps neutral sentiment; 33.33 % confidence" in out
    assert "nothing to score" in out
    assert "words not known: lamp" in out
    assert out.count("positive sentiment") == 1


def test_the_end_of_input_ends_the_prompt(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "good\n")
    assert main([], {"BAROMETER_MODEL": str(folder)}) == 0


def test_control_c_ends_the_prompt(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupted)
    assert main(["--model", str(folder)], {}) == 0


def test_the_option_wins_over_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "")
    assert main(["--model", str(folder)], {"BAROMETER_MODEL": str(folder / "no")}) == 0
    assert main([], {"BAROMETER_MODEL": str(folder / "no")}) == 1
    assert "no such folder" in capsys.readouterr().err


def test_the_program_needs_no_tensorflow_and_takes_any_bytes(folder: Path) -> None:
    program = (
        "import sys; sys.modules['tensorflow'] = sys.modules['keras'] = None\n"
        "from classifier.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=b"good \xff\xfe \xf0\x9f\x98\x82\n",
        env={**os.environ, "BAROMETER_MODEL": str(folder), "PYTHONIOENCODING": "ascii"},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"positive sentiment" in done.stdout


def test_a_verdict_says_how_sure_it_is() -> None:
    assert verdict(Explanation(Score(0.1924, 0.0, 0.8076, "scored"), (), ())) == (
        "positive sentiment; 80.76 % confidence"
    )
