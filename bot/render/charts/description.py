"""A chart in words, for people who hear it instead: its alt text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time

from bot.render.charts.coverage import coverage_lines
from bot.render.charts.headline import (
    MOST_NAMED,
    Picture,
    headline,
    hour_of_week,
    moment_words,
    on_clock,
    span_words,
)
from bot.render.charts.moments import KINDS
from bot.render.charts.noted import noted_lines
from bot.render.charts.strips import state_words
from bot.render.localizer import N_, Localizer
from bot.render.words import hidden_steps, mood_words, period_words, sentence, time_before, when
from bot.reports.compare import Comparison, Shares
from bot.reports.course import Course, Moment, Step
from bot.reports.coverage import NamedCoverage
from bot.reports.day_squares import DaySquares
from bot.reports.dots import Dots
from bot.reports.noted import Noted
from bot.reports.periods import DAY, HOUR
from bot.reports.side_by_side import Multiples, Strips
from bot.reports.trend import MINIMUM_PER_BUCKET
from bot.reports.week_map import WeekMap
from storage.records import MOST_COUNTED

LIMIT = 1024
"""The characters of a description, by Discord:
https://discord.com/developers/docs/resources/message#attachment-object"""

_MOST_TOLD = 5
"""More stretches, days or notes than these are not told one by one."""

_COURSES = {
    HOUR: N_("A chart of the mood {when}, hour by hour ({time_zone})."),
    6 * HOUR: N_("A chart of the mood {when}, every 6 hours ({time_zone})."),
    DAY: N_("A chart of the mood {when}, day by day ({time_zone})."),
}
_COURSE = N_("A chart of the mood {when} ({time_zone}).")


def describe(localizer: Localizer, picture: Picture) -> str:
    """The picture in words, its headline first; at most `LIMIT` characters."""
    lines = [f"{headline(localizer, picture)}."]
    match picture:
        case Course():
            lines += _course(localizer, picture)
        case Comparison():
            lines += _comparison(localizer, picture)
        case Strips() | Multiples():
            lines += _channels(localizer, picture)
        case Dots():
            lines.append(_dots(localizer, picture))
        case WeekMap():
            lines += _week(localizer, picture)
        case DaySquares():
            lines += _squares(localizer, picture)
        case NamedCoverage():
            lines += coverage_lines(localizer, picture)
        case Noted():
            lines += noted_lines(localizer, picture)
    said = " ".join(filter(None, lines))
    return said if len(said) <= LIMIT else f"{said[: LIMIT - 1].rstrip()}…"


def change_words(localizer: Localizer, changes: Iterable[datetime]) -> str:
    """When the model changed; a day on which it did in several channels is told once."""
    dates = list(dict.fromkeys(localizer.date(since) for since in changes))
    days = localizer.listed(dates[:_MOST_TOLD])
    return localizer.gettext("The way I judge messages changed on {days}.", days=days)


def _course(localizer: Localizer, course: Course) -> list[str]:
    window = course.window
    localizer = on_clock(localizer, window)
    zone, span = str(localizer.time_zone), when(localizer, window)
    message = _COURSES.get(course.step, _COURSE)
    return [
        localizer.gettext(message, when=span, time_zone=zone),
        *_extremes(localizer, course),
        _usual(localizer, course),
        _unusual(localizer, course),
        hidden_steps(localizer, course.step) if any(step.hidden for step in course.steps) else "",
        _gaps(localizer, course),
        *_moments(localizer, course),
    ]


def _extremes(localizer: Localizer, course: Course) -> list[str]:
    known = [(step.mood, step) for step in course.steps if step.mood is not None]
    if not known:
        return []
    moods = [mood for mood, _ in known]
    said = []
    for extreme, message in (
        (max(moods), N_("Highest: {mood}, {time}.")),
        (min(moods), N_("Lowest: {mood}, {time}.")),
    ):
        step = next(step for mood, step in known if mood == extreme)
        time = _beginning(localizer, step, course)
        mood = mood_words(localizer, extreme)
        said.append(localizer.gettext(message, mood=mood, time=time))
    return said


def _beginning(localizer: Localizer, step: Step, course: Course) -> str:
    if course.step >= DAY:
        return localizer.date(step.middle)
    date, time = localizer.date(step.start), localizer.time(step.start)
    return localizer.gettext("{date}, {time}", date=date, time=time)


def _usual(localizer: Localizer, course: Course) -> str:
    middles = [step.usual.middle for step in course.steps if step.usual is not None]
    if not middles:
        return ""
    mood = mood_words(localizer, sum(middles) / len(middles))
    return localizer.gettext("Usual: {mood}.", mood=mood)


def _unusual(localizer: Localizer, course: Course) -> str:
    """The stretches one by one; a single one is in the headline."""
    if not 1 < len(course.unusual) <= _MOST_TOLD:
        return ""
    full = course.window.length > 7 * DAY
    spans = [
        moment_words(localizer, stretch.began, course.window)
        if stretch.over is None
        else span_words(localizer, stretch.began, stretch.until, full=full)
        for stretch in course.unusual
    ]
    return localizer.gettext("Unusual: {times}.", times="; ".join(spans))


