"""One request → who asks, with the rights they have now, and what they ask about."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Literal

import discord
from aiohttp import web

from bot.commands import access, errors
from bot.commands.access import Rule
from bot.commands.coverage import CoverageCommands
from bot.commands.desk.looks import Viewing
from bot.commands.desk.parts import Desk
from bot.commands.errors import Refused
from bot.commands.members import MemberCommands
from bot.commands.mood_answers import Asking, MoodAnswers, asking_of
from bot.commands.notes import NoteCommands
from bot.commands.periods import TypedPeriods
from bot.commands.scopes import Scope, cached, scope_of
from bot.commands.turns import Allowance, Turns
from bot.commands.views.question import PATTERN, MoodQuestion
from bot.permissions.channels import Channel, may_read
from bot.render.localizer import Localizer, for_language
from bot.render.plain_text import PlainText, plain_text
from bot.reports.periods import DAY, Last, Period
from bot.reports.pictures import View
from bot.reports.time_zones import zone_of
from bot.web import columns
from bot.web.figures import FigureCache
from bot.web.sessions import Session
from storage import Storage
from storage.records import GuildSettings, Retention

READINGS, SECONDS = 20, 60.0
"""So many pages of messages a person has in so many seconds."""

DEFAULT_PERIOD = "168"

_IDS = re.compile(r"[0-9]{1,20}(?:,[0-9]{1,20}){0,24}", re.ASCII)


class BadRequestError(Exception):
    """A request that no page of ours sends."""


@dataclass(frozen=True, slots=True)
class Answering:
    """What answers the commands, and so the page."""

    client: discord.AutoShardedClient
    figures: FigureCache
    readings: Allowance
    """Of pages of messages: each takes Discord up to ten requests."""
    storage: Storage
    turns: Turns
    retention: Retention
    clock: Callable[[], datetime]
    moods: MoodAnswers
    periods: TypedPeriods
    desk: Desk
    coverage: CoverageCommands
    notes: NoteCommands
    members: MemberCommands


@dataclass(frozen=True, slots=True)
class Visit:
    """A request of somebody who is in: a member of a guild that the bot is in, who passed `rule`.

    `settings` are the guild's. The localizer is on the server's clock.
    """

    request: web.Request
    answering: Answering
    session: Session
    rule: Rule
    viewer: discord.Member
    settings: GuildSettings
    localizer: Localizer

    @classmethod
    async def of(
        cls,
        request: web.Request,
        answering: Answering,
        session: Session,
        rule: Rule,
        viewer: discord.Member,
    ) -> Visit:
        """Raises Refused where the rule does not let the viewer ask."""
        access.require_permissions(viewer, rule)
        settings = await answering.storage.settings.get(viewer.guild.id)
        localizer = for_language(session.invited.language, zone_of(settings.time_zone))
        return cls(request, answering, session, rule, viewer, settings, localizer)

    async def again(self) -> discord.Member:
        """The viewer as they are now, after an answer that took long. Raises as `of`."""
        viewer = await self.session.rights.viewer()
        access.require_permissions(viewer, self.rule)
        access.require_live(self.rule, viewer, self.settings)
        return viewer

    @property
    def guild(self) -> discord.Guild:
        return self.viewer.guild

    @property
    def language(self) -> str:
        return self.session.invited.language

    async def viewing(self) -> Viewing:
        """Refused where the viewer sees no live figures."""
        looks = self.answering.desk.looks
        return await looks.viewing_of(self.viewer, self.rule, partial(for_language, self.language))

    def require_live(self) -> None:
        """Refused where the viewer sees no live figures."""
        access.require_live(self.rule, self.viewer, self.settings)

    def scope(self) -> Scope:
        """The channels that are asked about. Refused where one is not the viewer's to read."""
        typed = self.request.query.get("channels", "")
        if typed and _IDS.fullmatch(typed) is None:
            raise BadRequestError
        ids = dict.fromkeys(int(each) for each in typed.split(",")) if typed else {}
        return scope_of(self.viewer, self.settings, cached(self.viewer, ids))

    def mood_question(self, view: View) -> Asking:
        """What is asked about moods. Refused as the command is."""
        period = self.request.query.get("period", DEFAULT_PERIOD)
        page = self.request.query.get("page", "1")
        if re.fullmatch(PATTERN, f"{period}:{view}:{page}", re.ASCII) is None:
            raise BadRequestError
        question = MoodQuestion.parse((period, view, page))
        self._require_kept(question.period)
        scope = self.scope()
        asking = asking_of(self.viewer, self.settings, scope, question, self.localizer)
        if view == "week" and not asking.live:
            raise Refused(errors.MODERATORS_ONLY)
        return asking

    def _require_kept(self, period: Period) -> None:
        """Refused where nobody could ask for such a period by a command."""
        kept = self.answering.periods.kept
        if isinstance(period, Last):
            possible = period.length <= kept
        else:
            oldest = self.answering.clock() - kept - DAY
            possible = oldest <= period.since < period.until <= period.since + kept
        if not possible:
            raise Refused(errors.NO_SUCH_PERIOD)

    def number(self, name: str, offered: tuple[int, ...]) -> int:
        """One of these numbers, by default the first."""
        typed = self.request.query.get(name, str(offered[0]))
        if typed not in map(str, offered):
            raise BadRequestError
        return int(typed)

    def plain(self, embed: discord.Embed) -> PlainText:
        """An answer in plain text."""
        return plain_text(self.localizer, embed, self.name_of)

    def name_of(self, what: Literal["channel", "role"], number: int) -> str | None:
        """How the viewer knows it; `None` of a channel that they cannot read."""
        if what == "role":
            role = self.guild.get_role(number)
            return None if role is None else columns.name_of(role.name)
        place = self.guild.get_channel_or_thread(number)
        above = place.parent if isinstance(place, discord.Thread) else place
        if place is None or not isinstance(above, Channel) or not may_read(self.viewer, above):
            return None
        return columns.name_of(place.name)
