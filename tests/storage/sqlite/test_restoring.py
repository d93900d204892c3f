"""Damaged databases are put aside and backups in their place, with every wish made since."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from storage.errors import StorageError
from storage.records import GuildSettings, ReadUpTo
from storage.sqlite.files.restoring import restore
from tests.storage.fixture_types import MakeMessage, files_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=250)
ALWAYS = (NOON - timedelta(days=99), NOON + timedelta(days=999))
PAGE = 4096

Damage = Callable[[bytearray], None]


@pytest.fixture
def folder(path: Path) -> Path:
    return path.parent / "backups"


@pytest.fixture
async def backup(path: Path, message: MakeMessage) -> Path:
    """A backup with 2000 messages, after which the database got 10 more."""
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply(
            [message(n / 10, author_id=5 + n % 4, guild_id=900 + n % 2) for n in range(2000)]
        )
        await store.messages.apply([ReadUpTo(900, 70, None, message(50).message_id)])
        made = await files_of(store).backup(NOON)
        await store.messages.apply([message(300 + n, author_id=6) for n in range(10)])
    return made


def garbage_header(content: bytearray) -> None:
    content[:200] = b"\xa5" * 200


def flipped_bytes(content: bytearray) -> None:
    for place in range(10 * PAGE, len(content), 1000):
        content[place] ^= 0xFF


def one_lost_page(content: bytearray) -> None:
    content[20 * PAGE : 21 * PAGE] = bytes(PAGE)


def cut_in_a_page(content: bytearray) -> None:
    del content[len(content) // 2 + 100 :]


def cut_between_pages(content: bytearray) -> None:
    del content[30 * PAGE :]


def cut_to_nothing(content: bytearray) -> None:
    content.clear()


DAMAGES = [
    garbage_header,
    flipped_bytes,
    one_lost_page,
    cut_in_a_page,
    cut_between_pages,
    cut_to_nothing,
]


def harm(path: Path, damage: Damage) -> bytes:
    content = bytearray(path.read_bytes())
    damage(content)
    path.write_bytes(content)
    return bytes(content)


def aside(path: Path) -> list[Path]:
    return [one for one in path.parent.glob("*.damaged-*") if one.name[-1] == "Z"]


def messages(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return int(connection.execute("SELECT count(*) FROM message").fetchone()[0])


# From first principles: what each message adds to the sums of its channel's hour. Of each member
# ten messages count.
RECOUNT = """
    SELECT channel, hour, count(*), sum((status = 0 AND number <= 10) * (positive - negative))
    FROM (
        SELECT *, row_number() OVER (
            PARTITION BY channel, hour, member, status ORDER BY message) AS number
        FROM (SELECT *, ((message >> 22) + 1420070400000) / 3600000 AS hour FROM message))
    GROUP BY channel, hour ORDER BY channel, hour
"""
SUMS = """
    SELECT channel, hour, sum(scored + unsure + not_scored), sum(mood_sum)
    FROM {table} GROUP BY channel, hour ORDER BY channel, hour
