"""What a chart shows, in one line: its title, and the first sentence beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from bot.render.charts.coverage import coverage_headline
from bot.render.charts.noted import noted_headline
from bot.render.localizer import N_, Localizer
from bot.render.words import mood_words, period_words, sentence, time_before
from bot.reports.compare import Comparison
from bot.reports.course import Course, Stretch
from bot.reports.coverage import NamedCoverage
from bot.reports.day_squares import DaySquares
from bot.reports.dots import Dots
from bot.reports.noted import Noted
from bot.reports.periods import DAY, HOUR, Window
from bot.reports.side_by_side import Multiples, Strips
from bot.reports.week_map import WeekMap

Picture = (
    Course | Strips | Dots | WeekMap | Multiples | Comparison | DaySquares | NamedCoverage | Noted
)
"""All that is drawn."""

MOST_NAMED = 3
"""More channels or days than these are counted, not named."""

SHORT = 12 * HOUR
"""A stretch of at most this is called by its part of the day."""

_LEVEL = 0.1
"""Hours of the week that differ by less than this are much the same."""

_TITLE = N_("{name}, {period}: {finding}")
# Up to which hour of the local day a part of it lasts.
_PARTS = ((5, "night"), (12, "morning"), (17, "afternoon"), (23, "evening"), (24, "night"))
_ONE = {
    "night": N_("one bad night, {span}"),
    "morning": N_("one bad morning, {span}"),
    "afternoon": N_("one bad afternoon, {span}"),
    "evening": N_("one bad evening, {span}"),
}
_LONG = N_("unusually negative {span}")


def on_clock(localizer: Localizer, window: Window) -> Localizer:
    """Published days are days of UTC, wherever they are read."""
    return localizer.in_utc() if window.whole_days else localizer


def headline(localizer: Localizer, picture: Picture) -> str:
    """The finding of a picture in words, which names what it is about.

    Names stand in it as they are: whoever shows it in Discord escapes it with `words.plain`.
    """
    match picture:
        case Course():
            return _of_course(localizer, picture)
        case Comparison():
            return _of_comparison(localizer, picture)
        case Strips():
            return _of_strips(localizer, picture)
        case Multiples():
            return _of_multiples(localizer, picture)
        case Dots():
            return _of_dots(localizer, picture)
        case WeekMap():
            return _of_week(localizer, picture)
        case DaySquares():
            return _of_squares(localizer, picture)
        case NamedCoverage():
            return coverage_headline(localizer, picture)
        case Noted():
            return noted_headline(localizer, picture)


def _of_course(localizer: Localizer, course: Course) -> str:
    localizer = on_clock(localizer, course.window)
    return _titled(localizer, course.name, course.window, finding(localizer, course))


def _of_comparison(localizer: Localizer, comparison: Comparison) -> str:
    course = comparison.course
    localizer = on_clock(localizer, course.window)
    before = time_before(localizer, course.window)
    if comparison.before is None:
        said = localizer.gettext("nothing to compare with yet")
    elif not comparison.clear or course.change is None:
        said = localizer.gettext("about the same as {before}", before=before)
    else:
        said = _changed(localizer, course.change, before)
    return _titled(localizer, course.name, course.window, said)


def _of_strips(localizer: Localizer, strips: Strips) -> str:
    localizer = on_clock(localizer, strips.window)
    names = [course.name for course in strips.courses if course.unusual]
    if not strips.channels:
        said = localizer.gettext("no channels to show")
    elif not names:
        said = localizer.ngettext(
            "nothing unusual in {number} channel",
            "nothing unusual in {number} channels",
            strips.channels,
        )
    else:
        began = min(stretch.began for course in strips.unusual for stretch in course.unusual)
        said = localizer.gettext(
            "{channels} unusually negative, from {time}",
            channels=_named(localizer, names),
            time=moment_words(localizer, began, strips.window),
        )
    period = sentence(period_words(localizer, strips.window))
    return localizer.gettext("{period}: {finding}", period=period, finding=said)


def _of_multiples(localizer: Localizer, multiples: Multiples) -> str:
    localizer = on_clock(localizer, multiples.window)
    names = [course.name for course in multiples.courses if course.unusual]
    if not multiples.channels:
        said = localizer.gettext("no channels to show")
    elif multiples.unusual and multiples.pages == 1:
        said = localizer.gettext("bad stretches in {channels}", channels=_named(localizer, names))
    elif multiples.unusual:
        said = localizer.ngettext(
            "bad stretches in {some} of {number} channel",
            "bad stretches in {some} of {number} channels",
            multiples.channels,
            some=multiples.unusual,
        )
    elif multiples.watched and multiples.courses:
        said = localizer.ngettext(
            "nothing unusual in {number} channel",
            "nothing unusual in {number} channels",
            multiples.channels,
        )
    else:
        said = localizer.ngettext("{number} channel", "{number} channels", multiples.channels)
    return _titled(localizer, multiples.name, multiples.window, said)


def _of_dots(localizer: Localizer, dots: Dots) -> str:
    if not dots.dots:
        return localizer.gettext("{name}: no messages to show", name=dots.name)
    span = span_words(localizer, dots.dots[0].at, dots.dots[-1].at)
    if dots.turned is not None:
        said = localizer.gettext("it turned at {time}", time=localizer.time(dots.turned))
    else:
        said = localizer.ngettext(
            "{negative} of {number} message negative",
            "{negative} of {number} messages negative",
            len(dots.dots),
            negative=dots.negative,
        )
    return localizer.gettext(_TITLE, name=dots.name, period=span, finding=said)


def _of_week(localizer: Localizer, week: WeekMap) -> str:
    moods = week.shrunk()
    if not moods:
        said = localizer.gettext("too few messages to tell")
    elif max(moods.values()) - min(moods.values()) < _LEVEL:
        said = localizer.gettext("much the same all week")
    else:
        said = localizer.gettext(
            "lowest {low}, highest {high}",
            low=hour_of_week(localizer, min(moods, key=lambda at: moods[at])),
            high=hour_of_week(localizer, max(moods, key=lambda at: moods[at])),
        )
    return _titled(localizer, week.name, week.window, said)


def _of_squares(localizer: Localizer, days: DaySquares) -> str:
    # A date has no zone: told in UTC it stays the day that it is.
    utc = localizer.in_utc()
    unusual = [utc.full_date(_midnight(day)) for day in days.unusual]
    if not any(square.told for square in days.squares):
        said = localizer.gettext("nothing known yet")
    elif not unusual:
        said = localizer.gettext("nothing unusual")
    elif len(unusual) <= MOST_NAMED:
        said = localizer.gettext("unusual on {days}", days=localizer.listed(unusual))
    else:
        said = localizer.ngettext(
            "unusual on {number} day, the last of them {day}",
            "unusual on {number} days, the last of them {day}",
            len(unusual),
            day=unusual[-1],
        )
    number = len(days.squares)
    period = localizer.ngettext("last {number} day", "last {number} days", number)
    return localizer.gettext(_TITLE, name=days.name, period=period, finding=said)


def finding(localizer: Localizer, course: Course) -> str:
    """What a course comes to: what was unusual, else whether it changed, and what it is like."""
    if course.unusual:
        return _bad(localizer, course.unusual, course.window)
    if course.mood is None:
        return localizer.gettext("too few messages to tell")
    if course.change is not None:
        return _changed(localizer, course.change, time_before(localizer, course.window))
    if course.watched:
        return localizer.gettext("nothing unusual")
    return mood_words(localizer, course.mood)


def _bad(localizer: Localizer, stretches: Sequence[Stretch], window: Window) -> str:
    last = max(stretches, key=lambda stretch: stretch.began)
    since = moment_words(localizer, last.began, window)
    span = span_words(localizer, last.began, last.until, full=window.length > 7 * DAY)
    if len(stretches) == 1:
        if last.over is None:
            return localizer.gettext("unusually negative since {time}", time=since)
        part = _part(localizer, last)
        return localizer.gettext(_ONE[part] if part else _LONG, span=span)
    if last.over is None:
        return localizer.ngettext(
            "{number} bad stretch, the last since {time}",
            "{number} bad stretches, the last since {time}",
            len(stretches),
            time=since,
        )
    return localizer.ngettext(
        "{number} bad stretch, the last {span}",
        "{number} bad stretches, the last {span}",
        len(stretches),
        span=span,
    )


def _part(localizer: Localizer, stretch: Stretch) -> str | None:
    """The part of the day in which the middle of a short stretch lies."""
    length = stretch.until - stretch.began
    if length > SHORT:
        return None
    middle = (stretch.began + length / 2).astimezone(localizer.time_zone)
    return next(part for until, part in _PARTS if middle.hour < until)


def _changed(localizer: Localizer, change: float, before: str) -> str:
    message = N_("more positive than {before}") if change > 0 else N_("more negative than {before}")
    return localizer.gettext(message, before=before)


def span_words(
    localizer: Localizer, since: datetime, until: datetime, *, full: bool = False
) -> str:
    """From when to when: "Sun 17:07–22:00", or with the date: "Sun 22 Nov, 17:07–22:00"."""
    day = localizer.full_date if full else localizer.weekday_name
    days = [moment.astimezone(localizer.time_zone).date() for moment in (since, until)]
    first, last = localizer.time(since), localizer.time(until)
    if (days[0], first) == (days[1], last):
        return localizer.gettext(N_("{day} {time}"), day=day(since), time=first)
    if days[0] == days[1]:
        message = N_("{day}, {since}–{until}") if full else N_("{day} {since}–{until}")
        return localizer.gettext(message, day=day(since), since=first, until=last)
    message = N_("{day}, {time}") if full else N_("{day} {time}")
    return localizer.gettext(
        "{since} to {until}",
        since=localizer.gettext(message, day=day(since), time=first),
        until=localizer.gettext(message, day=day(until), time=last),
    )


def moment_words(localizer: Localizer, moment: datetime, window: Window) -> str:
    """A moment in a window: "17:07", "Sun 17:07", or "Sun 22 Nov, 17:07" where that is needed."""
    time = localizer.time(moment)
    if window.length > 7 * DAY:
        return localizer.gettext("{day}, {time}", day=localizer.full_date(moment), time=time)
    return localizer.gettext("{day} {time}", day=localizer.weekday_name(moment), time=time)


def hour_of_week(localizer: Localizer, at: tuple[int, int]) -> str:
    """An hour of the week, Monday being 0: (6, 17) → "Sun 17:00"."""
    # It has no date and no zone: 1 January 2024 was a Monday.
    moment = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=at[0], hours=at[1])
    utc = localizer.in_utc()
    day, time = utc.weekday_name(moment), utc.time(moment)
    return localizer.gettext("{day} {time}", day=day, time=time)


def _titled(localizer: Localizer, name: str, window: Window, said: str) -> str:
    period = period_words(localizer, window)
    return localizer.gettext(_TITLE, name=name, period=period, finding=said)


def _named(localizer: Localizer, names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return localizer.listed(names)
    return localizer.ngettext("{number} channel", "{number} channels", len(names))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
