"""What a program found: its figures, and in words what broke its promise."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

Figure = int | float | str | list[str] | dict[str, int]


@dataclass(frozen=True, slots=True)
class Result:
    """`figures` are printed last; the promise was kept where nothing is in `broken`."""

    figures: dict[str, Figure]
    broken: tuple[str, ...] = ()


def show(program: str, result: Result, *, as_json: bool) -> str:
    """The faults found, one a line, and then the figures: for people, or as one line of JSON."""
    lines = [f"BROKEN: {fault}" for fault in result.broken[:20]]
    if len(result.broken) > len(lines):
        lines.append(f"… and {len(result.broken) - len(lines)} more")
    if as_json:
        verdict = {"program": program, "kept": not result.broken, "broken": result.broken[:20]}
        return json.dumps(verdict | result.figures)
    lines.append(f"{program}: the promise was {'BROKEN' if result.broken else 'kept'}")
    lines += [f"  {name.replace('_', ' '):<32} {value}" for name, value in result.figures.items()]
    return "\n".join(lines)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` of them do not exceed (nearest rank); 0 of none.

    percentile([3, 1, 2, 4], 50) -> 2
    """
    if not values:
        return 0.0
    return sorted(values)[max(0, ceil(len(values) * percent / 100) - 1)]
