"""Tells how far a set-up is: what pip fetches and installs, counted. Standard library only.

On a terminal one line that changes; elsewhere (a log, CI) a line now and then.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TextIO

_REQUIREMENT = re.compile(r"^([A-Za-z0-9][\w.-]*)\s*(?:==|@)", re.M)
_FETCHING = re.compile(
    r"^\s*(?:Collecting ([A-Za-z0-9][\w.-]*)|Processing (?:.*[/\\])?(\w[\w.]*)-)"
)
"""A package from an index, or a file of one from this machine."""
_NOT_FOR_HERE = re.compile(r"^\s*Ignoring [A-Za-z0-9]")
_INSTALLING = re.compile(r"^\s*Installing collected packages")

QUARTERS = 4
"""So many lines a stage where nobody watches."""


class SetupReport:
    """Counts by pip's own output, and by what has arrived in the environment.

    `folder` is the environment, `lock` the text of the list that is installed.
    """

    def __init__(self, folder: Path, lock: str, out: TextIO) -> None:
        self._name = folder.name
        self._folder = folder
        self._out = out
        self._is_terminal = out.isatty()
        self._total = len(_REQUIREMENT.findall(lock))
        self._fetched = 0
        self._there_before: set[str] | None = None  # packages when pip began to install
        self._shown = ""
        self._quarter = -1

    def begin(self, megabytes: int) -> None:
        """Say what is about to happen, and that it happens once."""
        self._line(f"Setting up {self._name} (once; up to {megabytes} MB) …")
        self._update("making a fresh environment")

    def hear(self, line: str) -> None:
        """Take in a line of pip's output."""
        found = _FETCHING.match(line)
        if found is not None:
            self._fetched += 1
            self._count("fetching", self._fetched, found[1] or found[2].replace("_", "-"))
        elif _NOT_FOR_HERE.match(line):  # pip says so before it fetches anything
            self._total -= 1
        elif _INSTALLING.match(line):
            self._there_before = self._packages()
            self._quarter = -1
            self._count("installing", 0)

    def look(self) -> None:
        """While pip installs it says nothing: count what is there by now."""
        if self._there_before is not None:
            self._count("installing", len(self._packages() - self._there_before))

    def end(self, *, is_done: bool) -> None:
        """Leave the line for whatever is said next."""
        self._there_before = None
        self._update("")
        if is_done:
            self._line(f"{self._name} is ready: {self._fetched} packages.")

    def _packages(self) -> set[str]:
        """What is wholly there: its list of files is written last."""
        found: set[str] = set()
        for packages in ("lib/python3.*/site-packages", "Lib/site-packages"):  # or on Windows
            lists = self._folder.glob(f"{packages}/*.dist-info/RECORD")
            found |= {each.parent.name for each in lists}
        return found

    def _count(self, doing: str, number: int, name: str = "") -> None:
        if number > self._total:  # what is no requirement of ours is no figure of ours
            return
        if self._is_terminal:
            self._update(f"{doing} {number} of {self._total}" + (f": {name}" if name else ""))
            return
        quarter = QUARTERS * number // max(self._total, 1)
        if quarter > self._quarter:
            self._quarter = quarter
            self._line(f"  {doing} {number} of {self._total}")

    def _update(self, text: str) -> None:
        """Show this in the line that changes."""
        if not self._is_terminal or text == self._shown:
            return
        width = shutil.get_terminal_size().columns - 1
        line = f"  {text} …"[:width] if text else ""
        # Blanks, and no escape sequence: old consoles of Windows print those as they are.
        self._out.write(f"\r{line.ljust(min(len(self._shown) + 4, width))}\r{line}")
        self._out.flush()
        self._shown = text

    def _line(self, text: str) -> None:
        print(text, file=self._out, flush=True)
