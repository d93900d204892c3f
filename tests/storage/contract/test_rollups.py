from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

import storage
from storage import Storage
from storage.records import ChannelHours, Rollup
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))


async def test_an_hour_counts_labels_and_sums_the_mood_of_what_was_scored(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply(
        [
            message(0.0, negative=0.1, neutral=0.2, positive=0.7),
            message(0.1, negative=0.5, neutral=0.4, positive=0.1),
            message(0.2, negative=0.2, neutral=0.6, positive=0.2),
            message(0.3, status="unsure"),
            message(0.4, status="not_scored"),
        ]
    )
    sums = {"mood_sum": 0.2, "mood_sum_squares": 0.52}
    expected = Rollup(NOON, 1, 1, 1, 1, 1, **sums, scored=3, writers=1)
    assert await store.rollups.of_channels(900, [70], *ALWAYS) == [expected]
    assert await store.rollups.of_member(900, 5, None, *ALWAYS) == [expected]


@pytest.mark.parametrize(
    ("negative", "neutral", "positive", "label"),
    [(0.4, 0.4, 0.2, "neutral"), (0.5, 0.0, 0.5, "positive"), (0.2, 0.4, 0.4, "neutral")],
)
async def test_on_a_tie_the_milder_label_counts(
    store: Storage,
    message: MakeMessage,
    negative: float,
    neutral: float,
    positive: float,
    label: str,
) -> None:
    await store.messages.apply([message(negative=negative, neutral=neutral, positive=positive)])
    (rollup,) = await store.rollups.of_channels(900, [70], *ALWAYS)
    assert getattr(rollup, label) == 1


async def test_hours_come_in_order_and_the_period_ends_before_until(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(hours) for hours in (2, 0, 1, 3)])
    hours = [NOON + timedelta(hours=1), NOON + timedelta(hours=2)]
    until = NOON + timedelta(hours=3)
    found = await store.rollups.of_channels(900, [70], hours[0], until)
    assert [rollup.hour for rollup in found] == hours
    # An hour that began before `since` is left out, one that begins before `until` is in.
    minute = timedelta(minutes=1)
    found = await store.rollups.of_member(900, 5, None, NOON + minute, until - minute)
    assert [rollup.hour for rollup in found] == hours


async def test_a_period_in_another_time_zone_means_the_same_hours(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message()])
    india = datetime.fromisoformat("2026-03-01T17:30:00+05:30")
    found = await store.rollups.of_channels(900, [70], india, india + timedelta(hours=1))
    assert [rollup.hour for rollup in found] == [NOON]


