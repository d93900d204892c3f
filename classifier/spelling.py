"""Known words behind unusual spellings: drawn-out, masked and joined ones.

plain("happpyyy")             -> "happy"        known_words.txt, the commonest first
unmasked("s.h.i.t")           -> "shit"         masked_words.txt
parted("lovethisgame")        -> ["love", "this", "game"]
"""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files
from itertools import groupby, product
from typing import Final

from classifier.chat_tokens import ANY_RUN
from classifier.sections import sections

_FILES = files("classifier")
_RUN: Final = re.compile(r"([^\W\d_])\1\1")
_LONG_RUN: Final = re.compile(r"([^\W\d_])\1{2,}+")
_MOST_RUNS: Final = 6  # of repeated letters in a word: 64 spellings to look up
_LONGEST: Final = 40  # letters; nobody joins more to a hashtag

# What stands for a letter in a masked word, or between its letters; a 1 or ! may be an i or an l.
_AS_I: Final = str.maketrans("013457@$!+€|", "oieastasitei", ".-_*~,·•")
_AS_L: Final = str.maketrans("013457@$!+€|", "oleastasltel", ".-_*~,·•")
_MASKS: Final = frozenset("013457@$!+€|.-_*~,·•")
_AROUND: Final = " \t.,;:?\"'()[]~"


# The known words, and how many are commoner.
_RANKS: Final = {
    word: rank
    for rank, word in enumerate((_FILES / "known_words.txt").read_text(encoding="utf-8").split())
}


_LONGEST_PART: Final = 16
_SHORT: Final = (1, 2, 3)  # letters of the words that are looked for wherever one may begin


# Not when the module is loaded, which everybody waits for: the first hashtag is soon enough.
@cache
def part_costs() -> dict[str, float]:
    """What a word costs as a part of a joined one: the rarer, the more (Zipf's law); 2 for being
    one."""
    return {
        word: math.log(rank + 10) + 2
        for word, rank in _RANKS.items()
        if len(word) <= _LONGEST_PART and (len(word) > 1 or word in "ai")
    }


@cache
def _lengths_by_beginning() -> dict[str, tuple[int, ...]]:
    """How long the words are that begin with the same four letters, and may be that begin there."""
    longer: dict[str, set[int]] = {}
    for word in part_costs():
        if len(word) > len(_SHORT):
            longer.setdefault(word[:4], set()).add(len(word))
    return {beginning: (*_SHORT, *sorted(some)) for beginning, some in longer.items()}


def plain(word: str) -> str:
    """A word with drawn-out letters as the commonest known word that it may be.

    Where it is none, no letter stands more than twice in a row.
    """
    if not ANY_RUN.search(word) or not _RUN.search(word):  # the first is the faster
        return word
    runs = [(letter, len(list(same))) for letter, same in groupby(word)]
    if sum(length > 1 for _, length in runs) <= _MOST_RUNS:
        choices = product(*(((letter,) if n == 1 else (letter, 2 * letter)) for letter, n in runs))
        known = [spelt for choice in choices if (spelt := "".join(choice)) in _RANKS]
        if known:
            return min(known, key=_RANKS.__getitem__)
    return _LONG_RUN.sub(r"\1\1", word)


def _read_masked() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in sections(_FILES / "masked_words.txt")["words"]:
        word, _, others = line.partition(":")
        for spelt in (word, *others.split()):
            found.setdefault(spelt, word)
        for start in range(1, len(word)):
            for end in range(start + 1, len(word) + 1):
                for stars in ("*", "*" * (end - start)):
                    found.setdefault(word[:start] + stars + word[end:], word)
    return found


# Insults and oaths by each of their spellings: in full, short ("fck"), and with stars.
MASKED: Final = _read_masked()


def unmasked(chunk: str) -> str | None:
    """The insult or oath behind signs and digits ("sh!t", "f**k", "d1e"); None if there is none.

    `chunk` is in lower case. A word in plain letters is none.
    """
    if _MASKS.isdisjoint(chunk) or len(chunk) > _LONGEST:
        return None
    core = chunk.strip(_AROUND)
    if len(core) < 3 or _MASKS.isdisjoint(core) or core.isdigit():
        return None
    if "*" in core and core[0] != "*" and (word := MASKED.get(core)):
        return word
    if word := MASKED.get(core.translate(_AS_I)):
        return word
    return MASKED.get(core.translate(_AS_L))


def joined(chunks: list[str]) -> list[tuple[str, int]]:
    """`chunks`, each with how many it stands for: 1, or more for an insult in single letters.

    >>> joined(["s", "t", "f", "u", "noob"])
    [('stfu', 4), ('noob', 1)]
    """
    together: list[tuple[str, int]] = []
    for single, group in groupby(chunks, key=lambda chunk: len(chunk) == 1 and chunk.isalpha()):
        letters = list(group)
        word = "".join(letters) if single and 2 < len(letters) <= _LONGEST else ""
        if word in MASKED:
            together.append((MASKED[word], len(letters)))
        else:
            together += [(letter, 1) for letter in letters]
    return together


def parted(tag: str) -> list[str]:
    """The known words that `tag` (lower case) is joined of; just `tag` where it is of none.

    It is the cheapest parting.
    """
    if tag in _RANKS or not 3 < len(tag) <= _LONGEST:
        return [tag]
    never, costs, lengths = math.inf, part_costs(), _lengths_by_beginning()
    best = [0.0] + [never] * (len(tag) + _LONGEST_PART)  # the cost of the letters so far
    begin = [0] * len(best)  # where the last word of that begins
    for start in range(len(tag)):
        so_far = best[start]
        if so_far == never:
            continue
        for length in lengths.get(tag[start : start + 4], _SHORT):
            cost = costs.get(tag[start : start + length], never) + so_far
            if cost < best[start + length]:
                best[start + length], begin[start + length] = cost, start
    if best[len(tag)] == never:
        return [tag]
    words: list[str] = []
    end = len(tag)
    while end:
        start = begin[end]
        words.append(tag[start:end])
        end = start
    return words[::-1]
