"""A message as its row holds it, and what a batch of changes does to rows. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import add, sub
from typing import Final, NamedTuple

from storage.errors import InvalidInputError
from storage.records import DISCORD_EPOCH_MS, MOST_COUNTED, Applied, ScoredMessage, Status
from storage.times import MS_AN_HOUR

PROBABILITY_UNITS: Final = 10_000
STATUS_NUMBERS: Final[dict[Status, int]] = {"scored": 0, "unsure": 1, "not_scored": 2}
_SCORED: Final = STATUS_NUMBERS["scored"]
_UNSURE: Final = STATUS_NUMBERS["unsure"]

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


_END_OF_IDS: Final = 2**63


def check_ids(*snowflakes: int | None) -> None:
    """Raise `InvalidInputError` for an id that Discord cannot have made."""
    for snowflake in snowflakes:
        if snowflake is not None and not 0 < snowflake < _END_OF_IDS:
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


# The key of table member_hour: member, hour, channel.
MemberHour = tuple[int, int, int]
# A message's snowflake and its packed score.
Voice = tuple[int, int]


class Sums(NamedTuple):
    """What both rollups hold of an hour, column by column.

    `scored`, `unsure` and `not_scored` count every message. The others are over what counts: of
    each person the first `MOST_COUNTED` scored messages, by id, of the hour in the channel.
    """

    negative: int = 0
    neutral: int = 0
    positive: int = 0
    unsure: int = 0
    not_scored: int = 0
    mood_sum: int = 0
    mood_sum_squares: int = 0
    scored: int = 0

    @property
    def messages(self) -> int:
        return self.scored + self.unsure + self.not_scored


class HourOfMember(NamedTuple):
    """A row of table `member_hour` without its key.

    `last_counted` is the snowflake of the last scored message that counts, once there are
    `MOST_COUNTED`; 0 below that, and when its row is gone.
    """

    sums: Sums = Sums()
    last_counted: int = 0


NOBODY: Final = HourOfMember()


_SCORED_SUM: Final = Sums._fields.index("scored")

# As `row_of`: these are made for every hour of a member that changes.
sums_of: Final[Callable[[Iterable[int]], Sums]] = partial(tuple.__new__, Sums)
hour_of_member: Final[Callable[[tuple[Sums, int]], HourOfMember]] = partial(
    tuple.__new__, HourOfMember
)


def by_member_hour(
    gone: Iterable[Row], come: Iterable[Row]
) -> dict[MemberHour, tuple[list[Voice], list[Voice]]]:
    """The rows that went and that came, by the hours of members, in the order of the table."""
    changes: dict[MemberHour, tuple[list[Voice], list[Voice]]] = {}
    for side, rows in enumerate((gone, come)):
        for channel, message, member, _, _, score, _ in rows:
            # As `hour_of`, without a call for every message.
            key = (member, ((message >> 22) + DISCORD_EPOCH_MS) // MS_AN_HOUR, channel)
            change = changes.get(key)
            if change is None:
                change = changes[key] = ([], [])
            change[side].append((message, score))
    return dict(sorted(changes.items()))


def by_channel_hour(
    before: Mapping[MemberHour, HourOfMember], after: Mapping[MemberHour, HourOfMember]
) -> dict[tuple[int, int], list[int]]:
    """What comes to each hour of a channel, (channel, hour): the columns of `Sums`, and writers."""
    changes: dict[tuple[int, int], list[int]] = {}
    for key, (has, _) in after.items():
        _, hour, channel = key
        known = before.get(key)
        if known is None:
            sums = [*has, int(has[_SCORED_SUM] > 0)]
        else:
            had = known[0]
            sums = [*map(sub, has, had), (has[_SCORED_SUM] > 0) - (had[_SCORED_SUM] > 0)]
        place = (channel, hour)
        others = changes.get(place)
        changes[place] = sums if others is None else list(map(add, others, sums))
    return dict(sorted(changes.items()))


def recount(
    hour: HourOfMember,
    gone: Sequence[Voice],
    come: Sequence[Voice],
    stored: Iterable[Voice],
) -> HourOfMember:
    """A member's hour in a channel, after these messages of it went and came.

    `stored` are the scored messages of it that are stored now, in order, at least from the first
    that went or came. It is read only when others begin or cease to count, and only as far as that
    reaches: what an insert costs does not grow with the hour.
    """
    if not gone and hour.sums.scored + len(come) < MOST_COUNTED:  # then every message counts
        return hour_of_member((_with(hour.sums, come), 0))
    sums = list(hour.sums)
    scored: tuple[list[Voice], list[Voice]] = ([], [])
    for sign, voices, its in ((-1, gone, scored[0]), (1, come, scored[1])):
        for voice in voices:
            status = voice[1] >> 28
            if status == _SCORED:
                its.append(voice)
            else:
                sums[2 + status] += sign
    sums[7] += len(scored[1]) - len(scored[0])
    ceased, began, last_counted = _turns(hour, *scored, stored)
    for sign, voices in ((-1, ceased), (1, began)):
        for _, score in voices:
            negative, positive = score >> 14 & 0x3FFF, score & 0x3FFF
            mood = positive - negative
            sums[_label(negative, positive)] += sign
            sums[5] += sign * mood
            sums[6] += sign * mood * mood
    return HourOfMember(Sums._make(sums), last_counted)


def _with(sums: Sums, come: Iterable[Voice]) -> Sums:
    """The sums with these messages, all of which count."""
    negative, neutral, positive, unsure, not_scored, mood_sum, squares, scored = sums
    for _, score in come:
        if status := score >> 28:
            unsure += status == _UNSURE
            not_scored += status != _UNSURE
            continue
        bad, good = score >> 14 & 0x3FFF, score & 0x3FFF
        mood = good - bad
        mood_sum += mood
        squares += mood * mood
        scored += 1
        # As `_label`, without a call for every message.
        rest = PROBABILITY_UNITS - bad - good
        if rest >= bad and rest >= good:
            neutral += 1
        elif good >= bad:
            positive += 1
        else:
            negative += 1
    return sums_of((negative, neutral, positive, unsure, not_scored, mood_sum, squares, scored))


def _turns(
    hour: HourOfMember,
    gone: Sequence[Voice],
    come: Sequence[Voice],
    stored: Iterable[Voice],
) -> tuple[Sequence[Voice], Sequence[Voice], int]:
    """Of scored messages those that cease and that begin to count; and the new `last_counted`."""
    scored, last = hour.sums.scored, hour.last_counted
    is_full = scored >= MOST_COUNTED
    if not is_full and scored - len(gone) + len(come) < MOST_COUNTED:
        return gone, come, 0
    first = min((message for message, _ in (*gone, *come)), default=last + 1)
    if is_full and first > last:
        return (), (), last
    new = {message for message, _ in come}
    # Both start at the same message, somewhere up to `first`: those that counted, and that do now.
    counted = [voice for voice in gone if voice[0] <= last or not is_full]
    now: list[Voice] = []
    # What counted before that goes on counting, whether or not its row is still there.
    room = MOST_COUNTED - min(scored, MOST_COUNTED) + len(counted)
    for voice in stored:
        if voice[0] <= last or not is_full:
            if voice[0] not in new:
                counted.append(voice)
                room += 1
        elif len(now) >= room:
            break
        now.append(voice)
    now = now[:room]
    return counted, now, now[-1][0] if len(now) == room else 0


def _label(negative: int, positive: int) -> int:
    """The column of the most probable label; on a tie the milder one, neutral first."""
    neutral = PROBABILITY_UNITS - negative - positive
    if neutral >= negative and neutral >= positive:
        return 1
    return 2 if positive >= negative else 0
