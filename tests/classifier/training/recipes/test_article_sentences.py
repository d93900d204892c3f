"""The five sentences on which the article shows its net, and of which that got two wrong."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import classifier
from classifier.data import lexicon
from classifier.data.sources import SOURCES

LIGHT = (
    "I wish I could show you when you are lonely or in darkness the astonishing light of your own "
    "being"
)
# Each with a rare word of it, by which a line that might hold it is found fast.
SENTENCES = {
    "It's alive! :D": "alive",
    "That went better than expected": "expected",
    "That did not go as expected": "expected",
    LIGHT: "astonishing",
    "foo bar": "foo",
}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("It's alive! :D", "positive"),
        ("That went better than expected", "positive"),
        ("That did not go as expected", "negative"),
        (LIGHT, "positive"),
    ],
)
def test_each_has_the_mood_that_anyone_would_see(text: str, label: str) -> None:
    (score,) = classifier.load().score([text])
    assert (score.label, score.status) == (label, "scored")


def test_foo_bar_has_no_mood_above_a_half() -> None:
    (score,) = classifier.load().score(["foo bar"])
    assert max(score.negative, score.positive) <= 0.5


def test_a_sentence_is_found_in_whatever_spelling_and_column(tmp_path: Path) -> None:
    path = tmp_path / "some.csv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write('1,0,"Foo, bar!"\n2,1,Its ALIVE :d,x\n3,1,food barn\n4,0,still alive :D\n')
    assert list(found_in(path)) == ["foo bar", "It's alive! :D"]


@pytest.mark.shared
def test_none_of_them_stands_in_a_file_that_the_net_learns_from(shared: Path) -> None:
    files = [shared / "data" / "train" / name for name in {source.file for source in SOURCES}]
    assert len(files) > 4
    found = {path.name: said for path in files if (said := set(found_in(path)))}
    # Developers write it within their sentences for whatever a name may be.
    assert found == {"developers.csv.gz": {"foo bar"}}


def test_none_of_them_stands_in_a_sentence_written_for_training() -> None:
    distilled = pytest.importorskip("classifier.training.recipes.default", exc_type=ImportError)
    written, _ = distilled.write(lexicon.valences(), seed=1)  # as the net that ships
    learnt = [f" {plain(text)} " for text in written.rows.texts]
    assert [it for it in SENTENCES if any(f" {plain(it)} " in text for text in learnt)] == []


def found_in(path: Path) -> Iterator[str]:
    """Those of the sentences that are, but for case and punctuation, in a line of the file."""
    rare = {word.encode() for word in SENTENCES.values()}
    with gzip.open(path, "rb") as file:
        for line in file:
            lower = line.lower()
            if any(word in lower for word in rare):
                words = plain(lower.decode())
                yield from (it for it in SENTENCES if f" {plain(it)} " in f" {words} ")


def plain(text: str) -> str:
    """`text` without capitals, apostrophes and punctuation."""
    return " ".join(re.findall(r"\w+", re.sub(r"['’]", "", text.casefold())))
