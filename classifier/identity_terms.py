"""Words that name a group of people, or a person, carry no mood: the net gives them no weight.

A net that learns from tweets learns their prejudice with them ("muslim" negative, "christian"
positive). So the rows of such words, and of pairs that hold one, are set to zero before the net is
calibrated: a sentence then scores the same whoever it is about. Slurs are not among them. What
this reaches is measured by `classifier.evaluation.fairness_audit`; docs/fairness.md tells where it
ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.sections import sections
from classifier.tokens import CHAT

OTHERS: Final = "others"  # the axis that is audited and left as it is
_TERMS = resources.files("classifier") / "identity_terms.txt"
# A mark that a recipe may put before a word, such as "NOT_": words are in lower case.
_MARK = re.compile(r"^(?:[A-Z]+_)+")


@dataclass(frozen=True, slots=True)
class TermList:
    """The terms of one axis that fit the same templates, and all words that get no weight.

    `terms` are audited, in the templates of `form`; `words` (as tokens) are neutralised.
    """

    axis: str
    form: str
    terms: tuple[str, ...]
    words: frozenset[str]


@cache
def term_lists() -> tuple[TermList, ...]:
    """All lists of terms, in the order of the file."""
    return tuple(_term_list(heading, rows) for heading, rows in sections(_TERMS).items())


def _term_list(heading: str, rows: Iterable[str]) -> TermList:
    axis, form = heading.split(", ")
    terms: list[str] = []
    words: set[str] = set()
    for row in rows:
        term, _, forms = row.partition(":")
        words.update(forms.split())
        if term:
            terms.append(term)
            words.update(CHAT.words(term))
    return TermList(axis, form, tuple(terms), frozenset(words if axis != OTHERS else ()))


@cache
def neutral_words() -> frozenset[str]:
    """Every word that gets no weight."""
    return frozenset().union(*(terms.words for terms in term_lists()))


def names_somebody(feature: str) -> bool:
    """Whether a feature of the dictionary is, or holds, a word that gets no weight.

    >>> [names_somebody(feature) for feature in ("muslims", "gay friend", "she's", "NOT_deaf")]
    [True, True, True, True]
    """
    return any(
        _MARK.sub("", part).partition("'")[0] in neutral_words() for part in feature.split(" ")
    )


def neutralised(
    features: Sequence[str], kernel: NDArray[np.float32]
) -> tuple[list[str], NDArray[np.float32]]:
    """The features and first kernel of a net without any weight of words that name somebody.

    `kernel` is (1 + features, units), its row 0 belongs to no feature. In the copy that is
    returned the rows of all features that `names_somebody` are zero. The words that `features`
    lacks are added, with rows of zeros: a text shall not be "not scored" because the name or the
    group in it is rare.
    """
    named = [names_somebody(feature) for feature in features]
    missing = sorted(neutral_words().difference(features))
    neutral = np.zeros((len(kernel) + len(missing), kernel.shape[1]), kernel.dtype)
    neutral[: len(kernel)] = np.where(np.array([False, *named])[:, None], 0, kernel)
    return [*features, *missing], neutral
