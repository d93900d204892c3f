"""What the owner does first when the bot has come: by the bot's own buttons and commands.

They press the welcome's button to have the past read, leave the rooms that are no chat out in the
settings, and add an alert for the rest. Their labels are in the language of whoever presses, and
so are found by their place.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Literal

from playground.errors import CommandLineError, PlaygroundError
from playground.interactions import Reply
from playground.rest import components
from playground.rest.components import ComponentType
from playground.sample import MODERATORS_CHANNEL, WELCOME_CHANNEL, Sample
from playground.server import LoopbackDiscord
from playground.world import Json, Message

SECONDS_BETWEEN_LOOKS = 0.1
SECONDS_FOR_THE_WELCOME = 20.0
SECONDS_TO_READ = 300.0
LEFT_OUT = "left-out"
"""The page of the settings on which channels are left out, as its select sends it."""

ADD_ALERT = f"/sentiment alerts add target:#{MODERATORS_CHANNEL}"


class Opening:
    """`reading` and `has_alerts` tell how far it is; `changed` is told when they change."""

    def __init__(
        self,
        discord: LoopbackDiscord,
        place: Sample,
        changed: Callable[[], None],
    ) -> None:
        self._discord = discord
        self._sample = place
        self._changed = changed
        self.reading: Literal["waiting", "reading", "done", "failed"] = "waiting"
        self.has_alerts = False

    async def run(self) -> None:
        """Do it; what the bot does not do stays undone, and people can do it themselves."""
        try:
            await self._have_the_past_read()
        except (PlaygroundError, TimeoutError):
            self.reading = "failed"
            self._changed()
        try:
            await self._set_up_alerts()
        except PlaygroundError:
            return
        self.has_alerts = True
        self._changed()

    async def _have_the_past_read(self) -> None:
        you = self._sample.you
        async with asyncio.timeout(SECONDS_FOR_THE_WELCOME):
            while (welcome := self._welcome()) is None:  # noqa: ASYNC110
                await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        first = components.buttons(welcome.components)[0]["custom_id"]
        progress = await self._discord.press_button(welcome, first, by=you)
        self.reading = "reading"
        self._changed()
        stop = _custom_ids(progress)
        await self._discord.look_until(
            progress, lambda now: _custom_ids(now).isdisjoint(stop), seconds=SECONDS_TO_READ
        )
        self.reading = "done"
        self._changed()

    def _welcome(self) -> Message | None:
        """The bot's post where newcomers are greeted."""
        bot = self._discord.application.bot
        said = self._discord.world.messages(self._sample.places[WELCOME_CHANNEL])
        return next((each for each in said if each.author is bot and each.components), None)

    async def _set_up_alerts(self) -> None:
        you, room = self._sample.you, self._sample.places[MODERATORS_CHANNEL]
        panel = await self._discord.command(you, room, "/sentiment settings")
        pages = _select(panel, ComponentType.STRING_SELECT)
        panel = await self._discord.choose(panel, pages["custom_id"], [LEFT_OUT])
        places = _select(panel, ComponentType.CHANNEL_SELECT)
        silent = [self._sample.places[WELCOME_CHANNEL], room]
        await self._discord.choose(panel, places["custom_id"], silent)
        await self._discord.command(you, room, ADD_ALERT)


def _custom_ids(reply: Reply) -> set[str]:
    return {each["custom_id"] for each in components.buttons(reply.components) if "url" not in each}


def _select(reply: Reply, kind: ComponentType) -> Json:
    found = [each for each in reply.selects if each["type"] == kind]
    if not found:
        raise CommandLineError("The settings offer nothing to choose here.")
    return found[0]
