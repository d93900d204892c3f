from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import storage
from storage import Storage
from storage.records import DeletedMessages, GuildSettings, ReadUpTo
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
LATER = NOON + 250 * DAY


async def everything(store: Storage) -> list[Any]:
    """All that the storage tells of two guilds."""
    return [
        (
            await store.privacy.export(guild, 5),
            await store.rollups.of_channels(guild, [70], NOON - DAY, NOON + DAY),
            await store.published_days.of_channels(guild, [70], NOON - DAY, NOON + 2 * DAY),
            await store.channels.contiguous(guild),
            await store.channels.top_level(guild),
            await store.settings.get(guild),
            await store.messages.newest(guild),
        )
        for guild in (900, 901)
    ]


async def test_erasing_a_guild_leaves_only_the_others(store: Storage, message: MakeMessage) -> None:
    await store.messages.apply([message(guild_id=901)])
    await store.settings.change(
        901, lambda _: GuildSettings(901, ignored_channel_ids=frozenset({3}))
    )
    before = await everything(store)
    await store.messages.apply([message(), message(1), DeletedMessages(900, 70, (1,))])
    await store.settings.change(
        900, lambda _: GuildSettings(900, True, frozenset({1}), frozenset({2}))
    )
    await store.jobs.schedule("digest", 900, NOON)
    await store.published_days.publish(900, LATER)
    await store.guilds.erase(900, LATER)
    after = await everything(store)
    asked = after[0][0]
    assert asked.erased_up_to is None, "the request is the guild's, not the member's"
    assert after == before
    assert await store.guilds.known() == {901}
    assert await store.jobs.next_due() is None


async def test_who_opted_out_stays_so_when_the_guild_comes_back(
    store: Storage, message: MakeMessage
) -> None:
    await store.privacy.opt_out(900, 5, LATER)
    await store.guilds.erase(900, LATER)
    assert (await store.messages.apply([message()])).ignored == 1


async def test_a_guild_that_was_left_is_erased_after_its_time_and_only_once(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(), message(guild_id=901), message(guild_id=902)])
    await store.guilds.left(900, NOON)
    await store.guilds.left(900, NOON + 6 * DAY)  # told again: the first time counts
    await store.guilds.left(901, NOON + 6 * DAY)
    assert await store.guilds.erase_left(NOON, LATER) == []
    assert await store.guilds.erase_left(NOON + DAY, LATER) == [900]
    assert await store.guilds.erase_left(NOON + DAY, LATER) == []
    assert await store.guilds.known() == {901, 902}


async def test_a_guild_that_came_back_keeps_its_data(store: Storage, message: MakeMessage) -> None:
    await store.messages.apply([message()])
    await store.guilds.left(900, NOON)
    await store.guilds.present([900, 901])
    assert await store.guilds.erase_left(NOON + 9 * DAY, LATER) == []
    assert (await store.privacy.status(900, 5)).messages == 1
    await store.guilds.left(900, NOON + 8 * DAY)  # its time begins anew
    assert await store.guilds.erase_left(NOON + 8 * DAY, LATER) == []


async def test_the_mark_of_a_left_guild_outlives_a_restart(
    address: str, message: MakeMessage
) -> None:
    async with storage.open(address, now=NOON) as store:
        await store.messages.apply([message()])
        await store.guilds.left(900, NOON)
    async with storage.open(address, now=NOON) as store:
        assert await store.guilds.erase_left(NOON + DAY, LATER) == [900]


async def test_known_are_guilds_with_settings_or_jobs_or_anything_stored(
    store: Storage, message: MakeMessage
) -> None:
    assert await store.guilds.known() == frozenset()
    await store.settings.change(900, lambda _: GuildSettings(900, member_lookup=True))
    await store.messages.apply([message(guild_id=901), ReadUpTo(902, 70, None, 1)])
    await store.jobs.schedule("digest", 904, NOON)
    await store.jobs.schedule("backup", 0, NOON)
    await store.privacy.opt_out(903, 5, LATER)
    assert await store.guilds.known() == {900, 901, 902, 904}


async def test_a_leave_without_a_time_zone_or_of_no_guild_is_refused(store: Storage) -> None:
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.guilds.left(900, datetime(2026, 3, 1))
    with pytest.raises(storage.InvalidInputError, match="An id is not within"):
        await store.guilds.left(0, NOON)
