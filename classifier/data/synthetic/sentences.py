"""Sentences made for training: negation, turns, plain facts, phrases of chat, words of feeling.

What the data rarely shows, written out: "I thought it was great, but it wasn't". The lists in the
text files beside this module are this project's own:

    frames.txt     frames of sentences with places for words, below the mood of what they make
    words.txt      what may stand in these places
    around.txt     what stands around a phrase, or around a word of a lexicon
    sayings.txt    phrases of chat; emotes.txt, emoji.txt and emoticons.txt likewise
    kinds.txt      frames of kinds that mislead a list of words
    talk.txt       whole messages of everyday talk, most with places for words
    lessons.txt    sentences that name a group or a person

`tests/classifier/test_default_model.py` asks about others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final

import numpy as np

from classifier.language import english_words
from classifier.negation import ROLES
from classifier.score import LABELS
from classifier.sections import sections

# (negative, neutral, positive) of a sentence, and what the headings of the lists call it.
Mood = tuple[float, float, float]

MOODS: Final[Mapping[str, Mood]] = {
    "good": (0.03, 0.12, 0.85),
    "amused": (0.06, 0.22, 0.72),
    "rather good": (0.1, 0.35, 0.55),
    "flat": (0.08, 0.84, 0.08),
    "mixed": (0.3, 0.4, 0.3),
    "not bad": (0.06, 0.4, 0.54),  # the opposite of something bad is often merely all right
    "rather bad": (0.55, 0.35, 0.1),
    "bad": (0.85, 0.12, 0.03),
}

# The names in frames whose words have a mood.
MOODY: Final = (
    "good", "bad", "like", "dislike", "cheered", "hurt", "win", "lose", "joy", "trouble", "low",
    "dear", "light",
)  # fmt: skip

EACH_PHRASE: Final = 3  # times that a phrase stands in each of its frames
ANY_THING: Final = 0.4  # of the things in the frames are any word
_STRONG: Final = 2.5  # the valence of a word that is meant in full
_NOTHING: Final = "~"  # stands in a list for no word at all

_SOMEBODY: Final = "USER"  # what stands for people in the training files, and is no word
_SURE: Final = 0.9  # of the mood of a sentence that names somebody

_FILES = resources.files("classifier.data.synthetic")


@cache
def frames(file: str = "frames.txt") -> Sequence[tuple[str, Mood]]:
    """The frames of sentences in `file`, each with the mood of what it makes."""
    return [
        (frame, MOODS[mood]) for mood, lines in sections(_FILES / file).items() for frame in lines
    ]


@cache
def words() -> Mapping[str, Sequence[str]]:
    """What each {name} in a frame may become."""
    return {
        name: ["" if word == _NOTHING else word for word in _divided(lines, ",")]
        for name, lines in sections(_FILES / "words.txt").items()
    }


@cache
def phrases(file: str, divider: str | None = None) -> Sequence[tuple[str, Mood]]:
    """The phrases listed in `file`, between which `divider` stands (None: blanks), with moods."""
    return [
        (phrase, MOODS[mood])
        for mood, lines in sections(_FILES / file).items()
        for phrase in _divided(lines, divider)
    ]


def _divided(lines: Sequence[str], divider: str | None) -> list[str]:
    return [" ".join(phrase.split()) for phrase in " ".join(lines).split(divider)]


def written(
    random: np.random.Generator, each: int, moody: Collection[str] = ()
) -> list[tuple[str, Mood]]:
    """`each` sentences of every frame, and every phrase of chat by itself and in company.

    The words of a lexicon, `moody`, are kept from standing where any word may.
    """
    fill = Filling(random, moody)
    around = sections(_FILES / "around.txt")
    made = [(fill(frame), mood) for frame, mood in frames() for _ in range(each)]
    emotes = phrases("emotes.txt")
    custom_emoji = [(f":{name}:", mood) for name, mood in emotes]
    faces = [*emotes, *custom_emoji, *phrases("emoji.txt"), *phrases("emoticons.txt")]
    for face, mood in faces:
        made += [(fill(frame, face), mood) for frame in around["emote"] * EACH_PHRASE]
    for saying, mood in phrases("sayings.txt", ","):
        made += [(fill(frame, saying), mood) for frame in around["saying"] * EACH_PHRASE]
    return made


def of_frames(
    file: str, random: np.random.Generator, each: int, moody: Collection[str] = ()
) -> list[tuple[str, Mood]]:
    """`each` sentences of every frame of `file`; `moody` as for `written`."""
    fill = Filling(random, moody)
    return [(fill(frame), mood) for frame, mood in frames(file) for _ in range(each)]


def of_lexicon(
    valences: Mapping[str, float], random: np.random.Generator
) -> list[tuple[str, Mood]]:
    """Sentences with each word of a lexicon, by itself and denied.

    Its valence, -4..4, says how strongly it is meant: the mood of a weak word is near neutral.
    """
    fill = Filling(random, valences)
    around = sections(_FILES / "around.txt")
    made = []
    for word, valence in valences.items():
        good = valence > 0
        strength = min(abs(valence) / _STRONG, 1.0)
        for kind, mood in (
            ("word", MOODS["good" if good else "bad"]),
            ("denied word", MOODS["bad" if good else "not bad"]),
        ):
            negative, neutral, positive = (
                strength * share + (1 - strength) * rest
                for share, rest in zip(mood, MOODS["flat"], strict=True)
            )
            made += [(fill(frame, word), (negative, neutral, positive)) for frame in around[kind]]
    return made


def naming() -> list[tuple[str, Mood]]:
    """Sentences that name a group or a person, each with its mood: to name somebody is neutral.

    Each stands in it three times: alone (neutral), and with an ending that is glad or angry about
    it, so that all labels are equally common.
    """
    lists = sections(_FILES / "lessons.txt")
    made: list[tuple[str, Mood]] = []
    for place, sentence in enumerate(lists["naming"]):
        named = sentence.format(_SOMEBODY)
        for label in LABELS:
            endings = lists.get(label, [""])
            mood = [_SURE if it == label else (1 - _SURE) / 2 for it in LABELS]
            made.append(
                (f"{named} {endings[place % len(endings)]}".strip(), (mood[0], mood[1], mood[2]))
            )
    return made


class Filling:
    """Fills frames by chance. A {thing} may be any word, too: moods are not only of things."""

    def __init__(self, random: np.random.Generator, moody: Collection[str]) -> None:
        of_mood = {*moody, *ROLES, *(word for name in MOODY for word in words()[name])}
        # Sorted, because a set's order differs from run to run.
        self._words = {**words(), "any": sorted(english_words() - of_mood)}
        self._random = random

    def __call__(self, frame: str, phrase: str = "") -> str:
        """The frame with a word for each {name}, and `phrase` for each {}."""
        text, *pieces = frame.split("{")
        for piece in pieces:
            name, _, rest = piece.partition("}")
            if name == "thing" and self._random.random() < ANY_THING:
                name = "any"
            text += (self._one_of(self._words[name]) if name else phrase) + rest
        return " ".join(text.split())

    def _one_of(self, choices: Sequence[str]) -> str:
        return choices[int(self._random.integers(len(choices)))]
