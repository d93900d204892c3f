from __future__ import annotations

from pathlib import Path

import pytest

from classifier.data.labelled_csv import read
from scripts.prepare import main


def test_it_writes_the_training_file_and_says_what_it_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "train.tsv", tmp_path / "data" / "goemotions-train.csv.gz"
    source.write_text("what a day\t17\ta\nwhat?\t7\tb\n")
    assert main(["goemotions", str(source), "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert f"Wrote 1 rows to {out}." in said
    assert "Left out 1: ambiguous or mixed emotions." in said
    assert read(out).texts == ["what a day"]


def test_a_missing_original_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["semeval", str(tmp_path / "gone.zip")]) == 1
    assert "gone.zip does not exist" in capsys.readouterr().err
