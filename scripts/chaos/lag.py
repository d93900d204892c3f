"""How long an event loop keeps its tasks waiting, and how long the machine does by itself."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

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
async def measured(tell: Callable[[float], None]) -> AsyncIterator[None]:
    """Tell, a hundred times a second, how many seconds late the loop was."""
    probe = asyncio.create_task(_probe(tell), name="lag")
    try:
        yield
    finally:
        probe.cancel()


async def _probe(tell: Callable[[float], None]) -> None:
    clock = asyncio.get_running_loop().time
    while True:
        due = clock() + INTERVAL
        await asyncio.sleep(INTERVAL)
        tell(clock() - due)


def of_all(late: Iterable[float]) -> list[float]:
    """Also the lateness of the probes that a late one kept from starting.

    of_all([0.0, 0.025]) -> [0.0, 0.025, 0.015, 0.005]
    """
    return [each - n * INTERVAL for each in late for n in range(int(each / INTERVAL) + 1)]


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
