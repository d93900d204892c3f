from __future__ import annotations

import json

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")

from pathlib import Path

from classifier.evaluation.metrics import judge
from scripts import compare, contenders
from scripts.bench import __main__ as bench

# Keras 3 turns its variables into arrays in a way that NumPy 2 frowns upon.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

WORDS = {"1": ["love", "great", "happy", "nice"], "0": ["hate", "awful", "sad", "poor"]}


@pytest.fixture(scope="module")
def tweets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up tweets in the article's columns; one word tells the label."""
    random = np.random.default_rng(1)
    nouns = ["tea", "rain", "train", "lunch", "song", "match"]
    path = tmp_path_factory.mktemp("data") / "tweets.csv"
    lines = ["ItemID,Sentiment,SentimentSource,SentimentText"]
    for number in range(1200):
        label = "01"[number % 2]
        words = [random.choice(WORDS[label]), *random.choice(nouns, 4)]
        lines.append(f"{number},{label},made-up,{' '.join(words)}")
    path.write_text("\n".join(lines))
    return path


@pytest.mark.parametrize("name", ["article", "ours", "embeddings"])
def test_each_contender_learns_and_scores_as_it_was_trained(
    name: str, tweets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contenders, "BATCH_SIZE", 32)
    part = contenders.read(tweets, 1200, seed=1)
    assert len(part.learn) > 5 * len(part.validation) > 0
    trained = getattr(contenders, f"train_{name}")(part, epochs=6, seed=1)
    assert len(trained.epochs) == 6
    assert trained.seconds > sum(trained.epochs)
    validation = part.rows.take(part.validation)
    scorer = contenders.scorer_of(trained, tmp_path)
    assert (judge(scorer, validation).argmax(axis=1) == validation.labels).mean() > 0.95


def test_an_average_of_embeddings_is_a_one_hot_sum_divided() -> None:
    import keras

    from classifier.model_file import Layer
    from classifier.onehot import OneHot

    random = np.random.default_rng(1)
    table, kernel = random.normal(size=(5, 4)), random.normal(size=(4, 3))
    net = keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(5, 4, mask_zero=True),
            keras.layers.GlobalAveragePooling1D(),
            keras.layers.Dense(3),
        ]
    )
    net.set_weights([table, kernel, np.zeros(3)])
    texts = OneHot.of([[1, 3], [2], [1, 2, 4]])
    padded = contenders._padded(texts, nothing=4)
    folded = Layer((table @ kernel).astype(np.float32), np.zeros(3, np.float32), "relu").weights()
    sums = texts.dense(5) @ folded / np.diff(texts.offsets)[:, None]
    np.testing.assert_allclose(net(padded).numpy(), sums, atol=1e-6)


def test_texts_without_a_feature_are_padded_with_the_row_for_nothing() -> None:
    from classifier.onehot import OneHot

    texts = OneHot.of([[1, 3], [], [2]])
    assert contenders._padded(texts, nothing=9).tolist() == [[1, 3], [9, 0], [2, 0]]


def test_the_comparison_is_a_table_a_page_and_a_chart(
    tweets: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--data", str(tweets), "--rows", "1200", "--epochs", "1", "--out", str(tmp_path)]
    assert compare.main(options) == 0
    table = capsys.readouterr().out
    assert len(table.splitlines()) == 5
    page = (tmp_path / "compare.md").read_text()
    assert table.strip() in page
    assert "--data tweets.csv --rows 1200 --epochs 1" in page
    assert (tmp_path / "compare.png").read_bytes().startswith(b"\x89PNG")


def test_the_bench_gives_both_times_both_accuracies_and_their_ratio(
    tweets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["train", "--data", str(tweets), "--rows", "600", "--epochs", "1"]
    assert bench.main([*options, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["rows"] + figures["validation_rows"] == 600
    assert figures["times_as_fast"] > 0
    for net in figures["nets"].values():
        assert net["seconds_per_epoch"] > 0
        assert 0 <= net["validation_accuracy"] <= 1


def test_data_that_cannot_be_used_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = str(tmp_path / "gone.csv")
    assert bench.main(["train", "--data", gone]) == 1
    assert compare.main(["--data", gone, "--out", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("gone.csv does not exist") == 2
