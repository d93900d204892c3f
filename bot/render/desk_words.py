"""Moments, shares and channels as the moderator's desk says them. Pure functions.

Moments of the clock are written so that Discord shows them in each reader's own zone; parts of a
day ("yesterday evening") are those of the localizer's zone, the server's.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.render.localizer import N_, Localizer
from bot.reports.morning import Counted
from bot.reports.periods import DAY
from bot.reports.unusual.episodes import Episode, Since

_PARTS_END = (5, 12, 17, 22, 24)
_TODAY = (
    N_("early this morning"),
    N_("this morning"),
    N_("this afternoon"),
    N_("this evening"),
    N_("late this evening"),
)
_YESTERDAY = (
    N_("early yesterday"),
    N_("yesterday morning"),
    N_("yesterday afternoon"),
    N_("yesterday evening"),
    N_("late yesterday evening"),
)
_THIS_WEEK = (
    N_("early on {weekday}"),
    N_("{weekday} morning"),
    N_("{weekday} afternoon"),
    N_("{weekday} evening"),
    N_("late on {weekday}"),
)
_EARLIER = (
    N_("early on {date}"),
    N_("the morning of {date}"),
    N_("the afternoon of {date}"),
    N_("the evening of {date}"),
    N_("late on {date}"),
)

HARDLY_ANY = 0.01
"""A share of fewer than one in a hundred."""

ONE_IN_THREE = 0.36
"""A greater share is told in per cent: 0.4 is neither one in two nor one in three."""

MOST_OF_A_NAME = 60
"""Labels in a select have at most 100 characters."""

LONG = 24.0
"""Months: what chance makes no more often than this is told to be no chance."""


def part_of_day(localizer: Localizer, moment: datetime, now: datetime) -> str:
    """When something began: "yesterday evening", "Sunday evening", "the evening of 8 Nov"."""
    local = moment.astimezone(localizer.time_zone)
    part = next(n for n, end in enumerate(_PARTS_END) if local.hour < end)
    days = (now.astimezone(localizer.time_zone).date() - local.date()).days
    if days < 2:
        return localizer.gettext((_YESTERDAY if days else _TODAY)[part])
    if days < 7:
        return localizer.gettext(_THIS_WEEK[part], weekday=localizer.weekday_in_full(moment))
    return localizer.gettext(_EARLIER[part], date=localizer.date(moment))


def back_to(localizer: Localizer, length: timedelta | datetime | None) -> str:
    """How far was looked back, as part of a sentence; `None`: since yesterday morning."""
    if isinstance(length, datetime):
        return localizer.gettext("since {time}", time=date_and_clock(length))
    if length is None:
        return localizer.gettext("since yesterday morning")
    return localizer.ngettext(
        "in the last {number} day", "in the last {number} days", length // DAY
    )


def look_back_words(localizer: Localizer, days: int) -> str:
    """A period in a list to pick from; 0: since yesterday morning."""
    if not days:
        return localizer.gettext("Since yesterday morning")
    return localizer.ngettext("Last {number} day", "Last {number} days", days)


def episode_option(localizer: Localizer, episode: Episode, name: str) -> tuple[str, str]:
    """An episode in a list to pick from, and what stands below it, by the server's clock."""
    label = localizer.gettext(
        "#{name}, {day}, {time}",
        name=name[:MOST_OF_A_NAME],
        day=localizer.weekday(episode.began),
        time=localizer.time(episode.began),
    )
    description = localizer.ngettext(
        "{negative} of {number} message negative",
        "{negative} of {number} messages negative",
        episode.messages,
        negative=episode.negative,
    )
    return label, description


def clock(moment: datetime) -> str:
    """The time of day, as Discord shows it to each reader: "17:07"."""
    return f"<t:{int(moment.timestamp())}:t>"


def date_and_clock(moment: datetime) -> str:
    """The day as well: "22 November 2026 17:07"."""
    return f"<t:{int(moment.timestamp())}:f>"


def end(localizer: Localizer, began: datetime, until: datetime) -> str:
    """When something ended, with its day where that is another one by the server's clock."""
    days = {moment.astimezone(localizer.time_zone).date() for moment in (began, until)}
    return clock(until) if len(days) == 1 else date_and_clock(until)


def channel(channel_id: int) -> str:
    """A channel, as Discord shows it to who may see it."""
    return f"<#{channel_id}>"


def one_in(localizer: Localizer, share: float) -> str:
    """A share (0..1) as people say it: 0.06 → "about 1 in 17"."""
    if share < HARDLY_ANY:
        return localizer.gettext("hardly any")
    if share < ONE_IN_THREE:
        return localizer.gettext("about 1 in {number}", number=round(1 / share))
    return localizer.percent(share)


def negative_words(localizer: Localizer, figures: Counted) -> str:
    """So many of so many were negative, and how many usually are; a sentence or two."""
    return localizer.ngettext(
        "**{negative} of {number}** message sounded negative; usually it's {usual}.",
        "**{negative} of {number}** messages sounded negative; usually it's {usual}.",
        figures.messages,
        negative=figures.negative,
        usual=one_in(localizer, figures.usual),
    )


def chance_words(localizer: Localizer, months: float) -> str:
    """How often chance alone would have made something as unusual: once in so many months."""
    if months >= LONG:
        return localizer.gettext("That is far more than chance.")
    return localizer.ngettext(
        "By chance alone, something like it comes up once a month at most.",
        "By chance alone, something like it comes up once in {number} months at most.",
        max(1, int(months)),
    )


VERDICTS = {
    "over": N_("It seems over."),
    "probably": N_("It's probably over."),
    "too early": N_("It's too early to say whether it's over."),
    "not yet": N_("It isn't over yet."),
}


def since_then(localizer: Localizer, since: Since, least_people: int) -> str:
    """What was written since something ended, as a sentence.

    Of fewer than `least_people` writers nothing is told but that: it would be somebody's mood.
    """
    if not since.messages:
        return localizer.gettext("Since then nobody has written there.")
    if since.people < least_people:
        return localizer.gettext(
            "Since then fewer than three people have written there: too few to tell."
        )
    if not since.negative:
        return localizer.ngettext(
            "Since then {number} message, not negative.",
            "Since then {number} messages, none of them negative.",
            since.messages,
        )
    return localizer.ngettext(
        "Since then {number} message, {negative} negative.",
        "Since then {number} messages, {negative} of them negative.",
        since.messages,
        negative=since.negative,
    )
