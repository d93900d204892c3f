"""A note that is to go is gone for good: no backup brings it back, and no file holds it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import storage
from storage.sqlite.files.restoring import restore
from tests.storage.fixture_types import files_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def test_a_restored_note_of_somebody_who_asked_to_be_forgotten_goes_again(
    path: Path,
) -> None:
    async with storage.open(path, now=NOON) as store:
        _, others = [
            await store.notes.add(
                900, author, channel_id=None, at=NOON, kind="other", text="hello", now=NOON
            )
            for author in (5, 6)
        ]
        await files_of(store).backup(NOON)
        await store.privacy.forget(900, 5, NOON)
    restore(path, path.parent / "backups", NOON)
    async with storage.open(path, now=NOON) as store:
        found = await store.notes.between(900, [], NOON, NOON + timedelta(days=1))
        assert found == [others]
        await store.guilds.erase(900, NOON)
    restore(path, path.parent / "backups", NOON)
    async with storage.open(path, now=NOON) as store:
        assert await store.notes.between(900, [], NOON, NOON + timedelta(days=1)) == []


async def test_a_note_that_goes_is_in_no_byte_of_the_files(path: Path) -> None:
    words = b"slow mode since the raid of Sunday"
    async with storage.open(path, now=NOON) as store:
        for way in ("remove", "forget", "guild"):
            note = await store.notes.add(
                900, 5, channel_id=None, at=NOON, kind="raid", text=words.decode(), now=NOON
            )
            match way:
                case "remove":
                    await store.notes.remove(900, note.id)
                case "forget":
                    await store.privacy.forget(900, 5, NOON)
                case _:
                    await store.guilds.erase(900, NOON)
            async with asyncio.timeout(60):
                while any(  # noqa: ASYNC110 (a file has no event for it)
                    words in file.read_bytes() for file in path.parent.iterdir()
                ):
                    await asyncio.sleep(0.05)