async def test_channels_are_summed_with_the_threads_under_them(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply(
        [
            message(0.1, channel_id=70),
            message(0.2, channel_id=71, parent_id=70),
            message(0.3, channel_id=72),
            message(0.4, channel_id=73),
        ]
    )
    for ids, expected in (([70], 2), ([71], 1), ([70, 71], 2), ({70, 72}, 3), ([], 0), ([99], 0)):
        of_channels = await store.rollups.of_channels(900, ids, *ALWAYS)
        of_member = await store.rollups.of_member(900, 5, ids, *ALWAYS)
        assert sum(rollup.positive for rollup in of_channels) == expected
        assert of_member == of_channels
    (everywhere,) = await store.rollups.of_member(900, 5, None, *ALWAYS)
    assert everywhere.positive == 4


async def test_of_each_channel_the_hours_come_by_channel_and_time(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply(
        [
            message(1, channel_id=72),
            message(2, channel_id=72, status="unsure"),
            message(1, channel_id=70),
            message(0, channel_id=70),
            message(0, channel_id=71, parent_id=70, author_id=6, negative=0.6, positive=0.2),
            message(0, channel_id=73),
        ]
    )
    found = await store.rollups.of_each_channel(900, [72, 70], *ALWAYS)
    noon = int(NOON.timestamp()) // 3600
    assert len(found) == 4
    assert found.channel_ids.tolist() == [70, 70, 72, 72]
    assert found.hours.tolist() == [noon, noon + 1, noon + 1, noon + 2]
    assert found.negative.tolist() == [1, 0, 0, 0]
    assert found.neutral.tolist() == [0, 0, 0, 0]
    assert found.positive.tolist() == [1, 1, 1, 0]
    assert found.unsure.tolist() == [0, 0, 0, 1]
    assert found.scored.tolist() == [2, 1, 1, 0]
    assert found.writers.tolist() == [1, 1, 1, 0]
    assert found.mood_sum.tolist() == pytest.approx([0.2, 0.6, 0.6, 0])
    assert found.mood_sum_squares.tolist() == pytest.approx([0.52, 0.36, 0.36, 0])


async def test_a_thread_that_is_asked_about_beside_its_channel_stands_alone(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(), message(channel_id=71, parent_id=70), message(1)])
    for asked, channels, scored in (
        ([70, 71], [70, 70, 71], [1, 1, 1]),
        ([71], [71], [1]),
        ([70], [70, 70], [2, 1]),
        ([99], [], []),
    ):
        found = await store.rollups.of_each_channel(900, asked, *ALWAYS)
        assert (found.channel_ids.tolist(), found.scored.tolist()) == (channels, scored)


async def test_hours_of_each_channel_end_with_the_period(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(n) for n in range(4)])
    period = (NOON + timedelta(hours=1), NOON + timedelta(hours=3))
    found = await store.rollups.of_each_channel(900, [70], *period)
    noon = int(NOON.timestamp()) // 3600
    assert found.hours.tolist() == [noon + 1, noon + 2]
    assert await store.rollups.of_each_channel(901, [70], *period) == ChannelHours()


async def test_two_guilds_never_see_each_other(store: Storage, message: MakeMessage) -> None:
    # The same ids in both: not on Discord, but nothing may hang on that.
    await store.messages.apply([message(guild_id=900), message(guild_id=901), message(1)])
    for guild, hours in ((900, 2), (901, 1), (902, 0)):
        assert len(await store.rollups.of_channels(guild, [70], *ALWAYS)) == hours
        assert len(await store.rollups.of_member(guild, 5, None, *ALWAYS)) == hours
        assert (await store.privacy.status(guild, 5)).messages == hours
    assert await store.privacy.opt_out(901, 5, NOON) == 1
    assert len(await store.rollups.of_member(900, 5, None, *ALWAYS)) == 2
    assert not (await store.privacy.status(900, 5)).opted_out


async def test_a_time_without_a_zone_and_an_impossible_id_are_refused(store: Storage) -> None:
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.rollups.of_channels(900, [70], datetime(2026, 3, 1), NOON)
    with pytest.raises(storage.InvalidInputError, match="64-bit"):
        await store.rollups.of_member(2**63, 5, None, *ALWAYS)


async def test_most_of_a_guilds_channels_come_to_what_each_of_them_comes_to(
    store: Storage, message: MakeMessage
) -> None:
    """However few are left out, and whichever of all had most writers in an hour."""
    for channel in range(70, 76):
        await store.messages.apply(
            [
                message(hour + writer / 60, channel_id=channel, author_id=writer + 1)
                for hour in range(24)
                for writer in range(1 + (channel + hour) % 6)
            ]
        )
    for left_out in ({75}, {74, 75}, set(), {99}):
        asked = set(range(70, 76)) - left_out
        together = await store.rollups.of_channels(900, asked, *ALWAYS)
        each = [await store.rollups.of_channels(900, [c], *ALWAYS) for c in asked]
        for hour, *its in zip(together, *each, strict=True):
            assert {rollup.hour for rollup in its} == {hour.hour}
            assert hour.scored == sum(rollup.scored for rollup in its)
            assert hour.mood_sum == pytest.approx(sum(rollup.mood_sum for rollup in its))
            assert hour.writers == max(rollup.writers for rollup in its)


