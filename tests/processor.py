"""How quick the processor is: limits of work are set for one machine, and tests run on many."""

from __future__ import annotations

from time import thread_time

STEPS = 300_000
SECONDS = 0.011
"""So long they took on the machine for which limits are set, while it was idle."""


def slowness() -> float:
    """How many times as long as there some plain work takes here and now; never less than 1."""
    return max(1.0, min(_seconds() for _ in range(3)) / SECONDS)


def _seconds() -> float:
    began, number = thread_time(), 0
    for step in range(STEPS):
        number = (number * 31 + step) % 1_000_003
    return thread_time() - began
