"""A message as its row holds it, and what a batch of changes does to rows. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, NamedTuple

from storage.errors import InvalidInputError
from storage.records import Applied, ScoredMessage, Status

PROBABILITY_UNITS: Final = 10_000
STATUS_NUMBERS: Final[dict[Status, int]] = {"scored": 0, "unsure": 1, "not_scored": 2}

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


# As `Row(*columns)` and `Step(*parts)`, in half the time: they are made for every message.
row_of: Final[Callable[[tuple[int, int, int, int | None, int, int, int]], Row]] = partial(
    tuple.__new__, Row
)


class Step(NamedTuple):
    """A change of one message: its new row, or `None` for a deletion.

    `read_again` as in `ScoredMessage`.
    """

    key: MessageKey
    row: Row | None
    read_again: bool = False


step_of: Final[Callable[[tuple[MessageKey, Row | None, bool]], Step]] = partial(tuple.__new__, Step)


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
    negative_units, positive_units = round(negative * 10_000), round(positive * 10_000)
    if negative_units + positive_units > PROBABILITY_UNITS:
        # Both may have been rounded up; neutral, the rest, must not fall below 0.
        negative_units = min(negative_units, PROBABILITY_UNITS)
        positive_units = PROBABILITY_UNITS - negative_units
    return status << 28 | negative_units << 14 | positive_units


def fold(rows: dict[MessageKey, Row], deleted: set[MessageKey], steps: Iterable[Step]) -> Applied:
    """Play the steps, in order, on the stored rows and marks of deletion; both are changed.

    A deletion is for ever; of two versions of a message the later edited one stays. Read again by
    another model, the same version gets its score.
    """
    inserted = updated = removed = ignored = 0
    for key, row, read_again in steps:
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
        elif read_again and row.edited == known.edited and row.model != known.model:
            rows[key] = known._replace(score=row.score, model=row.model)
            updated += 1
        else:
            ignored += 1
    return Applied(inserted, updated, removed, ignored)
