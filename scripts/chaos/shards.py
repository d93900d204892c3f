"""Some processes share the shards of a bot and one PostgreSQL, and die at random moments.

`--processes` bots serve `--shards` shards and `--guilds` servers of a loopback Discord between
them. In one server of each shard people write all the time, some of them have a digest due, and in
one server of each process a quarrel calls an alert. `--runs` times a process, picked at random, is
killed with SIGKILL and started anew. At the end every message is stored once, each alert and each
digest was posted once, and no IDENTIFY came too early, nor one too many: Discord ended no session.
"""

from __future__ import annotations

import asyncio
import time
from argparse import ArgumentParser, Namespace
from contextlib import AsyncExitStack
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from playground.gateway.identify_turns import INTERVAL
from playground.many_guilds import add_many_guilds
from playground.observed import GatewayFrame, RestExchange
from playground.server import LoopbackDiscord
from playground.world import Guild
from scripts.chaos import postgres_ledger, shard_places
from scripts.chaos.ledger import ChannelMessage
from scripts.chaos.postgres_server import PostgresServer
from scripts.chaos.result import Figure, Result
from scripts.chaos.shard_process import ShardProcess
from scripts.chaos.town import SAYINGS

SECONDS_TO_START: Final = 600.0
SECONDS_TO_SETTLE: Final = 300.0
SECONDS_FOR_A_SECOND_POST: Final = 6.0  # what is not over is looked at every five
SECONDS_BETWEEN_KILLS: Final = (1.0, 8.0)
QUARREL: Final = 40
ANGRY: Final = "this is awful, I hate it so much, you are the worst and everything is terrible"


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument("--guilds", type=int, default=20_000, help="(%(default)s)")
    parser.add_argument("--shards", type=int, default=64, help="(%(default)s)")
    parser.add_argument("--processes", type=int, default=4, help="(%(default)s)")
    parser.add_argument(
        "--concurrency", type=int, default=16, help="shards that may identify at once (%(default)s)"
    )
    parser.add_argument("--rate", type=float, default=10.0, help="messages a second (%(default)s)")


def run(options: Namespace) -> Result:
    """Kill a process `options.runs` times."""
    with TemporaryDirectory() as folder, PostgresServer.started() as server:
        trial = Trial(options, Path(folder), server.new_database())
        asyncio.run(trial.run())
        return trial.result()


