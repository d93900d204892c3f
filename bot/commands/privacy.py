"""`/sentiment privacy`: what is kept of a member, and how to end that."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.clock import TOLERANCE
from bot.commands import access, replies
from bot.commands.turns import Turns
from bot.commands.views import persistent
from bot.commands.views.custom_id import CustomId
from bot.commands.views.persistent import Press
from bot.render.about import privacy_embed
from bot.render.embeds import note_embed
from bot.render.export import csv_files, json_file
from bot.render.localizer import N_, Localizer
from bot.render.own_data import (
    ALREADY_OUT,
    COUNTED_AGAIN,
    EXPORTED,
    EXPORTED_AS_TABLES,
    FORGET,
    FORGET_NOTHING,
    NEVER_OUT,
    NO_TABLES,
    OPT_OUT,
    OPT_OUT_OF_NOTHING,
    PUBLISHED_STAYS,
    forgotten_words,
    opted_out_words,
)
from storage import Storage
from storage.records import MemberExport, Retention

TIME_TO_CONFIRM = timedelta(seconds=60)

KEPT = N_("I'll carry on as before.")
EXPIRED = N_("That question was open for a minute only. To ask again, use `{command}`.")

_COMMANDS = {"opt-out": "/sentiment privacy opt-out", "forget": "/sentiment privacy forget"}


@dataclass(slots=True)
class _Erasure:
    """What *Yes, erase* has done: a second click waits for the first, and tells the same."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    done: str | None = None


