from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage.records import DeletedMessages, GuildSettings, ReadUpTo

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)

TABLES_OF_COUNTS = ("message", "deleted", "member_hour", "channel_hour", "author_day")


async def everything(store):
    tables = (*TABLES_OF_COUNTS, "channel", "member", "guild_settings", "ignored_channel")
    return {table: await store._database.read(f"SELECT * FROM {table}") for table in tables}


async def test_erasing_a_guild_leaves_only_the_others(store, message):
    await store.messages.apply([message(guild_id=901)])
    await store.settings.save(GuildSettings(901, ignored_channel_ids=frozenset({3})))
    before = await everything(store)
    await store.messages.apply([message(), message(1), DeletedMessages(900, 70, (1,))])
    await store.settings.save(GuildSettings(900, True, 1, frozenset({2})))
    await store.guilds.erase(900)
    assert await everything(store) == before
    assert await store.check() is None


async def test_who_opted_out_stays_so_when_the_guild_comes_back(store, message):
    await store.privacy.opt_out(900, 5)
    await store.guilds.erase(900)
    assert (await store.messages.apply([message()])).ignored == 1


async def test_a_guild_that_was_left_is_erased_after_its_time_and_only_once(store, message):
    await store.messages.apply([message(), message(guild_id=901), message(guild_id=902)])
    await store.guilds.left(900, NOON)
    await store.guilds.left(900, NOON + 6 * DAY)  # told again: the first time counts
    await store.guilds.left(901, NOON + 6 * DAY)
    assert await store.guilds.erase_left(NOON) == []
    assert await store.guilds.erase_left(NOON + DAY) == [900]
    assert await store.guilds.erase_left(NOON + DAY) == []
    assert await store.guilds.known() == {901, 902}


async def test_a_guild_that_came_back_keeps_its_data(store, message):
    await store.messages.apply([message()])
    await store.guilds.left(900, NOON)
    await store.guilds.present([900, 901])
    assert await store.guilds.erase_left(NOON + 9 * DAY) == []
    assert (await store.privacy.status(900, 5)).messages == 1
    await store.guilds.left(900, NOON + 8 * DAY)  # its time begins anew
    assert await store.guilds.erase_left(NOON + 8 * DAY) == []


async def test_the_mark_of_a_left_guild_outlives_a_restart(path, message):
    async with storage.open(path) as store:
        await store.messages.apply([message()])
        await store.guilds.left(900, NOON)
    async with storage.open(path) as store:
        assert await store.guilds.erase_left(NOON + DAY) == [900]


async def test_known_are_guilds_with_settings_or_anything_stored(store, message):
    assert await store.guilds.known() == frozenset()
    await store.settings.save(GuildSettings(900))
    await store.messages.apply([message(guild_id=901), ReadUpTo(902, 70, None, 1)])
    await store.privacy.opt_out(903, 5)
    assert await store.guilds.known() == {900, 901, 902}


async def test_a_leave_without_a_time_zone_or_of_no_guild_is_refused(store):
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await store.guilds.left(900, datetime(2026, 3, 1))
    with pytest.raises(storage.InvalidInputError, match="An id is not within"):
        await store.guilds.left(0, NOON)
