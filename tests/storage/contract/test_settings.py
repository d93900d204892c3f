from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

import pytest

import storage
from storage import Storage
from storage.records import (
    UNIX_EPOCH,
    Alert,
    ChangedBy,
    ChosenRetention,
    Digest,
    GuildSettings,
    Minimums,
    Retention,
    SettingsChange,
)
from tests.storage.fixture_types import always

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def test_a_guild_without_settings_has_the_defaults(store: Storage) -> None:
    assert await store.settings.get(900) == GuildSettings(900)


async def test_settings_come_back_as_they_were_saved(store: Storage) -> None:
    first = GuildSettings(900, True, frozenset({2**62, 7}), frozenset({1, 2**62}))
    second = GuildSettings(900, False, frozenset(), frozenset({3}), "-/", live_for_role_only=True)
    third = GuildSettings(
        900,
        time_zone="America/Argentina/ComodRivadavia",
        moods_for_moderators=True,
        minimums=Minimums(7, 30),
        retention=ChosenRetention.after(Retention(), Retention(7, 7, 90), NOON),
        language="pt-BR",
    )
    for saved in (first, second, third, GuildSettings(900)):
        assert await store.settings.change(900, always(saved)) == saved
        assert await store.settings.get(900) == saved


async def test_settings_of_guilds_are_apart(store: Storage) -> None:
    await store.settings.change(
        900, lambda _: GuildSettings(900, True, frozenset({1}), frozenset({2}))
    )
    assert await store.settings.get(901) == GuildSettings(901)


async def test_changes_at_the_same_time_do_not_undo_each_other(store: Storage) -> None:
    def leave_out(channel: int) -> Callable[[GuildSettings], GuildSettings]:
        return lambda s: replace(s, ignored_channel_ids=s.ignored_channel_ids | {channel})

    changes = [store.settings.change(900, leave_out(channel)) for channel in range(1, 31)]
    await asyncio.gather(
        *changes, store.settings.change(900, lambda s: replace(s, member_lookup=True))
    )
    assert await store.settings.get(900) == GuildSettings(
        900, True, frozenset(), frozenset(range(1, 31))
    )


async def test_a_change_that_fails_changes_nothing(store: Storage) -> None:
    await store.settings.change(900, lambda s: replace(s, moderator_role_ids=frozenset({1})))

    def fail(settings: GuildSettings) -> GuildSettings:
        raise RuntimeError(sorted(settings.moderator_role_ids))

    with pytest.raises(RuntimeError, match="1"):
        await store.settings.change(900, fail)
    with pytest.raises(ValueError, match="guild 901"):
        await store.settings.change(900, lambda s: replace(s, guild_id=901, member_lookup=True))
    assert await store.settings.get(900) == GuildSettings(900, moderator_role_ids=frozenset({1}))
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


@pytest.mark.parametrize("language", ["", "e", "en GB", "en\n", "x" * 11])
async def test_what_cannot_be_the_name_of_a_language_is_refused(
    store: Storage, language: str
) -> None:
    with pytest.raises(storage.InvalidInputError, match="A language is a name such as"):
        await store.settings.change(900, lambda s: replace(s, language=language))


async def test_a_shorter_retention_of_a_guild_waits_for_a_week_and_a_longer_one_does_not() -> None:
    operators = Retention(30, 30, 400)
    shorter = ChosenRetention.after(operators, Retention(7, 14, 90), NOON)
    settings = GuildSettings(900, retention=shorter)
    assert settings.kept(NOON, operators) == operators
    assert settings.kept(NOON + timedelta(days=6, hours=23), operators) == operators
    assert settings.kept(NOON + timedelta(days=7), operators) == Retention(7, 14, 90)
    in_force = Retention(7, 14, 90)
    mixed = ChosenRetention.after(in_force, Retention(14, 14, 60), NOON)
    assert mixed.at(NOON) == Retention(14, 14, 90), "what is longer is in force at once"
    longer = ChosenRetention.after(in_force, operators, NOON)
    assert longer.at(NOON) == operators


async def test_a_guild_never_keeps_more_than_the_operator_says() -> None:
    chosen = ChosenRetention(Retention(30, 30, 400), Retention(30, 30, 400), NOON)
    settings = GuildSettings(900, retention=chosen)
    assert settings.kept(NOON, Retention(7, 30, 90)) == Retention(7, 30, 90)


async def test_the_retentions_of_all_guilds_that_chose_one_are_told(store: Storage) -> None:
    chosen = ChosenRetention.after(Retention(), Retention(7, 7, 90), NOON)
    await store.settings.change(900, lambda s: replace(s, retention=chosen))
    await store.settings.change(901, lambda s: replace(s, member_lookup=True))
    assert await store.settings.retentions() == {900: chosen}


