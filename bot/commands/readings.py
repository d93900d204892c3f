"""Reads the past of channels when somebody asks for it, side by side, and tells how far it is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime, timedelta

import discord

from bot.commands import access, errors, replies
from bot.commands.errors import Refused
from bot.commands.places import Place, counted_channels, place_asked_about
from bot.commands.reading_progress import Ending, Progress
from bot.commands.scopes import Asked, Scope, scope_of
from bot.commands.trend_button import TrendButton
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from bot.ingest.deletions import IncompleteHistoryError
from bot.ingest.history import History
from bot.ingest.message_channels import MessageChannel, readable
from bot.logs import reason
from bot.permissions.channels import missing_permissions
from bot.render import readings as words
from bot.render.embeds import note_embed
from bot.render.localizer import Localizer
from bot.reports.coverage import Coverage
from bot.reports.periods import DAY
from bot.reports.queries import Moods
from bot.schedule.publishing import FOR_EVER, reading_begins, reading_ended
from storage import Storage
from storage.records import GuildSettings, Retention

LONGEST_DAYS = 30
"""Messages are never kept for longer; where it is set that they are kept for less, that holds."""

SIDE_BY_SIDE = 4
"""So many channels are read at the same time: each waits for its own answers."""

_OF_ONE_PLACE = (discord.DiscordException, TimeoutError, IncompleteHistoryError)
"""What may be wrong with the history of one channel, while that of others can be read."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A reading that somebody asked for; `closed` are so many channels the bot may not read."""

    interaction: discord.Interaction
    viewer: discord.Member
    settings: GuildSettings
    scope: Scope
    places: tuple[Place, ...]
    closed: int
    days: int

    @property
    def localizer(self) -> Localizer:
        return replies.localizer_of(self.interaction)

    @property
    def since(self) -> datetime:
        return self.interaction.created_at - timedelta(days=self.days)


