"""The whole way over real sockets: a thousand messages in, every command's answer checked.

The truth is counted here from the messages that the loopback Discord holds in the end, with the
classifier asked text by text, apart from the bot's queue, storage, rollups and reports.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache
from math import floor, sqrt
from pathlib import Path
from statistics import variance

import pytest

import classifier
from classifier.score import Score
from playground.interactions import Reply
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Message, MessageType, Overwrite, User, World
from playground.world.permissions import Permission
from tests.noon import noon
from tests.running_bot import running

__all__ = ["noon"]  # a fixture

SAYINGS = (
    "I love this so much!! 😍",
    "this is awful, I hate it",
    "the meeting is at five",
    "great job everyone, thank you :)",
    "ugh, it crashed again :(",
    "does anybody know where the map is?",
    "that was the worst game ever",
    "what a wonderful evening",
    "ok",
    "see you tomorrow",
    "I am so happy for you ❤️",
    "stop it, this is annoying",
    "https://example.com/cat.png",
    "qwlekj zxmcnb plokij",
)
PERIODS = {"24 hours": 1, "7 days": 7, "30 days": 30, "90 days": 90}


@dataclass
class Place:
    """Olga owns the guild; Mo moderates; the rest are members. #staff is hidden from them."""

    server: LoopbackDiscord
    guild: Guild
    olga: User
    mo: User
    members: list[User]
    general: Channel
    games: Channel
    staff: Channel
    thread: Channel
    secret: Channel
    kept: dict[int, Message] = field(default_factory=dict)

    @property
    def counted_channels(self) -> list[Channel]:
        return [self.general, self.games, self.staff, self.thread]


def build(server: LoopbackDiscord) -> Place:
    world = server.world
    olga, mo, *members = (
        world.add_user(name) for name in ("olga", "mo", "ada", "bela", "cem", "dora", "eli")
    )
    guild = world.add_guild("The Lighthouse", olga)
    moderators = world.add_role(guild, "Moderators", Permission.MANAGE_GUILD)
    world.add_member(guild, mo, moderators)
    for member in members:
        world.add_member(guild, member)
    hidden = [
        Overwrite(guild.id, deny=Permission.VIEW_CHANNEL),
        Overwrite(moderators.id, allow=Permission.VIEW_CHANNEL),
    ]
    general = world.add_channel(guild, "general")
    games = world.add_channel(guild, "games")
    staff = world.add_channel(guild, "staff", overwrites=hidden)
    thread = world.add_thread(general, "map hunt", olga)
    secret = world.add_thread(general, "surprise party", olga, private=True)
    server.invite(guild, moderators)
    return Place(server, guild, olga, mo, members, general, games, staff, thread, secret)


@pytest.fixture
async def place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noon: Callable[[], datetime]
) -> AsyncIterator[Place]:
    """A guild whose thousand messages the running bot has been sent."""
    monkeypatch.chdir(tmp_path)
    async with LoopbackDiscord(World(noon)) as server:
        built = build(server)
        async with running(server):
            await chat(built, random.Random(7))
            yield built


async def chat(place: Place, rng: random.Random) -> None:
    """A thousand messages over four weeks, with everything that Discord does to messages."""
    server, now = place.server, place.server.world.now()
    people = [place.olga, place.mo, *place.members]
    times = sorted(now - timedelta(days=rng.choice((6, 28))) * rng.random() for _ in range(1000))
    for number, at in enumerate(times):
        channel = rng.choices(place.counted_channels, (5, 3, 1, 3))[0]
        author = rng.choice(people)
        text = f"{rng.choice(SAYINGS)} {rng.choice(SAYINGS)}"
        earlier = place.kept.get(max(place.kept, default=0))
        answered = earlier if earlier and earlier.channel_id == channel.id else None
        message = await server.send_message(author, channel, text, at=at, reply_to=answered)
        place.kept[message.id] = message
        if number % 10 == 0:
            await server.repeat_create(message)
        if number % 25 == 0:
            await server.repeat_update(message)  # a link preview: nothing was edited
    await send_what_does_not_count(place)
    some = rng.sample(sorted(place.kept), 200)
    for message_id in some[:100]:
        await server.edit_message(place.kept[message_id], rng.choice(SAYINGS))
    for message_id in some[100:150]:
        await server.delete_message(place.kept.pop(message_id))
    in_games = [
        place.kept[key] for key in some[150:] if place.kept[key].channel_id == place.games.id
    ]
    await server.bulk_delete(in_games)
    for message in in_games:
        del place.kept[message.id]
    await server.repeat_create(in_games[0])  # comes late, and stays deleted


