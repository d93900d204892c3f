"""The traces are of the bot itself; each runs as a process, because it listens to every call."""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from scripts import trace

ROOT = Path(__file__).resolve().parents[2]


def traced(what: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.trace", what, "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def rooms_of(figures: dict[str, Any]) -> list[str]:
    """The rooms in the order in which they are first entered, the bot's by folder."""
    rooms = [
        ".".join(module.split(".")[: 2 if module.startswith("bot.") else 1])
        for module in figures["modules"]
    ]
    return list(dict.fromkeys(rooms))


def drawn(flow: str) -> list[str]:
    """The modules that CONTRIBUTING.md draws into a flow."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.search(rf"\*\*{flow}: .+?\n\n((?:    [^\n]*\n)+)", text, re.S)
    assert found is not None
    return [path.replace("/", ".") for path in re.findall(r"([\w/]+)\.py", found[1])]


def imports_of(name: str) -> set[str]:
    """What a module imports by its own text: modules, and names that may be modules."""
    path = importlib.import_module(name).__file__
    assert path is not None
    found = set()
    for node in ast.walk(ast.parse(Path(path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_a_message_goes_from_the_gateway_to_the_score_and_into_the_storage() -> None:
    figures = traced("message")
    assert figures["count"] == len(set(figures["modules"])) > 10
    assert {"classifier.scorer", "bot.ingest.adapter"} <= set(figures["modules"])
    assert "storage" in rooms_of(figures)
    assert len(drawn("In")) > 5
    assert set(drawn("In")) <= set(figures["modules"])
    on_the_way = [room for room in rooms_of(figures) if room in ("bot.gateway", "bot.ingest")]
    assert on_the_way == ["bot.gateway", "bot.ingest"]
    assert not {"bot.commands", "bot.reports", "bot.render"} & set(rooms_of(figures))


def test_a_command_goes_through_access_query_and_report_to_the_view() -> None:
    figures = traced("command")
    assert figures["modules"].index("bot.commands.access") < figures["count"] - 1
    rooms = [room for room in rooms_of(figures) if room in ("bot.commands", "bot.reports")]
    assert rooms == ["bot.commands", "bot.reports"]
    assert {"storage", "bot.render"} <= set(rooms_of(figures))
    assert "classifier" not in rooms_of(figures)
    assert len(drawn("Out")) > 5
    assert set(drawn("Out")) <= set(figures["modules"])


def test_each_module_of_the_longest_chain_imports_the_next() -> None:
    figures = trace.house()
    chain = figures["longest_chain"]
    assert chain[0] == "bot.__main__"
    for name, following in pairwise(chain):
        assert following in imports_of(name)
    assert figures["count"] == sum(figures["folders"].values())
    assert figures["folders"]["playground"] == len(
        [path for path in (ROOT / "playground").glob("*.py") if path.name != "__init__.py"]
    )
