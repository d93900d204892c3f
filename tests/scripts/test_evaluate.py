from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import numpy as np
import pytest

import classifier
from classifier import model_file
from classifier.dictionary import Dictionary
from classifier.model_file import Layer
from scripts.evaluate import _parser, main

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "docs/model-card.md")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A net that knows two words: "good" is positive, "bad" is negative, all else neutral."""
    kernel = np.array([[0, 0, 0], [-3, 0, 3], [3, 0, -3]], np.float32)
    folder = tmp_path / "net"
    model_file.save(
        folder,
        Dictionary(["good", "bad"]),
        [Layer(kernel, np.array([0, 1, 0], np.float32), "softmax")],
        name="tiny",
        labels=("negative", "neutral", "positive"),
        confidence=0.5,
        trained_on={},
        figures={},
    )
    return folder


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text("text,label\ngood tea,positive\nbad tea,negative\ntea,neutral\nx,what\n")
    return path


def test_figures_of_the_net_and_of_vader_stand_in_one_table(
    model: Path, labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("vaderSentiment")
    assert main([str(labelled), "--model", str(model), "--baseline", "vader"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split()[:5] == ["mine.csv", lines[1].split()[1], "3", "1", "1.000"]
    assert lines[1].split()[1].startswith("tiny-")
    assert lines[2].split()[:5] == ["mine.csv", "VADER", "3", "1", "1.000"]


def test_a_rival_may_be_given_more_than_once_and_the_table_be_markdown(
    model: Path, labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("vaderSentiment")
    pytest.importorskip("textblob")
    baselines = ["--baseline", "vader", "--baseline", "textblob"]
    assert main([str(labelled), "--model", str(model), *baselines, "--markdown"]) == 0
    first, _, accuracy, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("| text | rows | figure | tiny-")
    assert first.endswith(" | VADER | TextBlob |")
    assert accuracy == "| mine | 3 | accuracy | **1.000** | **1.000** | **1.000** |"


def test_a_rival_that_is_not_installed_is_said_in_words(
    model: Path,
    labelled: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "textblob", None)
    assert main([str(labelled), "--model", str(model), "--baseline", "textblob"]) == 1
    assert "TextBlob is not installed. Run: pip install textblob==0.20.1" in capsys.readouterr().err


def test_json_holds_every_figure(
    model: Path, labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(labelled), "--model", str(model), "--json"]) == 0
    (figures,) = json.loads(capsys.readouterr().out)
    assert (figures["file"], figures["rows"], figures["accuracy"]) == ("mine.csv", 3, 1.0)
    assert figures["confusion"] == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    assert {"macro_recall", "macro_f1", "calibration_error", "skipped"} <= figures.keys()


def test_a_file_or_a_model_that_cannot_be_used_is_said_in_words(
    model: Path, labelled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "gone.csv"), "--model", str(model)]) == 1
    assert "gone.csv does not exist" in capsys.readouterr().err
    assert main([str(labelled), "--model", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_the_environment_chooses_the_net_and_the_option_wins(
    model: Path, labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(labelled)], {"BAROMETER_MODEL": str(model)}) == 0
    assert "tiny-" in capsys.readouterr().out
    assert main([str(labelled), "--model", str(model)], {"BAROMETER_MODEL": "nowhere"}) == 0
    assert "tiny-" in capsys.readouterr().out


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_commands_in_the_documents_are_such_as_it_understands(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    commands = re.findall(r"python -m scripts\.evaluate ([^`\n]*--baseline[^`\n]*)", text)
    understood = [_parser({}).parse_args(shlex.split(command)) for command in commands]
    (options,) = (options for options in understood if not options.by_kind)
    assert (options.baseline, options.markdown) == (["all"], True)
    assert Path("tests/classifier/sentences/*.csv") in options.files


def test_the_readmes_figures_are_the_model_cards() -> None:
    readme, card = (list(compared(document)) for document in DOCUMENTS)
    assert len(readme) == 7
    assert set(readme) <= set(card)


def test_the_documents_judge_the_net_that_ships() -> None:
    version = classifier.load().version
    for document in DOCUMENTS:
        assert next(compared(document)).split(" | ")[3] == version


def compared(document: str) -> Iterator[str]:
    """The lines of the table of baselines, its heading first."""
    lines = (ROOT / document).read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("| text | rows | figure |"))
    yield lines[start]
    yield from takewhile(lambda line: line.startswith("| "), lines[start + 2 :])


def test_kinds_of_sentences_are_judged_by_kind(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kinds.csv"
    file.write_text("kind,text,label,also\nplain,a desk,neutral,\n", encoding="utf-8")
    assert main([str(file), "--model", str(model), "--by-kind"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("| kind | sentences | tiny-")
    assert said[-1].startswith("| all | 1 |")
