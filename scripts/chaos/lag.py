"""How long an event loop keeps its tasks waiting, and how long the machine does by itself."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

INTERVAL = 0.01

_IDLE = """
import sys, threading, time
ended, worst = threading.Event(), 0.0
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
while not ended.is_set():
    due = time.perf_counter() + 0.01
    time.sleep(0.01)
    worst = max(worst, time.perf_counter() - due)
print(worst)
"""


@asynccontextmanager
async def measured() -> AsyncIterator[list[float]]:
    """Yields a list that fills: seconds by which the loop was late, a hundred times a second."""
    late: list[float] = []
    probe = asyncio.create_task(_probe(late), name="lag")
    try:
        yield late
    finally:
        probe.cancel()


async def _probe(late: list[float]) -> None:
    clock = asyncio.get_running_loop().time
    while True:
        due = clock() + INTERVAL
        await asyncio.sleep(INTERVAL)
        late.append(clock() - due)


@dataclass(slots=True)
class Machine:
    """`worst` is known when the measuring has ended."""

    worst: float = 0.0


@contextmanager
def of_the_machine() -> Iterator[Machine]:
    """How late, at worst, a process that does nothing is woken meanwhile: not the loop's fault."""
    command = [sys.executable, "-c", _IDLE]
    machine = Machine()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as idle:
        try:
            yield machine
        finally:
            machine.worst = float(idle.communicate()[0])
