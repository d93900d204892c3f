"""What anyone would get right: sentences of our own, after CheckList (Ribeiro et al. 2020).

The sentences were written before the net was asked about them, and it has learnt from
none. Some have a second right answer (`also`): who says "it isn't boring" may be glad or merely not
bored. `python -m scripts.evaluate` judges the files by the first answer alone.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

import classifier
from classifier.data import lexicon
from classifier.evaluation.baselines import BASELINES, Baseline
from classifier.evaluation.kinds import baseline_answers
from classifier.score import LABELS
from classifier.tokens import CHAT

DATA = Path(__file__).parent / "sentences"
# The share to get right: a little less than default-2bfaae7d does (.772 and .938). Raise it with
# the net; .78 and .92 are the aims.
LEAST = {"negation.csv": 0.75, "vocabulary.csv": 0.91}
FEWEST = {"negation.csv": 400, "vocabulary.csv": 300}


def sentences_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(text: str) -> str:
    """`text` as the net reads it: neither capitals nor most punctuation count."""
    return " ".join(CHAT.words(text))


@pytest.mark.parametrize("name", LEAST)
def test_the_net_that_ships_gets_most_of_them_right(name: str) -> None:
    sentences = sentences_of(name)
    total = Counter(sentence["kind"] for sentence in sentences)
    right = right_of_kind(sentences, net_says(sentences))
    shares = {kind: f"{right[kind]} of {total[kind]}" for kind in total}
    print(f"{name}: {right.total() / total.total():.3f} {shares}")
    assert right.total() >= LEAST[name] * total.total(), shares


@pytest.mark.parametrize("name", LEAST)
def test_the_net_that_ships_gets_more_of_them_right_than_vader(name: str) -> None:
    pytest.importorskip("vaderSentiment")
    sentences = sentences_of(name)
    vader = right_of_kind(sentences, baseline_says(BASELINES["vader"], sentences)).total()
    print(f"{name}: VADER {vader / len(sentences):.3f}")
    assert right_of_kind(sentences, net_says(sentences)).total() > vader


@pytest.mark.parametrize("name", LEAST)
def test_there_are_enough_of_each_label_and_none_twice(name: str) -> None:
    sentences = sentences_of(name)
    texts = {plain(sentence["text"]) for sentence in sentences}
    assert len(texts) == len(sentences) >= FEWEST[name]
    counts = Counter(sentence["label"] for sentence in sentences)
    assert set(counts) == set(LABELS)
    assert min(counts.values()) >= 50
    assert {sentence["also"] for sentence in sentences} <= {"", "neutral"}


@pytest.mark.parametrize("name", LEAST)
def test_the_net_has_not_learnt_from_any_of_them(name: str) -> None:
    distilled = pytest.importorskip("classifier.training.recipes.default", exc_type=ImportError)
    written, _ = distilled.write(lexicon.valences(), seed=1)  # as the net that ships
    learnt = {plain(text) for text in written.rows.texts}
    assert plain("well played") in learnt
    assert learnt.isdisjoint(plain(sentence["text"]) for sentence in sentences_of(name))


@pytest.mark.parametrize("name", LEAST)
def test_the_articles_sentences_are_not_among_them(name: str) -> None:
    article = {
        "It's alive! :D",
        "That went better than expected",
        "That did not go as expected",
        "I wish I could show you when you are lonely or in darkness the astonishing light of your "
        "own being",
        "foo bar",
    }
    texts = {plain(sentence["text"]) for sentence in sentences_of(name)}
    assert texts.isdisjoint(map(plain, article))


def net_says(sentences: list[dict[str, str]]) -> list[str]:
    scores = classifier.load().score([sentence["text"] for sentence in sentences])
    return [score.label for score in scores]


def baseline_says(baseline: Baseline, sentences: list[dict[str, str]]) -> list[str]:
    return baseline_answers(baseline)([sentence["text"] for sentence in sentences])


def right_of_kind(sentences: list[dict[str, str]], answers: list[str]) -> Counter[str]:
    """How many of each kind are answered by one of the right answers."""
    return Counter(
        sentence["kind"]
        for sentence, answer in zip(sentences, answers, strict=True)
        if answer in (sentence["label"], sentence["also"])
    )
