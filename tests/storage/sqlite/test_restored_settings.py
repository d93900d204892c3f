"""What administrators chose holds when an older copy of the database takes its place."""

import logging
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from storage.errors import StorageError
from storage.pseudonyms import Pseudonyms, load_key
from storage.records import ChosenRetention, DeletedChannel, GuildSettings, Minimums, Retention
from storage.sqlite.files import privacy_journal
from storage.sqlite.files.privacy_journal import ChosenSettings, Entry, PrivacyRequest
from storage.sqlite.files.restoring import restore
from storage.sqlite.opening import default_key_file
from storage.sqlite.schema import migrate, scripts
from tests.storage.fixture_types import MakeMessage, files_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
OPEN = GuildSettings(900, True, frozenset({456}), frozenset())
CLOSED = GuildSettings(
    900,
    False,
    frozenset(),
    frozenset({70, 71}),
    time_zone="Europe/Berlin",
    moods_for_moderators=True,
    minimums=Minimums(6, 30),
    retention=ChosenRetention.after(Retention(), Retention(7, 7, 90), NOON),
    language="de",
)
GUILD = bytes(range(16))


@pytest.fixture
def journal(path: Path) -> Path:
    return path.with_name(path.name + ".wishes")


def chosen(settings: GuildSettings) -> Callable[[GuildSettings], GuildSettings]:
    return lambda _: settings


@pytest.fixture
async def reopened(path: Path, message: MakeMessage) -> None:
    """Lookup was on when the backup was made, and turned off since; a channel was left out."""
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(n / 9) for n in range(500)])
        await store.settings.change(900, chosen(OPEN))
        await files_of(store).backup(NOON)
        await store.settings.change(900, chosen(CLOSED))


def damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096 * 10)


def written(journal: Path) -> list[ChosenSettings]:
    """The settings in the journal, in its order."""
    return [e for e in privacy_journal.read(journal) if isinstance(e, ChosenSettings)]


async def settings_of(path: Path, guild: int = 900) -> GuildSettings:
    async with storage.open(path, now=NOON) as store:
        return await store.settings.get(guild)


@pytest.mark.usefixtures("reopened")
async def test_an_automatic_restore_keeps_what_was_chosen_since_the_backup(path: Path) -> None:
    damage(path)
    assert await settings_of(path) == CLOSED


@pytest.mark.usefixtures("reopened")
async def test_a_restore_by_command_keeps_it_too_even_if_the_journal_was_lost(
    path: Path, journal: Path
) -> None:
    journal.unlink()
    restore(path, path.parent / "backups", NOON)
    assert await settings_of(path) == CLOSED, "the database that was there still knew it"


@pytest.mark.usefixtures("reopened")
async def test_with_journal_and_database_lost_lookup_begins_turned_off(
    path: Path, journal: Path, caplog: pytest.LogCaptureFixture
) -> None:
    journal.unlink()
    path.unlink()
    with caplog.at_level(logging.WARNING):
        restore(path, path.parent / "backups", NOON)
    assert await settings_of(path) == replace(
        OPEN,
        member_lookup=False,
        moderator_role_ids=frozenset(),
        live_for_role_only=True,
        moods_for_moderators=True,
    )
    assert "member lookup is off" in caplog.text
    assert "900" in caplog.text
    caplog.clear()
    assert not (await settings_of(path)).member_lookup
    assert caplog.text == "", "told once"


@pytest.mark.usefixtures("reopened")
async def test_an_old_copy_put_back_by_hand_without_the_journal_begins_closed(
    path: Path, journal: Path
) -> None:
    (copy,) = (path.parent / "backups").iterdir()
    journal.unlink()
    shutil.copy(copy, path)
    assert not (await settings_of(path)).member_lookup


@pytest.mark.usefixtures("reopened")
async def test_without_any_backup_the_journal_alone_brings_them_back(path: Path) -> None:
    shutil.rmtree(path.parent / "backups")
    damage(path)
    assert await settings_of(path) == CLOSED


@pytest.mark.parametrize("killed", [False, True])
async def test_an_upgrade_keeps_settings_of_which_no_journal_tells_yet(
    path: Path, journal: Path, killed: bool
) -> None:
    """Also if it was killed when the schema was new, and nothing was in the journal."""
    with closing(sqlite3.connect(path, isolation_level=None)) as older:
        steps = scripts() if killed else scripts()[:5]
        migrate(older, steps, Pseudonyms(load_key(default_key_file(path), needed=False)))
        older.execute("INSERT INTO guild_settings (guild, member_lookup) VALUES (900, 1)")
    assert (await settings_of(path)).member_lookup
    assert [entry.settings.member_lookup for entry in written(journal)] == [True]
    journal.unlink()
    assert not (await settings_of(path)).member_lookup, "now it is a sign that it was lost"


