import math
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage.records import Applied, DeletedMessages

EDIT = datetime(2026, 3, 2, tzinfo=UTC)


async def count(store):
    ((messages,),) = await store._database.read("SELECT count(*) FROM message")
    return messages


def deletion_of(*messages):
    first = messages[0]
    return DeletedMessages(
        first.guild_id, first.channel_id, tuple(message.message_id for message in messages)
    )


async def test_a_message_delivered_twice_counts_once(store, message):
    assert await store.messages.apply([message(), message(1), message()]) == Applied(2, 0, 0, 1)
    assert await store.messages.apply([message(1)]) == Applied(ignored=1)
    assert await count(store) == 2


async def test_an_empty_batch_does_nothing(store):
    assert await store.messages.apply([]) == Applied()


async def test_a_newer_edit_replaces_the_score_and_an_older_one_does_not(store, message):
    original = message()
    newer = replace(original, edited_at=EDIT, negative=0.9, neutral=0.1, positive=0.0)
    older = replace(original, edited_at=EDIT - timedelta(microseconds=1))
    await store.messages.apply([original])
    assert await store.messages.apply([newer]) == Applied(updated=1)
    assert await store.messages.apply([older, newer, original]) == Applied(ignored=3)
    assert await store._database.read("SELECT negative, positive FROM message") == [(9000, 0)]


async def test_an_edit_of_an_unknown_message_stores_it(store, message):
    edited = message(edited_at=EDIT)
    assert await store.messages.apply([edited]) == Applied(inserted=1)
    assert await store.messages.apply([message()]) == Applied(ignored=1)


async def test_a_deleted_message_never_comes_back(store, message):
    kept, deleted = message(), message(1)
    await store.messages.apply([kept, deleted])
    assert await store.messages.apply([deletion_of(deleted)]) == Applied(deleted=1)
    late = [deleted, replace(deleted, edited_at=EDIT), deletion_of(deleted)]
    assert await store.messages.apply(late) == Applied(ignored=3)
    assert await count(store) == 1


async def test_a_deletion_that_comes_before_its_message_holds(store, message):
    assert await store.messages.apply([deletion_of(message())]) == Applied(ignored=1)
    assert await store.messages.apply([message()]) == Applied(ignored=1)
    assert await count(store) == 0


async def test_changes_within_one_batch_apply_in_their_order(store, message):
    first, second = message(), message(1)
    edited = replace(first, edited_at=EDIT)
    batch = [first, second, edited, deletion_of(first, second), second]
    assert await store.messages.apply(batch) == Applied(2, 1, 2, 1)
    assert await count(store) == 0


async def test_the_thread_of_a_deletion_gets_its_parent_from_a_later_message(store, message):
    reply = message(channel_id=71, parent_id=70)
    await store.messages.apply([DeletedMessages(900, 71, (1,))])
    await store.messages.apply([reply])
    await store.messages.apply([DeletedMessages(900, 71, (2,))])
    assert await store._database.read("SELECT snowflake, parent FROM channel") == [(71, 70)]


async def test_a_members_row_goes_with_their_last_message(store, message):
    await store.messages.apply([message(author_id=5), message(1, author_id=6)])
    await store.messages.apply([deletion_of(message())])
    sql = "SELECT identity = member_key(900, 6) FROM member"
    assert await store._database.read(sql) == [(1,)]


async def test_what_was_sent_can_be_read_back_from_the_row(store, message):
    sent = message(reply_to=message(-1).message_id, edited_at=EDIT, status="unsure")
    await store.messages.apply([sent])
    sql = "SELECT message, reply_to, edited, negative, positive, status FROM message"
    expected = (sent.message_id, sent.reply_to, int(EDIT.timestamp()) * 10**6, 1000, 7000, 1)
    assert await store._database.read(sql) == [expected]


@pytest.mark.parametrize(("negative", "positive"), [(0.50005, 0.49995), (0.00005, 0.99995), (1, 0)])
async def test_rounding_never_pushes_neutral_below_zero(store, message, negative, positive):
    await store.messages.apply([message(negative=negative, neutral=0.0, positive=positive)])
    ((rest,),) = await store._database.read("SELECT 10000 - negative - positive FROM message")
    assert rest == 0


@pytest.mark.parametrize(
    "garbage",
    [
        {"negative": math.nan},
        {"positive": math.inf},
        {"negative": -0.5, "neutral": 0.8},
        {"negative": 0.0, "neutral": 0.0, "positive": 0.5},
        {"status": "happy"},
        {"edited_at": datetime(2026, 3, 2)},  # no time zone
        {"message_id": 2**63},
        {"message_id": 0},
        {"author_id": -1},
        {"channel_id": 2**64},
        {"guild_id": 2**63},
        {"parent_id": 2**63},
        {"reply_to": 2**63},
        {"model": ""},
        {"model": "x" * 101},
        {"model": "größer"},
    ],
    ids=str,
)
async def test_garbage_is_refused_with_the_whole_batch(store, message, garbage):
    with pytest.raises(storage.InvalidInputError):
        await store.messages.apply([message(), message(1, **garbage)])
    assert await count(store) == 0
    for table in ("channel", "member", "model"):
        assert await store._database.read(f"SELECT * FROM {table}") == []


async def test_deletions_with_impossible_ids_are_refused(store):
    for ids in ((0,), (2**63,)):
        with pytest.raises(storage.InvalidInputError, match="An id is not within"):
            await store.messages.apply([DeletedMessages(900, 70, ids)])


async def test_a_message_takes_about_30_bytes(store, message):
    # Twenty channels, some busy and most quiet; 400 members; one reply in seven.
    mix = random.Random(1)
    first = message().message_id
    for start in range(0, 20_000, 500):
        batch = [
            message(
                message_id=first + (number * 700 << 22) + mix.randrange(4096),
                channel_id=min(20, int(mix.paretovariate(0.8))),
                author_id=1 + mix.randrange(400),
                reply_to=None if mix.randrange(7) else first + ((number - 99) * 700 << 22),
                negative=0.3,
                neutral=0.3,
                positive=0.4,
                status=mix.choice(("scored", "scored", "unsure", "not_scored")),
            )
            for number in range(start, start + 500)
        ]
        await store.messages.apply(batch)
    try:
        sql = "SELECT sum(pgsize) FROM dbstat WHERE name = 'message'"
        ((size,),) = await store._database.read(sql)
    except storage.StorageError:
        pytest.skip("this SQLite is built without dbstat")
    assert size / 20_000 < 31


async def test_the_stored_messages_of_a_range_are_told(store, message):
    messages = [message(hours) for hours in range(4)]
    elsewhere = message(1.5, channel_id=71), message(1.5, guild_id=901)
    await store.messages.apply([*messages, *elsewhere])
    first, second, third, fourth = [each.message_id for each in messages]
    assert await store.messages.ids(900, 70, first, third) == [second, third]
    assert await store.messages.ids(900, 70, second) == [third, fourth]
    assert await store.messages.ids(900, 72, first) == []
