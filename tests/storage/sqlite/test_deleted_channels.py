"""A deleted channel leaves no row in any table."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import storage
from storage import Storage
from storage.records import (
    Alert,
    Applied,
    Change,
    DeletedChannel,
    DeletedMessages,
    ReadUpTo,
    Retention,
)
from tests.storage.fixture_types import Ask, MakeMessage

GUILD, CHANNEL, THREAD, OTHER = 900, 70, 71, 72
OF_A_CHANNEL = (
    *("channel", "message", "deleted", "member_hour", "channel_hour", "author_day"),
    *("published_day", "ignored_channel", "member", "note", "mark"),
    *("alert", "alert_post", "alert_episode", "alert_snooze"),
)


def counts(rows: Ask) -> dict[str, int]:
    return {table: rows(f"SELECT count(*) FROM {table}")[0][0] for table in OF_A_CHANNEL}


async def fill(
    store: Storage, message: MakeMessage, channel: int, parent: int | None = None
) -> None:
    """Something of the channel in every table, by a member who is nowhere else."""
    place = {"channel_id": channel, "parent_id": parent, "author_id": channel}
    old, new = message(-24 * 80, **place), message(**place)
    await store.messages.apply([old])
    await store.retention.expire(new.created_at, Retention(member_days=60))
    gone = DeletedMessages(GUILD, channel, (message(1).message_id,))
    await store.messages.apply([new, gone, ReadUpTo(GUILD, channel, parent, new.message_id)])
    await store.published_days.publish(GUILD, new.created_at + timedelta(days=9))
    now = new.created_at
    await store.notes.add(
        GUILD, channel, channel_id=channel, at=now, kind="other", text="", now=now
    )
    await store.marks.set(GUILD, channel, new.message_id, True)
    alert = await store.alerts.add(GUILD, Alert(0, channel, OTHER, "default", now))
    assert alert is not None
    await store.alerts.note(GUILD, alert.id, {channel: now}, now)
    await store.alerts.snooze(GUILD, alert.id, [channel], now)
    await store.settings.change(
        GUILD, lambda s: replace(s, ignored_channel_ids=s.ignored_channel_ids | {channel})
    )


async def test_a_channel_goes_with_its_threads_and_everything_that_was_kept(
    path: Path, store: Storage, rows: Ask, message: MakeMessage
) -> None:
    await fill(store, message, OTHER)
    others = counts(rows)
    assert all(others.values()), "or nothing is shown below"
    await fill(store, message, CHANNEL)
    place = {"channel_id": THREAD, "parent_id": CHANNEL}
    await store.messages.apply([message(**place), message(1, author_id=OTHER, **place)])
    assert await store.messages.apply([DeletedChannel(GUILD, CHANNEL)]) == Applied()
    assert counts(rows) == others
    assert (await store.settings.get(GUILD)).ignored_channel_ids == {OTHER}
    assert await store.channels.top_level(GUILD) == {OTHER}
    assert await storage.preflight(path) is None


async def test_nothing_brings_it_back_to_life(
    store: Storage, rows: Ask, message: MakeMessage
) -> None:
    late: list[Change] = [
        message(),
        message(1, channel_id=THREAD, parent_id=CHANNEL),
        DeletedMessages(GUILD, CHANNEL, (4, 5)),
        ReadUpTo(GUILD, CHANNEL, None, 9),
    ]
    done = await store.messages.apply([message(2), DeletedChannel(GUILD, CHANNEL), *late])
    assert done == Applied(ignored=5)
    assert await store.messages.apply(late) == Applied(ignored=4)
    assert set(counts(rows).values()) == {0}


async def test_a_channel_of_which_nothing_is_known_leaves_no_trace(
    store: Storage, rows: Ask
) -> None:
    await store.messages.apply([DeletedChannel(GUILD, CHANNEL)])
    assert set(counts(rows).values()) == {0}
