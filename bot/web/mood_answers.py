"""The mood of channels: over time, beside the time before, a channel each, by hour and weekday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from aiohttp import web

from bot.commands import errors
from bot.commands.errors import Refused
from bot.commands.mood_answers import Asking, Told
from bot.render import charts
from bot.render.export import csv_of
from bot.render.words import plain_title
from bot.reports.compare import Comparison, Shares
from bot.reports.course import Course
from bot.reports.periods import DAY, Window
from bot.reports.pictures import Drawn, View
from bot.reports.side_by_side import PER_PAGE, Multiples
from bot.reports.week_map import DAYS_A_WEEK, HOURS_A_DAY, WeekMap
from bot.web.asking import Visit
from bot.web.columns import (
    Json,
    channel_of,
    columns_of,
    moments_of,
    name_of,
    rounded,
    seconds,
    stretches_of,
    text_of,
)
from bot.web.files import file_answer, png_answer

_MONDAY = datetime(2024, 1, 1, tzinfo=UTC)


async def mood(view: View, visit: Visit) -> web.Response:
    """The figures, in words and in columns."""
    asking = visit.mood_question(view)
    told, figures = await _told(visit, asking)
    return web.json_response(figures | {"text": _words(visit, asking, told)})


async def _told(visit: Visit, asking: Asking) -> tuple[Told, Json]:
    """The figures, by all that they are made of; and as JSON, which takes longer than most."""
    subject, localizer = asking.subject, asking.localizer
    made_of = (subject.guild_id, subject.name, tuple(subject.names.items()), subject.least_writers)
    told_in = (localizer.language, str(localizer.time_zone))

    async def make() -> tuple[Told, Json]:
        told = await visit.answering.moods.told(asking)
        return told, _figures(asking, told)

    key = ("moods", *made_of, asking.live, asking.question, *told_in)
    return await visit.answering.figures.of(key, make)


def _figures(asking: Asking, told: Told) -> Json:
    picture, view = told.picture, asking.question.view
    answer: Json = {
        "view": view,
        "live": asking.live,
        "name": name_of(asking.subject.name),
        "scope": [channel_of(place, asking.subject.names) for place in asking.subject.names],
        **_window(told.trend.report.window),
        "description": None if picture is None else charts.describe(asking.localizer, picture),
        **_EMPTY[view],
    }
    match picture:
        case Course():
            answer |= _course(asking, picture)
        case Comparison():
            answer |= _course(asking, picture.course) | _comparison(picture)
        case Multiples():
            answer |= _multiples(asking, picture)
        case WeekMap():
            answer |= _week(asking, picture)
    return answer


_NO_COURSE: Json = {
    "mood": None,
    "change": None,
    "columns": None,
    "watched": False,
    "unusual": (),
    "moments": (),
}
_EMPTY: dict[View, Json] = {
    "course": _NO_COURSE,
    "compare": _NO_COURSE | {"shares": None},
    "channels": {"channels": None, "page": 1, "pages": 1, "count": 0, "unusual": 0},
    "week": {"mood": None, "messages": None, "weekdays": ()},
}
"""What stands where there is nothing to be seen."""


def _window(window: Window) -> Json:
    return {
        "since": seconds(window.since),
        "until": seconds(window.until),
        "step": int(window.step.total_seconds()),
        "whole_days": window.whole_days,
    }


def _words(visit: Visit, asking: Asking, told: Told) -> Json:
    """What the command would say, its chart's headline above it."""
    answer = visit.answering.moods.in_words(visit.answering.client, asking, told.trend)
    if told.picture is not None:
        answer.embed.title = plain_title(charts.headline(asking.localizer, told.picture))
    return text_of(visit.plain(answer.embed))


def _course(asking: Asking, course: Course) -> Json:
    return {
        **_window(course.window),
        "mood": rounded(course.mood),
        "change": rounded(course.change),
        "columns": columns_of(course),
        "watched": course.watched,
        "unusual": stretches_of(course.unusual),
        "moments": moments_of(asking.localizer, course.moments),
    }


def _comparison(comparison: Comparison) -> Json:
    before = None if comparison.before is None else _shares(comparison.before)
    now = _shares(comparison.now)
    return {"shares": {"now": now, "before": before, "clear": comparison.clear}}


def _shares(shares: Shares) -> Json:
    told = {"negative": shares.negative, "neutral": shares.neutral, "positive": shares.positive}
    return {name: rounded(share) for name, share in told.items()} | {"messages": shares.messages}


def _multiples(asking: Asking, found: Multiples) -> Json:
    names = asking.subject.names
    first = (found.page - 1) * PER_PAGE
    shown = zip(list(names)[first : first + PER_PAGE], found.courses, strict=True)
    return {
        "page": found.page,
        "pages": found.pages,
        "count": found.channels,
        "unusual": found.unusual,
        "channels": [
            {"channel": channel_of(place, names)} | _course(asking, course)
            for place, course in shown
        ],
    }


def _week(asking: Asking, week: WeekMap) -> Json:
    """Monday first; each cell as it is drawn, pulled towards the average."""
    moods, utc = week.shrunk(), asking.localizer.in_utc()
    days, hours = range(DAYS_A_WEEK), range(HOURS_A_DAY)
    return {
        "weekdays": [utc.weekday_name(_MONDAY + day * DAY) for day in days],
        "mood": [[rounded(moods.get((day, hour))) for hour in hours] for day in days],
        "messages": [[cell.messages for cell in day] for day in week.cells],
    }


async def picture(view: View, visit: Visit) -> web.Response:
    """The same as a picture."""
    asking = visit.mood_question(view)
    told, _ = await _told(visit, asking)
    if told.picture is None:
        raise Refused(errors.NOTHING_TO_DRAW)
    png, excuse = await visit.answering.moods.drawn(asking, told.picture)
    return png_answer(visit, view, png, excuse)


async def table(view: View, visit: Visit) -> web.Response:
    """The figures as a table for a spreadsheet, for who sees live figures."""
    visit.require_live()
    asking = visit.mood_question(view)
    if view == "week":
        told, _ = await _told(visit, asking)
        content = csv_of(_week_rows(told.picture))
    else:
        content = await visit.answering.moods.table(asking)
    return file_answer(f"barometer-{view}.csv", content)


def _week_rows(week: Drawn | None) -> Iterator[Json]:
    """A row an hour of the week; none where there is no map. `mood_drawn` is what the map shows."""
    if not isinstance(week, WeekMap):
        return
    drawn = week.shrunk()
    for day, cells in enumerate(week.cells):
        for hour, cell in enumerate(cells):
            yield {
                "weekday": day + 1,  # as in ISO 8601: Monday is 1
                "hour": hour,
                "messages": cell.messages,
                "mood": rounded(cell.mood),
                "mood_drawn": rounded(drawn.get((day, hour))),
            }
