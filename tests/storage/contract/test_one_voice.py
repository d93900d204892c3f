"""One person, one voice: a person's first ten scored messages of an hour and channel count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import storage
from storage.records import DeletedChannel, DeletedMessages, Retention, Rollup, ScoredMessage
from tests.storage.fixture_types import MakeMessage, NewAddress

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = (NOON - timedelta(hours=12), NOON + timedelta(hours=12))
SECOND = 1 / 3600

GOOD = {"negative": 0.1, "neutral": 0.2, "positive": 0.7}  # mood +0.6
BAD = {"negative": 0.9, "neutral": 0.1, "positive": 0.0}  # mood -0.9

Lines = Callable[..., list[ScoredMessage]]


@pytest.fixture
def lines(message: MakeMessage) -> Lines:
    """Makes `n` messages of one person in one hour of a channel, a second apart."""

    def make(
        n: int, first: int = 0, hours: float = 0, author_id: int = 5, **fields: Any
    ) -> list[ScoredMessage]:
        # No two people write in the same millisecond: ids would be the same.
        times = [hours + SECOND * (first + i) + SECOND * author_id / 1000 for i in range(n)]
        return [message(time, author_id=author_id, **fields) for time in times]

    return make


async def hour_of(store: storage.Storage, channel: int = 70) -> Rollup:
    (rollup,) = await store.rollups.of_channels(900, [channel], *DAY)
    return rollup


async def mood_of_the_day(store: storage.Storage) -> float:
    hours = await store.rollups.of_channels(900, [70], *DAY)
    counted = sum(hour.negative + hour.neutral + hour.positive for hour in hours)
    return sum(hour.mood_sum for hour in hours) / counted


async def test_the_first_ten_move_the_mood_and_the_volume_counts_every_message(
    store: storage.Storage, lines: Lines
) -> None:
    await store.messages.apply(lines(10, **BAD) + lines(30, first=10, **GOOD))
    hour = await hour_of(store)
    assert (hour.negative, hour.positive, hour.scored, hour.writers) == (10, 0, 40, 1)
    assert hour.mood_sum == pytest.approx(-9)
    assert hour.mood_sum_squares == pytest.approx(8.1)
    (own,) = await store.rollups.of_member(900, 5, None, *DAY)
    assert own == hour


async def test_a_spammer_moves_the_day_no_more_than_who_writes_ten_messages_an_hour(
    new_address: NewAddress, lines: Lines
) -> None:
    async def day_with(messages_an_hour: int) -> float:
        async with storage.open(new_address(), now=NOON) as store:
            for hours in range(-12, 12):
                await store.messages.apply(lines(1, hours=hours, author_id=6, **GOOD))
            for hours in (-3, 0, 2):
                await store.messages.apply(lines(messages_an_hour, hours=hours, **BAD))
            return await mood_of_the_day(store)

    ten = await day_with(10)
    assert await day_with(11) == ten
    assert await day_with(400) == ten
    assert await day_with(9) > ten


async def test_messages_that_were_not_scored_take_nobodys_place(
    store: storage.Storage, lines: Lines
) -> None:
    await store.messages.apply(lines(20, status="unsure"))
    await store.messages.apply(lines(20, first=20, status="not_scored"))
    await store.messages.apply(lines(12, first=40, **GOOD))
    hour = await hour_of(store)
    assert (hour.positive, hour.scored, hour.unsure, hour.not_scored) == (10, 12, 20, 20)


async def test_a_deletion_lets_the_next_in(store: storage.Storage, lines: Lines) -> None:
    bad, good = lines(10, **BAD), lines(2, first=10, **GOOD)
    await store.messages.apply(bad + good)
    await store.messages.apply([DeletedMessages(900, 70, (bad[3].message_id,))])
    assert ((await hour_of(store)).negative, (await hour_of(store)).positive) == (9, 1)
    rest = tuple(each.message_id for each in bad)
    await store.messages.apply([DeletedMessages(900, 70, rest)])
    hour = await hour_of(store)
    assert (hour.negative, hour.positive, hour.scored) == (0, 2, 2)


async def test_a_deletion_of_what_does_not_count_takes_only_from_the_volume(
    store: storage.Storage, lines: Lines
) -> None:
    written = lines(10, **BAD) + lines(3, first=10, **GOOD)
    await store.messages.apply(written)
    await store.messages.apply([DeletedMessages(900, 70, (written[11].message_id,))])
    hour = await hour_of(store)
    assert (hour.negative, hour.positive, hour.scored) == (10, 0, 12)


async def test_what_comes_late_counts_by_when_it_was_written(
    store: storage.Storage, lines: Lines
) -> None:
    await store.messages.apply(lines(12, first=20, **GOOD))
    await store.messages.apply(lines(3, first=0, **BAD))
    hour = await hour_of(store)
    assert (hour.negative, hour.positive, hour.scored) == (3, 7, 15)


async def test_an_edit_to_something_unsure_lets_the_next_in_and_the_way_back_shuts_it_out(
    store: storage.Storage, message: MakeMessage, lines: Lines
) -> None:
    bad, good = lines(10, **BAD), lines(1, first=10, **GOOD)
    await store.messages.apply(bad + good)
    first = bad[0].message_id
    for minutes, status, expected in ((1, "unsure", (9, 1)), (2, "scored", (10, 0))):
        edited = {"edited_at": NOON + timedelta(minutes=minutes), "status": status}
        await store.messages.apply([message(message_id=first, **edited, **BAD)])
        hour = await hour_of(store)
        assert (hour.negative, hour.positive) == expected


async def test_channels_hours_and_people_have_their_own_ten(
    store: storage.Storage, lines: Lines
) -> None:
    places: list[dict[str, int]] = [{}, {"channel_id": 71}, {"author_id": 6}, {"hours": 1}]
    for where in places:
        await store.messages.apply(lines(15, **where, **GOOD))
    for channel, voices in ((70, [(20, 2), (10, 1)]), (71, [(10, 1)])):
        hours = await store.rollups.of_channels(900, [channel], *DAY)
        assert [(hour.positive, hour.writers) for hour in hours] == voices


async def test_when_a_spammer_is_forgotten_all_of_them_goes_and_nothing_of_others(
    store: storage.Storage, lines: Lines
) -> None:
    await store.messages.apply(lines(3, author_id=6, **GOOD))
    before = await hour_of(store)
    await store.messages.apply(lines(40, first=3, **BAD))
    assert (await hour_of(store)).writers == 2
    assert await store.privacy.forget(900, 5, NOON + timedelta(hours=1)) == 40
    assert await hour_of(store) == before


async def test_a_deleted_channel_takes_its_voices_with_it(
    store: storage.Storage, lines: Lines
) -> None:
    await store.messages.apply(lines(40, channel_id=71, **BAD) + lines(2, **GOOD))
    await store.messages.apply([DeletedChannel(900, 71)])
    assert (await store.privacy.status(900, 5)).messages == 2
    await store.messages.apply(lines(12, first=2, **GOOD))
    assert (await hour_of(store)).positive == 10


async def test_what_counted_goes_on_counting_when_its_row_is_gone(
    store: storage.Storage, lines: Lines
) -> None:
    """The hour is cut in two: rows of its first messages have ended, the others can change."""
    old, young = lines(8, **BAD), lines(5, first=1800, **GOOD)
    await store.messages.apply(old + young)
    await store.retention.expire(NOON + timedelta(days=30, minutes=15), Retention())
    assert ((await hour_of(store)).negative, (await hour_of(store)).positive) == (8, 2)
    await store.messages.apply([DeletedMessages(900, 70, (young[0].message_id,))])
    hour = await hour_of(store)
    assert (hour.negative, hour.positive, hour.scored) == (8, 2, 12)
    await store.messages.apply([DeletedMessages(900, 70, tuple(m.message_id for m in young))])
    hour = await hour_of(store)
    assert (hour.negative, hour.positive, hour.scored) == (8, 0, 8)


async def test_when_ten_rows_are_gone_what_comes_late_only_adds_to_the_volume(
    store: storage.Storage, lines: Lines
) -> None:
    await store.messages.apply(lines(12, **BAD))
    await store.retention.expire(NOON + timedelta(days=30, minutes=15), Retention())
    await store.messages.apply(lines(5, first=1800, **GOOD))
    hour = await hour_of(store)
    assert (hour.negative, hour.positive, hour.scored) == (10, 0, 17)
    (kept,) = (await store.privacy.export(900, 5)).hours
    assert kept.last_counted_id is None, "the message has no row any more"


async def test_writers_stay_counted_when_their_hours_are_gone(
    store: storage.Storage, lines: Lines
) -> None:
    for author in (5, 6, 7):
        await store.messages.apply(lines(2, author_id=author))
    await store.messages.apply(lines(2, author_id=8, status="unsure"))
    assert (await hour_of(store)).writers == 3
    assert await store.privacy.forget(900, 8, NOON + timedelta(hours=1)) == 2
    assert (await hour_of(store)).writers == 3
    await store.retention.expire(NOON + timedelta(days=91), Retention())
    assert (await hour_of(store)).writers == 3


async def test_of_several_channels_the_one_with_most_writers_is_told(
    store: storage.Storage, lines: Lines
) -> None:
    for author, channel in ((5, 70), (6, 70), (7, 71)):
        await store.messages.apply(lines(1, author_id=author, channel_id=channel))
    (hour,) = await store.rollups.of_channels(900, [70, 71], *DAY)
    assert hour.writers == 2


async def test_it_is_told_also_where_one_writes_in_the_place_of_another(
    store: storage.Storage, lines: Lines
) -> None:
    """Then the hour has the same sums as before, but somebody wrote more of them."""
    both = lines(2, author_id=5) + lines(2, author_id=6)
    await store.messages.apply(both)
    await store.rollups.sum_up(900, UTC, NOON + timedelta(days=3))
    assert not await store.rollups.anybody_wrote_more(900, [70], 2, *DAY)
    gone = DeletedMessages(900, 70, (both[0].message_id,))
    await store.messages.apply([gone, *lines(1, first=2, author_id=6)])
    assert await store.rollups.anybody_wrote_more(900, [70], 2, *DAY)


@pytest.mark.parametrize("is_summed_up", [False, True])
async def test_it_is_told_whether_anybody_wrote_more_than_so_much(
    store: storage.Storage, lines: Lines, is_summed_up: bool
) -> None:
    assert not await store.rollups.anybody_wrote_more(900, [70], 0, *DAY)
    await store.messages.apply(lines(30))
    await store.messages.apply(lines(10, channel_id=71, parent_id=70, author_id=6))
    await store.messages.apply(lines(60, channel_id=72, author_id=7))
    await store.messages.apply(lines(99, author_id=8, status="unsure"))
    await store.messages.apply(lines(99, author_id=5, guild_id=901))
    if is_summed_up:
        await store.rollups.sum_up(900, UTC, NOON + timedelta(days=2))
    for asked, most in (([70], 30), ([71], 10), ([70, 72], 60), ([70, 71], 30)):
        assert await store.rollups.anybody_wrote_more(900, asked, most - 1, *DAY)
        assert not await store.rollups.anybody_wrote_more(900, asked, most, *DAY)
    for asked in ([], [99]):
        assert not await store.rollups.anybody_wrote_more(900, asked, 0, *DAY)
    hours_before = (NOON - timedelta(hours=3), NOON)
    assert not await store.rollups.anybody_wrote_more(900, [70], 0, *hours_before)


@pytest.mark.parametrize("is_summed_up", [False, True])
async def test_what_somebody_wrote_in_hours_that_are_gone_is_not_counted(
    store: storage.Storage, lines: Lines, is_summed_up: bool
) -> None:
    await store.messages.apply(lines(30, hours=-24))
    if is_summed_up:
        await store.rollups.sum_up(900, UTC, NOON + timedelta(days=2))
    await store.retention.expire(NOON + timedelta(days=90), Retention())
    await store.messages.apply(lines(10, hours=24 * 90, author_id=6))
    always = (NOON - timedelta(days=9), NOON + timedelta(days=99))
    assert await store.rollups.anybody_wrote_more(900, [70], 9, *always)
    assert not await store.rollups.anybody_wrote_more(900, [70], 10, *always)


async def test_in_a_new_storage_it_began_with_the_first_message(
    store: storage.Storage, lines: Lines
) -> None:
    await store.messages.apply(lines(30))
    assert await store.rollups.one_voice_since() is None
