"""The end-to-end tests once more, and every word that is said in them judged by Discord's own
descriptions: what the bot asks, what it is answered, and what is told of all that happens."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from tests.playground import judging

ROOT = Path(__file__).resolve().parents[2]
WHOLE_RUN = sorted(
    str(each.relative_to(ROOT))
    for each in [
        *ROOT.glob("tests/test_*end_to_end.py"),
        ROOT / "tests/bot/commands/desk/test_over_sockets.py",
        ROOT / "tests/playground/test_components.py",
        ROOT / "tests/playground/test_interactions.py",
        ROOT / "tests/playground/test_person.py",
        *ROOT.glob("tests/playground/test_page*.py"),
    ]
)


@pytest.mark.shared
async def test_of_all_that_is_said_in_the_whole_end_to_end_run_nothing_is_invalid(
    shared: Path, tmp_path: Path
) -> None:
    verdict = tmp_path / "verdict.json"
    told = {judging.VERDICT: str(verdict), judging.DESCRIPTIONS: str(shared / "discord")}
    options = ("-p", "tests.playground.judging", "-q", "-n", "0", "-m", "not shared")
    run = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "pytest", *options, *WHOLE_RUN),
        cwd=ROOT,
        env=os.environ | told,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await run.communicate()
    judged = json.loads(verdict.read_bytes())
    print(judged["counts"])  # shown with -s, or if it fails
    assert judged["faults"] == []
    assert run.returncode == 0, said.decode()[-5000:]
    counts = judged["counts"]
    assert counts["requests"] == counts["answers"] > 500
    assert counts["frames of the gateway"] > 5_000
    assert counts["events"] > 5_000
