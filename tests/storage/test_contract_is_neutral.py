"""The contract holds for any engine: its tests know the interface, and no engine behind it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CONTRACT = Path(__file__).resolve().parent / "contract"
PUBLIC = frozenset({"storage", "storage.errors", "storage.interface", "storage.records"})


def engine_knowledge(source: str) -> Iterator[str]:
    """Every import past the interface, every private name, and every SQL statement."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                modules = [name.name for name in names]
            case ast.ImportFrom(module=str(module)):
                modules = [module]
            case ast.Attribute(attr=attr) if attr.startswith("_") and not attr.startswith("__"):
                yield attr
                continue
            case ast.Constant(value=str(text)) if text.lstrip().startswith(("SELECT", "PRAGMA")):
                yield text
                continue
            case _:
                continue
        for module in modules:
            past = module.startswith("storage") and module not in PUBLIC
            if past or module in ("sqlite3", "aiosqlite"):
                yield module


@pytest.mark.parametrize(
    "source",
    [
        "import sqlite3",
        "from storage.sqlite.messages import SQLiteMessages",
        "import storage.batch",
        "store.messages._database.read(sql)",
        'ask("SELECT count(*) FROM message")',
    ],
)
def test_what_knows_an_engine_is_found(source: str) -> None:
    assert list(engine_knowledge(source))


def test_the_contract_knows_no_engine() -> None:
    files = [
        *CONTRACT.glob("*.py"),
        CONTRACT.parent / "recount.py",
        CONTRACT.parent / "conftest.py",
    ]
    found = [
        f"{file.name}: {known}"
        for file in files
        for known in engine_knowledge(file.read_text("utf-8"))
    ]
    assert found == [], "move it to the tests of that engine"
    assert len(files) > 12
