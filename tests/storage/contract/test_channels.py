from __future__ import annotations

from datetime import UTC, datetime

import pytest

import storage
from storage import Storage
from storage.records import Applied, ReadUpTo
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def test_of_a_channel_that_nobody_has_read_nothing_is_known(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message()])
    assert await store.channels.contiguous(900) == {}


async def test_how_far_a_channel_was_read_only_grows(store: Storage, message: MakeMessage) -> None:
    for up_to, expected in ((50, 50), (40, 50), (60, 60)):
        assert await store.messages.apply([ReadUpTo(900, 70, None, up_to)]) == Applied()
        assert await store.channels.contiguous(900) == {70: expected}


async def test_channels_threads_and_guilds_are_read_apart(store: Storage) -> None:
    reads = [ReadUpTo(900, 70, None, 5), ReadUpTo(900, 71, 70, 6), ReadUpTo(901, 70, None, 7)]
    await store.messages.apply(reads)
    assert await store.channels.contiguous(900) == {70: 5, 71: 6}
    assert await store.channels.contiguous(901) == {70: 7}
    assert await store.channels.top_level(900) == {70}


async def test_how_far_the_archived_threads_of_a_guild_were_read_is_known_apart(
    store: Storage,
) -> None:
    await store.messages.apply([ReadUpTo(900, 900, None, 3)])  # the first channel of an old guild
    assert await store.channels.archived_read_up_to(900) == 0
    for up_to, expected in ((50, 50), (40, 50), (60, 60)):
        await store.channels.note_archived_read_up_to(900, up_to)
        assert await store.channels.archived_read_up_to(900) == expected
    assert await store.channels.archived_read_up_to(901) == 0
    assert await store.channels.contiguous(900) == {900: 3}
    await store.guilds.erase(900, NOON)
    assert await store.channels.archived_read_up_to(900) == 0


async def test_it_is_committed_with_the_messages_or_not_at_all(
    address: str, message: MakeMessage
) -> None:
    async with storage.open(address, now=NOON) as store:
        broken = message(1, negative=2.0)
        with pytest.raises(storage.InvalidInputError):
            await store.messages.apply([message(), ReadUpTo(900, 70, None, 9), broken])
        assert await store.channels.contiguous(900) == {}
        sent = message()
        done = await store.messages.apply([sent, ReadUpTo(900, 70, None, sent.message_id)])
        assert done == Applied(inserted=1)
    async with storage.open(address, now=NOON) as store:
        assert await store.channels.contiguous(900) == {70: sent.message_id}


async def test_an_impossible_id_is_refused(store: Storage) -> None:
    with pytest.raises(storage.InvalidInputError, match="An id is not within"):
        await store.messages.apply([ReadUpTo(900, 70, None, 0)])
