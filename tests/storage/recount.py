"""Random histories, and a recount of them that is written from first principles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

import storage
from storage.records import (
    Applied,
    Change,
    DeletedChannel,
    DeletedMessages,
    Expired,
    ReadUpTo,
    Retention,
    ScoredMessage,
    Status,
)

GUILDS = (11, 12)
CHANNELS = {21: None, 22: None, 23: 21}  # the last is a thread under the first
MEMBERS = (31, 32, 33)
UNIX = datetime(1970, 1, 1, tzinfo=UTC)
START = datetime(2026, 5, 4, 23, 30, tzinfo=UTC)
ALWAYS = (START - timedelta(days=9), START + timedelta(days=9))
LABELS = ("neutral", "positive", "negative")  # on a tie the first of these


STATUSES: tuple[Status, ...] = ("scored", "scored", "unsure", "not_scored")

Place = tuple[int, int, int]
"""Guild, channel and message."""


@dataclass(frozen=True)
class Request:
    """A member's word about their data, `minutes` after the start."""

    kind: str
    guild: int
    member: int
    minutes: int


@dataclass(frozen=True)
class Expiry:
    """An hourly clean-up, `minutes` after the time at which the start's own rows are too old."""

    minutes: int
    retention: Retention

    @property
    def now(self) -> datetime:
        return START + timedelta(days=self.retention.rows_days, minutes=self.minutes)


class Restart:
    """The storage is closed and opened again."""


