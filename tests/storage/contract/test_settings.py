from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import available_timezones

import pytest

import storage
from storage import Storage
from storage.records import GuildSettings
from tests.storage.fixture_types import always


async def test_a_guild_without_settings_has_the_defaults(store: Storage) -> None:
    assert await store.settings.get(900) == GuildSettings(900)


async def test_settings_come_back_as_they_were_saved(store: Storage) -> None:
    first = GuildSettings(900, True, 2**62, frozenset({1, 2**62}))
    second = GuildSettings(900, False, None, frozenset({3}), "-/", live_for_role_only=True)
    third = GuildSettings(900, time_zone="America/Argentina/ComodRivadavia")
    for saved in (first, second, third, GuildSettings(900)):
        assert await store.settings.change(900, always(saved)) == saved
        assert await store.settings.get(900) == saved


async def test_settings_of_guilds_are_apart(store: Storage) -> None:
    await store.settings.change(900, lambda _: GuildSettings(900, True, 1, frozenset({2})))
    assert await store.settings.get(901) == GuildSettings(901)


async def test_changes_at_the_same_time_do_not_undo_each_other(store: Storage) -> None:
    def leave_out(channel: int) -> Callable[[GuildSettings], GuildSettings]:
        return lambda s: replace(s, ignored_channel_ids=s.ignored_channel_ids | {channel})

    changes = [store.settings.change(900, leave_out(channel)) for channel in range(1, 31)]
    await asyncio.gather(
        *changes, store.settings.change(900, lambda s: replace(s, member_lookup=True))
    )
    assert await store.settings.get(900) == GuildSettings(900, True, None, frozenset(range(1, 31)))


async def test_a_change_that_fails_changes_nothing(store: Storage) -> None:
    await store.settings.change(900, lambda s: replace(s, trusted_role_id=1))

    def fail(settings: GuildSettings) -> GuildSettings:
        raise RuntimeError(settings.trusted_role_id)

    with pytest.raises(RuntimeError, match="1"):
        await store.settings.change(900, fail)
    with pytest.raises(ValueError, match="guild 901"):
        await store.settings.change(900, lambda s: replace(s, guild_id=901, member_lookup=True))
    assert await store.settings.get(900) == GuildSettings(900, trusted_role_id=1)
    assert await store.settings.get(901) == GuildSettings(901)


async def test_a_change_to_the_same_leaves_no_trace(store: Storage) -> None:
    await store.settings.change(900, lambda s: s)
    assert await store.guilds.known() == frozenset()


async def test_the_settings_of_no_guild_are_refused(store: Storage) -> None:
    with pytest.raises(storage.InvalidInputError, match="An id is not within"):
        await store.settings.change(0, lambda s: s)


async def test_a_sign_that_cannot_be_chosen_is_refused(store: Storage) -> None:
    with pytest.raises(storage.InvalidInputError, match="Commands begin with some of"):
        await store.settings.change(900, lambda s: replace(s, command_marks="!a"))
    assert await store.settings.get(900) == GuildSettings(900)


@pytest.mark.parametrize("zone", ["", "What a lovely day", "Zürich", "x" * 41, "UTC\n"])
async def test_what_cannot_be_the_name_of_a_time_zone_is_refused(store: Storage, zone: str) -> None:
    with pytest.raises(storage.InvalidInputError, match="A time zone is a name such as"):
        await store.settings.change(900, lambda s: replace(s, time_zone=zone))
    assert await store.settings.get(900) == GuildSettings(900)


async def test_the_name_of_every_time_zone_can_be_chosen(store: Storage) -> None:
    letters: set[str] = set()
    for zone in sorted(available_timezones(), key=len, reverse=True):  # the longest first
        if not letters.issuperset(zone):
            letters |= set(zone)
            await store.settings.change(900, always(GuildSettings(900, time_zone=zone)))
            assert (await store.settings.get(900)).time_zone == zone
    assert {"/", "_", "-", "+"} <= letters


async def test_the_signs_that_a_guild_chose_come_with_what_is_excluded_there(
    store: Storage,
) -> None:
    await store.settings.change(900, lambda s: replace(s, command_marks=""))
    await store.settings.change(901, lambda s: replace(s, member_lookup=True))
    found = await store.messages.exclusions([(900, 1), (900, 2), (901, 1), (902, 1)])
    assert found.command_marks == {900: ""}, "the others have the usual ones"
