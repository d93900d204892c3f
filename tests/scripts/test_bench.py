from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import numpy as np
import pytest

from classifier.dictionary import Dictionary
from classifier.model_file import Layer, save
from classifier.score import LABELS
from scripts.bench.__main__ import main
from scripts.bench.score import Contender, rounds_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    dictionary = Dictionary(["good", "bad", "day", "good day"])
    first = Layer(np.ones((5, 3), np.float32), np.zeros(3, np.float32), "relu")
    last = Layer(np.eye(3, dtype=np.float32), np.zeros(3, np.float32), "softmax")
    save(
        tmp_path,
        dictionary,
        [first, last],
        name="tiny",
        labels=LABELS,
        confidence=0.5,
        trained_on="nothing",
        figures={},
    )
    return tmp_path


def test_no_text_is_given_twice() -> None:
    seen: list[str] = []
    contenders = [Contender("one", seen.extend), Contender("two", seen.extend, 0.5)]
    speeds = rounds_of(contenders, map(str, range(1000)), rounds=3, messages=10)
    assert len(speeds) == 3
    assert all(speed.keys() == {"one", "two"} for speed in speeds)
    assert len(seen) == len(set(seen)) == 4 * 15


def test_too_few_texts_are_an_error_in_words() -> None:
    with pytest.raises(SystemExit, match="Too few texts"):
        rounds_of([Contender("one", len)], iter(["a"] * 15), rounds=1, messages=10)


def test_the_figures_say_what_was_left_out(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for package in ("keras", "tensorflow", "vaderSentiment.vaderSentiment"):
        monkeypatch.setitem(sys.modules, package, None)
    few = ["--messages", "100", "--rounds", "2", "--model", str(folder)]
    assert main(["score", *few, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["columns"] == 5
    assert [run["texts"] for run in figures["runs"]] == ["made-up tweets", "made-up chat lines"]
    for run in figures["runs"]:
        assert run["messages_per_second"].keys() == {"ours, batches of 64", "ours, one by one"}
        assert run["times_as_fast"].keys() == {"ours, batches of 64 / ours, one by one"}
    assert len(figures["not_installed"]) == 2
    assert main(["score", *few]) == 0
    assert "VADER is not installed" in capsys.readouterr().out


def test_texts_may_come_from_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keras", None)
    monkeypatch.setitem(sys.modules, "vaderSentiment.vaderSentiment", None)
    with (folder / "texts.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["text"], *[[f"good day {n}"] for n in range(50)]])
    given = ["--model", str(folder), "--texts", str(folder / "texts.csv"), "--rounds", "1"]
    assert main(["score", *given, "--messages", "20"]) == 0
    with pytest.raises(SystemExit, match="Too few texts"):
        main(["score", *given, "--messages", "30"])


def test_a_folder_that_is_no_model_is_an_error_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "--model", str(tmp_path / "no")]) == 1
    assert "no such folder" in capsys.readouterr().err