async def test_who_changed_what_is_told_the_latest_first(store: Storage) -> None:
    later = NOON + timedelta(hours=1)
    await store.settings.change(
        900, lambda s: replace(s, ignored_channel_ids=frozenset({1, 2})), ChangedBy(5, NOON)
    )
    await store.settings.change(
        900,
        lambda s: replace(s, ignored_channel_ids=frozenset({2, 3}), minimums=Minimums(9, 40)),
        ChangedBy(6, later),
    )
    await store.settings.change(900, lambda s: s, ChangedBy(7, later))
    await store.settings.change(901, lambda s: replace(s, member_lookup=True), ChangedBy(5, NOON))
    assert await store.settings.changes(900, 10) == [
        SettingsChange(later, 6, "minimums", Minimums(), Minimums(9, 40)),
        SettingsChange(later, 6, "ignored_channel_ids", frozenset({1}), frozenset({3})),
        SettingsChange(NOON, 5, "ignored_channel_ids", frozenset(), frozenset({1, 2})),
    ]
    assert len(await store.settings.changes(900, 2)) == 2


async def test_every_setting_comes_back_from_the_log_of_changes(store: Storage) -> None:
    everything = GuildSettings(
        900,
        True,
        frozenset({1}),
        frozenset({2}),
        "!",
        True,
        "Europe/Berlin",
        True,
        Minimums(6, 21),
        ChosenRetention.after(Retention(), Retention(7, 7, 90), NOON),
        "de",
    )
    await store.settings.change(900, always(everything), ChangedBy(5, NOON))
    told = {each.name: each.after for each in await store.settings.changes(900, 100)}
    assert GuildSettings(900, **told) == everything


async def test_who_set_and_removed_a_digest_is_told_with_the_settings(store: Storage) -> None:
    daily = Digest(900, 70, None, 9, only_unusual=False, told_until=NOON)
    later = NOON + timedelta(hours=1)
    await store.digests.set(daily, ChangedBy(5, NOON))
    await store.digests.set(replace(daily, told_until=later), ChangedBy(6, later))
    await store.digests.set(replace(daily, weekday=3, told_until=later), ChangedBy(6, later))
    await store.digests.remove(900, ChangedBy(7, later))
    assert not await store.digests.remove(900, ChangedBy(8, later))
    logged = replace(daily, told_until=UNIX_EPOCH)  # what it has told is nobody's choice
    assert await store.settings.changes(900, 9) == [
        SettingsChange(later, 7, "digest", replace(logged, weekday=3), None),
        SettingsChange(later, 6, "digest", logged, replace(logged, weekday=3)),
        SettingsChange(NOON, 5, "digest", None, logged),
    ]
    assert len((await store.privacy.export(900, 6)).settings_changes) == 1
    await store.digests.set(daily)
    await store.digests.remove(900)
    assert len(await store.settings.changes(900, 9)) == 3, "nobody did that"
    assert await store.settings.changes(901, 9) == []
    await store.guilds.erase(900, later)
    assert await store.settings.changes(900, 9) == []


async def test_who_added_and_removed_an_alert_is_told_with_the_settings(store: Storage) -> None:
    asked = Alert(0, None, 80, "keen", NOON, 60, 90, most_a_day=5)
    added = await store.alerts.add(900, asked, ChangedBy(5, NOON))
    assert added is not None
    await store.alerts.snooze(900, added.id, [70], NOON)
    assert not await store.alerts.remove(901, added.id, ChangedBy(6, NOON))
    assert await store.alerts.remove(900, added.id, ChangedBy(6, NOON))
    assert await store.settings.changes(900, 9) == [
        SettingsChange(NOON, 6, "alert", added, None),
        SettingsChange(NOON, 5, "alert", None, added),
    ]


async def test_of_who_asks_to_be_forgotten_it_stays_that_somebody_changed_a_setting(
    store: Storage,
) -> None:
    for user in (5, 6):
        await store.settings.change(
            900, lambda s: replace(s, member_lookup=not s.member_lookup), ChangedBy(user, NOON)
        )
    assert (await store.privacy.status(900, 5)).settings_changes == 1
    exported = (await store.privacy.export(900, 5)).settings_changes
    assert exported == (SettingsChange(NOON, 5, "member_lookup", False, True),)
    await store.privacy.forget(900, 5, NOON)
    assert [each.user_id for each in await store.settings.changes(900, 9)] == [6, None]
    assert (await store.privacy.status(900, 5)).settings_changes == 0
    assert (await store.privacy.export(900, 5)).settings_changes == ()


async def test_changes_of_settings_are_told_for_thirty_days(store: Storage) -> None:
    await store.settings.change(900, lambda s: replace(s, member_lookup=True), ChangedBy(5, NOON))
    await store.retention.expire(NOON + timedelta(days=30), Retention())
    assert await store.settings.changes(900, 9)
    await store.retention.expire(NOON + timedelta(days=30, seconds=1), Retention())
    assert await store.settings.changes(900, 9) == []
    assert (await store.settings.get(900)).member_lookup, "what was chosen stays"
