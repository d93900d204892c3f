"""Which of our modules something passes: `python -m scripts.trace message|command|house [--json]`.

    message   from Discord's event to the sums that are committed
    command   `/sentiment channel`, from the interaction to the answer
    house     modules a folder, and the longest chain of imports

The first two run the bot on a loopback Discord in this process and note, in the order in which
they come, the modules of which a function runs, in any thread. What runs only at the start, and
modules that only hold constants, do not count; nor does the loopback Discord.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, chdir
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from pathlib import Path
from types import FrameType
from typing import Any

import grimp

from bot import app
from bot.settings import Settings
from playground.server import LoopbackDiscord
from scripts.chaos import ledger
from scripts.chaos.town import Town, database, wait_until

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("bot", "classifier", "storage")
ROOMS = (*PARTS, "playground")
COMMAND = "/sentiment channel"
REST_SECONDS = 0.5
"""How long nothing of ours must run before the bot is at rest."""


@dataclass(slots=True)
class Passed:
    """The modules whose functions ran while `listening`, the first to run first."""

    modules: dict[str, None] = field(default_factory=dict)
    calls: int = 0
    listening: bool = False

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        if event != "call":
            return
        # The code of a data class has no file, but it has its module's globals.
        module = str(frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] in PARTS:
            self.calls += 1
            if self.listening:
                self.modules.setdefault(module)

    async def rest(self) -> None:
        """Wait until nothing of ours has run for a while."""
        seen = -1
        while seen != self.calls:
            seen = self.calls
            await asyncio.sleep(REST_SECONDS)


@asynccontextmanager
async def town_with_bot(passed: Passed) -> AsyncIterator[Town]:
    """A guild in which a hundred messages were written and counted, and the bot at rest."""
    with tempfile.TemporaryDirectory() as name, chdir(name):  # where there is no .env
        async with LoopbackDiscord() as server:
            town = Town.build(server, seed=1)
            place = {"DISCORD_TOKEN": server.token, "DISCORD_API_URL": server.url}
            settings = Settings.model_validate(
                place | {"BAROMETER_DATABASE": str(database(Path(name)))}
            )
            stop = asyncio.Event()
            bot = asyncio.create_task(app.run(settings, stop))
            try:
                await server.wait_until_ready()
                await town.say(100)
                await stored(town)
                await passed.rest()
                yield town
            finally:
                stop.set()
                await bot


async def stored(town: Town) -> None:
    """Wait until every message is committed."""
    path = database(Path.cwd())
    if not await wait_until(lambda: ledger.stored(path).keys() >= set(town.sent), seconds=30):
        raise SystemExit("The bot did not store what was written; see its log above.")


async def trace(what: str) -> dict[str, Any]:
    """The modules that a message, or a command, passes."""
    passed = Passed()
    threading.setprofile(passed)
    sys.setprofile(passed)
    try:
        async with town_with_bot(passed) as town:
            passed.listening = True
            if what == "message":
                await town.say()
                await stored(town)
                await passed.rest()
            else:
                await town.ask(COMMAND)
            passed.listening = False
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    modules = list(passed.modules)
    return {"trace": what, "count": len(modules), "modules": modules}


def house() -> dict[str, Any]:
    """Modules a folder, and the longest chain of modules each of which imports the next.

    Imports for the type checker alone do not count, nor do `scripts` and `tests`. Raises
    graphlib.CycleError where modules import one another in a circle.
    """
    files = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    folders = Counter(
        path.parent.relative_to(ROOT).as_posix() for path in files if path.name != "__init__.py"
    )
    graph = grimp.build_graph(*ROOMS, exclude_type_checking_imports=True, cache_dir=None)
    imported = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    chains: dict[str, list[str]] = {}
    for name in TopologicalSorter(imported).static_order():
        below = (chains[one] for one in sorted(imported[name]))
        chains[name] = [name, *max(below, key=len, default=[])]
    chain = max((chains[name] for name in sorted(chains)), key=len)
    return {
        "trace": "house",
        "count": folders.total(),
        "folders": dict(sorted(folders.items())),
        "longest_chain": chain,
    }


def shown(figures: dict[str, Any]) -> str:
    """The figures for people."""
    if figures["trace"] != "house":
        lines = [f"A {figures['trace']} passes {figures['count']} modules:"]
        return "\n".join([*lines, *(f"    {module}" for module in figures["modules"])])
    chain = figures["longest_chain"]
    return "\n".join(
        [
            f"{figures['count']} modules in {len(figures['folders'])} folders:",
            *(f"    {count:>3}  {folder}/" for folder, count in figures["folders"].items()),
            f"The longest chain of imports has {len(chain)} modules:",
            *(f"    {module}" for module in chain),
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one trace; 0."""
    about, _, what = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        prog="python -m scripts.trace",
        description=about,
        epilog=what,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=("message", "command", "house"))
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    for name in [*os.environ]:  # what an operator has set has no part in this
        if name.startswith(("BAROMETER_", "DISCORD_")):
            del os.environ[name]
    figures = house() if options.what == "house" else asyncio.run(trace(options.what))
    print(json.dumps(figures) if options.json else shown(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
