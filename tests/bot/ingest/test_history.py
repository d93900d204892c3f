"""`/sentiment backfill` on the loopback Discord, with the real client and storage."""

from __future__ import annotations

import asyncio
import math
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot import app
from bot.clock import utc_now
from bot.commands import reading_progress
from bot.commands.readings import SIDE_BY_SIDE
from bot.ingest.counters import Counters
from bot.ingest.history import History
from bot.ingest.history_requests import HistoryRequests
from bot.ingest.pace import Pace
from bot.settings import Settings
from playground.errors import NoAnswerError
from playground.interactions import Reply
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Message, User
from playground.world.permissions import Permission
from scripts.chaos import virtual_time
from storage.records import Applied, DeletedMessages, snowflake_time


@dataclass
class Place:
    """Ana owns the guild, Mo manages it. Each reading waits for the gate."""

    server: LoopbackDiscord
    database: Path
    guild: Guild
    ana: User
    mo: User
    general: Channel
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    requests: int = 0
    reading: Reply | None = None

    async def say(self, channel: Channel | None = None, *, days: float = 1) -> Message:
        at = datetime.now(UTC) - timedelta(days=days)
        return await self.server.send_message(self.ana, channel or self.general, "hm", at=at)

    async def ask(self, days: int = 10, *, by: User | None = None) -> Reply:
        line = f"/sentiment backfill days:{days}"
        return await self.server.command(by or self.ana, self.general, line, channel=self.general)

    def shown(self, reply: Reply) -> tuple[str, str]:
        """Title and description of the answer as it is now."""
        (embed,) = self.server.look_again(reply).embeds
        return embed["title"], embed["description"]

    async def until_shown(self, reply: Reply, words: str) -> str:
        async with asyncio.timeout(60):
            while words not in " ".join(self.shown(reply)):  # noqa: ASYNC110 (it has no event)
                await asyncio.sleep(0.02)
        return self.shown(reply)[1]

    async def until_asked(self, requests: int) -> None:
        """Wait until so many readings of a channel have begun, and wait before the gate."""
        async with asyncio.timeout(60):
            while self.requests < requests:  # noqa: ASYNC110 (the gate has no event)
                await asyncio.sleep(0.02)

    def stored(self) -> list[int]:
        with closing(sqlite3.connect(self.database)) as rows:
            found = rows.execute("SELECT message FROM message ORDER BY 1").fetchall()
        return [message for (message,) in found]


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reading_progress, "SECONDS_BETWEEN_EDITS", 0.0)
    async with LoopbackDiscord() as server:
        world = server.world
        ana, mo = (world.add_user(name) for name in ("ana", "mo"))
        guild = world.add_guild("The Harbour", ana)
        managers = world.add_role(guild, "Managers", Permission.MANAGE_GUILD)
        world.add_member(guild, mo, managers)
        server.invite(guild)
        database = tmp_path / "moods.sqlite3"
        built = Place(server, database, guild, ana, mo, world.add_channel(guild, "general"))
        _let_history_wait(built, monkeypatch)
        stop = asyncio.Event()
        chosen = {
            "DISCORD_TOKEN": server.token,
            "DISCORD_API_URL": server.url,
            "BAROMETER_DATABASE": str(database),
        }
        bot = asyncio.create_task(app.run(Settings.model_validate(chosen), stop))
        try:
            yield built
        finally:
            stop.set()
            async with asyncio.timeout(60):
                await bot
        if built.reading is not None:
            assert built.shown(built.reading)[0] == "Reading older messages"


