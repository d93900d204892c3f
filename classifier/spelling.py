"""Known words behind unusual spellings: drawn-out, masked and joined ones.

plain("haappyyyy")            -> "happy"        known_words.txt, the commonest first
unmasked("f.u.c.k")           -> "fuck"         masked_words.txt
parted("worstgameever")       -> ["worst", "game", "ever"]
"""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files
from itertools import groupby, product
from typing import Final

from classifier.sections import sections

_FILES = files("classifier")
_RUN: Final = re.compile(r"([^\W\d_])\1\1")
_LONG_RUN: Final = re.compile(r"([^\W\d_])\1{2,}+")
_MOST_RUNS: Final = 6  # of repeated letters in a word: 64 spellings to look up
_LONGEST: Final = 40  # letters; nobody joins more to a hashtag

# What stands for a letter in a masked word; a 1 or ! may be an i or an l.
_LOOKALIKES: Final = str.maketrans("013457@$!+€", "oieastasite")
_AS_L: Final = str.maketrans("1!|", "lll")
_DIVIDERS: Final = str.maketrans("", "", ".-_*~,·•")
_AROUND: Final = " \t.,;:?\"'()[]~"


@cache
def _ranks() -> dict[str, int]:
    """The known words, and how many are commoner."""
    words = (_FILES / "known_words.txt").read_text(encoding="utf-8").split()
    return {word: rank for rank, word in enumerate(words)}


def plain(word: str) -> str:
    """A word with drawn-out letters as the commonest known word that it may be.

    Where it is none, no letter stands more than twice in a row.
    """
    if not _RUN.search(word):
        return word
    runs = [(letter, len(list(same))) for letter, same in groupby(word)]
    if sum(length > 1 for _, length in runs) <= _MOST_RUNS:
        ranks = _ranks()
        choices = product(*(((letter,) if n == 1 else (letter, 2 * letter)) for letter, n in runs))
        known = [spelt for choice in choices if (spelt := "".join(choice)) in ranks]
        if known:
            return min(known, key=ranks.__getitem__)
    return _LONG_RUN.sub(r"\1\1", word)


@cache
def _masked() -> dict[str, str]:
    """Words that are masked, and their spellings without vowels and with stars, to the word."""
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


def alias(word: str) -> str:
    """The full spelling of an insult or oath that is written short ("fck"); else `word`."""
    return _masked().get(word, word)


def unmasked(chunk: str) -> str | None:
    """The insult or oath behind signs and digits ("sh!t", "f**k", "d1e"); None if there is none.

    `chunk` is in lower case. A word in plain letters is none.
    """
    core = chunk.strip(_AROUND)
    if not 2 < len(core) <= _LONGEST or core.isalpha() or not any(map(str.isalpha, core)):
        return None
    masked = _masked()
    for letters in (core, core.translate(_LOOKALIKES), core.translate(_AS_L)):
        for spelt in (letters, letters.translate(_LOOKALIKES), letters.translate(_DIVIDERS)):
            if (word := masked.get(spelt)) and not spelt.startswith("*"):
                return word
    return None


def joined(chunks: list[str]) -> list[tuple[str, int]]:
    """`chunks`, each with how many it stands for: 1, or more for an insult in single letters.

    >>> joined(["s", "t", "f", "u", "noob"])
    [('stfu', 4), ('noob', 1)]
    """
    together: list[tuple[str, int]] = []
    for single, group in groupby(chunks, key=lambda chunk: len(chunk) == 1 and chunk.isalpha()):
        letters = list(group)
        word = "".join(letters) if single and 2 < len(letters) <= _LONGEST else ""
        if word in _masked():
            together.append((_masked()[word], len(letters)))
        else:
            together += [(letter, 1) for letter in letters]
    return together


def parted(tag: str) -> list[str]:
    """The known words that `tag` (lower case) is joined of; just `tag` where it is of none.

    The likeliest parting, if a word's share falls with its rank (Zipf's law).
    """
    ranks = _ranks()
    if tag in ranks or not 3 < len(tag) <= _LONGEST:
        return [tag]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(tag) + 1):
        ways = [
            (best[start][0] + math.log(ranks[tag[start:end]] + 10) + 2, start)
            for start in range(max(0, end - 16), end)
            if tag[start:end] in ranks and (end - start > 1 or tag[start] in "ai")
        ]
        best.append(min(ways, default=(math.inf, 0)))
    if math.isinf(best[-1][0]):
        return [tag]
    words: list[str] = []
    end = len(tag)
    while end:
        start = best[end][1]
        words.append(tag[start:end])
        end = start
    return words[::-1]
