"""Messages that discord.py cannot parse: each costs itself, and neither connection nor history.

People write 50 messages a second to `python -m bot`; every tenth is followed by one that lacks its
author, or whose mentions are none. Half of all is said while the bot is away, and comes from the
history. In the end every sound message must be stored and no other, in one session, and the bot
must say how many it passed over. `--runs` counts the poisoned ones.
"""

from __future__ import annotations

import asyncio
from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from playground.server import LoopbackDiscord
from playground.world import Json, Message, World, message_payloads
from scripts.chaos import ledger, town
from scripts.chaos.result import Figure, Result

PATIENCE = 120.0
SOUND_A_POISONED = 10
RATE = 50  # messages a second


def run(options: Namespace) -> Result:
    """Half of `options.runs` poisoned messages live, half from the history."""
    poisoned: set[int] = set()
    sound = message_payloads.message

    def payload(message: Message, world: World, **settings: Any) -> Json:
        made = sound(message, world, **settings)
        if message.id in poisoned:
            made |= {"mentions": None} if message.id % 2 else {"author": None}
        return made

    with patch.object(message_payloads, "message", payload), TemporaryDirectory() as folder:
        return asyncio.run(Trial(Path(folder), options, poisoned).run())


class Trial:
    """One bot, started twice."""

    def __init__(self, folder: Path, options: Namespace, poisoned: set[int]) -> None:
        self._folder = folder
        self._database = town.database(folder)
        self._options = options
        self._poisoned = poisoned
        self._place: town.Town

    async def run(self) -> Result:
        half = self._options.runs // 2
        async with LoopbackDiscord() as server:
            self._place = town.Town.build(server, self._options.seed)
            async with town.bot(server, self._folder) as first:
                await server.wait_until_ready()
                await self._write(self._options.runs - half)
                await self._until_stored()
                await first.stop()
            live = server.gateway.identifies
            await self._write(half)
            async with town.bot(server, self._folder) as second:
                await server.wait_until_ready()
                await self._until_stored()
                await second.stop()
        return self._result(first, second, live)

    async def _write(self, poisoned: int) -> None:
        place = self._place
        for _ in range(poisoned):
            for _ in range(SOUND_A_POISONED):
                await place.say()
                await asyncio.sleep(1 / RATE)
            world, channel = place.server.world, place.random.choice(place.channels)
            message = Message(world.ids.make(), channel.id, place.people[0], "poison")
            self._poisoned.add(message.id)
            world.add_message(message)
            await place.server.repeat_create(message)

    async def _until_stored(self) -> None:
        sent = set(self._place.sent)
        await town.wait_until(lambda: sent <= ledger.stored(self._database).keys(), PATIENCE)

    def _result(self, first: town.Bot, second: town.Bot, live: int) -> Result:
        sent, rows = set(self._place.sent), ledger.stored(self._database).keys()
        figures: dict[str, Figure] = {
            "messages": len(sent),
            "poisoned": len(self._poisoned),
            "passed_over_live": _unparsed(first),
            "passed_over_in_the_history": _unparsed(second),
            "lost": len(sent - rows),
            "sessions": live,
        }
        broken = ledger.faults(self._database)
        if sent - rows:
            broken.append(f"{len(sent - rows)} sound messages are lost")
        if rows - sent:
            broken.append(f"{len(rows - sent)} rows are of no sound message")
        if live != 1:
            broken.append(f"{live} sessions")
        if _unparsed(first) + _unparsed(second) < len(self._poisoned):
            broken.append("not all that was passed over was counted")
        return Result(figures, tuple(broken))


def _unparsed(bot: town.Bot) -> int:
    return bot.counted("passed over because")
