"""What each word of a text contributed, from what each of its features did.

A word is heard by itself, in the pairs with its neighbours, and under a negation. To people these
are one thing. So a pair's part goes to its words, all of it to the one that says something where
the other is a function word; the part of what is negated goes to the word that is negated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from classifier.negation import NOT, PAUSES, ROLES, under_negation
from classifier.score import Contribution
from classifier.sections import sections
from classifier.spans import Placed


@cache
def function_words() -> frozenset[str]:
    """Words that join others and say nothing of a mood."""
    lists = sections(files("classifier") / "function_words.txt")
    return frozenset(word for lines in lists.values() for line in lines for word in line.split())


def is_content(token: str, marks: frozenset[str]) -> bool:
    """Whether a token can explain anything to people."""
    if len(token) == 1 and token.isascii():
        return False
    return token not in marks and token not in function_words()


def by_word(
    tokens: Sequence[Placed], parts: Mapping[str, float], marks: frozenset[str]
) -> tuple[Contribution, ...]:
    """The contribution of each word of `tokens`, in order; pauses among the tokens make none.

    `parts` says what each feature of the text adds to the log-odds. All of it is given to words;
    a feature that occurs several times is shared by its places.
    """
    under = under_negation([ROLES.get(it.token, 0) for it in tokens])
    words = [(it, flag) for it, flag in zip(tokens, under, strict=True) if it.token not in PAUSES]
    content = [is_content(it.token, marks) for it, _ in words]
    credit = [0.0] * len(words)

    heard: list[tuple[str, list[tuple[int, float]]]] = []
    for place, (it, flag) in enumerate(words):
        heard.append((it.token, [(place, 1.0)]))
        if flag:
            heard.append((f"{NOT} {it.token}", [(place, 1.0)]))
    for right, ((first, _), (second, _)) in enumerate(pairwise(words), 1):
        left = right - 1
        share = 0.5 if content[left] == content[right] else float(content[left])
        heard.append((f"{first.token} {second.token}", [(left, share), (right, 1 - share)]))
    times = Counter(feature for feature, _ in heard)
    for feature, places in heard:
        part = parts.get(feature, 0.0) / times[feature]
        for place, share in places:
            credit[place] += share * part
    return tuple(
        Contribution(it.token, part, it.start, it.end, flag, says)
        for (it, flag), part, says in zip(words, credit, content, strict=True)
    )
