"""The bot as a process of its own, as an operator would start it.

Started with this module it also ends when whoever started it is gone, even where they were killed
and could not stop it: a pipe from them, its standard input, then ends.
"""

from __future__ import annotations

import asyncio
import os
import runpy
import signal
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

from playground.errors import PlaygroundError

SECONDS_TO_STOP = 2.0
LAST_LINES = 12
STDIN = 0
BOT = "bot"
"""The module that is run: `python -m bot`."""


class BotProcess:
    """`python -m bot`, pointed at a loopback Discord; stopped when the block is left.

    Its log goes to the file `log`. The token given wins over one in the user's `.env`, so that
    no real token ever gets here.
    """

    def __init__(
        self,
        api_url: str,
        token: str,
        database: Path,
        log: Path,
        command: Sequence[str] = (sys.executable, "-m", "playground.bot_process"),
    ) -> None:
        self._environment = os.environ | {
            "DISCORD_API_URL": api_url,
            "DISCORD_TOKEN": token,
            "BAROMETER_DATABASE": str(database),
            "BAROMETER_WEB": "127.0.0.1:0",  # for /sentiment open
        }
        self._log = log
        self._command = command
        self._process: asyncio.subprocess.Process

    async def __aenter__(self) -> Self:
        with self._log.open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                env=self._environment,
                stdin=asyncio.subprocess.PIPE,  # it ends with this process, however that ends
                stdout=log,
                stderr=log,
                # Ctrl-C is for the playground, which then stops the bot in its own time.
                start_new_session=True,
            )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process.returncode is None:
            self._process.terminate()
            with suppress(TimeoutError):
                async with asyncio.timeout(SECONDS_TO_STOP):
                    await self._process.wait()
        self._kill()
        await self._process.wait()

    def _kill(self) -> None:
        """Leave nothing of it running, nor of the processes that it started."""
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            else:  # it leads a group of its own
                os.killpg(self._process.pid, signal.SIGKILL)

    async def watch(self) -> None:
        """Wait until the bot ends by itself. Raises PlaygroundError with its last words."""
        code = await self._process.wait()
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        last = "\n".join(f"    {line}" for line in lines[-LAST_LINES:]) or "    (nothing)"
        raise PlaygroundError(
            f"The bot stopped by itself (exit code {code}). Its last words in {self._log}:\n{last}"
        )


def main() -> None:
    """Be the bot, for as long as the standard input is open."""
    threading.Thread(target=_end_with_the_input, daemon=True).start()
    runpy.run_module(BOT, run_name="__main__", alter_sys=True)


def _end_with_the_input() -> None:
    """Wait until the pipe ends; then stop as by `kill`, and where that takes too long, at once."""
    while os.read(STDIN, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_STOP)
    if sys.platform != "win32":
        with suppress(ProcessLookupError):
            os.killpg(os.getpid(), signal.SIGKILL)  # it leads a group of its own
    os._exit(1)


if __name__ == "__main__":
    main()
