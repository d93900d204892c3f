"""`/sentiment now`: what is unusual in the channels that a moderator may read, and since when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, errors, replies
from bot.commands.circumstances import circumstances_of
from bot.commands.desk.answers import DeskAnswers
from bot.commands.desk.episode_id import EpisodeId
from bot.commands.desk.looks import Looks, Viewing
from bot.commands.desk.pictures import DeskPictures
from bot.commands.desk.pressing import defer
from bot.commands.errors import Refused
from bot.commands.places import is_left_out, readable_channel
from bot.commands.turns import Turns
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from bot.ingest.gaps import Gaps
from bot.permissions.channels import Channel
from bot.render.command_texts import said_as
from bot.render.desk import LookedAt, morning_embed
from bot.render.desk_words import episode_option, look_back_words
from bot.render.localizer import N_, Localizer
from bot.reports.morning import Morning, since_of
from bot.reports.periods import DAY
from bot.reports.unusual.episodes import Episode
from bot.reports.watching import Look

DAYS = (0, 3, 7, 30)
"""How far people can look back; 0 stands for "since yesterday morning"."""

MOST_OPTIONS = 25
"""https://discord.com/developers/docs/components/reference#string-select"""

EVERYWHERE = 0
"""Stands for the id of a channel or category when it is about all channels."""

AskedChannels = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.ForumChannel
    | discord.CategoryChannel
)


@dataclass(frozen=True, slots=True)
class LookBack:
    """What a card is about: a channel, a category or `EVERYWHERE`, and how many `DAYS` back."""

    place_id: int
    days: int

    @property
    def length(self) -> timedelta | None:
        return self.days * DAY or None


@dataclass(frozen=True, slots=True)
class Seen:
    """A look, what a moderator is told of it, and what it was about."""

    look: Look
    morning: Morning
    asked: LookedAt