def _gaps(localizer: Localizer, course: Course) -> str:
    """How many steps have no mood, and why; of those that are hidden it is told elsewhere."""
    gaps = sum(step.mood is None and not step.hidden for step in course.steps)
    if not gaps:
        return ""
    if course.window.whole_days:
        return localizer.ngettext(
            "{gaps} of {number} day left blank: nothing was said, or so little that it is hidden.",
            "{gaps} of {number} days left blank: nothing was said, or so little that it is hidden.",
            len(course.steps),
            gaps=gaps,
        )
    return localizer.ngettext(
        "{gaps} of {number} step left blank: fewer than {needed} messages I could judge.",
        "{gaps} of {number} steps left blank: fewer than {needed} messages I could judge.",
        len(course.steps),
        gaps=gaps,
        needed=MINIMUM_PER_BUCKET,
    )


def _moments(localizer: Localizer, course: Course) -> list[str]:
    said = []
    if changes := [moment.at for moment in course.moments if moment.kind == "model"]:
        said.append(change_words(localizer, changes))
    said += [
        localizer.gettext(
            "From {day} on, only a person's first {most} messages an hour in each channel "
            "count. Before, all of them did.",
            day=localizer.date(moment.at),
            most=MOST_COUNTED,
        )
        for moment in course.moments
        if moment.kind == "voice"
    ]
    notes = [moment for moment in course.moments if moment.kind not in ("model", "voice")]
    if notes:
        told = "; ".join(_note(localizer, note, course) for note in notes[-_MOST_TOLD:])
        said.append(localizer.gettext("Notes: {notes}.", notes=told))
    return said


def _note(localizer: Localizer, note: Moment, course: Course) -> str:
    kind, time = (
        localizer.gettext(KINDS[note.kind]),
        moment_words(localizer, note.at, course.window),
    )
    if not note.text:
        return localizer.gettext("{kind}, {time}", kind=kind, time=time)
    return localizer.gettext("{kind} ({text}), {time}", kind=kind, text=note.text, time=time)


def _comparison(localizer: Localizer, comparison: Comparison) -> list[str]:
    localizer = on_clock(localizer, comparison.course.window)
    window = comparison.course.window
    said = [_shares(localizer, period_words(localizer, window), comparison.now)]
    if comparison.before is not None:
        said.append(_shares(localizer, time_before(localizer, window), comparison.before))
    return [*said, *_extremes(localizer, comparison.course)]


def _shares(localizer: Localizer, period: str, shares: Shares) -> str:
    return localizer.ngettext(
        "{period}, {number} message: {negative} negative, {neutral} neutral, {positive} positive.",
        "{period}, {number} messages: {negative} negative, {neutral} neutral, {positive} positive.",
        shares.messages,
        period=sentence(period),
        negative=localizer.percent(shares.negative),
        neutral=localizer.percent(shares.neutral),
        positive=localizer.percent(shares.positive),
    )


def _channels(localizer: Localizer, channels: Strips | Multiples) -> list[str]:
    localizer = on_clock(localizer, channels.window)
    said = []
    for course in channels.courses:
        if course.unusual:
            began = moment_words(localizer, course.unusual[-1].began, channels.window)
            words = localizer.gettext("unusual from {time}", time=began)
        elif isinstance(channels, Multiples) and course.mood is not None:
            words = mood_words(localizer, course.mood)
        else:
            words = state_words(localizer, course)
        if words:
            said.append(localizer.gettext("{name}: {words}.", name=course.name, words=words))
    return said


def _dots(localizer: Localizer, dots: Dots) -> str:
    if not dots.dots:
        return ""
    counts = {
        sounds: sum(dot.sounds == sounds for dot in dots.dots)
        for sounds in ("negative", "neutral", "positive", "unsure")
    }
    return localizer.ngettext(
        "{number} message in order of time: {negative} negative, {neutral} neutral, {positive} "
        "positive, {unsure} I couldn't judge.",
        "{number} messages in order of time: {negative} negative, {neutral} neutral, {positive} "
        "positive, {unsure} I couldn't judge.",
        len(dots.dots),
        **counts,
    )


def _week(localizer: Localizer, week: WeekMap) -> list[str]:
    localizer = on_clock(localizer, week.window)
    moods = week.shrunk()
    said = [
        localizer.gettext(
            "A map of the mood by weekday and hour ({time_zone}).",
            time_zone=str(localizer.time_zone),
        )
    ]
    for message, best in (
        (N_("Highest: {mood}, {time}."), max),
        (N_("Lowest: {mood}, {time}."), min),
    ):
        if moods:
            at = best(moods, key=lambda hour: moods[hour])
            mood, time = mood_words(localizer, moods[at]), hour_of_week(localizer, at)
            said.append(localizer.gettext(message, mood=mood, time=time))
    if few := sum(cell.mood is None for day in week.cells for cell in day):
        said.append(
            localizer.ngettext(
                "{number} hour of the week has too few messages.",
                "{number} hours of the week have too few messages.",
                few,
            )
        )
    return said


def _squares(localizer: Localizer, days: DaySquares) -> list[str]:
    utc = localizer.in_utc()  # dates have no zone
    said = []
    if MOST_NAMED < len(days.unusual) <= 4 * _MOST_TOLD:
        moments = [datetime.combine(day, time(), UTC) for day in days.unusual]
        dates = localizer.listed([utc.date(moment) for moment in moments])
        said.append(localizer.gettext("Unusual: {times}.", times=dates))
    if unknown := sum(not square.told for square in days.squares):
        said.append(
            localizer.ngettext(
                "Of {number} day nothing is known.", "Of {number} days nothing is known.", unknown
            )
        )
    return said
