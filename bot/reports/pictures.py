"""What is drawn for a question about the mood of channels."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.reports.compare import Comparison, comparison
from bot.reports.context import Context
from bot.reports.course import Course, of_trend
from bot.reports.periods import Window
from bot.reports.queries import Moods
from bot.reports.side_by_side import PER_PAGE, Multiples
from bot.reports.trend import Trend
from bot.reports.week_map import WeekMap

View = Literal["course", "compare", "channels", "week"]
"""The mood over time, beside the period before, a channel each, or by hour of the week."""

Drawn = Course | Comparison | Multiples | WeekMap


@dataclass(frozen=True, slots=True)
class Subject:
    """What a picture is about: of these places, called `name`, each by its own name in `names`.

    `least_writers` as in `Moods`.
    """

    guild_id: int
    name: str
    names: dict[int, str]
    least_writers: int | None

    @property
    def pages(self) -> int:
        """Of small charts."""
        return max(1, -(-len(self.names) // PER_PAGE))


class MoodPictures:
    """Makes pictures; `None` where there is nothing to be seen."""

    def __init__(self, moods: Moods) -> None:
        self._moods = moods

    async def of(
        self, subject: Subject, view: View, page: int, trend: Trend, context: Context
    ) -> Drawn | None:
        """The picture of a trend of the subject, or of its parts."""
        window = trend.report.window
        if view == "week" and subject.least_writers is not None:
            return await self._week(subject, window, subject.least_writers)
        if view == "channels" and len(subject.names) > 1:
            return await self._channels(subject, page, window, context)
        if not trend.has_a_course:
            return None
        course = of_trend(
            subject.name,
            trend,
            usual=context.band,
            before=trend.before,
            unusual=context.unusual(),
            watched=context.watched,
            moments=context.moments,
        )
        return comparison(course, trend.report) if view == "compare" else course

    async def _week(self, subject: Subject, window: Window, least: int) -> WeekMap | None:
        asked = (subject.name, subject.guild_id, list(subject.names), window)
        found = await self._moods.week_map(*asked, least_writers=least)
        return found if found.known else None

    async def _channels(
        self, subject: Subject, page: int, window: Window, context: Context
    ) -> Multiples | None:
        """One page of them: the channels of other pages are not even asked about."""
        page = min(page, subject.pages)
        shown = list(subject.names)[(page - 1) * PER_PAGE : page * PER_PAGE]
        courses = await asyncio.gather(
            *(self._course(subject, place, window, context) for place in shown)
        )
        unusual = {episode.channel_id for episode in context.episodes}
        found = Multiples(
            subject.name,
            window,
            tuple(courses),
            page,
            subject.pages,
            len(subject.names),
            len(unusual),
        )
        return found if _any_known(courses) else None

    async def _course(
        self, subject: Subject, place: int, window: Window, context: Context
    ) -> Course:
        trend = await self._moods.trend(
            subject.guild_id, [place], window, least_writers=subject.least_writers
        )
        return of_trend(
            subject.names[place],
            trend,
            usual=context.band_of(place, window),
            unusual=context.unusual(place),
            watched=context.watched,
        )


def _any_known(courses: Sequence[Course]) -> bool:
    return any(course.known for course in courses)
