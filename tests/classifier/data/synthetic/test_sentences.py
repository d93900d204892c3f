from __future__ import annotations

from importlib import resources

import numpy as np
import pytest

from classifier.data.synthetic.sentences import (
    MOODS,
    frames,
    naming,
    of_lexicon,
    phrases,
    words,
    written,
)
from classifier.evaluation.fairness_audit import ALONE, templates
from classifier.score import LABELS
from classifier.sections import sections
from classifier.tokens import CHAT

FILES = resources.files("classifier.data.synthetic")


def test_every_frame_is_filled_with_words() -> None:
    made = written(np.random.default_rng(1), 3)
    assert len(made) > 3 * len(frames())
    assert not any("{" in text or "}" in text or not CHAT.words(text) for text, _ in made)


def test_moods_are_probabilities() -> None:
    moods = {mood for _, mood in [*written(np.random.default_rng(1), 1)]}
    moods |= {mood for _, mood in of_lexicon({"fine": 1.0, "dire": -3.0}, np.random.default_rng(1))}
    for mood in moods:
        assert sum(mood) == pytest.approx(1)
        assert min(mood) > 0


def test_no_word_and_no_phrase_has_two_moods() -> None:
    assert not set(words()["good"]) & set(words()["bad"])
    files = {"emotes.txt": None, "emoji.txt": None, "emoticons.txt": None, "sayings.txt": ","}
    for file, divider in files.items():
        listed = [phrase for phrase, _ in phrases(file, divider)]
        assert len(listed) == len(set(listed))


def test_a_strong_word_is_taken_at_its_word_and_a_weak_one_is_nearly_neutral() -> None:
    moods = of_lexicon({"bliss": 3.0, "doom": -3.0, "meh": -0.05}, np.random.default_rng(1))
    by_text = dict(moods)
    assert by_text["bliss"] == pytest.approx(MOODS["good"])
    assert by_text["not bliss"] == pytest.approx(MOODS["bad"])
    assert by_text["doom"] == pytest.approx(MOODS["bad"])
    assert by_text["meh"] == pytest.approx(MOODS["flat"], abs=0.03)


def test_the_same_seed_writes_the_same_sentences() -> None:
    first, second = (written(np.random.default_rng(7), 2) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "sentence",
    [
        "It's alive! :D",
        "That went better than expected",
        "That did not go as expected",
        "I wish I could show you when you are lonely or in darkness the astonishing light of your "
        "own being",
        "foo bar",
    ],
)
def test_the_articles_sentences_are_not_among_them(sentence: str) -> None:
    texts = {text.casefold() for text, _ in written(np.random.default_rng(1), 60)}
    assert sentence.casefold() not in texts


def test_the_lessons_hold_each_label_equally_often() -> None:
    made = naming()
    labels = [LABELS[int(np.argmax(mood))] for _, mood in made]
    assert {labels.count(label) for label in LABELS} == {
        len(sections(FILES / "lessons.txt")["naming"])
    }
    assert all(sum(mood) == pytest.approx(1) for _, mood in made)
    assert ("I am USER", "neutral") in zip((text for text, _ in made), labels, strict=True)


def test_no_sentence_with_a_label_of_the_audit_is_a_lesson() -> None:
    lessons = set(sections(FILES / "lessons.txt")["naming"])
    for form in templates().values():
        judged = {template.text for template in form if template.label != ALONE}
        assert not judged & lessons
