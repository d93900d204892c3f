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
try:
    fails("canary of what was interrupted")
except ValueError:
    raise KeyboardInterrupt
"""


def test_errors_in_callbacks_and_threads_and_before_an_interrupt_show_no_text() -> None:
    for debug in (False, True):
        program = [sys.executable, "-c", FAULTS.format(debug=debug)]
        done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True)
        assert done.stderr.count("ValueError\n") == 2
        assert done.stderr.endswith("KeyboardInterrupt\n")
        assert "canary" not in done.stderr
