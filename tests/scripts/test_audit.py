from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from classifier import model_file
from classifier.dictionary import Dictionary
from classifier.model_file import Layer
from scripts.audit import main


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A net that knows one word, "muslim", and takes it for negative."""
    folder = tmp_path / "net"
    model_file.save(
        folder,
        Dictionary(["muslim"]),
        [Layer(np.array([[0, 0], [1, -1]], np.float32), np.zeros(2, np.float32), "softmax")],
        name="tiny",
        labels=("negative", "positive"),
        confidence=0.5,
        trained_on={},
        figures={},
    )
    return folder


def test_the_report_names_the_axis_that_falls_short(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--model", str(model)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("# Fairness audit of tiny-")
    religion = next(line for line in lines if line.startswith("| religion |"))
    assert religion.endswith("| no |")
    assert "| 0.762 |" in religion  # the largest gap: tanh(1)
    assert any(line.startswith("- religion: 0.762 between") for line in lines)


def test_json_holds_every_term(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--model", str(model), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["model"].startswith("tiny-")
    religion = next(axis for axis in said["axes"] if axis["axis"] == "religion")
    assert religion["reached"] is False
    muslim = next(term for term in religion["terms"] if term["term"] == "muslim")
    assert muslim["lean"] == min(term["lean"] for term in religion["terms"]) < -0.5


def test_the_report_can_be_written_to_a_file(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "fairness.md"
    assert main(["--model", str(model), "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"Wrote {out}.\n"
    assert out.read_text(encoding="utf-8").startswith("# Fairness audit of tiny-")


def test_a_model_or_a_file_that_cannot_be_used_is_said_in_words(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--model", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err
    assert main(["--model", str(model), "--out", str(tmp_path / "no" / "folder.md")]) == 1
    assert "folder.md" in capsys.readouterr().err