async def test_a_change_that_was_journaled_but_not_committed_is_made_at_the_next_start(
    path: Path, journal: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.settings.change(900, chosen(OPEN))
    (entry,) = written(journal)
    privacy_journal.append(journal, replace(entry, settings=CLOSED))
    assert await settings_of(path) == CLOSED


async def test_a_deleted_channel_stays_forgotten(path: Path, journal: Path) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.settings.change(900, chosen(CLOSED))
        await store.messages.apply([DeletedChannel(900, 71)])
    assert (await settings_of(path)).ignored_channel_ids == {70}
    assert written(journal)[-1].settings.ignored_channel_ids == {70}


async def test_of_an_erased_guild_the_journal_keeps_no_settings(path: Path, journal: Path) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.settings.change(900, chosen(OPEN))
        await store.settings.change(901, chosen(replace(OPEN, guild_id=901)))
        await store.guilds.erase(900, NOON + timedelta(days=1))
    assert [e.settings.guild_id for e in written(journal)] == [901]
    assert await settings_of(path) == GuildSettings(900)
    assert "456" in journal.read_text()


def test_settings_that_an_older_version_wrote_have_the_usual_time_zone(journal: Path) -> None:
    journal.write_text(f'settings {GUILD.hex()} {{"guild_id":900,"member_lookup":true}}\n')
    assert written(journal) == [ChosenSettings(GUILD, GuildSettings(900, True))]


def test_the_one_role_that_an_older_version_knew_is_a_moderators_role(journal: Path) -> None:
    older = '{"guild_id":900,"member_lookup":true,"trusted_role_id":456,"ignored_channel_ids":[70]}'
    newer = '{"guild_id":900,"trusted_role_id":null,"moderator_role_ids":[7,8]}'
    journal.write_text("".join(f"settings {GUILD.hex()} {each}\n" for each in (older, newer)))
    assert [entry.settings for entry in written(journal)] == [
        GuildSettings(900, True, frozenset({456}), frozenset({70})),
        GuildSettings(900, moderator_role_ids=frozenset({7, 8})),
    ]


@pytest.mark.parametrize(
    "chosen",
    [
        '"minimums":{"people":1,"messages":1}',
        '"minimums":5',
        '"retention":{"chosen":{"rows_days":7},"before":{}}',
        '"retention":{"chosen":{"rows_days":900},"before":{},"since":"2026-03-01T12:00:00+00:00"}',
        '"retention":{"chosen":{},"before":{},"since":"tomorrow"}',
    ],
)
def test_damage_within_settings_is_named(journal: Path, chosen: str) -> None:
    journal.write_text(f'settings {GUILD.hex()} {{"guild_id":900,{chosen}}}\n')
    with pytest.raises(StorageError, match="damaged in line 1"):
        privacy_journal.read(journal)


def test_settings_are_read_as_they_were_written(journal: Path) -> None:
    entries: list[Entry] = [
        ChosenSettings(GUILD, OPEN),
        PrivacyRequest("opt-out", GUILD, 5),
        ChosenSettings(GUILD, replace(CLOSED, ignored_channel_ids=frozenset(range(2000)))),
    ]
    privacy_journal.append(journal, *entries)
    with journal.open("a") as file:
        file.write(f"settings {GUILD.hex()} {{" + "1" * 20_000)
    privacy_journal.append(journal, entries[0])
    assert privacy_journal.read(journal) == [*entries, entries[0]]


@pytest.mark.parametrize("rest", ["{}", "[]", "{", '{"guild_id":900} x', "5"])
def test_damaged_settings_are_named(journal: Path, rest: str) -> None:
    journal.write_text(f"settings {GUILD.hex()} {rest}\n")
    with pytest.raises(StorageError, match="damaged in line 1"):
        privacy_journal.read(journal)


async def test_many_changes_leave_one_line_a_guild(path: Path, journal: Path) -> None:
    async with storage.open(path, now=NOON) as store:
        for role in range(1, 21):
            await store.settings.change(
                900, chosen(replace(OPEN, moderator_role_ids=frozenset({role})))
            )
    assert len(privacy_journal.read(journal)) == 20
    assert (await settings_of(path)).moderator_role_ids == {20}
    assert len(privacy_journal.read(journal)) == 1