class Trial:
    """The processes, what was said and when who identified."""

    def __init__(self, options: Namespace, folder: Path, address: str) -> None:
        self._options = options
        self._folder = folder
        self._address = address
        self._random = Random(options.seed)
        self._sent: set[ChannelMessage] = set()
        self._identified: dict[int, list[float]] = {}  # by bucket
        self._invalid_sessions = 0
        self._busy: list[Guild] = []
        self._quarrelling: list[Guild] = []
        self._talking: list[Guild] = []
        self._broken: list[str] = []
        self._figures: dict[str, Figure] = {}
        self._server: LoopbackDiscord

    async def run(self) -> None:
        options = self._options
        async with LoopbackDiscord(
            shards=options.shards,
            max_concurrency=options.concurrency,
            identify_interval=INTERVAL,
            observe=self._observe,
        ) as self._server:
            guilds = add_many_guilds(self._server, options.guilds)
            shard_places.let_something_be_said(self._server.world, guilds)
            # Guilds that follow one another have shards that do: one of each.
            self._busy = guilds[: options.shards]
            self._quarrelling = self._busy[:: options.shards // options.processes]
            # Where people quarrelled nobody is friendly after that: it would be over.
            self._talking = [guild for guild in self._busy if guild not in self._quarrelling]
            key_file = self._folder / "key"
            places = shard_places.Places(self._server.world, self._busy, self._quarrelling)
            await places.set_up(self._address, key_file)
            async with AsyncExitStack() as stack:
                processes = [
                    await stack.enter_async_context(
                        ShardProcess(
                            self._server, self._folder, self._address, key_file, group, options
                        )
                    )
                    for group in range(options.processes)
                ]
                await self._live(processes)
                await self._settle(places, processes)

    async def _live(self, processes: list[ShardProcess]) -> None:
        started = time.monotonic()
        talking = asyncio.create_task(self._talk())
        for process in processes:
            await process.wait_until_ready(SECONDS_TO_START)
        self._figures["seconds_to_ready"] = round(time.monotonic() - started, 1)
        quarrel = asyncio.create_task(self._quarrel())
        away = []
        for _ in range(self._options.runs):
            await asyncio.sleep(self._random.uniform(*SECONDS_BETWEEN_KILLS))
            process = self._random.choice(processes)
            killed = time.monotonic()
            await process.kill_and_start()
            await process.wait_until_ready(SECONDS_TO_START)
            away.append(round(time.monotonic() - killed, 1))
        await quarrel
        self._figures["kills"] = self._options.runs
        self._figures["seconds_away"] = [str(each) for each in away]
        await asyncio.sleep(2)
        talking.cancel()
        await asyncio.wait([talking])

    async def _talk(self) -> None:
        """People write, whether anybody listens or not."""
        clock = asyncio.get_running_loop().time
        began, count = clock(), 0
        while True:
            while count < (clock() - began) * self._options.rate:
                await self._say(self._random.choice(self._talking), self._random.choice(SAYINGS))
                count += 1
            await asyncio.sleep(0.02)

    async def _quarrel(self) -> None:
        for _ in range(QUARREL):
            for guild in self._quarrelling:
                await self._say(guild, ANGRY)
            await asyncio.sleep(0.2)

    async def _say(self, guild: Guild, text: str) -> None:
        bot = self._server.application.bot
        people = [each.user for each in guild.members.values() if each.user.id != bot.id]
        channel = next(iter(guild.channels.values()))
        message = await self._server.send_message(self._random.choice(people), channel, text)
        self._sent.add((channel.id, message.id))

    def _observe(self, seen: RestExchange | GatewayFrame) -> None:
        if not isinstance(seen, GatewayFrame):
            return
        op = seen.payload["op"]
        if seen.sender == "bot" and op == 2:
            bucket = seen.payload["d"]["shard"][0] % self._options.concurrency
            self._identified.setdefault(bucket, []).append(time.monotonic())
        self._invalid_sessions += seen.sender == "server" and op == 9

    async def _settle(self, places: shard_places.Places, processes: list[ShardProcess]) -> None:
        """Wait until all is stored and told, and look what it came to."""
        began = time.monotonic()
        while self._sent - await self._stored() or not places.all_told():
            if time.monotonic() - began > SECONDS_TO_SETTLE:
                break
            await asyncio.sleep(1)
        self._figures["seconds_to_settle"] = round(time.monotonic() - began, 1)
        await asyncio.sleep(SECONDS_FOR_A_SECOND_POST)
        self._figures["memory_mib_of_processes"] = [f"{each.memory():.0f}" for each in processes]
        stored = await self._stored()
        self._figures["messages"] = len(self._sent)
        self._note("lost", len(self._sent - stored))
        self._note("stored_that_nobody_said", len(stored - self._sent - places.earlier))
        self._figures["alerts"] = len(self._quarrelling)
        self._figures["digests"] = len(places.with_digest)
        self._broken += places.faults()
        for process in processes:
            self._broken += process.faults()

    async def _stored(self) -> set[ChannelMessage]:
        return set(await asyncio.to_thread(postgres_ledger.stored, self._address))

    def _note(self, name: str, wrong: int) -> None:
        self._figures[name] = wrong
        if wrong:
            self._broken.append(f"{name.replace('_', ' ')}: {wrong}")

    def result(self) -> Result:
        pauses = [b - a for times in self._identified.values() for a, b in pairwise(times)]
        self._figures["identifies"] = sum(map(len, self._identified.values()))
        self._figures["shortest_pause_s"] = round(min(pauses, default=0.0), 2)
        self._note("sessions_that_discord_ended", self._invalid_sessions)
        self._broken += postgres_ledger.faults(self._address)
        return Result(self._figures, tuple(self._broken))
