"""No module of the storage looks at the machine's clock: a wrong one would delete for good."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

STORAGE = Path(__file__).resolve().parents[2] / "storage"
READS_A_CLOCK = frozenset({"now", "utcnow", "today", "localtime", "gmtime", "time_ns"})
SQL_CLOCK = re.compile(r"\bCURRENT_(?:TIME|DATE|TIMESTAMP)\b|'now'|\bunixepoch\(\)", re.IGNORECASE)


def clocks(source: str) -> Iterator[str]:
    """Every look at a clock in this Python."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names) if any(name.name == "time" for name in names):
                yield ast.unparse(node)
            case ast.ImportFrom(module="time"):
                yield ast.unparse(node)
            case ast.Attribute(attr=attr) if attr in READS_A_CLOCK:
                yield ast.unparse(node)
            case ast.Constant(value=str(text)) if SQL_CLOCK.search(text):
                yield text


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "from time import monotonic",
        "datetime.now(UTC)",
        "datetime.datetime.utcnow()",
        "date.today()",
        "clock = datetime.now",
        "connection.execute(\"SELECT datetime('now')\")",
        'connection.execute("INSERT INTO x VALUES (CURRENT_TIMESTAMP)")',
    ],
)
def test_a_look_at_a_clock_is_found(source: str) -> None:
    assert list(clocks(source))


def test_a_time_that_is_handed_in_is_none() -> None:
    assert list(clocks("def f(now: datetime) -> int:\n    return to_microseconds(now)")) == []


def test_the_storage_looks_at_no_clock() -> None:
    files = sorted(STORAGE.rglob("*.py"))
    found = [f"{file.name}: {look}" for file in files for look in clocks(file.read_text("utf-8"))]
    assert found == [], "let the caller hand the time in"
    assert len(files) > 20
    scripts = sorted(STORAGE.rglob("*.sql"))
    assert [file.name for file in scripts if SQL_CLOCK.search(file.read_text("utf-8"))] == []
    assert len(scripts) > 2
