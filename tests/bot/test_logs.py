"""What goes wrong out of sight is logged without what it had in hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

FAULTS = """
import asyncio, threading
from bot import logs

def fails(text):
    raise ValueError(text)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.on_loop_error)
    loop.call_soon(fails, "canary of a callback")
    await asyncio.sleep(0)

logs.configure("DEBUG")
asyncio.run(main(), debug={debug})
thread = threading.Thread(target=fails, args=["canary of a thread"])
thread.start()
thread.join()
"""


def test_errors_in_callbacks_and_threads_are_logged_without_their_texts() -> None:
    for debug in (False, True):
        program = [sys.executable, "-c", FAULTS.format(debug=debug)]
        done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stderr.count("ValueError") == 2
        assert "canary" not in done.stderr
