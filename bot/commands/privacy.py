"""`/sentiment privacy`: what is kept of a member, and how to end that."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.clock import TOLERANCE
from bot.commands import access, replies
from bot.commands.views import persistent
from bot.commands.views.custom_id import CustomId
from bot.commands.views.persistent import Press
from bot.render.embeds import note_embed, privacy_embed
from bot.render.export import export_file
from bot.render.words import count
from storage import Storage
from storage.records import Retention

TIME_TO_CONFIRM = timedelta(seconds=60)

OPT_OUT = (
    "Leave the count of this server? I erase the scores of your messages here and keep no new "
    "ones, until you opt in again."
)
FORGET = (
    "Erase the scores of all your messages in this server? I keep only when you asked, under a "
    "code instead of your id, so that nothing from before comes back. What you write from now on "
    "is counted again; to end that, use `/sentiment privacy opt-out`."
)
EXPORTED = (
    "Here is all that I keep about you in this server, as a file for your computer (JSON). "
    "It explains itself in its first lines. Only you can see this answer."
)
COUNTED_AGAIN = (
    "You are counted in this server from now on. What you had erased, and what you wrote while you "
    "were opted out, stays out."
)
KEPT = "All stays as it was."
EXPIRED = (
    "You did not answer within a minute, so all stays as it was. To ask again, use `{command}`."
)

_COMMANDS = {"opt-out": "/sentiment privacy opt-out", "forget": "/sentiment privacy forget"}


@dataclass(slots=True)
class _Erasure:
    """What *Yes, erase* has done: a second click waits for the first, and tells the same."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    done: str | None = None


class PrivacyCommands(commands.Cog):
    privacy = app_commands.Group(
        name="privacy", description="What is kept about you, and how to end that"
    )

    def __init__(
        self, storage: Storage, retention: Retention, clock: Callable[[], datetime]
    ) -> None:
        self._privacy = storage.privacy
        self._retention = retention
        self._clock = clock
        self._erasures: dict[CustomId, _Erasure] = {}  # of the last minute
        self._yes = persistent.kind(
            "erase", rule=access.OWN_DATA, pressed=self._press_yes, arguments="opt-out|forget"
        )
        self._no = persistent.kind("keep", rule=access.OWN_DATA, pressed=self._press_no)
        self.buttons = (self._yes, self._no)

    @privacy.command(description="See what is kept about you in this server")
    async def show(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        await replies.defer(interaction)
        status = await self._privacy.status(viewer.guild.id, viewer.id)
        await replies.answer(interaction, privacy_embed(status, self._retention))

    @privacy.command(description="Get all that is kept about you in this server, as a file")
    async def export(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        await replies.defer(interaction)
        kept = await self._privacy.export(viewer.guild.id, viewer.id)
        name, data = await asyncio.to_thread(export_file, kept, interaction.filesize_limit)
        embed = note_embed("Your data", EXPORTED)
        await replies.answer(interaction, embed, file=discord.File(io.BytesIO(data), name))

    @privacy.command(name="opt-out", description="Stop being counted, and erase what was counted")
    async def opt_out(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        await self._ask(interaction, viewer, OPT_OUT, "opt-out")

    @privacy.command(name="opt-in", description="Be counted again after you opted out")
    async def opt_in(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        await replies.defer(interaction)
        await self._privacy.opt_in(viewer.guild.id, viewer.id, self._asked_at(interaction))
        await replies.answer(interaction, note_embed("You are counted", COUNTED_AGAIN))

    @privacy.command(description="Erase what was counted so far, and stay counted")
    async def forget(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        await self._ask(interaction, viewer, FORGET, "forget")

    async def _ask(
        self, interaction: discord.Interaction, viewer: discord.Member, question: str, what: str
    ) -> None:
        """No answer changes nothing."""
        await replies.defer(interaction)
        now = self._clock()
        yes = discord.ui.Button[discord.ui.View](
            label="Yes, erase", style=discord.ButtonStyle.danger
        )
        no = discord.ui.Button[discord.ui.View](label="No, keep it")
        view = persistent.view(
            self._yes.of(yes, asker_id=viewer.id, at=now, arguments=(what,)),
            self._no.of(no, asker_id=viewer.id, at=now),
        )
        await replies.answer(interaction, note_embed("Are you sure?", question), view=view)

    async def _press_yes(self, press: Press) -> None:
        interaction, (what,) = press.interaction, press.asked.arguments
        await interaction.response.defer()
        if not self._is_open(press.asked):
            words = EXPIRED.format(command=_COMMANDS[what])
            await replies.answer(interaction, note_embed("Nothing was changed", words))
            return
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        self._erasures = {a: b for a, b in self._erasures.items() if self._is_open(a)}
        erasure = self._erasures.setdefault(press.asked, _Erasure())
        async with erasure.lock:
            if erasure.done is None:  # after a failure it can be tried again
                erasure.done = await self._erase(viewer, what, self._asked_at(interaction))
        await replies.answer(interaction, note_embed("Done", erasure.done))

    async def _erase(self, viewer: discord.Member, what: str, at: datetime) -> str:
        """Erase by Discord's clock, as messages are dated; say what was done."""
        if what == "forget":
            erased = await self._privacy.forget(viewer.guild.id, viewer.id, at)
            return f"I erased {count(erased, 'message')} from my count."
        erased = await self._privacy.opt_out(viewer.guild.id, viewer.id, at)
        return (
            f"I erased {count(erased, 'message')} from my count, and you are no longer counted "
            "in this server. `/sentiment privacy opt-in` takes this back."
        )

    def _asked_at(self, interaction: discord.Interaction) -> datetime:
        """By Discord's clock; a time of the future would bar what is written until then."""
        return min(interaction.created_at, self._clock() + TOLERANCE)

    def _is_open(self, asked: CustomId) -> bool:
        return asked.is_fresh(self._clock(), TIME_TO_CONFIRM)

    async def _press_no(self, press: Press) -> None:
        await press.interaction.response.defer()
        await replies.answer(press.interaction, note_embed("Nothing was changed", KEPT))
