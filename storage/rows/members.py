"""What is stored of one member's messages."""

from __future__ import annotations

from typing import Any

from storage.batch import PROBABILITY_UNITS, STATUS_NUMBERS
from storage.records import KeptMessage, snowflake_time
from storage.times import from_microseconds

_STATUSES = {number: status for status, number in STATUS_NUMBERS.items()}


def kept_message(row: tuple[Any, ...]) -> KeptMessage:
    message, channel, edited, reply_to, status, negative, positive, model, is_right = row
    return KeptMessage(
        message,
        channel,
        snowflake_time(message),
        from_microseconds(edited) if edited else None,
        reply_to,
        _STATUSES[status],
        negative / PROBABILITY_UNITS,
        (PROBABILITY_UNITS - negative - positive) / PROBABILITY_UNITS,
        positive / PROBABILITY_UNITS,
        model,
        None if is_right is None else bool(is_right),
    )
