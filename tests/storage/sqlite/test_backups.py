"""Backups: made while the database is in use, whole or not at all, and gone within a week."""

from __future__ import annotations

import asyncio
import gc
import os
import resource
import shutil
import signal
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

import storage
from storage import Storage
from storage.errors import DamagedError, StorageError
from storage.sqlite.files import backups
from tests.storage.fixture_types import MakeMessage, files_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def folder(path: Path) -> Path:
    return path.parent / "backups"


def rows(backup: Path) -> int:
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(connection.execute("SELECT count(*) FROM message").fetchone()[0])


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """A disk that takes no more: the system refuses to write beyond this many bytes."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


async def test_a_backup_is_one_whole_file_for_its_owner_named_after_its_time(
    path: Path, folder: Path, store: Storage, message: MakeMessage
) -> None:
    mask = os.umask(0)
    try:
        await store.messages.apply([message(n) for n in range(50)])
        made = await files_of(store).backup(NOON.astimezone())
    finally:
        os.umask(mask)
    assert made == folder / "barometer-2026-03-01T120000Z.db"
    assert list(folder.iterdir()) == [made]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert rows(made) == 50
    assert backups.found(path, folder) == [(NOON, made)]


async def test_a_backup_goes_where_it_was_told_to(
    path: Path, tmp_path: Path, message: MakeMessage
) -> None:
    elsewhere = tmp_path / "another disk" / "copies #1"
    async with storage.open(path, now=NOON, backups=elsewhere) as store:
        made = await files_of(store).backup(NOON)
    assert made.parent == elsewhere
    assert rows(made) == 0


async def test_messages_are_written_while_a_backup_is_made_of_one_moment(
    path: Path, store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(n / 9) for n in range(20_000)])
    backup = asyncio.create_task(files_of(store).backup(NOON))
    written = 0
    while not backup.done():
        batch = [message(written + n, channel_id=71) for n in range(10)]
        written += (await store.messages.apply(batch)).inserted
    assert written > 0
    assert rows(await backup) % 10 == 0
    assert await storage.preflight(path) is None


async def test_databases_that_share_a_folder_keep_their_backups_apart(
    path: Path, tmp_path: Path
) -> None:
    other = path.with_name("other.db")
    async with storage.open(path, now=NOON) as mine, storage.open(other, now=NOON) as theirs:
        made = [await files_of(mine).backup(NOON), await files_of(theirs).backup(NOON)]
        await files_of(mine).backup(NOON + timedelta(days=30))
    assert [one.path for one in backups.found(other, tmp_path / "backups")] == made[1:]


async def test_24_hourly_and_7_daily_ones_are_kept_and_none_is_7_days_old(
    path: Path, folder: Path, store: Storage
) -> None:
    copied = await files_of(store).backup(NOON - timedelta(days=10))
    made = copied.read_bytes()
    for hours in range(24 * 10):
        time = NOON - timedelta(hours=hours)
        (folder / f"barometer-{time:%Y-%m-%dT%H%M%SZ}.db").write_bytes(made)
    backups.rotate(path, folder, NOON)
    times = [one.made_at for one in backups.found(path, folder)]
    assert times[:24] == [NOON - timedelta(hours=n) for n in range(24)]
    assert times[24:] == [datetime(2026, 2, day, 23, tzinfo=UTC) for day in (27, 26, 25, 24, 23)]


async def test_the_last_one_from_before_an_upgrade_is_kept_for_as_long_as_any(
    path: Path, folder: Path, store: Storage
) -> None:
    copied = await files_of(store).backup(NOON)
    with closing(sqlite3.connect(copied)) as connection:
        connection.execute("PRAGMA user_version = 7")
    minute, before = timedelta(minutes=1), copied
    for minutes in (1, 2, 60, 25 * 60, 6 * 24 * 60):
        await files_of(store).backup(NOON + minutes * minute)
        assert before.exists()
    await files_of(store).backup(NOON + timedelta(days=7))
    assert not before.exists()


async def test_over_weeks_of_hours_no_backup_is_ever_7_days_old(path: Path, folder: Path) -> None:
    folder.mkdir()
    for hour in range(24 * 20):
        now = NOON + timedelta(hours=hour)
        (folder / f"barometer-{now:%Y-%m-%dT%H%M%SZ}.db").touch()
        backups.rotate(path, folder, now)
        oldest = backups.found(path, folder)[-1].made_at
        # An hour later, just before the next rotation, it still is younger.
        assert now + timedelta(hours=1) - oldest <= timedelta(days=7)
    assert len(list(folder.iterdir())) == 24 + 5


async def test_of_many_in_one_hour_the_newest_is_kept(
    path: Path, folder: Path, store: Storage
) -> None:
    for minutes in (0, 10, 50):
        await files_of(store).backup(NOON + timedelta(minutes=minutes))
    assert [one.made_at.minute for one in backups.found(path, folder)] == [50]


async def test_databases_moved_aside_go_after_a_week_too(
    path: Path, folder: Path, store: Storage
) -> None:
    old, young = (
        path.with_name(f"barometer.db.damaged-2026-02-{day}T120000Z") for day in ("22", "23")
    )
    for aside in (old, young):
        aside.touch()
        aside.with_name(aside.name + "-wal").touch()
    await files_of(store).backup(NOON)
    assert sorted(path.parent.glob("*.damaged-*")) == [
        young,
        young.with_name(young.name + "-wal"),
    ]


async def test_one_that_was_moved_aside_by_a_clock_that_was_ahead_goes_after_a_week_too(
    path: Path, store: Storage
) -> None:
    early = path.with_name("barometer.db.damaged-2027-03-01T120000Z")
    taken = path.with_name("barometer.db.damaged-2026-03-01T120000Z")
    for aside, content in ((early, "first"), (taken, "second")):
        aside.write_text(content)
        aside.with_name(aside.name + "-wal").write_text(content)
    await files_of(store).backup(NOON)
    left = {file.name[21:]: file.read_text() for file in path.parent.glob("*.damaged-*")}
    assert left == {
        "2026-03-01T120000Z": "second",
        "2026-03-01T120000Z-wal": "second",
        "2026-03-01T120001Z": "first",
        "2026-03-01T120001Z-wal": "first",
    }
    await files_of(store).backup(NOON + timedelta(days=8))
    assert not list(path.parent.glob("*.damaged-*"))


async def test_what_a_clock_that_is_behind_moved_aside_is_not_deleted_at_once(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(n / 9) for n in range(2000)])
        await files_of(store).backup(NOON)
    damage_a_page(path)
    async with storage.open(path, now=NOON - timedelta(days=4000)) as store:
        await files_of(store).backup(NOON + timedelta(hours=1))
    assert len(list(path.parent.glob("*.damaged-2026-03-01T120000Z"))) == 1


async def test_what_an_interrupted_restore_left_goes(path: Path, store: Storage) -> None:
    left = [path.with_name("barometer.db.restoring"), path.with_name("barometer.db.restoring-wal")]
    for file in left:
        file.touch()
    await files_of(store).backup(NOON)
    assert not any(file.exists() for file in left)


async def test_what_is_not_a_backup_is_neither_counted_nor_deleted(
    path: Path, folder: Path, store: Storage
) -> None:
    folder.mkdir()
    strangers = [
        folder / name
        for name in ("barometer-old.db", "barometer-2020-01-01T120000Z.txt", "notes.txt")
    ]
    for stranger in strangers:
        stranger.touch()
    (folder / "barometer-2020-01-01T120000Z.db").mkdir()
    made = await files_of(store).backup(NOON)
    assert [one.path for one in backups.found(path, folder)] == [made]
    assert all(stranger.exists() for stranger in strangers)


KILLED_WHILE_COPYING = """
import os, pathlib, signal, sys
from datetime import UTC, datetime
from storage.sqlite.files import backups

