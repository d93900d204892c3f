"""Who is told when a place becomes unusual, and what they were told."""

from __future__ import annotations

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
    snoozed = alert.snoozed_until
    return (
        alert.scope_id,
        alert.target_id,
        SENSITIVITIES.index(alert.sensitivity),
        *quiet,
        alert.most_a_day,
        None if snoozed is None else to_microseconds(snoozed),
        to_microseconds(alert.set_at),
    )


def alert_of(row: tuple[Any, ...]) -> Alert:
    number, scope, target, sensitivity, set_at, quiet_from, quiet_until, most_a_day, snoozed = row
    return Alert(
        number,
        scope,
        target,
        SENSITIVITIES[sensitivity],
        from_microseconds(set_at),
        quiet_from,
        quiet_until,
        most_a_day,
        _moment(snoozed),
    )


def post_of(row: list[Any]) -> AlertPost:
    number, alert, noted_at, posted_at, over_at, not_useful = row
    moments = _moment(posted_at), _moment(over_at)
    return AlertPost(number, alert, from_microseconds(noted_at), {}, *moments, bool(not_useful))


def _moment(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else from_microseconds(microseconds)
