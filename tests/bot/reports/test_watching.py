"""What is unusual follows from what is stored, at once and whatever happens to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import storage
from bot.reports.channel_baselines import NotYet
from bot.reports.watching import PATIENCE, Look, Watching
from storage import Storage
from storage.records import (
    DeletedMessages,
    Retention,
    ScoredMessage,
)
from tests.bot.said import GAMING, GENERAL, GUILD, said
from tests.bot.said import talk as talk_until

NOW = datetime(2026, 5, 20, 9, tzinfo=UTC)
THREAD = 72
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
QUARREL = NOW - 2 * DAY

talk = partial(talk_until, NOW)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Storage]:
    async with storage.open(tmp_path / "bot.sqlite3", now=NOW) as opened:
        yield opened


@pytest.fixture
def watching(store: Storage) -> Watching:
    return Watching(store, Retention(), lambda: NOW)


def quarrel(at: datetime = QUARREL, people: int = 6, **fields: Any) -> list[ScoredMessage]:
    """Forty bad messages within an hour."""
    return [said(at + n * timedelta(seconds=90), 1 + n % people, True, **fields) for n in range(40)]


async def week(watching: Watching, *channels: int) -> Look:
    return await watching.look(GUILD, channels or (GENERAL,), NOW - 7 * DAY)


async def test_a_quarrel_among_what_is_stored_is_seen(store: Storage, watching: Watching) -> None:
    await store.messages.apply([*talk(), *quarrel()])
    look = await week(watching)
    (found,) = look.unusual()
    assert found.channel_id == GENERAL
    assert abs(found.began - QUARREL) < timedelta(minutes=10)
    assert found.negative == 40
    assert 40 <= found.messages <= 42, "with what others said meanwhile"
    assert found.people >= 6
    assert look.messages == pytest.approx(7 * 40 + 40, abs=1)
    assert look.waiting == {}
    assert look.baselines[GENERAL].negative([NOW]).value[0] == pytest.approx(0.1, abs=0.06)


async def test_a_thread_is_part_of_its_channel(store: Storage, watching: Watching) -> None:
    there = quarrel(channel_id=THREAD, parent_id=GENERAL)
    await store.messages.apply([*talk(), *there])
    (found,) = (await week(watching)).unusual()
    assert found.channel_id == GENERAL


async def test_only_what_reaches_into_the_period_is_told(
    store: Storage, watching: Watching
) -> None:
    await store.messages.apply([*talk(), *quarrel()])
    look = watching.look
    assert not (await look(GUILD, [GENERAL], NOW - DAY)).episodes
    assert (await look(GUILD, [GENERAL], QUARREL + timedelta(minutes=30))).unusual()
    assert not (await look(GUILD, [GENERAL], NOW - 7 * DAY, QUARREL - DAY)).unusual()


async def test_of_more_messages_than_are_looked_through_it_is_the_last(
    store: Storage, watching: Watching
) -> None:
    await store.messages.apply([*talk(), *quarrel()])
    asked = (GUILD, [GENERAL], NOW - 7 * DAY)
    whole = await watching.look(*asked, most=10_000)
    assert not whole.cut_short
    assert whole.since == NOW - 7 * DAY
    last = await watching.look(*asked, most=45)
    assert last.cut_short
    assert NOW - 28 * HOUR <= last.since <= NOW - 25 * HOUR, "forty messages a day"
    assert last.messages <= 45
    assert not last.episodes
    assert whole.episodes
    least = await watching.look(*asked, most=0)
    assert least.since == NOW - HOUR, "the last hour in any case"


async def test_who_waits_costs_no_look_at_messages(
    store: Storage, watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.messages.apply([*talk(days=9), *talk(channel_id=GAMING)])
    asked: list[list[int]] = []
    scores = store.messages.scores

    async def noted(guild_id: int, channel_ids: list[int], *span: datetime) -> Any:
        asked.append(list(channel_ids))
        return await scores(guild_id, channel_ids, *span)

    monkeypatch.setattr(store.messages, "scores", noted)
    look = await watching.look(GUILD, [GENERAL, GAMING], NOW - DAY)
    assert (set(look.waiting), set(look.baselines)) == ({GENERAL}, {GAMING})
    assert look.messages == 40, "what was said where nothing is known is not looked through"
    assert asked == [[GAMING], [GENERAL, GAMING]], "once to learn, once to look"
    await watching.look(GUILD, [GENERAL, GAMING], NOW - DAY)
    assert asked[2:] == [[GENERAL, GAMING]]


async def test_who_looks_at_more_channels_asks_for_more_evidence(
    store: Storage, watching: Watching
) -> None:
    other = talk(channel_id=GAMING)
    await store.messages.apply([*talk(), *quarrel(), *other])
    look = await week(watching, GENERAL, GAMING)
    assert set(look.baselines) == {GENERAL, GAMING}
    (found,) = look.unusual()
    faint = replace(look, episodes=(replace(found, evidence=1.5),))
    assert not faint.unusual(), "two are looked at"
    assert replace(faint, needed={GENERAL: 1.0}).unusual()
    alone = await week(watching, GENERAL)
    assert (dict(look.needed), dict(alone.needed)) == ({GENERAL: 2, GAMING: 2}, {GENERAL: 1})
    assert found.called > alone.episodes[-1].called, "the evidence of many people must be as much"


async def test_who_asks_for_more_evidence_is_called_later(
    store: Storage, watching: Watching
) -> None:
    await store.messages.apply([*talk(), *quarrel(), *talk(channel_id=GAMING)])
    both, since = (GENERAL, GAMING), NOW - 7 * DAY
    usual = await watching.look(GUILD, both, since, factors={})
    assert dict(usual.needed) == {GENERAL: 2, GAMING: 2}
    strict = await watching.look(GUILD, both, since, factors={GENERAL: 12.0})
    (early,), (late,) = usual.unusual(), strict.unusual()
    assert early.called < late.called < late.until
    assert early.evidence == late.evidence >= 24
    beyond = await watching.look(GUILD, both, since, factors={GENERAL: late.evidence})
    assert beyond.unusual() == ()


async def test_only_some_of_the_watched_channels_are_looked_through(
    store: Storage, watching: Watching
) -> None:
    other = talk(channel_id=GAMING)
    await store.messages.apply([*talk(), *quarrel(), *other])
    both, since = (GENERAL, GAMING), NOW - 7 * DAY
    look = await watching.look(GUILD, both, since, among=[GAMING, 99], factors={})
    assert look.episodes == ()
    assert dict(look.needed) == {GENERAL: 2, GAMING: 2}, "but as one of two"
    assert (await watching.look(GUILD, both, since, among=[GENERAL], factors={})).unusual()


async def test_a_look_that_comes_again_and_again_is_patient_with_young_channels(
    store: Storage,
) -> None:
    now = NOW
    watching = Watching(store, Retention(), lambda: now)
    both, since = (GENERAL, GAMING), NOW - DAY
    await store.messages.apply(talk(channel_id=GAMING))
    assert set((await watching.look(GUILD, both, since, among=[])).waiting) == {GENERAL}
    await store.messages.apply(talk())
    assert set((await watching.look(GUILD, both, since, among=[])).waiting) == {GENERAL}
    assert (await watching.look(GUILD, [GENERAL], since)).waiting == {}, "somebody asks"
    assert (await watching.look(GUILD, both, since, among=[])).waiting == {}


async def test_a_young_channel_is_looked_at_again_after_a_while(store: Storage) -> None:
    now = NOW
    watching = Watching(store, Retention(), lambda: now)
    assert (await watching.look(GUILD, [GENERAL], NOW, among=[])).waiting
    await store.messages.apply(talk())
    now = NOW + PATIENCE
    assert not (await watching.look(GUILD, [GENERAL], NOW, among=[])).waiting


async def test_nothing_is_told_of_two_people(store: Storage, watching: Watching) -> None:
    await store.messages.apply([*talk(), *quarrel(people=6)])
    look = await week(watching)
    few = replace(look, episodes=(replace(look.episodes[-1], people=2),))
    assert look.unusual()
    assert not few.unusual()


async def test_what_is_usual_of_two_people_is_nobody_elses_to_know(
    store: Storage, watching: Watching
) -> None:
    of_two = [replace(each, author_id=each.author_id % 2 + 1) for each in talk(channel_id=GAMING)]
    await store.messages.apply([*talk(), *of_two])
    look = await week(watching, GENERAL, GAMING)
    assert (set(look.baselines), set(look.waiting)) == ({GENERAL}, {GAMING})
    assert look.waiting[GAMING].messages >= 1_000
    await store.messages.apply([said(NOW - 2 * DAY, 3, False, channel_id=GAMING)])
    again = Watching(store, Retention(), lambda: NOW)
    assert set((await week(again, GAMING)).baselines) == {GAMING}


async def test_a_young_channel_waits(store: Storage, watching: Watching) -> None:
    await store.messages.apply([*talk(days=9), *quarrel()])
    look = await week(watching)
    messages = look.waiting[GENERAL].messages
    assert look.waiting == {GENERAL: NotYet(9, messages, None)}
    assert messages == pytest.approx(9 * 40 + 40 - 15, abs=2), "all of it up to last midnight"
    assert (look.episodes, dict(look.baselines)) == ((), {})


async def test_a_channel_without_messages_waits(watching: Watching) -> None:
    assert (await week(watching)).waiting == {GENERAL: NotYet(0, 0, None)}


async def test_what_waited_is_looked_at_once_it_is_read(store: Storage, watching: Watching) -> None:
    await store.messages.apply(talk(days=5))
    assert (await week(watching)).waiting
    await store.messages.apply([*talk()[:-200], *quarrel()])
    assert (await week(watching)).unusual()


async def test_who_opts_out_is_gone_from_it_at_once(store: Storage, watching: Watching) -> None:
    await store.messages.apply([*talk(), *quarrel()])
    (before,) = (await week(watching)).unusual()
    await store.privacy.opt_out(GUILD, 1, NOW)
    (after,) = (await week(watching)).unusual()
    assert after.negative == before.negative - 7
    assert after.people == before.people - 1
    for author in range(2, 7):
        await store.privacy.opt_out(GUILD, author, NOW)
    assert not (await week(watching)).unusual()


async def test_what_is_deleted_or_edited_is_gone_from_it_at_once(
    store: Storage, watching: Watching
) -> None:
    bad = quarrel()
    await store.messages.apply([*talk(), *bad])
    assert (await week(watching)).unusual()
    await store.messages.apply(
        [
            DeletedMessages(GUILD, GENERAL, tuple(each.message_id for each in bad[::2])),
            *(
                replace(each, negative=0.1, neutral=0.3, positive=0.6, edited_at=NOW)
                for each in bad[1::2]
            ),
        ]
    )
    assert not (await week(watching)).unusual()


async def test_who_look_at_once_see_what_each_would_see_alone(
    store: Storage, watching: Watching
) -> None:
    for channel in (GENERAL, GAMING):
        await store.messages.apply([*talk(channel_id=channel), *quarrel(channel_id=channel)])
    since = NOW - 7 * DAY
    asked: list[tuple[list[int], datetime, dict[int, float] | None]] = [
        ([GENERAL], since, None),
        ([GENERAL, GAMING], since, None),
        ([GAMING], since, None),
        ([GAMING], since + 2 * HOUR, None),
        ([GENERAL, GAMING], since + timedelta(minutes=5), {GENERAL: 40.0}),
        ([GENERAL], QUARREL + DAY, None),
    ]

    def look(channels: list[int], since: datetime, factors: dict[int, float] | None) -> Any:
        return watching.look(GUILD, channels, since, factors=factors)

    alone = [await look(*each) for each in asked]
    for _ in range(3):
        assert await asyncio.gather(*(look(*each) for each in asked)) == alone
    assert alone[0].unusual()
    assert not alone[-1].episodes
    for (channels, _, _), found in zip(asked, alone, strict=True):
        assert {episode.channel_id for episode in found.episodes} <= set(channels)
        assert found.heard <= set(channels)


async def test_who_asks_about_a_thread_takes_nothing_from_who_asks_about_its_channel(
    store: Storage, watching: Watching
) -> None:
    there: dict[str, Any] = {"channel_id": THREAD, "parent_id": GENERAL}
    await store.messages.apply([*talk(), *talk(**there), *quarrel(**there)])
    asked = [(GENERAL,), (THREAD,), (GENERAL, GAMING)]
    alone = [await week(watching, *channels) for channels in asked]
    assert [look.messages for look in alone] == [600, 320, 600]
    for _ in range(3):
        found = await asyncio.gather(*(week(watching, *channels) for channels in asked))
        assert found == alone


async def test_of_twenty_who_look_at_once_the_messages_are_read_twice(
    store: Storage, watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For the first, and for all who came meanwhile."""
    await store.messages.apply([*talk(), *quarrel()])
    await week(watching)
    scores, changes = store.messages.scores, store.model_versions.changes
    read: list[Any] = []
    asked: list[Any] = []
    all_asked = asyncio.Event()

    async def counted(*args: Any) -> Any:
        read.append(args)
        await all_asked.wait()
        return await scores(*args)

    async def last_before(*args: Any) -> Any:
        found = await changes(*args)
        asked.append(args)
        if len(asked) == 20:
            all_asked.set()
        return found

    monkeypatch.setattr(store.messages, "scores", counted)
    monkeypatch.setattr(store.model_versions, "changes", last_before)
    looks = await asyncio.gather(*(week(watching) for _ in range(20)))
    assert all(look.unusual() for look in looks)
    assert len(read) <= 2


