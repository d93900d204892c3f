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
from storage import Storage
from storage.records import MemberExport, Retention

TIME_TO_CONFIRM = timedelta(seconds=60)

OPT_OUT = N_(
    "Stop counting your messages in this server? I'll erase what I've counted so far, and won't "
    "count new ones until you opt in again."
)
OPT_OUT_OF_NOTHING = N_(
    "Stop counting your messages in this server? None are counted right now, and I won't count new "
    "ones until you opt in again."
)
ALREADY_OUT = N_(
    "You've already opted out in this server: I keep nothing about your messages, and don't count "
    "new ones. To be counted again, use `/sentiment privacy opt-in`."
)
FORGET = N_(
    "Erase everything I've counted of your messages in this server? I'll only keep when you asked, "
    "under a code instead of your id, so that nothing from before comes back. New messages are "
    "counted again; to stop that, use `/sentiment privacy opt-out`."
)
FORGET_NOTHING = N_(
    "None of your messages in this server are counted right now. Erase anyway? Then nothing you "
    "wrote until now is counted later, either: older messages are read when a moderator asks me "
    "to. I'll only keep when you asked, under a code instead of your id. New messages are counted; "
    "to stop that, use `/sentiment privacy opt-out`."
)
EXPORTED = N_(
    "Here is everything I keep about you in this server, as a JSON file for your computer. Its "
    "first lines explain the rest. Only you can see this."
)
EXPORTED_AS_TABLES = N_(
    "Here are your messages in this server, with the three numbers of each (how negative, neutral "
    "and positive it sounded), and your hours in each channel, as two tables for a spreadsheet. "
    "Times are UTC. For all I keep about you, get the file for programs. Only you can see this."
)
COUNTED_AGAIN = N_(
    "From now on I count your messages in this server. Anything you had erased, or wrote while you "
    "were opted out, stays out."
)
NO_TABLES = N_("None of your messages in this server are counted right now.")
NEVER_OUT = N_(
    "You hadn't opted out of being counted in this server, so nothing has changed. To see what I "
    "keep about you, use `/sentiment privacy show`."
)
CHECK_GOES_ON = N_(
    "*Check sentiment* still works on a message of yours for anyone who can read it: it looks at "
    "nothing but that text, and keeps nothing."
)
PUBLISHED_STAYS = N_(
    "Past days that everyone here can already see stay as they are: rounded figures of five people "
    "or more, with no trace of who they were."
)
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
    ) -> None:
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
            return forgotten_words(localizer, erased)
        erased = await self._privacy.opt_out(viewer.guild.id, viewer.id, at)
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


def forgotten_words(localizer: Localizer, erased: int) -> str:
    """What a forget came to, when so many messages were erased."""
    if not erased:
        return localizer.gettext(
            "There was nothing to erase. Nothing you wrote until now will be counted later, either."
        )
    return localizer.ngettext(
        "I've erased {number} of your messages from my count.",
        "I've erased {number} of your messages from my count.",
        erased,
    )


def opted_out_words(localizer: Localizer, erased: int) -> str:
    """What an opt-out came to, when so many messages were erased."""
    if erased:
        done = localizer.ngettext(
            "I've erased {number} of your messages from my count, and stopped counting you in this "
            "server. To be counted again, use `/sentiment privacy opt-in`.",
            "I've erased {number} of your messages from my count, and stopped counting you in this "
            "server. To be counted again, use `/sentiment privacy opt-in`.",
            erased,
        )
    else:
        done = localizer.gettext(
            "There was nothing to erase. I don't count you in this server any more. To be counted "
            "again, use `/sentiment privacy opt-in`."
        )
    return f"{done}\n\n{localizer.gettext(CHECK_GOES_ON)}"
