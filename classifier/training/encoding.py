"""Texts to one-hot rows: by every feature that occurs, or by those of a dictionary."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from classifier.data.parts import Part, clean
from classifier.dictionary import Dictionary
from classifier.onehot import OneHot, stack
from classifier.tokens import LATEST

CHUNKS = 1 << 18  # that are remembered while texts are cut
SLICE = 16_384  # texts encoded at a time, to bound the memory


def all_features(parts: Sequence[Part]) -> tuple[list[OneHot], list[str]]:
    """Every text by all of its features, and the features in the order of their numbers.

    Numbers start at 1. Texts are cut only once here: what the dictionary will hold is chosen, and
    the texts renumbered, without reading them again.
    """
    numbers: dict[str, int] = {"": 0}
    remembering = lru_cache(CHUNKS)(LATEST.chunk_words)
    tokenizer = replace(LATEST, chunk_words=remembering)
    encoded = []
    gc.disable()  # millions of strings and no cycles: collecting would take half of the time
    try:
        for part in parts:
            texts = (tokenizer.features(clean(text)) for text in part.rows.texts)
            encoded.append(
                OneHot.of(
                    {numbers.setdefault(feature, len(numbers)) for feature in features}
                    for features in texts
                )
            )
    finally:
        gc.enable()
    return encoded, list(numbers)


def encode(dictionary: Dictionary, texts: Sequence[str]) -> OneHot:
    """The columns of `dictionary` that each text has."""
    slices = (texts[start : start + SLICE] for start in range(0, len(texts), SLICE))
    return stack([dictionary.encode(part).texts for part in slices])
