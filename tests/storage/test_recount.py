"""Random histories, against a recount that is written from first principles."""

import asyncio
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import storage
from storage.records import DeletedMessages, ScoredMessage

GUILDS = (11, 12)
CHANNELS = {21: None, 22: None, 23: 21}  # the last is a thread under the first
MEMBERS = (31, 32, 33)
UNIX = datetime(1970, 1, 1, tzinfo=UTC)
START = datetime(2026, 5, 4, 23, 30, tzinfo=UTC)
LABELS = ("neutral", "positive", "negative")  # on a tie the first of these


@dataclass(frozen=True)
class Wish:
    """A member's word about their data, `minutes` after the start."""

    kind: str
    guild: int
    member: int
    minutes: int


@dataclass
class Recount:
    """Keeps every message as it is and counts all of them anew, each time."""

    messages: dict = field(default_factory=dict)
    deleted: set = field(default_factory=set)
    opted_out: set = field(default_factory=set)
    silence: dict = field(default_factory=dict)

    def apply(self, changes):
        counts = Counter(inserted=0, updated=0, deleted=0, ignored=0)
        for change in changes:
            if isinstance(change, DeletedMessages):
                for message_id in change.message_ids:
                    place = (change.guild_id, change.channel_id, message_id)
                    known = self.messages.pop(place, None)
                    self.deleted.add(place)
                    counts["deleted" if known else "ignored"] += 1
            else:
                counts[self.put(change)] += 1
        return storage.records.Applied(**counts)

    def put(self, message):
        place = (message.guild_id, message.channel_id, message.message_id)
        person = (message.guild_id, message.author_id)
        known = self.messages.get(place)
        if (
            place in self.deleted
            or person in self.opted_out
            or message.message_id <= self.silence.get(person, 0)
        ):
            return "ignored"
        if known is None:
            self.messages[place] = message
            return "inserted"
        before = known.edited_at or datetime.min.replace(tzinfo=UTC)
        if message.edited_at is None or message.edited_at <= before:
            return "ignored"
        self.messages[place] = message
        return "updated"

    def wish(self, wish):
        person = (wish.guild, wish.member)
        moment = snowflake(wish.minutes * 60_000 + 1) - 1
        if wish.kind == "opt_in":
            if person in self.opted_out:
                self.opted_out.remove(person)
                self.silence[person] = max(self.silence[person], moment)
            return None
        if wish.kind == "opt_out":
            self.opted_out.add(person)
        mine = [
            place
            for place, message in self.messages.items()
            if (message.guild_id, message.author_id) == person
        ]
        last = max((message_id for _, _, message_id in mine), default=0)
        self.silence[person] = max(self.silence.get(person, 0), moment, last)
        for place in mine:
            del self.messages[place]
        return len(mine)

    def rows(self):
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

    def sums(self, *keys):
        sums = {}
        for m in self.messages.values():
            hour = int(m.created_at.timestamp()) // 3600
            key = tuple({"hour": hour}.get(name) or getattr(m, name) for name in keys)
            column = m.status
            mood = 0
            if m.status == "scored":
                column = max(LABELS, key=lambda label: in_units(getattr(m, label)))
                mood = in_units(m.positive) - in_units(m.negative)
            counts = sums.setdefault(key, Counter())
            counts[column] += 1
            counts["mood_sum"] += mood
            counts["mood_sum_squares"] += mood**2
        return sums


def in_units(probability):
    return round(probability * 10_000)