async def test_an_opt_out_while_others_look_holds_for_whoever_looks_after_it(
    store: Storage, watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody gets what was read before they asked."""
    await store.messages.apply([*talk(), *quarrel()])
    await week(watching)
    scores, changes = store.messages.scores, store.model_versions.changes
    is_read, is_asked, go_on = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow(*args: Any) -> Any:
        found = await scores(*args)
        is_read.set()
        await go_on.wait()
        return found

    async def last_before(*args: Any) -> Any:
        found = await changes(*args)
        is_asked.set()  # whoever waits for this goes on later than who asked
        return found

    monkeypatch.setattr(store.messages, "scores", slow)
    before = asyncio.create_task(week(watching))
    await is_read.wait()
    await store.privacy.opt_out(GUILD, 1, NOW)
    monkeypatch.setattr(store.model_versions, "changes", last_before)
    after = asyncio.create_task(week(watching))
    await is_asked.wait()
    go_on.set()
    (with_them,), (without,) = (await before).unusual(), (await after).unusual()
    assert without.negative == with_them.negative - 7
    assert without.people == with_them.people - 1


async def test_what_is_read_late_is_called_at_its_own_time(
    store: Storage, watching: Watching
) -> None:
    await store.messages.apply(talk())
    assert not (await week(watching)).unusual()
    await store.messages.apply(quarrel())
    (found,) = (await week(watching)).unusual()
    assert found.called < QUARREL + timedelta(hours=1)


async def test_after_a_change_of_the_net_a_channel_waits_for_the_new_one(
    store: Storage, watching: Watching
) -> None:
    before, after = talk()[:-200], talk()[-200:]
    await store.messages.apply([*before, *quarrel(NOW - 10 * DAY)])
    await watching.look(GUILD, [GENERAL], NOW - 20 * DAY)
    await store.messages.apply([replace(each, model="new-2") for each in after])
    look = await watching.look(GUILD, [GENERAL], NOW - 20 * DAY)
    waiting = look.waiting[GENERAL]
    assert waiting.since_new_model is not None
    assert abs(waiting.since_new_model - (NOW - 5 * DAY)) < timedelta(hours=2)
    assert (waiting.days, look.episodes) == (5, ())


async def test_a_new_net_that_has_been_there_for_long_has_its_own_baseline(
    store: Storage, watching: Watching
) -> None:
    now = talk(days=20, model="new-2")
    before = [
        replace(each, model="old-1", negative=0.8, neutral=0.1, positive=0.1)
        for each in talk(days=30)[: 9 * 40]
    ]
    await store.messages.apply([*before, *now, *quarrel(model="new-2")])
    look = await watching.look(GUILD, [GENERAL], NOW - 29 * DAY)
    assert look.baselines[GENERAL].negative([NOW]).value[0] < 0.2
    (found,) = look.unusual()
    assert abs(found.began - QUARREL) < timedelta(hours=2), "nothing of the old net's is judged"


async def test_a_baseline_is_made_once_a_day(store: Storage) -> None:
    now = [NOW]
    watching = Watching(store, Retention(), lambda: now[0])
    await store.messages.apply(talk())
    first = (await week(watching)).baselines[GENERAL]
    now[0] += timedelta(hours=14)
    assert (await week(watching)).baselines[GENERAL] is first
    now[0] += timedelta(hours=2)
    assert (await week(watching)).baselines[GENERAL] is not first


async def test_of_twenty_who_ask_at_once_one_waits_for_the_baseline(
    store: Storage, watching: Watching
) -> None:
    await store.messages.apply([*talk(), *quarrel()])
    looks = await asyncio.gather(*(week(watching) for _ in range(20)))
    assert len({id(look.baselines[GENERAL]) for look in looks}) == 1
    assert len({look.episodes for look in looks}) == 1


async def test_whoever_asks_about_other_channels_leaves_what_is_remembered(
    store: Storage, watching: Watching
) -> None:
    renewed = [replace(each, model="new-2") for each in talk(days=20, channel_id=GAMING)]
    await store.messages.apply([*talk(), *renewed])
    first = (await week(watching, GENERAL, GAMING)).baselines.get(GENERAL)
    assert first is not None
    await week(watching, GAMING)
    assert (await week(watching)).baselines.get(GENERAL) is first
    assert (await week(watching, GENERAL, GAMING)).baselines.get(GENERAL) is first


async def test_a_restart_loses_nothing(store: Storage, watching: Watching) -> None:
    await store.messages.apply([*talk(), *quarrel()])
    again = Watching(store, Retention(), lambda: NOW)
    assert (await week(watching)).episodes == (await week(again)).episodes


async def test_another_guild_sees_nothing_of_it(store: Storage, watching: Watching) -> None:
    await store.messages.apply([*talk(), *quarrel()])
    look = await watching.look(GUILD + 1, [GENERAL], NOW - 7 * DAY)
    assert (look.messages, look.episodes) == (0, ())


@pytest.mark.parametrize("rows_days", [3])
async def test_it_looks_back_as_far_as_messages_are_kept(store: Storage, rows_days: int) -> None:
    keep: Callable[[], Watching] = lambda: Watching(  # noqa: E731
        store, Retention(rows_days=rows_days), lambda: NOW
    )
    assert (await week(keep())).since == NOW - 3 * DAY


async def test_what_was_looked_at_yesterday_is_learnt_before_anybody_looks_today(
    store: Storage,
) -> None:
    now = [NOW]
    watching = Watching(store, Retention(), lambda: now[0])
    await store.messages.apply([*talk(), *talk(guild_id=901, channel_id=80)])
    assert await watching.learn_ahead() == 0, "nobody has looked at anything"
    look = await watching.look(GUILD, [GENERAL], NOW - DAY)
    assert await watching.learn_ahead() == 0, "it is of today"
    now[0] = NOW + DAY
    assert await watching.learn_ahead() == 1
    learnt = watching.baselines._of_guilds[GUILD].baselines[GENERAL]
    again = await watching.look(GUILD, [GENERAL], NOW)
    assert again.baselines[GENERAL] is learnt
    assert look.baselines[GENERAL] is not learnt
    now[0] = NOW + 2 * DAY
    assert await watching.learn_ahead() == 1
    now[0] = NOW + 3 * DAY
    assert await watching.learn_ahead() == 0, "nobody looked since"


async def test_a_look_that_a_midnight_overtakes_fails_nobody(store: Storage) -> None:
    midnight = NOW.replace(hour=0)
    times = iter((midnight - timedelta(milliseconds=1), midnight))
    watching = Watching(store, Retention(), lambda: next(times))
    before, after = await asyncio.gather(
        watching.look(GUILD, [GENERAL], midnight - DAY),
        watching.look(901, [80], midnight - DAY),
    )
    assert before.until < after.until
    assert before.waiting.keys() == {GENERAL}
    assert after.waiting.keys() == {80}
