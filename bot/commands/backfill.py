"""`/sentiment backfill`: reads the past of a channel when somebody asks for it."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass
from datetime import timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, errors, replies
from bot.commands.access import AskedPlace, Place
from bot.commands.errors import Refused
from bot.commands.views import persistent
from bot.commands.views.custom_id import CustomId
from bot.commands.views.persistent import PersistentItem, Press
from bot.ingest import history, places
from bot.ingest.history import History
from bot.ingest.places import readable
from bot.render.embeds import note_embed
from bot.render.localizer import N_
from bot.schedule.publishing import FOR_EVER
from storage import Storage
from storage.records import Retention

LONGEST_DAYS = 30
"""Messages are never kept for longer; where it is set that they are kept for less, that holds."""

SECONDS_BETWEEN_EDITS = 3.0

SECONDS_EDITABLE = 14 * 60.0
"""Discord lets an answer be changed for 15 minutes:
https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages"""

GOING_ON = N_("If I'm restarted meanwhile, please ask again. Anything already read is kept.")
NO_MORE_NEWS = N_(
    "Discord only lets me change this message for 15 minutes, so you won't see more progress here. "
    "I'll keep reading. *Stop* still stops me, or tells you how it ended."
)
OVER = N_(
    "This reading is over: it came to its end, or I was restarted. Anything already read is kept. "
    "To read more, use `/sentiment backfill` again."
)


class BackfillCommands(commands.Cog):
    def __init__(self, history: History, storage: Storage, retention: Retention) -> None:
        self._history = history
        self._retention = retention
        self._settings = storage.settings
        self._published_days = storage.published_days
        self._reading: set[int] = set()  # guilds
        # By guild and who asked, also when it has ended.
        self._last: dict[tuple[int, int], Progress] = {}
        self._stop = persistent.kind(
            "stop",
            rule=access.BACKFILL,
            pressed=self._press_stop,
            # The channel (of a thread, the one above it), and the interaction that asked.
            arguments="[0-9]{1,20}:[0-9]{1,20}",
            version=2,
        )
        self.buttons = (self._stop,)

    @app_commands.command(
        description=N_("Read the past of a channel, or read it again; for moderators")
    )
    @app_commands.describe(
        channel=N_("The channel, with its threads, or a thread"),
        days=N_("How many days to go back"),
    )
    async def backfill(
        self,
        interaction: discord.Interaction,
        channel: AskedPlace,
        days: app_commands.Range[int, 1, LONGEST_DAYS],
    ) -> None:
        viewer = access.viewer_of(interaction, access.BACKFILL)
        place = access.place_asked_about(interaction, viewer, channel)
        if not interaction.client.intents.message_content:
            raise Refused(errors.NO_MESSAGE_CONTENT)
        if not readable(place.channel):
            raise Refused(errors.CANNOT_READ_HISTORY)
        guild = viewer.guild.id
        if guild in self._reading:
            raise Refused(errors.ALREADY_READING)
        self._reading.add(guild)
        try:
            # Never public: in a small channel, how many messages are new hints at who opted out.
            await replies.defer(interaction)
            settings = await self._settings.get(guild)
            access.require_counted(place, settings)
            # Older messages would not be stored, or only to be deleted within the hour.
            kept = settings.kept(interaction.created_at, self._retention).rows_days
            await self._read(interaction, viewer, place, min(days, kept))
        finally:
            self._reading.discard(guild)

    async def _read(
        self, interaction: discord.Interaction, viewer: discord.Member, place: Place, days: int
    ) -> None:
        since = interaction.created_at - timedelta(days=days)
        source = await _source(viewer.guild, place)
        localizer = replies.localizer_of(interaction)
        channel = f"<#{place.id}>"
        what = localizer.ngettext(
            "{channel}, the last {number} day",
            "{channel}, the last {number} days",
            days,
            channel=channel,
        )
        stop = self._stop.of(
            discord.ui.Button(label=localizer.gettext("Stop")),
            asker_id=viewer.id,
            at=interaction.created_at,
            arguments=(place.channel.id, interaction.id),
        )
        progress = Progress(interaction, what, stop)
        self._last[viewer.guild.id, viewer.id] = progress
        await progress.show()
        try:
            async with aclosing(self._history.past(source, since)) as pages:
                async for page in pages:
                    progress.add(page)
                    if progress.stopped:
                        break
                    await progress.show_now_and_then()
            if not progress.stopped:
                # What was filled in is there for everybody now, and not only within the hour.
                # Other channels may be half read yet: of these, days with a gap wait.
                await self._published_days.publish(
                    viewer.guild.id, interaction.created_at, patience=FOR_EVER
                )
        except Exception:
            await progress.finish(N_("Stopped early"))
            raise  # to be told, and logged, like every error
        await progress.finish(N_("Stopped") if progress.stopped else N_("Done"))

    async def _press_stop(self, press: Press) -> None:
        interaction = press.interaction
        viewer = access.viewer_of(interaction, access.BACKFILL)
        await interaction.response.defer()
        last = self._last.get((viewer.guild.id, viewer.id))
        if last is not None and last.asked == press.asked:
            await last.stop(interaction)
            return
        _ = replies.localizer_of(interaction).gettext
        words = f"{_figures_shown(interaction)}\n\n{_(OVER)}".strip()
        await replies.answer(interaction, note_embed(_("It has ended"), words))


def _figures_shown(interaction: discord.Interaction) -> str:
    """How far a reading was when that was last shown under the button."""
    shown = interaction.message.embeds if interaction.message is not None else []
    return (shown[0].description or "").partition("\n\n")[0] if shown else ""


async def _source(guild: discord.Guild, place: Place) -> places.Place | discord.ForumChannel:
    """The channel or thread itself; a thread may be archived, and so not be known yet."""
    if place.id == place.channel.id:
        return place.channel
    thread = guild.get_thread(place.id) or await guild.fetch_channel(place.id)
    assert isinstance(thread, discord.Thread)  # noqa: S101 (what is not its own channel is one)
    return thread


@dataclass(slots=True)
class _Answer:
    """An interaction whose message can be changed, until its token ends."""

    interaction: discord.Interaction
    until: float


class Progress:
    """Tells who asked how far the reading is, with a button that stops it. Nobody else sees it.

    Each press of the button makes the message changeable for another while.
    """

    def __init__(self, asked: discord.Interaction, what: str, button: PersistentItem) -> None:
        self.asked = CustomId.parse(button.custom_id)
        self.stopped = False
        self._button = button
        self._what = what
        self._localizer = replies.localizer_of(asked)
        self._messages = self._new = self._judged_again = 0
        self._end: str | None = None
        self._clock = asyncio.get_running_loop().time
        self._answer = _Answer(asked, self._clock() + SECONDS_EDITABLE)
        self._next_edit = self._clock()
        self._silent = False

    def add(self, page: history.Page) -> None:
        self._messages += page.messages
        self._new += page.new
        self._judged_again += page.judged_again

    async def show_now_and_then(self) -> None:
        """Show how far it is, unless that was done just now, or cannot be done any more."""
        if self._silent or self._clock() < self._next_edit:
            return
        self._silent = self._clock() >= self._answer.until
        await self.show()

    async def show(self) -> None:
        _ = self._localizer.gettext
        words = f"{self._figures()}\n\n{_(NO_MORE_NEWS if self._silent else GOING_ON)}"
        title = _("Reading older messages")
        await self._edit(note_embed(title, words), persistent.view(self._button))
        self._next_edit = self._clock() + SECONDS_BETWEEN_EDITS

    async def finish(self, end: str) -> None:
        self._end = end
        # Where this comes too late to be shown, the button goes on telling it.
        if self._clock() < self._answer.until:
            await self._show_end()

    async def stop(self, interaction: discord.Interaction) -> None:
        """Stop at the next page; where it has ended, tell how."""
        self._answer = _Answer(interaction, self._clock() + SECONDS_EDITABLE)
        self.stopped = True
        if self._end is not None:
            await self._show_end()

    async def _show_end(self) -> None:
        assert self._end is not None  # noqa: S101 (tells the type checker what the caller knows)
        await self._edit(note_embed(self._localizer.gettext(self._end), self._figures()), None)

    async def _edit(self, embed: discord.Embed, view: discord.ui.View | None) -> None:
        try:
            await replies.answer(self._answer.interaction, embed, view=view)
        except discord.HTTPException:
            return  # the message was dismissed: the reading goes on all the same

    def _figures(self) -> str:
        read = self._localizer.ngettext(
            "{number} message read, {new} of them new to me.",
            "{number} messages read, {new} of them new to me.",
            self._messages,
            new=self._new,
        )
        lines = [self._what, f"**{read}**"]
        if self._judged_again:
            lines.append(
                self._localizer.ngettext(
                    "{number} I already had was judged again.",
                    "{number} I already had were judged again.",
                    self._judged_again,
                )
            )
        return "\n".join(lines)
