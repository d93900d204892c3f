"""CONTRIBUTING.md leads to files that are there; `test_trace.py` follows the flows it draws."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ROOMS = "bot|classifier|docs|playground|scripts|storage|tests"


def test_every_file_and_folder_that_it_names_is_there() -> None:
    named = set(re.findall(rf"(?<![\w/.])(?:{ROOMS})/[\w/.]*\w/?", TEXT))
    assert len(named) > 30
    assert {name for name in named if not (ROOT / name).exists()} == set()
