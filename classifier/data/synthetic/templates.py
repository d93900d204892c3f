"""Sentences made for training: negation, turns, plain facts and single words of feeling.

What the data rarely shows, written out: "I thought it was great, but it wasn't". The words and
frames are this project's own; `tests/classifier/test_default_model.py` asks about others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from classifier.data.synthetic.frames import FRAMES, MOODY, NOT_BAD, WORDS
from classifier.data.synthetic.phrases import (
    BAD,
    EMOJI,
    EMOTES,
    EMOTICONS,
    FLAT,
    GOOD,
    SAYINGS,
    Mood,
    listed,
)
from classifier.language import english_words
from classifier.negation import ROLES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import numpy as np

# For each word of a lexicon: by itself, and denied.
_ALONE: Final = (
    "{}",
    "{this} {thing} {is} {}",
    "I {really}{}",
    "{any} {any} {any} {}",
    "{} {any} {any} {any}",
)
_DENIED: Final = (
    "not {}",
    "not a {} {thing}",
    "{this} {thing} {isn't} {very}{}",
    "I {don't} {} {this} {thing}",
    "{expect} {this} {thing} would be {}, {but} {deny}",
    "{think} {this} {thing} {is} {}",
    "{think}, {aside}, that {this} {thing} {is} {}",
)
EACH_PHRASE: Final = 3  # times that a phrase stands in each of its frames
ANY_THING: Final = 0.4  # of the things in the frames are any word
_STRONG: Final = 2.5  # the valence of a word that is meant in full


# What stands around a phrase of chat, or around an emote (but as "{}").
_AROUND_EMOTE: Final = (
    "{}",
    "{} {}",
    "{this} {thing} {}",
    "the {thing} {is} {plain} {}",
    "{any} {any} {any} {any} {}",
    "{any} {any} {}",
    # A plain fact has the mood of the face behind it.
    "{this} {any} {is} in the {any} {}",
    "I {do} {this} {thing} {when} {}",
    "my {any} {is} a {plain} {any} {}",
    "the {thing} {is} {place} {}",
    "we {do} the {thing} {place} {when} {}",
)
_AROUND_SAYING: Final = (
    "{}",
    "{}",
    "{} {}",
    "{} {folks}",
    "{any} {any} {any} {}",
    "{} {any} {any}",
)


def sentences(
    random: np.random.Generator, each: int, moody: Collection[str] = ()
) -> list[tuple[str, Mood]]:
    """`each` sentences of every frame, and every phrase of chat by itself and in company.

    The words of a lexicon, `moody`, are kept from standing where any word may.
    """
    fill = Filling(random, moody)
    made = [(fill(frame), mood) for frame, mood in FRAMES for _ in range(each)]
    emotes = listed(EMOTES)
    custom_emoji = [(f":{name}:", mood) for name, mood in emotes]
    for phrase, mood in [*emotes, *custom_emoji, *listed(EMOJI), *listed(EMOTICONS)]:
        made += [(fill(frame, phrase), mood) for frame in _AROUND_EMOTE * EACH_PHRASE]
    for phrase, mood in listed(SAYINGS, ","):
        made += [(fill(frame, phrase), mood) for frame in _AROUND_SAYING * EACH_PHRASE]
    return made


def of_words(valences: Mapping[str, float], random: np.random.Generator) -> list[tuple[str, Mood]]:
    """Sentences with each word of a lexicon, by itself and denied.

    Its valence, -4..4, says how strongly it is meant: the mood of a weak word is near neutral.
    """
    fill = Filling(random, valences)
    made = []
    for word, valence in valences.items():
        plain, denied = (GOOD, BAD) if valence > 0 else (BAD, NOT_BAD)
        strength = min(abs(valence) / _STRONG, 1.0)
        for frames, mood in ((_ALONE, plain), (_DENIED, denied)):
            low, flat, high = (
                strength * share + (1 - strength) * rest
                for share, rest in zip(mood, FLAT, strict=True)
            )
            made += [(fill(frame, word), (low, flat, high)) for frame in frames]
    return made


class Filling:
    """Fills frames by chance. A {thing} may be any word, too: moods are not only of things."""

    def __init__(self, random: np.random.Generator, moody: Collection[str]) -> None:
        of_mood = {*moody, *ROLES, *(word for name in MOODY for word in WORDS[name])}
        # Sorted, because a set's order differs from run to run.
        self._words = {**WORDS, "any": sorted(english_words() - of_mood)}
        self._random = random

    def __call__(self, frame: str, phrase: str = "") -> str:
        """The frame with a word for each {name}, and `phrase` for each {}."""
        text, *pieces = frame.split("{")
        for piece in pieces:
            name, _, rest = piece.partition("}")
            if name == "thing" and self._random.random() < ANY_THING:
                name = "any"
            text += (self._one_of(self._words[name]) if name else phrase) + rest
        return text.strip()

    def _one_of(self, words: Sequence[str]) -> str:
        return words[int(self._random.integers(len(words)))]
