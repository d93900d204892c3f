"""In every language, what Discord shows beside its own words is as short as Discord wants it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.gateway.command_sync import payloads
from bot.render import localizer
from bot.render.command_texts import CommandTranslator
from bot.render.localizer import for_language
from playground.languages import shown
from tests.bot.commands.conftest import Server
from tests.bot.conftest import BOT, PseudoLocale, messages
from tests.bot.test_locales import texts

LIMITS = {
    ("Modal", "title"): 45,
    ("Form", "title"): 45,
    ("Label", "text"): 45,
    ("Label", "description"): 100,
    ("TextInput", "label"): 45,
    ("TextInput", "placeholder"): 100,
    ("Button", "label"): 80,
    ("Select", "placeholder"): 150,
    ("SelectOption", "label"): 100,
    ("SelectOption", "description"): 100,
    ("CheckboxGroupOption", "label"): 100,
    ("RadioGroupOption", "label"): 100,
}
"""https://discord.com/developers/docs/components/reference"""
ROOM_FOR_VALUES = 20
"""Characters that a `{placeholder}` may come to."""
_STEPS = 2
"""From a component over so many variables and parameters a text is followed."""
LANGUAGES = sorted(path.stem for path in localizer.LOCALES.glob("*.po"))


def labels(code: str) -> Iterator[tuple[int, str]]:
    """The texts of some code that may come to stand on a component, with what fits there.

    Of a variable or parameter these are all texts that the file puts into one of that name: rather
    too many.
    """
    module = ast.parse(code)
    for call in (node for node in ast.walk(module) if isinstance(node, ast.Call)):
        component = _component(call)
        given = [(keyword.arg, keyword.value) for keyword in call.keywords]
        if _name(call.func) == "of" and call.args:  # of a `Form`, or of a kind of components
            component, given = "Form", [("title", call.args[0])]
        for argument, value in given:
            if most := LIMITS.get((component, argument or "")):
                values = _followed(value, module)
                if component != "Form" or not any(map(_holds_component, values)):
                    yield from ((most, text) for each in values for text in _texts(each))


def _component(call: ast.Call) -> str:
    name = _name(call.func)
    return "Select" if name.endswith("Select") else name


def _holds_component(value: ast.expr) -> bool:
    calls = [node for node in ast.walk(value) if isinstance(node, ast.Call)]
    return bool(set(map(_component, calls)) & {component for component, _ in LIMITS})


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Subscript):  # discord.ui.Button[discord.ui.View]
        return _name(called.value)
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _texts(value: ast.expr) -> set[str]:
    nodes = [node for node in ast.walk(value) if isinstance(node, ast.Constant)]
    return {node.value for node in nodes if isinstance(node.value, str)}


def _followed(value: ast.expr, module: ast.Module) -> list[ast.expr]:
    """The value, and what its variables and parameters may be."""
    values, names = [value], _names(value)
    for _ in range(_STEPS):
        told = [given for name in sorted(names) for given in _given(name, module)]
        values += told
        names = set().union(*map(_names, told)) - names
    return values


def _names(value: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}


def _given(name: str, module: ast.Module) -> Iterator[ast.expr]:
    """What the file puts into a variable or parameter of this name."""
    for node in ast.walk(module):
        if isinstance(node, ast.Assign) and any(name in _names(each) for each in node.targets):
            yield node.value
        elif isinstance(node, ast.For | ast.comprehension) and name in _names(node.target):
            yield node.iter
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            every = (*node.args.args, *node.args.kwonlyargs)
            parameters = [each.arg for each in every if each.arg not in ("self", "cls")]
            if name in parameters:
                yield from _arguments(node.name, parameters.index(name), name, module)


def _arguments(function: str, at: int, name: str, module: ast.Module) -> Iterator[ast.expr]:
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and _name(call.func) == function:
            yield from call.args[at : at + 1]
            yield from (keyword.value for keyword in call.keywords if keyword.arg == name)


def length(text: str) -> int:
    parts = text.replace("}", "{").split("{")
    return sum(map(len, parts[::2])) + ROOM_FOR_VALUES * len(parts[1::2])


def test_what_stands_on_components_is_found() -> None:
    code = """
A, B = _("of A"), _("of B")
def f():
    label = _("in a variable")
    yield discord.ui.Button[discord.ui.View](label=label)
    for label, first in ((_("in a loop"), 1),):
        yield self.kind.of(ChannelSelect(placeholder=_("in a select")))
        yield self.form.of(localizer.gettext("in a title"), asker_id=1)
    yield made(1, _("in an argument"), hint="in a keyword")
def made(number, text, *, hint):
    return discord.ui.Label(text=text, component=discord.ui.TextInput(placeholder=hint))
    log("nowhere")
"""
    assert set(labels(code)) == {
        (80, "in a variable"),
        (80, "in a loop"),
        (150, "in a select"),
        (45, "in a title"),
        (45, "in an argument"),
        (100, "in a keyword"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_fits_on_a_component_in_english_fits_there_in_every_language(language: str) -> None:
    of = {text: message.id for message in messages() for text in texts(message.id)}
    reader, too_long = for_language(language.replace("_", "-")), set()
    for path in (BOT / "commands").rglob("*.py"):
        for most, text in labels(path.read_text("utf-8")):
            if text in of and length(text) <= most:
                told = said(reader, of[text])
                too_long |= {(most, each) for each in told if length(each) > most}
    assert too_long == set()


def said(reader: localizer.Localizer, message: str | list[str] | tuple[str, ...]) -> set[str]:
    if isinstance(message, str):
        return {reader.translations.gettext(message)}
    return {reader.translations.ngettext(message[0], message[1], n) for n in range(103)}


@pytest.mark.parametrize("language", ["en-GB", *(name.replace("_", "-") for name in LANGUAGES)])
async def test_commands_keep_to_the_limits(server: Server, language: str) -> None:
    # https://discord.com/developers/docs/interactions/application-commands
    await server.bot.tree.set_translator(CommandTranslator())
    for command in await payloads(server.bot.tree):
        assert re.fullmatch(r"[\w -]{1,32}", shown(command, "name", language))
        characters = 0
        for part in parts(command):
            description = shown(part, "description", language)
            assert len(description) <= 100, description
            names = [shown(choice, "name", language) for choice in part.get("choices", ())]
            assert [name for name in names if len(name) > 100] == []
            values = [str(choice["value"]) for choice in part.get("choices", ())]
            characters += sum(map(len, (part["name"], description, *names, *values)))
        assert characters <= 8000


async def test_whatever_is_told_of_commands_is_in_the_catalogues(
    server: Server, pseudo: PseudoLocale
) -> None:
    await server.bot.tree.set_translator(CommandTranslator())
    told = [
        shown(each, key, pseudo.name)
        for command in await payloads(server.bot.tree)
        for part in parts(command)
        for each, key in [
            (part, "description" if "description" in part else "name"),
            *((choice, "name") for choice in part.get("choices", ())),
        ]
    ]
    assert {text: found for text in told if (found := pseudo.escaped(text))} == {}


def parts(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A command and all that is below it but choices."""
    yield payload
    for option in payload.get("options", ()):
        yield from parts(option)
