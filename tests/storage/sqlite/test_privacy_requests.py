"""The privacy journal, and what it brings back to a database that does not know them."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sqlite3
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from storage.errors import StorageError
from storage.records import GuildSettings, PrivacyStatus
from storage.sqlite.engine import DatabaseFiles, SQLiteStorage
from storage.sqlite.files import privacy_journal
from storage.sqlite.files.privacy_journal import PrivacyRequest
from storage.sqlite.opening import open_database
from storage.sqlite.privacy_requests import last_word
from storage.sqlite.sweeper import sweeper_of
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=250)
ALWAYS = (NOON - timedelta(days=9), NOON + timedelta(days=9))
ANA, BEN = bytes(range(16)), bytes(16)


@pytest.fixture
def written(path: Path) -> Path:
    return path.with_name(path.name + ".wishes")


def test_what_is_written_is_read_in_its_order(written: Path) -> None:
    wishes = [
        PrivacyRequest("opt-out", ANA, 5),
        PrivacyRequest("forget", BEN, 2**63 - 1),
        PrivacyRequest("opt-in", ANA, 6),
    ]
    assert privacy_journal.read(written) == []
    privacy_journal.append(written, wishes[0])
    privacy_journal.append(written, *wishes[1:])
    assert privacy_journal.read(written) == wishes
    assert written.read_text().splitlines()[0] == "opt-out 000102030405060708090a0b0c0d0e0f 5"


@pytest.mark.parametrize("torn", ["f", "forget 00", f"forget {BEN.hex()} 77"])
def test_a_torn_last_line_is_passed_over_and_overwritten(written: Path, torn: str) -> None:
    privacy_journal.append(written, PrivacyRequest("opt-out", ANA, 5))
    with written.open("a") as file:
        file.write(torn)
    assert privacy_journal.read(written) == [PrivacyRequest("opt-out", ANA, 5)]
    privacy_journal.append(written, PrivacyRequest("opt-in", ANA, 6))
    assert privacy_journal.read(written) == [
        PrivacyRequest("opt-out", ANA, 5),
        PrivacyRequest("opt-in", ANA, 6),
    ]


def test_a_journal_that_is_one_torn_line_starts_anew(written: Path) -> None:
    written.write_text("opt-o")
    privacy_journal.append(written, PrivacyRequest("opt-in", ANA, 6))
    assert privacy_journal.read(written) == [PrivacyRequest("opt-in", ANA, 6)]


@pytest.mark.parametrize(
    "line",
    ["", "opt-out", "opt-out 00 1", f"sing {ANA.hex()} 1", f"forget {ANA.hex()} x", "größe 1 2"],
)
def test_a_damaged_line_is_named(written: Path, line: str) -> None:
    written.write_text(f"opt-out {ANA.hex()} 5\n{line}\n")
    with pytest.raises(StorageError, match="damaged in line 2"):
        privacy_journal.read(written)


async def test_every_wish_is_in_the_journal_and_names_nobody(
    path: Path, written: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message()])
        await store.privacy.opt_out(900, 5, NOON)
        await store.privacy.opt_in(900, 5, NOON)
        await store.privacy.forget(900, 5, NOON)
        await store.guilds.erase(900, LATER)
        await store.privacy.opt_in(900, 6, NOON)  # never opted out: no trace
    requests = [e for e in privacy_journal.read(written) if isinstance(e, PrivacyRequest)]
    assert [w.action for w in requests] == [
        "opt-out",
        "opt-in",
        "forget",
        "erase-guild",
    ]


async def test_a_journal_that_cannot_be_written_stops_the_wish(
    path: Path, written: Path, message: MakeMessage
) -> None:
    written.mkdir()
    async with storage.open(path.with_name("other.db"), now=NOON) as store:
        assert (await store.messages.apply([message()])).inserted == 1
        other = path.with_name("other.db.wishes")
        other.mkdir()
        with pytest.raises(StorageError, match="privacy journal"):
            await store.privacy.opt_out(900, 5, LATER)
        assert (await store.privacy.status(900, 5)).messages == 1
        other.rmdir()
        assert await store.privacy.opt_out(900, 5, LATER) == 1


async def test_a_wish_that_is_only_in_the_journal_is_carried_out_at_the_start(
    path: Path, written: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(), message(1, author_id=6)])
    shutil.copy(path, path.with_name("before"))
    async with storage.open(path, now=NOON) as store:
        await store.privacy.opt_out(900, 5, LATER)
    shutil.copy(path.with_name("before"), path)  # as if the commit had never come
    async with storage.open(path, now=NOON) as store:
        assert (await store.privacy.status(900, 5)).opted_out
        assert (await store.messages.apply([message(2)])).ignored == 1
        assert len(await store.rollups.of_channels(900, [70], *ALWAYS)) == 1
        assert await storage.preflight(path) is None


KILLED_BETWEEN_JOURNAL_AND_COMMIT = """
import asyncio, os, pathlib, signal, sys
from datetime import UTC, datetime
import storage
from storage.sqlite.engine import DatabaseFiles, SQLiteStorage
from storage.sqlite.files import privacy_journal

