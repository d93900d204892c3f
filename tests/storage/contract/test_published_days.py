from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage import Storage
from storage.records import (
    DeletedChannel,
    DeletedMessages,
    GuildSettings,
    Minimums,
    PublishedDay,
    ReadUpTo,
    Retention,
    ScoredMessage,
)
from tests.storage.fixture_types import MakeMessage

GUILD, CHANNEL, THREAD = 900, 70, 71
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
TODAY = NOON.replace(hour=0)
ALWAYS = (NOON - 500 * DAY, NOON + 500 * DAY)
LATER = NOON + 9 * DAY
INSIDE = {"channel_id": THREAD, "parent_id": CHANNEL}


def crowd(
    message: MakeMessage, hours: float = 0, people: int = 5, each: int = 4, **fields: object
) -> list[ScoredMessage]:
    """`each` friendly messages by so many people, within an hour."""
    return [
        message(hours + (number * people + who) / 1000, author_id=who + 1, **fields)
        for number in range(each)
        for who in range(people)
    ]


async def published(store: Storage, *channels: int) -> list[PublishedDay]:
    return await store.published_days.of_channels(GUILD, channels or (CHANNEL,), *ALWAYS)


async def test_a_day_is_told_in_tenths_tens_and_twentieths(
    store: Storage, message: MakeMessage
) -> None:
    # 25 of mood 0.6, and one of −0.8 each: 5 of 30 negative (0.17), mood 11 / 30 = 0.37.
    sad = crowd(message, 1, each=1, negative=0.9, neutral=0.0, positive=0.1)
    await store.messages.apply([*crowd(message, each=5), *sad])
    assert await store.published_days.publish(GUILD, LATER) == 1
    expected = PublishedDay(TODAY, 1, 0, 30, 30, mood_sum=12.0, negative=4.5, positive=25.5)
    assert await published(store) == [expected]
    assert await store.published_days.publish(GUILD, LATER) == 0