class PrivacyCommands(commands.Cog):
    privacy = app_commands.Group(
        name="privacy", description=N_("What I keep about you, and how to end that")
    )

    def __init__(
        self,
        storage: Storage,
        retention: Retention,
        clock: Callable[[], datetime],
        turns: Turns,
        on_erased: Callable[[], None] = lambda: None,
    ) -> None:
        """`on_erased` is called after each erasure, to forget what was worked out before."""
        self._on_erased = on_erased
        self._privacy = storage.privacy
        self._settings = storage.settings
        self._turns = turns
        self._retention = retention
        self._clock = clock
        self._erasures: dict[CustomId, _Erasure] = {}  # of the last minute
        self._yes = persistent.kind(
            "erase", rule=access.OWN_DATA, pressed=self._press_yes, arguments="opt-out|forget"
        )
        self._no = persistent.kind("keep", rule=access.OWN_DATA, pressed=self._press_no)
        self.buttons = (self._yes, self._no)

    @privacy.command(description=N_("See what I keep about you in this server"))
    async def show(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        await replies.defer(interaction)
        status = await self._privacy.status(viewer.guild.id, viewer.id)
        settings = await self._settings.get(viewer.guild.id)
        localizer = replies.localizer_of(interaction)
        kept = settings.kept(self._clock(), self._retention)
        embed = privacy_embed(localizer, status, kept, settings)
        await replies.answer(interaction, embed)

    @privacy.command(description=N_("Get everything I keep about you in this server, as a file"))
    @app_commands.describe(form=N_("A JSON file, unless you choose tables"))
    @app_commands.rename(form="format")
    @app_commands.choices(
        form=[
            app_commands.Choice(name=N_("One file for programs"), value="json"),
            app_commands.Choice(name=N_("Tables for a spreadsheet"), value="csv"),
        ]
    )
    async def export(
        self, interaction: discord.Interaction, form: Literal["json", "csv"] = "json"
    ) -> None:
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        localizer = replies.localizer_of(interaction)
        with self._turns.of(viewer.id):
            await replies.defer(interaction)
            kept = await self._privacy.export(viewer.guild.id, viewer.id)
            files = await asyncio.to_thread(
                _files, localizer, kept, form, interaction.filesize_limit
            )
        if form == "csv":
            words = localizer.gettext(EXPORTED_AS_TABLES if files else NO_TABLES)
        else:
            words = localizer.gettext(EXPORTED)
        embed = note_embed(localizer.gettext("Your data"), words)
        await replies.answer(interaction, embed, files=files)

    @privacy.command(
        name="opt-out", description=N_("Stop being counted, and erase what was counted")
    )
    async def opt_out(self, interaction: discord.Interaction) -> None:
        await self._ask_unless_out(interaction, "opt-out", OPT_OUT, OPT_OUT_OF_NOTHING)

    @privacy.command(name="opt-in", description=N_("Be counted again after opting out"))
    async def opt_in(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        await replies.defer(interaction)
        asked_at = self._asked_at(interaction)
        if not await self._privacy.opt_in(viewer.guild.id, viewer.id, asked_at):
            await self._nothing_to_do(interaction, NEVER_OUT)
            return
        _ = replies.localizer_of(interaction).gettext
        await replies.answer(interaction, note_embed(_("You're counted"), _(COUNTED_AGAIN)))

    @privacy.command(description=N_("Erase what was counted so far, and stay counted"))
    async def forget(self, interaction: discord.Interaction) -> None:
        await self._ask_unless_out(interaction, "forget", FORGET, FORGET_NOTHING)

    async def _ask_unless_out(
        self, interaction: discord.Interaction, what: str, question: str, question_of_nothing: str
    ) -> None:
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        await replies.defer(interaction)
        status = await self._privacy.status(viewer.guild.id, viewer.id)
        if status.opted_out:
            await self._nothing_to_do(interaction, ALREADY_OUT)
        else:
            await self._ask(interaction, question if status.messages else question_of_nothing, what)

    async def _nothing_to_do(self, interaction: discord.Interaction, why: str) -> None:
        _ = replies.localizer_of(interaction).gettext
        await replies.answer(interaction, note_embed(_("Nothing changed"), _(why)))

    async def _ask(self, interaction: discord.Interaction, question: str, what: str) -> None:
        """No answer changes nothing."""
        asker_id = interaction.user.id
        now, _ = self._clock(), replies.localizer_of(interaction).gettext
        yes = discord.ui.Button[discord.ui.View](
            label=_("Yes, erase"), style=discord.ButtonStyle.danger
        )
        no = discord.ui.Button[discord.ui.View](label=_("No, keep it"))
        view = persistent.view(
            self._yes.of(yes, asker_id=asker_id, at=now, arguments=(what,)),
            self._no.of(no, asker_id=asker_id, at=now),
        )
        words = f"{_(question)}\n\n{_(PUBLISHED_STAYS)}"
        await replies.answer(interaction, note_embed(_("Are you sure?"), words), view=view)

    async def _press_yes(self, press: Press) -> None:
        interaction, (what,) = press.interaction, press.asked.arguments
        _ = replies.localizer_of(interaction).gettext
        await interaction.response.defer()
        if not self._is_open(press.asked):
            words = _(EXPIRED, command=_COMMANDS[what])
            await replies.answer(interaction, note_embed(_("Nothing changed"), words))
            return
        self._erasures = {a: b for a, b in self._erasures.items() if self._is_open(a)}
        erasure = self._erasures.setdefault(press.asked, _Erasure())
        async with erasure.lock:
            if erasure.done is None:  # after a failure it can be tried again
                erasure.done = await self._erase(interaction, what)
        words = f"{erasure.done}\n\n{_(PUBLISHED_STAYS)}"
        await replies.answer(interaction, note_embed(_("Done"), words))

    async def _erase(self, interaction: discord.Interaction, what: str) -> str:
        """Erase by Discord's clock, as messages are dated; say what was done."""
        viewer = access.viewer_of(interaction, access.OWN_DATA)
        localizer, at = replies.localizer_of(interaction), self._asked_at(interaction)
        if what == "forget":
            erased = await self._privacy.forget(viewer.guild.id, viewer.id, at)
            self._on_erased()
            return forgotten_words(localizer, erased)
        erased = await self._privacy.opt_out(viewer.guild.id, viewer.id, at)
        self._on_erased()
        return opted_out_words(localizer, erased)

    def _asked_at(self, interaction: discord.Interaction) -> datetime:
        """By Discord's clock; a time of the future would bar what is written until then."""
        return min(interaction.created_at, self._clock() + TOLERANCE)

    def _is_open(self, asked: CustomId) -> bool:
        return asked.is_fresh(self._clock(), TIME_TO_CONFIRM)

    async def _press_no(self, press: Press) -> None:
        interaction, _ = press.interaction, replies.localizer_of(press.interaction).gettext
        await interaction.response.defer()
        await replies.answer(interaction, note_embed(_("Nothing changed"), _(KEPT)))


def _files(
    localizer: Localizer, kept: MemberExport, form: Literal["json", "csv"], limit: int
) -> list[discord.File]:
    named = [json_file(localizer, kept, limit)] if form == "json" else csv_files(kept, limit)
    return [discord.File(io.BytesIO(data), name) for name, data in named]
