"""Many messages at once, in columns: what the reports count is what is stored, and no more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

import storage
from storage import Storage
from storage.records import DeletedMessages, Retention, Scores
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))
MINUTE = 1 / 60


async def test_messages_come_in_the_order_in_which_they_were_sent(
    store: Storage, message: MakeMessage
) -> None:
    first = message(1, channel_id=72, negative=0.75, neutral=0.125, positive=0.125)
    reply = message(2, author_id=6, status="unsure", reply_to=first.message_id)
    last = message(3, status="not_scored")
    await store.messages.apply([last, first, reply])
    found = await store.messages.scores(900, [70, 72], *ALWAYS)
    assert len(found) == 3
    ids = [first.message_id, reply.message_id, last.message_id]
    assert found.message_ids.tolist() == ids
    assert found.channel_ids.tolist() == found.places.tolist() == [72, 70, 70]
    assert found.people.tolist() == [0, 1, 0]
    assert found.statuses.tolist() == [0, 1, 2]
    assert found.counts.tolist() == [1, 0, 0]
    assert found.negative.tolist() == [7500, 1000, 1000]
    assert found.positive.tolist() == [1250, 7000, 7000]
    assert found.replies_to.tolist() == [0, first.message_id, 0]


async def test_a_thread_is_part_of_the_channel_that_was_asked_about(
    store: Storage, message: MakeMessage
) -> None:
    thread = {"channel_id": 71, "parent_id": 70}
    await store.messages.apply([message(0), message(1, **thread), message(2, channel_id=73)])
    for asked, channels, places in (
        ([70], [70, 71], [70, 70]),
        ([71], [71], [71]),
        ([70, 71], [70, 71], [70, 71]),
        ([99], [], []),
        ([], [], []),
    ):
        found = await store.messages.scores(900, asked, *ALWAYS)
        assert (found.channel_ids.tolist(), found.places.tolist()) == (channels, places)


async def test_a_period_has_its_beginning_and_not_its_end(
    store: Storage, message: MakeMessage
) -> None:
    sent = [message(n) for n in range(4)]
    await store.messages.apply(sent)
    hour = timedelta(hours=1)
    found = await store.messages.scores(900, [70], NOON + hour, NOON + 3 * hour)
    assert found.message_ids.tolist() == [sent[1].message_id, sent[2].message_id]
    for since, until in ((NOON + 5 * hour, NOON + 9 * hour), (NOON + 3 * hour, NOON)):
        assert await store.messages.scores(900, [70], since, until) == Scores()


async def test_a_persons_first_ten_of_an_hour_and_channel_count_also_when_only_later_ones_are_asked(
    store: Storage, message: MakeMessage
) -> None:
    said = [message(n * MINUTE) for n in range(14)]
    said[3] = message(3 * MINUTE, status="unsure")
    others = [message(5.5 * MINUTE, author_id=6), message(30 * MINUTE, channel_id=71)]
    next_hour = [message(1 + n * MINUTE) for n in range(2)]
    await store.messages.apply([*said, *others, *next_hour])
    found = await store.messages.scores(900, [70, 71], NOON, NOON + timedelta(hours=2))
    not_counted = {m for m, c in zip(found.message_ids, found.counts, strict=True) if not c}
    assert not_counted == {said[n].message_id for n in (3, 11, 12, 13)}
    late = await store.messages.scores(900, [70], NOON + timedelta(minutes=9), ALWAYS[1])
    assert late.counts.tolist() == [1, 1, 0, 0, 0, 1, 1]
    (noon, _) = await store.rollups.of_channels(900, [70, 71], *ALWAYS)
    assert noon.positive == sum(found.counts) - 2


async def test_who_had_their_ten_before_rows_were_deleted_counts_no_more(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(n * MINUTE) for n in range(13)])
    now = NOON + timedelta(days=30, minutes=10.5)
    await store.retention.expire(now, Retention())
    found = await store.messages.scores(900, [70], *ALWAYS)
    assert found.counts.tolist() == [0, 0]


async def test_what_is_deleted_or_erased_is_gone_at_once(
    store: Storage, message: MakeMessage
) -> None:
    mine, gone, others = message(0), message(1), message(2, author_id=6)
    await store.messages.apply([mine, gone, others])
    await store.messages.apply([DeletedMessages(900, 70, (gone.message_id,))])
    await store.privacy.opt_out(900, 5, NOON + timedelta(hours=9))
    found = await store.messages.scores(900, [70], *ALWAYS)
    assert found.message_ids.tolist() == [others.message_id]
    assert await store.messages.scores(901, [70], *ALWAYS) == Scores()


async def test_columns_are_what_numpy_reads(store: Storage, message: MakeMessage) -> None:
    await store.messages.apply([message(n, author_id=n + 1) for n in range(3)])
    found = await store.messages.scores(900, [70], *ALWAYS)
    assert np.frombuffer(found.negative, np.uint16).mean() == 1000
    for column, kind in (
        (found.message_ids, np.int64),
        (found.places, np.int64),
        (found.channel_ids, np.int64),
        (found.people, np.int64),
        (found.replies_to, np.int64),
        (found.statuses, np.uint8),
        (found.counts, np.uint8),
        (found.positive, np.uint16),
    ):
        assert np.frombuffer(column, kind).tolist() == column.tolist()


async def test_more_than_one_page_of_rows_comes_as_a_whole(
    store: Storage, message: MakeMessage
) -> None:
    said = [message(n / 100, author_id=n % 900 + 1) for n in range(9000)]
    await store.messages.apply(said)
    found = await store.messages.scores(900, [70], NOON, NOON + timedelta(days=9))
    assert found.message_ids.tolist() == [each.message_id for each in said]
    assert found.people.tolist() == [n % 900 for n in range(9000)]


async def test_a_time_without_a_zone_is_refused(store: Storage) -> None:
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.messages.scores(900, [70], datetime(2026, 3, 1), NOON)
