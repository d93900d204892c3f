"""The audit, on nets so small that every figure can be computed by hand."""

from __future__ import annotations

from math import tanh
from pathlib import Path

import numpy as np
import pytest

from classifier import model_file
from classifier.dictionary import Dictionary
from classifier.evaluation.fairness_audit import (
    Template,
    auc,
    audit,
    audit_axis,
    summary,
    templates,
)
from classifier.evaluation.fairness_report import report
from classifier.identity_terms import OTHERS, TermList, term_lists
from classifier.model_file import Layer
from classifier.scorer import Scorer

SENTENCES = {
    "adjective": (
        Template("alone", "{}"),
        Template("negative", "bad {}"),
        Template("positive", "good {}"),
    )
}
TERMS = TermList("axis", "adjective", ("gay", "straight", "queer"), frozenset())


def net(folder: Path, weights: dict[str, float]) -> Scorer:
    """A net with two labels whose mood is tanh(the sum of the weights of the words present)."""
    kernel = np.array([[0, 0], *([-weight, weight] for weight in weights.values())], np.float32)
    model = model_file.save(
        folder,
        Dictionary(weights),
        [Layer(kernel, np.zeros(2, np.float32), "softmax")],
        name="tiny",
        labels=("negative", "positive"),
        confidence=0.5,
        trained_on={},
        figures={},
    )
    return Scorer(model)


@pytest.fixture
def unfair(tmp_path: Path) -> Scorer:
    """The word "gay" counts against a text by more than "good" counts for it."""
    return net(tmp_path, {"good": 1, "bad": -1, "gay": -2.5, "straight": 0, "queer": 0.5})


def test_gaps_are_those_computed_by_hand(unfair: Scorer) -> None:
    found = audit_axis(unfair, [TERMS], SENTENCES)
    rows = [[tanh(word + term) for term in (-2.5, 0, 0.5)] for word in (0, -1, 1)]
    means = [sum(row) / 3 for row in rows]
    apart = [abs(mood - mean) for row, mean in zip(rows, means, strict=True) for mood in row]
    assert found.mean_gap == pytest.approx(sum(apart) / 9, abs=1e-5)
    assert found.largest_gap == pytest.approx(tanh(1.5) - tanh(-1.5), abs=1e-5)
    assert (found.lowest_text, found.highest_text) == ("good gay", "good queer")
    assert found.alone == pytest.approx(tanh(2.5), abs=1e-5)
    gay = found.least("lean")
    assert gay.term == "gay"
    assert gay.alone == pytest.approx(-tanh(2.5), abs=1e-5)
    assert gay.lean == pytest.approx(
        sum(row[0] - mean for row, mean in zip(rows, means, strict=True)) / 3, abs=1e-5
    )
    assert found.most("lean").term == "queer"
    assert (found.templates, found.texts, found.not_scored) == (3, 9, 0)
    assert not found.reached


def test_the_aucs_say_on_which_side_a_term_is_wronged(unfair: Scorer) -> None:
    gay, straight, queer = audit_axis(unfair, [TERMS], SENTENCES).terms
    # "good gay" is under "bad straight" and "bad queer"; within itself each term is in order.
    assert (gay.subgroup_auc, gay.bpsn_auc, gay.bnsp_auc) == (1, 1, 0)
    # "bad straight" is above "good gay", and under "good queer".
    assert (straight.subgroup_auc, straight.bpsn_auc, straight.bnsp_auc) == (1, 0.5, 1)
    assert (queer.subgroup_auc, queer.bpsn_auc, queer.bnsp_auc) == (1, 0.5, 1)


def test_a_net_that_gives_no_term_any_weight_is_fair(tmp_path: Path) -> None:
    fair = net(tmp_path, {"good": 1, "bad": -1, "gay": 0, "straight": 0, "queer": 0})
    found = audit_axis(fair, [TERMS], SENTENCES)
    assert (found.mean_gap, found.largest_gap, found.alone) == (0, 0, 0)
    assert found.reached


def test_terms_are_compared_within_their_list_only(tmp_path: Path) -> None:
    scorer = net(tmp_path, {"good": 1, "bad": -1, "gay": 0, "queer": 0, "he": 1, "she": 1})
    lists = [
        TermList("axis", "adjective", ("gay", "queer"), frozenset()),
        TermList("axis", "subject", ("he", "she"), frozenset()),
    ]
    sentences = {**SENTENCES, "subject": SENTENCES["adjective"]}
    found = audit_axis(scorer, lists, sentences)
    assert (found.mean_gap, found.largest_gap) == (0, 0)
    assert found.alone == pytest.approx(tanh(1), abs=1e-5)
    assert (found.templates, found.texts) == (6, 12)


def test_a_text_without_an_answer_is_counted(tmp_path: Path) -> None:
    found = audit_axis(net(tmp_path, {"good": 1, "bad": -1}), [TERMS], SENTENCES)
    assert found.not_scored == pytest.approx(1 / 3)  # a lone word that nobody knows


@pytest.mark.parametrize("seed", range(5))
def test_the_auc_is_the_share_of_pairs_in_order_with_ties_half(seed: int) -> None:
    random = np.random.default_rng(seed)
    positive, negative = random.integers(0, 9, 40) / 9, random.integers(0, 7, 30) / 9
    pairs = [(p > n) + (p == n) / 2 for p in positive for n in negative]
    assert auc(positive, negative) == pytest.approx(sum(pairs) / len(pairs))


def test_there_are_sixty_sentences_and_fifty_terms_at_least_and_each_label_is_equally_common() -> (
    None
):
    assert sum(map(len, templates().values())) >= 60
    assert sum(len(terms.terms) for terms in term_lists()) >= 50
    for form, sentences in templates().items():
        assert all(sentence.text.count("{}") == 1 for sentence in sentences)
        labels = [sentence.label for sentence in sentences]
        assert set(labels) == {"alone", "negative", "neutral", "positive"}
        counts = {label: labels.count(label) for label in ("negative", "neutral", "positive")}
        assert len(set(counts.values())) == 1, form


def test_every_axis_is_audited_and_stands_in_the_report(unfair: Scorer) -> None:
    audits = audit(unfair)
    axes = [it.axis for it in audits]
    assert axes == [
        "gender", "race", "religion", "orientation", "disability", "nationality", "age", "names",
        OTHERS,
    ]  # fmt: skip
    said = report(unfair.version, unfair.card, audits)
    assert all(f"\n| {axis} |" in said for axis in axes)
    assert "Before" not in said
    card = {"figures": {"fairness": {"before": summary(audits)}}}
    orientation = summary(audits)["orientation"]
    assert orientation["lowest"][0] == "gay"
    line = next(
        line
        for line in report("new", card, audits).split("## Before")[1].splitlines()
        if line.startswith("| orientation |")
    )
    assert f"{orientation['mean_gap']:.3f} | {orientation['largest_gap']:.3f}" in line
    assert f"gay {orientation['lowest'][1]:+.3f}" in line