append = privacy_journal.append

def append_and_die(*arguments):
    append(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)

async def main():
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    async with storage.open(pathlib.Path(sys.argv[1]), now=now) as store:
        privacy_journal.append = append_and_die
        await store.privacy.opt_out(900, 5, now)

asyncio.run(main())
"""


async def test_who_was_killed_between_journal_and_commit_carries_the_wish_out(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(), message(1, author_id=6)])
    killed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED_BETWEEN_JOURNAL_AND_COMMIT, path
    )
    assert await killed.wait() == -signal.SIGKILL
    async with storage.open(path, now=NOON) as store:
        assert await store.privacy.status(900, 5) == PrivacyStatus(True, 0, None, None)
        assert (await store.privacy.status(900, 6)).messages == 1
        assert await storage.preflight(path) is None


async def test_a_wish_that_the_disk_had_no_room_for_is_told_and_can_be_repeated(
    path: Path, message: MakeMessage
) -> None:
    async with open_database(path) as (database, pseudonyms):
        store = SQLiteStorage(
            database,
            pseudonyms,
            sweeper_of(database),
            DatabaseFiles(database, path.parent, None),
        )
        await store.messages.apply([message(n / 9) for n in range(2000)])
        await database.write(lambda c: c.execute("PRAGMA max_page_count = 1").close())
        with pytest.raises(StorageError, match="no longer fits"):
            await store.settings.change(
                900, lambda _: GuildSettings(900, ignored_channel_ids=frozenset(range(1, 5000)))
            )
        assert await store.privacy.opt_out(900, 5, LATER) == 2000, "erasing needs no new room"
        assert await storage.preflight(path) is None


async def test_an_old_copy_of_the_database_learns_every_wish_made_since(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        batch = [message(n, author_id=5 + n) for n in range(4)]
        await store.messages.apply([*batch, message(guild_id=901), message(guild_id=902)])
        await store.privacy.opt_out(900, 5, NOON)
    shutil.copy(path, path.with_name("before"))
    async with storage.open(path, now=NOON) as store:
        await store.privacy.opt_in(900, 5, NOON + timedelta(days=1))
        await store.privacy.forget(900, 6, NOON + timedelta(days=1))
        await store.privacy.opt_out(900, 7, NOON + timedelta(days=1))
        await store.guilds.erase(901, LATER)
    shutil.copy(path.with_name("before"), path)
    for _ in range(2):  # the second start finds nothing to do
        async with storage.open(path, now=NOON) as store:
            found = [await store.privacy.status(900, user) for user in (5, 6, 7, 8)]
            assert [status.opted_out for status in found] == [False, False, True, False]
            assert [status.messages for status in found] == [0, 0, 0, 1]
            assert (await store.privacy.status(901, 5)).messages == 0
            assert (await store.privacy.status(902, 5)).messages == 1
            edit = message(1, author_id=6, edited_at=NOON + timedelta(days=8))
            assert (await store.messages.apply([message(5), edit])).ignored == 2
            assert await storage.preflight(path) is None


async def test_a_guild_that_came_back_is_not_erased_again_at_the_next_start(
    path: Path, message: MakeMessage
) -> None:
    for _ in range(2):
        async with storage.open(path, now=NOON) as store:
            await store.messages.apply([message()])
            await store.guilds.erase(900, LATER)
            await store.messages.apply([message(1)])
        async with storage.open(path, now=NOON) as store:
            assert (await store.privacy.status(900, 5)).messages == 1


async def test_a_new_database_learns_all_wishes_of_the_old_one(
    path: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.privacy.opt_out(900, 5, LATER)
    path.unlink()
    async with storage.open(path, now=NOON) as store:
        assert (await store.messages.apply([message()])).ignored == 1


async def test_a_lost_or_old_journal_is_written_again_from_the_database(
    path: Path, written: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.privacy.opt_out(900, 5, NOON)
        shutil.copy(written, path.with_name("old"))
        await store.privacy.opt_in(900, 5, NOON + timedelta(hours=1))
        await store.privacy.opt_out(900, 6, NOON)
    whole = privacy_journal.read(written)
    for replace in (written.unlink, lambda: shutil.copy(path.with_name("old"), written)):
        replace()
        async with storage.open(path, now=NOON) as store:
            assert not (await store.privacy.status(900, 5)).opted_out
            assert (await store.privacy.status(900, 6)).opted_out
            assert (await store.messages.apply([message(2, author_id=6)])).ignored == 1
        assert set(whole[1:]) <= set(privacy_journal.read(written))


async def test_only_a_hash_of_the_wisher_is_kept(path: Path) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.privacy.opt_out(900, 5, NOON)
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT * FROM wish").fetchall()
    connection.close()
    ((member, opted_out, up_to),) = rows
    assert (type(member), len(member), opted_out) == (bytes, 16, 1)
    assert storage.records.snowflake_time(up_to) == NOON


async def changes_her_mind(path: Path, times: int, user: int = 5) -> None:
    async with storage.open(path, now=NOON) as store:
        for number in range(times):
            await store.privacy.opt_out(900, user, NOON + timedelta(hours=number))
            await store.privacy.opt_in(900, user, NOON + timedelta(hours=number, minutes=30))


async def test_a_long_journal_is_shortened_at_the_start_to_the_last_word_of_each_member(
    path: Path, written: Path, message: MakeMessage
) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.messages.apply([message(author_id=author) for author in (5, 6, 7)])
        await store.privacy.opt_out(900, 6, NOON)
        await store.privacy.forget(900, 7, NOON)
        await store.guilds.erase(901, LATER)
    await changes_her_mind(path, 9)
    before = last_word(privacy_journal.read(written))
    assert len(privacy_journal.read(written)) == 21
    with written.open("a") as file:
        file.write("forget 00")  # torn
    async with storage.open(path, now=NOON) as store:
        assert len(privacy_journal.read(written)) == 4
        assert last_word(privacy_journal.read(written)) == before
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
        await store.privacy.opt_out(900, 5, NOON + timedelta(days=9))
    path.unlink()
    async with storage.open(path, now=NOON) as store:  # which knows only the journal
        found = [await store.privacy.status(900, user) for user in (5, 6, 7)]
        assert [status.opted_out for status in found] == [True, True, False]
        assert (await store.messages.apply([message(author_id=7)])).ignored == 1
    assert len(privacy_journal.read(written)) == 5, "it is not shortened for a line"


KILLED_BEFORE_A_STEP = """
import asyncio, os, pathlib, sys
from datetime import UTC, datetime
import storage