class NowCommands(commands.Cog):
    """The card, and the selects under it; its `answers` are behind the buttons."""

    def __init__(
        self,
        looks: Looks,
        pictures: DeskPictures,
        answers: DeskAnswers,
        turns: Turns,
        gaps: Gaps,
    ) -> None:
        self._looks = looks
        self._gaps = gaps
        self._answers = answers
        self._pictures = pictures
        self._turns = turns
        self._about = persistent.kind(
            "now-about",
            rule=access.NOW_AGAIN,
            pressed=self._press_about,
            arguments="[0-9]{1,20}:[0-9]{1,2}",  # the place, and the days
        )
        self._period = persistent.kind(
            "now-period",
            rule=access.NOW_AGAIN,
            pressed=self._press_period,
            arguments="[0-9]{1,20}",  # the place
        )
        self.buttons = (self._about, self._period)
        self._days = [days for days in DAYS if days <= looks.kept_days]
        offered = [
            app_commands.Choice(name=said_as(partial(look_back_words, days=days)), value=days)
            for days in self._days
        ]
        app_commands.choices(period=offered)(self.now)

    @app_commands.command(
        description=N_("See what is unusual, since when, and if it's over; for mods")
    )
    @app_commands.describe(
        channel=N_("A channel or category (all you can read if left out)"),
        period=N_("How far to look back (since yesterday morning if left out)"),
    )
    async def now(
        self,
        interaction: discord.Interaction,
        channel: AskedChannels | None = None,
        period: int = 0,
    ) -> None:
        viewer = access.viewer_of(interaction, access.NOW)
        if not interaction.client.intents.message_content:
            raise Refused(errors.NO_MESSAGE_CONTENT)
        if isinstance(channel, Channel):
            readable_channel(viewer, channel.id)
        question = LookBack(EVERYWHERE if channel is None else channel.id, period)
        with self._turns.of(viewer.id):
            await replies.defer(interaction)
            viewing = await self._looks.viewing(interaction, access.NOW)
            await self._answer(interaction, viewing, question)

    async def show_since(self, interaction: discord.Interaction, since: datetime) -> None:
        """Answer somebody who pressed a button with a card of all channels that they can read: as
        far back as that, if one can look so far. Refused where they see no live figures."""
        with self._turns.of(interaction.user.id):
            await replies.defer(interaction)
            viewing = await self._looks.viewing(interaction, access.NOW_AGAIN)
            now, zone = self._looks.clock(), viewing.localizer.time_zone
            lengths = [LookBack(EVERYWHERE, days) for days in self._days]
            reach = [each for each in lengths if since_of(each.length, now, zone) <= since]
            await self._answer(interaction, viewing, (reach or lengths[-1:])[0])

    async def _press_period(self, press: Press) -> None:
        (place_id,) = press.asked.arguments
        with self._turns.of(press.interaction.user.id):
            await defer(press.interaction, in_place=True)
            viewing = await self._looks.viewing(press.interaction, access.NOW_AGAIN)
            chosen = _chosen(press)
            if not chosen.isdecimal() or int(chosen) not in self._days:
                raise Refused(errors.OUTDATED)
            question = LookBack(int(place_id), int(chosen))
            await self._answer(press.interaction, viewing, question)

    async def _press_about(self, press: Press) -> None:
        """Let the buttons be about another episode; what the card says stays."""
        await defer(press.interaction, in_place=True)
        await self._looks.viewing(press.interaction, access.NOW_AGAIN)
        chosen = EpisodeId.parse(_chosen(press))
        if chosen is None:
            raise Refused(errors.OUTDATED)
        select = press.component
        assert isinstance(select, discord.ui.Select)  # noqa: S101 (else nothing was chosen)
        question = LookBack(*map(int, press.asked.arguments))
        view = self._view(press.interaction, question, chosen, select.options)
        await press.interaction.edit_original_response(view=view)

    async def seen(
        self,
        client: discord.Client,
        viewing: Viewing,
        channels: Sequence[Channel],
        length: timedelta | None,
    ) -> Seen:
        """A look so far back (`None`: since yesterday morning) at channels that the viewer may
        read."""
        now = self._looks.clock()
        since = since_of(length, now, viewing.localizer.time_zone)
        look = await self._looks.recent(viewing, channels, since)
        told = (look.messages, look.unusual(), look.waiting, look.heard)
        names = {channel.id: channel.name for channel in channels}
        known = circumstances_of(client, viewing.guild, channels, self._gaps)
        asked = LookedAt(now, length, names, viewing.least_people, known.has_gap, look.cut_short)
        return Seen(look, Morning(look.since, len(channels), *told), asked)

    async def _answer(
        self, interaction: discord.Interaction, viewing: Viewing, question: LookBack
    ) -> None:
        """Fill in the answer, or the card that is there."""
        channels = _channels(viewing, question.place_id)
        seen = await self.seen(interaction.client, viewing, channels, question.length)
        names = seen.asked.names
        shown = seen.morning.by_strength[:MOST_OPTIONS]
        options = [_option(viewing.localizer, each, names) for each in shown]
        chosen = EpisodeId.of(shown[0]) if shown else None
        view = self._view(interaction, question, chosen, options)
        embed, file = morning_embed(viewing.localizer, seen.morning, seen.asked), None
        if unusual := seen.morning.unusual:
            now = seen.asked.now
            file = await self._pictures.morning(embed, viewing, seen.look, unusual, channels, now)
        await replies.answer(interaction, embed, file=file, view=view)

    def _view(
        self,
        interaction: discord.Interaction,
        question: LookBack,
        chosen: EpisodeId | None,
        options: list[discord.SelectOption],
    ) -> discord.ui.View:
        """Buttons about the chosen episode, and selects of another one and of another period."""
        localizer = replies.localizer_of(interaction)
        asked_by, at = interaction.user.id, self._looks.clock()
        items: list[PersistentItem] = []
        if chosen is not None:
            items += self._answers.buttons_about(localizer, chosen, asker_id=asked_by, at=at)
        if len(options) > 1:
            for option in options:
                option.default = option.value == str(chosen)
            about: discord.ui.Select[discord.ui.View] = discord.ui.Select(
                placeholder=localizer.gettext("Look at …"), options=options
            )
            asked = (question.place_id, question.days)
            items.append(self._about.of(about, asker_id=asked_by, at=at, arguments=asked))
        period = self._periods(localizer, question.days)
        place = (question.place_id,)
        items.append(self._period.of(period, asker_id=asked_by, at=at, arguments=place))
        return persistent.view(*items)

    def _periods(self, localizer: Localizer, chosen: int) -> discord.ui.Select[discord.ui.View]:
        options = [
            discord.SelectOption(
                label=look_back_words(localizer, days), value=str(days), default=days == chosen
            )
            for days in self._days
        ]
        return discord.ui.Select(placeholder=localizer.gettext("How far back …"), options=options)


def _chosen(press: Press) -> str:
    if len(press.chosen) != 1:
        raise Refused(errors.OUTDATED)
    return press.chosen[0]


def _channels(viewing: Viewing, place_id: int) -> list[Channel]:
    """The channels of the place that the viewer may read, and that count. Refused if none is."""
    readable = viewing.channels()
    if place_id != EVERYWHERE:
        readable = [each for each in readable if place_id in (each.id, each.category_id)]
    if not readable:
        raise Refused(_why_none(viewing, place_id))
    return readable


def _why_none(viewing: Viewing, place_id: int) -> str:
    if is_left_out(viewing.guild, place_id, viewing.settings):
        return errors.CHANNEL_NOT_COUNTED
    if isinstance(viewing.guild.get_channel(place_id), discord.CategoryChannel):
        return errors.NOTHING_IN_CATEGORY
    return errors.UNREADABLE_CHANNEL


def _option(
    localizer: Localizer, episode: Episode, names: Mapping[int, str]
) -> discord.SelectOption:
    label, description = episode_option(localizer, episode, names[episode.channel_id])
    return discord.SelectOption(
        label=label, description=description, value=str(EpisodeId.of(episode))
    )
