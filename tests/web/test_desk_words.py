"""The desk's page says no sentence that the catalogues don't know, and they know no other."""

from __future__ import annotations

import json
import re
from pathlib import Path

from bot.render import localizer
from bot.render.localizer import Localizer
from bot.web.words import PLURALS, SENTENCES, words_in

DESK = Path(__file__).parents[2] / "web" / "src" / "desk"
TEXT = r'("(?:[^"\\]|\\.)*")'
SAID = re.compile(rf"\bt\(\s*{TEXT}")
SAID_OF_A_NUMBER = re.compile(rf"\btn\(\s*{TEXT},\s*{TEXT}")
NOT_A_LITERAL = re.compile(r"(?<!function )\btn?\(\s*(?![\s\"])")


def sources() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(DESK.glob("*.ts"))}


def test_the_page_says_just_these_sentences() -> None:
    said = {json.loads(text) for code in sources().values() for text in SAID.findall(code)}
    assert said == set(SENTENCES)


def test_the_page_says_just_these_plurals() -> None:
    said = {
        (json.loads(one), json.loads(many))
        for code in sources().values()
        for one, many in SAID_OF_A_NUMBER.findall(code)
    }
    assert said == set(PLURALS)


def test_each_sentence_stands_where_it_is_said() -> None:
    others = {name: code for name, code in sources().items() if name != "words.ts"}
    assert {name for name, code in others.items() if NOT_A_LITERAL.search(code)} == set()


def test_words_come_in_german_with_both_forms_of_a_plural() -> None:
    words = words_in(localizer.for_language("de"))
    assert words["{number} message"] == "{number} Nachricht"
    assert words["{number} messages"] == "{number} Nachrichten"
    assert words["Sign out"] == "Abmelden"


def test_without_a_catalogue_people_read_english() -> None:
    assert all(english == words for english, words in words_in(Localizer()).items())
