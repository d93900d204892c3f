from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from classifier.data.labelled_csv import DatasetError
from classifier.evaluation.baselines import Baseline
from classifier.evaluation.kinds import (
    baseline_answers,
    net_answers,
    read_kinds,
    shares_right,
    table,
)
from classifier.score import Score

LINES = """\
kind,text,label,also
irony,oh great,negative,
irony,lovely,negative,positive
plain,a desk,neutral,
"""


class AllPositive:
    """Scores every text as positive, but one that is too short."""

    def score(self, texts: Sequence[str]) -> list[Score]:
        return [
            Score(0.1, 0.1, 0.8, "not_scored" if text == "a desk" else "scored") for text in texts
        ]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kinds.csv"
    path.write_text(LINES)
    return path


def test_a_second_right_answer_counts_and_what_is_not_scored_is_neutral(file: Path) -> None:
    found = shares_right(read_kinds(file), net_answers(AllPositive()))
    assert found == {"irony": (1, 2), "plain": (1, 1)}


def test_a_baseline_answers_by_its_own_threshold(file: Path) -> None:
    spelt = Baseline("SPELT", "spelt", 0.05, lambda: lambda text: 0.04 if text == "a desk" else -1)
    assert shares_right(read_kinds(file), baseline_answers(spelt)) == {
        "irony": (2, 2),
        "plain": (1, 1),
    }


def test_the_table_has_a_line_a_kind_and_one_for_all(file: Path) -> None:
    found = shares_right(read_kinds(file), net_answers(AllPositive()))
    assert table({"net-1": found}).splitlines() == [
        "| kind | sentences | net-1 |",
        "|---|---|---|",
        "| irony | 2 | 0.50 |",
        "| plain | 1 | 1.00 |",
        "| all | 3 | 0.667 |",
    ]


def test_a_label_that_is_none_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("kind,text,label,also\nirony,oh,happy,\n")
    with pytest.raises(DatasetError, match="'happy'"):
        read_kinds(tmp_path / "odd.csv")
