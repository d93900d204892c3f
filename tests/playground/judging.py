"""A plug-in of pytest: every loopback Discord of a run is judged by Discord's own descriptions.

    python -m pytest -p tests.playground.judging tests/test_end_to_end.py

At the end it writes to the file that JUDGE_VERDICT names what it has found, as JSON: `counts` of
what was judged, and `faults` in words. `test_validity` holds a whole run against it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from playground.server import LoopbackDiscord
from tests.playground.schema_judge import SchemaJudge

VERDICT = "JUDGE_VERDICT"
DESCRIPTIONS = "JUDGE_DESCRIPTIONS"  # tests/conftest.py takes away what begins with DISCORD_


def pytest_configure(config: pytest.Config) -> None:
    judge = SchemaJudge(Path(os.environ[DESCRIPTIONS]), keeps=False)
    start = LoopbackDiscord.__aenter__

    async def start_judged(self: LoopbackDiscord) -> LoopbackDiscord:
        watch = self._observe

        def observe(said: Any) -> None:
            judge(said)
            watch(said)

        self._observe = observe
        started = await start(self)
        self.feed.listen(judge.hear)
        return started

    LoopbackDiscord.__aenter__ = start_judged  # type: ignore[assignment, method-assign]
    config.stash[_JUDGE] = judge


_JUDGE = pytest.StashKey[SchemaJudge]()


def pytest_unconfigure(config: pytest.Config) -> None:
    judge = config.stash[_JUDGE]
    verdict = {"counts": dict(judge.counts), "faults": judge.faults()[:100]}
    Path(os.environ[VERDICT]).write_text(json.dumps(verdict), encoding="utf-8")