"""


def assert_sums_equal_a_recount(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        recount = connection.execute(RECOUNT).fetchall()
        for table in ("channel_hour", "member_hour"):
            assert connection.execute(SUMS.format(table=table)).fetchall() == recount


@pytest.mark.parametrize("damage", DAMAGES)
async def test_a_damaged_database_is_moved_aside_and_the_backup_takes_its_place(
    path: Path, backup: Path, damage: Damage
) -> None:
    harmed = harm(path, damage)
    async with storage.open(path, now=NOON) as store:
        assert await storage.preflight(path) is None
        said = files_of(store).notice or ""
        assert f"{path} was damaged" in said
        assert "The backup of 2026-03-01 12:00 UTC is in its place" in said
    (old,) = aside(path)
    assert str(old) in said
    assert old.read_bytes() == harmed
    assert messages(path) == messages(backup) == 2000
    assert_sums_equal_a_recount(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not path.with_name("barometer.db.restoring").exists()
    async with storage.open(path, now=NOON) as store:
        assert files_of(store).notice is None, "the next start has nothing to say"


@pytest.mark.parametrize("damage", DAMAGES)
async def test_a_damaged_backup_is_passed_over_for_an_older_one(
    path: Path, folder: Path, backup: Path, damage: Damage
) -> None:
    older = folder / "barometer-2026-03-01T110000Z.db"
    shutil.copy(backup, older)
    harm(backup, damage)
    (folder / "barometer-2026-03-01T130000Z.db").mkdir()
    (folder / "barometer.db.unfinished").write_bytes(older.read_bytes()[:99])
    harm(path, garbage_header)
    async with storage.open(path, now=NOON) as store:
        assert "The backup of 2026-03-01 11:00 UTC" in (files_of(store).notice or "")
    assert messages(path) == 2000


async def test_without_a_good_backup_a_new_database_begins_and_knows_the_wishes(
    path: Path, folder: Path, message: MakeMessage, backup: Path
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.privacy.opt_out(900, 5, LATER)
    harmed = harm(path, flipped_bytes)
    harm(backup, garbage_header)
    async with storage.open(path, now=NOON) as store:
        assert "no good backup: a new, empty one is in its place" in (files_of(store).notice or "")
        assert (await store.messages.apply([message(), message(author_id=6)])).inserted == 1
    (old,) = aside(path)
    assert old.read_bytes() == harmed


async def test_a_database_without_any_backup_is_never_written_over(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(n / 10) for n in range(2000)])
    harmed = harm(path, garbage_header)
    async with storage.open(path, now=NOON) as store:
        assert files_of(store).notice is not None
    (old,) = aside(path)
    assert old.read_bytes() == harmed


async def test_damaged_twice_both_are_kept(path: Path, backup: Path) -> None:
    for _ in range(2):
        harm(path, garbage_header)
        async with storage.open(path, now=NOON):
            pass
    assert len(aside(path)) == 2


async def test_a_healthy_database_stays_where_it_is(path: Path, backup: Path) -> None:
    before = path.read_bytes()
    async with storage.open(path, now=NOON) as store:
        assert files_of(store).notice is None
    assert path.read_bytes() == before
    assert aside(path) == []


async def test_a_missing_database_that_has_backups_is_made_anew_and_not_in_silence(
    path: Path, backup: Path
) -> None:
    path.unlink()
    async with storage.open(path, now=NOON) as store:
        assert "a new one was created. It has backups" in (files_of(store).notice or "")
    assert messages(path) == 0


async def test_a_strangers_damaged_file_is_refused_and_left_alone(
    path: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
        connection.executemany("INSERT INTO bookmark VALUES (?)", [("x" * 500,)] * 500)
    harmed = harm(path, one_lost_page)
    with pytest.raises(StorageError, match="another program"):
        async with storage.open(path, now=NOON):
            pass
    assert path.read_bytes() == harmed


KILLED_WITH_A_LOG = """
import asyncio, os, pathlib, signal, sys
from datetime import UTC, datetime
import storage
from storage.records import ScoredMessage

async def main():
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    async with storage.open(pathlib.Path(sys.argv[1]), now=now) as store:
        for n in range(1, 101):
            await store.messages.apply([ScoredMessage(
                n << 40, 900, 70, None, 5, None, None, 0.1, 0.2, 0.7, "scored", "m")])
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def killed_with_a_log(path: Path) -> Path:
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", KILLED_WITH_A_LOG, path)
    assert await killed.wait() == -signal.SIGKILL
    log = path.with_name(path.name + "-wal")
    assert log.stat().st_size > 100_000
    return log


async def test_a_damaged_log_loses_its_last_commits_and_nothing_older(path: Path) -> None:
    log = await killed_with_a_log(path)
    harm(log, lambda content: content.__setitem__(slice(-50_000, -49_000), b"\xa5" * 1000))
    async with storage.open(path, now=NOON) as store:
        assert files_of(store).notice is None
        assert await storage.preflight(path) is None
    assert 10 < messages(path) < 100
    assert_sums_equal_a_recount(path)


async def test_a_log_that_is_all_garbage_counts_as_none(path: Path, backup: Path) -> None:
    path.with_name("barometer.db-wal").write_bytes(b"\xa5" * 50_000)
    path.with_name("barometer.db-shm").write_bytes(b"\x5a" * 50_000)
    async with storage.open(path, now=NOON) as store:
        assert files_of(store).notice is None
        assert await storage.preflight(path) is None
    assert messages(path) == 2010


async def test_the_log_of_a_damaged_database_is_moved_with_it(
    path: Path, folder: Path, backup: Path
) -> None:
    log = await killed_with_a_log(path)
    harm(path, flipped_bytes)
    content = log.read_bytes()
    async with storage.open(path, now=NOON) as store:
        assert files_of(store).notice is not None
    (old,) = aside(path)
    assert old.with_name(old.name + "-wal").read_bytes() == content
    assert messages(path) == 2000


