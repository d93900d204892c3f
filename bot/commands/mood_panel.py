"""The buttons and selects under an answer about moods: they change it in place, or share it.

All that an answer depends on is carried by them: the period and the view by each `custom_id`, the
channels by the select of channels itself. So they work after a restart, and each press is checked
and answered anew.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import discord

from bot.commands import access, errors, replies
from bot.commands.access import Rule
from bot.commands.errors import Refused
from bot.commands.mood_answers import RULE, Asking, MoodAnswers, asking_of
from bot.commands.periods import TypedPeriods
from bot.commands.places import place_asked_about
from bot.commands.read_button import ReadButton
from bot.commands.scopes import Asked, Scope, looked_up, scope_of
from bot.commands.turns import Turns
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from bot.commands.views.question import PATTERN, MoodQuestion, period_code
from bot.permissions.channels import Channel, read_by_everybody_in
from bot.render.embeds import table_embed
from bot.render.localizer import N_
from bot.render.words import plain
from bot.reports.periods import Period
from bot.reports.pictures import View
from bot.reports.time_zones import zone_of
from storage import Storage

MOST_PLACES = 25
"""https://discord.com/developers/docs/components/reference#channel-select"""

TABLE = "barometer-moods.csv"

_TYPES = discord.ChannelType
SCOPE_TYPES = [
    *(_TYPES.text, _TYPES.news, _TYPES.voice, _TYPES.stage_voice, _TYPES.forum, _TYPES.media),
    _TYPES.category,
]
"""Channels that hold messages, and what holds such channels."""

_CHANNEL_TYPES = [*SCOPE_TYPES, _TYPES.public_thread, _TYPES.news_thread]
_VIEWS: dict[View, str] = {
    "course": N_("Over time"),
    "compare": N_("Compared with before"),
    "channels": N_("Channel by channel"),
    "week": N_("By hour and weekday"),
}


