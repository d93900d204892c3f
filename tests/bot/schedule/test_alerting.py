"""One alert an episode, one all-clear, over restarts; and none for what came late."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

import storage
from bot.reports.alerts import FRESH
from bot.reports.unusual.episodes import Episode
from bot.reports.watching import Watching
from bot.schedule.alerting import EVERY, Alerting
from storage import Storage
from storage.records import (
    Alert,
    AlertPost,
    DeletedMessages,
    GuildSettings,
    Retention,
    ScoredMessage,
)
from tests.bot.said import GAMING, GENERAL, GUILD, said, talk

NOW = datetime(2026, 5, 20, 18, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass
class FakePosting:
    """Remembers what was posted; `works` says whether it can be."""

    channels: list[int] | None = field(default_factory=lambda: [GENERAL])
    works: bool = True
    calls: list[tuple[int, tuple[Episode, ...]]] = field(default_factory=list)
    all_clears: list[int] = field(default_factory=list)
    tries: int = 0
    called: asyncio.Event = field(default_factory=asyncio.Event)

    def watched(self, _: GuildSettings, scope_id: int | None) -> list[int] | None:
        if self.channels is None or scope_id is None:
            return self.channels
        return [each for each in self.channels if each == scope_id]

    async def call(
        self, _: GuildSettings, __: Alert, post: AlertPost, episodes: Sequence[Episode]
    ) -> bool:
        self.tries += 1
        if self.works:
            self.calls.append((post.id, tuple(episodes)))
            self.called.set()
        return self.works

    async def all_clear(
        self, _: GuildSettings, __: Alert, post: AlertPost, since: datetime
    ) -> bool:
        if self.works:
            self.all_clears.append(post.id)
        return self.works


talk_until = partial(talk, share=0.08)


@dataclass
class Bot:
    """The alerting with a storage and a clock, which every message that is said sets."""

    store: Storage
    posting: FakePosting = field(default_factory=FakePosting)
    now: datetime = NOW
    sent: list[str] = field(default_factory=list)
    alerting: Alerting = field(init=False)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        watching = Watching(self.store, Retention(), lambda: self.now)
        self.alerting = Alerting(
            self.store, watching, lambda: self.now, pause=0, on_sent=self.sent.append
        )
        self.alerting.attend(self.posting)

    async def add(self, **fields: Any) -> Alert:
        usual = Alert(0, None, 80, "default", NOW - 30 * DAY)
        alert = await self.store.alerts.add(GUILD, replace(usual, **fields))
        assert alert is not None
        return alert

    async def say(self, messages: Iterable[ScoredMessage], *, at_once: bool = False) -> None:
        """Let these be stored as they are said, and have them looked at: each, or all at once."""
        batches = [list(messages)] if at_once else [[message] for message in messages]
        for batch in batches:
            await self.store.messages.apply(batch)
            self.alerting.stored(batch)
            self.now = max(self.now, batch[-1].created_at)
            await self.alerting.check(GUILD, {each.parent_id or each.channel_id for each in batch})

    async def quarrel(self, count: int = 30, people: int = 6, **fields: Any) -> None:
        start = self.now
        await self.say(
            [
                said(start + (n + 1) * MINUTE, 1 + n % people, n % 4 != 3, **fields)
                for n in range(count)
            ]
        )

    async def calm(self, count: int = 40, **fields: Any) -> None:
        start = self.now
        await self.say(
            [said(start + (n + 1) * MINUTE, 1 + n % 8, False, **fields) for n in range(count)]
        )


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    async with storage.open(tmp_path / "moods.sqlite3", now=NOW) as store:
        await store.messages.apply(talk_until(NOW))
        yield Bot(store)


async def test_a_quarrel_is_one_alert_within_30_messages_and_one_all_clear_over_restarts(
    bot: Bot,
) -> None:
    await bot.add()
    await bot.quarrel()
    ((post, (episode,)),) = bot.posting.calls
    assert episode.channel_id == GENERAL
    assert episode.people >= 3
    assert episode.called > NOW
    bot.restart()
    await bot.quarrel(10)
    assert len(bot.posting.calls) == 1
    assert bot.posting.all_clears == []
    bot.restart()
    await bot.calm()
    assert bot.posting.all_clears == [post]
    assert bot.sent == ["call", "all_clear"]
    await bot.calm()
    assert (len(bot.posting.calls), len(bot.posting.all_clears)) == (1, 1)


async def test_what_became_of_an_alert_is_kept(bot: Bot) -> None:
    alert = await bot.add()
    await bot.quarrel()
    (post,) = await bot.store.alerts.posts(GUILD)
    assert (post.alert_id, set(post.called), post.over_at) == (alert.id, {GENERAL}, None)
    assert post.posted_at is not None
    await bot.calm()
    (post,) = await bot.store.alerts.posts(GUILD)
    assert post.over_at is not None


async def test_one_person_calls_nobody(bot: Bot) -> None:
    await bot.add(sensitivity="keen")
    await bot.quarrel(60, people=1)
    assert await bot.store.alerts.posts(GUILD) == []


async def test_messages_that_come_late_or_of_the_past_call_nobody(bot: Bot) -> None:
    await bot.add()
    late = [said(NOW - 2 * HOUR + n * MINUTE, 1 + n % 6, True, guild_id=GUILD) for n in range(40)]
    await bot.store.messages.apply(late)
    await bot.alerting.check(GUILD)
    await bot.say([said(NOW + FRESH, 1, False)])
    assert await bot.store.alerts.posts(GUILD) == []


async def test_what_was_edited_calls_nobody(bot: Bot) -> None:
    await bot.add()
    friendly = [said(NOW + n * MINUTE / 4, 1 + n % 8, False) for n in range(36)]
    await bot.say(friendly)
    edits = [
        replace(each, negative=0.8, neutral=0.1, positive=0.1, edited_at=NOW + 9 * MINUTE)
        for each in friendly
    ]
    await bot.store.messages.apply(edits)
    bot.alerting.stored(edits)
    bot.now = NOW + 9 * MINUTE
    await bot.alerting.check(GUILD)
    assert await bot.store.alerts.posts(GUILD) == []


async def test_what_was_edited_calls_nobody_after_a_restart_either(bot: Bot) -> None:
    """Then all that was said just before it is looked at again, and what was missed is read."""
    await bot.add()
    friendly = [said(NOW + n * MINUTE / 4, 1 + n % 8, False) for n in range(36)]
    await bot.say(friendly)
    edits = [
        replace(each, negative=0.8, neutral=0.1, positive=0.1, edited_at=NOW + 9 * MINUTE)
        for each in friendly
    ]
    await bot.store.messages.apply(edits)
    bot.restart()
    bot.now = NOW + 9 * MINUTE
    await bot.alerting.check(GUILD)
    assert await bot.store.alerts.posts(GUILD) == []


async def test_channels_that_fall_together_are_one_post(bot: Bot) -> None:
    await bot.store.messages.apply(talk_until(NOW, channel_id=GAMING))
    bot.posting.channels = [GENERAL, GAMING]
    await bot.add()
    start = bot.now
    both = [
        said(start + n * MINUTE / 4, 1 + n % 6 + 20 * (channel - 70), True, channel_id=channel)
        for n in range(30)
        for channel in (GENERAL, GAMING)
    ]
    await bot.say(both, at_once=True)
    ((_, episodes),) = bot.posting.calls
    assert {episode.channel_id for episode in episodes} == {GENERAL, GAMING}


async def test_quiet_hours_hold_it_and_what_is_over_by_then_is_not_told(bot: Bot) -> None:
    await bot.add(quiet_from=17 * 60, quiet_until=19 * 60)
    await bot.quarrel(40)  # from 18:00
    assert bot.posting.calls == []
    assert await bot.store.alerts.unfinished_guilds() == {GUILD}
    bot.restart()
    bot.now = NOW.replace(hour=19)
    await bot.alerting.check(GUILD)
    assert len(bot.posting.calls) == 1
    await bot.calm()
    assert len(bot.posting.all_clears) == 1
    bot.now = NOW + DAY - 50 * MINUTE
    await bot.quarrel(40)
    await bot.calm(60)
    assert (len(bot.posting.calls), len(bot.posting.all_clears)) == (1, 1)
    assert [post.posted_at is None for post in await bot.store.alerts.posts(GUILD)] == [False, True]


async def test_a_snoozed_alert_waits(bot: Bot) -> None:
    alert = await bot.add()
    await bot.store.alerts.snooze(GUILD, alert.id, [GENERAL], NOW + HOUR)
    await bot.quarrel(40)
    assert bot.posting.calls == []
    bot.now = NOW + HOUR
    await bot.alerting.check(GUILD)
    assert len(bot.posting.calls) == 1


async def test_a_snooze_holds_back_no_other_channel(bot: Bot) -> None:
    await bot.store.messages.apply(talk_until(NOW, channel_id=GAMING))
    bot.posting.channels = [GENERAL, GAMING]
    alert = await bot.add()
    await bot.store.alerts.snooze(GUILD, alert.id, [GAMING], NOW + HOUR)
    both = [
        said(NOW + n * MINUTE / 4, 1 + n % 6 + 20 * (channel - 70), True, channel_id=channel)
        for n in range(30)
        for channel in (GENERAL, GAMING)
    ]
    await bot.say(both, at_once=True)
    ((_, episodes),) = bot.posting.calls
    assert {episode.channel_id for episode in episodes} == {GENERAL}
    bot.now = NOW + HOUR
    await bot.alerting.check(GUILD)
    _, (_, episodes) = bot.posting.calls
    assert {episode.channel_id for episode in episodes} == {GAMING}


async def test_there_is_a_cap_a_day(bot: Bot) -> None:
    await bot.add(most_a_day=1)
    await bot.quarrel()
    await bot.calm()
    bot.now += HOUR
    await bot.quarrel()
    assert len(await bot.store.alerts.posts(GUILD)) == 2
    assert len(bot.posting.calls) == 1


async def test_what_was_not_useful_is_called_later(bot: Bot) -> None:
    await bot.add()
    await bot.quarrel()
    first = bot.posting.calls[0][0]
    (post,) = await bot.store.alerts.posts(GUILD)
    assert post.posted_at is not None
    usual = post.called[GENERAL] - NOW
    await bot.store.alerts.mark(GUILD, first, [GENERAL], not_useful=True)
    await bot.calm(60)
    bot.now = NOW + 3 * DAY
    await bot.store.messages.apply(talk_until(bot.now, days=2.5))
    bot.restart()
    await bot.quarrel()
    posts = await bot.store.alerts.posts(GUILD)
    assert posts[-1].called[GENERAL] - (NOW + 3 * DAY) > usual


async def test_it_is_silent_where_it_is_not_known_what_is_usual(tmp_path: Path) -> None:
    async with storage.open(tmp_path / "young.sqlite3", now=NOW) as store:
        await store.messages.apply(talk_until(NOW, days=9))
        bot = Bot(store)
        await bot.add(sensitivity="keen")
        await bot.quarrel()
        assert await store.alerts.posts(GUILD) == []


async def test_what_cannot_be_posted_is_tried_again_but_not_with_every_message(bot: Bot) -> None:
    await bot.add()
    bot.posting.works = False
    await bot.quarrel(40)
    assert 2 <= bot.posting.tries <= 40 * MINUTE / EVERY + 1
    bot.posting.works = True
    bot.now += EVERY
    await bot.alerting.check(GUILD)
    assert len(bot.posting.calls) == 1
    assert bot.sent == ["call"]


async def test_what_is_gone_from_the_storage_is_over_without_a_word(bot: Bot) -> None:
    await bot.add()
    await bot.quarrel()
    ids = await bot.store.messages.ids(GUILD, GENERAL, 0)
    await bot.store.messages.apply([DeletedMessages(GUILD, GENERAL, tuple(ids[-30:]))])
    await bot.alerting.check(GUILD)
    assert bot.posting.all_clears == []
    assert await bot.store.alerts.unfinished_guilds() == frozenset()


async def test_a_removed_alert_is_silent(bot: Bot) -> None:
    alert = await bot.add()
    await bot.quarrel()
    await bot.store.alerts.remove(GUILD, alert.id)
    await bot.calm()
    assert bot.posting.all_clears == []
    assert await bot.store.alerts.unfinished_guilds() == frozenset()


async def test_it_looks_by_itself_soon_after_messages_were_stored(bot: Bot) -> None:
    await bot.add()
    messages = [said(NOW + n * MINUTE / 10, 1 + n % 6, True) for n in range(30)]
    await bot.store.messages.apply(messages)
    bot.now = NOW + 3 * MINUTE
    async with bot.alerting:
        bot.alerting.stored(messages)
        async with asyncio.timeout(60):
            await bot.posting.called.wait()


async def test_after_a_restart_every_watched_guild_is_looked_at_once(bot: Bot) -> None:
    await bot.add()
    messages = [said(NOW + n * MINUTE / 10, 1 + n % 6, True) for n in range(30)]
    await bot.store.messages.apply(messages)
    bot.now = NOW + 4 * MINUTE
    async with bot.alerting:
        (kind,) = bot.alerting.kinds
        assert await kind.run(0, bot.now) == bot.now + EVERY
        async with asyncio.timeout(60):
            await bot.posting.called.wait()


async def test_a_guild_that_comes_some_minutes_after_the_start_is_looked_at_then(bot: Bot) -> None:
    await bot.add()
    messages = [said(NOW + n * MINUTE / 10, 1 + n % 6, True) for n in range(30)]
    await bot.store.messages.apply(messages)
    bot.now, bot.posting.channels = NOW + 4 * MINUTE, None  # its shard waits for its turn
    async with bot.alerting:
        (kind,) = bot.alerting.kinds
        await kind.run(0, bot.now)
        await asyncio.gather(*bot.alerting._running.values())
        bot.now, bot.posting.channels = bot.now + EVERY, [GENERAL]
        await kind.run(0, bot.now)
        await asyncio.gather(*bot.alerting._running.values())
        assert len(bot.posting.calls) == 1
        await bot.calm()
        await asyncio.gather(*bot.alerting._running.values())
        bot.now += FRESH
        await kind.run(0, bot.now)
        assert not bot.alerting._running, "after that only where something is said"


async def test_of_several_processes_each_looks_at_its_guilds(bot: Bot) -> None:
    await bot.add()
    messages = [said(NOW + n * MINUTE / 10, 1 + n % 6, True) for n in range(30)]
    await bot.store.messages.apply(messages)
    bot.now = NOW + 4 * MINUTE
    watching = Watching(bot.store, Retention(), lambda: bot.now)
    for served in (frozenset[int](), frozenset([GUILD])):
        alerting = Alerting(
            bot.store, watching, lambda: bot.now, pause=0, serves=served.__contains__
        )
        alerting.attend(bot.posting)
        async with alerting:
            (kind,) = alerting.kinds
            assert kind.each_process, "what one looks at, no other does"
            await kind.run(0, bot.now)
            assert alerting._running.keys() == served
            await asyncio.gather(*alerting._running.values())
    assert len(bot.posting.calls) == 1


async def test_a_guild_does_not_pay_for_the_time_that_others_or_discord_take(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.add()
    call = bot.posting.call

    async def slowly(*given: Any) -> bool:
        await asyncio.sleep(0.6)
        return await call(*given)

    monkeypatch.setattr(bot.posting, "call", slowly)
    messages = [said(NOW + n * MINUTE / 10, 1 + n % 6, True) for n in range(30)]
    await bot.store.messages.apply(messages)
    bot.now = NOW + 3 * MINUTE
    await bot.alerting._looking.acquire()
    asyncio.get_running_loop().call_later(0.6, bot.alerting._looking.release)
    began = monotonic()
    looked = await bot.alerting.check(GUILD)
    took = timedelta(seconds=monotonic() - began)
    assert bot.posting.calls
    assert timedelta(0) < looked < took - timedelta(seconds=1.1), "twice 0.6 of it are others'"


async def test_a_guild_without_alerts_is_not_looked_at(bot: Bot) -> None:
    async with bot.alerting:
        bot.alerting.stored([said(NOW, 1, True)])
        assert bot.alerting._running == {}
