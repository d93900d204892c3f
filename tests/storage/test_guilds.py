from storage.records import DeletedMessages, GuildSettings

TABLES_OF_COUNTS = ("message", "deleted", "member_hour", "channel_hour")


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