async def test_an_hour_in_which_only_other_channels_were_used_is_left_out(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(0), message(1, channel_id=71), message(1, channel_id=72)])
    (hour,) = await store.rollups.of_channels(900, [70, 71], NOON, NOON + timedelta(hours=1))
    assert hour.scored == 1
    found = await store.rollups.of_channels(900, [70, 72], *ALWAYS)
    assert [rollup.scored for rollup in found] == [1, 1]
    await store.messages.apply([message(2, channel_id=73)])
    found = await store.rollups.of_channels(900, [70, 71, 72], *ALWAYS)
    assert [rollup.scored for rollup in found] == [1, 2]


async def test_an_hour_of_the_week_is_one_on_the_zones_clock(
    store: Storage, message: MakeMessage
) -> None:
    sunday = datetime(2026, 3, 22, 23, tzinfo=UTC)  # Monday, 00:00 in Berlin
    begins = (sunday - NOON) / timedelta(hours=1)
    # A week later the clocks have been put forward.
    await store.messages.apply([message(begins), message(begins + 7 * 24 - 1), message(begins + 3)])
    since, until = sunday - timedelta(days=2), sunday + timedelta(days=9)
    for channels in ([70], [70, 71]):  # of the whole guild, and of some of its channels
        found = await store.rollups.of_week(900, channels, since, until, ZoneInfo("Europe/Berlin"))
        assert {hour: its.scored for hour, its in found.items()} == {0: 2, 3: 1}
        found = await store.rollups.of_week(900, channels, since, until, UTC)
        assert {hour: its.scored for hour, its in found.items()} == {167: 1, 166: 1, 2: 1}
        await store.messages.apply([message(channel_id=n) for n in (71, 72, 73)])
    assert await store.rollups.of_week(900, [70], since, sunday, UTC) == {}


async def test_of_enough_writers_no_more_are_looked_for(
    store: Storage, message: MakeMessage
) -> None:
    for channel, writers in ((70, 2), (71, 6), (72, 4), (73, 9)):
        wrote = [message(n / 60, channel_id=channel, author_id=n + 1) for n in range(writers)]
        await store.messages.apply(wrote)
    hour = (NOON, NOON + timedelta(hours=1))
    for asked, most in (([70, 71, 72], 6), ([70, 72, 73], 9), ([70], 2)):
        (told,) = await store.rollups.of_spans(900, asked, [hour])
        assert told.writers == most
        for enough in range(1, 9):
            (told,) = await store.rollups.of_spans(900, asked, [hour], enough=enough)
            (of_week,) = (
                await store.rollups.of_week(900, asked, *hour, UTC, enough=enough)
            ).values()
            for writers in (told.writers, of_week.writers):
                assert min(enough, most) <= writers <= most


async def test_a_day_that_is_summed_up_tells_what_its_hours_told(
    store: Storage, message: MakeMessage
) -> None:
    """Of all channels, of most and of few; also where the one that is left out had most writers."""
    for channel, writers in ((70, 2), (71, 5), (72, 3), (73, 3)):
        for day in range(3):
            wrote = [
                message(
                    24 * day + n / 60, channel_id=channel, author_id=n + 1, positive=0.6 + n / 50
                )
                for n in range(writers)
            ]
            await store.messages.apply(
                [replace(each, neutral=0.9 - each.positive) for each in wrote]
            )
    midnight = NOON.replace(hour=0)
    days = [(midnight + timedelta(n), midnight + timedelta(n + 1)) for n in range(3)]
    asked: list[list[int]] = [
        [70, 71, 72, 73],
        [70, 72, 73],
        [71, 72, 73],
        [70, 71],
        [71],
        [],
        [99],
    ]
    before = [await store.rollups.of_spans(900, channels, days) for channels in asked]
    assert [rollup.writers for rollup in before[1]] == [3, 3, 3]
    assert await store.rollups.sum_up(900, UTC, NOON + timedelta(days=9)) == 3
    assert [await store.rollups.of_spans(900, channels, days) for channels in asked] == before
    cut = [(midnight, NOON), (NOON, days[0][1]), *days[1:]]
    for channels, told in zip(asked, before, strict=True):
        again = await store.rollups.of_spans(900, channels, cut)
        assert [each.scored for each in again] == [each.scored for each in told]
