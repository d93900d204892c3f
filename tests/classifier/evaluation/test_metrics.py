from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from classifier.data.labelled_csv import DatasetError, Rows
from classifier.evaluation.baselines import Baseline
from classifier.evaluation.metrics import evaluate, evaluate_baseline, markdown, summary, table
from classifier.score import Score


class Reader:
    """Scores a text by the three numbers that it consists of."""

    def score(self, texts: Sequence[str]) -> list[Score]:
        return [Score(*_three(text), "scored") for text in texts]


def _three(text: str) -> tuple[float, float, float]:
    negative, neutral, positive = map(float, text.split())
    return negative, neutral, positive


def rows(*pairs: tuple[str, int]) -> Rows:
    texts = [text for text, _ in pairs]
    return Rows(texts, np.array([label for _, label in pairs], np.int8), texts)


def test_figures_agree_with_a_confusion_worked_out_by_hand() -> None:
    judged = evaluate(
        Reader(),
        rows(
            ("0.8 0.1 0.1", 0),
            ("0.1 0.8 0.1", 0),
            ("0.1 0.8 0.1", 1),
            ("0.1 0.1 0.8", 2),
            ("0.1 0.1 0.8", 2),
            ("0.8 0.1 0.1", 2),
        ),
        "six.csv",
    )
    assert judged.confusion == ((1, 1, 0), (0, 1, 0), (1, 0, 2))
    assert judged.accuracy == pytest.approx(4 / 6)
    assert judged.macro_recall == pytest.approx((1 / 2 + 1 + 2 / 3) / 3)
    assert judged.macro_f1 == pytest.approx((1 / 2 + 2 / 3 + 4 / 5) / 3)
    assert judged.calibration_error == pytest.approx(0.8 - 4 / 6)


def test_without_neutral_rows_the_greater_of_the_two_sides_decides() -> None:
    judged = evaluate(Reader(), rows(("0.1 0.7 0.2", 2), ("0.3 0.6 0.1", 0)), "two.csv")
    assert judged.accuracy == 1
    assert judged.confusion == ((1, 0, 0), (0, 0, 0), (0, 0, 1))
    assert judged.calibration_error == pytest.approx(1 - (2 / 3 + 3 / 4) / 2)


def test_a_text_that_is_all_neutral_still_gets_a_side() -> None:
    judged = evaluate(Reader(), rows(("0 1 0", 2), ("0 1 0", 0)), "two.csv")
    assert judged.accuracy == 0.5
    assert judged.calibration_error == pytest.approx(0)


def spelt(neutral_below: float) -> Baseline:
    """A baseline to whom a text is the number that it spells."""
    return Baseline("SPELT", "spelt", neutral_below, lambda: float)


def test_a_rival_is_neutral_below_its_threshold() -> None:
    texts = rows(("0.05", 2), ("0.04", 1), ("-0.04", 1), ("-0.05", 0), ("0", 1))
    assert evaluate_baseline(spelt(0.05), texts, "f").confusion == ((1, 0, 0), (0, 3, 0), (0, 0, 1))
    assert evaluate_baseline(spelt(0), texts, "f").confusion == ((1, 0, 0), (1, 1, 1), (0, 0, 1))
    assert evaluate_baseline(spelt(0), texts, "f").calibration_error is None


def test_without_neutral_rows_a_rival_that_knows_no_word_is_given_the_commonest_label() -> None:
    texts = rows(("0.01", 2), ("0", 0), ("-1", 0))
    assert evaluate_baseline(spelt(0.05), texts, "f").accuracy == 1


def test_a_file_without_usable_rows_is_an_error_that_says_what_is_needed() -> None:
    with pytest.raises(DatasetError, match=r"empty\.csv holds no usable row: each needs a text"):
        evaluate(Reader(), rows(), "empty.csv")


def test_the_table_shows_every_figure_and_every_confusion() -> None:
    result = evaluate(Reader(), rows(("0.8 0.1 0.1", 0), ("0.1 0.8 0.1", 1)), "mine.csv", "net-1")
    text = table([result])
    assert "mine.csv  net-1       2        0     1.000" in text
    assert "mine.csv, net-1: rows are the labels, columns the answers" in text
    assert summary(result) == {
        "rows": 2,
        "accuracy": 1.0,
        "macro_recall": 1.0,
        "macro_f1": 1.0,
        "calibration_error": 0.2,
    }


def test_the_markdown_has_a_column_a_model_and_the_best_of_a_line_is_bold() -> None:
    texts = rows(("0.9", 2), ("-0.9", 0), ("0.04", 1))
    lazy = Baseline("LAZY", "lazy", 2, lambda: float)
    judged = [evaluate_baseline(baseline, texts, "my.csv.gz") for baseline in (spelt(0.05), lazy)]
    assert markdown(judged).splitlines() == [
        "| text | rows | figure | SPELT | LAZY |",
        "|---|---|---|---|---|",
        "| my | 3 | accuracy | **1.000** | 0.333 |",
        "| my | 3 | macro recall | **1.000** | 0.333 |",
        "| my | 3 | macro F1 | **1.000** | 0.167 |",
        "| my | 3 | calibration error | – | – |",
    ]
    assert "**" not in markdown(judged[:1])


def test_two_files_of_one_name_both_stand_in_the_markdown() -> None:
    files = [rows(("0.9", 2)), rows(("0.9", 0))]
    judged = [evaluate_baseline(spelt(0.05), texts, "test.csv") for texts in files]
    accuracy = [line for line in markdown(judged).splitlines() if "accuracy" in line]
    assert accuracy == ["| test | 1 | accuracy | 1.000 |", "| test | 1 | accuracy | 0.000 |"]
