"""Chat to tokens, the first way ("chat"): nets that were made with it read chat by it for good."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import Final

from classifier.negation import COMMA, STOP

NUMBER: Final = "0"
ELLIPSIS: Final = "…"
# Tokens that are no words: a text is not unknown because of them.
MARKS: Final = frozenset({"!", "!!", "?", "??", "?!", ELLIPSIS, NUMBER})

# What stands for people and links in the training files, and Discord's mention of a command,
# the one kind of markup that can hold a blank: https://discord.com/developers/docs/reference
# (A search for a plain letter, looking back from there, is faster than one that begins with \b.)
BEFORE_SPLIT: Final = re.compile(r"U(?<!\wU)(?:SER|RL)\b|</[^<>]{1,100}:\d+>")


def split(text: str) -> list[str]:
    """The chunks of `text` between white space, in lower case."""
    # One letter is looked for much sooner than several, and most texts have neither.
    if ("U" in text and ("USER" in text or "URL" in text)) or ("<" in text and "</" in text):
        text = BEFORE_SPLIT.sub(" ", text)
    return text.lower().split()


# Bounded repetitions keep every search linear in the length of the text. Possessive ones (`++`,
# `*+`) also keep no memory of where they might go back to: they stand where going back is futile.
VANISHING: Final = re.compile(
    r"""
      (?:https?://|(?<!\w)www\.\w)\S*                         # a link
    | (?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/\S*               # a link without its scheme
    | <(?:[@#][!&]?|t:-?|id:)\w+(?::[a-z])?>                  # Discord's mentions and times
    | [\w.+-]{1,64}@[\w-]++(?:\.[\w-]++)++                    # an e-mail address
    | @[\w.]+ | [\w.]{2,32}\#\d{4}(?!\d)                      # a handle, new or old style
    """,
    re.VERBOSE,
)
VANISHING_SIGNS: Final = frozenset("/@<#")

_PICTOGRAPH = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
)
PATTERN: Final = rf"""
      <a?(?P<custom>:[\w~]{{2,32}}:)\d+>                           # an emoji of the server's own
    | (?P<name>    (?<![\w:]):[a-z0-9_+-]{{2,32}}:)                # :joy:
    | (?P<face>    >?[:;=]'?-?[()\[\]{{}}|/\\*]+                   # :) =( :'( >:[ :-/
                 | (?<!\w)>?[:;=]'?-?[dpox3s]+(?!\w)               # :D :p :3, on their own
                 | (?<!\w)[()\[\]{{}}]'?-?[:;=](?!\w)              # (: turned around
                 | (?<!\w)d-?:(?!\w) )                             # D:
    | (?P<eyes>    \^[_.-]*\^ | -[_.]+- | >[_.]+< | ;[_-]+;     # ^_^ -_- ;-;
                 | (?<!\w)(?:o[_.]+o|t[_.]+t)(?!\w) | \\o/ )    # T_T \o/
    | (?P<word>    [^\W\d_][^\W_]*+(?:'[^\W_]++)*+ )
    | (?P<heart>   </?3+(?!\d) )
    | (?P<shout>   [!?]+ )
    | (?P<dots>    \.{{2,}} )
    | (?P<keycap>  [\d#*]\u20e3 )
    | (?P<phone>   [+(]?\d(?:[-./()]{{0,3}}\d){{6}}\d*+(?!\w)(?:[-./()]{{1,3}}+\d++(?!\w))*+ )
    | (?P<number>  \d++(?!\w)(?:[.,:]\d++(?!\w))*+ )
    | (?P<mixed>   \d[^\W_]*+(?:'[^\W_]++)*+ )                     # 2nite, 10pm
    | (?P<pause>   [,;.] )
    | (?P<emoji>   [\U0001f1e6-\U0001f1ff]{{2}} | {_PICTOGRAPH}(?:\u200d{_PICTOGRAPH})*+ )
    """
_TOKEN = re.compile(PATTERN, re.VERBOSE)
ANY_RUN: Final = re.compile(r"(.)\1\1")
_LONG_RUN = re.compile(r"([^\W\d_])\1{2,}+")
_BRACKETS = str.maketrans("]}[{\\=", "))((/:")
_TURNED = str.maketrans("()", ")(")


def chunk_words(chunk: str) -> list[str]:
    """The tokens of one chunk (lower case, no white space) of a chat message."""
    if chunk.isascii() and chunk.isalpha():  # most are, and need no search
        return [folded(chunk)]
    if not chunk.isascii():
        chunk = chunk.replace("’", "'")  # often the only such sign
    if not chunk.isascii():
        chunk = normalised(chunk)
    elif chunk.startswith(("http://", "https://")) or (
        chunk[0] == "@" and chunk[1:].isidentifier()
    ):
        return []
    if "www." in chunk or not VANISHING_SIGNS.isdisjoint(chunk):
        chunk = VANISHING.sub(" ", chunk)
    return [spelt for match in _TOKEN.finditer(chunk) if (spelt := token(match))]


def token(match: re.Match[str]) -> str:
    """The one spelling for whatever `PATTERN` matched; empty where nothing shall stand for it."""
    spelt = match.group()
    match match.lastgroup:
        case "word" | "mixed":
            return folded(spelt)
        case "shout":
            return "?!" if "!" in spelt and "?" in spelt else spelt[:2]
        case "face":
            return _face(spelt)
        case "eyes":
            return f"{spelt[0]}_{spelt[-1]}"
        case "heart":
            return spelt.rstrip("3") + "3"
        case "custom":
            return match["custom"]
        case "number":
            return NUMBER
        case "dots":
            return ELLIPSIS
        case "pause":
            return STOP if spelt == STOP else COMMA
        case "phone":
            return ""
    return spelt


def folded(spelt: str) -> str:
    """A word with no letter more than twice in a row; the laughing face "xD" has one length."""
    if spelt[0] == "x" and not spelt.strip("x").strip("d") and spelt[-1] == "d":
        return "xd"
    # Most words have no such run, and the simpler search finds that out eight times faster.
    return _LONG_RUN.sub(r"\1\1", spelt) if ANY_RUN.search(spelt) else spelt


def _face(spelt: str) -> str:
    """An emoticon without its nose, with the commonest eyes and mouth: "=-]]" -> ":)"."""
    face = spelt.translate(_BRACKETS).replace("-", "")
    if face[0] in "()":
        face = face[::-1].translate(_TURNED)
    eyes = next(place for place, sign in enumerate(face) if sign in ":;")
    mouth = eyes + 2 if face[eyes + 1 : eyes + 2] == "'" else eyes + 1
    return face if face.startswith("d") else face[: mouth + 1]


_APOSTROPHES = dict.fromkeys(map(ord, "‘’‛ʼ´＇"), "'")
# Characters that show nothing by themselves: soft hyphen, zero widths, directions, variation
# selectors, tags, and the skin tones of emoji.
_UNSEEN = dict.fromkeys(
    chain(
        (0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF),
        (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10)),
        (*range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080)),
    )
)
_TIDIED = {**_APOSTROPHES, **_UNSEEN}
_STRAY_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20df]+")


def normalised(chunk: str) -> str:
    """`chunk` with plain apostrophes, plain letters for styled ones, and nothing invisible."""
    chunk = chunk.translate(_TIDIED)
    # In pieces: Python's normalisation takes quadratic time over long runs of combining marks.
    pieces = (chunk[start : start + 64] for start in range(0, len(chunk), 64))
    plain = "".join(unicodedata.normalize("NFKC", piece) for piece in pieces)
    return _STRAY_MARKS.sub("", plain.lower())
