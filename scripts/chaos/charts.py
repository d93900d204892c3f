"""More charts are asked for than can be drawn, and then SIGTERM comes: nothing waits for them.

`--runs` people ask `python -m bot` for a chart, 40 a second. Who would have to wait for long has
the figures in words instead. A member who asks for an export of their data meanwhile has it within
5 s. Once the last chart was asked for, the bot is stopped: it must be gone within 10 s, with exit
code 0 and no error in its log.
"""

from __future__ import annotations

import asyncio
import time
from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from playground.errors import NoAnswerError, PlaygroundError
from playground.server import LoopbackDiscord
from playground.world import Channel, User, World
from playground.world.permissions import Permission
from scripts.chaos import made_up, stop, town
from scripts.chaos.result import Figure, Result, percentile

RATE = 40  # charts asked for in a second
DAYS = 14
MOST_SECONDS_TO_EXPORT = 5.0
BUSY = "I'm drawing a lot of charts"


def run(options: Namespace) -> Result:
    """Ask for `options.runs` charts."""
    with TemporaryDirectory() as folder:
        made_up.make(town.database(Path(folder)))
        return asyncio.run(Trial(Path(folder), options.runs).run())


class Trial:
    """A guild full of moderators, each of whom wants a chart."""

    def __init__(self, folder: Path, charts: int) -> None:
        self._folder = folder
        self._charts = charts
        self._world = World()
        self._answers: list[float] = []
        self._drawn = self._put_off = 0

    async def run(self) -> Result:
        world = self._world
        owner = world.add_user("olga")
        guild = world.add_guild("The Gallery", owner)
        role = world.add_role(guild, "Admins", Permission.ADMINISTRATOR)
        people = [world.add_user(f"member{number}") for number in range(self._charts)]
        for person in people:
            world.add_member(guild, person, role)
        channel = world.add_channel(guild, "general")
        made_up.fill_with_sums(town.database(self._folder), [channel], DAYS)
        async with LoopbackDiscord(world) as server:
            server.invite(guild)
            async with town.bot(server, self._folder) as running:
                await server.wait_until_ready()
                await self._ask(server, owner, channel)  # the first one takes longer
                asking = []
                for number, person in enumerate(people):
                    asking.append(asyncio.create_task(self._ask(server, person, channel)))
                    if number == len(people) // 2:
                        exporting = asyncio.create_task(_export(server, owner, channel))
                    await asyncio.sleep(1 / RATE)
                exported = await exporting
                waiting = sum(not task.done() for task in asking)
                seconds = await running.stop(patience=120)
                for task in asking:
                    task.cancel()
                await asyncio.gather(*asking, return_exceptions=True)
        return self._result(running, seconds, exported, waiting)

    async def _ask(self, server: LoopbackDiscord, person: User, channel: Channel) -> None:
        try:
            reply = await server.command(person, channel, "/sentiment trend")
        except NoAnswerError:
            return
        self._answers.append(reply.seconds)
        self._drawn += "trend.png" in reply.files
        self._put_off += any(BUSY in each.get("description", "") for each in reply.embeds)

    def _result(self, running: town.Bot, seconds: float, exported: float, waiting: int) -> Result:
        figures: dict[str, Figure] = {
            "charts": self._charts,
            "drawn": self._drawn,
            "put_off": self._put_off,
            "waiting_at_the_stop": waiting,
            "answer_p99_s": round(percentile(self._answers, 99), 2),
            "export_s": round(exported, 2),
            "stop_s": round(seconds, 2),
        }
        broken = stop.faults(running, seconds)
        if not self._drawn:
            broken.append("no chart was drawn")
        if others := len(self._answers) - self._drawn - self._put_off:
            broken.append(f"{others} answers are neither a chart nor a word about it")
        if exported > MOST_SECONDS_TO_EXPORT:
            broken.append(f"an export took {exported:.1f} s")
        return Result(figures, tuple(broken))


async def _export(server: LoopbackDiscord, who: User, channel: Channel) -> float:
    """The seconds until the file is there, however long that takes."""
    asked = time.monotonic()
    try:
        await server.command(who, channel, "/sentiment privacy export")
    except PlaygroundError:
        return float("inf")
    return time.monotonic() - asked