async def test_a_server_that_was_erased_publishes_no_day_a_second_time(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply(crowd(message, people=6))
    await store.published_days.publish(GUILD, LATER)
    assert [day.shown for day in await published(store)] == [1]
    await store.guilds.erase(GUILD, LATER)
    # The bot is back, its past is read once more, and somebody has opted out meanwhile.
    again = [m for m in crowd(message, people=6) if m.author_id != 6]
    later = crowd(message, 10 * 24)
    await store.messages.apply([*again, *later])
    await store.published_days.publish(GUILD, LATER + 9 * DAY)
    assert [(day.shown, day.hidden) for day in await published(store)] == [(0, 1), (1, 0)]


async def test_only_messages_with_a_score_count_and_only_their_writers(
    store: Storage, message: MakeMessage
) -> None:
    links = [message(1 + who / 10, author_id=who, status="not_scored") for who in range(2, 6)]
    alone = [message(n / 100, author_id=1) for n in range(22)]
    await store.messages.apply([*alone, *links])
    await store.published_days.publish(GUILD, LATER)
    assert await published(store) == [PublishedDay(TODAY, 0, 1, 0, 0, 0.0, 0.0, 0.0)]


@pytest.mark.parametrize(("most", "hidden"), [(16, 0), (17, 1)])
async def test_a_day_of_which_one_person_wrote_most_is_hidden(
    store: Storage, message: MakeMessage, most: int, hidden: int
) -> None:
    one = [message(2 + hour + n / 100, author_id=9) for hour in range(2) for n in range(8)]
    more = [message(5, author_id=9)] * (most - 16)
    await store.messages.apply([*crowd(message, people=4), *one, *more])
    await store.published_days.publish(GUILD, LATER)
    (day,) = await published(store)
    assert (day.shown, day.hidden) == (1 - hidden, hidden)


async def test_a_day_waits_until_it_is_over_and_read_without_a_gap(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply(crowd(message))
    midnight = TODAY + DAY
    second = timedelta(seconds=1)
    for read_up_to, now, count in (
        (11.99, midnight - second, 0),
        (11.99, midnight + 2 * DAY, 0),
        (12, midnight - second, 0),
        (12, midnight, 1),
    ):
        up_to = ReadUpTo(GUILD, CHANNEL, None, message(read_up_to).message_id)
        await store.messages.apply([up_to])
        assert await store.published_days.publish(GUILD, now) == count


async def test_a_gap_holds_a_day_up_for_three_days_and_no_other_channel(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([*crowd(message), *crowd(message, channel_id=72)])
    await store.messages.apply([ReadUpTo(GUILD, 72, None, message(12).message_id)])
    midnight = TODAY + DAY
    assert await store.published_days.publish(GUILD, midnight) == 1
    assert await published(store) == []
    minute = timedelta(minutes=1)
    assert await store.published_days.publish(GUILD, midnight + 3 * DAY - minute) == 0
    assert await store.published_days.publish(GUILD, midnight + 3 * DAY, patience=4 * DAY) == 0
    assert await store.published_days.publish(GUILD, midnight + 3 * DAY) == 1
    (day,) = await published(store)
    assert day.shown == 1


async def test_what_is_filled_in_later_is_published_then(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply(crowd(message, 24))
    assert await store.published_days.publish(GUILD, LATER) == 1
    await store.messages.apply([*crowd(message, -48), *crowd(message)])
    assert await store.published_days.publish(GUILD, LATER) == 2
    assert [day.day for day in await published(store)] == [TODAY - 2 * DAY, TODAY, TODAY + DAY]


async def test_nothing_changes_a_published_day(store: Storage, message: MakeMessage) -> None:
    shown, quiet = crowd(message, each=5), crowd(message, 24, people=4)
    await store.messages.apply([*shown, *quiet])
    await store.published_days.publish(GUILD, LATER)
    before = await published(store)
    assert [(day.shown, day.hidden) for day in before] == [(1, 0), (0, 1)]
    edited = [replace(m, negative=1.0, neutral=0.0, positive=0.0, edited_at=LATER) for m in shown]
    others = replace(message(2), author_id=8, model="other-11111111")
    late = [message(24.5 + n / 100, author_id=9) for n in range(9)]
    for change in (
        [*edited, *late, others],
        [DeletedMessages(GUILD, CHANNEL, tuple(m.message_id for m in shown[:10]))],
    ):
        await store.messages.apply(change)
        await store.published_days.publish(GUILD, LATER, Minimums(50, 500))
        assert await published(store) == before
    for who in range(1, 6):
        await store.privacy.forget(GUILD, who, LATER)
        await store.privacy.opt_out(GUILD, who, LATER)
        await store.published_days.publish(GUILD, LATER)
        assert await published(store) == before
    await store.retention.expire(LATER + 100 * DAY, Retention())
    assert await published(store) == before


async def test_a_guild_may_want_more_people_before_a_day_is_shown(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([*crowd(message), *crowd(message, 24, people=6)])
    await store.published_days.publish(GUILD, LATER, Minimums(people=6))
    assert [day.shown for day in await published(store)] == [0, 1]


@pytest.mark.parametrize(("people", "messages", "shown"), [(5, 20, 1), (6, 20, 0), (5, 21, 0)])
async def test_a_day_needs_so_many_people_and_messages_and_keeps_them_when_their_names_are_gone(
    store: Storage, message: MakeMessage, people: int, messages: int, shown: int
) -> None:
    await store.messages.apply([*crowd(message), message(30, author_id=9)])
    await store.published_days.publish(GUILD, LATER, Minimums(people, messages))
    for _ in range(2):
        assert [day.shown for day in await published(store)] == [shown, 0]
        await store.retention.expire(NOON + 95 * DAY, Retention())


async def test_a_thread_is_judged_by_itself_and_added_to_its_channel(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([*crowd(message), *crowd(message, people=4, **INSIDE)])
    await store.messages.apply(crowd(message, 24, each=6, **INSIDE))
    await store.published_days.publish(GUILD, LATER)
    first, second = await published(store)
    assert (first.shown, first.hidden, first.counted) == (1, 1, 20)
    assert (second.shown, second.hidden, second.counted) == (1, 0, 30)
    hidden = PublishedDay(TODAY, 0, 1, 0, 0, 0.0, 0.0, 0.0)
    assert await published(store, THREAD) == [hidden, second]
    assert await published(store, CHANNEL, THREAD) == [first, second]


async def test_a_day_without_messages_is_not_published(
    store: Storage, message: MakeMessage
) -> None:
    gone = crowd(message, 24)
    await store.messages.apply([*crowd(message), *gone])
    deleted = DeletedMessages(GUILD, CHANNEL, tuple(m.message_id for m in gone))
    await store.messages.apply([deleted])
    await store.published_days.publish(GUILD, LATER)
    assert [day.day for day in await published(store)] == [TODAY]


async def test_a_day_that_has_begun_to_lose_its_members_is_published_no_more(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([*crowd(message), *crowd(message, 24)])
    await store.retention.expire(NOON + 5 * DAY, Retention(1, 5, 400))
    await store.published_days.publish(GUILD, LATER)
    assert [day.day for day in await published(store)] == [TODAY + DAY]


async def test_only_whole_days_within_the_period_are_given(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([m for day in range(3) for m in crowd(message, 24 * day)])
    await store.published_days.publish(GUILD, LATER)
    for since, until, expected in (
        (NOON, NOON + 2 * DAY, [2]),
        (NOON - DAY, NOON + 2 * DAY, [1, 2]),
        (TODAY, TODAY + 3 * DAY, [1, 2, 3]),
    ):
        found = await store.published_days.of_channels(GUILD, [CHANNEL], since, until)
        assert [day.day.day for day in found] == expected


async def test_days_go_with_their_thread_their_channel_and_their_guild(
    store: Storage, message: MakeMessage
) -> None:
    def everywhere(guild: int) -> list[ScoredMessage]:
        places: tuple[dict[str, int], ...] = ({}, {"channel_id": 72}, INSIDE)
        return [m for place in places for m in crowd(message, guild_id=guild, **place)]

    for guild in (GUILD, 901):
        await store.messages.apply(everywhere(guild))
        await store.published_days.publish(guild, LATER)

    async def counted(guild: int) -> list[int]:
        found = await store.published_days.of_channels(guild, [CHANNEL, 72], *ALWAYS)
        return [day.counted for day in found]

    for channel, left in ((THREAD, [40]), (CHANNEL, [20])):
        await store.messages.apply([DeletedChannel(GUILD, channel)])
        assert await counted(GUILD) == left
    await store.guilds.erase(GUILD, LATER)
    assert await counted(GUILD) == []
    assert await counted(901) == [60]


async def test_a_day_goes_when_the_hours_of_channels_have_had_their_time(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply(crowd(message))
    await store.published_days.publish(GUILD, LATER)
    await store.retention.expire(TODAY + 401 * DAY - timedelta(hours=1), Retention())
    assert len(await published(store)) == 1
    await store.retention.expire(TODAY + 401 * DAY, Retention())
    assert await published(store) == []


async def test_channels_left_out_keep_their_days_and_guilds_are_apart(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([*crowd(message), *crowd(message, guild_id=901)])
    ignored = GuildSettings(GUILD, ignored_channel_ids=frozenset({CHANNEL}))
    await store.settings.change(GUILD, lambda _: ignored)
    assert await store.published_days.publish(GUILD, LATER) == 1
    assert await store.published_days.of_channels(901, [CHANNEL], *ALWAYS) == []


async def test_many_days_are_published_with_room_for_other_writes(
    store: Storage, message: MakeMessage
) -> None:
    for day in range(60):
        await store.messages.apply(crowd(message, 24 * day))
    assert await store.published_days.publish(GUILD, NOON + 90 * DAY) == 60
    assert all(day.shown for day in await published(store))


async def test_what_cannot_be_is_refused(store: Storage) -> None:
    with pytest.raises(storage.InvalidInputError, match="An id is not within"):
        await store.published_days.publish(0, NOON)
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.published_days.publish(GUILD, datetime(2026, 3, 1))
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.published_days.of_channels(GUILD, [CHANNEL], datetime(2026, 3, 1), NOON)