def _let_history_wait(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    history = discord.abc.Messageable.history

    async def gated(self: discord.TextChannel, **options: object) -> AsyncIterator[discord.Message]:
        place.requests += 1
        await place.gate.wait()
        async for message in history(self, **options):  # type: ignore[arg-type]
            yield message

    for kind in (discord.TextChannel, discord.Thread):
        monkeypatch.setattr(kind, "history", gated)


async def test_the_past_of_a_channel_and_its_threads_is_read_on_request(place: Place) -> None:
    world = place.server.world
    too_old = await place.say(days=12)
    past = [await place.say(days=9) for _ in range(230)]
    thread = world.add_thread(place.general, "a thread", place.ana)
    archived = world.add_thread(place.general, "done", place.ana)
    secret = world.add_thread(place.general, "a secret", place.ana, private=True)
    past += [await place.say(channel) for channel in (thread, archived)]
    await place.server.archive_thread(archived)
    await place.say(secret)
    await place.server.wait_until_ready()
    place.gate.set()
    reply = await place.ask()
    assert reply.ephemeral, "also where it is about the channel itself"
    words = await place.until_shown(reply, "Done")
    assert "232 messages read, 232 of them new" in words
    assert place.stored() == sorted(message.id for message in past)
    assert too_old.id not in place.stored()
    words = await place.until_shown(await place.ask(), "Done")
    assert ", 0 of them new" in words, "none is counted twice"


async def test_progress_is_shown_to_who_asked_and_nobody_else_can_stop_it(
    place: Place, stop_heard: asyncio.Event
) -> None:
    past = [await place.say(days=9) for _ in range(250)]
    await place.server.wait_until_ready()
    before = place.requests
    reply = await place.ask()
    assert place.shown(reply)[0] == "Reading older messages"
    await place.until_asked(before + 1)
    with pytest.raises(NoAnswerError, match="Only the one who asked"):
        await place.server.press(reply, "Stop", by=place.mo)
    again = await place.ask(by=place.mo)
    assert "already" in again.content
    stopped = asyncio.create_task(place.server.press(reply, "Stop"))
    await stop_heard.wait()
    place.gate.set()
    assert (await stopped).embeds[0]["title"] == "Stopped"
    assert "100 messages read" in place.shown(reply)[1]
    assert place.stored() == [message.id for message in past[:100]], "what was read stays"
    words = await place.until_shown(await place.ask(by=place.mo), "Done")
    assert "150 of them new" in words


async def test_when_the_answer_cannot_be_changed_any_more_the_button_tells_the_end(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_progress, "SECONDS_EDITABLE", 0.0)
    for _ in range(250):
        await place.say(days=9)
    await place.server.wait_until_ready()
    reply = await place.ask()
    place.gate.set()
    words = await place.until_shown(reply, "for 15 minutes")
    assert "100 messages read" in words
    async with asyncio.timeout(60):
        while len(place.stored()) < 250:  # noqa: ASYNC110 (another connection writes the file)
            await asyncio.sleep(0.05)
        # What is stored is done with a moment later: then the next one may ask.
        while "already" in (await place.ask(by=place.mo)).content:  # noqa: ASYNC110 (nobody tells)
            await asyncio.sleep(0.05)
    assert place.shown(reply)[1] == words
    monkeypatch.setattr(reading_progress, "SECONDS_EDITABLE", 60.0)
    told = await place.server.press(reply, "Stop")
    assert told.embeds[0]["title"] == "Done"
    assert "250 messages read" in told.embeds[0]["description"]


async def test_a_button_stops_only_the_reading_that_it_stands_under(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So that the first keeps its button:
    monkeypatch.setattr(reading_progress, "SECONDS_EDITABLE", 0.0)
    for _ in range(250):
        await place.say(days=9)
    await place.server.wait_until_ready()
    place.gate.set()
    first = second = await place.ask()
    await place.until_shown(first, "for 15 minutes")
    monkeypatch.setattr(reading_progress, "SECONDS_EDITABLE", 60.0)
    async with asyncio.timeout(60):
        while second is first or "already" in second.content:
            place.gate.clear()
            second = await place.ask()  # maybe within the same second
            place.gate.set()
            await asyncio.sleep(0.05)
    told = await place.server.press(first, "Stop")
    assert "It has ended" in told.embeds[0]["title"]
    assert "250 messages read" in await place.until_shown(second, "Done")


async def test_the_program_stops_while_the_past_is_read(place: Place) -> None:
    await place.say(days=9)
    await place.server.wait_until_ready()
    reply = await place.ask()
    assert place.shown(reply)[0] == "Reading older messages"


async def several_channels(place: Place) -> list[Channel]:
    """Each with more than a page of messages, and a reading of all of them that waits."""
    world = place.server.world
    others = [world.add_channel(place.guild, f"room-{number}") for number in range(5)]
    channels = [place.general, *others]
    for channel in channels:
        for _ in range(101):
            await place.say(channel, days=9)
    return channels


async def test_all_channels_are_read_side_by_side_with_one_progress(place: Place) -> None:
    channels = await several_channels(place)
    await place.server.wait_until_ready()
    before = place.requests
    reply = await place.server.command(place.ana, place.general, "/sentiment backfill")
    assert "6 channels, the last 30 days" in place.shown(reply)[1]
    await place.until_asked(before + SIDE_BY_SIDE)
    place.gate.set()
    words = await place.until_shown(reply, "Done")
    assert "606 messages read, 606 of them new" in words
    assert len(place.stored()) == len(channels) * 101


async def test_one_button_stops_the_reading_of_all_channels(
    place: Place, stop_heard: asyncio.Event
) -> None:
    await several_channels(place)
    await place.server.wait_until_ready()
    before = place.requests
    reply = await place.server.command(place.ana, place.general, "/sentiment backfill")
    await place.until_asked(before + SIDE_BY_SIDE)
    stopped = asyncio.create_task(place.server.press(reply, "Stop"))
    await stop_heard.wait()
    place.gate.set()
    assert (await stopped).embeds[0]["title"] == "Stopped"
    assert len(place.stored()) == SIDE_BY_SIDE * 100, "a page of each that was being read"
    again = await place.ask()
    assert "already" not in again.content


async def test_a_reading_that_the_end_of_the_program_cuts_short_is_not_done(place: Place) -> None:
    await several_channels(place)
    await place.server.wait_until_ready()
    place.reading = await place.server.command(place.ana, place.general, "/sentiment backfill")
    # The fixture stops the bot now, and looks.


class Refusing:
    """A channel of which a proxy says each time that there were too many requests."""

    requests = 0

    async def history(self, **options: object) -> AsyncIterator[discord.Message]:
        self.requests += 1
        answer = SimpleNamespace(status=429, reason="Too Many Requests", headers={})
        raise discord.HTTPException(answer, "Too many requests.")  # type: ignore[arg-type]
        yield


class Calm:
    async def calm(self) -> None: ...


async def test_when_this_address_is_refused_nothing_more_is_asked_for_a_while() -> None:
    calm: Any = Calm()
    storage: Any = SimpleNamespace(messages=None, model_versions=None)
    pace = Pace(calm.calm)
    requests = HistoryRequests(pace, Counters(), seconds_after_429=3600)
    reading = History(calm, storage, requests, model="one", clock=utc_now)
    channel = Refusing()
    with pytest.raises(discord.HTTPException):
        await anext(reading.pages(channel, 0, note=False))  # type: ignore[arg-type]
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await anext(reading.pages(channel, 0, note=False))  # type: ignore[arg-type]
    assert channel.requests == 1


STORED = 1_400_000_000_000_000_000


def raise_unknown_message() -> None:
    answer: Any = SimpleNamespace(status=404, reason="Not Found")
    raise discord.NotFound(answer, {"code": 10008, "message": "Unknown Message"})


class Lagging:
    """A channel whose history shows the stored message, if at all, only from a moment on."""

    id = 2
    guild = SimpleNamespace(id=1)

    def __init__(self, shown_from: float) -> None:
        self._shown_from = shown_from

    async def history(self, **options: object) -> AsyncIterator[object]:
        if asyncio.get_running_loop().time() >= self._shown_from:
            yield SimpleNamespace(id=STORED, content=None)

    async def fetch_message(self, message_id: int) -> None:
        raise_unknown_message()


class Storing(Calm):
    def __init__(self) -> None:
        self.events: list[object] = []

    async def store(self, events: list[object], read: list[object]) -> Applied:
        self.events += events
        return Applied()

    async def ids(self, *asked: object) -> list[int]:
        return [STORED]


@pytest.mark.parametrize(
    ("age", "shown_from", "taken_for_deleted", "took"),
    [(4, 20, False, 26), (4, math.inf, True, 26), (40, math.inf, True, 0), (-9e9, 20, False, 30)],
)
def test_a_young_message_is_taken_for_deleted_only_when_the_history_must_hold_it(
    age: float, shown_from: float, taken_for_deleted: bool, took: float
) -> None:
    async def read() -> float:
        loop = asyncio.get_running_loop()

        def clock() -> datetime:
            return snowflake_time(STORED) + timedelta(seconds=age + loop.time())

        storing: Any = Storing()
        storage: Any = SimpleNamespace(messages=storing, model_versions=None)
        requests = HistoryRequests(Pace(storing.calm), Counters())
        reading = History(storing, storage, requests, model="one", clock=clock)
        channel: Any = Lagging(shown_from)
        [_ async for _ in reading.pages(channel, STORED - 1, note=False)]
        deleted = [DeletedMessages(1, 2, (STORED,))] if taken_for_deleted else []
        assert storing.events == deleted
        return loop.time()

    assert virtual_time.run(read()) == pytest.approx(took, abs=0.5)
