"""Text files of lists: the lines below each `[heading]`."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable
from pathlib import Path

_HEADING = re.compile(r"\[([^\]]+)\]")


def sections(file: Traversable | Path) -> dict[str, list[str]]:
    """The lines below each `[heading]` of `file`, in order, without blanks around them.

    Empty lines say nothing, nor do comments: those of "#" alone, or that begin with "# " (a hashtag
    has no blank).
    """
    found: dict[str, list[str]] = {}
    for line in map(str.strip, file.read_text(encoding="utf-8").splitlines()):
        if heading := _HEADING.fullmatch(line):
            below = found.setdefault(heading[1], [])
        elif line and line != "#" and not line.startswith("# "):
            below.append(line)
    return found
