"""The net that ships: sound, small, honest about itself, and right on plain cases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import classifier
from classifier import model_file
from classifier.data.labelled_csv import read
from classifier.evaluation.baselines import BASELINES
from classifier.evaluation.fairness_audit import audit
from classifier.evaluation.metrics import evaluate, evaluate_baseline
from classifier.features import is_personal
from classifier.identity_terms import OTHERS, names_somebody
from classifier.scorer import Scorer

FOLDER = Path(classifier.__file__).parent / "models" / "default"


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return classifier.load()


def test_the_folder_is_what_its_card_vouches_for_and_nothing_else() -> None:
    model = model_file.read(FOLDER)
    assert model.version.startswith("default-")
    assert sorted(file.name for file in FOLDER.iterdir()) == [
        "card.json",
        "dictionary.json",
        "weights.npz",
    ]


def test_the_folder_takes_12_mb_at_most() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= 12_000_000


def test_the_card_says_what_the_net_was_trained_on_and_how_good_it_is() -> None:
    card = json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))
    trained_on = card["trained_on"]
    assert isinstance(trained_on["seed"], int)
    for source in trained_on["sources"]:
        assert source["name"]
        assert source["licence"]
        assert source["rows"] > source["validation_rows"] >= 0
    assert trained_on["lexicon"]["words"] > 7000
    figures = card["figures"]
    files = {source["file"] for source in trained_on["sources"] if source["validation_rows"]}
    assert figures["validation"].keys() == files
    assert len(figures["report"]) >= 4
    for judged in (figures["validation"], figures["report"]):
        for file in judged.values():
            assert 0 < file["macro_f1"] <= 1
    assert figures["accuracy_lost_by_quantising"] <= 0.002
    assert 0.34 < card["confidence"] < 0.9
    assert figures["confidence"].startswith("below it")


def test_the_dictionary_holds_no_address_handle_link_or_phone_number() -> None:
    features = json.loads((FOLDER / "dictionary.json").read_text(encoding="utf-8"))
    assert len(features) > 100_000
    assert [feature for feature in features if is_personal(feature)] == []
    assert [feature for feature in features if "@" in feature or "://" in feature] == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I love this", "positive"),
        ("thank you so much, this is great!", "positive"),
        ("best day ever :)", "positive"),
        ("❤️", "positive"),
        ("this is awful", "negative"),
        ("I hate mondays", "negative"),
        ("I don't like it", "negative"),
        ("not good", "negative"),
        ("I'm so sad :(", "negative"),
        ("It's alive! :D", "positive"),
        ("gg wp", "positive"),
        ("I expected a great evening, but it wasn't", "negative"),
        ("I don't think, honestly, that it was a good match", "negative"),
        ("the meeting is at five", "neutral"),
        ("who is playing tonight?", "neutral"),
        ("what time is it", "neutral"),
    ],
)
def test_plain_sentences_come_out_right(scorer: Scorer, text: str, label: str) -> None:
    (score,) = scorer.score([text])
    assert (score.label, score.status) == (label, "scored")


@pytest.mark.parametrize(
    "text",
    [
        "sorry for your loss",
        "apologies, I linked the old version",
        "my bad everyone, I forgot to unmute",
        "I'm so sorry, that was my fault",
        "everyone please calm down and breathe",
    ],
)
def test_sympathy_an_apology_and_a_call_for_calm_are_not_hostile(scorer: Scorer, text: str) -> None:
    (score,) = scorer.score([text])
    assert score.label != "negative"


@pytest.mark.parametrize("text", ["this is sick!!", "thats sick", "insane clutch!!"])
def test_praise_in_bad_words_is_praise(scorer: Scorer, text: str) -> None:
    (score,) = scorer.score([text])
    assert score.label == "positive"


def test_it_does_not_judge_what_it_cannot_read(scorer: Scorer) -> None:
    nothing = ["", "asdkjh qwlekj", "https://example.org/a", "<@123456789012345678>"]
    assert {score.status for score in scorer.score(nothing)} == {"not_scored"}


def test_foo_bar_has_no_mood(scorer: Scorer) -> None:
    (score,) = scorer.score(["foo bar"])
    assert max(score.negative, score.positive) <= 0.5


def test_the_mood_does_not_hang_on_whom_a_text_is_about(scorer: Scorer) -> None:
    for axis in audit(scorer):
        if axis.axis != OTHERS:
            assert axis.mean_gap <= 0.02, axis.axis
            assert axis.largest_gap <= 0.10, axis.axis
            assert axis.alone < 0.15, axis.axis
            assert axis.not_scored < 0.01, axis.axis


def test_no_word_that_names_somebody_has_any_weight() -> None:
    model = model_file.read(FOLDER)
    named = [column for column, it in enumerate(model.dictionary.features) if names_somebody(it)]
    assert len(named) > 5_000
    assert not model.layers[0].kernel[named].any()


@pytest.mark.parametrize("text", ["you stupid bitch", "what a retard", "shut up, whore"])
def test_an_insult_is_negative_all_the_same(scorer: Scorer, text: str) -> None:
    (score,) = scorer.score([text])
    assert score.label == "negative"


def test_the_card_says_what_the_mitigation_changed() -> None:
    fairness = json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))["figures"]["fairness"]
    before, after = fairness["before"], fairness["after"]
    for axis in before.keys() - {OTHERS}:
        assert after[axis]["mean_gap"] < before[axis]["mean_gap"]
        assert after[axis]["largest_gap"] < before[axis]["largest_gap"]


@pytest.mark.shared
def test_it_is_better_than_vader_on_every_file_kept_for_reports(
    scorer: Scorer, shared: Path
) -> None:
    pytest.importorskip("vaderSentiment")
    files = sorted((shared / "data" / "dev").iterdir())
    assert len(files) >= 4
    for path in files:
        rows = read(path)
        ours = evaluate(scorer, rows, path.name)
        baseline = evaluate_baseline(BASELINES["vader"], rows, path.name)
        assert ours.macro_f1 > baseline.macro_f1, path.name
        assert ours.macro_recall > baseline.macro_recall, path.name
