"""Breaks Barometer on purpose and counts what is left; exits 1 when a promise is broken."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from inspect import getdoc
from types import ModuleType

from scripts.chaos.result import show


@dataclass(frozen=True, slots=True)
class Program:
    """`length` is its option, `full` what it takes to say that the promise is kept."""

    length: str
    full: float
    says: str


PROGRAMS = {
    "crash": Program("runs", 500, "kill -9 at random moments of writing"),
    "lock": Program("seconds", 30, "another process holds the database locked"),
    "migrate": Program("runs", 0, "kill -9 at every step of the migrations"),
    "disk": Program("seconds", 10, "the disk is full"),
    "gateway": Program("runs", 300, "disconnects, op 7 and 9, malformed events, REST storms"),
    "failing-channel": Program("seconds", 60, "one channel fails, or has to wait"),
    "poison": Program("runs", 200, "messages that discord.py cannot parse"),
    "start": Program("runs", 500, "a start with so many servers"),
    "differences": Program("runs", 25, "members look for somebody in the difference of answers"),
    "damage": Program("runs", 20, "the database is damaged while it is in use"),
    "empty-history": Program("runs", 5, "a history that leaves out what is there"),
    "date": Program("runs", 3, "answers that are dated ten years ahead, or behind"),
    "restore": Program("runs", 300, "older copies of the database are restored"),
    "noisy": Program("runs", 50, "so many questions of one person, and a big channel is deleted"),
    "charts": Program("runs", 300, "so many charts are asked for, and then SIGTERM comes"),
    "shards": Program("runs", 4, "processes that share the shards die, one after the other"),
    "flood": Program("seconds", 60, "5,000 messages a second, and a queue that overflows"),
    "stop": Program("runs", 100, "SIGTERM under load"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one program; 0, or 1 when its promise is broken."""
    options = _parser().parse_args(arguments)
    if options.verbose:
        logging.getLogger("scripts").setLevel(logging.INFO)
        logging.basicConfig(format="%(message)s")
    result = _module(options.program).run(options)
    print(show(options.program, result, as_json=options.json), flush=True)
    return 1 if result.broken else 0


def _module(program: str) -> ModuleType:
    return import_module(f"scripts.chaos.{program.replace('-', '_')}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.chaos", description=__doc__)
    programs = parser.add_subparsers(dest="program", required=True)
    for name, program in PROGRAMS.items():
        module = _module(name)
        adder = programs.add_parser(
            name,
            help=program.says,
            description=getdoc(module),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        adder.add_argument(
            f"--{program.length}",
            type=int if program.length == "runs" else float,
            default=program.full,
            metavar="N",
            help=f"how many {program.length} (%(default)s)",
        )
        if hasattr(module, "add_options"):
            module.add_options(adder)
        adder.add_argument("--seed", type=int, default=1, help="of all that is random (1)")
        adder.add_argument("--verbose", action="store_true", help="tell what is being done")
        adder.add_argument("--json", action="store_true", help="print the figures as one JSON line")
    return parser


if __name__ == "__main__":
    sys.exit(main())
