"""One of several bots that share the shards: started, asked whether it is ready, and killed."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from argparse import Namespace
from pathlib import Path
from typing import Final, Self

import aiohttp

from playground.server import LoopbackDiscord
from scripts.chaos.ports import free_port
from scripts.chaos.town import ROOT

_MIB: Final = 1024
_PROGRAM: Final = "scripts.chaos.eager_bot"
# What a bot says of itself when something went wrong that should not have.
_ALARMS: Final = re.compile(r"^.*(?:Traceback|CRITICAL|\bERROR\b).*$", re.MULTILINE)


class ShardProcess:
    """The group `group` of so many; an async context manager, which stops it in the end."""

    def __init__(
        self,
        server: LoopbackDiscord,
        folder: Path,
        address: str,
        key_file: Path,
        group: int,
        options: Namespace,
    ) -> None:
        self._port = free_port()
        self._folder = folder
        self._log = folder / f"{group}.log"
        self._group = group
        self._environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "OMP_NUM_THREADS": "1",
            "DISCORD_TOKEN": server.token,
            "DISCORD_API_URL": server.url,
            "BAROMETER_DATABASE": address,
            "BAROMETER_KEY_FILE": str(key_file),
            "BAROMETER_METRICS": str(self._port),
            "BAROMETER_SHARDS": str(options.shards),
            "SHARD_GROUP": f"barometer-{group}",
            "SHARD_GROUPS": str(options.processes),
        }
        self._process: asyncio.subprocess.Process

    async def __aenter__(self) -> Self:
        await self._start()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process.returncode is None:
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), 60)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()

    async def kill_and_start(self) -> None:
        """End it at any moment, as a machine does that fails, and start it anew."""
        self._process.kill()
        await self._process.wait()
        await self._start()

    async def wait_until_ready(self, seconds: float) -> None:
        """Return once it says so. Raises `RuntimeError` with its log when it does not in time."""
        deadline = time.monotonic() + seconds
        async with aiohttp.ClientSession() as session:
            while not await self._is_ready(session):
                if self._process.returncode is not None or time.monotonic() > deadline:
                    raise RuntimeError(
                        f"process {self._group} isn't ready:\n{self._said()[-3000:]}"
                    )
                await asyncio.sleep(0.25)

    async def _is_ready(self, session: aiohttp.ClientSession) -> bool:
        try:
            async with session.get(f"http://127.0.0.1:{self._port}/readyz") as answer:
                return answer.status == 200
        except (aiohttp.ClientError, OSError):
            return False

    def memory(self) -> float:
        """Its own pages and its part of shared ones, in MiB (Linux's PSS)."""
        told = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text()
        found = re.search(r"^Pss: +(\d+) kB$", told, re.MULTILINE)
        return int(found[1]) / _MIB if found else 0.0

    def faults(self) -> list[str]:
        """Alarms in its log, and whether it has ended by itself."""
        ended = self._process.returncode
        found = [f"process {self._group} ended with {ended}"] if ended is not None else []
        alarms = _ALARMS.findall(self._said())
        return found + [f"process {self._group}: {line[:200]}" for line in alarms[:3]]

    def _said(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    async def _start(self) -> None:
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                _PROGRAM,
                cwd=self._folder,  # where there is no .env
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
