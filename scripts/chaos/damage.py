"""Damage the database under the running bot: it ends, and the next start has the backup's rows.

`python -m bot` runs on a loopback Discord and people write. A backup is made, more is said, and
then every page of the file after the first is overwritten, as a failing disk may do. The process
must end by itself, with the exit code that says so and a line in its log, within 30 s, while people
go on writing. No backup may go, though the time of all of them is over. The next start must put
the newest in the place of the file and read the rest from Discord's history: nothing that was said
is missing, and the sums equal a recount.
"""

from __future__ import annotations

import asyncio
import os
import time
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bot.__main__ import DAMAGED
from playground.server import LoopbackDiscord
from scripts.chaos import ledger, town
from scripts.chaos.result import Figure, Result, percentile
from storage.sqlite.files import backups

RATE = 50  # messages a second
MOST_SECONDS = 30.0
PATIENCE = 60.0  # seconds until the next start has caught up
PAGE = 4096


def run(options: Namespace) -> Result:
    """Damage `options.runs` databases."""
    random = Random(options.seed)
    ends: list[float] = []
    broken: list[str] = []
    messages = lost = 0
    for number in range(options.runs):
        with TemporaryDirectory() as folder:
            trial = Trial(Path(folder), random)
            asyncio.run(trial.run())
        broken += [f"run {number + 1}: {fault}" for fault in trial.broken]
        ends.append(trial.seconds)
        messages += trial.messages
        lost += trial.lost
    figures: dict[str, Figure] = {
        "databases_damaged": options.runs,
        "messages": messages,
        "lost": lost,
        "end_median_s": round(percentile(ends, 50), 1),
        "end_slowest_s": round(max(ends), 1),
    }
    return Result(figures, tuple(broken))


class Trial:
    """One database. Afterwards `broken` says what was wrong, `seconds` how long the end took."""

    def __init__(self, folder: Path, random: Random) -> None:
        self._folder = folder
        self._database = town.database(folder)
        self._random = random
        self.broken: list[str] = []
        self.seconds = MOST_SECONDS
        self.messages = self.lost = 0

    async def run(self) -> None:
        async with LoopbackDiscord() as server:
            place = town.Town.build(server, self._random.randrange(1000))
            async with town.bot(server, self._folder) as bot:
                await server.wait_until_ready()
                await place.say(100)
                if not await self._all_is_stored(place):
                    self.broken.append("what was said before was not stored")
                kept = self._back_up()
                writing = asyncio.create_task(place.keep_saying(RATE))
                await asyncio.sleep(self._random.uniform(0.2, 1.0))
                self._harm()
                await self._end(bot)
                writing.cancel()
                await asyncio.wait([writing])
            self.broken += [f"the backup {one.name} is gone" for one in kept if not one.exists()]
            await self._start_again(place)

    def _back_up(self) -> list[Path]:
        """Three backups, the newest of now."""
        folder = backups.default_folder(self._database)
        now = datetime.now(UTC)
        days = (timedelta(days=6), timedelta(days=1), timedelta())
        return [backups.create(self._database, folder, now - each) for each in days]

    def _harm(self) -> None:
        with self._database.open("r+b") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(PAGE)
            file.write(self._random.randbytes(size - PAGE))

    async def _end(self, bot: town.Bot) -> None:
        harmed = time.monotonic()
        try:
            code = await asyncio.wait_for(bot.process.wait(), MOST_SECONDS)
        except TimeoutError:
            self.broken.append(f"it still runs after {MOST_SECONDS:.0f} s")
            return
        self.seconds = time.monotonic() - harmed
        if code != DAMAGED:
            self.broken.append(f"it ended with exit code {code}, not {DAMAGED}")
        if "so that the next start restores a backup" not in bot.said():
            self.broken.append("its log does not say why it ended")

    async def _start_again(self, place: town.Town) -> None:
        async with town.bot(place.server, self._folder):
            await place.server.wait_until_ready()
            if not await self._all_is_stored(place):
                self.lost = len(self._missing(place))
                self.broken.append(f"{self.lost} messages are missing")
        self.messages = len(place.sent)
        self.broken += ledger.faults(self._database)

    async def _all_is_stored(self, place: town.Town) -> bool:
        return await town.wait_until(lambda: not self._missing(place), PATIENCE)

    def _missing(self, place: town.Town) -> set[ledger.ChannelMessage]:
        return set(place.sent) - ledger.stored(self._database).keys()
