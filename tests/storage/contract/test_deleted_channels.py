from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import storage
from storage import Storage
from storage.records import (
    Applied,
    Change,
    DeletedChannel,
    DeletedMessages,
    ReadUpTo,
    Retention,
)
from tests.storage.fixture_types import MakeMessage

GUILD, CHANNEL, THREAD, OTHER = 900, 70, 71, 72
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALWAYS = (NOON - timedelta(days=99), NOON + timedelta(days=99))


async def everything(store: Storage) -> Any:
    """All that the storage tells of the guild, but for deletions."""
    members = (5, CHANNEL, OTHER)
    return (
        [await store.privacy.export(GUILD, member) for member in members],
        [await store.rollups.of_channels(GUILD, [c], *ALWAYS) for c in (CHANNEL, THREAD, OTHER)],
        [await store.published_days.of_channels(GUILD, [c], *ALWAYS) for c in (CHANNEL, OTHER)],
        await store.channels.contiguous(GUILD),
        await store.channels.top_level(GUILD),
        await store.settings.get(GUILD),
    )


async def fill(
    store: Storage, message: MakeMessage, channel: int, parent: int | None = None
) -> None:
    """Something of every kind of the channel, by a member who is nowhere else."""
    place = {"channel_id": channel, "parent_id": parent, "author_id": channel}
    old, new = message(-24 * 80, **place), message(**place)
    await store.messages.apply([old])
    await store.retention.expire(new.created_at, Retention(member_days=60))
    gone = DeletedMessages(GUILD, channel, (message(1).message_id,))
    await store.messages.apply([new, gone, ReadUpTo(GUILD, channel, parent, new.message_id)])
    await store.published_days.publish(GUILD, NOON + timedelta(days=9))
    await store.settings.change(
        GUILD, lambda s: replace(s, ignored_channel_ids=s.ignored_channel_ids | {channel})
    )


async def test_a_channel_goes_with_its_threads_and_everything_that_was_kept(
    store: Storage, message: MakeMessage
) -> None:
    await fill(store, message, OTHER)
    others = await everything(store)
    await fill(store, message, CHANNEL)
    place = {"channel_id": THREAD, "parent_id": CHANNEL}
    await store.messages.apply([message(**place), message(1, author_id=OTHER, **place)])
    assert await store.messages.apply([DeletedChannel(GUILD, CHANNEL)]) == Applied()
    assert await everything(store) == others
    assert (await store.settings.get(GUILD)).ignored_channel_ids == {OTHER}
    assert await store.channels.top_level(GUILD) == {OTHER}


async def test_a_thread_goes_alone_and_a_member_who_wrote_elsewhere_stays(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(), message(1, channel_id=THREAD, parent_id=CHANNEL)])
    await store.messages.apply([DeletedChannel(GUILD, THREAD)])
    assert (await store.privacy.status(GUILD, 5)).messages == 1
    assert await store.channels.top_level(GUILD) == {CHANNEL}


async def test_the_same_channel_of_another_guild_stays(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(), message(guild_id=901)])
    await store.messages.apply([DeletedChannel(GUILD, CHANNEL)])
    assert (await store.privacy.status(901, 5)).messages == 1
    assert await store.channels.top_level(GUILD) == frozenset()


async def test_nothing_brings_it_back_to_life(store: Storage, message: MakeMessage) -> None:
    nothing = await everything(store)
    late: list[Change] = [
        message(),
        message(1, channel_id=THREAD, parent_id=CHANNEL),
        DeletedMessages(GUILD, CHANNEL, (4, 5)),
        ReadUpTo(GUILD, CHANNEL, None, 9),
    ]
    done = await store.messages.apply([message(2), DeletedChannel(GUILD, CHANNEL), *late])
    assert done == Applied(ignored=5)
    assert await store.messages.apply(late) == Applied(ignored=4)
    assert await everything(store) == nothing


async def test_a_channel_of_which_nothing_is_known_leaves_no_trace(store: Storage) -> None:
    nothing = await everything(store)
    await store.messages.apply([DeletedChannel(GUILD, CHANNEL)])
    assert await everything(store) == nothing


async def test_of_threads_below_a_forum_the_forum_is_known(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(channel_id=THREAD, parent_id=CHANNEL)])
    assert await store.channels.top_level(GUILD) == {CHANNEL}
    assert await store.channels.top_level(901) == frozenset()
    await store.channels.note_archived_read_up_to(901, 5)
    assert await store.channels.top_level(901) == frozenset(), "that is no channel"
    await store.messages.apply([DeletedChannel(GUILD, CHANNEL)])
    assert await store.channels.top_level(GUILD) == frozenset()


async def test_an_impossible_channel_is_refused_with_nothing_written(
    store: Storage, message: MakeMessage
) -> None:
    with pytest.raises(storage.InvalidInputError, match="An id is not within"):
        await store.messages.apply([message(), DeletedChannel(GUILD, 0)])
    assert await store.channels.top_level(GUILD) == frozenset()
