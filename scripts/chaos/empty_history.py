"""A history that leaves out what is there: nothing is deleted by it.

The bot, which takes its second look a second after the first, has stored what people wrote. It
starts again, and Discord's history lies: it comes
empty, or with each second message, or cut to its first half, again and again. All messages can be
asked for themselves. After 10 s every one must still be stored, and none marked as deleted. Then a
few messages are deleted indeed and the history is true again: exactly those must go.
"""

from __future__ import annotations

import asyncio
import sqlite3
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from playground.server import LoopbackDiscord
from playground.world import Channel, Message, World
from scripts.chaos import ledger, town
from scripts.chaos.result import Figure, Result

BOT = "scripts.chaos.hasty_bot"
SAID = 60  # messages a channel
PATIENCE = 60.0
WATCHED_SECONDS = 10.0

LIES: dict[str, Callable[[list[Message]], list[Message]]] = {
    "empty": lambda _: [],
    "every second": lambda page: page[::2],
    "first half": lambda page: page[: len(page) // 2],
}


class LyingWorld(World):
    """Its history shows of each page what `lie` leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.lie: Callable[[list[Message]], list[Message]] | None = None
        self.lies = 0

    def history(
        self, channel: Channel, *, before: int | None, after: int | None, limit: int
    ) -> list[Message]:
        page = super().history(channel, before=before, after=after, limit=limit)
        if self.lie is None:
            return page
        self.lies += 1
        return self.lie(page)


def run(options: Namespace) -> Result:
    """Tell each lie `options.runs` times."""
    figures: dict[str, Figure] = {"lies": len(LIES) * options.runs}
    broken: list[str] = []
    totals = {"messages": 0, "wrongly_deleted": 0, "pages_that_lied": 0, "rightly_deleted": 0}
    for _ in range(options.runs):
        for name, trial in asyncio.run(_tell_all()).items():
            broken += [f"{name}: {fault}" for fault in trial.broken]
            for total in totals:
                totals[total] += trial.figures.get(total, 0)
    return Result(figures | totals, tuple(broken))


async def _tell_all() -> dict[str, Trial]:
    """Each lie about a Discord of its own, all at the same time."""
    with TemporaryDirectory() as folder:
        trials = {name: Trial(Path(folder) / name, lie) for name, lie in LIES.items()}
        await asyncio.gather(*(trial.run() for trial in trials.values()))
        return trials


class Trial:
    """One guild with two channels, told one lie about."""

    def __init__(self, folder: Path, lie: Callable[[list[Message]], list[Message]]) -> None:
        folder.mkdir()
        self._folder = folder
        self._database = town.database(folder)
        self._lie = lie
        self._world = LyingWorld()
        self._ana = self._world.add_user("ana")
        self._sent: list[Message] = []
        self.figures: dict[str, int] = {}
        self.broken: list[str] = []

    async def run(self) -> None:
        async with LoopbackDiscord(self._world) as server:
            guild = self._world.add_guild("The Harbour", self._ana)
            server.invite(guild)
            channels = [self._world.add_channel(guild, name) for name in ("general", "games")]
            async with town.bot(server, self._folder, BOT):
                await server.wait_until_ready()
                for _ in range(SAID):
                    for channel in channels:
                        await self._say(server, channel)
                await town.wait_until(lambda: self._stored() == self._said(), PATIENCE)
            await self._lie_to(server, channels)
            await self._tell_the_truth(server)
        self.figures["messages"] = len(self._sent)
        self.broken += ledger.faults(self._database)

    async def _lie_to(self, server: LoopbackDiscord, channels: list[Channel]) -> None:
        self._world.lie = self._lie
        async with town.bot(server, self._folder, BOT):
            await server.wait_until_ready()
            await town.wait_until(lambda: self._world.lies >= len(channels), PATIENCE)
            await town.wait_until(lambda: bool(self._marks()), WATCHED_SECONDS)
        self.figures["pages_that_lied"] = self._world.lies
        self.figures["wrongly_deleted"] = len(self._said() - self._stored())
        if gone := max(self.figures["wrongly_deleted"], self._marks()):
            self.broken.append(f"{gone} messages were deleted that are there")
        if not self._world.lies:
            self.broken.append("the history was never asked for")
        self._world.lie = None

    async def _tell_the_truth(self, server: LoopbackDiscord) -> None:
        gone = self._sent[-1:-3:-1]
        for message in gone:
            await server.delete_message(message)
            self._sent.remove(message)
        async with town.bot(server, self._folder, BOT):
            await server.wait_until_ready()
            done = await town.wait_until(lambda: self._stored() == self._said(), PATIENCE)
        self.figures["rightly_deleted"] = len(gone) if done else 0
        if not done:
            self.broken.append("what was deleted indeed is still stored, or other messages are not")

    async def _say(self, server: LoopbackDiscord, channel: Channel) -> None:
        self._sent.append(await server.send_message(self._ana, channel, town.SAYINGS[0]))

    def _said(self) -> set[ledger.ChannelMessage]:
        return {(message.channel_id, message.id) for message in self._sent}

    def _stored(self) -> set[ledger.ChannelMessage]:
        return set(ledger.stored(self._database))

    def _marks(self) -> int:
        with closing(sqlite3.connect(self._database)) as connection:
            return int(connection.execute("SELECT count(*) FROM deleted").fetchone()[0])
