"""One channel fails, or Discord says to wait with it: nothing else waits.

`python -m bot` is stopped, people write in every channel of two guilds, and it starts again. From
then on one channel answers each question for its history with 429 and a wait of `--seconds`, then
with 500. Everything that was said elsewhere, in the same guild and in the other, must be stored
within 20 s, while people go on writing; and what was said in the failing channel once it answers.
Fewer than 100 answers may be of 401, 403 or 429.
"""

from __future__ import annotations

import asyncio
import time
from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from playground.errors import RateLimitedError, RestError
from playground.observed import GatewayFrame, RestExchange
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Message, User, World
from scripts.chaos import ledger, town
from scripts.chaos.result import Figure, Result

MOST_SECONDS = 20.0  # until what is sound has caught up
MOST_INVALID = 100
INVALID = (401, 403, 429)
PATIENCE = 120.0  # seconds until the failing channel has caught up, beside what it was told to wait
MISSED = 130  # messages in each channel: two pages


class TroubledWorld(World):
    """One channel answers every question for its history with an error, as long as there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.troubled: Channel | None = None
        self.status: int | None = None
        self.seconds_to_wait = 0.0
        self.refused = 0

    def history(
        self, channel: Channel, *, before: int | None, after: int | None, limit: int
    ) -> list[Message]:
        if channel is self.troubled and self.status is not None:
            self.refused += 1
            if self.status == 429:
                raise RateLimitedError(self.seconds_to_wait, {})
            raise RestError(self.status, 0, "Not now.")
        return super().history(channel, before=before, after=after, limit=limit)


def run(options: Namespace) -> Result:
    """Let one channel wait for `options.seconds`, then fail."""
    figures: dict[str, Figure] = {"seconds_to_wait": options.seconds}
    broken: list[str] = []
    for status in (429, 500):
        with TemporaryDirectory() as folder:
            found = asyncio.run(Trial(Path(folder), status, options.seconds).run())
        figures |= {f"{name}_{status}": value for name, value in found.figures.items()}
        broken += [f"{status}: {fault}" for fault in found.broken]
    return Result(figures, tuple(broken))


class Trial:
    """Two guilds of three channels, of which the first of the first fails."""

    def __init__(self, folder: Path, status: int, seconds_to_wait: float) -> None:
        self._folder = folder
        self._database = town.database(folder)
        self._status = status
        self._world = TroubledWorld()
        self._world.seconds_to_wait = seconds_to_wait
        self._ana = self._world.add_user("ana")
        self._sent: set[ledger.ChannelMessage] = set()
        self._invalid = 0

    async def run(self) -> Result:
        async with LoopbackDiscord(self._world, observe=self._observe) as server:
            channels = [
                channel
                for name in ("The Harbour", "The Lighthouse")
                for channel in self._build(server, name, self._ana)
            ]
            async with town.bot(server, self._folder) as bot:
                await server.wait_until_ready()
                await self._say(server, channels, 1)
                await town.wait_until(self._all_is_stored, PATIENCE)
                await bot.stop()
            self._world.troubled = channels[0]
            self._world.status = self._status
            await self._say(server, channels, MISSED)
            async with town.bot(server, self._folder) as bot:
                return await self._catch_up(server, channels)

    async def _catch_up(self, server: LoopbackDiscord, channels: list[Channel]) -> Result:
        await server.wait_until_ready()
        started = time.monotonic()
        await self._say(server, channels[1:], 5)
        await town.wait_until(self._what_is_sound_is_stored, PATIENCE)
        sound = time.monotonic() - started
        figures: dict[str, Figure] = {"others_caught_up_after_s": round(sound, 1)}
        broken = []
        if sound > MOST_SECONDS:
            broken.append(f"the other channels took {sound:.0f} s")
        if not self._world.refused:
            broken.append("the channel was never asked")
        self._world.status = None
        if not await town.wait_until(self._all_is_stored, PATIENCE + self._world.seconds_to_wait):
            lost = len(self._sent - ledger.stored(self._database).keys())
            broken.append(f"{lost} messages are missing")
        broken += ledger.faults(self._database)
        if self._invalid >= MOST_INVALID:
            broken.append(f"{self._invalid} invalid requests")
        figures |= {
            "messages": len(self._sent),
            "all_caught_up_after_s": round(time.monotonic() - started, 1),
            "refusals": self._world.refused,
            "invalid_requests": self._invalid,
        }
        return Result(figures, tuple(broken))

    def _build(self, server: LoopbackDiscord, name: str, owner: User) -> list[Channel]:
        guild: Guild = self._world.add_guild(name, owner)
        server.invite(guild)
        return [self._world.add_channel(guild, f"channel-{number}") for number in range(3)]

    async def _say(self, server: LoopbackDiscord, channels: list[Channel], count: int) -> None:
        for number in range(count):
            for channel in channels:
                text = town.SAYINGS[number % len(town.SAYINGS)]
                message = await server.send_message(self._ana, channel, text)
                self._sent.add((channel.id, message.id))

    def _all_is_stored(self) -> bool:
        return self._sent == ledger.stored(self._database).keys()

    def _what_is_sound_is_stored(self) -> bool:
        troubled = self._world.troubled
        sound = {place for place in self._sent if troubled is None or place[0] != troubled.id}
        return sound <= ledger.stored(self._database).keys()

    def _observe(self, seen: RestExchange | GatewayFrame) -> None:
        if isinstance(seen, RestExchange) and seen.status in INVALID:
            self._invalid += 1
