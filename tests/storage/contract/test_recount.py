"""Random histories, against a recount: all that the storage tells is what was counted by hand."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

import storage
from storage import Storage
from storage.records import Rollup, ScoredMessage, snowflake_time
from tests.storage.fixture_types import Examples, NewAddress
from tests.storage.recount import (
    ALWAYS,
    CHANNELS,
    GUILDS,
    MEMBERS,
    START,
    UNIX,
    Event,
    Recount,
    busy_histories,
    histories,
    hour,
    in_units,
    live,
    scored_messages,
)

# The sums of which channels are asked for: a thread is summed with its channel. The last: all.
ASKED = ((21,), (22,), (23,), (22, 23), (21, 22))
STATUSES = ("scored", "unsure", "not_scored")
# A day of it begins at 18:30 UTC.
ZONE = ZoneInfo("Asia/Kolkata")
EVERYBODY = [(guild, member) for guild in GUILDS for member in MEMBERS]


async def compare(store: Storage, recount: Recount) -> None:
    exports = {(g, m): await store.privacy.export(g, m) for g, m in EVERYBODY}
    assert {
        (
            *(guild, kept.channel_id, kept.message_id, member, kept.reply_to),
            None
            if kept.edited_at is None
            else (kept.edited_at - UNIX) // timedelta(microseconds=1),
            *(in_units(kept.negative), in_units(kept.positive), kept.status, kept.model),
        )
        for (guild, member), export in exports.items()
        for kept in export.messages
    } == recount.rows()
    assert {
        (guild, kept.channel_id, member, hour(kept.counts.hour)): sums(kept.counts)
        for (guild, member), export in exports.items()
        for kept in export.hours
    } == recount.sums("guild_id", "channel_id", "author_id", "hour")
    assert {
        (guild, kept.channel_id, member, hour(kept.counts.hour)): kept.last_counted_id
        for (guild, member), export in exports.items()
        for kept in export.hours
        if kept.last_counted_id is not None
    } == recount.last_counted()
    for person, export in exports.items():
        status = await store.privacy.status(*person)
        assert status.messages == sum(in_all(kept.counts) for kept in export.hours)
        asked = recount.silence.get(person)
        erased_up_to = None if asked is None else snowflake_time(asked)
        opted_out = person in recount.opted_out
        assert (export.opted_out, export.erased_up_to) == (opted_out, erased_up_to)
    exclusions = await store.messages.exclusions(EVERYBODY)
    assert exclusions.excluded_up_to == {
        person: 2**63 - 1 if person in recount.opted_out else up_to
        for person, up_to in recount.silence.items()
    }
    for guild in GUILDS:
        await compare_guild(store, recount, guild)
        # What was summed up before the next event must not be told after it.
        await store.rollups.sum_up(guild, ZONE, START + timedelta(days=9))
        await compare_sums(store, recount, guild)


async def compare_sums(store: Storage, recount: Recount, guild: int) -> None:
    by_channel, by_writers = recount.sums("guild_id", "channel_id", "hour"), recount.writers()
    for asked in ASKED:
        expected: dict[int, Counter[str]] = {}
        writers: Counter[int] = Counter()
        for (g, channel, at), counts in by_channel.items():
            if g == guild and not {channel, CHANNELS[channel]}.isdisjoint(asked):
                expected.setdefault(at, Counter()).update(counts)
                writers[at] = max(writers[at], by_writers[g, channel, at])
        told = await store.rollups.of_channels(guild, asked, *ALWAYS)
        assert {hour(rollup.hour): sums(rollup) for rollup in told} == expected
        assert {hour(rollup.hour): rollup.writers for rollup in told} == writers
        by_hour = {at: (sums, writers[at]) for at, sums in expected.items()}
        await compare_spans(store, guild, asked, by_hour)
        most = recount.most_of_one(guild, asked)
        for count in (most - 1, most):
            more = await store.rollups.anybody_wrote_more(guild, asked, count, *ALWAYS)
            assert more == (count < most)


async def compare_guild(store: Storage, recount: Recount, guild: int) -> None:
    await compare_sums(store, recount, guild)
    for asked in ASKED:
        await compare_columns(store, recount, guild, asked)
    read = {channel: up_to for (g, channel), up_to in recount.read.items() if g == guild}
    assert await store.channels.contiguous(guild) == read
    ids = {channel: await store.messages.ids(guild, channel, 0) for channel in CHANNELS}
    assert ids == {
        channel: sorted(i for g, c, i in recount.messages if (g, c) == (guild, channel))
        for channel in CHANNELS
    }
    assert await store.messages.newest(guild) == max(
        map(max, filter(None, ids.values())), default=0
    )


async def compare_spans(
    store: Storage, guild: int, asked: tuple[int, ...], by_hour: dict[int, tuple[Counter[str], int]]
) -> None:
    """Days on the clock of a server, and other spans: each is the sum of its hours."""
    midnight = START.replace(hour=18, minute=0)  # in the zone, a half hour before its own
    days = [midnight + n * timedelta(days=1) for n in range(-8, 8)]
    for cuts in (days, [*days[:8], START + timedelta(minutes=30), *days[9:]]):
        expected: dict[datetime, tuple[Counter[str], int]] = {}
        for span in pairwise(cuts):
            inside = [its for at, its in by_hour.items() if hour(span[0]) <= at < hour(span[1])]
            if inside:
                total = sum((counts for counts, _ in inside), Counter[str]())
                for name in {name for counts, _ in inside for name in counts}:
                    total[name] = sum(counts[name] for counts, _ in inside)  # below zero, too
                expected[span[0]] = (total, max(writers for _, writers in inside))
        told = await store.rollups.of_spans(guild, asked, list(pairwise(cuts)))
        assert {each.hour: (sums(each), each.writers) for each in told} == expected
        assert [each.hour for each in told] == sorted(expected)


async def compare_columns(
    store: Storage, recount: Recount, guild: int, asked: tuple[int, ...]
) -> None:
    """What is told in columns: of each message of these channels, and of each of their hours."""
    counting = {(v[0], v[1], m) for v, ids in recount.voices().items() for m in ids[:10]}
    scores = await store.messages.scores(guild, asked, *ALWAYS)
    rows = zip(
        *(scores.channel_ids, scores.message_ids, scores.replies_to, scores.negative),
        *(scores.positive, scores.statuses, scores.counts, scores.places),
        strict=True,
    )
    expected = [
        (
            *(c, m, kept.reply_to or 0, in_units(kept.negative), in_units(kept.positive)),
            STATUSES.index(kept.status),
            (g, c, m) in counting,
            c if c in asked else CHANNELS[c],
        )
        for (g, c, m), kept in recount.messages.items()
        if g == guild and not {c, CHANNELS[c]}.isdisjoint(asked)
    ]
    assert Counter(rows) == Counter(expected)
    assert scores.message_ids.tolist() == sorted(scores.message_ids)
    wrote = Counter(recount.messages[guild, c, m].author_id for c, m, *_ in expected)
    assert sorted(Counter(scores.people).values()) == sorted(wrote.values())

    hours: dict[tuple[int, int], Counter[str]] = {}
    for (g, c, at), counts in recount.sums("guild_id", "channel_id", "hour").items():
        if g == guild and not {c, CHANNELS[c]}.isdisjoint(asked):
            place = c if c in asked else CHANNELS[c] or 0
            hours.setdefault((place, at), Counter()).update(counts)
    told = await store.rollups.of_each_channel(guild, asked, *ALWAYS)
    keys = list(zip(told.channel_ids, told.hours, strict=True))
    assert keys == sorted(hours)
    for name in ("negative", "neutral", "positive", "scored", "unsure", "not_scored"):
        assert getattr(told, name).tolist() == [hours[key][name] for key in keys]
    assert [in_units(mood) for mood in told.mood_sum] == [hours[key]["mood_sum"] for key in keys]


async def compare_published(store: Storage, recount: Recount) -> None:
    for guild in GUILDS:
        await store.published_days.publish(guild, START + timedelta(days=9))
        for asked in ASKED:
            told = await store.published_days.of_channels(guild, asked, *ALWAYS)
            days = {hour(day.day) // 24: day.shown + day.hidden for day in told}
            assert days == recount.open_days(guild, asked)


def sums(rollup: Rollup) -> Counter[str]:
    # Zeros compare equal to what is missing.
    labels = ("negative", "neutral", "positive", "scored", "unsure", "not_scored")
    return Counter(
        {
            **{label: getattr(rollup, label) for label in labels},
            "mood_sum": in_units(rollup.mood_sum),
            "mood_sum_squares": round(rollup.mood_sum_squares * 10_000**2),
        }
    )


def in_all(rollup: Rollup) -> int:
    return rollup.scored + rollup.unsure + rollup.not_scored


def test_all_that_is_told_equals_a_recount_after_every_batch_and_request(
    new_address: NewAddress, examples: Examples
) -> None:
    @examples(120)
    @given(history=histories)
    def holds(history: list[Event]) -> None:
        asyncio.run(live(new_address(), history, compare, compare_published))

    holds()


def test_whatever_is_inserted_edited_or_deleted_a_persons_first_ten_count(
    new_address: NewAddress, examples: Examples
) -> None:
    @examples(80)
    @given(history=busy_histories)
    def holds(history: list[Event]) -> None:
        asyncio.run(live(new_address(), history, compare, compare_published))

    holds()


def test_however_versions_are_split_shuffled_and_repeated_the_newest_stay(
    new_address: NewAddress, examples: Examples
) -> None:
    @examples(30)
    @given(
        versions=st.lists(scored_messages(), max_size=40),
        size=st.integers(1, 7),
        random=st.randoms(),
    )
    def holds(versions: list[ScoredMessage], size: int, random: Random) -> None:
        # One author a message, as on Discord; of equal versions one.
        newest = {(m.guild_id, m.channel_id, m.message_id, m.edited_at): m for m in versions}
        deliveries = list(newest.values()) * 2
        random.shuffle(deliveries)

        async def deliver() -> None:
            recount = Recount()
            recount.apply(newest.values())
            async with storage.open(new_address(), now=START) as store:
                for start in range(0, len(deliveries), size):
                    await store.messages.apply(deliveries[start : start + size])
                await compare(store, recount)

        asyncio.run(deliver())

    holds()
