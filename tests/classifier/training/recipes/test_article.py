from __future__ import annotations

import io
import json

import numpy as np
import pytest

from classifier.data.labelled_csv import DatasetError

pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")

from pathlib import Path

import keras

from classifier import load
from classifier.training.recipes import article

# Keras 3 turns its variables into arrays in a way that NumPy 2 frowns upon.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

WORDS = {1: ["love", "great", "happy", "nice"], 0: ["hate", "awful", "sad", "poor"]}


@pytest.fixture(scope="module")
def tweets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two thousand made-up tweets, in which one word tells the label; sorted, as the file is."""
    random = np.random.default_rng(1)
    nouns = ["tea", "rain", "train", "lunch", "song", "match"]
    rows = sorted(
        f"{random.choice(WORDS[label])} {random.choice(nouns)} {random.choice(nouns)} {number}"
        for number, label in enumerate([0, 1] * 1000)
    )
    path = tmp_path_factory.mktemp("data") / "tweets.csv"
    lines = (
        f"{number},{int(text.split()[0] in WORDS[1])},made-up,{text}"
        for number, text in enumerate(rows)
    )
    header = "ItemID,Sentiment,SentimentSource,SentimentText"
    path.write_text("\n".join([header, *lines, '7,1,made-up,"broken']), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def trained(tweets: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out, output = tmp_path_factory.mktemp("net"), io.StringIO()
    article.train(tweets, out, epochs=2, seed=1, output=output)
    return out, output.getvalue()


def test_the_recipe_learns_and_shows_what_it_skipped(trained: tuple[Path, str]) -> None:
    out, output = trained
    assert "tweets.csv: 2,000 rows read, 1 skipped (broken quotes: 1)" in output
    card = json.loads((out / "card.json").read_text())
    assert card["figures"]["epoch 2"]["val_accuracy"] > 0.95
    assert card["trained_on"]["sources"][0]["validation_rows"] == 200


def test_the_structure_is_the_articles_and_keras_reads_it_back(trained: tuple[Path, str]) -> None:
    out, _ = trained
    net = keras.models.model_from_json((out / "model.json").read_text())
    net.load_weights(out / "model.weights.h5")
    shape = [
        (layer.units, layer.activation.__name__) if hasattr(layer, "units") else layer.rate
        for layer in net.layers
    ]
    assert shape == [(512, "relu"), 0.5, (256, "sigmoid"), 0.5, (2, "softmax")]


def test_the_exported_folder_scores_as_keras_does_and_knows_no_neutral(
    trained: tuple[Path, str],
) -> None:
    out, _ = trained
    scorer = load(out)
    texts = ["love tea", "hate rain", "awful song rain", ""]
    dictionary = json.loads((out / "dictionary.json").read_text())
    one_hot = np.zeros((len(texts), len(dictionary)), np.float32)
    for row, text in enumerate(texts):
        one_hot[row, [dictionary.index(word) for word in text.split()]] = 1
    net = keras.models.model_from_json((out / "model.json").read_text())
    net.load_weights(out / "model.weights.h5")
    scores = scorer.score(texts)
    np.testing.assert_allclose(
        [(score.negative, score.positive) for score in scores], net(one_hot).numpy(), atol=1e-5
    )
    assert [score.neutral for score in scores] == [0, 0, 0, 0]
    assert [score.label for score in scores[:3]] == ["positive", "negative", "negative"]


def test_the_dictionary_is_what_keras_would_number() -> None:
    """The rule of Keras's Tokenizer, which Keras 3 no longer has: by frequency, then by order."""
    words = article.frequent_words(["b a, B! c", "a b d", "call 555-123-4567 5551234567"])
    assert words[:4] == ["b", "a", "c", "d"]
    assert "5551234567" not in words
    many = [" ".join(f"w{number}" for number in range(count)) for count in (5000, 3100, 2000)]
    assert len(article.frequent_words(many)) == 2999


def test_too_few_rows_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Sentiment,SentimentText\n1,fine\n")
    with pytest.raises(DatasetError, match="too few usable rows"):
        article.train(path, tmp_path / "out", output=io.StringIO())


def test_endless_words_are_passed_over() -> None:
    assert article.frequent_words(["ha" * 60 + " tea", "tea time"]) == ["tea", "time"]
