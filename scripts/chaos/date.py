"""Discord's answers are dated ten years ahead: nothing ends by that, and nothing is barred.

`python -m bot`, which tidies up each second instead of each hour, has stored what people wrote, and
made a backup. It starts again, and every answer is dated ten years ahead; people go on writing, one
opts out, and a message comes whose own id is of the future. For 10 s every row and backup must
stay, the new messages be counted, the log say why nothing is tidied up; no position may lie in the
future. Then the answers are dated right: the bot must tidy up again, and who opts in be counted.
"""

from __future__ import annotations

import asyncio
import sqlite3
from argparse import Namespace
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from discord.utils import time_snowflake

from playground.server import LoopbackDiscord
from scripts.chaos import ledger, town
from scripts.chaos.result import Figure, Result
from storage.sqlite.files import backups

AHEAD = timedelta(days=3653)
BOT = "scripts.chaos.hasty_bot"
PATIENCE = 60.0
WATCHED_SECONDS = 10.0
DOUBT = "nothing that is old is deleted"


def run(options: Namespace) -> Result:
    """Date the answers ahead, and behind, `options.runs` times each."""
    totals = {"messages": 0, "lost": 0, "backups_lost": 0, "positions_in_the_future": 0}
    broken: list[str] = []
    for number in range(options.runs):
        for ahead, trial in asyncio.run(_be_wrong(number)).items():
            broken += [f"{ahead.days:+} days: {fault}" for fault in trial.broken]
            for total in totals:
                totals[total] += trial.figures[total]
    figures: dict[str, Figure] = {"wrong_dates": 2 * options.runs}
    return Result(figures | totals, tuple(broken))


async def _be_wrong(seed: int) -> dict[timedelta, Trial]:
    """Both ways at the same time, each with a Discord of its own."""
    with TemporaryDirectory() as folder:
        trials = {
            ahead: Trial(Path(folder) / f"{ahead.days}", ahead, seed) for ahead in (AHEAD, -AHEAD)
        }
        await asyncio.gather(*(trial.run() for trial in trials.values()))
        return trials


class Trial:
    """One database, of which the clock is wrong by `ahead`."""

    def __init__(self, folder: Path, ahead: timedelta, seed: int) -> None:
        folder.mkdir()
        self._folder = folder
        self._database = town.database(folder)
        self._ahead = ahead
        self._seed = seed
        self.figures = dict.fromkeys(
            ("messages", "lost", "backups_lost", "positions_in_the_future"), 0
        )
        self.broken: list[str] = []

    async def run(self) -> None:
        async with LoopbackDiscord() as server:
            place = town.Town.build(server, self._seed)
            async with town.bot(server, self._folder, BOT):
                await server.wait_until_ready()
                await place.say(100)
                await town.wait_until(lambda: self._all_is_stored(place), PATIENCE)
                await town.wait_until(lambda: bool(self._backups()), PATIENCE)
            kept = self._backups()
            server.set_clock(ahead=self._ahead)
            async with town.bot(server, self._folder, BOT) as bot:
                await server.wait_until_ready()
                await self._live_with_a_wrong_date(place)
                self._look(place, kept)
                if DOUBT not in bot.said():
                    self.broken.append("the log does not say why nothing is tidied up")
                server.set_clock(ahead=timedelta())
                await self._come_right(place)
        self.figures["messages"] = len(place.sent)
        self.broken += ledger.faults(self._database)

    async def _live_with_a_wrong_date(self, place: town.Town) -> None:
        await place.say(50)
        await place.opt_out()
        future = datetime.now(UTC) + AHEAD
        await place.server.send_message(place.people[0], place.channels[0], "hello", at=future)
        await asyncio.sleep(WATCHED_SECONDS)
        await place.say(50)
        await town.wait_until(lambda: self._all_is_stored(place), PATIENCE)

    def _look(self, place: town.Town, kept: set[Path]) -> None:
        lost = set(place.sent) ^ ledger.stored(self._database).keys()
        future = time_snowflake(datetime.now(UTC) + timedelta(days=1))
        self.figures["lost"] = len(lost)
        self.figures["backups_lost"] = len(kept - self._backups())
        self.figures["positions_in_the_future"] = self._beyond(future)
        for what in ("lost", "backups_lost", "positions_in_the_future"):
            if self.figures[what]:
                self.broken.append(f"{what.replace('_', ' ')}: {self.figures[what]}")

    async def _come_right(self, place: town.Town) -> None:
        before = self._backups()
        await place.ask("/sentiment privacy opt-in")
        message = await place.server.send_message(place.owner, place.channels[0], "good morning")
        place.sent.append((place.channels[0].id, message.id))
        if not await town.wait_until(lambda: self._all_is_stored(place), PATIENCE):
            self.broken.append("who opted in again is not counted")
        if not await town.wait_until(lambda: bool(self._backups() - before), PATIENCE):
            self.broken.append("it does not tidy up again when the date is right")

    def _all_is_stored(self, place: town.Town) -> bool:
        return set(place.sent) <= ledger.stored(self._database).keys()

    def _backups(self) -> set[Path]:
        found = backups.found(self._database, backups.default_folder(self._database))
        return {backup.path for backup in found}

    def _beyond(self, snowflake: int) -> int:
        """How many positions, requests, marks and rows name an id beyond this one."""
        asked = """
            SELECT (SELECT count(*) FROM channel WHERE contiguous > ?1)
                + (SELECT count(*) FROM wish WHERE erased_up_to > ?1)
                + (SELECT count(*) FROM deleted WHERE message > ?1)
                + (SELECT count(*) FROM message WHERE message > ?1)
                + (SELECT count(*) FROM retention_watermark WHERE message > ?1)
        """
        with closing(sqlite3.connect(self._database)) as connection:
            return int(connection.execute(asked, (snowflake,)).fetchone()[0])