@dataclass
class Recount:
    """Keeps every message as it is and counts all of them anew, each time.

    A message whose row is too old goes on in `rowless`, where it still has an author, and then in
    `anonymous`.
    """

    messages: dict[Place, ScoredMessage] = field(default_factory=dict)
    rowless: dict[Place, ScoredMessage] = field(default_factory=dict)
    anonymous: list[ScoredMessage] = field(default_factory=list)
    deleted: set[Place] = field(default_factory=set)
    opted_out: set[tuple[int, int]] = field(default_factory=set)
    silence: dict[tuple[int, int], int] = field(default_factory=dict)
    read: dict[tuple[int, int], int] = field(default_factory=dict)
    gone: set[tuple[int, int]] = field(default_factory=set)
    oldest_row: int = 0
    oldest_member_hour: int = 0
    oldest_channel_hour: int = 0

    def apply(self, changes: Iterable[Change]) -> Applied:
        changes = list(changes)
        counts = Counter(inserted=0, updated=0, deleted=0, ignored=0)
        for change in changes:
            if isinstance(change, DeletedChannel):
                self.delete_channel(change.guild_id, change.channel_id)
        for change in changes:
            if (change.guild_id, change.channel_id) in self.gone:
                if isinstance(change, ScoredMessage):
                    counts["ignored"] += 1
                elif isinstance(change, DeletedMessages):
                    counts["ignored"] += len(change.message_ids)
            elif isinstance(change, DeletedChannel):
                raise AssertionError("it is gone")
            elif isinstance(change, DeletedMessages):
                for message_id in change.message_ids:
                    counts[self.delete((change.guild_id, change.channel_id, message_id))] += 1
            elif isinstance(change, ReadUpTo):
                place = (change.guild_id, change.channel_id)
                self.read[place] = max(self.read.get(place, 0), change.message_id)
            else:
                counts[self.put(change)] += 1
        return Applied(**counts)

    def delete_channel(self, guild: int, channel: int) -> None:
        gone = {(guild, each) for each, above in CHANNELS.items() if channel in (each, above)}
        self.gone |= gone
        self.messages = {at: kept for at, kept in self.messages.items() if at[:2] not in gone}
        self.rowless = {at: kept for at, kept in self.rowless.items() if at[:2] not in gone}
        self.read = {at: kept for at, kept in self.read.items() if at not in gone}
        self.deleted = {place for place in self.deleted if place[:2] not in gone}
        self.anonymous = [m for m in self.anonymous if (m.guild_id, m.channel_id) not in gone]

    def delete(self, place: Place) -> str:
        if place[-1] < self.oldest_row:
            return "ignored"
        self.deleted.add(place)
        return "deleted" if self.messages.pop(place, None) else "ignored"

    def put(self, message: ScoredMessage) -> str:
        place = (message.guild_id, message.channel_id, message.message_id)
        person = (message.guild_id, message.author_id)
        known = self.messages.get(place)
        if (
            message.message_id < self.oldest_row
            or place in self.deleted
            or person in self.opted_out
            or message.message_id <= self.silence.get(person, 0)
        ):
            return "ignored"
        if known is None:
            self.messages[place] = message
            return "inserted"
        if message.read_again and message.edited_at == known.edited_at:
            if message.model == known.model:
                return "ignored"
            scored = ("negative", "neutral", "positive", "status", "model")
            anew = {each: getattr(message, each) for each in scored}
            self.messages[place] = replace(known, **anew)
            return "updated"
        before = known.edited_at or datetime.min.replace(tzinfo=UTC)
        if message.edited_at is None or message.edited_at <= before:
            return "ignored"
        self.messages[place] = message
        return "updated"

    def request(self, request: Request) -> int | bool:
        """How many messages were erased; of an opt-in, whether there was an opt-out."""
        person = (request.guild, request.member)
        moment = snowflake(request.minutes * 60_000 + 1) - 1
        if request.kind == "opt_in":
            if person not in self.opted_out:
                return False
            self.opted_out.remove(person)
            self.silence[person] = max(self.silence[person], moment)
            return True
        if request.kind == "opt_out":
            self.opted_out.add(person)
        mine, rowless = (
            [place for place, m in kept.items() if (m.guild_id, m.author_id) == person]
            for kept in (self.messages, self.rowless)
        )
        last = max((message_id | 0x3FFFFF for _, _, message_id in mine), default=0)
        self.silence[person] = max(self.silence.get(person, 0), moment, last)
        for place in mine:
            del self.messages[place]
        for place in rowless:
            del self.rowless[place]
        return len(mine) + len(rowless)

    def expire(self, expiry: Expiry) -> Expired:
        now, kept = expiry.now, expiry.retention
        before = self.summary()
        day = timedelta(days=1)
        oldest = snowflake((now - kept.rows_days * day - START) / timedelta(milliseconds=1))
        self.oldest_row = max(self.oldest_row, oldest)
        self.oldest_member_hour = max(self.oldest_member_hour, hour(now - kept.member_days * day))
        self.oldest_channel_hour = max(
            self.oldest_channel_hour, hour(now - kept.channel_days * day)
        )
        self.deleted = {place for place in self.deleted if place[2] >= self.oldest_row}
        for place, message in list(self.messages.items()):
            if message.message_id < self.oldest_row:
                self.rowless[place] = self.messages.pop(place)
        for place, message in list(self.rowless.items()):
            if hour(message.created_at) < self.oldest_member_hour:
                self.anonymous.append(self.rowless.pop(place))
        self.anonymous = [
            m for m in self.anonymous if hour(m.created_at) >= self.oldest_channel_hour
        ]
        self.age_positions()
        after = self.summary()
        return Expired(*(had - has for had, has in zip(before, after, strict=True)))

    def age_positions(self) -> None:
        """Of how far was read, what is older than every row tells nobody's message, or goes."""
        places = {place[:2] for place in [*self.messages, *self.deleted]}
        places |= {(m.guild_id, m.channel_id) for m in [*self.rowless.values(), *self.anonymous]}
        for place, up_to in list(self.read.items()):
            if up_to >= self.oldest_row:
                continue
            if place not in places:
                del self.read[place]
            elif up_to & 0x3FFFFF != 0x3FFFFF:
                self.read[place] = self.oldest_row - 1

    def summary(self) -> tuple[int, int, int, int]:
        """How much there is of what can expire, in the order of `Expired`."""
        of_members = self.sums("guild_id", "channel_id", "author_id", "hour")
        of_channels = self.sums("guild_id", "channel_id", "hour")
        return len(self.messages), len(of_members), len(of_channels), len(self.deleted)

    def counted(self, *, anonymous: bool = False) -> list[ScoredMessage]:
        """What the rollups hold; of the channels' rollups also what is anonymous."""
        named = [*self.messages.values(), *self.rowless.values()]
        return [*named, *self.anonymous] if anonymous else named

    def open_days(self, guild: int, channels: tuple[int, ...]) -> Counter[int]:
        """Day → of how many of these channels and their threads it has all its members' hours."""
        asked = {c for c, above in CHANNELS.items() if not {c, above}.isdisjoint(channels)}
        days = {
            (m.channel_id, hour(m.created_at) // 24)
            for m in self.counted(anonymous=True)
            if m.guild_id == guild and m.channel_id in asked
        }
        return Counter(day for _, day in days if day * 24 >= self.oldest_member_hour)

    def rows(self) -> set[tuple[Any, ...]]:
        return {
            (
                m.guild_id,
                m.channel_id,
                m.message_id,
                m.author_id,
                m.reply_to,
                None if m.edited_at is None else (m.edited_at - UNIX) // timedelta(microseconds=1),
                in_units(m.negative),
                in_units(m.positive),
                m.status,
                m.model,
            )
            for m in self.messages.values()
        }

    def voices(self) -> dict[tuple[int, int, int, int], list[int]]:
        """(guild, channel, author, hour) → ids of what they wrote that was scored, in order."""
        voices: dict[tuple[int, int, int, int], list[int]] = {}
        for m in self.counted(anonymous=True):
            if m.status == "scored":
                voice = (m.guild_id, m.channel_id, m.author_id, hour(m.created_at))
                voices.setdefault(voice, []).append(m.message_id)
        return {voice: sorted(ids) for voice, ids in voices.items()}

    def writers(self) -> Counter[tuple[int, int, int]]:
        """(guild, channel, hour) → how many people wrote something that was scored."""
        return Counter((guild, channel, at) for guild, channel, _, at in self.voices())

    def last_counted(self) -> dict[tuple[int, int, int, int], int]:
        """(guild, channel, author, hour) → the tenth scored message, while its row is there."""
        tenth = {voice: ids[9] for voice, ids in self.voices().items() if len(ids) >= 10}
        return {v: last for v, last in tenth.items() if (v[0], v[1], last) in self.messages}

    def most_of_one(self, guild: int, channels: tuple[int, ...]) -> int:
        """The scored messages of who wrote most, of those whose hours are kept."""
        asked = {c for c, above in CHANNELS.items() if not {c, above}.isdisjoint(channels)}
        wrote = Counter(
            m.author_id
            for m in self.counted()
            if m.guild_id == guild and m.channel_id in asked and m.status == "scored"
        )
        return max(wrote.values(), default=0)

    def sums(self, *keys: str) -> dict[tuple[int, ...], Counter[str]]:
        voices = self.voices()
        sums: dict[tuple[int, ...], Counter[str]] = {}
        for m in self.counted(anonymous="author_id" not in keys):
            at = hour(m.created_at)
            counts = sums.setdefault(
                tuple(at if name == "hour" else getattr(m, name) for name in keys), Counter()
            )
            counts[m.status] += 1
            if m.status != "scored":
                continue
            if m.message_id in voices[m.guild_id, m.channel_id, m.author_id, at][:10]:
                mood = in_units(m.positive) - in_units(m.negative)
                counts[max(LABELS, key=lambda label: in_units(getattr(m, label)))] += 1
                counts["mood_sum"] += mood
                counts["mood_sum_squares"] += mood**2
        return sums


def hour(time: datetime) -> int:
    return int(time.timestamp()) // 3600


def in_units(probability: float) -> int:
    return round(probability * 10_000)


def snowflake(milliseconds: float, increment: int = 0) -> int:
    since_2015 = START - datetime(2015, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    return (since_2015 // timedelta(milliseconds=1) << 22) + increment


# A few ids over four hours, so that repeats, edits and deletions meet the same messages.
message_ids = st.builds(snowflake, st.integers(0, 14).map(lambda n: n * 1_000_000))
# And many in the first of these hours, so that somebody writes more than counts.
busy_ids = st.integers(0, 24).map(lambda n: snowflake(n * 60_000, 1))


@st.composite
def scored_messages(draw: st.DrawFn) -> ScoredMessage:
    negative = draw(st.integers(0, 10_000))
    positive = draw(st.integers(0, 10_000 - negative))
    channel = draw(st.sampled_from(sorted(CHANNELS)))
    message_id = draw(message_ids)
    edited = draw(st.none() | st.integers(1, 4))
    return ScoredMessage(
        message_id,
        draw(st.sampled_from(GUILDS)),
        channel,
        CHANNELS[channel],
        draw(st.sampled_from(MEMBERS)),
        draw(st.none() | message_ids),
        None if edited is None else START + timedelta(days=1, microseconds=edited),
        negative / 10_000,
        (10_000 - negative - positive) / 10_000,
        positive / 10_000,
        draw(st.sampled_from(STATUSES)),
        draw(st.sampled_from(("one-11111111", "two-22222222"))),
        draw(st.booleans()),
    )


deletions = st.builds(
    DeletedMessages,
    st.sampled_from(GUILDS),
    st.sampled_from(sorted(CHANNELS)),
    st.lists(message_ids, min_size=1, max_size=5).map(tuple),
)
reads = st.builds(
    lambda guild, channel, up_to: ReadUpTo(guild, channel, CHANNELS[channel], up_to),
    st.sampled_from(GUILDS),
    st.sampled_from(sorted(CHANNELS)),
    message_ids,
)
# A thread of which only deletions were told is not known to be below the channel: Discord's client
# tells of it, too.
deleted_channels = st.builds(
    lambda guild, channels: [DeletedChannel(guild, channel) for channel in channels],
    st.sampled_from(GUILDS),
    st.sampled_from([(22,), (23,), (21, 23)]),
)
batches = st.lists(st.one_of(*[scored_messages()] * 4, deletions, reads), max_size=25)
some_batches = st.one_of(
    batches,
    batches,
    st.tuples(batches, deleted_channels, batches).map(
        lambda parts: [change for part in parts for change in part]
    ),
)
requests = st.builds(
    Request,
    st.sampled_from(("opt_out", "opt_in", "forget")),
    st.sampled_from(GUILDS),
    st.sampled_from(MEMBERS),
    st.integers(0, 300),
)
# The start lies before midnight, so that days begin and end among the messages.
expiries = st.builds(
    Expiry,
    st.integers(-60, 300) | st.integers(20 * 60, 80 * 60),
    st.sampled_from([(1, 1, 1), (1, 1, 2), (1, 2, 2), (2, 2, 3), (30, 30, 31)]).map(
        lambda days: Retention(*days)
    ),
)
events = st.one_of(some_batches, batches, batches, requests, requests, expiries, st.just(Restart()))
histories = st.lists(events, max_size=10)

Event = list[Change] | Request | Expiry | Restart
Compare = Callable[[storage.Storage, Recount], Awaitable[None]]


@st.composite
def busy_messages(draw: st.DrawFn, message_id: int) -> ScoredMessage:
    """A message of the first hour, mostly of one member and scored, and some edited."""
    negative, positive = draw(st.sampled_from([(1000, 8000), (7000, 500), (2000, 3000)]))
    channel = draw(st.sampled_from((21, 21, 21, 21, 22)))
    edited = draw(st.sampled_from((None, None, 1, 2)))
    statuses: tuple[Status, ...] = ("scored", "scored", "scored", "unsure")
    return ScoredMessage(
        message_id,
        GUILDS[0],
        channel,
        None,
        draw(st.sampled_from((31, 31, 31, 31, 32))),
        None,
        None if edited is None else START + timedelta(days=1, microseconds=edited),
        negative / 10_000,
        (10_000 - negative - positive) / 10_000,
        positive / 10_000,
        draw(st.sampled_from(statuses)),
        *draw(st.sampled_from((("one-11111111", False), ("two-22222222", True)))),
    )


# Somebody fills an hour: what counts of them changes with each late insert, edit and deletion.
busy_batches: st.SearchStrategy[list[Change]] = st.one_of(
    st.lists(busy_ids, min_size=12, unique=True).flatmap(
        lambda ids: st.tuples(*map(busy_messages, ids)).map(list[Change])
    ),
    st.lists(busy_ids.flatmap(busy_messages), min_size=1, max_size=6).map(list[Change]),
    st.lists(busy_ids, min_size=1, max_size=4).map(
        lambda ids: [DeletedMessages(GUILDS[0], 21, tuple(ids))]
    ),
)
busy_expiries = st.builds(
    Expiry, st.integers(0, 24), st.sampled_from([Retention(1, 1, 1), Retention(1, 2, 3)])
)
busy_events = st.one_of(*[busy_batches] * 5, busy_expiries, requests, st.just(Restart()))
busy_histories = st.lists(busy_events, min_size=2, max_size=10)


async def live(
    address: str, history: list[Event], compare: Compare, at_last: Compare | None = None
) -> None:
    """Live through the history at a new address; `compare(store, recount)` after every event, and
    `at_last(store, recount)`, which may change the storage, after all of them."""
    recount = Recount()
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(storage.open(address, now=START))
        for event in history:
            if isinstance(event, Restart):
                recount.gone.clear()  # Discord sends no more of them
                await stack.aclose()
                store = await stack.enter_async_context(storage.open(address, now=START))
            elif isinstance(event, Request):
                ask = getattr(store.privacy, event.kind)
                at = START + timedelta(minutes=event.minutes)
                assert await ask(event.guild, event.member, at) == recount.request(event)
            elif isinstance(event, Expiry):
                done = await store.retention.expire(event.now, event.retention)
                assert done == recount.expire(event)
            else:
                assert await store.messages.apply(event) == recount.apply(event)
            await compare(store, recount)
        if at_last is not None:
            await at_last(store, recount)
    assert await storage.preflight(address) is None
