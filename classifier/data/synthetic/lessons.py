"""Sentences of our own that teach the net that to name a group or a person is neutral."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from classifier.identity_terms import sections
from classifier.score import LABELS

if TYPE_CHECKING:
    from classifier.data.synthetic.phrases import Mood

_SOMEBODY: Final = "USER"  # what stands for people in the training files, and is no word
_SURE: Final = 0.9


def naming() -> list[tuple[str, Mood]]:
    """Sentences that name somebody, each with its mood.

    Each stands in it three times: alone (neutral), and with an ending that is glad or angry about
    it, so that all labels are equally common.
    """
    lists = sections("lessons.txt")
    made: list[tuple[str, Mood]] = []
    for place, sentence in enumerate(lists["naming"]):
        named = sentence.format(_SOMEBODY)
        for label in LABELS:
            endings = lists.get(label, [""])
            made.append((f"{named} {endings[place % len(endings)]}".strip(), _mood(label)))
    return made


def _mood(label: str) -> Mood:
    rest = (1 - _SURE) / 2
    negative, neutral, positive = (_SURE if it == label else rest for it in LABELS)
    return negative, neutral, positive
