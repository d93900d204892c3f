"""An evening that goes wrong and ends well: said live, by the sample's people, in a few minutes.

Nobody tells the bot. It hears the messages as it hears all others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from time import monotonic
from typing import Literal

from playground import conversation, sample
from playground.conversation import Mood, Saying, Script
from playground.errors import PageError
from playground.sample import Sample
from playground.server import LoopbackDiscord
from playground.world import Json, Message

State = Literal["calm", "quarrel", "calming", "over"]

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between messages, and between the quarrel and its end: at least `rest`, and where the
    bot has not noticed by then, up to `patience` more."""

    quarrel: float = 1.4
    rest: float = 5.0
    settling: float = 1.0
    patience: float = 60.0


class Evening:
    """Can be played once in each hour; `changed` is told after every message.

    `noticed` is to be set when the bot has told the moderators of it.
    """

    def __init__(
        self,
        discord: LoopbackDiscord,
        place: Sample,
        script: Script,
        changed: Callable[[], None],
        pace: Pace | None = None,
    ) -> None:
        self._discord = discord
        self._sample = place
        self._script = script
        self._changed = changed
        self._pace = pace or Pace()
        self._playing: asyncio.Task[None] | None = None
        self._said = self._of = 0
        self._ends = 0.0  # by the monotonic clock, as things go now
        self.state: State = "calm"
        self.began_at: datetime | None = None
        self.noticed = asyncio.Event()

    def begin(self) -> Json:
        """Let it happen from now on; gives how many messages the quarrel has, and how long it is.

        Raises PageError while one is going on, and after it until the next hour.
        """
        now = self._discord.world.now()
        self._refuse_too_early(now)
        random = Random()  # noqa: S311 (small talk, not a secret)
        quarrel, settling = self._sayings("outbreak", random), self._sayings("settling", random)
        self._said, self._of = 0, len(quarrel) + len(settling)
        self.began_at, self.state = now, "quarrel"
        self.noticed.clear()
        self._playing = asyncio.create_task(self._play(quarrel, settling))
        return {"messages": len(quarrel), "seconds": round(len(quarrel) * self._pace.quarrel)}

    async def close(self) -> None:
        if self._playing is not None:
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)

    def form(self) -> Json:
        """How far it is, for the page, and how many seconds it still takes."""
        began = None if self.began_at is None else self.began_at.isoformat()
        left = round(max(0.0, self._ends - monotonic()), 1)
        return {
            "state": self.state,
            "said": self._said,
            "of": self._of,
            "began_at": began,
            "seconds_left": left,
        }

    def _refuse_too_early(self, now: datetime) -> None:
        if self.state in ("quarrel", "calming"):
            raise PageError(409, "An evening is being played already. Look at #general.")
        if self.began_at is None:
            return
        again = self.began_at.replace(minute=0, second=0, microsecond=0) + HOUR
        if now < again:
            raise PageError(
                409,
                "You've just seen an evening. The bot counts only a person's first ten messages "
                "an hour in a channel, so that nobody can sway it: play the next one after "
                f"{again:%H:%M} UTC.",
            )

    def _sayings(self, mood: Mood, random: Random) -> list[Saying]:
        """The lines of one part; each answer knows the index of what it answers."""
        (stretch,) = (each for each in self._script.stretches if each.mood == mood)
        now = self._discord.world.now()
        return [
            Saying(
                now,
                line.member,
                stretch.place,
                conversation.vary(random, line.text),
                mood,
                None if line.answers is None else index - line.answers,
            )
            for index, line in enumerate(stretch.lines)
        ]

    async def _play(self, quarrel: Sequence[Saying], settling: Sequence[Saying]) -> None:
        pace = self._pace
        await self._say(quarrel, pace.quarrel, pace.rest + len(settling) * pace.settling)
        self.state = "calming"
        self._changed()
        await asyncio.sleep(pace.rest)
        with suppress(TimeoutError):  # on a slow machine it would be over before the bot looked
            async with asyncio.timeout(pace.patience):
                await self.noticed.wait()
        await self._say(settling, pace.settling, 0.0)
        self.state = "over"
        self._changed()

    async def _say(self, sayings: Sequence[Saying], seconds: float, more: float) -> None:
        """Say each thing, `seconds` apart; `more` seconds of the evening come after them."""
        sent: list[Message] = []
        for left, saying in zip(range(len(sayings), 0, -1), sayings, strict=True):
            self._ends = monotonic() + left * seconds + more
            reply_to = None if saying.answers is None else sent[saying.answers]
            sent.append(await sample.say(self._discord, self._sample, saying, reply_to=reply_to))
            self._said += 1
            self._changed()
            await asyncio.sleep(seconds)