class MoodPanel:
    """Answers with buttons and selects. Register its `buttons` at the start."""

    def __init__(
        self,
        answers: MoodAnswers,
        storage: Storage,
        periods: TypedPeriods,
        turns: Turns,
        read: ReadButton,
    ) -> None:
        self._read = read
        self._answers = answers
        self._settings = storage.settings
        self._periods = periods
        self._turns = turns
        self._places = self._kind("mood-places", self._change)
        self._period = self._kind("mood-period", self._change)
        self._view = self._kind("mood-view", self._change)
        self._page = self._kind("mood-page", self._change)
        self._share = self._kind("mood-share", self._post)
        self._export = persistent.kind(
            "export", rule=access.EXPORT, pressed=self._send_files, arguments=PATTERN
        )

    @property
    def buttons(self) -> tuple[type[PersistentItem], ...]:
        return self._places, self._period, self._view, self._page, self._share, self._export

    def _kind(self, name: str, pressed: persistent.Handler) -> type[PersistentItem]:
        return persistent.kind(name, rule=RULE, pressed=pressed, arguments=PATTERN)

    async def answer(
        self,
        interaction: discord.Interaction,
        rule: Rule,
        asked: Sequence[Asked],
        period: str | Period | None,
        view: View = "course",
    ) -> None:
        """Answer a command or a button; only who asked sees it. A period may be as it was typed."""
        viewer = access.viewer_of(interaction, rule)
        for each in asked:  # before the wait: who may not read it is told at once
            if not isinstance(each, discord.CategoryChannel):
                place_asked_about(interaction, viewer, each)
        with self._turns.of(viewer.id):
            await replies.defer(interaction)
            settings = await self._settings.get(viewer.guild.id)
            localizer = replies.localizer_of(interaction, zone_of(settings.time_zone))
            if not isinstance(period, Period):
                period = self._periods.read(period, interaction, localizer)
            question = MoodQuestion(period, view)
            scope = scope_of(viewer, settings, asked, asked_in=interaction.channel_id)
            await self._show(interaction, asking_of(viewer, settings, scope, question, localizer))

    async def _change(self, press: Press) -> None:
        """Answer anew, in place, what was chosen below an answer."""
        interaction = press.interaction
        viewer = access.viewer_of(interaction, RULE)
        with self._turns.of(viewer.id):
            await interaction.response.defer()
            settings = await self._settings.get(viewer.guild.id)
            localizer = replies.localizer_of(interaction, zone_of(settings.time_zone))
            asked = await looked_up(viewer.guild, _chosen_places(press))
            scope = scope_of(viewer, settings, asked, asked_in=interaction.channel_id)
            question = _chosen(press)
            await self._show(interaction, asking_of(viewer, settings, scope, question, localizer))

    async def _post(self, press: Press) -> None:
        """Post what anybody here may see of it."""
        interaction = press.interaction
        viewer = access.viewer_of(interaction, RULE)
        access.require_sharing(interaction)
        with self._turns.of(viewer.id):
            await interaction.response.defer()
            settings = await self._settings.get(viewer.guild.id)
            asked = await looked_up(viewer.guild, _chosen_places(press))
            scope = _for_everybody(
                interaction, scope_of(viewer, settings, asked, asked_in=interaction.channel_id)
            )
            # Dates are those that the viewer meant, on the clock of the server.
            localizer = replies.public_localizer(viewer.guild, settings)
            question = _chosen(press)
            if question.view == "week":  # members see no hours
                question = replace(question, view="course")
            asking = asking_of(viewer, settings, scope, question, localizer, shared=True)
            answer = await self._answers.answer(interaction.client, asking)
            by = localizer.gettext("Shared by {name}.", name=plain(viewer.display_name, 40))
            answer.embed.description = "\n".join(filter(None, (answer.embed.description, by)))
            file = discord.utils.MISSING if answer.file is None else answer.file
            await interaction.followup.send(
                embed=answer.embed, file=file, allowed_mentions=replies.NOBODY
            )

    async def _send_files(self, press: Press) -> None:
        """Send its figures as a table, and its chart, to who sees live figures."""
        interaction = press.interaction
        viewer = access.viewer_of(interaction, access.EXPORT)
        with self._turns.of(viewer.id):
            await replies.defer(interaction)
            settings = await self._settings.get(viewer.guild.id)
            access.require_live(access.EXPORT, viewer, settings)
            localizer = replies.localizer_of(interaction, zone_of(settings.time_zone))
            asked = await looked_up(viewer.guild, _chosen_places(press))
            scope = scope_of(viewer, settings, asked, asked_in=interaction.channel_id)
            asking = asking_of(viewer, settings, scope, _chosen(press), localizer)
            answer = await self._answers.answer(interaction.client, asking)
            table = discord.File(io.BytesIO(await self._answers.table(asking)), TABLE)
            files = [table] if answer.file is None else [table, answer.file]
            await replies.answer(interaction, table_embed(localizer), files=files)

    async def _show(self, interaction: discord.Interaction, asking: Asking) -> None:
        answer = await self._answers.answer(interaction.client, asking)
        at = interaction.created_at
        items = [*self._controls(asking, at)]
        if answer.offers_reading:
            items.append(self._read.of(asking.localizer, asking.settings, asking.viewer.id, at))
        controls = persistent.view(*items)
        await replies.answer(interaction, answer.embed, file=answer.file, view=controls)

    def _controls(self, asking: Asking, at: datetime) -> Iterator[PersistentItem]:
        localizer, question = asking.localizer, asking.question

        several = len(asking.scope.places) > 1

        def under(
            kind: type[PersistentItem],
            component: persistent.Component,
            carried: tuple[str, ...] = question.arguments,
        ) -> PersistentItem:
            return kind.of(component, asker_id=asking.viewer.id, at=at, arguments=carried)

        places = discord.ui.ChannelSelect[Any](
            channel_types=_CHANNEL_TYPES,
            placeholder=localizer.gettext("All channels you can read"),
            min_values=0,
            max_values=MOST_PLACES,
            default_values=[
                discord.SelectDefaultValue(id=each, type=discord.SelectDefaultValueType.channel)
                for each in asking.scope.asked_ids
            ],
        )
        yield under(self._places, places)
        offered = self._periods.offered
        if question.period not in offered:
            offered = [question.period, *offered]
        options = {period_code(each): self._periods.label(localizer, each) for each in offered}
        yield under(self._period, _select(options, period_code(question.period)))
        views: dict[str, str] = {
            view: localizer.gettext(name)
            for view, name in _VIEWS.items()
            if (asking.live or view != "week") and (several or view != "channels")
        }
        yield under(self._view, _select(views, question.view))
        for page, sign in ((question.page - 1, "◀"), (question.page + 1, "▶")):
            if question.view == "channels" and 1 <= page <= asking.subject.pages:
                other = replace(question, page=page).arguments
                yield under(self._page, discord.ui.Button(label=sign), other)
        yield under(self._share, discord.ui.Button(label=localizer.gettext("Share")))
        if asking.live:
            yield under(self._export, discord.ui.Button(label=localizer.gettext("Export")))


def _select(options: dict[str, str], chosen: str) -> discord.ui.Select[Any]:
    """A select of one of these values, with their labels."""
    return discord.ui.Select(
        options=[
            discord.SelectOption(label=label, value=value, default=value == chosen)
            for value, label in options.items()
        ]
    )


def _chosen(press: Press) -> MoodQuestion:
    """What is asked now: as it was, but for what was just chosen."""
    code, view, page = press.asked.arguments
    match press.asked.kind, press.chosen:
        case "mood-period", (chosen,):
            code, page = chosen, "1"
        case "mood-view", (chosen,):
            view, page = chosen, "1"
    if re.fullmatch(PATTERN, f"{code}:{view}:{page}", re.ASCII) is None:
        raise Refused(errors.OUTDATED)
    return MoodQuestion.parse((code, view, page))


def _chosen_places(press: Press) -> list[int]:
    """The ids of the channels that are asked about now: what the select of channels holds."""
    if press.asked.kind == "mood-places":
        return [int(each) for each in press.chosen]
    message = press.interaction.message
    assert message is not None  # noqa: S101 (a component is always under one)
    for row in message.components:
        for component in getattr(row, "children", ()):
            if isinstance(component, discord.SelectMenu) and component.default_values:
                return [each.id for each in component.default_values]
    return []


def _for_everybody(interaction: discord.Interaction, scope: Scope) -> Scope:
    """What of it all who see this place can read. Refused where that is nothing."""
    here = interaction.channel
    if isinstance(here, discord.Thread):
        here = here.parent
    if isinstance(here, Channel):
        readable = [c for c in scope.channels if read_by_everybody_in(here, c)]
        if readable:
            return scope.within(readable)
    raise Refused(errors.NOT_FOR_EVERYBODY_HERE)
