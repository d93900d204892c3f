"""Sentences of our own that the net learns beside the files of others."""

from __future__ import annotations

from collections import Counter
from typing import Final

import numpy as np

from classifier.datasets import Rows
from classifier.fairness import sections
from classifier.score import LABELS
from classifier.sources import Part, Source

_NAMING: Final = Source(
    name="own sentences that name somebody and say no more, with and without a feeling",
    file="identity/lessons.txt",
    licence="MIT (part of Barometer)",
    validation=0,
    human=False,
    repeats=75,
)
_SOMEBODY: Final = "USER"  # what stands for people in the training files, and is no word


def naming() -> Part:
    """Teaches that to name a group or a person is neutral; all its rows are to learn from.

    Each sentence stands in it three times: alone (neutral), and with an ending that is glad or
    angry about it, so that all labels are equally common.
    """
    lists = sections("lessons.txt")
    texts, labels = [], []
    for place, sentence in enumerate(lists["naming"]):
        named = sentence.format(_SOMEBODY)
        for label, mood in enumerate(LABELS):
            endings = lists.get(mood, [""])
            texts.append(f"{named} {endings[place % len(endings)]}".strip())
            labels.append(label)
    rows = Rows(texts, np.array(labels, np.int8), texts, Counter())
    return Part(_NAMING, rows, np.arange(len(texts)), np.array([], np.intp))
