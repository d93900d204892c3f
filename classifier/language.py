"""Whether a word tells English from other languages: word lists, and letters beyond English.

The net has learnt English. Its dictionary knows foreign words all the same, for people who tweet
in English use them too: so being known says little, and these lists say more.

`languages/english.txt` holds the words that stand in ten or more comments of GoEmotions' training
rows (Demszky et al. 2020, Apache-2.0) and a few of our own, without those that chat in every
language uses ("lol", "ok", "server"). The other files were written for Barometer: the commonest
words of ten languages as people type them in chat. Their words count without their accents too,
which many leave out.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

from classifier.identity_terms import neutral_words

# Letters that are no letter and an accent, and what is typed for them.
_TYPED: Final = str.maketrans({"ı": "i", "ß": "ss", "ł": "l", "œ": "oe", "æ": "ae", "ø": "o"})


@cache
def english_words() -> frozenset[str]:
    """The words that speak for English: those of its list that stand in no other."""
    return _english() - _foreign()


@cache
def foreign_words() -> frozenset[str]:
    """The words that speak for another language: those of the lists that are not English too.

    Words that name somebody are not among them: "José is here" is English.
    """
    return _foreign() - _english() - neutral_words()


def is_foreign(word: str) -> bool:
    """Whether `word` (in lower case) speaks for another language than English.

    It does if it stands in a list of another language, or has a letter that English lacks, an
    accented one or one of another script; not if it stands in the list of English ("café").
    The name of an emoji (":pão:") or of a person ("josé") speaks for none.
    """
    if word in foreign_words():
        return True
    if word.isascii() or word.startswith(":") or word in _english() or word in neutral_words():
        return False
    return any(not letter.isascii() and letter.isalpha() for letter in word)


@cache
def _english() -> frozenset[str]:
    return frozenset(_read("english.txt"))


@cache
def _foreign() -> frozenset[str]:
    lists = files("classifier").joinpath("languages").iterdir()
    names = [file.name for file in lists if file.name.endswith(".txt")]
    words = {word for name in names if name != "english.txt" for word in _read(name)}
    return frozenset(words | {_without_accents(word) for word in words})


def _read(name: str) -> list[str]:
    return files("classifier").joinpath("languages", name).read_text(encoding="utf-8").split()


def _without_accents(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.translate(_TYPED))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
