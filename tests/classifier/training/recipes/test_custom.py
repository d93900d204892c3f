from __future__ import annotations

import io
import json

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")

from pathlib import Path

import classifier
from classifier.data.custom_files import CsvFormat, CustomFile
from classifier.training.checkpoint import checkpoint_file
from classifier.training.recipes import custom

FEELING = {"pos": ["love", "great", "happy"], "neg": ["hate", "awful", "sad"], "neu": ["the", "at"]}
NOUNS = ["tea", "rain", "train", "lunch", "song", "match", "desk"]


def write(path: Path, labels: list[str], count: int) -> CustomFile:
    """So many rows of each label; one in ten has another row's label."""
    random = np.random.default_rng(1)
    lines = ["text;label"]
    for label in labels * count:
        words = f"{random.choice(NOUNS)} {random.choice(FEELING[label])} {random.choice(NOUNS)}"
        told = random.choice(labels) if random.random() < 0.1 else label
        lines.append(f"{words} {random.choice(NOUNS)} {random.choice(NOUNS)};{told}")
    path.write_text("\n".join(lines))
    return CustomFile(path)


def test_three_labels_make_a_net_that_says_how_good_it_is(tmp_path: Path) -> None:
    file = write(tmp_path / "mine.csv", ["pos", "neg", "neu"], 150)
    output = io.StringIO()
    model = custom.train([file], tmp_path / "net", csv_format=CsvFormat(), output=output)

    said = output.getvalue()
    assert "mine.csv: 450 rows read, 0 skipped" in said
    assert "It is better than always" in said
    assert "the net that ships" in said
    scorer = classifier.load(tmp_path / "net")
    assert scorer.version == model.version
    assert scorer.labels == ("negative", "neutral", "positive")
    labels = [score.label for score in scorer.score(["great lunch", "sad rain", "match at the"])]
    assert labels == ["positive", "negative", "neutral"]
    card = json.loads((tmp_path / "net" / "card.json").read_text())
    (source,) = card["trained_on"]["sources"]
    figures = card["figures"]["validation"]
    assert figures["rows"] == source["validation_rows"]
    assert 0.8 < figures["this net"]["accuracy"] < 1
    assert 0 < figures["this net"]["margin"] < 0.1


def test_files_with_two_labels_make_a_net_of_two_and_a_mix_one_of_three(tmp_path: Path) -> None:
    two = write(tmp_path / "two.csv", ["pos", "neg"], 150)
    three = write(tmp_path / "three.csv", ["pos", "neg", "neu"], 50)
    custom.train([two], tmp_path / "a", csv_format=CsvFormat(), output=io.StringIO())
    custom.train([two, three], tmp_path / "b", csv_format=CsvFormat(), output=io.StringIO())
    scorer = classifier.load(tmp_path / "a")
    assert scorer.labels == ("negative", "positive")
    assert [score.label for score in scorer.score(["great tea", "awful tea"])] == [
        "positive",
        "negative",
    ]
    assert len(classifier.load(tmp_path / "b").labels) == 3


def test_the_same_seed_gives_the_same_weights_also_after_an_interruption(tmp_path: Path) -> None:
    file = write(tmp_path / "mine.csv", ["pos", "neg", "neu"], 60)
    versions = [
        custom.train(
            [file], tmp_path / name, csv_format=CsvFormat(), seed=3, output=io.StringIO()
        ).version
        for name in ("a", "b", "a")
    ]
    assert checkpoint_file(tmp_path / "a").exists(), "the third went on from it"
    assert len(set(versions)) == 1
    other = custom.train(
        [file], tmp_path / "c", csv_format=CsvFormat(), seed=4, output=io.StringIO()
    )
    assert other.version != versions[0]


def test_few_rows_are_read_by_single_words_and_many_by_pairs_too() -> None:
    assert custom.schedule(1_600, None).epochs > custom.schedule(custom.FEW, None).epochs
    assert custom.schedule(400, None).batch_size == 16
    assert custom.schedule(1_000_000, None).batch_size == 1024
    assert custom.schedule(1_600, 9).epochs == 9
