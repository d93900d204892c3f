"""docs/operating.md is whole: each warning of the code, each setting, each command and figure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import discord
import pytest

from bot.settings import Settings
from scripts.barometer import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
CODE = " ".join(re.findall(r"`([^`]+)`", re.sub(r"^ *```.*?^ *```", "", TEXT, flags=re.M | re.S)))

FRAGMENT = 45
"""Characters of a message that the guide must have, of its longest part between placeholders."""


def warnings() -> Iterator[tuple[str, str]]:
    """Where each stands, and its longest part; but for those that somebody else has worded."""
    for room in ("bot", "classifier", "storage"):
        for file in sorted((ROOT / room).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            constants = {
                target.id: node.value.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Assign | ast.AnnAssign)
                and isinstance(node.value, ast.Constant)
                and isinstance(node.value.value, str)
                for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
                if isinstance(target, ast.Name)
            }
            for node in ast.walk(tree):
                match node:
                    case ast.Call(
                        func=ast.Attribute(
                            value=ast.Name("log"), attr="warning" | "error" | "critical"
                        ),
                        args=[first, *_],
                    ):
                        where = f"{file.relative_to(ROOT)}:{node.lineno}"
                        if isinstance(first, ast.Constant):
                            yield where, longest_part(str(first.value))
                        elif isinstance(first, ast.Name) and first.id in constants:
                            yield where, longest_part(constants[first.id])


def longest_part(message: str) -> str:
    """The longest part between placeholders, as far as the guide has to have it.

    >>> longest_part("The job %s failed in guild %d: %s")
    'failed in guild'
    """
    parts = re.split(r"%[-\d.]*[a-z]", message)
    return max((part.strip(" :.") for part in parts), key=len)[:FRAGMENT].strip()


def test_every_warning_of_the_code_is_explained() -> None:
    found = list(warnings())
    assert len(found) > 30
    missing = [f"{where}: {part}" for where, part in found if part not in CODE]
    assert missing == [], "give each a line in docs/operating.md, 'Every warning in the log'"


ROOMS_OF_DISCORD_PY = (
    *("app_commands/tree", "client", "gateway", "http", "shard", "state"),
    *("ui/modal", "ui/view", "webhook/async_"),
)

NOT_OURS = ("voice", "High socket latency", "chunks", "SOUNDBOARD", "Guilds intent")
"""What only bots that speak, or with other intents, can see."""


def test_every_warning_that_discord_py_may_give_is_explained() -> None:
    folder = Path(discord.__file__).parent
    code = "".join((folder / f"{room}.py").read_text("utf-8") for room in ROOMS_OF_DISCORD_PY)
    calls = r"""(?:_log\.(?:warning|error|exception)\(|_msg: str =)\s*(['"])(.+?)\1"""
    messages = {each for _, each in re.findall(calls, code)}
    expected = [each for each in messages if not any(other in each for other in NOT_OURS)]
    assert len(expected) > 15
    assert [each for each in expected if " ".join(each.split()[:2]) not in CODE] == []


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"train"}))
def test_every_command_of_an_operator_is_shown(command: str) -> None:
    assert f"barometer {command}" in TEXT


def test_settings_that_it_names_are_there() -> None:
    known = {str(field.validation_alias) for field in Settings.model_fields.values()}
    named = set(re.findall(r"\b(?:BAROMETER|DISCORD)_[A-Z_]*[A-Z]\b", TEXT)) - {"BAROMETER_KEEP"}
    assert named <= known


def test_links_within_it_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", TEXT, re.M)
    anchors = {re.sub(r"[^\w -]", "", each).lower().replace(" ", "-") for each in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors
    others = set(re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT))
    assert [each for each in others if not (ROOT / "docs" / each).exists()] == []
