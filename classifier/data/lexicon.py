"""VADER's word list: how strongly people found 7,500 words to be meant, from -4 to 4.

Hutto & Gilbert (2014), MIT licence; it comes with the package vaderSentiment. The default's
teachers learn from it, so a comparison with VADER is one with a rival it has learnt from.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from classifier.tokens import LATEST

NAME = "VADER's lexicon (vaderSentiment, Hutto & Gilbert 2014)"
LICENCE = "MIT"


def valences() -> dict[str, float]:
    """Each word of the list that is one token of chat; none if vaderSentiment is not installed."""
    package = find_spec("vaderSentiment")
    if package is None or package.origin is None:
        return {}
    found: dict[str, float] = {}
    lines = (Path(package.origin).parent / "vader_lexicon.txt").read_text(encoding="utf-8")
    for line in lines.splitlines():
        spelt, valence, *_ = line.split("\t")
        words = LATEST.words(spelt)
        if len(words) == 1:
            found.setdefault(words[0], float(valence))
    return found
