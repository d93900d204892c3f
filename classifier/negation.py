"""Which words stand under a negation.

A binary one-hot row knows no order: "good, not bad" and "bad, not good" would be much the same.
So each word under a negation gives a feature of its own, beside its plain one:

    I thought it would be great, but it wasn't.    NOT i, NOT thought, …, NOT great, …
    I don't think, all in all, that I love it      NOT think, …, NOT love, NOT it

A negation reaches words in three ways (what each gave is in docs/training-log.md):

- a negator reaches the next three words, up to a pause or a turn like "but" (Das & Chen 2001; the
  bound is that of VADER, Hutto & Gilbert 2014);
- before a word of opinion ("don't think", "wouldn't say") it reaches to the end of the sentence;
- at the end of its sentence ("but it wasn't.") it reaches back over all that was said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

NOT: Final = "NOT"
REACH: Final = 3  # words

COMMA: Final = ","
STOP: Final = "."
PAUSES: Final = frozenset({COMMA, STOP})  # tokens that only part words: no features come of them

_ENDS = frozenset({STOP, "!", "!!", "?", "??", "?!", "…"})
_TURNS = frozenset({"but", "however", "nevertheless", "nonetheless"})
# Said of what is or was: at the end of a sentence these take back what came before. ("I want to
# go but I can't" takes nothing back.)
_DENIALS = frozenset({
    "not", "isn't", "wasn't", "aren't", "weren't", "don't", "doesn't", "didn't", "ain't", "hasn't",
    "hadn't", "haven't", "wouldn't", "shouldn't", "isnt", "wasnt", "arent", "werent", "dont",
    "doesnt", "didnt", "aint", "hasnt", "hadnt", "havent", "wouldnt", "shouldnt",
    "/s", "/sarcasm", "/sarc", "/j", "/jk", "/hj",  # tone tags; only "chat-2" reads them
})  # fmt: skip
NEGATORS: Final = _DENIALS | {
    "no", "never", "nothing", "nobody", "none", "neither", "nor", "nowhere", "without", "hardly",
    "barely", "scarcely", "rarely", "cannot", "can't", "won't", "couldn't", "mustn't", "needn't",
    "shan't", "mightn't", "daren't", "cant", "wont", "couldnt",
}  # fmt: skip
_OPINIONS = frozenset({
    "think", "thought", "say", "said", "believe", "believed", "feel", "felt", "find", "found",
    "call", "called", "imagine", "suppose", "expect", "claim", "mean", "see",
})  # fmt: skip

# What a token does to the scope of a negation, as bits.
_NEGATES, _DENIES, _OPINES, _PAUSES, _ENDS_SENTENCE, _TURNS_ROUND = (1 << bit for bit in range(6))
_SETS = (
    (NEGATORS, _NEGATES),
    (_DENIALS, _DENIES),
    (_OPINIONS, _OPINES),
    ({COMMA}, _PAUSES),
    (_ENDS, _ENDS_SENTENCE),
    (_TURNS, _TURNS_ROUND),
)
ROLES: Final[Mapping[str, int]] = {
    word: sum(role for words, role in _SETS if word in words)
    for word in sorted(frozenset().union(*(words for words, _ in _SETS)))
}
END_OF_TEXT: Final = _ENDS_SENTENCE


def negated(words: Sequence[str]) -> list[str]:
    """The words of one text, pauses among them, that stand under a negation; in order."""
    under = under_negation([ROLES.get(word, 0) for word in words])
    return [word for word, flag in zip(words, under, strict=True) if flag and word not in PAUSES]


def under_negation(roles: Sequence[int]) -> list[bool]:
    """Which tokens of one text, of these `ROLES`, stand under a negation (a pause may, too)."""
    under = [False] * len(roles)
    if not any(role & _NEGATES for role in roles):
        return under
    near, wide, before, denied = 0, False, 0, 0
    for place, (role, after) in enumerate(zip(roles, [*roles[1:], END_OF_TEXT], strict=True)):
        if role & (_ENDS_SENTENCE | _TURNS_ROUND):
            near, wide = 0, False
        elif role & _PAUSES:
            near = 0
        else:
            under[place] = near > 0 or wide
            near = max(near - 1, 0)
        if role & _OPINES and before & _NEGATES:
            wide = True
        if role & _NEGATES:
            near = REACH
            if role & _DENIES and after & _ENDS_SENTENCE:
                denied = place
        before = role
    under[:denied] = [True] * denied
    return under


def are_negated(roles: NDArray[np.uint8], ends: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which tokens of many texts stand under a negation, bool of the shape of `roles` (tokens,).

    `roles` are those of `ROLES`, with `END_OF_TEXT` at the places `ends`. Same rules as `negated`.
    """
    under = np.zeros(len(roles), np.bool_)
    negators = np.flatnonzero(roles & _NEGATES != 0)
    if not len(negators):
        return under
    halts = _next(roles & (_ENDS_SENTENCE | _TURNS_ROUND | _PAUSES) != 0, negators)
    for step in range(1, REACH + 1):
        reached = negators + step
        under[reached[reached < halts]] = True
    after = roles[negators + 1]  # at least the end of the text comes after
    opinions = negators[after & _OPINES != 0] + 1
    if len(opinions):
        halts = _next(roles & (_ENDS_SENTENCE | _TURNS_ROUND) != 0, opinions)
        # The first opinion of a sentence reaches over all that the others do.
        first = dict(zip(halts[::-1].tolist(), opinions[::-1].tolist(), strict=True))
        for halt, opinion in first.items():
            under[opinion + 1 : halt] = True
    denials = negators[(roles[negators] & _DENIES != 0) & (after & _ENDS_SENTENCE != 0)]
    # The last denial of a text takes back all that the others do.
    last = dict(zip(np.searchsorted(ends, denials).tolist(), denials.tolist(), strict=True))
    for text, denial in last.items():
        under[(ends[text - 1] + 1 if text else 0) : denial] = True
    return under


def _next(flags: NDArray[np.bool_], places: NDArray[np.int64]) -> NDArray[np.int64]:
    """The place of the first flag at or after each of the places."""
    flagged = np.flatnonzero(flags)
    return flagged[np.searchsorted(flagged, places)]