path, left = pathlib.Path(sys.argv[1]), int(sys.argv[2])

def watch(event, arguments):
    global left
    if event in ("open", "os.rename", "os.remove") and ".wishes" in str(arguments[0]):
        left -= 1
        if left == 0:
            os._exit(9)

async def main():
    sys.addaudithook(watch)
    async with storage.open(path, now=datetime(2026, 3, 1, 12, tzinfo=UTC)):
        pass

asyncio.run(main())
"""


async def test_a_crash_while_the_journal_is_shortened_leaves_the_old_or_the_new_one(
    path: Path, written: Path
) -> None:
    await changes_her_mind(path, 9)
    whole, lengths = written.read_bytes(), set()
    word = last_word(privacy_journal.read(written))
    for step in range(1, 99):
        written.write_bytes(whole)
        killed = await asyncio.create_subprocess_exec(
            sys.executable, "-c", KILLED_BEFORE_A_STEP, path, str(step)
        )
        ended = await killed.wait()
        assert last_word(privacy_journal.read(written)) == word
        lengths.add(len(privacy_journal.read(written)))
        if ended == 0:
            break
    assert step > 3
    assert lengths == {18, 1}
    async with storage.open(path, now=NOON) as store:
        assert not (await store.privacy.status(900, 5)).opted_out
