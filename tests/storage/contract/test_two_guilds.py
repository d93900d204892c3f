"""Ten thousand random questions to a storage of two guilds: no foreign row, ever.

The two share every id of channels, threads and members, which Discord never does: so a query that
forgot its guild would show. The truth is counted here from the messages themselves.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

import storage
from storage import Storage
from storage.records import (
    GuildSettings,
    Minimums,
    PublishedDay,
    ReadUpTo,
    Rollup,
    ScoredMessage,
    snowflake_time,
)
from tests.storage.fixture_types import always

GUILDS = (900, 901)
CHANNELS = {70: None, 71: None, 72: None, 700: 70, 701: 70, 720: 72}  # channel: the one above it
MEMBERS = range(1, 9)
START = datetime(2026, 3, 1, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
DAYS = 6
QUESTIONS = 10_000
MINIMUMS = Minimums(people=8, messages=40)  # so that some days are shown and some hidden


def messages_of(guild_id: int, random: Random) -> list[ScoredMessage]:
    """Two guilds differ in all their sums: one is glad, the other is not."""
    positive = 0.8 if guild_id == GUILDS[0] else 0.1
    since_2015 = (START - datetime(2015, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
    ids = random.sample(range(DAYS * 86_400_000), 1500)
    said = []
    for number, milliseconds in enumerate(ids):
        channel = random.choice(list(CHANNELS))
        said.append(
            ScoredMessage(
                message_id=((since_2015 + milliseconds) << 22) + number,
                guild_id=guild_id,
                channel_id=channel,
                parent_id=CHANNELS[channel],
                author_id=random.choice(MEMBERS),
                reply_to=None,
                edited_at=None,
                negative=0.9 - positive,
                neutral=0.1,
                positive=positive,
                status="scored",
                model="test-00000000",
            )
        )
    return said


class Truth:
    """The same answers, counted from a guild's own messages."""

    def __init__(self, messages: list[ScoredMessage]) -> None:
        self.messages = messages
        self.hours = defaultdict[tuple[int, int], Counter[datetime]](Counter)
        self.of_days = defaultdict[tuple[int, datetime], Counter[int]](Counter)
        for each in messages:
            start = each.created_at.replace(minute=0, second=0, microsecond=0)
            self.hours[each.channel_id, each.author_id][start] += 1
            self.of_days[each.channel_id, start.replace(hour=0)][each.author_id] += 1

    def by_hour(
        self, channels: Collection[int], members: Collection[int], since: datetime, until: datetime
    ) -> dict[datetime, int]:
        found: Counter[datetime] = Counter()
        for (channel, member), hours in self.hours.items():
            if member in members and (channel in channels or CHANNELS[channel] in channels):
                for hour, count in hours.items():
                    found[hour] += count * (since <= hour < until)
        return {hour: count for hour, count in found.items() if count}

    def ids(self, channels: Collection[int], since: datetime, until: datetime) -> list[int]:
        return sorted(
            each.message_id
            for each in self.messages
            if not {each.channel_id, each.parent_id}.isdisjoint(channels)
            and since <= each.created_at < until
        )

    def by_day(
        self, channels: Collection[int], since: datetime, until: datetime
    ) -> dict[datetime, tuple[int, int, int]]:
        """Of each day how many channels are shown and how many are not, and the messages shown."""
        days: dict[datetime, tuple[int, int, int]] = {}
        for (channel, day), people in self.of_days.items():
            if {channel, CHANNELS[channel]}.isdisjoint(channels):
                continue
            if not since <= day <= until - DAY:
                continue
            shown, hidden, messages = days.get(day, (0, 0, 0))
            if is_shown(people):
                in_tens = (people.total() + 5) // 10 * 10
                days[day] = (shown + 1, hidden, messages + in_tens)
            else:
                days[day] = (shown, hidden + 1, messages)
        return days


def is_shown(people: Counter[int]) -> bool:
    (_, most), (_, second), *_ = people.most_common() + [(0, 0)] * 2
    whole = people.total()
    enough = len(people) >= MINIMUMS.people and whole >= MINIMUMS.messages
    return enough and 2 * most <= whole and 5 * (most + second) <= 4 * whole


