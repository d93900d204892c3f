"""A database moves from SQLite to PostgreSQL: all of it, verified, and also when it is killed."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import storage
from scripts import move as command
from scripts.chaos import postgres_ledger
from scripts.chaos.deliveries import Deliveries
from scripts.chaos.postgres_server import PostgresServer
from storage import Storage, StorageError
from storage.moving import Step, move
from storage.records import (
    Alert,
    ChangedBy,
    DeletedChannel,
    Digest,
    ReadUpTo,
    Retention,
    ScoredMessage,
    Shards,
)

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
START = NOW - timedelta(days=6)
ALWAYS = (NOW - timedelta(days=90), NOW + timedelta(days=90))
CHANNELS = [700, 701, 702, 703]
GUILDS = (900, 901, 902)


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(("BAROMETER_", "DISCORD_")):
            monkeypatch.delenv(name)
    return f"sqlite:///{tmp_path / 'moods.sqlite3'}"


@pytest.fixture
def target(postgres_server: PostgresServer) -> str:
    return postgres_server.new_database()


async def fill(address: str, batches: int = 12) -> None:
    """Something in every table, for three guilds."""
    deliveries = Deliveries(3, int(START.timestamp() * 1000))
    async with storage.open(address, now=NOW) as store:
        for number in range(batches):
            for guild in GUILDS:
                changes = [replace(each, guild_id=guild) for each in deliveries.batch(number)]
                await store.messages.apply(changes)
        newest = deliveries.message(30)
        newer_model = replace(newest, model="chaos-00000001", edited_at=NOW)
        gone = replace(deliveries.message(31), channel_id=799, message_id=newest.message_id + 1)
        await store.messages.apply([newer_model, gone, ReadUpTo(900, 703, None, 5)])
        await store.messages.apply([DeletedChannel(900, 799)])
        await store.marks.set(900, newest.channel_id, newest.message_id, True)
        await store.model_versions.note_read_again(900, 700, "chaos-00000001", START, NOW)
        await store.privacy.opt_out(900, 501, NOW)
        await store.privacy.forget(901, 502, NOW)
        await store.notes.add(
            900, 503, channel_id=700, at=NOW, kind="event", text="a quiz 🎉", now=NOW
        )
        await choose(store, 900)
        alert = await store.alerts.add(900, Alert(0, None, 700, "keen", NOW, 60, 120))
        assert alert is not None
        post = await store.alerts.note(900, alert.id, {700: NOW}, NOW)
        assert post is not None
        await store.alerts.posted(900, post.id, NOW)
        await store.alerts.mark(900, post.id, [700], not_useful=True)
        await store.alerts.snooze(900, alert.id, [700, 701], NOW)
        await store.digests.set(Digest(900, 700, 0, 9, True, NOW))
        await store.posts.begin(900, "digest-1", NOW)
        await store.jobs.schedule("digest", 900, NOW)
        await store.jobs.schedule("backup", 0, NOW)
        await store.guilds.left(902, NOW)
        for guild in GUILDS:
            await store.published_days.publish(guild, NOW + timedelta(days=4))
        await store.retention.in_force(NOW, Retention(30, 30, 90))
        # Of the first minutes nothing is kept but sums.
        await store.retention.expire(START + timedelta(days=28, minutes=5), Retention(28))


async def choose(store: Storage, guild: int) -> None:
    def change(settings: Any) -> Any:
        return replace(
            settings,
            member_lookup=True,
            moderator_role_ids=frozenset({1, 2}),
            ignored_channel_ids=frozenset({703}),
            time_zone="Europe/Berlin",
            command_marks="!",
        )

    await store.settings.change(guild, change, ChangedBy(503, NOW))


async def everything(address: str, key_file: Path | None = None) -> list[Any]:
    """All that the storage tells of the guilds."""
    told: list[Any] = []
    async with storage.open(address, now=NOW, key_file=key_file) as store:
        for guild in GUILDS:
            told.append(await store.rollups.of_channels(guild, CHANNELS, *ALWAYS))
            told.append(await store.published_days.of_channels(guild, CHANNELS, *ALWAYS))
            told.append(await store.model_versions.changes(guild, CHANNELS, *ALWAYS))
            told.append(await store.channels.contiguous(guild))
            told.append(await store.channels.top_level(guild))
            told.append(await store.settings.get(guild))
            told.append(await store.settings.changes(guild, 9))
            told.append(await store.alerts.of_guild(guild))
            told.append(await store.alerts.posts(guild))
            told.append(await store.notes.between(guild, CHANNELS, *ALWAYS))
            told.append(await store.marks.totals(guild))
            told.append(await store.digests.get(guild))
            told.append(await store.posts.begin(guild, "digest-1", NOW))
            told += [await store.privacy.export(guild, member) for member in range(500, 520)]
            scores = await store.messages.scores(guild, CHANNELS, *ALWAYS)
            told.append((scores.message_ids, scores.counts, scores.negative, scores.replies_to))
        told.append(await store.guilds.known())
        told.append(await store.jobs.due(NOW))
        told.append(await store.retention.in_force(NOW, Retention(30, 30, 90)))
        told.append(await store.guilds.erase_left(NOW, NOW))
    return told


def key_of(source: str) -> Path:
    return Path(source.removeprefix("sqlite:///") + ".key")


def ignore(_: Step) -> None:
    pass


async def test_all_that_is_told_is_the_same_afterwards(source: str, target: str) -> None:
    await fill(source)
    steps: list[Step] = []
    moved = await move(source, target, tell=steps.append)
    assert moved.key_file == key_of(source)
    assert [name for name, rows in moved.rows.items() if not rows] == ["one_voice"]
    assert {step.table for step in steps} == set(moved.rows)
    faults = await asyncio.to_thread(postgres_ledger.faults_of_sums, target)
    assert faults == [], "what follows from the rest was added up anew"
    assert await everything(target, moved.key_file) == await everything(source)


async def test_what_comes_new_after_the_move_is_numbered_behind_what_came(
    source: str, target: str
) -> None:
    await fill(source, 2)
    moved = await move(source, target, tell=ignore)
    async with storage.open(target, now=NOW, key_file=moved.key_file) as store:
        message = Deliveries(3, int(NOW.timestamp() * 1000)).message(0)
        new = replace(message, channel_id=720, author_id=530, model="another")
        assert (await store.messages.apply([new])).inserted == 1
        (known,) = await store.alerts.of_guild(900)
        added = await store.alerts.add(900, replace(known, scope_id=700))
        assert added is not None
        assert added.id > known.id


class StoppedError(Exception):
    """As if the process had been killed there."""


async def test_a_move_that_was_stopped_goes_on_where_it_was(source: str, target: str) -> None:
    await fill(source, 4)
    before = await everything(source)

    def stop_at(table: str) -> Callable[[Step], None]:
        def tell(step: Step) -> None:
            if step.table == table:
                raise StoppedError

        return tell

    for table in ("channel", "message", "note"):
        with pytest.raises(StoppedError):
            await move(source, target, tell=stop_at(table))
        for ask in (storage.preflight(target, key_file=key_of(source)), everything(target)):
            with pytest.raises(StorageError, match="not all has arrived"):
                await ask
    steps: list[Step] = []
    moved = await move(source, target, tell=steps.append)
    there = {step.table: step.already_there for step in steps}
    assert there["message"] > 0
    assert await everything(target, moved.key_file) == before


async def test_what_changed_in_the_source_meanwhile_is_moved_as_it_is_now(
    source: str, target: str
) -> None:
    await fill(source, 3)
    tables: list[str] = []

    def stop(step: Step) -> None:
        tables.append(step.table)
        if step.table == "settings_change_author":
            raise StoppedError

    with pytest.raises(StoppedError):
        await move(source, target, tell=stop)
    async with storage.open(source, now=NOW) as store:
        deliveries = Deliveries(4, int(NOW.timestamp() * 1000))
        changed = [each for each in deliveries.batch(0) if isinstance(each, ScoredMessage)]
        await store.messages.apply(changed)
        await store.privacy.opt_out(901, 503, NOW)
        await store.guilds.erase(902, NOW)
        await store.model_versions.note_read_again(900, 701, "chaos-00000001", START, NOW)
    moved = await move(source, target, tell=ignore)
    assert await everything(target, moved.key_file) == await everything(source)


async def test_what_is_done_on_the_way_or_holds_other_data_is_refused(
    source: str, target: str, tmp_path: Path
) -> None:
    await fill(source, 1)
    async with storage.open(source, now=NOW, exclusive=True):
        with pytest.raises(StorageError, match="already running on the database"):
            await move(source, target, tell=ignore)
    moved = await move(source, target, tell=ignore)
    with pytest.raises(StorageError, match="already holds data"):
        await move(source, target, tell=ignore)
    async with storage.open(target, now=NOW, key_file=moved.key_file, exclusive=Shards(0, 15, 64)):
        with pytest.raises(StorageError, match="already running on the database"):
            await move(source, target, tell=ignore)
    for there, back in ((target, source), (source, source), (target, target)):
        with pytest.raises(StorageError, match="from SQLite to PostgreSQL"):
            await move(there, back, tell=ignore)
    with pytest.raises(StorageError, match="There is no database"):
        await move(f"sqlite:///{tmp_path / 'nothing'}", target, tell=ignore)


async def test_another_database_is_not_moved_into_one_that_is_half_filled(
    source: str, target: str, tmp_path: Path
) -> None:
    await fill(source, 1)

    def stop(step: Step) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        await move(source, target, tell=stop)
    other = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    async with storage.open(other, now=NOW):
        pass
    with pytest.raises(StorageError, match="Another database was being moved"):
        await move(other, target, tell=ignore)


def test_the_program_killed_again_and_again_moves_everything_once(
    source: str, target: str, postgres_server: PostgresServer
) -> None:
    asyncio.run(fill(source, 20))
    before = asyncio.run(everything(source))
    program = [sys.executable, "-m", "scripts.move", source, target]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    name = target.rpartition("/")[2]
    counted = "SELECT count(*) FROM pg_tables WHERE tablename = 'barometer_moved'"
    for kills in range(1, 4):
        with subprocess.Popen(program, env=environment, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()  # it has begun to copy
            time.sleep(0.02 * kills)
            process.kill()
        postgres_server.drop_connections(name)  # as if the machine were gone
        assert postgres_server.ask(counted, name) == ["1"], "killed before it was done"
    done = subprocess.run(program, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "the counts and checksums of every table and server agree" in done.stdout
    assert f"BAROMETER_KEY_FILE={key_of(source)}" in done.stdout
    assert asyncio.run(everything(target, key_of(source))) == before


def test_the_program_says_what_is_wrong(
    source: str, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main([source, target.replace("//barometer@", "//barometer:hunter2@")]) == 1
    said = capsys.readouterr()
    assert "There is no database" in said.err
    assert "hunter2" not in said.err + said.out
