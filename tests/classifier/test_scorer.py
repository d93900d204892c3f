from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import classifier
from classifier.dictionary import Dictionary
from classifier.errors import ModelFileError
from classifier.features import is_personal
from classifier.model_file import Layer, read, save
from classifier.score import LABELS, Label, Score
from classifier.scorer import Scorer, log_odds

WORDS = ["good", "bad", "not", "great", "awful", "day", "the", "game", "i", "love", "hate", "this"]
CHAT = Dictionary([*WORDS, "!", "?", "0", ":)", "😂", "not good", "not bad", "i love", "the day"])
ARTICLE = Dictionary([*WORDS, "i'm"], "article")
LINES = [
    "I love this game!!! 😂",
    "not good, NOT good at all… :-)",
    "the day is not bad",
    "i hate this awful awful day https://example.org @someone",
    "Great. Just great?",
    "love",
    "",
    "12 :)",
]


def dense(seed: int, inputs: int, units: int, activation: Any, size: float = 1.0) -> Layer:
    random = np.random.default_rng(seed)
    kernel = random.normal(scale=size, size=(inputs, units)).astype(np.float32)
    return Layer(kernel, random.normal(scale=size, size=units).astype(np.float32), activation)


def scorer(folder: Path, layers: list[Layer], dictionary: Dictionary, confidence: float) -> Scorer:
    labels: Sequence[Label] = LABELS if len(layers[-1].bias) == 3 else ("negative", "positive")
    save(
        folder,
        dictionary,
        layers,
        name="tiny",
        labels=labels,
        confidence=confidence,
        trained_on="nothing",
        figures={},
    )
    return classifier.load(folder)


def chat_scorer(
    folder: Path, size: float = 1.0, confidence: float = 0.5, dictionary: Dictionary = CHAT
) -> Scorer:
    layers = [
        dense(1, len(dictionary), 64, "relu", size).quantised(),
        dense(2, 64, 32, "sigmoid", size),
        dense(3, 32, 3, "softmax", size),
    ]
    return scorer(folder, layers, dictionary, confidence)


def article_scorer(
    folder: Path, size: float = 1.0, confidence: float = 0.5, dictionary: Dictionary = ARTICLE
) -> Scorer:
    layers = [
        dense(1, len(dictionary), 512, "relu", size),
        dense(2, 512, 256, "sigmoid", size),
        dense(3, 256, 2, "softmax", size),
    ]
    return scorer(folder, layers, dictionary, confidence)


SCORERS = pytest.mark.parametrize("make", [chat_scorer, article_scorer])


def assert_scores_as_keras(ours: Scorer, folder: Path, texts: list[str]) -> None:
    keras = pytest.importorskip("keras")
    model = read(folder)
    net = keras.Sequential([keras.Input((len(model.dictionary),))])
    for layer in model.layers:
        dense_layer = keras.layers.Dense(len(layer.bias), activation=layer.activation)
        net.add(dense_layer)
        dense_layer.set_weights([layer.weights(), layer.bias])
    one_hot = np.zeros((len(texts), len(model.dictionary)), np.float32)
    for row, text in zip(one_hot, texts, strict=True):
        row[model.dictionary.columns(text)] = 1
    expected = net.predict(one_hot, verbose=0)
    scores = [[getattr(score, label) for label in ours.labels] for score in ours.score(texts)]
    np.testing.assert_allclose(scores, expected, atol=1e-5, rtol=0)


@SCORERS
def test_the_scores_are_those_of_keras_with_the_same_weights(tmp_path: Path, make: Any) -> None:
    assert_scores_as_keras(make(tmp_path, size=0.5), tmp_path, LINES)


@pytest.mark.shared
@SCORERS
def test_real_texts_score_as_in_keras(tmp_path: Path, shared: Path, make: Any) -> None:
    file = shared / "data" / "dev" / "meld-dev.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        texts = [row["text"] for row in csv.DictReader(rows)]
    tokenizer = CHAT.tokenizer if make is chat_scorer else ARTICLE.tokenizer
    features = dict.fromkeys(f for text in texts for f in tokenizer.features(text))
    dictionary = Dictionary((f for f in features if not is_personal(f)), tokenizer.name)
    assert_scores_as_keras(make(tmp_path, size=0.5, dictionary=dictionary), tmp_path, texts)


def test_the_net_that_ships_scores_as_in_keras() -> None:
    assert_scores_as_keras(classifier.load(), classifier.DEFAULT_MODEL, LINES)


@SCORERS
def test_a_text_scores_the_same_alone_and_among_others(tmp_path: Path, make: Any) -> None:
    ours: Scorer = make(tmp_path)
    many = ours.score(LINES * 100)
    assert len(many) == len(LINES) * 100
    for line, among in zip(LINES, many[-len(LINES) :], strict=True):
        (alone,) = ours.score([line])
        assert alone.status == among.status
        assert alone.mood == pytest.approx(among.mood, abs=1e-6)
    assert ours.score([]) == []


@SCORERS
@pytest.mark.parametrize("size", [0.01, 1, 2000])
def test_probabilities_are_finite_and_sum_to_one_whatever_the_text_and_weights(
    tmp_path: Path, make: Any, size: float
) -> None:
    ours: Scorer = make(tmp_path, size=size)

    @settings(deadline=None)
    @given(st.lists(st.one_of(st.sampled_from(LINES), st.text())))
    def holds(texts: list[str]) -> None:
        for score in ours.score(texts):
            shares = (score.negative, score.neutral, score.positive)
            assert all(0 <= share <= 1 for share in shares)
            assert sum(shares) == pytest.approx(1, abs=1e-9)
            assert math.isfinite(log_odds(score))

    holds()