@pytest.fixture
async def guilds(store: storage.Storage) -> dict[int, Truth]:
    random = Random(5)
    truths = {guild: Truth(messages_of(guild, random)) for guild in GUILDS}
    mixed = [message for truth in truths.values() for message in truth.messages]
    random.shuffle(mixed)
    await store.messages.apply(mixed)
    for number, guild in enumerate(GUILDS, start=1):
        await store.messages.apply([ReadUpTo(guild, channel, None, number) for channel in (70, 71)])
        saved = GuildSettings(guild, number == 1, frozenset({number}), frozenset({number}))
        await store.settings.change(guild, always(saved))
        await store.published_days.publish(guild, START + 2 * DAYS * DAY, MINIMUMS)
    return truths


def counts(rollups: list[Rollup], guild: int) -> dict[datetime, int]:
    """Messages by time; and each of them has the mood of its guild."""
    for rollup in rollups:
        own, foreign = rollup.positive, rollup.negative
        if guild != GUILDS[0]:
            own, foreign = foreign, own
        assert (own > 0, foreign) == (True, 0)
    return {rollup.hour: rollup.positive + rollup.negative for rollup in rollups}


def counts_of_days(days: list[PublishedDay], guild: int) -> dict[datetime, tuple[int, int, int]]:
    """As `Truth.by_day` has it; and each day has the mood of its guild alone."""
    for day in days:
        own, foreign = day.positive, day.negative
        if guild != GUILDS[0]:
            own, foreign = foreign, own
        assert (own, foreign) == (day.counted, 0)
    return {day.day: (day.shown, day.hidden, day.volume) for day in days}


async def ask(store: storage.Storage, truth: Truth, guild: int, random: Random) -> None:
    """One random question, compared with the truth."""
    channels = random.sample(list(CHANNELS), random.randrange(len(CHANNELS)))
    member = random.choice(MEMBERS)
    since = START + random.randrange(DAYS * 24) * HOUR
    period = (since, since + random.randrange(1, 100) * HOUR)
    match random.randrange(9):
        case 0 | 1:
            found = await store.rollups.of_channels(guild, channels, *period)
            assert counts(found, guild) == truth.by_hour(channels, MEMBERS, *period)
        case 2 | 3:
            days = await store.published_days.of_channels(guild, channels, *period)
            assert counts_of_days(days, guild) == truth.by_day(channels, *period)
        case 4:
            (found_writers,) = await store.rollups.writers(guild, channels, [period])
            wrote = [m for m in MEMBERS if truth.by_hour(channels, [m], *period)]
            assert found_writers == len(wrote)
        case 5:
            found = await store.rollups.of_member(guild, member, channels, *period)
            assert counts(found, guild) == truth.by_hour(channels, [member], *period)
        case 6:
            scores = await store.messages.scores(guild, channels, *period)
            assert sorted(scores.message_ids) == truth.ids(channels, *period)
        case 7:
            hours = await store.rollups.of_each_channel(guild, channels, *period)
            by_hour: Counter[datetime] = Counter()
            for hour, scored in zip(hours.hours, hours.scored, strict=True):
                by_hour[datetime.fromtimestamp(hour * 3600, UTC)] += scored
            assert by_hour == truth.by_hour(channels, MEMBERS, *period)
        case _:
            found = await store.rollups.of_member(guild, member, None, *period)
            assert counts(found, guild) == truth.by_hour(CHANNELS, [member], *period)


async def test_ten_thousand_random_questions_never_show_a_foreign_row(
    store: Storage, guilds: dict[int, Truth]
) -> None:
    random = Random(7)
    for _ in range(QUESTIONS):
        guild = random.choice(GUILDS)
        await ask(store, guilds[guild], guild, random)
    for guild in (0, 902):
        for _ in range(100):
            await ask(store, Truth([]), guild, random)


async def test_what_is_told_of_a_member_or_a_guild_is_of_that_guild_alone(
    store: Storage, guilds: dict[int, Truth]
) -> None:
    for number, guild in enumerate(GUILDS, start=1):
        assert await store.settings.get(guild) == GuildSettings(
            guild, number == 1, frozenset({number}), frozenset({number})
        )
        assert await store.channels.contiguous(guild) == {70: number, 71: number}
        for member in MEMBERS:
            own = [m.message_id for m in guilds[guild].messages if m.author_id == member]
            export = await store.privacy.export(guild, member)
            assert [kept.message_id for kept in export.messages] == sorted(own)
            assert sum(hour.counts.positive + hour.counts.negative for hour in export.hours) == len(
                own
            )
            status = await store.privacy.status(guild, member)
            assert (status.messages, status.opted_out) == (len(own), False)
            assert status.first is not None
            assert status.first <= snowflake_time(min(own))
