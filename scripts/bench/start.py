"""Seconds from the start of the bot's process until it is there and answers, and idle memory.

The bot is `python -m bot` on a loopback Discord, on a database that it has been on before. It is
ready when its session is there and its commands are registered, and has answered when somebody's
first command has its reply. The loopback's own share, the same handshake of a bare discord.py
client with its imports, stands beside it. Memory is that of the process a while after that, when
nobody asks for anything: PSS (its own pages, and its part of shared ones) and RSS, from Linux's
`smaps_rollup`. The processor time until ready says more on a machine that has other things to do.

Both find their modules compiled, as everything that is installed is: the first starts compile them,
into a folder of this run, and are not counted.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

from playground.server import LoopbackDiscord
from scripts.chaos import town

BARE: Final = ("-m", "scripts.bench.client", "bare")
BOT: Final = ("-m", "bot")
_PATIENCE: Final = 60.0
COMMAND: Final = "/sentiment me period:24 hours"
_MIB: Final = 1024


def bench_start(options: argparse.Namespace) -> dict[str, Any]:
    """Start the bot and the bare client in turns; the bot's first start, which makes the database
    and compiles the modules, is told apart."""
    with TemporaryDirectory() as folder:
        runs = {"bot": BOT, "bare": BARE}
        first, _ = (asyncio.run(_start(program, Path(folder), 0.0)) for program in runs.values())
        found: dict[str, list[dict[str, float]]] = {name: [] for name in runs}
        for _ in range(options.runs):
            for name, program in runs.items():
                found[name].append(asyncio.run(_start(program, Path(folder), options.idle)))
    medians = {
        name: {key: round(median(run[key] for run in its), 3) for key in its[0]}
        for name, its in found.items()
    }
    return {
        "bench": "start",
        "runs": options.runs,
        "idle_seconds": options.idle,
        "first_start_seconds": round(first["ready_seconds"], 3),
        **medians,
        "ready_seconds_of_runs": [round(run["ready_seconds"], 3) for run in found["bot"]],
    }


async def _start(program: tuple[str, ...], folder: Path, idle: float) -> dict[str, float]:
    async with LoopbackDiscord() as server:
        place = town.Town.build(server, seed=1)
        started = time.perf_counter()
        async with _process(program, server, folder) as process:
            async with asyncio.timeout(_PATIENCE):
                await server.gateway.wait_until_present()
                if program is BOT:
                    await server.wait_until_ready(_PATIENCE)
                times = {"ready_seconds": time.perf_counter() - started}
                times["ready_cpu_seconds"] = cpu_seconds(process.pid)
                if program is BOT:
                    await server.command(place.owner, place.channels[0], COMMAND)
                times["answered_seconds"] = time.perf_counter() - started
            await asyncio.sleep(idle)
            return {**times, **_memory(process.pid)}


@asynccontextmanager
async def _process(
    program: tuple[str, ...], server: LoopbackDiscord, folder: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    settings = {
        "PYTHONPATH": str(town.ROOT),
        "DISCORD_TOKEN": server.token,
        "DISCORD_API_URL": server.url,
        "BAROMETER_DATABASE": str(town.database(folder)),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",  # as if it were not set
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, *program),
        cwd=folder,  # where there is no .env
        env=os.environ | settings,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def cpu_seconds(pid: int) -> float:
    # The command's name, in brackets, may hold spaces: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    user, system = map(int, fields[11:13])
    return (user + system) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> dict[str, float]:
    """PSS and RSS in MiB."""
    told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    kib = dict(re.findall(r"^(Pss|Rss): +(\d+) kB$", told, re.MULTILINE))
    return {"pss_mib": int(kib["Pss"]) / _MIB, "rss_mib": int(kib["Rss"]) / _MIB}


def report_start(figures: dict[str, Any]) -> str:
    """The figures of `bench_start` for people."""
    runs = figures["ready_seconds_of_runs"]
    lines = [
        f"medians of {figures['runs']} starts, in turns; memory after {figures['idle_seconds']:g} "
        "idle seconds",
        f"{'':20} {'ready, s':>9} {'of it CPU':>10} {'answered':>9} {'PSS, MiB':>9} "
        f"{'RSS, MiB':>9}",
    ]
    for name in ("bot", "bare"):
        its = figures[name]
        lines.append(
            f"{name:20} {its['ready_seconds']:>9.2f} {its['ready_cpu_seconds']:>10.2f} "
            f"{its['answered_seconds']:>9.2f} "
            f"{its['pss_mib']:>9.1f} {its['rss_mib']:>9.1f}"
        )
    lines += [
        f"The bot's starts took {min(runs):.2f} to {max(runs):.2f} s; the very first, with a new "
        f"database, and modules to compile, {figures['first_start_seconds']:.2f} s."
    ]
    return "\n".join(lines)