async def send_what_does_not_count(place: Place) -> None:
    server = place.server
    robot = server.world.add_user("robot", bot=True)
    server.world.add_member(place.guild, robot)
    ada = place.members[0]
    await server.send_message(robot, place.general, "I love robots")
    await server.send_message(ada, place.general, "I love hooks", webhook=True)
    await server.send_message(ada, place.general, "", type=MessageType.JOIN)
    await server.send_message(ada, place.general, "")
    await server.send_message(ada, place.secret, "I love surprises")


@dataclass(frozen=True)
class Truth:
    """The figures of some messages, from first principles."""

    moods: list[float]
    labels: list[str]
    unsure: int
    not_scored: int

    @property
    def mood(self) -> float:
        return sum(self.moods) / len(self.moods)

    @property
    def counts(self) -> tuple[str, str, str]:
        """Positive, all and negative ones, as they are written."""
        positive, negative = map(self.labels.count, ("positive", "negative"))
        return f"{positive:,}", f"{len(self.labels):,}", f"{negative:,}"


def clear_change(now: Truth, before: Truth) -> float:
    """How much the mood changed; 0 where that is at most twice its standard error."""
    change = now.mood - before.mood
    error = sqrt(sum(variance(each.moods) / len(each.moods) for each in (now, before)))
    return change if abs(change) > 2 * error else 0.0


@cache
def scorer() -> classifier.Scorer:
    return classifier.load()


def truth(messages: Iterable[Message]) -> Truth:
    scores: list[Score] = [scorer().score([message.content])[0] for message in messages]
    scored = [score for score in scores if score.status == "scored"]
    return Truth(
        [score.mood for score in scored],
        [score.label for score in scored],
        sum(score.status == "unsure" for score in scores),
        sum(score.status == "not_scored" for score in scores),
    )


def within(place: Place, period: str, before: int = 0) -> Callable[[Message], bool]:
    """Whether a message lies in the period, or as many such periods before it as `before`."""
    until = place.server.world.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    until -= before * timedelta(days=PERIODS[period])
    since = until - timedelta(days=PERIODS[period])
    return lambda message: since <= message.created_at < until


@dataclass(frozen=True)
class PublishedTruth:
    """What everybody may know of a period: mood, messages and shares; and how many days not."""

    moods: float = 0.0
    messages: int = 0
    negative: float = 0.0
    positive: float = 0.0
    hidden_days: int = 0

    @property
    def counts(self) -> tuple[str, str, str]:
        """Messages, positive and negative ones, as they are written."""
        negative = floor(20 * self.negative / self.messages + 0.5)
        positive = min(floor(20 * self.positive / self.messages + 0.5), 20 - negative)
        return f"{self.messages:,}", str(5 * positive), str(5 * negative)


def published(
    place: Place, period: str, channels: Iterable[Channel], before: int = 0
) -> PublishedTruth:
    """The days up to yesterday, of each channel those of enough people and messages, rounded."""
    until = place.server.world.now().replace(hour=0, minute=0, second=0, microsecond=0)
    until -= before * timedelta(days=PERIODS[period])
    since = until - timedelta(days=PERIODS[period])
    ids = {channel.id for channel in channels}
    days = defaultdict[tuple[date, int], list[Message]](list)
    for message in place.kept.values():
        if message.channel_id in ids and since <= message.created_at < until:
            days[message.created_at.date(), message.channel_id].append(message)
    total, said, shown = PublishedTruth(), set[date](), set[date]()
    for (day, _), messages in days.items():
        said.add(day)
        scored = [m for m in messages if truth([m]).labels]
        writers = sorted(Counter(m.author.id for m in scored).values(), reverse=True)
        half, four_fifths = len(scored) / 2, len(scored) * 4 / 5
        if len(writers) < 5 or len(scored) < 20 or writers[0] > half:
            continue
        if writers[0] + writers[1] > four_fifths:
            continue
        shown.add(day)
        figures, tens = truth(scored), 10 * floor(len(scored) / 10 + 0.5)
        shares = (figures.labels.count(label) / len(scored) for label in ("negative", "positive"))
        negative, positive = (floor(20 * share + 0.5) / 20 for share in shares)
        total = replace(
            total,
            messages=total.messages + tens,
            moods=total.moods + tens * floor(10 * figures.mood + 0.5) / 10,
            negative=total.negative + tens * negative,
            positive=total.positive + tens * min(positive, 1 - negative),
        )
    return replace(total, hidden_days=len(said - shown))


