"""A question about the mood of channels → its answer: the figures in words, and a chart."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Any

import discord

from bot.commands import access, errors, rights
from bot.commands.circumstances import circumstances_of
from bot.commands.errors import Refused
from bot.commands.scopes import Scope
from bot.commands.turns import Allowance
from bot.commands.views.question import MoodQuestion
from bot.ingest.gaps import Gaps
from bot.render import charts, mood_table
from bot.render.chart_pool import ChartPool, ChartsBusyError
from bot.render.charts import Picture
from bot.render.embeds import mood_embed
from bot.render.export import csv_of
from bot.render.localizer import N_, Localizer
from bot.render.words import blank_words, plain_title
from bot.reports.context import Context, Contexts
from bot.reports.missing import counted_since, why_missing
from bot.reports.periods import Window
from bot.reports.pictures import Drawn, MoodPictures, Subject
from bot.reports.queries import Moods
from bot.reports.trend import Trend
from storage.records import GuildSettings

CHARTS, SECONDS = 30, 60.0
"""So many charts a person has in so many seconds."""

CHART = "trend.png"

READ_AGAIN = N_(
    "To have older messages judged the new way too, read the last 30 days again with "
    "`/sentiment backfill`."
)


RULE = access.SERVER_MOOD
"""Of all questions about moods; whether the viewer can read the channels is asked when they are
looked up."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody's question, and what its answer depends on.

    `live` figures are on the clock of the localizer's zone; a `shared` answer is never live.
    """

    viewer: discord.Member
    settings: GuildSettings
    scope: Scope
    question: MoodQuestion
    localizer: Localizer
    live: bool
    shared: bool = False

    @property
    def subject(self) -> Subject:
        """What it is about; live figures are of as many writers as the viewer must have."""
        least = access.least_writers(self.viewer, self.settings) if self.live else None
        scope = self.scope
        return Subject(self.viewer.guild.id, scope.name(self.localizer), scope.place_names, least)


def asking_of(
    viewer: discord.Member,
    settings: GuildSettings,
    scope: Scope,
    question: MoodQuestion,
    localizer: Localizer,
    *,
    shared: bool = False,
) -> Asking:
    """The viewer's question. Refused where moods are for moderators alone."""
    access.require_moods(viewer, settings, shared=shared)
    live = access.shows_live(RULE, viewer, settings, shared=shared)
    return Asking(viewer, settings, scope, question, localizer, live, shared)


