from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import numpy as np
import pytest

from classifier.data.labelled_csv import DatasetError
from classifier.data.sources import clean, load

FEELING = {
    "positive": ["love", "great", "happy", "😀"],
    "negative": ["hate", "awful", "sad", "😢"],
    "neutral": ["the", "at", "is", "on"],
}
NOUNS = ["tea", "rain", "train", "lunch", "song", "match", "desk"]


def sentences(label: str, count: int, seed: int) -> list[str]:
    random = np.random.default_rng(seed)
    return [
        f"{random.choice(NOUNS)} {random.choice(FEELING[label])} {random.choice(NOUNS)} {number}"
        for number in range(count)
    ]


def write(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([columns, *rows])
    path.write_bytes(gzip.compress(text.getvalue().encode()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sides = ["negative", "positive"]
    write(
        tmp_path / "twitter-sentiment.csv.gz",
        ["ItemID", "Sentiment", "SentimentSource", "SentimentText"],
        [["1", str(n), "made-up", text] for n in (0, 1) for text in sentences(sides[n], 600, n)],
    )
    write(
        tmp_path / "goemotions-train.csv.gz",
        ["text", "label"],
        [[text, label] for label in FEELING for text in sentences(label, 200, 5)],
    )
    return tmp_path


def test_what_is_missing_is_named_and_what_is_there_is_enough(folder: Path) -> None:
    parts, missing = load(folder, None, seed=1)
    assert [part.source.file for part in parts] == [
        "twitter-sentiment.csv.gz",
        "goemotions-train.csv.gz",
    ]
    assert missing == ["semeval-2013-2016.csv.gz", "game-tweets.csv.gz"]


def test_tweets_and_one_file_labelled_by_people_are_needed(folder: Path) -> None:
    (folder / "goemotions-train.csv.gz").unlink()
    with pytest.raises(DatasetError, match=r"at least semeval.* or goemotions.*scripts\.prepare"):
        load(folder, None, seed=1)


def test_training_texts_are_cleaned_to_what_people_type() -> None:
    assert clean(r"&lt;3 [NAME] said \"hi\" &amp; left") == '<3 USER said "hi" & left'


def test_the_recipe_writes_a_sound_folder_that_scores(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")
    import classifier
    from classifier.training.recipes import default

    dev = tmp_path / "dev.csv"
    dev.write_text("text,label\nlove the tea,positive\nawful song,negative\nrain on desk,neutral\n")
    output = io.StringIO()
    model = default.train(folder, tmp_path / "net", epochs=4, seed=1, report=[dev], output=output)

    said = output.getvalue()
    assert "goemotions-train.csv.gz: 600 rows read, 0 skipped" in said
    assert "Missing, and left out: semeval-2013-2016.csv.gz, game-tweets.csv.gz" in said
    scorer = classifier.load(tmp_path / "net")
    assert scorer.version == model.version
    labels = [score.label for score in scorer.score(["great lunch 😀", "sad rain", "match is on"])]
    assert labels == ["positive", "negative", "neutral"]
    card = json.loads((tmp_path / "net" / "card.json").read_text())
    assert card["trained_on"]["seed"] == 1
    assert card["figures"]["report"]["dev.csv"]["accuracy"] == 1
    assert card["figures"]["validation"]["twitter-sentiment.csv.gz"]["accuracy"] > 0.9
    fairness = card["figures"]["fairness"]
    assert fairness["before"].keys() == fairness["after"].keys() >= {"gender", "religion", "names"}
    assert fairness["after"]["religion"]["largest_gap"] <= 1e-5


def test_too_few_rows_are_told_before_training(folder: Path) -> None:
    with pytest.raises(DatasetError, match=r"3 rows of twitter-sentiment\.csv\.gz are too few"):
        load(folder, 3, seed=1)


def test_a_report_that_is_missing_is_told_before_training(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")
    from classifier.training.recipes import default

    with pytest.raises(DatasetError, match="nowhere"):
        default.train(folder, tmp_path / "net", report=[tmp_path / "nowhere.csv"])
    assert not (tmp_path / "net").exists()