backups._PAGES_A_STEP = 1

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

class Stop:
    looks = 0
    def is_set(self) -> bool:
        self.looks += 1
        if self.looks == 20:
            os.kill(os.getpid(), signal.SIGKILL)

path = pathlib.Path(sys.argv[1])
backups.create(path, path.parent / "backups", datetime(2026, 3, 1, 13, tzinfo=UTC), Stop())
"""


async def test_a_backup_that_was_killed_does_not_count_and_the_next_clears_it_away(
    path: Path, folder: Path, store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(n) for n in range(2000)])
    await files_of(store).backup(NOON)
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", KILLED_WHILE_COPYING, path)
    assert await killed.wait() == -signal.SIGKILL
    assert (folder / "barometer.db.unfinished").exists()
    assert [one.made_at for one in backups.found(path, folder)] == [NOON]
    made = await files_of(store).backup(NOON + timedelta(hours=2))
    assert sorted(folder.iterdir()) == [folder / "barometer-2026-03-01T120000Z.db", made]


async def test_a_cancelled_backup_ends_soon_and_leaves_nothing(
    path: Path, folder: Path, message: MakeMessage, caplog: pytest.LogCaptureFixture
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(n / 9) for n in range(20_000)])
        backup = asyncio.create_task(files_of(store).backup(NOON))
        await asyncio.sleep(0)
        backup.cancel()
        with pytest.raises(asyncio.CancelledError):
            await backup
        assert not folder.exists() or not list(folder.iterdir())
    assert not path.with_name("barometer.db-wal").exists(), "nothing held the database open"
    del backup
    gc.collect()
    assert caplog.records == []


@pytest.mark.parametrize("looks", [0, 3, 30])
async def test_a_backup_stops_where_it_is_told_to(
    path: Path,
    folder: Path,
    store: Storage,
    message: MakeMessage,
    looks: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backups, "_PAGES_A_STEP", 5)
    monkeypatch.setattr(backups, "_INSTRUCTIONS_BETWEEN_LOOKS", 1000)
    await store.messages.apply([message(n / 9) for n in range(2000)])

    class StopAfterSomeLooks(Event):
        left = looks

        def is_set(self) -> bool:
            self.left -= 1
            return self.left < 0

    with pytest.raises(StorageError, match="No backup was made"):
        backups.create(path, folder, NOON, StopAfterSomeLooks())
    assert list(folder.iterdir()) == []


async def test_when_the_disk_takes_no_more_it_is_said_and_the_older_ones_stay(
    path: Path, folder: Path, store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(n / 9) for n in range(5000)])
    outdated = await files_of(store).backup(NOON - timedelta(days=7))
    older = await files_of(store).backup(NOON)
    outdated.touch()
    with (
        no_file_longer_than(50_000),
        pytest.raises(StorageError, match="No backup was made; the older ones are kept"),
    ):
        await files_of(store).backup(NOON + timedelta(hours=1))
    assert list(folder.iterdir()) == [older], "nothing half, nothing older than 7 days"
    assert rows(older) == 5000
    assert rows(await files_of(store).backup(NOON + timedelta(hours=2))) == 5000


async def test_a_folder_that_cannot_be_used_is_named(
    path: Path, folder: Path, store: Storage
) -> None:
    folder.write_text("in the way")
    with pytest.raises(StorageError, match=f"Couldn't use the backup folder {folder}"):
        await files_of(store).backup(NOON)
    assert folder.read_text() == "in the way"


def damage_a_page(path: Path, page: int = 20) -> None:
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(b"\xff" * 4096)


async def test_no_good_backup_goes_while_the_database_is_damaged(
    path: Path, folder: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(n / 9) for n in range(2000)])
        good = await files_of(store).backup(NOON)
    async with storage.open(path, now=NOON) as store:
        damage_a_page(path)
        for days in (1, 8, 30):
            with pytest.raises(DamagedError, match="Start Barometer again"):
                await files_of(store).backup(NOON + timedelta(days=days))
        assert "damaged" in await files_of(store).damaged()
    assert rows(good) == 2000


async def test_a_copy_that_comes_out_damaged_is_not_taken_for_damage_of_the_database(
    path: Path, folder: Path, store: Storage, message: MakeMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.messages.apply([message(n / 9) for n in range(2000)])
    whole = backups.damage

    def damage(connection: sqlite3.Connection) -> str | None:
        (_, _, file), *_ = connection.execute("PRAGMA database_list")
        return "a bad sector" if "unfinished" in file else whole(connection)

    monkeypatch.setattr(backups, "damage", damage)
    with pytest.raises(StorageError, match=r"came out damaged .* Check the disk") as refused:
        await files_of(store).backup(NOON)
    assert not isinstance(refused.value, DamagedError)


async def test_without_room_nothing_is_copied_and_what_is_missing_is_said(
    path: Path, folder: Path, store: Storage, message: MakeMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.messages.apply([message(n / 9) for n in range(2000)])
    older = await files_of(store).backup(NOON)
    usage = shutil.disk_usage(path.parent)._replace(free=backups.SPARE_BYTES)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(StorageError, match=r"needs 0\.\d MB, and 32\.0 MB .* Free 0\.\d MB more"):
        await files_of(store).backup(NOON + timedelta(hours=1))
    assert list(folder.iterdir()) == [older]


async def test_how_much_room_all_backups_take_can_be_asked(
    path: Path, folder: Path, store: Storage
) -> None:
    made = [await files_of(store).backup(NOON + timedelta(hours=n)) for n in range(2)]
    taken = sum(one.stat().st_size for one in made)
    assert await files_of(store).room() == taken
    assert await storage.room_of_backups(path) == (2, taken)


async def test_a_damaged_database_gives_no_backup(
    path: Path, folder: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(n / 9) for n in range(2000)])
        older = await files_of(store).backup(NOON)
    content = bytearray(path.read_bytes())
    content[20 * 4096 : 21 * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with pytest.raises(StorageError, match=r"No backup was made: the database .* is damaged"):
        backups.create(path, folder, NOON + timedelta(hours=1))
    assert list(folder.iterdir()) == [older]