KILLED_BEFORE_A_RENAME = """
import asyncio, os, pathlib, sys
from datetime import UTC, datetime
import storage

left = int(sys.argv[2])

def watch(event, _):
    global left
    if event == "os.rename":
        left -= 1
        if left == 0:
            os._exit(9)

async def main():
    sys.addaudithook(watch)
    async with storage.open(pathlib.Path(sys.argv[1]), now=datetime(2026, 3, 1, 12, tzinfo=UTC)):
        print("open")

asyncio.run(main())
"""


async def killed_before_a_rename(path: Path, number: int) -> bool:
    """Whether the start that mends the database came so far that it was killed there."""
    killed = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", KILLED_BEFORE_A_RENAME, path, str(number)),
        stdout=asyncio.subprocess.DEVNULL,
    )
    return await killed.wait() == 9


@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize("next_one", ["start", "restore"])
async def test_a_crash_at_any_step_of_the_mending_is_recovered_from(
    path: Path, folder: Path, backup: Path, number: int, next_one: str
) -> None:
    log = await killed_with_a_log(path)
    harmed = [harm(path, flipped_bytes), log.read_bytes()]
    assert await killed_before_a_rename(path, number) == (number < 6)
    if next_one == "restore":
        restore(path, folder, NOON)
    async with storage.open(path, now=NOON) as store:
        assert await storage.preflight(path) is None
        if next_one == "start":
            assert (files_of(store).notice is None) == (number == 6)
    assert messages(path) == 2000
    old = sorted(aside(path))[0]
    assert [old.read_bytes(), old.with_name(old.name + "-wal").read_bytes()] == harmed
    assert not list(path.parent.glob("*.restor*"))
    async with storage.open(path, now=NOON) as store:
        assert files_of(store).notice is None


async def test_a_database_made_while_a_restore_was_interrupted_is_moved_aside_too(
    path: Path, backup: Path
) -> None:
    harmed = harm(path, garbage_header)
    assert await killed_before_a_rename(path, 3)
    path.write_bytes(b"by somebody else")
    async with storage.open(path, now=NOON):
        pass
    assert {old.read_bytes() for old in aside(path)} == {harmed, b"by somebody else"}
    assert messages(path) == 2000


