from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import numpy as np
import pytest

from classifier.data.labelled_csv import DatasetError
from classifier.data.parts import clean, load
from classifier.data.sources import SOURCES, free

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
    files = dict.fromkeys(source.file for source in SOURCES)
    assert missing == [file for file in files if not (folder / file).is_file()]
    assert len(missing) == len(set(missing)) > 2


def test_tweets_and_one_file_labelled_by_people_are_needed(folder: Path) -> None:
    (folder / "goemotions-train.csv.gz").unlink()
    with pytest.raises(DatasetError, match=r"at least semeval.* or goemotions.*scripts\.prepare"):
        load(folder, None, seed=1)


def test_a_tweet_that_people_have_read_is_not_learnt_by_its_emoticon(folder: Path) -> None:
    write(
        folder / "semeval-2013-2016.csv.gz",
        ["text", "label", "split"],
        [[text.upper() + "!", "neutral", "x"] for text in sentences("positive", 90, 1)],
    )
    tweets, *_ = load(folder, None, seed=1)[0]
    left = {tweets.rows.texts[row] for row in [*tweets.learn, *tweets.validation]}
    read = {text for label in FEELING for text in sentences(label, 200, 5)}
    assert left == set(tweets.rows.texts) - set(sentences("positive", 90, 1)) - read


def test_rows_of_one_file_may_be_two_sources_by_who_labelled_them(folder: Path) -> None:
    texts = sentences("neutral", 60, 9)
    write(
        folder / "tweets-2009-human.csv.gz",
        ["text", "label", "source"],
        [[text, "neutral", "tse!cf" if n < 20 else "tse=cf"] for n, text in enumerate(texts)],
    )
    parts, _ = load(folder, None, seed=1)
    sizes = {part.source.name: len(part.rows) for part in parts if "2009" in part.source.name}
    assert sorted(sizes.values()) == [20, 40]


def test_what_may_be_used_for_research_alone_can_be_left_out() -> None:
    assert {source.use for source in SOURCES} == {"any", "not stated", "research"}
    assert {source.use for source in free()} == {"any", "not stated"}
    assert all("NC" not in source.licence for source in free())


def test_no_text_that_is_reported_on_is_learnt_from(folder: Path) -> None:
    pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")
    from classifier.training.recipes.default import without

    tweets, *_ = load(folder, None, seed=1)[0]
    first = tweets.rows.texts[tweets.learn[0]]
    left = without(tweets, {first})
    assert first not in {tweets.rows.texts[row] for row in [*left.learn, *left.validation]}
    assert len(left.learn) == len(tweets.learn) - tweets.rows.texts.count(first)


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