@dataclass(frozen=True, slots=True)
class Answer:
    """`file` is the chart of the embed, if there is anything to draw.

    `offers_reading`: a mood is missing, and who asks can have the past read.
    """

    embed: discord.Embed
    file: discord.File | None = None
    offers_reading: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer tells: the course, what stands beside it, and what is to be drawn of both
    (`None`: there is nothing to be seen)."""

    trend: Trend
    context: Context
    picture: Drawn | None


class MoodAnswers:
    """Answers questions; whoever asks has a number of charts a minute, and words without end."""

    def __init__(self, moods: Moods, contexts: Contexts, charts: ChartPool, gaps: Gaps) -> None:
        self._moods = moods
        self._contexts = contexts
        self._pictures = MoodPictures(moods)
        self._charts = charts
        self._gaps = gaps
        self._allowance = Allowance(CHARTS, SECONDS)

    async def answer(self, client: discord.Client, asking: Asking) -> Answer:
        """Refused where nothing can be told of the period yet."""
        told = await self.told(asking)
        png, excuse = await self.drawn(asking, told.picture)
        answer = self.in_words(client, asking, told.trend, excuse)
        if told.picture is None:
            return answer
        headline = charts.headline(asking.localizer, told.picture)
        answer.embed.title = plain_title(headline)
        if png is None:
            return answer
        answer.embed.set_image(url=f"attachment://{CHART}")
        described = charts.describe(asking.localizer, told.picture)
        return replace(answer, file=discord.File(io.BytesIO(png), CHART, description=described))

    async def told(self, asking: Asking) -> Told:
        """The figures. Refused as the answer is."""
        question, subject = asking.question, asking.subject
        window = self._window(asking)
        asked = (subject.guild_id, list(subject.names))
        trend = await self._moods.trend(*asked, window, least_writers=subject.least_writers)
        context = Context()
        if asking.live:
            context = await self._contexts.of(*asked, trend)
            trend = replace(trend, report=replace(trend.report, usual=context.shares))
        picture = await self._pictures.of(subject, question.view, question.page, trend, context)
        return Told(trend, context, picture)

    async def table(self, asking: Asking) -> bytes:
        """The live figures of the answer as CSV: of each place, if they are shown side by side,
        else of all together; and of the period before if that is compared with.

        Refused as the answer is.
        """
        subject, window, view = asking.subject, self._window(asking), asking.question.view
        asked: list[tuple[str, list[int]]] = [(subject.name, list(subject.names))]
        if view == "channels":
            asked = [(name, [place]) for place, name in subject.names.items()]
        rows: list[dict[str, Any]] = []
        for name, places in asked:
            least = subject.least_writers
            trend = await self._moods.trend(subject.guild_id, places, window, least_writers=least)
            steps = (*(trend.before if view == "compare" else ()), *trend.buckets)
            rows += mood_table.rows(asking.localizer, name, steps)
        return csv_of(rows)

    def _window(self, asking: Asking) -> Window:
        """Refused where nothing can be told of the period yet."""
        period, zone = asking.question.period, asking.localizer.time_zone
        window = self._moods.window(period, live=asking.live, zone=zone)
        if window is None:
            raise Refused(errors.NO_SUCH_PERIOD if asking.live else errors.NOT_OVER_YET)
        return window

    async def drawn(self, asking: Asking, picture: Picture | None) -> tuple[bytes | None, str]:
        """The chart, or else why there is none, in a sentence; "" where nothing is to be drawn."""
        if picture is None:
            return None, ""
        return await self.draw(asking.viewer.id, asking.localizer, picture)

    async def draw(
        self, user_id: int, localizer: Localizer, picture: Picture
    ) -> tuple[bytes | None, str]:
        """The same of any picture, for one of those that this person may have."""
        if (wait := self._allowance.take(user_id)) > 0:
            return None, localizer.ngettext(
                "You've had a lot of charts. The next one is ready for you in {number} second.",
                "You've had a lot of charts. The next one is ready for you in {number} seconds.",
                max(1, round(wait)),
            )
        try:
            return await self._charts.draw(localizer, picture), ""
        except ChartsBusyError:
            return None, localizer.gettext(errors.CHARTS_BUSY)

    def in_words(
        self, client: discord.Client, asking: Asking, trend: Trend, excuse: str = ""
    ) -> Answer:
        """The figures in words, without a chart."""
        localizer, scope, report = asking.localizer, asking.scope, trend.report
        known = circumstances_of(
            client,
            asking.viewer.guild,
            scope.channels,
            self._gaps,
            thread_id=scope.thread_id,
            minimums=asking.settings.minimums,
        )
        may_backfill = not asking.shared and rights.may_backfill(asking.viewer)
        missing = why_missing(report, known, may_backfill=may_backfill)
        words = (
            blank_words(localizer, trend),
            self._again_words(localizer, trend) if may_backfill else "",
            scope.note(localizer) if missing is None or not scope.asked_ids else "",
            excuse,
        )
        title = plain_title(localizer.gettext("Mood of {name}", name=scope.name(localizer)))
        note, since = "\n".join(filter(None, words)), counted_since(report, known)
        embed = mood_embed(localizer, title, report, note, missing, since)
        return Answer(embed, offers_reading=missing is not None and missing.can_be_read)

    def _again_words(self, localizer: Localizer, trend: Trend) -> str:
        """For who can have the past read: how the new model gets to judge it, too."""
        if not self._moods.can_be_read_again(trend):
            return ""
        changes = [change.since for change in trend.model_changes]
        return f"{charts.change_words(localizer, changes)} {localizer.gettext(READ_AGAIN)}"