def assert_tells_everybody(
    reply: Reply, now: PublishedTruth, before: PublishedTruth, *, ephemeral: bool
) -> None:
    """The reply has exactly one embed, and what it tells is this."""
    (embed,) = reply.embeds
    words, footer = embed["description"], embed["footer"]["text"]
    assert reply.ephemeral is ephemeral
    assert reply.first_seconds < 3
    average = re.match(r"Average mood ([+−]?\d\.\d),", footer)
    assert average is not None, footer
    told = float(average[1].replace("−", "-"))
    assert told == pytest.approx(now.moods / now.messages, abs=0.0501)
    shown, *compared = re.findall(
        r"about ([\d,]+) messages, (\d+)% positive, (\d+)% negative", words
    )
    assert shown == now.counts
    assert compared == ([before.counts] if before.messages else [])
    hidden = re.search(r"(\d+) quiet days? (?:is|are) hidden", words)
    assert (int(hidden[1]) if hidden else 0) == now.hidden_days
    for said_of_live_figures in ("I couldn't judge", "words I know"):
        assert said_of_live_figures not in words


def assert_tells(reply: Reply, now: Truth, before: Truth, *, ephemeral: bool) -> None:
    """The reply has exactly one embed, and its figures are these."""
    (embed,) = reply.embeds
    words, footer = embed["description"], embed["footer"]["text"]
    assert reply.ephemeral is ephemeral
    assert reply.first_seconds < 3
    average = re.match(r"Average mood ([+−]?\d\.\d\d),", footer)
    assert average is not None, footer
    assert float(average[1].replace("−", "-")) == pytest.approx(now.mood, abs=0.0051)
    shown, *compared = re.findall(
        r"([\d,]+) of ([\d,]+) messages positive, ([\d,]+) negative", words
    )
    assert shown == now.counts
    if now.unsure:
        assert f"{now.unsure:,} more I couldn't judge" in words
    if now.not_scored:
        assert f"{now.not_scored:,} more had too few words I know" in words
    if len(before.moods) < 20:
        assert compared == []
    else:
        assert compared == [before.counts]
        for more, direction in (("More positive", 1), ("More negative", -1)):
            assert (more in words) is (direction * clear_change(now, before) > 0)


async def settled(place: Place) -> None:
    """Wait until the bot has counted everything: its answer about all channels says so."""
    expected = truth(filter(within(place, "90 days"), place.kept.values()))
    async with asyncio.timeout(60):
        while True:
            reply = await place.server.command(
                place.olga, place.general, "/sentiment server period:90 days"
            )
            if f"of {len(expected.moods):,} messages" in reply.embeds[0]["description"]:
                return
            await asyncio.sleep(0.1)


async def test_every_command_tells_the_figures_that_a_plain_count_gives(place: Place) -> None:
    server, kept = place.server, place.kept
    await settled(place)
    readable = [c for c in place.counted_channels if c is not place.staff]
    everywhere = {c.id for c in place.counted_channels}
    with_thread = place.general, place.thread
    ada = place.members[0]

    reading = await server.command(
        place.olga, place.staff, "/sentiment backfill days:30", channel=place.games
    )
    async with asyncio.timeout(60):
        while server.look_again(reading).embeds[0]["title"] != "Done":  # noqa: ASYNC110
            await asyncio.sleep(0.1)

    def expected(
        period: str, channels: set[int], author: User | None = None
    ) -> tuple[Truth, Truth]:
        chosen = [
            m
            for m in kept.values()
            if m.channel_id in channels and (author is None or m.author.id == author.id)
        ]
        return (
            truth(filter(within(place, period, 0), chosen)),
            truth(filter(within(place, period, 1), chosen)),
        )

    def members_see(period: str, *channels: Channel) -> tuple[PublishedTruth, PublishedTruth]:
        now, before = (published(place, period, channels, before) for before in (0, 1))
        return now, before

    for period in ("7 days", "30 days", "90 days"):
        asked = f"period:{period}"
        reply = await server.command(place.olga, place.general, f"/sentiment server {asked}")
        assert_tells(reply, *expected(period, everywhere), ephemeral=True)
        reply = await server.command(ada, place.general, f"/sentiment server {asked}")
        assert_tells_everybody(reply, *members_see(period, *readable), ephemeral=True)
        general_and_thread = {channel.id for channel in with_thread}
        for where in (place.general, place.games):  # one question, one answer
            line = f"/sentiment channel {asked}"
            reply = await server.command(ada, where, line, channel=place.general)
            assert_tells_everybody(reply, *members_see(period, *with_thread), ephemeral=True)
            reply = await server.command(place.mo, where, line, channel=place.general)
            assert_tells(reply, *expected(period, general_and_thread), ephemeral=True)
    reply = await server.command(
        ada, place.general, "/sentiment channel period:30 days", channel=place.games
    )
    assert_tells_everybody(reply, *members_see("30 days", place.games), ephemeral=True)
    reply = await server.command(ada, place.thread, "/sentiment channel period:30 days")
    assert_tells_everybody(reply, *members_see("30 days", place.thread), ephemeral=True)
    reply = await server.command(ada, place.games, "/sentiment me period:30 days")
    assert_tells(reply, *expected("30 days", everywhere, ada), ephemeral=True)

    kept_of_ada = sum(message.author.id == ada.id for message in kept.values())
    reply = await server.command(ada, place.games, "/sentiment privacy show")
    assert f"{kept_of_ada} of your messages" in reply.embeds[0]["description"]

    reply = await server.command(ada, place.general, "/sentiment channel", channel=place.staff)
    assert reply.ephemeral
    assert "you can read" in reply.content

    reply = await server.command(ada, place.general, "/sentiment trend period:30 days")
    assert reply.ephemeral
    (chart,) = reply.files.values()
    assert chart.startswith(b"\x89PNG\r\n\x1a\n")
    seen, _ = members_see("30 days", *readable)
    assert f"about {seen.messages:,} messages" in str(reply.embeds[0])


