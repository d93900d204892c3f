"""scripts/README.md lists every command, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.chaos.__main__ import PROGRAMS

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
BEFORE_SETTING_UP = ("run", "test")  # any Python can start them, by their path


def commands() -> set[str]:
    programs = {
        path.stem if path.stem != "__main__" else path.parent.name
        for path in SCRIPTS.rglob("*.py")
        if path.parent == SCRIPTS or path.stem == "__main__"
        if '__name__ == "__main__"' in path.read_text(encoding="utf-8")
    }
    modules = programs - {*BEFORE_SETTING_UP, "chaos"}
    return {
        *(f"python3 scripts/{name}.py" for name in BEFORE_SETTING_UP),
        *(f"python -m scripts.{name}" for name in modules),
        *(f"python -m scripts.chaos {name}" for name in PROGRAMS),
    }


def test_every_command_is_listed_once_with_a_line_about_it() -> None:
    rows = re.findall(
        r"^\| `([^`]+)` \| (.+) \|$", (SCRIPTS / "README.md").read_text(encoding="utf-8"), re.M
    )
    assert sorted(command for command, _ in rows) == sorted(commands())
