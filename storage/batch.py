"""A message as its row holds it, and what a batch of changes does to rows. Pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from storage.errors import InvalidInputError
from storage.records import Applied
from storage.times import hour_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from storage.records import ScoredMessage, Status

PROBABILITY_UNITS: Final = 10_000
STATUS_NUMBERS: Final[dict[Status, int]] = {"scored": 0, "unsure": 1, "not_scored": 2}
_SCORED = STATUS_NUMBERS["scored"]

# A row's primary key: the channel's small number and the message's snowflake.
MessageKey = tuple[int, int]


class Row(NamedTuple):
    """A row of table `message`, column by column; the migration says what each holds."""

    channel: int
    message: int
    member: int
    reply_gap: int | None
    edited: int
    score: int
    model: int


# A change of one message: its new row, or `None` for a deletion.
Step = tuple[MessageKey, Row | None]


def check_ids(*snowflakes: int | None) -> None:
    """Raise `InvalidInputError` for an id that Discord cannot have made."""
    for snowflake in snowflakes:
        if snowflake is not None and not 0 < snowflake < 2**63:
            raise InvalidInputError(f"An id is not within 1..2^63-1: {snowflake}.")


def pack_score(message: ScoredMessage) -> int:
    """Status, negative and positive in 30 bits: `Row.score` and its virtual columns.

    Raises `InvalidInputError` for an unknown status or for probabilities that are none.
    """
    negative, neutral, positive = message.negative, message.neutral, message.positive
    status = STATUS_NUMBERS.get(message.status)
    if status is None:
        raise InvalidInputError(f"Message {message.message_id} has an unknown status.")
    # Some slack for float rounding; and written so that NaN is refused, too.
    if not (
        negative >= -1e-6
        and neutral >= -1e-6
        and positive >= -1e-6
        and 0.999 <= negative + neutral + positive <= 1.001
    ):
        raise InvalidInputError(
            f"The probabilities of message {message.message_id} are not within 0..1 with sum 1."
        )
    negative_units = min(round(negative * PROBABILITY_UNITS), PROBABILITY_UNITS)
    # Both may have been rounded up; neutral, the rest, must not fall below 0.
    positive_units = min(round(positive * PROBABILITY_UNITS), PROBABILITY_UNITS - negative_units)
    return status << 28 | negative_units << 14 | positive_units


def fold(rows: dict[MessageKey, Row], deleted: set[MessageKey], steps: Iterable[Step]) -> Applied:
    """Play the steps, in order, on the stored rows and marks of deletion; both are changed.

    A deletion is for ever; of two versions of a message the later edited one stays.
    """
    inserted = updated = removed = ignored = 0
    for key, row in steps:
        known = rows.get(key)
        if key in deleted:
            ignored += 1
        elif row is None:
            deleted.add(key)
            if rows.pop(key, None) is None:
                ignored += 1
            else:
                removed += 1
        elif known is None:
            rows[key] = row
            inserted += 1
        elif row.edited > known.edited:
            rows[key] = row
            updated += 1
        else:
            ignored += 1
    return Applied(inserted, updated, removed, ignored)


# Columns of a rollup, in the order of the tables: negative, neutral, positive, unsure,
# not_scored, mood_sum, mood_sum_squares.
Tally = list[int]
# The key of table member_hour: member, hour, channel.
MemberHour = tuple[int, int, int]


def tally(rows: Sequence[Row]) -> dict[MemberHour, Tally]:
    """Count rows into the rollups' columns; the hours of members come in the table's order."""
    tallies: dict[MemberHour, Tally] = {}
    for row in rows:
        key = (row.member, hour_of(row.message), row.channel)
        counts = tallies.get(key)
        if counts is None:
            counts = tallies[key] = [0] * 7
        status, negative, positive = row.score >> 28, row.score >> 14 & 0x3FFF, row.score & 0x3FFF
        if status != _SCORED:
            counts[2 + status] += 1
            continue
        counts[_label(negative, positive)] += 1
        mood = positive - negative
        counts[5] += mood
        counts[6] += mood * mood
    return dict(sorted(tallies.items()))


def _label(negative: int, positive: int) -> int:
    """The column of the most probable label; on a tie the milder one, neutral first."""
    neutral = PROBABILITY_UNITS - negative - positive
    if neutral >= negative and neutral >= positive:
        return 1
    return 2 if positive >= negative else 0
