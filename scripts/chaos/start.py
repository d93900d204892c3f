"""A start with many servers: they catch up side by side, and Discord is asked at a pace.

`python -m bot` meets `--runs` guilds of 20 text channels for the first time. In each channel one
message was written since it joined, and in each guild one in a thread that is archived by now: a
page of history and a list of threads for each channel, so 20,000 requests for 500 guilds. What was
said in channels must be stored within 10 minutes for 500 guilds, and what was said in the threads
within 15 (in proportion for fewer, and 30 s more), with at most 30 requests begun in any second,
give or take what a busy machine shifts from one second to the next, and with fewer than 100 answers
of 401, 403 or 429. A live message is stored within 3 s meanwhile.
"""

from __future__ import annotations

import asyncio
import time
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from playground.observed import GatewayFrame, RestExchange
from playground.server import LoopbackDiscord
from playground.world import Channel, Message, User, World
from scripts.chaos import ledger, town
from scripts.chaos.crash_loops import most_within
from scripts.chaos.result import Figure, Result

CHANNELS = 20
MOST_SECONDS_A_GUILD = 600 / 500
MOST_SECONDS_WITH_THREADS = 900 / 500
SECONDS_TO_BEGIN = 30.0
MOST_REQUESTS = 30  # a second
SHIFTED = 5  # requests that may fall into a second too late or too early
MOST_SECONDS_LIVE = 3.0
MOST_INVALID = 100
INVALID = (401, 403, 429)
READING = (
    "/channels/{channel_id}/messages",
    "/channels/{channel_id}/threads/archived/public",
    "/channels/{channel_id}",
)


def run(options: Namespace) -> Result:
    """Start once, with `options.runs` guilds."""
    with TemporaryDirectory() as folder:
        return asyncio.run(Trial(Path(folder), options.runs).run())


class Trial:
    """So many guilds, one start."""

    def __init__(self, folder: Path, guilds: int) -> None:
        self._folder = folder
        self._database = town.database(folder)
        self._guilds = guilds
        self._world = World()
        self._ana = self._world.add_user("ana")
        self._said: set[ledger.ChannelMessage] = set()
        self._archived: set[ledger.ChannelMessage] = set()
        self._asked: list[float] = []
        self._invalid = 0

    async def run(self) -> Result:
        async with LoopbackDiscord(self._world, observe=self._observe) as server:
            places = [self._build(server, f"guild {number}") for number in range(self._guilds)]
            async with town.bot(server, self._folder):
                await server.wait_until_ready(120)
                started = time.monotonic()
                longest = 2 * (MOST_SECONDS_WITH_THREADS * self._guilds + SECONDS_TO_BEGIN)
                waiting = asyncio.create_task(self._live(server, places[0]))
                await town.wait_until(lambda: self._said <= self._stored(), longest)
                said_after = time.monotonic() - started
                await town.wait_until(lambda: self._archived <= self._stored(), longest)
                return self._result(said_after, time.monotonic() - started, await waiting)

    async def _live(self, server: LoopbackDiscord, channel: Channel) -> float:
        """Say something while the bot is busy; the seconds until it is stored."""
        await asyncio.sleep(1)
        said = time.monotonic()
        message = await server.send_message(self._ana, channel, "what a day")
        place = (channel.id, message.id)
        await town.wait_until(lambda: place in self._stored(), 60)
        return time.monotonic() - said

    def _build(self, server: LoopbackDiscord, name: str) -> Channel:
        """A guild; its first channel is returned."""
        hour_ago = datetime.now(UTC) - timedelta(hours=1)
        guild = self._world.add_guild(name, self._ana)
        server.invite(guild, at=hour_ago)
        channels = [self._world.add_channel(guild, f"channel-{n}") for n in range(CHANNELS)]
        for channel in channels:
            self._said.add(self._say(channel, self._ana))
        thread = self._world.add_thread(channels[-1], "done", self._ana, at=hour_ago)
        self._archived.add(self._say(thread, self._ana))
        thread.archived_at = datetime.now(UTC) - timedelta(minutes=1)
        return channels[0]

    def _say(self, channel: Channel, author: User) -> ledger.ChannelMessage:
        at = datetime.now(UTC) - timedelta(minutes=10)
        message = Message(self._world.ids.make(at), channel.id, author, "what a day")
        self._world.add_message(message)
        return channel.id, message.id

    def _stored(self) -> set[ledger.ChannelMessage]:
        return set(ledger.stored(self._database))

    def _observe(self, seen: RestExchange | GatewayFrame) -> None:
        if isinstance(seen, RestExchange):
            self._invalid += seen.status in INVALID
            if seen.method == "GET" and seen.route in READING:
                self._asked.append(time.monotonic())

    def _result(self, said_after: float, all_after: float, live: float) -> Result:
        missing = len((self._said | self._archived) - self._stored())
        a_second = most_within(self._asked, 1.0)
        figures: dict[str, Figure] = {
            "guilds": self._guilds,
            "channels_stored_after_s": round(said_after, 1),
            "archived_threads_stored_after_s": round(all_after, 1),
            "requests": len(self._asked),
            "most_requests_in_a_second": a_second,
            "live_message_stored_after_s": round(live, 2),
            "invalid_requests": self._invalid,
            "missing": missing,
        }
        broken = ledger.faults(self._database)
        if missing:
            broken.append(f"{missing} messages are missing")
        if said_after > MOST_SECONDS_A_GUILD * self._guilds + SECONDS_TO_BEGIN:
            broken.append(f"the channels took {said_after:.0f} s")
        if all_after > MOST_SECONDS_WITH_THREADS * self._guilds + SECONDS_TO_BEGIN:
            broken.append(f"the archived threads took {all_after:.0f} s")
        if a_second > MOST_REQUESTS + SHIFTED:
            broken.append(f"{a_second} requests in a second")
        if live > MOST_SECONDS_LIVE:
            broken.append(f"a live message took {live:.1f} s")
        if self._invalid >= MOST_INVALID:
            broken.append(f"{self._invalid} invalid requests")
        return Result(figures, tuple(broken))
