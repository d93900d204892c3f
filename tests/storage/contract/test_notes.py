"""What moderators note on the axis of time: the only text that is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest

import storage
from storage import Storage
from storage.records import DeletedChannel, Note, NoteKind, Retention
from tests.storage.fixture_types import MakeMessage, NewAddress

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ALWAYS = (NOON - 900 * DAY, NOON + 900 * DAY)


async def add(store: Storage, guild: int = 900, author: int = 5, **fields: Any) -> Note:
    defaults = {"channel_id": 70, "at": NOON, "kind": "other", "text": "", "now": NOON + HOUR}
    return await store.notes.add(guild, author, **{**defaults, **fields})


async def test_a_note_comes_back_as_it_was_set(store: Storage) -> None:
    at = NOON + timedelta(microseconds=1)
    note = await add(store, at=at, kind="slow mode", text="30 s, after the quarrel 🧯")
    assert note == Note(
        note.id, 70, at, NOON + HOUR, "slow mode", text="30 s, after the quarrel 🧯"
    )
    assert await store.notes.between(900, [70], *ALWAYS) == [note]


@pytest.mark.parametrize("kind", get_args(NoteKind))
async def test_every_kind_comes_back(store: Storage, kind: NoteKind) -> None:
    note = await add(store, kind=kind)
    assert (await store.notes.between(900, [70], *ALWAYS)) == [note]
    assert note.kind == kind


async def test_notes_of_the_channels_their_threads_and_the_server_come_in_the_order_of_time(
    store: Storage, message: MakeMessage
) -> None:
    await store.messages.apply([message(channel_id=71, parent_id=70)])
    late = await add(store, at=NOON + 2 * HOUR)
    server = await add(store, at=NOON + HOUR, channel_id=None)
    thread = await add(store, channel_id=71)
    other = await add(store, channel_id=72)
    assert await store.notes.between(900, [70], *ALWAYS) == [thread, server, late]
    assert await store.notes.between(900, {71, 72}, *ALWAYS) == [thread, other, server]
    assert await store.notes.between(900, [], *ALWAYS) == [server]


async def test_a_note_in_a_thread_in_which_nothing_is_counted_is_the_channels_too(
    store: Storage,
) -> None:
    note = await add(store, channel_id=71, parent_id=70)
    assert await store.notes.between(900, [70], *ALWAYS) == [note]
    await store.messages.apply([DeletedChannel(900, 70)])
    assert await store.notes.between(900, [70, 71], *ALWAYS) == []


async def test_a_period_has_its_beginning_and_not_its_end(store: Storage) -> None:
    notes = [await add(store, at=NOON + n * HOUR) for n in range(4)]
    assert await store.notes.between(900, [70], NOON + HOUR, NOON + 3 * HOUR) == notes[1:3]


async def test_a_note_is_seen_and_removed_in_its_own_guild_alone(store: Storage) -> None:
    note = await add(store)
    server = await add(store, channel_id=None)
    assert await store.notes.between(901, [70], *ALWAYS) == []
    assert not await store.notes.remove(901, note.id)
    assert await store.notes.remove(900, note.id)
    assert not await store.notes.remove(900, note.id)
    assert await store.notes.between(900, [70], *ALWAYS) == [server]


@pytest.mark.parametrize(
    "text",
    ["x" * 61, "two\nlines", "bell\a", "nul\0", "\x7f", "\x85", "\u2028", "\u202etxet", "\ud800"],
)
async def test_a_text_that_is_too_long_or_more_than_a_line_is_refused(
    store: Storage, text: str
) -> None:
    with pytest.raises(storage.InvalidInputError, match="A note"):
        await add(store, text=text)
    assert await store.notes.between(900, [70], *ALWAYS) == []


@pytest.mark.parametrize("text", ["", "x" * 60, "👩‍🚒" * 20, "größe", "عطلة"])
async def test_any_line_of_sixty_letters_is_kept(store: Storage, text: str) -> None:
    assert (await add(store, text=text)).text == text


async def test_what_is_no_note_is_refused(store: Storage) -> None:
    with pytest.raises(storage.InvalidInputError, match="of one of these kinds: slow mode, event"):
        await add(store, kind="party")
    with pytest.raises(storage.InvalidInputError, match="no time zone"):
        await add(store, at=datetime(2026, 3, 1))
    for wrong in ({"guild": 0}, {"author": 0}, {"channel_id": 0}):
        with pytest.raises(storage.InvalidInputError, match="An id is not within"):
            await add(store, **wrong)


@pytest.mark.parametrize("way", ["forget", "opt_out"])
async def test_a_note_goes_with_its_authors_wish_and_no_others(store: Storage, way: str) -> None:
    await add(store, channel_id=None)
    await add(store)
    others, elsewhere = await add(store, author=6), await add(store, guild=901)
    assert await getattr(store.privacy, way)(900, 5, NOON + DAY) == 0
    assert await store.notes.between(900, [70], *ALWAYS) == [others]
    assert await store.notes.between(901, [70], *ALWAYS) == [elsewhere]


async def test_an_author_gets_their_notes_and_nobody_elses(store: Storage) -> None:
    late, early = await add(store, at=NOON + HOUR), await add(store, channel_id=None)
    await add(store, author=6)
    await add(store, guild=901)
    assert (await store.privacy.export(900, 5)).notes == (early, late)
    assert (await store.privacy.status(900, 5)).notes == 2


async def test_notes_are_kept_as_long_as_the_hours_of_channels(store: Storage) -> None:
    old = await add(store, at=NOON - DAY)
    new = await add(store, at=NOON)
    coming = await add(store, at=NOON + 800 * DAY)
    kept = Retention()
    await store.retention.expire(NOON + 399 * DAY, kept)
    assert await store.notes.between(900, [70], *ALWAYS) == [old, new, coming]
    await store.retention.expire(NOON + 400 * DAY, kept)
    assert await store.notes.between(900, [70], *ALWAYS) == [new, coming]
    await store.retention.expire(NOON + 401 * DAY, kept)
    assert await store.notes.between(900, [70], *ALWAYS) == []
    assert await store.channels.top_level(900) == frozenset()


async def test_a_note_goes_with_its_channel_or_its_guild(
    store: Storage, message: MakeMessage
) -> None:
    await add(store, channel_id=71)
    server = await add(store, channel_id=None)
    await store.messages.apply([DeletedChannel(900, 71)])
    assert await store.notes.between(900, [71], *ALWAYS) == [server]
    assert (await store.privacy.export(900, 5)).notes == (server,)
    assert await store.guilds.known() == {900}
    await store.guilds.erase(900, NOON)
    assert await store.notes.between(900, [71], *ALWAYS) == []
    assert await store.guilds.known() == frozenset()


async def test_notes_are_there_after_a_restart(new_address: NewAddress) -> None:
    address = new_address()
    async with storage.open(address, now=NOON) as store:
        note = await add(store, text="slow mode")
    async with storage.open(address, now=NOON) as store:
        assert await store.notes.between(900, [70], *ALWAYS) == [note]
