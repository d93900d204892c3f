"""The message that tells how far a reading of the past is, with a button that stops it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bot.commands import replies
from bot.commands.views import persistent
from bot.commands.views.custom_id import CustomId
from bot.commands.views.persistent import PersistentItem
from bot.ingest.history import PageRead
from bot.render.embeds import note_embed
from bot.render.localizer import Localizer
from bot.render.readings import GOING_ON, NO_MORE_NEWS, ReadSoFar, tally_words

SECONDS_BETWEEN_EDITS = 3.0

SECONDS_EDITABLE = 14 * 60.0
"""Discord lets an answer be changed for 15 minutes:
https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages"""


@dataclass(slots=True)
class _Answer:
    """An interaction whose message can be changed, until its token ends."""

    interaction: discord.Interaction
    until: float


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ended, in the reader's words, and what can be asked next."""

    title: str
    lines: Sequence[str] = ()
    buttons: Sequence[PersistentItem] = ()


class Progress:
    """Tells who asked how far the reading is. Nobody else sees it.

    `what` is read, in words. Each press of the `stop` button makes the message changeable for
    another while.
    """

    def __init__(
        self,
        asked: discord.Interaction,
        localizer: Localizer,
        what: str,
        channels: int,
        stop: PersistentItem,
    ) -> None:
        self.asked = CustomId.parse(stop.custom_id)
        self.stopped = False
        self.tally = ReadSoFar(channels)
        self._stop = stop
        self._what = what
        self._localizer = localizer
        self._end: Ending | None = None
        self._clock = asyncio.get_running_loop().time
        self._answer = _Answer(asked, self._clock() + SECONDS_EDITABLE)
        self._next_edit = self._clock()
        self._silent = False

    def add(self, page: PageRead) -> None:
        self.tally.messages += page.messages
        self.tally.new += page.new
        self.tally.judged_again += page.judged_again

    async def show_now_and_then(self) -> None:
        """Show how far it is, unless that was done just now, or cannot be done any more."""
        if self._silent or self._clock() < self._next_edit:
            return
        self._silent = self._clock() >= self._answer.until
        await self.show()

    async def show(self) -> None:
        _ = self._localizer.gettext
        self._next_edit = self._clock() + SECONDS_BETWEEN_EDITS  # others read beside this one
        words = f"{self._figures()}\n\n{_(NO_MORE_NEWS if self._silent else GOING_ON)}"
        title = _("Reading older messages")
        await self._edit(note_embed(title, words), persistent.view(self._stop))
        self._next_edit = self._clock() + SECONDS_BETWEEN_EDITS

    async def finish(self, end: Ending) -> None:
        self._end = end
        # Where this comes too late to be shown, the button goes on telling it.
        if self._clock() < self._answer.until:
            await self._show_end(end)

    async def stop(self, interaction: discord.Interaction) -> None:
        """Stop at the next page; where it has ended, tell how."""
        self._answer = _Answer(interaction, self._clock() + SECONDS_EDITABLE)
        self.stopped = True
        if self._end is not None:
            await self._show_end(self._end)

    async def _show_end(self, end: Ending) -> None:
        words = "\n".join((self._figures(), *end.lines))
        view = persistent.view(*end.buttons) if end.buttons else None
        await self._edit(note_embed(end.title, words), view)

    async def _edit(self, embed: discord.Embed, view: discord.ui.View | None) -> None:
        try:
            await replies.answer(self._answer.interaction, embed, view=view)
        except discord.HTTPException:
            return  # the message was dismissed: the reading goes on all the same

    def _figures(self) -> str:
        return tally_words(self._localizer, self._what, self.tally)
