from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from classifier.data.labelled_csv import Rows
from classifier.evaluation.intervals import Answers, Verdict, compare, difference, margin
from classifier.score import Score


def right(true: int, rows: int) -> np.ndarray:
    return np.arange(rows) < true


def test_the_margin_is_wilsons() -> None:
    """81 of 263: 0.2553 to 0.3662, in Newcombe (1998), "Two-sided confidence intervals"."""
    assert margin(right(81, 263)) == pytest.approx((0.3662 - 0.2553) / 2, abs=1e-4)
    assert 0 < margin(right(50, 50)) < 0.06


def test_four_times_the_rows_halve_the_margin() -> None:
    assert margin(right(300, 400)) == pytest.approx(2 * margin(right(1200, 1600)), rel=0.02)


def test_a_difference_counts_only_the_rows_on_which_the_two_differ() -> None:
    same, unsure = difference(right(700, 1000), right(700, 1000))
    assert same == 0
    assert unsure < 0.005
    apart, unsure = difference(right(730, 1000), right(700, 1000))
    assert apart == pytest.approx(0.03)
    assert unsure < 0.02


@pytest.mark.parametrize(
    ("ours", "words"), [(400, "It is better"), (100, "It is worse"), (252, "cannot be told")]
)
def test_the_verdict_says_plainly_what_is_sure(ours: int, words: str) -> None:
    labels = np.zeros(500, np.int8)
    random = np.random.default_rng(1)
    answers = [random.permutation(np.where(right(true, 500), 0, 2)) for true in (ours, 250)]
    verdict = Verdict(labels, (Answers("this net", answers[0]), Answers("a coin", answers[1])))
    assert words in verdict.text()
    assert f"{ours / 500:.3f} ±" in verdict.text()
    assert verdict.figures()["rows"] == 500
    assert verdict.figures()["a coin"]["accuracy"] == 0.5


def test_a_net_is_judged_beside_the_commonest_label_and_other_nets() -> None:
    class Yes:
        def score(self, texts: Sequence[str]) -> list[Score]:
            return [Score(0.1, 0.2, 0.7, "scored") for _ in texts]

    texts = [f"tea {number}" for number in range(4)]
    rows = Rows(texts, np.array([0, 1, 2, 2], np.int8), texts)
    figures = compare({"this net": Yes(), "another": Yes()}, rows, commonest=0).figures()
    accuracies = {name: it["accuracy"] for name, it in figures.items() if name != "rows"}
    assert accuracies == {"this net": 0.5, 'always "negative"': 0.25, "another": 0.5}
