"""Who is told when a place becomes unusual, and what they were told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from storage.errors import InvalidInputError
from storage.records import SENSITIVITIES, Alert, AlertPost
from storage.times import from_microseconds, to_microseconds

_MINUTES_A_DAY: Final = 24 * 60

_MOST_A_DAY: Final = 24


def alert_row(alert: Alert) -> tuple[int | None, ...]:
    """The columns but the guild. Raises `InvalidInputError` for what is out of range."""
    quiet = (alert.quiet_from, alert.quiet_until)
    if any(minute is not None and not 0 <= minute < _MINUTES_A_DAY for minute in quiet):
        raise InvalidInputError("Quiet hours begin and end at one of the day's 1,440 minutes.")
    if (alert.quiet_from is None) != (alert.quiet_until is None):
        raise InvalidInputError("Quiet hours have a beginning and an end, or neither.")
    if not 1 <= alert.most_a_day <= _MOST_A_DAY:
        raise InvalidInputError(f"An alert posts 1 to {_MOST_A_DAY} times a day at most.")
    if alert.sensitivity not in SENSITIVITIES:
        known = ", ".join(SENSITIVITIES)
        raise InvalidInputError(f"An alert's sensitivity is one of these: {known}.")
    return (
        alert.scope_id,
        alert.target_id,
        SENSITIVITIES.index(alert.sensitivity),
        *quiet,
        alert.most_a_day,
        to_microseconds(alert.set_at),
    )


def alert_of(row: Sequence[Any]) -> Alert:
    """An alert of its columns, and nothing snoozed yet."""
    number, scope, target, sensitivity, set_at, quiet_from, quiet_until, most_a_day = row
    return Alert(
        number,
        scope,
        target,
        SENSITIVITIES[sensitivity],
        from_microseconds(set_at),
        quiet_from,
        quiet_until,
        most_a_day,
    )


def alerts_of(rows: Iterable[Sequence[Any]]) -> list[Alert]:
    """Alerts of rows that each end with a channel and until when it is snoozed, or neither."""
    found: dict[int, Alert] = {}
    for *row, channel, until in rows:
        alert = found.get(row[0]) or alert_of(row)
        snoozed = {} if channel is None else {channel: from_microseconds(until)}
        found[alert.id] = replace(alert, snoozed={**alert.snoozed, **snoozed})
    return list(found.values())


def posts_of(rows: Iterable[Sequence[Any]]) -> list[AlertPost]:
    """Posts of rows that each end with a channel, when it was called, and whether that was marked
    as not useful."""
    found: dict[int, AlertPost] = {}
    for number, alert, noted_at, posted_at, over_at, channel, called_at, not_useful in rows:
        moments = _moment(posted_at), _moment(over_at)
        post = found.get(number) or AlertPost(
            number, alert, from_microseconds(noted_at), {}, *moments
        )
        called = {**post.called, channel: from_microseconds(called_at)}
        marked = post.not_useful | ({channel} if not_useful else frozenset())
        found[number] = replace(post, called=called, not_useful=marked)
    return list(found.values())


def _moment(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else from_microseconds(microseconds)
