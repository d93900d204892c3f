from storage.records import GuildSettings


async def test_a_guild_without_settings_has_the_defaults(store):
    assert await store.settings.get(900) == GuildSettings(900)


async def test_settings_come_back_as_they_were_saved(store):
    first = GuildSettings(900, True, 2**62, frozenset({1, 2**62}))
    second = GuildSettings(900, False, None, frozenset({3}))
    for saved in (first, second, GuildSettings(900)):
        await store.settings.save(saved)
        assert await store.settings.get(900) == saved


async def test_settings_of_guilds_are_apart(store):
    await store.settings.save(GuildSettings(900, True, 1, frozenset({2})))
    assert await store.settings.get(901) == GuildSettings(901)
