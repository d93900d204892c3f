from __future__ import annotations

import math
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

import storage
from storage import Storage
from storage.records import (
    Applied,
    Change,
    DeletedMessages,
    Exclusions,
    KeptMessage,
    ScoredMessage,
    snowflake_time,
)
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
EDIT = datetime(2026, 3, 2, tzinfo=UTC)
ALWAYS = (EDIT - timedelta(days=99), EDIT + timedelta(days=99))


async def stored(store: Storage, user: int = 5) -> tuple[KeptMessage, ...]:
    """What is kept of a member's messages."""
    return (await store.privacy.export(900, user)).messages


async def count(store: Storage) -> int:
    return len(await stored(store))


def deletion_of(*messages: ScoredMessage) -> DeletedMessages:
    first = messages[0]
    return DeletedMessages(
        first.guild_id, first.channel_id, tuple(message.message_id for message in messages)
    )


async def test_a_message_delivered_twice_counts_once(store: Storage, message: MakeMessage) -> None:
    assert await store.messages.apply([message(), message(1), message()]) == Applied(2, 0, 0, 1)
    assert await store.messages.apply([message(1)]) == Applied(ignored=1)
    assert await count(store) == 2


async def test_an_empty_batch_does_nothing(store: Storage) -> None:
    assert await store.messages.apply([]) == Applied()


async def test_a_newer_edit_replaces_the_score_and_an_older_one_does_not(
    store: Storage, message: MakeMessage
) -> None:
    original = message()
    newer = replace(original, edited_at=EDIT, negative=0.9, neutral=0.1, positive=0.0)
    older = replace(original, edited_at=EDIT - timedelta(microseconds=1))
    await store.messages.apply([original])
    assert await store.messages.apply([newer]) == Applied(updated=1)
    assert await store.messages.apply([older, newer, original]) == Applied(ignored=3)
    (kept,) = await stored(store)
    assert (kept.negative, kept.neutral, kept.positive) == (0.9, 0.1, 0.0)


async def test_an_edit_of_an_unknown_message_stores_it(
    store: Storage, message: MakeMessage
) -> None:
    edited = message(edited_at=EDIT)
    assert await store.messages.apply([edited]) == Applied(inserted=1)
    assert await store.messages.apply([message()]) == Applied(ignored=1)


async def test_a_deleted_message_never_comes_back(store: Storage, message: MakeMessage) -> None:
    kept, deleted = message(), message(1)
    await store.messages.apply([kept, deleted])
    assert await store.messages.apply([deletion_of(deleted)]) == Applied(deleted=1)
    late: list[Change] = [deleted, replace(deleted, edited_at=EDIT), deletion_of(deleted)]
    assert await store.messages.apply(late) == Applied(ignored=3)
    assert await count(store) == 1


async def test_a_deletion_that_comes_before_its_message_holds(
    store: Storage, message: MakeMessage
) -> None:
    assert await store.messages.apply([deletion_of(message())]) == Applied(ignored=1)
    assert await store.messages.apply([message()]) == Applied(ignored=1)
    assert await count(store) == 0


async def test_changes_within_one_batch_apply_in_their_order(
    store: Storage, message: MakeMessage
) -> None:
    first, second = message(), message(1)
    edited = replace(first, edited_at=EDIT)
    batch: list[Change] = [first, second, edited, deletion_of(first, second), second]
    assert await store.messages.apply(batch) == Applied(2, 1, 2, 1)
    assert await count(store) == 0


async def test_the_thread_of_a_deletion_gets_its_parent_from_a_later_message(
    store: Storage, message: MakeMessage
) -> None:
    reply = message(channel_id=71, parent_id=70)
    await store.messages.apply([DeletedMessages(900, 71, (1,))])
    await store.messages.apply([reply])
    await store.messages.apply([DeletedMessages(900, 71, (2,))])
    assert await store.channels.top_level(900) == {70}
    (hour,) = await store.rollups.of_channels(900, [70], *ALWAYS)
    assert hour.positive == 1


async def test_what_was_sent_can_be_read_back(store: Storage, message: MakeMessage) -> None:
    sent = message(reply_to=message(-1).message_id, edited_at=EDIT, status="unsure")
    await store.messages.apply([sent])
    (kept,) = await stored(store)
    assert kept == KeptMessage(
        *(sent.message_id, sent.channel_id, sent.created_at, EDIT, sent.reply_to, "unsure"),
        *(0.1, 0.2, 0.7, "test-00000000"),
    )


@pytest.mark.parametrize(("negative", "positive"), [(0.50005, 0.49995), (0.00005, 0.99995), (1, 0)])
async def test_rounding_never_pushes_neutral_below_zero(
    store: Storage, message: MakeMessage, negative: float, positive: float
) -> None:
    await store.messages.apply([message(negative=negative, neutral=0.0, positive=positive)])
    (kept,) = await stored(store)
    assert kept.neutral == 0
    assert kept.negative + kept.positive == 1


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
async def test_garbage_is_refused_with_the_whole_batch(
    store: Storage, message: MakeMessage, garbage: dict[str, Any]
) -> None:
    with pytest.raises(storage.InvalidInputError):
        await store.messages.apply([message(), message(1, **garbage)])
    assert await count(store) == 0
    assert await store.guilds.known() == frozenset()
    assert await store.channels.top_level(900) == frozenset()