def snowflake(milliseconds, increment=0):
    since_2015 = START - datetime(2015, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    return (since_2015 // timedelta(milliseconds=1) << 22) + increment


# A few ids over four hours, so that repeats, edits and deletions meet the same messages.
message_ids = st.builds(snowflake, st.integers(0, 14).map(lambda n: n * 1_000_000))


@st.composite
def scored_messages(draw):
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
        draw(st.sampled_from(("scored", "scored", "unsure", "not_scored"))),
        draw(st.sampled_from(("one-11111111", "two-22222222"))),
    )


deletions = st.builds(
    DeletedMessages,
    st.sampled_from(GUILDS),
    st.sampled_from(sorted(CHANNELS)),
    st.lists(message_ids, min_size=1, max_size=5).map(tuple),
)
batches = st.lists(st.one_of(*[scored_messages()] * 4, deletions), max_size=25)
wishes = st.builds(
    Wish,
    st.sampled_from(("opt_out", "opt_in", "forget")),
    st.sampled_from(GUILDS),
    st.sampled_from(MEMBERS),
    st.integers(0, 300),
)
histories = st.lists(st.one_of(batches, batches, batches, wishes), max_size=8)

ROWS = """
    SELECT channel.guild, channel.snowflake, message, hex(member.identity), reply_to,
        nullif(edited, 0), negative, positive, status, version
    FROM message JOIN channel ON channel.id = message.channel
        JOIN member ON member.id = message.member JOIN model ON model.id = message.model
"""
OF_MEMBERS = """
    SELECT channel.guild, channel.snowflake, hex(member.identity), hour,
        negative, neutral, positive, unsure, not_scored, mood_sum, mood_sum_squares
    FROM member_hour JOIN channel ON channel.id = member_hour.channel
        JOIN member ON member.id = member_hour.member AND member.guild = channel.guild
"""
OF_CHANNELS = """
    SELECT channel.guild, channel.snowflake, hour,
        negative, neutral, positive, unsure, not_scored, mood_sum, mood_sum_squares
    FROM channel_hour JOIN channel ON channel.id = channel_hour.channel
"""
COLUMNS = (
    *("negative", "neutral", "positive", "unsure", "not_scored"),
    *("mood_sum", "mood_sum_squares"),
)


async def people_of(database):
    """Who stands behind each HMAC."""
    everybody = [(guild, member) for guild in GUILDS for member in MEMBERS]
    return {
        identity: member
        for guild, member in everybody
        for ((identity,),) in [await database.read("SELECT hex(member_key(?, ?))", (guild, member))]
    }


async def stored_rows(database):
    statuses = ("scored", "unsure", "not_scored")
    who = await people_of(database)
    return {
        (*row[:3], who[row[3]], *row[4:8], statuses[row[8]], row[9])
        for row in await database.read(ROWS)
    }


async def stored_sums(database, sql):
    # `+Counter` would drop what is negative; zeros compare equal to what is missing.
    who = await people_of(database)
    return {
        tuple(who.get(key, key) for key in row[: -len(COLUMNS)]): Counter(
            dict(zip(COLUMNS, row[-len(COLUMNS) :], strict=True))
        )
        for row in await database.read(sql)
    }


async def live(history):
    recount = Recount()
    with tempfile.TemporaryDirectory() as folder:
        async with storage.open(Path(folder) / "barometer.db") as store:
            for event in history:
                if isinstance(event, Wish):
                    ask = getattr(store.privacy, event.kind)
                    at = START + timedelta(minutes=event.minutes)
                    assert await ask(event.guild, event.member, at) == recount.wish(event)
                else:
                    assert await store.messages.apply(event) == recount.apply(event)
                await compare(store, recount)
            assert await store.check() is None


async def compare(store, recount):
    database = store._database
    assert await stored_rows(database) == recount.rows()
    by_member = recount.sums("guild_id", "channel_id", "author_id", "hour")
    assert await stored_sums(database, OF_MEMBERS) == by_member
    by_channel = recount.sums("guild_id", "channel_id", "hour")
    assert await stored_sums(database, OF_CHANNELS) == by_channel
    people = await database.read("SELECT guild, hex(identity) FROM member")
    who = await people_of(database)
    assert {(guild, who[identity]) for guild, identity in people} == {
        (m.guild_id, m.author_id) for m in recount.messages.values()
    }


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories)
def test_rows_and_both_rollups_equal_a_recount_after_every_batch_and_wish(history):
    asyncio.run(live(history))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(scored_messages(), max_size=40), st.integers(1, 7), st.randoms())
def test_however_versions_are_split_shuffled_and_repeated_the_newest_stay(versions, size, random):
    # One author a message, as on Discord; of equal versions one.
    newest = {(m.guild_id, m.channel_id, m.message_id, m.edited_at): m for m in versions}
    deliveries = list(newest.values()) * 2
    random.shuffle(deliveries)

    async def deliver():
        recount = Recount()
        recount.apply(newest.values())
        with tempfile.TemporaryDirectory() as folder:
            async with storage.open(Path(folder) / "barometer.db") as store:
                for start in range(0, len(deliveries), size):
                    await store.messages.apply(deliveries[start : start + size])
                await compare(store, recount)

    asyncio.run(deliver())
