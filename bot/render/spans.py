"""Stretches of time that were asked for by their dates, as people read them. Pure functions."""

from __future__ import annotations

from datetime import datetime, timedelta

from babel.dates import format_interval

from bot.render.localizer import Localizer

_DATE, _TIME = "yMMMd", "Hm"


def span_label(localizer: Localizer, since: datetime, until: datetime) -> str:
    """The stretch by itself: "3–8 Nov 2026", "8 Nov 2026, 17:00–22:00".

    Only the days are named if it begins and ends at midnight, to the hour, on the reader's clock.
    """
    first, last, whole = _ends(localizer, since, until)
    if whole:
        return _interval(localizer, first, last, _DATE)
    if first.date() == last.date():
        day, times = _interval(localizer, first, first, _DATE), _interval(localizer, since, until)
        return localizer.gettext("{date}, {time}", date=day, time=times)
    return f"{_moment(localizer, since)} – {_moment(localizer, until)}"


def span_phrase(localizer: Localizer, since: datetime, until: datetime) -> str:
    """The same as part of a sentence: "on 8 Nov 2026", "from 3 Nov 2026 to 8 Nov 2026"."""
    first, last, whole = _ends(localizer, since, until)
    if first.date() == last.date():
        return localizer.gettext("on {day}", day=span_label(localizer, since, until))
    begin, end = (_date(localizer, m) for m in (first, last))
    if not whole:
        begin, end = (_moment(localizer, m) for m in (since, until))
    return localizer.gettext("from {begin} to {end}", begin=begin, end=end)


def _ends(
    localizer: Localizer, since: datetime, until: datetime
) -> tuple[datetime, datetime, bool]:
    """The first and the last minute on the reader's clock, and whether these are whole days."""
    zone = localizer.time_zone
    first, end = since.astimezone(zone), until.astimezone(zone)
    # Sums are by the hour of UTC: midnight at half past is in an hour that begins before it.
    late = timedelta(minutes=-first.minute % 60)
    whole = (first + late).hour == (end + late).hour == 0
    return first + late * whole, end + late * whole - timedelta(minutes=1), whole


def _moment(localizer: Localizer, moment: datetime) -> str:
    date, time = _date(localizer, moment), localizer.time(moment)
    return localizer.gettext("{date}, {time}", date=date, time=time)


def _date(localizer: Localizer, moment: datetime) -> str:
    return _interval(localizer, moment, moment, _DATE)


def _interval(localizer: Localizer, first: datetime, last: datetime, skeleton: str = _TIME) -> str:
    zone, locale = localizer.time_zone, localizer.locale
    return format_interval(first, last, skeleton, tzinfo=zone, locale=locale)