async def test_what_members_asked_for_after_the_backup_holds_in_what_is_restored(
    path: Path, folder: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        batch = [
            message(n / 10, author_id=5 + n % 4, guild_id=900 + n % 3, channel_id=70 + n % 3)
            for n in range(2000)
        ]
        await store.messages.apply(batch)
        await store.settings.change(901, lambda _: GuildSettings(901, member_lookup=True))
        await store.privacy.opt_out(902, 8, NOON)
        await files_of(store).backup(NOON)
        await store.privacy.opt_out(900, 5, LATER)
        await store.privacy.forget(900, 6, LATER)
        await store.guilds.erase(901, LATER)
        await store.privacy.opt_in(902, 8, NOON + timedelta(days=1))
    harm(path, flipped_bytes)
    async with storage.open(path, now=NOON) as store:
        assert files_of(store).notice is not None
        found = [await store.privacy.status(900, user) for user in (5, 6, 7)]
        assert [one.opted_out for one in found] == [True, False, False]
        assert [one.messages > 0 for one in found] == [False, False, True]
        assert not (await store.privacy.status(902, 8)).opted_out
        assert await store.guilds.known() == {900, 902}
        again = await store.messages.apply([one for one in batch if one.guild_id != 901])
        assert again.inserted == 0, "a backfill brings nobody back"
        assert (await store.messages.apply([message(10**5, author_id=6)])).inserted == 1
    assert_sums_equal_a_recount(path)


async def test_a_lost_journal_is_written_from_the_database_that_is_replaced(
    path: Path, backup: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.privacy.opt_out(900, 5, LATER)
    path.with_name("barometer.db.wishes").unlink()
    restore(path, backup.parent, NOON)
    async with storage.open(path, now=NOON) as store:
        assert (await store.privacy.status(900, 5)).opted_out
        assert (await store.messages.apply([message()])).ignored == 1


async def test_channels_are_read_again_from_before_their_oldest_message(
    path: Path, backup: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        silent = ReadUpTo(900, 71, None, message(30).message_id)
        await store.messages.apply([ReadUpTo(900, 70, None, message(400).message_id), silent])
        await store.channels.note_archived_read_up_to(900, message(400).message_id)
        latest = await files_of(store).backup(NOON + timedelta(hours=1))
    restore(path, backup.parent, NOON, backup=latest)
    async with storage.open(path, now=NOON) as store:
        before_all = message(0).message_id - 1
        assert await store.channels.contiguous(900) == {70: before_all, 71: silent.message_id}
        assert await store.channels.archived_read_up_to(900) == 0
    restore(path, backup.parent, NOON, backup=backup)
    async with storage.open(path, now=NOON) as store:
        assert await store.channels.contiguous(900) == {70: before_all}
        late = [message(300 + n, author_id=6) for n in range(10)]
        assert (await store.messages.apply(late)).inserted == 10


async def test_by_command_a_certain_backup_replaces_a_healthy_database(
    path: Path, folder: Path, backup: Path
) -> None:
    other = path.with_name("from elsewhere")
    shutil.move(backup, other)
    before = messages(path), path.read_bytes()
    restored = restore(path, folder, NOON, backup=other)
    assert restored.backup == other
    assert restored.aside is not None
    assert restored.aside.read_bytes() == before[1]
    assert (before[0], messages(path)) == (2010, 2000)
    assert other.exists()


async def test_a_backup_replaces_a_database_that_is_gone(
    path: Path, folder: Path, backup: Path
) -> None:
    path.unlink()
    assert restore(path, folder, NOON).aside is None
    assert messages(path) == 2000


@pytest.mark.parametrize("damage", [*DAMAGES, None])
async def test_a_backup_that_cannot_be_used_changes_nothing(
    path: Path, folder: Path, backup: Path, damage: Damage | None
) -> None:
    if damage:
        harm(backup, damage)
    else:
        backup.unlink()
    before = path.read_bytes()
    for wanted, words in ((backup, "There is no backup|damaged, or"), (None, "no good backup")):
        with pytest.raises(StorageError, match=words):
            restore(path, folder, NOON, backup=wanted)
    assert path.read_bytes() == before
    assert aside(path) == []


async def test_a_missing_or_wrong_key_changes_nothing(
    path: Path, folder: Path, backup: Path
) -> None:
    harmed = harm(path, garbage_header)
    key = path.with_name("barometer.db.key")
    right = key.read_bytes()
    for spoil, words in ((key.unlink, "is missing"), (lambda: key.write_bytes(b"x" * 32), "other")):
        spoil()
        with pytest.raises(StorageError, match=words):
            async with storage.open(path, now=NOON):
                pass
        assert path.read_bytes() == harmed
        assert aside(path) == []
    key.write_bytes(right)
    async with storage.open(path, now=NOON) as store:
        assert files_of(store).notice is not None


HOLDING_THE_DATABASE = """
import asyncio, pathlib, sys
from datetime import UTC, datetime
import storage

async def main():
    async with storage.open(pathlib.Path(sys.argv[1]), now=datetime(2026, 3, 1, 12, tzinfo=UTC)):
        print("open", flush=True)
        await asyncio.to_thread(sys.stdin.read)

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no open file by itself")
async def test_nothing_is_replaced_while_the_bot_has_the_database_open(
    path: Path, folder: Path, backup: Path
) -> None:
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", HOLDING_THE_DATABASE, path),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert bot.stdout is not None
    assert await bot.stdout.readline() == b"open\n"
    with pytest.raises(StorageError, match="Stop Barometer"):
        restore(path, folder, NOON)
    harmed = harm(path, garbage_header)
    with pytest.raises(StorageError, match="Stop Barometer"):
        async with storage.open(path, now=NOON):
            pass
    assert path.read_bytes() == harmed
    assert aside(path) == []
    bot.kill()
    await bot.communicate()
    async with storage.open(path, now=NOON) as store:
        assert files_of(store).notice is not None
    assert messages(path) == 2000


async def test_a_backup_by_a_newer_version_is_refused(
    path: Path, folder: Path, backup: Path
) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StorageError, match="newer version"):
        restore(path, folder, NOON)
    assert messages(path) == 2010


async def test_a_folder_in_place_of_the_database_is_refused(
    path: Path, folder: Path, backup: Path
) -> None:
    path.unlink()
    path.mkdir()
    with pytest.raises(StorageError):
        restore(path, folder, NOON)
    assert path.is_dir()
    assert not path.with_name("barometer.db.restoring").exists()
