"""When an alert is called, when it may be told, and when it is over. Pure functions.

The method's figures hold for one look at a channel (`bot.reports.unusual`): who watches k channels
asks each for k times the evidence, and how keen an alert is multiplies that, as do the marks that
what it posted was not useful.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.reports.periods import DAY
from bot.reports.unusual.episodes import Episode
from bot.reports.watching import Look
from storage.records import Alert, AlertPost, Sensitivity

FACTORS: Mapping[Sensitivity, float] = {"calm": 3.0, "default": 1.0, "keen": 0.25}
"""Months between false alarms, on channels that stay as they were."""

MOST_RAISED = 4.0

FRESH = timedelta(minutes=10)
"""A message that was stored later than this after it was sent calls nobody: it came late, or the
past was read."""


def raised(posts: Iterable[AlertPost]) -> dict[int, float]:
    """How many times the evidence channels need by now: each mark doubles it, to four times."""
    found: dict[int, float] = {}
    for post in posts:
        for channel in post.not_useful:
            found[channel] = min(MOST_RAISED, 2 * found.get(channel, 1.0))
    return found


def factors(
    alert: Alert, channel_ids: Iterable[int], posts: Iterable[AlertPost]
) -> dict[int, float]:
    """What each channel's evidence is multiplied with, for this alert."""
    more = raised(posts)
    return {each: FACTORS[alert.sensitivity] * more.get(each, 1.0) for each in channel_ids}


def unfinished(alert: Alert, posts: Iterable[AlertPost]) -> list[AlertPost]:
    """What this alert was called for that is not over: told, or still to be told."""
    return [post for post in posts if post.alert_id == alert.id and post.over_at is None]


def newly_called(look: Look, open_posts: Iterable[AlertPost], now: datetime) -> dict[int, Episode]:
    """The channels that have become unusual just now, and how. One alert an episode."""
    known = {channel for post in open_posts for channel in post.called}
    return {
        episode.channel_id: episode
        for episode in look.unusual()
        if episode.over is None
        and episode.called >= now - FRESH
        and episode.channel_id not in known
    }


def snoozed(alert: Alert, channel_ids: Iterable[int], now: datetime) -> dict[int, datetime]:
    """In which of these channels it is silent now, and until when."""
    return {
        channel: alert.snoozed[channel]
        for channel in channel_ids
        if now < alert.snoozed.get(channel, now)
    }


def apart(
    alert: Alert, called: Mapping[int, datetime], now: datetime
) -> list[Mapping[int, datetime]]:
    """What is told together: channels in which it is silent now are told of later, if at all."""
    silent = snoozed(alert, called, now)
    parts = [
        {each: at for each, at in called.items() if (each in silent) is is_silent}
        for is_silent in (False, True)
    ]
    return [part for part in parts if part]


def may_tell(alert: Alert, post: AlertPost, now: datetime, zone: tzinfo) -> bool:
    """Whether it is neither snoozed in all of the post's channels nor the quiet hours of the
    guild's clock."""
    if len(snoozed(alert, post.called, now)) == len(post.called):
        return False
    if alert.quiet_from is None or alert.quiet_until is None:
        return True
    local = now.astimezone(zone)
    minute = 60 * local.hour + local.minute
    if alert.quiet_from <= alert.quiet_until:
        return not alert.quiet_from <= minute < alert.quiet_until
    return alert.quiet_until <= minute < alert.quiet_from


def has_room(alert: Alert, posts: Iterable[AlertPost], now: datetime) -> bool:
    """Whether it has posted less often within a day than it may. All-clears do not count."""
    lately = [
        post
        for post in posts
        if post.alert_id == alert.id and post.posted_at is not None and post.posted_at > now - DAY
    ]
    return len(lately) < alert.most_a_day


def episodes_of(post: AlertPost, episodes: Sequence[Episode]) -> list[Episode]:
    """What is left now of the episodes that it was called for; one a channel, the strongest."""
    found = []
    for channel, called in post.called.items():
        then = [
            each
            for each in episodes
            if each.channel_id == channel
            and each.began <= called
            and (each.over is None or called <= each.over)
        ]
        if then:
            found.append(max(then, key=lambda each: each.evidence))
    return sorted(found, key=lambda each: -each.evidence)


@dataclass(frozen=True, slots=True)
class Over:
    """That all is clear again, since then (UTC); `is_gone`: nothing of it is stored any more."""

    at: datetime
    is_gone: bool = False


def over(post: AlertPost, episodes: Sequence[Episode], now: datetime) -> Over | None:
    """Whether all that it was called for is over."""
    found = episodes_of(post, episodes)
    if not found:
        return Over(now, is_gone=True)
    ends = [each.over for each in found if each.over is not None]
    return Over(max(ends)) if len(ends) == len(found) else None


@dataclass(frozen=True, slots=True)
class AlertTally:
    """What a server's alerts really were: how many were told, how many of them were marked as not
    useful, and how many were over before they could be told."""

    told: int
    not_useful: int
    held_back: int


def tally(posts: Iterable[AlertPost], channel_ids: Collection[int]) -> AlertTally:
    """Of those that were called for one of these channels."""
    seen = [post for post in posts if not post.called.keys().isdisjoint(channel_ids)]
    told = [post for post in seen if post.posted_at is not None]
    marked = [post for post in told if not post.not_useful.isdisjoint(channel_ids)]
    held_back = [post for post in seen if post.posted_at is None and post.over_at is not None]
    return AlertTally(len(told), len(marked), len(held_back))


_HOURS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?:[:.](\d\d))?", re.ASCII)


def quiet_hours(typed: str) -> tuple[int, int] | None:
    """From when to when, in minutes since midnight; `None` for what says no such thing.

    >>> quiet_hours("22-7:30")
    (1320, 450)
    """
    found = _HOURS.fullmatch(typed.strip().lower())
    if found is None:
        return None
    hour, minute, until_hour, until_minute = (int(each or 0) for each in found.groups())
    begin, end = 60 * hour + minute, 60 * until_hour + until_minute
    if minute > 59 or until_minute > 59 or max(begin, end) > 24 * 60 or (begin - end) % 1440 == 0:
        return None
    return begin % 1440, end % 1440
