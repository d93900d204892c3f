"""Who is told where when a channel becomes unusual, and what they were told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import storage
from storage import Storage
from storage.records import MOST_ALERTS, Alert, AlertPost, DeletedChannel, Retention

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def add(store: Storage, guild: int = 900, **fields: Any) -> Alert:
    defaults = {"scope_id": 70, "target_id": 80, "sensitivity": "default", "set_at": NOON}
    alert = await store.alerts.add(guild, Alert(0, **{**defaults, **fields}))
    assert alert is not None
    return alert


async def note(store: Storage, alert: Alert, *channels: int, at: datetime = NOON) -> AlertPost:
    post = await store.alerts.note(900, alert.id, dict.fromkeys(channels or (70,), at), at)
    assert post is not None
    return post


async def test_alerts_come_back_as_they_were_set(store: Storage) -> None:
    usual = await add(store)
    other = await add(
        store,
        scope_id=None,
        sensitivity="keen",
        quiet_from=22 * 60,
        quiet_until=6 * 60 + 30,
        most_a_day=24,
    )
    assert await store.alerts.of_guild(900) == [usual, other]
    assert await store.alerts.of_guild(901) == []
    assert await store.alerts.watched_guilds() == {900}
    assert await store.guilds.known() == {900}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"quiet_from": 60}, "beginning and an end"),
        ({"quiet_from": 0, "quiet_until": 1440}, "1,440 minutes"),
        ({"most_a_day": 0}, "1 to 24"),
        ({"sensitivity": "wild"}, "calm, default, keen"),
        ({"target_id": 0}, "An id is not within"),
        ({"set_at": datetime(2026, 3, 1)}, "time zone"),
    ],
)
async def test_what_is_no_alert_is_refused(
    store: Storage, fields: dict[str, Any], words: str
) -> None:
    with pytest.raises(storage.InvalidInputError, match=words):
        await add(store, **fields)
    assert await store.alerts.of_guild(900) == []


async def test_a_guild_has_as_many_as_can_be_picked_from_a_list(store: Storage) -> None:
    for _ in range(MOST_ALERTS):
        await add(store)
    assert await store.alerts.add(900, Alert(0, 70, 80, "default", NOON)) is None
    await add(store, guild=901)


async def test_one_is_removed_in_its_own_guild_alone(store: Storage) -> None:
    alert, other = await add(store), await add(store)
    assert not await store.alerts.remove(901, alert.id)
    assert await store.alerts.remove(900, alert.id)
    assert not await store.alerts.remove(900, alert.id)
    assert await store.alerts.of_guild(900) == [other]


async def test_a_snooze_is_kept_of_each_channel(store: Storage) -> None:
    alert, other = await add(store, scope_id=None), await add(store)
    assert await store.alerts.snooze(900, alert.id, [70, 71], NOON + HOUR)
    assert not await store.alerts.snooze(901, alert.id, [70], NOON)
    assert await store.alerts.snooze(900, alert.id, [71, 72], NOON + 2 * HOUR)
    snoozed = {70: NOON + HOUR, 71: NOON + 2 * HOUR, 72: NOON + 2 * HOUR}
    assert await store.alerts.of_guild(900) == [replace(alert, snoozed=snoozed), other]
    with pytest.raises(storage.InvalidInputError, match="An id is not within"):
        await store.alerts.snooze(900, alert.id, [0], NOON)
    await store.messages.apply([DeletedChannel(900, 71)])
    snoozed.pop(71)
    assert await store.alerts.of_guild(900) == [replace(alert, snoozed=snoozed), other]
    assert await store.alerts.remove(900, alert.id)
    assert await store.alerts.of_guild(900) == [other]


async def test_what_was_posted_is_kept_as_far_as_it_came(store: Storage) -> None:
    alert = await add(store, scope_id=None)
    first, second = await note(store, alert, 70, 71), await note(store, alert, 72, at=NOON + HOUR)
    assert await store.alerts.unfinished_guilds() == {900}
    await store.alerts.posted(900, first.id, NOON + HOUR)
    await store.alerts.over(900, first.id, NOON + 2 * HOUR)
    told = replace(first, posted_at=NOON + HOUR, over_at=NOON + 2 * HOUR)
    assert await store.alerts.posts(900) == [told, second]
    await store.alerts.over(900, second.id, NOON + 2 * HOUR)
    assert await store.alerts.unfinished_guilds() == frozenset()


async def test_it_is_marked_for_some_channels_and_a_mark_can_be_taken_back(store: Storage) -> None:
    alert = await add(store, scope_id=None)
    first, second = await note(store, alert, 70, 71), await note(store, alert, 70, at=NOON + HOUR)

    async def mark(guild: int, *channels: int, not_useful: bool = True) -> bool:
        return await store.alerts.mark(guild, first.id, channels, not_useful=not_useful)

    assert not await mark(901, 70), "another guild's"
    assert not await mark(900, 72), "it was not about that"
    assert await mark(900, 70)
    assert not await mark(900, 70), "it is marked once"
    assert await store.alerts.posts(900) == [replace(first, not_useful=frozenset({70})), second]
    assert await mark(900, 70, 71)
    assert await mark(900, 70, not_useful=False)
    assert not await mark(900, 70, not_useful=False)
    assert await store.alerts.posts(900) == [replace(first, not_useful=frozenset({71})), second]


async def test_what_was_posted_outlives_its_alert(store: Storage) -> None:
    alert = await add(store)
    post = await note(store, alert)
    await store.alerts.remove(900, alert.id)
    assert await store.alerts.posts(900) == [replace(post, alert_id=None)]
    assert await store.alerts.note(900, alert.id, {70: NOON}, NOON) is None
    assert await store.guilds.known() == {900}


async def test_it_goes_with_the_channel_that_was_watched_and_not_with_the_target(
    store: Storage,
) -> None:
    alert, other = await add(store), await add(store, scope_id=71)
    await note(store, alert)
    both = await note(store, other, 70, 71)
    await store.messages.apply([DeletedChannel(900, 80)])
    assert await store.alerts.of_guild(900) == [alert, other]
    await store.messages.apply([DeletedChannel(901, 70)])
    assert len(await store.alerts.posts(900)) == 2
    await store.messages.apply([DeletedChannel(900, 70)])
    assert await store.alerts.of_guild(900) == [other]
    assert await store.alerts.posts(900) == [replace(both, called={71: NOON})]


async def test_it_goes_with_its_guild(store: Storage) -> None:
    await note(store, await add(store))
    await store.guilds.erase(900, NOON)
    assert await store.alerts.of_guild(900) == []
    assert await store.alerts.posts(900) == []
    assert await store.guilds.known() == frozenset()


async def test_posts_are_kept_as_long_as_the_hours_of_channels(store: Storage) -> None:
    alert = await add(store)
    await note(store, alert, at=NOON - DAY)
    new = await note(store, alert)
    await store.retention.expire(NOON + 400 * DAY, Retention())
    assert await store.alerts.posts(900) == [new]
    assert await store.alerts.of_guild(900) == [alert]
