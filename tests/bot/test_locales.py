"""Catalogues hold each sentence that is said, with its placeholders, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from bot.render import localizer
from tests.bot.conftest import BOT, messages


def faults(catalogue: Catalog) -> list[str]:
    """What is wrong with a catalogue, measured by what there is to translate."""
    found, said = [], {message.id for message in messages() if message.id}
    for message in catalogue:
        if not message.id:
            continue
        if message.id not in said:
            found.append(f"is not said any more: {message.id}")
        elif message.fuzzy or not all(texts(message.string)):
            found.append(f"is not translated: {message.id}")
        else:
            found += [f"{error}: {message.id}" for error in message.check(catalogue)]
            found += _strange_placeholders(message)
    known = {message.id for message in catalogue}
    return found + [f"is missing: {each}" for each in said if each not in known]


def _strange_placeholders(message: Message) -> list[str]:
    """A plural may leave out its number ("one day"); nothing else may be lost or invented."""
    wanted = set.union(*map(_placeholders, texts(message.id)))
    least = wanted - {"number"} if message.pluralizable else wanted
    return [
        f"has other placeholders: {text}"
        for text in texts(message.string)
        if not least <= _placeholders(text) <= wanted
    ]


def texts(of: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [of or ""] if of is None or isinstance(of, str) else list(of)


def _placeholders(text: str) -> set[str]:
    try:
        return {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    except ValueError:  # a brace too many
        return {text}


def test_there_is_something_to_translate() -> None:
    ids = {message.id for message in messages()}
    assert "Mood of {name}" in ids, "a plain message"
    assert ("in the last {number} day", "in the last {number} days") in ids, "a plural"
    assert "very positive" in ids, "a message that is only named"


SENTENCE = re.compile(r"(?!/?sentiment )(?s:.*)[^\W\d_]{2} [^\W\d_]{2,} [^\W\d_]{2}")
"""At least three words that are no command."""
NOT_FOR_PEOPLE = {"log", "info", "warning", "error", "ValueError", "compile"}


def literals(node: ast.AST) -> Iterator[str]:
    """The sentences in some code that somebody might be shown."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        if name in NOT_FOR_PEOPLE:
            return
    if isinstance(node, ast.Constant) and SENTENCE.match(str(node.value)):
        yield str(node.value)
    for child in ast.iter_child_nodes(node):
        yield from literals(child)


@pytest.mark.parametrize("room", ["commands", "render", "reports", "outbox.py"])
def test_no_sentence_is_said_past_the_catalogues(room: str) -> None:
    known = {text for message in messages() for text in texts(message.id)}
    place = BOT / room
    escaped = {
        f"{path.name}: {text}"
        for path in ([place] if place.is_file() else place.rglob("*.py"))
        for text in literals(ast.parse(path.read_text("utf-8")))
        if text not in known
    }
    assert escaped == set()


def test_a_sentence_past_the_catalogues_is_found() -> None:
    code = (
        'def f():\n    """Not this one."""\n    log.info("nor this")\n    return g("but this one")'
    )
    assert list(literals(ast.parse(code))) == ["but this one"]


def test_every_language_is_complete() -> None:
    for path in sorted(localizer.LOCALES.glob("*.po")):
        with path.open("rb") as file:
            assert (path.name, faults(read_po(file, locale=path.stem))) == (path.name, [])


Texts = str | tuple[str, ...]


def with_translation(message_id: Texts, translation: Texts, flags: Iterable[str] = ()) -> Catalog:
    catalogue = complete()
    catalogue.delete(message_id)
    catalogue.add(message_id, translation, flags=flags)
    return catalogue


def complete() -> Catalog:
    catalogue = Catalog("de", header_comment="")
    for message in messages():
        if message.id:
            said = texts(message.id)
            catalogue.add(message.id, said[0] if isinstance(message.id, str) else tuple(said))
    return catalogue


def test_a_complete_catalogue_has_no_fault() -> None:
    assert faults(complete()) == []


DAYS = ("{number} day", "{number} days")


@pytest.mark.parametrize(
    ("message_id", "translation", "fault"),
    [
        ("Mood of {name}", "", "is not translated"),
        ("Mood of {name}", "Stimmung", "has other placeholders"),
        ("Mood of {name}", "Stimmung von {nom}", "has other placeholders"),
        ("Mood of {name}", "Stimmung von {name.__class__}", "has other placeholders"),
        ("Mood of {name}", "Stimmung von {name} {", "has other placeholders"),
        ("Nobody says this", "Niemand sagt das", "is not said any more"),
        (DAYS, ("{number} Tag", ""), "is not translated"),
        (DAYS, ("{number} Tag", "{n} Tage"), "has other placeholders"),
    ],
)
def test_a_fault_is_found(message_id: Texts, translation: Texts, fault: str) -> None:
    catalogue = with_translation(message_id, translation)
    (found,) = faults(catalogue)
    assert found.startswith(fault)


def test_a_plural_may_leave_out_its_number() -> None:
    assert faults(with_translation(DAYS, ("ein Tag", "{number} Tage"))) == []


def test_a_missing_sentence_and_one_to_look_at_again_are_found() -> None:
    catalogue = with_translation(DAYS, ("{number} Tag", "{number} Tage"), flags=["fuzzy"])
    catalogue.delete("Mood of {name}")
    assert sorted(faults(catalogue)) == [
        "is missing: Mood of {name}",
        f"is not translated: {DAYS}",
    ]
