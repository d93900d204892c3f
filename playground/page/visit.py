"""The visit with a browser: the sample server with thirty days of talk, the page, and the bot."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Literal

from playground import conversation, sample
from playground.bot_process import BotProcess
from playground.errors import PageError, PlaygroundError
from playground.observed import Observer
from playground.page.evening import Evening, Pace
from playground.page.opening import Opening
from playground.page.server import Page
from playground.rest.rate_limits import QUICK_READING, RateLimits
from playground.sample import MODERATOR, MODERATORS_CHANNEL, WELCOME_CHANNEL, Sample
from playground.server import LoopbackDiscord
from playground.world import Json, Message, payloads
from playground.world.feed import Event

GENERAL = "general"
WHO_LEAVES = "tomasz"
LAST_WORDS_BEFORE = timedelta(minutes=5)  # how old the newest message is when the bot comes
SECONDS_TO_COME = 30.0

BotStanding = Literal["starting", "ready", "stopped"]


class Visit:
    """The sample server and who runs it: the owner, the evening, and how the bot stands.

    `told` is called whenever something of `form` has changed.
    """

    def __init__(
        self,
        discord: LoopbackDiscord,
        place: Sample,
        script: conversation.Script,
        pace: Pace | None = None,
    ) -> None:
        self.told: Callable[[], None] | None = None
        self.opening = Opening(discord, place, self._changed)
        self.evening = Evening(discord, place, script, self._changed, pace)
        self._discord = discord
        self._sample = place
        self._bot: BotStanding = "starting"
        self._reason: str | None = None  # why the bot is not there, or not yet
        discord.feed.listen(self._hear)

    def form(self) -> Json:
        bot: Json = {
            "user": payloads.user(self._discord.application.bot),
            "state": self._bot,
            "reason": self._reason,
        }
        return {"bot": bot, "tour": self._tour()}

    def play_evening(self) -> Json:
        if self._bot == "stopped":
            raise PageError(409, "The bot has stopped, and would miss it.")
        if self._bot == "starting" or self.opening.reading in ("waiting", "reading"):
            # What it has not read yet is no "usual" for an evening to stand out from.
            raise PageError(409, "The bot is still reading the last thirty days. Try again soon.")
        return self.evening.begin()

    def bot_is(self, standing: BotStanding, reason: str | None = None) -> None:
        self._bot, self._reason = standing, reason
        self._changed()

    def _tour(self) -> Json:
        people, places = self._sample.people, self._sample.places
        posts = self._posts()
        return {
            "channel": str(places[GENERAL].id),
            "welcome": str(places[WELCOME_CHANNEL].id),
            "moderators": str(places[MODERATORS_CHANNEL].id),
            "moderator": str(people[MODERATOR].id),
            "member": str(people[WHO_LEAVES].id),
            "reading": self.opening.reading,
            "alerts": self.opening.has_alerts,
            "evening": self.evening.form(),
            "alert": str(posts[0].id) if posts else None,
            "all_clear": str(posts[1].id) if len(posts) > 1 else None,
        }

    def _posts(self) -> list[Message]:
        """What the bot has posted for the moderators since the evening began, the oldest first."""
        began, bot = self.evening.began_at, self._discord.application.bot
        said = self._discord.world.messages(self._sample.places[MODERATORS_CHANNEL])
        return [each for each in said if each.author is bot and began and each.created_at >= began]

    async def _hear(self, event: Event) -> None:
        """A post of the bot's for the moderators moves the tour on."""
        room = self._sample.places[MODERATORS_CHANNEL]
        if event.name == "MESSAGE_CREATE" and event.channel is room and event.only_for is None:
            if self._posts():
                self.evening.noticed.set()
            self._changed()

    def _changed(self) -> None:
        if self.told is not None:
            self.told()


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for: where the page listens, the bot's database and log, and the language.

    `say` prints a line for whoever started it; `opened` is called once the page answers. `observe`
    sees all that passes between the bot and its Discord.
    """

    listening: socket.socket
    database: Path
    log: Path
    locale: str
    say: Callable[[str], None]
    opened: Callable[[str], None]
    pace: Pace | None = None
    observe: Observer = lambda _: None


async def run(plan: Plan) -> None:
    """Serve the page until cancelled, whatever becomes of the bot."""
    began = perf_counter()
    script = conversation.read()
    async with AsyncExitStack() as stack:
        discord = LoopbackDiscord(observe=plan.observe, limits=RateLimits(QUICK_READING))
        place = sample.build(discord, script)
        sample.add_rooms(discord, place)
        place.you.locale = plan.locale
        await stack.enter_async_context(discord)
        sayings = conversation.schedule(script, discord.world.now() - LAST_WORDS_BEFORE)
        await sample.play(discord, place, sayings)
        visit = Visit(discord, place, script, plan.pace)
        page = await stack.enter_async_context(Page(discord, place, visit, plan.listening))
        visit.told = page.host_changed
        stack.push_async_callback(visit.evening.close)
        plan.opened(page.url)
        await _with_the_bot(plan, discord, visit, began)


async def _with_the_bot(plan: Plan, discord: LoopbackDiscord, visit: Visit, began: float) -> None:
    """Run the bot beside the page; where it can't, the page says so."""
    try:
        async with BotProcess(discord.url, discord.token, plan.database, plan.log) as bot:
            opening = asyncio.create_task(_open(plan, discord, visit, began))
            try:
                await bot.watch()
            finally:
                opening.cancel()
                await asyncio.gather(opening, return_exceptions=True)
    except PlaygroundError as error:
        visit.bot_is("stopped", str(error))
        plan.say(f"\n{error}\nThe page still shows the server. Stop it with Ctrl-C.")
        await asyncio.Event().wait()


async def _open(plan: Plan, discord: LoopbackDiscord, visit: Visit, began: float) -> None:
    """Wait for the bot, and do what an owner does first."""
    while True:
        try:
            await discord.wait_until_ready(SECONDS_TO_COME)
            break
        except TimeoutError:
            reason = f"The bot has not connected yet. {plan.log} may say why."
            visit.bot_is("starting", reason)
    visit.bot_is("ready")
    plan.say(f"The bot is here ({perf_counter() - began:.1f} s); it reads the thirty days …")
    await visit.opening.run()
    if visit.opening.reading == "done":
        plan.say(f"It has read them ({perf_counter() - began:.1f} s).")