async def test_members_are_looked_up_only_when_allowed_and_only_where_the_viewer_reads(
    place: Place,
) -> None:
    server = place.server
    await settled(place)
    ada, bela = place.members[:2]
    ask = "/sentiment member period:30 days"
    refused = await server.command(place.mo, place.general, ask, member=bela)
    assert refused.ephemeral
    assert not refused.embeds

    panel = await server.command(place.olga, place.general, "/sentiment settings")
    await server.choose(panel, "Page", ["people"])
    await server.choose(panel, "Member lookup", ["on"])
    reply = await server.command(place.mo, place.general, ask, member=bela)
    seen = {c.id for c in place.counted_channels}
    written = [m for m in place.kept.values() if m.author.id == bela.id and m.channel_id in seen]
    now = truth(filter(within(place, "30 days"), written))
    assert_tells(reply, now, Truth([], [], 0, 0), ephemeral=True)
    still_refused = await server.command(ada, place.general, ask, member=bela)
    assert not still_refused.embeds
    del place.guild.members[bela.id]  # bela left the server
    gone = await server.command(place.mo, place.general, ask, member=bela)
    assert gone.ephemeral
    assert "couldn't find" in gone.content


async def test_who_opts_out_is_gone_from_every_sum(place: Place) -> None:
    server = place.server
    await settled(place)
    bela = place.members[1]
    question = await server.command(bela, place.general, "/sentiment privacy opt-out")
    assert question.ephemeral
    done = await server.press(question, "Yes, erase")
    written = [m for m in place.kept.values() if m.author.id == bela.id]
    assert f"{len(written)} of your messages" in str(done.embeds[0])
    await server.send_message(bela, place.general, "I love this so much!! 😍")
    for message in written:
        del place.kept[message.id]
        await server.repeat_create(message)
    await settled(place)
    left = truth(filter(within(place, "90 days"), place.kept.values()))
    reply = await server.command(place.olga, place.general, "/sentiment server period:90 days")
    assert_tells(reply, left, Truth([], [], 0, 0), ephemeral=True)


async def test_a_text_is_checked_in_place_and_from_the_menu(place: Place) -> None:
    server, ada = place.server, place.members[0]
    love = await server.command(ada, place.general, "/sentiment check text:I love this so much")
    assert love.ephemeral
    assert love.embeds[0]["title"].startswith("Positive")
    message = await server.send_message(place.mo, place.general, "this is awful, I hate it")
    hate = await server.message_menu(ada, message, "Check sentiment")
    assert hate.ephemeral
    assert hate.embeds[0]["title"].startswith("Negative")


async def test_whoever_installed_it_for_themselves_checks_texts_where_it_is_no_member(
    place: Place,
) -> None:
    """And nothing else: nothing is counted there, and nobody but them sees the answer."""
    server, ada = place.server, place.members[0]
    elsewhere = server.world.add_guild("The Other Place", place.olga)
    lobby = server.world.add_channel(elsewhere, "lobby")
    server.world.add_member(elsewhere, ada)
    message = await server.send_message(place.olga, lobby, "this is awful, I hate it")
    for reply in (
        await server.command(ada, lobby, "/sentiment check I love this so much!! 😍"),
        await server.message_menu(ada, message, "Check sentiment"),
    ):
        assert reply.ephemeral
        assert "sure" in reply.embeds[0]["title"]
    for command in ("channel", "server", "me", "privacy show", "settings", "privacy export"):
        reply = await server.command(ada, lobby, f"/sentiment {command}")
        assert reply.ephemeral
        assert "I'm not in this server" in reply.content, command