def test_the_two_class_net_never_says_neutral(tmp_path: Path) -> None:
    ours = article_scorer(tmp_path)
    assert ours.labels == ("negative", "positive")
    assert {score.neutral for score in ours.score(LINES)} == {0.0}


@pytest.mark.parametrize(
    "text",
    ["", "  \n", "https://example.org", "<@80351110224678912> @someone", "qwrtz", "🫠", "...",
     "qwrtz uiop!!", "good qwrtz uiop", "\ud800\x00", "good 😂😂 und das"],
)  # fmt: skip
def test_a_text_with_nothing_to_judge_is_not_scored(tmp_path: Path, text: str) -> None:
    assert statuses_alone_and_among_others(text, tmp_path) == {"not_scored"}


@pytest.mark.parametrize(
    "text",
    [
        "good",
        "😂",
        "😂😂😂",
        ":)",
        "?",
        "!!! good",
        "good qwrtz",
        "good 🫠",
        "love https://x.org @sam",
    ],
)
def test_a_text_with_enough_known_words_or_emoji_is_scored(tmp_path: Path, text: str) -> None:
    assert statuses_alone_and_among_others(text, tmp_path) == {"scored"}


def statuses_alone_and_among_others(text: str, folder: Path) -> set[str]:
    ours = chat_scorer(folder, confidence=0)
    return {score.status for score in ours.score([text]) + ours.score([text] * 64)}


def test_a_text_without_known_words_has_the_probabilities_of_the_empty_text(
    tmp_path: Path,
) -> None:
    empty, unknown = chat_scorer(tmp_path).score(["", "qwrtz"])
    assert unknown == empty


def test_an_answer_under_the_stated_confidence_is_unsure(tmp_path: Path) -> None:
    for score in chat_scorer(tmp_path, confidence=0.7).score(LINES):
        if score.status != "not_scored":
            assert score.status == ("scored" if score.confidence >= 0.7 else "unsure")
    statuses = {score.status for score in chat_scorer(tmp_path, confidence=1).score(LINES)}
    assert statuses == {"unsure", "not_scored"}


@SCORERS
@pytest.mark.parametrize("size", [0.1, 1, 3])
def test_the_parts_and_the_empty_text_sum_to_the_log_odds(
    tmp_path: Path, make: Any, size: float
) -> None:
    ours: Scorer = make(tmp_path, size=size / 3)
    (empty,) = ours.score([""])
    for line in LINES:
        explanation = ours.explain(line)
        total = log_odds(empty) + sum(part.log_odds for part in explanation.contributions)
        assert total == pytest.approx(log_odds(explanation.score), rel=0.01, abs=1e-3)
        assert explanation.score == ours.score([line])[0]


def test_an_explanation_names_each_word_in_reading_order_with_its_place(tmp_path: Path) -> None:
    text = "not good, qwrtz! not qwrtz uiop"
    explanation = chat_scorer(tmp_path).explain(text)
    contributions = explanation.contributions
    said = [text[it.start : it.end] for it in contributions]
    assert said == ["not", "good", "qwrtz", "!", "not", "qwrtz", "uiop"]
    assert [it.feature for it in contributions if it.content] == ["good", "qwrtz", "qwrtz", "uiop"]
    assert [it.negated for it in contributions] == [False, True, False, False, False, True, True]
    assert {it.log_odds for it in contributions if it.feature in ("qwrtz", "uiop")} == {0}
    assert explanation.unknown == ("qwrtz", "uiop")


def test_a_net_whose_weights_can_be_read_off_is_explained_by_them(tmp_path: Path) -> None:
    kernel = np.zeros((len(CHAT), 2), np.float32)
    kernel[CHAT.columns("good")] = [0, 2]
    kernel[CHAT.columns("bad")] = [3, 0]
    identity = Layer(np.eye(2, dtype=np.float32), np.zeros(2, np.float32), "softmax")
    layers = [Layer(kernel, np.zeros(2, np.float32), "relu"), identity]
    explanation = scorer(tmp_path, layers, CHAT, 0.5).explain("good but bad")
    parts = {part.feature: part.log_odds for part in explanation.contributions}
    assert parts == pytest.approx({"bad": -3, "but": 0, "good": 2})


def test_nothing_to_explain_is_an_empty_explanation(tmp_path: Path) -> None:
    explanation = chat_scorer(tmp_path).explain("")
    assert explanation.contributions == ()
    assert explanation.unknown == ()


def test_log_odds_stay_finite_for_certain_answers() -> None:
    assert log_odds(Score(0.0, 0.0, 1.0, "scored")) == pytest.approx(27.63, abs=0.01)
    assert log_odds(Score(1.0, 0.0, 0.0, "scored")) == pytest.approx(-27.63, abs=0.01)
    assert log_odds(Score(0.25, 0.25, 0.5, "scored")) == pytest.approx(math.log(2))


def test_a_scorer_names_its_version_and_card(tmp_path: Path) -> None:
    ours = chat_scorer(tmp_path, confidence=0.4)
    assert ours.version.startswith("tiny-")
    assert ours.card["trained_on"] == "nothing"
    assert ours.confidence == 0.4


def test_loading_what_is_no_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="no such folder"):
        classifier.load(tmp_path / "nowhere")
