"""Chat to tokens, the second way ("chat-2"): what is not the writer's own is not read.

Beyond what `classifier.chat_tokens` does:

    quotes, code, commands to bots, paths    are left out (`classifier.own_words`)
    greeeat, s.h.i.t, #lovethisgame          become words that are known (`classifier.spelling`)
    (◕‿◕), ಠ_ಠ                               are known by name (`classifier.faces`)
    9.5/10, +rep, -500, 4.8, 7               stay numbers that say how much
    /s, /srs                                 are tone tags; "/s" denies all before it
"""

from __future__ import annotations

import re
from typing import Final

from classifier.chat_tokens import (
    ANY_RUN,
    BEFORE_SPLIT,
    MARKS,
    NUMBER,
    PATTERN,
    VANISHING,
    VANISHING_SIGNS,
    normalised,
    token,
)
from classifier.faces import face_of
from classifier.own_words import BEGINNINGS, own_words
from classifier.spelling import MASKED, joined, parted, plain, unmasked

TONE_TAGS: Final = frozenset({
    "/s", "/sarcasm", "/sarc", "/j", "/jk", "/hj", "/srs", "/gen", "/genq", "/pos", "/neg", "/neu",
    "/lh", "/nm", "/nsrs", "/nbh",
})  # fmt: skip
_PHONE: Final = 7  # digits of a number that may be a phone's, at least
_SMALL: Final = 10  # numbers up to this are told apart
SMALL_NUMBERS: Final = frozenset(
    [str(number) for number in range(1, _SMALL + 1)] + [f"{number}.x" for number in range(_SMALL)]
)
NUMBER_MARKS: Final = MARKS | SMALL_NUMBERS

# Shares of the whole, and the rating that stands for all from there up to the next.
_RATINGS: Final = ((0.85, "10/10"), (0.65, "7/10"), (0.45, "5/10"), (0.0, "0/10"))

# Texts with so few letters a chunk may spell words in single letters.
_LETTERS_A_CHUNK: Final = 3.2

_PATH: Final = re.compile(
    r"""
      (?:[a-z]:)?[\\/~.]*(?:[\w.@+-]{1,64}[\\/]){1,12}[\w.@+-]{0,64}\.[a-z]\w{0,4}   # a/b.png
    | (?:[a-z]:)?(?:[\\/][\w.@+-]{1,64}){2,12}[\\/]?                              # /usr/lib
    | [\w-]{1,64}\.(?:png|jpe?g|gif|webp|mp[34]|wav|pdf|zip|exe|dll|jar|log|txt|md|json|ya?ml|toml
        |ini|cfg|conf|csv|py|js|ts|rs|go|java|kt|cpp|hpp|sh|bat|html?|css|sql|lua|rb|php)
    """,
    re.VERBOSE,
)
_PATH_SIGNS: Final = frozenset("/\\.")
# Each way begins with the sign itself and looks back from there: so most letters are passed fast.
_TOKEN: Final = re.compile(
    r"""
      (?P<rating> \d(?<![\w/.]\d)\d{0,3}(?:\.\d)?/(?:5|10|100)(?![\w/]|\.\d) )
    | (?P<vote>   [+-](?<![\w)][+-])(?:rep(?!\w)|\d++(?![\w./()-])) )
    | (?P<smile>  c:(?<!\wc:)(?!\w) )
    | (?P<eyes2>  \^w\^ | >w< | ;w; | t\^t(?<!\wt\^t)(?!\w) | q_q(?<!\wq_q)(?!\w) )
    |"""
    + PATTERN,
    re.VERBOSE,
)


def split(text: str) -> list[str]:
    """The chunks of what is the writer's own in `text`, between white space, in lower case."""
    # As `readable` and `may_be_spelt`, without their calls: each text passes here. One sign is
    # looked for much sooner than two, and `own_words` looks closer.
    if text[:1] in BEGINNINGS or "`" in text or ">" in text or text[1:2] == "!":
        text = own_words(text)
    if ("U" in text and ("USER" in text or "URL" in text)) or ("<" in text and "</" in text):
        text = BEFORE_SPLIT.sub(" ", text)
    chunks = text.lower().split()
    # Three single letters at least spell a word: few texts of short words have as many.
    if len(text) < _LETTERS_A_CHUNK * len(chunks) and list(map(len, chunks)).count(1) > 2:
        return [chunk for chunk, _ in joined(chunks)]
    return chunks


def readable(text: str) -> str:
    """`text` with blanks for what is not read; of the same length."""
    return BEFORE_SPLIT.sub(lambda match: " " * len(match.group()), own_words(text))


def may_be_spelt(text: str, chunks: int) -> bool:
    """Whether the chunks of `text` are so short that single letters may spell a word."""
    return len(text) < _LETTERS_A_CHUNK * chunks


def chunk_words(chunk: str) -> list[str]:
    """The tokens of one chunk (lower case, no white space) of a chat message."""
    if chunk.isascii():
        if chunk.isalpha():  # most are, and need no search but for a run of one letter
            if chunk[0] == "x" or ANY_RUN.search(chunk):
                return [_word(chunk)]
            return [MASKED.get(chunk, chunk)]
        first, rest = chunk[0], chunk[1:]
        if first == "@" and rest.isidentifier():
            return []
        if first == "#" and rest.isalpha():
            return parted(plain(rest))
        if chunk.isdigit():
            return [_number(chunk)] if len(chunk) < _PHONE else []
        if chunk.startswith(("http://", "https://")):
            return []
    else:
        if face := face_of(chunk):
            return [face]
        chunk = chunk.replace("’", "'")  # often the only such sign
        if not chunk.isascii():
            chunk = normalised(chunk)
    if chunk in TONE_TAGS:
        return [chunk]
    if chunk[:1] == "#" and chunk[1:].isascii() and chunk[1:].isalpha():
        return parted(plain(chunk[1:]))
    if insult := unmasked(chunk):
        return [insult]
    if "www." in chunk or not VANISHING_SIGNS.isdisjoint(chunk):
        chunk = VANISHING.sub(" ", chunk)
    if not _PATH_SIGNS.isdisjoint(chunk) and _PATH.fullmatch(chunk):
        return []
    return [spelt for match in _TOKEN.finditer(chunk) if (spelt := _token(match))]


def _token(match: re.Match[str]) -> str:
    spelt = match.group()
    match match.lastgroup:
        case "word" | "mixed":
            return _word(spelt)
        case "rating":
            return _rating(spelt)
        case "vote":
            return spelt if spelt[1:] in ("rep", "1") else spelt[0] + "9"
        case "number":
            return _number(spelt)
        case "eyes2" | "smile":
            return spelt
    return token(match)


def _word(spelt: str) -> str:
    """A word as it is known; the laughing face "xD" has one length."""
    if spelt[0] == "x" and not spelt.strip("x").strip("d") and spelt[-1] == "d":
        return "xd"
    return MASKED.get(word := plain(spelt), word)


def _rating(spelt: str) -> str:
    marks, whole = spelt.split("/")
    share = float(marks) / float(whole)
    return next(rating for least, rating in _RATINGS if share >= least)


def _number(spelt: str) -> str:
    """Numbers up to ten by themselves ("7", "4.x"); all others alike."""
    whole, point, rest = spelt.partition(".")
    small = whole.isascii() and whole.isdigit() and len(whole) <= 2 and int(whole) <= _SMALL
    if not small or (point and len(rest) > 1):
        return NUMBER
    spelling = f"{int(whole)}.x" if point else str(int(whole))
    return spelling if spelling in SMALL_NUMBERS else NUMBER