class Readings:
    """One at a time in each guild. Register its `buttons` at the start."""

    def __init__(
        self,
        history: History,
        storage: Storage,
        retention: Retention,
        moods: Moods,
        trend: TrendButton,
    ) -> None:
        self._history = history
        self._retention = retention
        self._settings = storage.settings
        self._jobs = storage.jobs
        self._published_days = storage.published_days
        self._moods = moods
        self._trend_button = trend
        self._reading: set[int] = set()  # guilds
        # By guild and who asked, also when it has ended.
        self._last: dict[tuple[int, int], Progress] = {}
        self._stop = persistent.kind(
            "stop",
            rule=access.READ_ALL,
            pressed=self._press_stop,
            arguments="[0-9]{1,20}",  # the interaction that asked
            version=3,
        )
        self.buttons = (self._stop,)

    def days(self, settings: GuildSettings, now: datetime) -> int:
        """How far back it makes sense to read: what is older is not stored, or soon deleted."""
        return min(LONGEST_DAYS, settings.kept(now, self._retention).rows_days)

    async def read(
        self,
        interaction: discord.Interaction,
        viewer: discord.Member,
        asked: Sequence[Asked],
        days: int = LONGEST_DAYS,
    ) -> None:
        """Read what was asked for; without anything, all channels that both can read.

        Answers the interaction, and returns when it is over. Refused where nothing of it can be
        read, or while another reading goes on in the guild.
        """
        if not interaction.client.intents.message_content:
            raise Refused(errors.NO_MESSAGE_CONTENT)
        asked = _that_may_be_read(interaction, viewer, asked)
        guild = viewer.guild.id
        if guild in self._reading:
            raise Refused(errors.ALREADY_READING)
        self._reading.add(guild)
        try:
            # Never public: in a small channel, how many messages are new hints at who opted out.
            await replies.defer(interaction)
            settings = await self._settings.get(guild)
            scope = scope_of(viewer, settings, asked, asked_in=interaction.channel_id)
            open_ = tuple(place for place in scope.places if readable(place.channel))
            if not open_:
                raise Refused(errors.CANNOT_READ_HISTORY)
            closed = _closed(viewer.guild, settings, scope)
            days = min(days, self.days(settings, interaction.created_at))
            await reading_begins(self._jobs, guild, interaction.created_at)
            await self._read(_Asked(interaction, viewer, settings, scope, open_, closed, days))
            await reading_ended(self._jobs, guild)
        finally:
            self._reading.discard(guild)

    async def _read(self, asked: _Asked) -> None:
        progress = self._progress(asked)
        await progress.show()
        _ = asked.localizer.gettext
        try:
            failed = await self._read_places(asked, progress)
            if not progress.stopped:
                # What was filled in is there for everybody now, and not only within the hour.
                # Other channels may be half read yet: of these, days with a gap wait.
                await self._published_days.publish(
                    asked.viewer.guild.id, asked.interaction.created_at, patience=FOR_EVER
                )
            lines = await self._lines(asked, failed)
        except Exception:
            await progress.finish(Ending(_("Stopped early")))
            raise  # to be told, and logged, like every error
        title = _("Stopped") if progress.stopped else _("Done")
        await progress.finish(Ending(title, lines, (self._trend(asked),)))

    def _progress(self, asked: _Asked) -> Progress:
        mentions = [f"<#{place.id}>" for place in asked.places]
        stop = self._stop.of(
            discord.ui.Button(label=asked.localizer.gettext("Stop")),
            asker_id=asked.viewer.id,
            at=asked.interaction.created_at,
            arguments=(asked.interaction.id,),
        )
        what = words.what_words(asked.localizer, mentions, asked.days)
        progress = Progress(asked.interaction, asked.localizer, what, len(mentions), stop)
        self._last[asked.viewer.guild.id, asked.viewer.id] = progress
        return progress

    async def _read_places(self, asked: _Asked, progress: Progress) -> list[str]:
        """Read them all; mentions of those that Discord refused. Raises where it refused all."""
        waiting = iter(asked.places)
        failures: dict[int, Exception] = {}

        async def work() -> None:
            for place in waiting:
                if progress.stopped:
                    return
                try:
                    await self._read_place(asked, place, progress)
                except _OF_ONE_PLACE as error:
                    log.warning("Channel %d could not be read: %s", place.id, reason(error))
                    failures[place.id] = error
                progress.tally.done += 1

        try:
            async with asyncio.TaskGroup() as group:
                workers = [group.create_task(work()) for _ in range(SIDE_BY_SIDE)]
        except ExceptionGroup as several:
            raise several.exceptions[0] from None
        if any(worker.cancelled() for worker in workers):
            raise asyncio.CancelledError  # the bot stops
        if len(failures) == len(asked.places):
            raise next(iter(failures.values()))
        return [f"<#{place_id}>" for place_id in failures]

    async def _read_place(self, asked: _Asked, place: Place, progress: Progress) -> None:
        source = await _source(asked.viewer.guild, place)
        async with aclosing(self._history.past(source, asked.since)) as pages:
            async for page in pages:
                progress.add(page)
                if progress.stopped:
                    return
                await progress.show_now_and_then()

    async def _lines(self, asked: _Asked, failed: Sequence[str]) -> list[str]:
        """What is told in the end: what was not read, not understood, and what to ask now."""
        localizer, found = asked.localizer, await self._coverage(asked)
        lines = words.left_unread_words(localizer, asked.closed, failed)
        if found is not None and (english := words.english_words(localizer, found)):
            lines.append(english)
        return [*lines, "", *words.next_words(localizer, found)]

    async def _coverage(self, asked: _Asked) -> Coverage | None:
        """Of the days that were read; `None` for somebody without live figures."""
        if not access.shows_live(access.COVERAGE, asked.viewer, asked.settings):
            return None
        least = access.least_writers(asked.viewer, asked.settings)
        ids = [place.id for place in asked.places]
        return await self._moods.coverage(
            asked.viewer.guild.id, ids, asked.days * DAY, least_writers=least
        )

    def _trend(self, asked: _Asked) -> PersistentItem:
        """What shows the mood of what was read; of several channels, that of all."""
        alone = asked.scope.asked_ids if len(asked.scope.asked_ids) == 1 else ()
        at = asked.interaction.created_at
        return self._trend_button.of(asked.localizer, asked.viewer, at, asked.days * DAY, *alone)

    async def _press_stop(self, press: Press) -> None:
        interaction = press.interaction
        viewer = access.viewer_of(interaction, access.READ_ALL)
        await interaction.response.defer()
        last = self._last.get((viewer.guild.id, viewer.id))
        if last is not None and last.asked == press.asked:
            await last.stop(interaction)
            return
        _ = replies.localizer_of(interaction).gettext
        told = f"{_figures_shown(interaction)}\n\n{_(words.OVER)}".strip()
        await replies.answer(interaction, note_embed(_("It has ended"), told))


def _that_may_be_read(
    interaction: discord.Interaction, viewer: discord.Member, asked: Sequence[Asked]
) -> list[Asked]:
    """What of it the viewer and the bot may read. Refused where that is nothing.

    Who asks for one channel is told what is wrong with it; of several, the others are read.
    """
    kept: list[Asked] = []
    refused: Refused | None = None
    for each in asked:
        try:
            if not isinstance(each, discord.CategoryChannel):
                place = place_asked_about(interaction, viewer, each)
                if not readable(place.channel):
                    raise Refused(errors.CANNOT_READ_HISTORY)
            kept.append(each)
        except Refused as error:
            refused = error
    if refused is not None and not kept:
        raise refused
    return kept


def _closed(guild: discord.Guild, settings: GuildSettings, scope: Scope) -> int:
    """How many channels of what was asked for the bot may not read."""
    if scope.asked_ids:
        return sum(not readable(place.channel) for place in scope.places)
    return sum(bool(missing_permissions(each)) for each in counted_channels(guild, settings))


def _figures_shown(interaction: discord.Interaction) -> str:
    """How far a reading was when that was last shown under the button."""
    shown = interaction.message.embeds if interaction.message is not None else []
    return (shown[0].description or "").partition("\n\n")[0] if shown else ""


async def _source(guild: discord.Guild, place: Place) -> MessageChannel | discord.ForumChannel:
    """The channel or thread itself; a thread may be archived, and so not be known yet."""
    if place.id == place.channel.id:
        return place.channel
    thread = guild.get_thread(place.id) or await guild.fetch_channel(place.id)
    assert isinstance(thread, discord.Thread)  # noqa: S101 (what is not its own channel is one)
    return thread
