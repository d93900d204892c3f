"""The `barometer` program, which pip and pipx install: each of its words starts one command.

In a folder of the sources, `python -m scripts.barometer` is the same.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.version import version


@dataclass(frozen=True, slots=True)
class Command:
    """A module with a `main(arguments)` that returns an exit code; `before` stands before what is
    typed. It is imported when it is asked for: nobody waits for what another one needs."""

    module: str
    help: str
    before: tuple[str, ...] = ()


COMMANDS: Final = {
    "run": Command("bot.__main__", "run the bot; settings come from .env and the environment"),
    "check": Command(
        "bot.__main__", "look at settings, model, database and token; gives the link", ("--check",)
    ),
    "playground": Command("playground.__main__", "try the bot on this computer, without a token"),
    "restore": Command("scripts.restore", "put a backup in the place of the database"),
    "move": Command("scripts.move", "copy a file of SQLite into a database of PostgreSQL"),
    "forget": Command("scripts.forget", "erase a member's data for them"),
    "export": Command("scripts.export", "write a server's sums as CSV or Parquet"),
    "score": Command("scripts.score", "score a CSV or Parquet file of texts"),
    "train": Command("scripts.train", "train a net of your own (needs TensorFlow)"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Start what the first word names, with the other words; its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    # Only the first word is ours: `barometer score --help` is for the command to answer.
    name = parser.parse_args(words[:1] or ["--help"]).command
    command = COMMANDS[name]
    sys.argv = [f"barometer {name}", *command.before, *words[1:]]
    try:
        return int(importlib.import_module(command.module).main() or 0)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def parser_of(name: str, description: str) -> argparse.ArgumentParser:
    """The parser of the command `scripts.NAME`, which calls it as it was started."""
    module = f"python -m scripts.{name}"
    called = f"barometer {name}" if sys.argv[0] == f"barometer {name}" else module
    return argparse.ArgumentParser(
        prog=called,
        description=description.replace(module, called),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="barometer",
        description="A mood barometer for Discord servers.",
        epilog="Each command tells its options: barometer run --help",
    )
    parser.add_argument("--version", action="version", version=f"Barometer {version()}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=command.help, add_help=False)
    return parser


if __name__ == "__main__":
    sys.exit(main())