async def test_deletions_with_impossible_ids_are_refused(store: Storage) -> None:
    for ids in ((0,), (2**63,)):
        with pytest.raises(storage.InvalidInputError, match="An id is not within"):
            await store.messages.apply([DeletedMessages(900, 70, ids)])


async def test_the_stored_messages_of_a_range_are_told(
    store: Storage, message: MakeMessage
) -> None:
    messages = [message(hours) for hours in range(4)]
    elsewhere = message(1.5, channel_id=71), message(1.5, guild_id=901)
    await store.messages.apply([*messages, *elsewhere])
    first, second, third, fourth = [each.message_id for each in messages]
    assert await store.messages.ids(900, 70, first, third) == [second, third]
    assert await store.messages.ids(900, 70, second) == [third, fourth]
    assert await store.messages.ids(900, 72, first) == []


async def test_what_was_edited_in_a_channel_and_its_threads_is_known(
    store: Storage, message: MakeMessage
) -> None:
    as_sent = message(0)
    edited = message(1, edited_at=NOON + timedelta(hours=2))
    in_thread = message(2, channel_id=71, parent_id=70, edited_at=NOON + timedelta(hours=3))
    elsewhere = message(3, channel_id=72, edited_at=NOON + timedelta(hours=4))
    other_guild = message(4, guild_id=901, edited_at=NOON + timedelta(hours=5))
    everything = [as_sent, edited, in_thread, elsewhere, other_guild]
    await store.messages.apply(everything)
    ids = [each.message_id for each in everything]
    of_channel = {edited.message_id, in_thread.message_id}
    assert await store.messages.edited(900, [70], ids) == of_channel
    assert await store.messages.edited(900, [70, 72], ids) == {*of_channel, elsewhere.message_id}
    assert await store.messages.edited(900, [70], [edited.message_id]) == {edited.message_id}
    assert await store.messages.edited(900, [], ids) == frozenset()
    await store.messages.apply([replace(as_sent, edited_at=NOON + timedelta(hours=1))])
    assert as_sent.message_id in await store.messages.edited(900, [70], ids)


async def test_the_newest_stored_message_of_a_guild_is_told(
    store: Storage, message: MakeMessage
) -> None:
    assert await store.messages.newest(900) == 0
    newest = message(3, channel_id=71)
    await store.messages.apply([message(1), newest, message(2), message(9, guild_id=901)])
    assert await store.messages.newest(900) == newest.message_id
    await store.messages.apply([deletion_of(newest)])
    assert await store.messages.newest(900) == message(2).message_id


def in_category(message: ScoredMessage, category_id: int | None) -> Any:
    return SimpleNamespace(**asdict(message), category_id=category_id)


async def test_what_a_batch_must_leave_out_is_told_in_one_answer(
    store: Storage, message: MakeMessage
) -> None:
    asked = [(900, 5), (900, 6), (900, 7), (901, 5)]
    nothing = await store.messages.exclusions(asked)
    assert nothing == Exclusions()
    assert in_category(message(), None) not in nothing
    await store.privacy.opt_out(900, 5, NOON)
    await store.privacy.forget(900, 6, NOON)
    await store.settings.change(901, lambda s: replace(s, ignored_channel_ids=frozenset({71})))
    await store.settings.change(902, lambda s: replace(s, ignored_channel_ids=frozenset({72})))
    found = await store.messages.exclusions(asked)
    assert found.channels == {(901, 71)}
    assert found.excluded_up_to.keys() == {(900, 5), (900, 6)}
    assert found.excluded_up_to[900, 5] == 2**63 - 1
    assert snowflake_time(found.excluded_up_to[900, 6]) == NOON
    assert in_category(message(9), None) in found
    erased, later = (in_category(message(n, author_id=6), None) for n in (0, 1))
    assert (erased in found, later in found) == (True, False)
    elsewhere = {"guild_id": 901, "author_id": 5}
    for channel, parent, category, is_excluded in (
        (71, None, None, True),
        (70, 71, None, True),
        (70, None, 71, True),
        (70, 72, 71, True),
        (70, None, None, False),
        (70, 72, 73, False),
    ):
        place = {"channel_id": channel, "parent_id": parent}
        placed = in_category(message(**elsewhere, **place), category)
        assert (placed in found) == is_excluded
    assert await store.messages.exclusions([]) == Exclusions()
    with pytest.raises(storage.InvalidInputError, match="An id is not within"):
        await store.messages.exclusions([(900, 2**63)])


async def test_of_a_whole_batch_each_member_gets_their_own_answer(store: Storage) -> None:
    members = [(guild, user) for guild in (900, 901) for user in range(1, 300)]
    for guild, user in members[::7]:
        await store.privacy.forget(guild, user, NOON + timedelta(seconds=user))
    found = await store.messages.exclusions(members)
    assert {member: snowflake_time(up_to) for member, up_to in found.excluded_up_to.items()} == {
        (guild, user): NOON + timedelta(seconds=user) for guild, user in members[::7]
    }
