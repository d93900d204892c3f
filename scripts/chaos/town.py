"""The bot as a process of its own, on a loopback Discord with a guild in which people write."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Self

from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, User
from scripts.chaos.ledger import ChannelMessage

ROOT = Path(__file__).resolve().parents[2]
SAYINGS = (
    "I love this so much!! 😍",
    "this is awful, I hate it",
    "the meeting is at five",
    "great job everyone, thank you :)",
    "ugh, it crashed again :(",
    "what a wonderful evening",
)


@dataclass(slots=True)
class Town:
    """A guild with people and channels. `sent` are the messages that count, as (channel, id)."""

    server: LoopbackDiscord
    guild: Guild
    owner: User
    people: list[User]
    channels: list[Channel]
    random: Random
    sent: list[ChannelMessage] = field(default_factory=list)
    opted_out: bool = False  # whether the owner was told that they are

    @classmethod
    def build(cls, server: LoopbackDiscord, seed: int, people: int = 20) -> Self:
        world = server.world
        owner = world.add_user("olga")
        guild = world.add_guild("The Breakwater", owner)
        members = [world.add_user(f"member{number}") for number in range(people)]
        for member in members:
            world.add_member(guild, member)
        channels = [world.add_channel(guild, name) for name in ("general", "games", "music")]
        channels.append(world.add_thread(channels[0], "map hunt", owner))
        server.invite(guild)
        return cls(server, guild, owner, members, channels, Random(seed))

    async def say(self, count: int = 1) -> None:
        """People write; a tenth of the messages are delivered twice."""
        for _ in range(count):
            author, channel = self.random.choice(self.people), self.random.choice(self.channels)
            text = f"{self.random.choice(SAYINGS)} {self.random.choice(SAYINGS)}"
            message = await self.server.send_message(author, channel, text)
            self.sent.append((channel.id, message.id))
            if self.random.random() < 0.1:
                await self.server.repeat_create(message)

    async def keep_saying(self, rate: float) -> None:
        """Write so many messages a second until cancelled, as far as this process can."""
        clock = asyncio.get_running_loop().time
        started, count = clock(), 0
        while True:
            due = int((clock() - started) * rate)
            await self.say(due - count)
            count = due
            await asyncio.sleep(0.005)

    async def pour(self, rate: float) -> None:
        """Write as `keep_saying` does, each message once, at the least cost for this process."""
        clock = asyncio.get_running_loop().time
        started, count = clock(), 0
        while True:
            for number in range(count, min(count + 50, int((clock() - started) * rate))):
                author, channel = self.people[number % 20], self.channels[number % 4]
                text = f"{SAYINGS[number % 6]} {SAYINGS[number // 6 % 6]}"
                message = await self.server.send_message(author, channel, text)
                self.sent.append((channel.id, message.id))
                count += 1
            await asyncio.sleep(0.001)

    async def ask(self, line: str) -> float:
        """The owner uses a command; the seconds until it is answered. Raises NoAnswerError."""
        return (await self.server.command(self.owner, self.channels[0], line)).seconds

    async def opt_out(self) -> bool:
        """The owner, who never wrote, opts out; False when the bot regrets that it cannot."""
        question = await self.server.command(
            self.owner, self.channels[0], "/sentiment privacy opt-out"
        )
        await asyncio.sleep(0.3)  # no person is quicker; the bot first learns that it has answered
        reply = await self.server.press(question, "Yes, erase")
        return bool(reply.embeds)


@dataclass(slots=True)
class Bot:
    """A running `python -m bot` and its log, which no full disk can stop."""

    process: asyncio.subprocess.Process
    log: bytearray = field(default_factory=bytearray)

    def said(self) -> str:
        return self.log.decode(errors="replace")

    def counted(self, what: str) -> int:
        """The number that it said before these words (a pattern) as it stopped; 0 without them."""
        found = re.search(rf"([\d,]+) {what}", self.said().rpartition("Stopped:")[2])
        return int(found[1].replace(",", "")) if found else 0

    async def stop(self, patience: float = 120.0) -> float:
        """SIGTERM, and wait for the end; the seconds it took, or `patience` if it was killed."""
        asked = time.perf_counter()
        if self.process.returncode is None:
            self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), patience)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
        return time.perf_counter() - asked


@asynccontextmanager
async def bot(
    server: LoopbackDiscord, folder: Path, module: str = "bot", **environment: str
) -> AsyncIterator[Bot]:
    """Start the bot (or `module`, which runs it) with its files in `folder`; stop it in the end."""
    settings = {
        "PYTHONPATH": str(ROOT),
        "OMP_NUM_THREADS": "1",
        "DISCORD_TOKEN": server.token,
        "DISCORD_API_URL": server.url,
        "BAROMETER_DATABASE": str(database(folder)),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        cwd=folder,  # where there is no .env
        env=os.environ | settings | environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    running = Bot(process)
    listening = asyncio.create_task(_listen(running), name="bot's log")
    try:
        yield running
    finally:
        await running.stop()
        await listening


async def _listen(running: Bot) -> None:
    assert running.process.stdout is not None
    async for line in running.process.stdout:
        running.log += line


def database(folder: Path) -> Path:
    return folder / "moods.sqlite3"


async def wait_until(true: Callable[[], bool], seconds: float) -> bool:
    """Look again and again whether something is true; False when it is not within `seconds`."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(0.1)
    return True
