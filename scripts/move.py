"""Copy the database to another one: `python -m scripts.move sqlite:///FILE postgresql://…`.

Stop the bot first. What was stopped in between goes on where it was when you run it again; the
target is empty before, and nobody can use it until all has arrived and is verified by counts and
checksums. The source stays as it is. Settings are read as by the bot (.env), for the key's file.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from typing import Final

from bot import settings as settings_module
from scripts.barometer import parser_of
from storage import StorageError, shown
from storage.moving import Moved, Step, move

_SECONDS_BETWEEN_LINES: Final = 2.0


_END: Final = """
Moved {rows:,} rows; the counts and checksums of every table and server agree.
To use the new database, put this into .env, with the password and any options as above:
  BAROMETER_DATABASE={address}
  BAROMETER_KEY_FILE={key}
The key goes with the data: without it nobody's opt-out can be recognised. Every machine that runs
the bot needs a copy. The old database is still where it was. Delete it, and its backups, once you
are content: what people ask to be forgotten from now on isn't forgotten there."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Copy; 0, or 1 with words when it cannot be done."""
    options = _parser().parse_args(arguments)
    try:
        settings = settings_module.load()
        moved = asyncio.run(
            move(
                options.source,
                options.target,
                tell=Progress().tell,
                key_file=settings.key_file,
            )
        )
    except (settings_module.SettingsError, StorageError) as error:
        print(error, file=sys.stderr)
        return 1
    _tell_end(moved, options)
    return 0


class Progress:
    """Prints a line for each table, and every few seconds how far a big one is."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def tell(self, step: Step) -> None:
        is_done = step.guilds == step.of_guilds
        if not is_done and time.monotonic() - self._last < _SECONDS_BETWEEN_LINES:
            return
        self._last = time.monotonic()
        there = f", {step.already_there:,} of them were there" if step.already_there else ""
        how_far = "" if is_done else f" (server {step.guilds:,} of {step.of_guilds:,})"
        print(f"{step.table:<24} {step.rows:>12,} rows{there}{how_far}", flush=True)


def _tell_end(moved: Moved, options: argparse.Namespace) -> None:
    print(
        _END.format(
            rows=sum(moved.rows.values()), address=shown(options.target), key=moved.key_file
        )
    )


def _parser() -> argparse.ArgumentParser:
    parser = parser_of("move", __doc__)
    parser.add_argument("source", metavar="FROM", help="sqlite:///data/barometer.sqlite3")
    parser.add_argument("target", metavar="TO", help="postgresql://user:password@host/database")
    return parser


if __name__ == "__main__":
    sys.exit(main())
