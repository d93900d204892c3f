"""The real client on the loopback Discord misses things, and finds them in the history."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from typing import Any, Literal

import discord
import pytest

import storage
from bot import app, catch_up, moods
from bot.catch_up import CatchUp, overlap
from bot.client import BarometerClient
from bot.gaps import ARCHIVED_THREADS
from bot.history import History
from bot.pipeline import Pipeline
from bot.settings import Settings
from playground import payloads
from playground.application import Intent
from playground.permissions import Permission
from playground.server import LoopbackDiscord
from playground.world import Channel, ChannelType, Guild, Message, Overwrite, User
from storage.records import snowflake_time
from storage.restoring import restore


@dataclass
class Place:
    """Ana's guild, where the bot may read #general and nothing else yet."""

    server: LoopbackDiscord
    database: Path
    guild: Guild
    ana: User
    general: Channel

    async def say(
        self,
        text: str = "what a day",
        channel: Channel | None = None,
        at: datetime | None = None,
    ) -> Message:
        return await self.server.send_message(self.ana, channel or self.general, text, at=at)

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[None]:
        stop = asyncio.Event()
        chosen = {
            "DISCORD_TOKEN": self.server.token,
            "DISCORD_API_URL": self.server.url,
            "BAROMETER_DATABASE": str(self.database),
        }
        bot = asyncio.create_task(app.run(Settings.model_validate(chosen), stop))
        await self.server.wait_until_ready()
        try:
            yield
        finally:
            stop.set()
            async with asyncio.timeout(10):
                await bot

    def ask(self, sql: str) -> list[tuple[int, ...]]:
        with closing(sqlite3.connect(self.database)) as rows:
            return rows.execute(sql).fetchall()

    def stored(self) -> list[int]:
        return [message for (message,) in self.ask("SELECT message FROM message ORDER BY 1")]

    def counted(self) -> int:
        """How many messages the sums know of."""
        each = "negative + neutral + positive + unsure + not_scored"
        return self.ask(f"SELECT sum({each}) FROM channel_hour")[0][0]

    def read_up_to(self, channel: Channel) -> int:
        found = self.ask(f"SELECT contiguous FROM channel WHERE snowflake = {channel.id}")
        return found[0][0] if found else 0


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 (another connection writes the file)
            await asyncio.sleep(0.05)


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    websocket = discord.gateway.DiscordWebSocket
    monkeypatch.setattr(websocket, "DEFAULT_GATEWAY", websocket.DEFAULT_GATEWAY)

    async def at_once(*_: object, **__: object) -> None:
        """Do not wait 5 s before a second identify."""

    monkeypatch.setattr(discord.AutoShardedClient, "before_identify_hook", at_once)
    monkeypatch.setattr(app, "History", partial(History, lag_seconds=0))
    async with LoopbackDiscord() as server:
        ana = server.world.add_user("ana")
        guild = server.world.add_guild("The Harbour", ana)
        server.invite(guild)
        general = server.world.add_channel(guild, "general")
        yield Place(server, tmp_path / "moods.sqlite3", guild, ana, general)


async def started(place: Place, *channels: Channel) -> None:
    """Wait until the bot knows where it began."""
    await until(lambda: all(place.read_up_to(c) for c in (place.general, *channels)))


async def test_a_new_guild_begins_when_the_bot_joins_it(place: Place) -> None:
    news = place.server.world.add_channel(place.guild, "news")
    await place.say("from before the bot", at=datetime.now(UTC) - timedelta(minutes=1))
    first = await place.say("nobody hears this")
    async with place.bot():
        await started(place, news)
        await until(lambda: place.read_up_to(place.general) == first.id)
        second = [await place.say(channel=channel) for channel in (place.general, news)]
        await until(lambda: place.read_up_to(news) == second[1].id)
    async with place.bot():
        third = await place.say()
        await until(lambda: place.read_up_to(place.general) == third.id)
    said = [first.id, *(each.id for each in second), third.id]
    assert place.stored() == said, "not before, also not by the overlap"


async def test_a_gap_is_closed_although_this_machines_clock_is_far_ahead(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with place.bot():
        await started(place)
    missed = await place.say()

    class Ahead(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Ahead:
            return super().now(tz) + timedelta(days=400)

    monkeypatch.setattr(moods, "datetime", Ahead)
    async with place.bot():
        await until(lambda: place.read_up_to(place.general) >= missed.id)
    assert place.stored() == [missed.id]
    assert place.read_up_to(place.general) == missed.id


async def test_what_happened_while_the_bot_was_away_is_counted_once(place: Place) -> None:
    server, world = place.server, place.server.world
    async with place.bot():
        await started(place)
        stays, edited, deleted = [await place.say(text) for text in ("one", "two", "three")]
        await until(lambda: len(place.stored()) == 3)
    score = "SELECT score FROM message ORDER BY message"
    before = place.ask(score)[1]
    await server.edit_message(edited, "I love this so much!!")
    await server.delete_message(deleted)
    missed = [await place.say(f"missed {number}") for number in range(250)]
    news = world.add_channel(place.guild, "news")
    thread = world.add_thread(place.general, "a thread", place.ana)
    secret = world.add_thread(place.general, "a secret", place.ana, private=True)
    elsewhere = [await place.say("here, too", channel) for channel in (news, thread)]
    await place.say("canary", secret)
    for _ in range(2):
        async with place.bot():
            await until(lambda: place.read_up_to(place.general) == missed[-1].id)
            await until(lambda: place.read_up_to(news) and place.read_up_to(thread))
            expected = [stays.id, edited.id, *(each.id for each in (*missed, *elsewhere))]
            assert place.stored() == expected
    assert place.ask(score)[1] != before
    assert place.counted() == len(expected)
    ((parent,),) = place.ask(f"SELECT parent FROM channel WHERE snowflake = {thread.id}")
    assert parent == place.general.id


async def test_threads_that_were_archived_meanwhile_are_read(place: Place) -> None:
    server, world = place.server, place.server.world
    thread = world.add_thread(place.general, "a thread", place.ana)
    done = world.add_thread(place.general, "done long ago", place.ana)
    await place.say(channel=done)
    await server.archive_thread(done, at=datetime.now(UTC) - timedelta(days=2))
    async with place.bot():
        await started(place, thread)
        first = await place.say(channel=thread)
        await until(lambda: place.read_up_to(thread) == first.id)
    made = world.add_thread(place.general, "made meanwhile", place.ana)
    missed = [await place.say(channel=channel) for channel in (thread, made)]
    for each in (thread, made):
        await server.archive_thread(each)
    async with place.bot():
        await until(lambda: place.stored() == [first.id, *(each.id for each in missed)])
        back = await place.say(channel=made)
        await until(lambda: place.read_up_to(made) == back.id)


async def test_a_thread_that_is_archived_with_a_gap_is_read_without_a_new_start(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = place.server
    thread = server.world.add_thread(place.general, "a thread", place.ana)
    pipelines = keep_pipelines(monkeypatch)
    async with place.bot():
        await started(place, thread)
        gaps = pipelines[0].gaps
        await until(lambda: not gaps.is_open(place.guild.id, ARCHIVED_THREADS))
        refused = Message(server.world.ids.make(), thread.id, place.ana, "unheard")
        server.world.add_message(refused)
        gaps.open(place.guild.id, thread.id, refused.id)
        await server.archive_thread(thread)
        await until(lambda: place.stored() == [refused.id])


async def test_a_message_that_comes_before_the_news_of_its_thread_is_read_later(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "CatchUp", partial(CatchUp, round_seconds=0.2))
    server = place.server
    thread = server.world.add_thread(place.general, "a thread", place.ana)
    async with place.bot():
        await started(place, thread)
        first = await place.say(channel=thread)
        await until(lambda: place.read_up_to(thread) == first.id)
        await server.archive_thread(thread)
        early = Message(server.world.ids.make(), thread.id, place.ana, "early")
        server.world.add_message(early)
        await server.repeat_create(early)  # before anybody says that the thread is active
        last = await place.say(channel=thread)
        await until(lambda: place.stored() == [first.id, early.id, last.id])


async def test_archived_threads_that_cannot_be_listed_are_listed_later(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "CatchUp", partial(CatchUp, retry_seconds=0.2))
    async with place.bot():
        await started(place)
    thread = place.server.world.add_thread(place.general, "made meanwhile", place.ana)
    missed = await place.say(channel=thread)
    await place.server.archive_thread(thread)
    here = await place.say()
    failures = 2
    listed = discord.TextChannel.archived_threads

    async def broken(self: discord.TextChannel, **options: Any) -> AsyncIterator[object]:
        nonlocal failures
        if failures:
            failures -= 1
            raise OSError
        async for each in listed(self, **options):
            yield each

    monkeypatch.setattr(discord.TextChannel, "archived_threads", broken)
    async with place.bot():
        await until(lambda: place.stored() == [here.id])
        await until(lambda: place.stored() == [missed.id, here.id])


async def test_when_everything_at_the_end_is_deleted_it_goes_here_too(place: Place) -> None:
    async with place.bot():
        await started(place)
        messages = [await place.say() for _ in range(3)]
        await until(lambda: len(place.stored()) == 3)
    await place.server.bulk_delete(messages)
    async with place.bot():
        await until(lambda: place.stored() == [])


async def test_messages_of_a_lost_session_are_counted(place: Place) -> None:
    server = place.server
    async with place.bot():
        await started(place)
        first = await place.say()
        await until(lambda: place.stored() == [first.id])
        server.gateway.sessions.clear()
        missed = await place.say("nobody hears this")
        await server.gateway.invalidate(resumable=False)
        await until(lambda: server.gateway.identifies == 2)
        await until(lambda: place.stored() == [first.id, missed.id])
        await until(lambda: place.read_up_to(place.general) == missed.id)
        last = await place.say()
        await until(lambda: place.read_up_to(place.general) == last.id)
    assert place.stored() == [first.id, missed.id, last.id]


async def test_messages_of_an_outage_of_discord_are_counted(place: Place) -> None:
    server = place.server
    bot = server.application.bot
    async with place.bot():
        await started(place)
        first = await place.say()
        await until(lambda: place.stored() == [first.id])

        async def tell(event: str, data: dict[str, Any]) -> None:
            await server.gateway.dispatch(
                event, data, intent=Intent.GUILDS, guild_id=place.guild.id
            )

        await tell("GUILD_DELETE", {"id": str(place.guild.id), "unavailable": True})
        missed = Message(server.world.ids.make(), place.general.id, place.ana, "unheard")
        server.world.add_message(missed)
        await tell("GUILD_CREATE", payloads.guild_create(place.guild, bot, all_members=False))
        await until(lambda: place.stored() == [first.id, missed.id])


async def signalled(event: asyncio.Event, *_: object) -> None:
    event.set()


async def test_what_is_said_as_soon_as_the_bot_is_back_in_a_guild_is_counted(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    ready = asyncio.Event()
    monkeypatch.setattr(BarometerClient, "on_ready", partial(signalled, ready), raising=False)
    async with place.bot():
        await ready.wait()
        await started(place)
        first = await place.say(at=now - timedelta(minutes=4))
        await until(lambda: place.read_up_to(place.general) == first.id)
        await server.remove_bot(place.guild)
        await place.say("while it was away", at=now - timedelta(minutes=3))
        server.invite(place.guild, at=now - timedelta(minutes=2))
        early = await place.say("before it was told", at=now - timedelta(minutes=1))
        form = payloads.guild_create(place.guild, server.application.bot, all_members=False)
        del form["unavailable"]  # so Discord says that it is new
        await server.gateway.dispatch(
            "GUILD_CREATE", form, intent=Intent.GUILDS, guild_id=place.guild.id
        )
        last = await place.say()
        await until(lambda: place.stored() == [first.id, early.id, last.id])


class Gate(asyncio.Event):
    """Opened by `set`; somebody stood before it once `wanted` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted = asyncio.Event()

    async def wait(self) -> Literal[True]:
        self.wanted.set()
        return await super().wait()


def keep_pipelines(monkeypatch: pytest.MonkeyPatch) -> list[Pipeline]:
    """Those of the bots that start from now on."""
    pipelines: list[Pipeline] = []

    def kept(*arguments: object, **options: object) -> Pipeline:
        pipelines.append(Pipeline(*arguments, **options))  # type: ignore[arg-type]
        return pipelines[-1]

    monkeypatch.setattr(app, "Pipeline", kept)
    return pipelines


def let_general_wait(place: Place, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """One channel at a time is read, #general first, and that waits for this gate."""
    gate = Gate()
    history = discord.TextChannel.history

    async def gated(self: discord.TextChannel, **options: object) -> AsyncIterator[object]:
        if self.id == place.general.id:
            await gate.wait()
        async for message in history(self, **options):  # type: ignore[arg-type]
            yield message

    monkeypatch.setattr(catch_up, "AT_ONCE", 1)
    monkeypatch.setattr(discord.TextChannel, "history", gated)
    return gate


async def test_an_outage_while_other_channels_are_read_hides_nothing_said_in_a_quiet_one(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    quiet = server.world.add_channel(place.guild, "quiet")
    async with place.bot():
        await started(place, quiet)
        old = await place.say(channel=quiet, at=now - timedelta(days=3))
        await until(lambda: place.read_up_to(quiet) == old.id)
    here = await place.say()
    gate = let_general_wait(place, monkeypatch)
    ready = asyncio.Event()
    monkeypatch.setattr(BarometerClient, "on_ready", partial(signalled, ready), raising=False)
    async with place.bot():
        await ready.wait()
        missed = Message(server.world.ids.make(), quiet.id, place.ana, "unheard")
        server.world.add_message(missed)
        again = payloads.guild_create(place.guild, server.application.bot, all_members=False)
        await server.gateway.dispatch(
            "GUILD_CREATE", again, intent=Intent.GUILDS, guild_id=place.guild.id
        )
        await server.command(place.ana, place.general, "/sentiment help")  # so it has heard
        gate.set()
        await until(lambda: place.stored() == [old.id, here.id, missed.id])


async def test_a_channel_that_is_counted_again_while_others_are_read_has_its_gap_closed(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    games = server.world.add_channel(place.guild, "games")
    line = "/sentiment settings {}"
    async with place.bot():
        await started(place, games)
        await server.command(place.ana, place.general, line.format("ignore"), channel=games)
        left_out = await place.say(channel=games)
        await until(lambda: place.read_up_to(games) == left_out.id)
    here = await place.say()
    pipelines = keep_pipelines(monkeypatch)
    gate = let_general_wait(place, monkeypatch)
    async with place.bot():
        await gate.wanted.wait()
        await server.command(place.ana, place.general, line.format("count"), channel=games)
        refused = Message(server.world.ids.make(), games.id, place.ana, "unheard")
        server.world.add_message(refused)
        pipelines[0].gaps.open(place.guild.id, games.id, refused.id)
        gate.set()
        await until(lambda: place.stored() == [here.id, refused.id])


async def test_messages_that_a_full_queue_refused_are_counted(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipelines: list[Pipeline] = []

    def narrow(*arguments: object, **options: object) -> Pipeline:
        pipelines.append(Pipeline(*arguments, **options, capacity=5, batch_size=2))  # type: ignore[arg-type]
        return pipelines[-1]

    monkeypatch.setattr(app, "Pipeline", narrow)
    async with place.bot():
        await started(place)
        said = [await place.say() for _ in range(150)]
        await until(lambda: len(place.stored()) == 150)
        await until(lambda: place.read_up_to(place.general) == said[-1].id)
    counters = pipelines[0].counters
    assert counters.refused > 0
    assert counters.accepted + counters.refused == 150
    assert counters.stored + counters.backfilled == 150


async def test_what_is_refused_while_the_history_is_read_is_read_after_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipelines = keep_pipelines(monkeypatch)
    pages: list[int] = []
    history = discord.TextChannel.history

    async def noted(self: discord.TextChannel, **options: object) -> AsyncIterator[object]:
        pages.append(options["after"].id)  # type: ignore[attr-defined]
        async for message in history(self, **options):  # type: ignore[arg-type]
            yield message
        if len(pages) == 2:
            raise OSError
        if len(pages) == 3:
            gaps.open(place.guild.id, place.general.id, said[-1].id)

    monkeypatch.setattr(app, "CatchUp", partial(CatchUp, retry_seconds=0.2))
    async with place.bot():
        await started(place)
        said = [await place.say() for _ in range(250)]
        await until(lambda: place.read_up_to(place.general) == said[-1].id)
        monkeypatch.setattr(discord.TextChannel, "history", noted)
        gaps = pipelines[0].gaps
        gaps.open(place.guild.id, place.general.id, said[100].id)
        await until(lambda: not gaps.is_open(place.guild.id, place.general.id))
    first, middle, last = said[100].id - 1, said[199].id, said[-1].id
    assert pages == [first, middle, middle, last - 1], "not from the beginning"


async def test_reading_goes_on_where_it_was_stopped(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with place.bot():
        await started(place)
    missed = [await place.say() for _ in range(350)]
    pages: list[int] = []
    history = discord.TextChannel.history

    async def broken(self: discord.TextChannel, **options: object) -> AsyncIterator[object]:
        if len(pages) == 2:
            await asyncio.Event().wait()
        pages.append(options["after"].id)  # type: ignore[attr-defined]
        async for message in history(self, **options):  # type: ignore[arg-type]
            yield message

    monkeypatch.setattr(discord.TextChannel, "history", broken)
    async with place.bot():
        await until(lambda: len(place.stored()) == 200)
    pages.append(0)  # no longer broken
    async with place.bot():
        await until(lambda: len(place.stored()) == 350)
    an_hour_before = discord.utils.time_snowflake(datetime.now(UTC) - timedelta(hours=1))
    assert an_hour_before < pages[3] < missed[0].id, "the overlap"
    assert place.read_up_to(place.general) == missed[-1].id


async def test_a_channel_that_may_not_be_read_is_passed_over_and_nothing_of_it_deleted(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    games = place.server.world.add_channel(place.guild, "games")
    async with place.bot():
        await started(place, games)
        kept = [await place.say(channel=games) for _ in range(2)]
        await until(lambda: len(place.stored()) == 2)
    silent = Overwrite(place.guild.id, deny=Permission.READ_MESSAGE_HISTORY)
    games.overwrites.append(silent)
    missed = await place.say(channel=games)
    here = await place.say()
    async with place.bot():
        await until(lambda: place.read_up_to(place.general) == here.id)
    assert place.stored() == [kept[0].id, kept[1].id, here.id]
    assert caplog.text.count(f"Channel {games.id} is passed over") == 1
    games.overwrites.clear()
    async with place.bot():
        await until(lambda: len(place.stored()) == 4)
    assert missed.id in place.stored()


async def test_one_channel_that_fails_does_not_stop_the_others(
    place: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(app, "CatchUp", partial(CatchUp, retry_seconds=0.2))
    games = place.server.world.add_channel(place.guild, "games")
    async with place.bot():
        await started(place, games)
    missed = [await place.say("canary") for _ in range(2)]
    there = await place.say(channel=games)
    failures = 3
    history = discord.TextChannel.history

    async def broken(self: discord.TextChannel, **options: object) -> AsyncIterator[object]:
        nonlocal failures
        if self.id == place.general.id and failures:
            failures -= 1
            raise RuntimeError(missed[0].content)
        async for message in history(self, **options):  # type: ignore[arg-type]
            yield message

    monkeypatch.setattr(discord.TextChannel, "history", broken)
    async with place.bot():
        await until(lambda: place.stored() == [there.id])
        await until(lambda: len(place.stored()) == 3)
    assert place.stored() == [*(each.id for each in missed), there.id]
    assert caplog.text.count(f"The history of channel {place.general.id} failed") == 3
    assert "canary" not in caplog.text


async def test_who_opted_out_and_what_is_left_out_stays_out(place: Place) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    ben = server.world.add_user("ben")
    server.world.add_member(place.guild, ben)
    games = server.world.add_channel(place.guild, "games")
    async with place.bot():
        await started(place, games)
        question = await server.command(ben, place.general, "/sentiment privacy opt-out")
        await server.press(question, "Yes, erase")
        await server.command(place.ana, place.general, "/sentiment settings ignore", channel=games)
    await server.send_message(ben, place.general, "not me")
    left_out = await place.say(channel=games, at=now - timedelta(minutes=9))
    counted = await place.say()
    async with place.bot():
        await until(lambda: place.read_up_to(place.general) == counted.id)
        await until(lambda: place.read_up_to(games) == left_out.id)
        await server.command(place.ana, place.general, "/sentiment settings count", channel=games)
    async with place.bot():
        last = await place.say(channel=games)
        await until(lambda: place.read_up_to(games) == last.id)
    assert place.stored() == [counted.id, last.id]


async def test_nothing_is_read_that_is_older_than_rows_are_kept(place: Place) -> None:
    now = datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=40))
    async with place.bot():
        await started(place)
    old = await place.say("long ago", at=now - timedelta(days=31))
    recent = await place.say("not so long ago", at=now - timedelta(days=29))
    async with place.bot():
        await until(lambda: place.read_up_to(place.general) == recent.id)
    assert old.id not in place.stored()
    assert place.stored() == [recent.id]


async def test_what_was_deleted_or_edited_after_a_backup_stays_so_when_it_is_restored(
    place: Place,
) -> None:
    server, world = place.server, place.server.world
    now = datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=20))
    done = world.add_thread(place.general, "done", place.ana, at=now - timedelta(days=11))
    emptied = world.add_channel(place.guild, "emptied")
    ago = [now - timedelta(days=days) for days in (10, 9, 8, 7)]
    async with place.bot():
        await started(place, done, emptied)
        kept, edited, deleted, last = [await place.say("so so", at=at) for at in ago]
        threads = [await place.say(channel=done, at=at) for at in ago[:2]]
        only = await place.say(channel=emptied, at=ago[0])
        await until(lambda: len(place.stored()) == 7)
    async with storage.open(place.database) as store:
        await store.backup(now)
    score = f"SELECT score FROM message WHERE message = {edited.id}"
    before = place.ask(score)
    async with place.bot():
        await server.delete_message(deleted)
        await server.archive_thread(done, at=ago[3])
        await until(lambda: len(place.stored()) == 6)
    for gone in (threads[0], only):  # and these while the bot is down
        await server.delete_message(gone)
    await server.edit_message(edited, "I love this so much!!")
    restore(place.database, place.database.parent / "backups")
    assert len(place.stored()) == 7
    expected = sorted(each.id for each in (kept, edited, last, threads[1]))
    for _ in range(2):
        async with place.bot():
            await until(lambda: place.stored() == expected)
            await until(lambda: place.ask(score) != before)
            await until(lambda: place.read_up_to(place.general) == last.id)
    assert place.counted() == 4


async def test_what_was_deleted_in_a_channel_that_is_left_out_is_not_restored_either(
    place: Place,
) -> None:
    games = place.server.world.add_channel(place.guild, "games")
    async with place.bot():
        await started(place, games)
        kept, deleted = [await place.say(channel=games) for _ in range(2)]
        await until(lambda: place.read_up_to(games) == deleted.id)
        line = "/sentiment settings ignore"
        await place.server.command(place.ana, place.general, line, channel=games)
        left_out = await place.say(channel=games)
        await until(lambda: place.read_up_to(games) == left_out.id)
    async with storage.open(place.database) as store:
        await store.backup(datetime.now(UTC))
    await place.server.delete_message(deleted)
    restore(place.database, place.database.parent / "backups")
    assert place.stored() == [kept.id, deleted.id]
    async with place.bot():
        await until(lambda: place.read_up_to(games) == left_out.id)
    assert place.stored() == [kept.id]


async def test_threads_archived_in_a_gap_are_listed_although_the_bot_ended_before_it_could(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, world, now = place.server, place.server.world, datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=9))
    async with place.bot():
        await started(place)
        await until(lambda: place.ask("SELECT 1 FROM channel WHERE snowflake = 0"))
    earlier = now - timedelta(days=3)
    with sqlite3.connect(place.database) as rows:  # all this was three days ago
        rows.execute(f"UPDATE channel SET contiguous = {discord.utils.time_snowflake(earlier)}")
    rows.close()
    thread = world.add_thread(place.general, "in the gap", place.ana, at=now - timedelta(days=2))
    missed = await place.say(channel=thread, at=now - timedelta(days=2))
    await server.archive_thread(thread, at=now - timedelta(days=2))
    listed = discord.TextChannel.archived_threads

    def broken(self: discord.TextChannel, **_: object) -> AsyncIterator[object]:
        raise OSError

    monkeypatch.setattr(discord.TextChannel, "archived_threads", broken)
    async with place.bot():
        live = await place.say()
        await until(lambda: place.read_up_to(place.general) == live.id)
    monkeypatch.setattr(discord.TextChannel, "archived_threads", listed)
    async with place.bot():
        await until(lambda: place.stored() == [missed.id, live.id])


async def test_the_first_channel_of_an_old_guild_which_has_the_guilds_id_is_read_as_any_other(
    place: Place,
) -> None:
    world = place.server.world
    first = world.add_channel(place.guild, "general", id=place.guild.id)
    async with place.bot():
        await started(place, first)
    missed = await place.say(channel=first)
    async with place.bot():
        await until(lambda: place.stored() == [missed.id])


async def test_what_was_said_while_a_channel_was_left_out_is_not_counted_by_the_overlap(
    place: Place,
) -> None:
    now = datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=9))

    async def choose(word: str, times: int) -> None:
        line = f"/sentiment settings {word}"
        await place.server.command(place.ana, place.general, line, channel=games)
        count = "SELECT count(*) FROM ignored_channel"
        await until(lambda: place.ask(count) == [(times,)])

    games = place.server.world.add_channel(place.guild, "games")
    async with place.bot():
        await started(place, games)
        before = await place.say(channel=games, at=now - timedelta(minutes=20))
        await until(lambda: place.read_up_to(games) == before.id)
        await choose("ignore", 1)
        for minutes in (15, 10):
            left_out = await place.say(channel=games, at=now - timedelta(minutes=minutes))
        await until(lambda: place.read_up_to(games) == left_out.id)
        await choose("count", 0)
        again = await place.say(channel=games, at=now - timedelta(minutes=5))
        await until(lambda: place.read_up_to(games) == again.id)
    missed = await place.say(channel=games)
    await place.server.edit_message(before, "I love this so much!!")
    async with place.bot():
        await until(lambda: place.read_up_to(games) == missed.id)
        await until(lambda: place.ask("SELECT 1 FROM message WHERE edited > 0"))
    assert place.stored() == [before.id, again.id, missed.id]


async def test_an_edit_that_was_refused_brings_nothing_back_that_was_left_out(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, now = place.server, datetime.now(UTC)
    server.invite(place.guild, at=now - timedelta(days=9))
    pipelines = keep_pipelines(monkeypatch)
    line = "/sentiment settings {}"
    async with place.bot():
        await started(place)
        before = await place.say(at=now - timedelta(minutes=20))
        await until(lambda: place.read_up_to(place.general) == before.id)
        for word in ("ignore", "count"):
            await server.command(place.ana, place.general, line.format(word), channel=place.general)
            said = await place.say(at=now - timedelta(minutes=15 if word == "ignore" else 1))
            await until(lambda said=said: place.read_up_to(place.general) == said.id)  # type: ignore[misc]
        before.content, before.edited_at = "I love this so much!!", datetime.now(UTC)
        pipelines[0].gaps.open(place.guild.id, place.general.id, before.id)
        await until(lambda: place.ask("SELECT 1 FROM message WHERE edited > 0"))
        assert place.stored() == [before.id, said.id]


async def test_a_message_that_would_have_come_after_a_later_one_is_found(place: Place) -> None:
    async with place.bot():
        await started(place)
        later = await place.say()
        await until(lambda: place.read_up_to(place.general) == later.id)
    overtaken = await place.say(at=snowflake_time(later.id) - timedelta(milliseconds=1))
    async with place.bot():
        await until(lambda: place.stored() == [overtaken.id, later.id])


async def test_the_longer_the_bot_was_away_the_further_back_it_looks_for_deletions(
    place: Place,
) -> None:
    now = datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=9))
    async with place.bot():
        await started(place)
        deleted = await place.say(at=now - timedelta(hours=9))
        last = await place.say(at=now - timedelta(hours=5))
        await until(lambda: place.read_up_to(place.general) == last.id)
    await place.server.delete_message(deleted)
    async with place.bot():
        await until(lambda: place.stored() == [last.id])


@pytest.mark.parametrize(("away", "expected"), [(0.1, 1), (6, 6), (30, 24)])
def test_the_overlap_is_as_long_as_the_gap_within_bounds(away: float, expected: float) -> None:
    now = datetime(2026, 5, 1, tzinfo=UTC)
    assert overlap(now - timedelta(hours=away), now) == timedelta(hours=expected)


async def test_a_deleted_channel_goes_at_once_with_its_threads(place: Place) -> None:
    server, world = place.server, place.server.world
    games = world.add_channel(place.guild, "games")
    thread, other = (world.add_thread(games, name, place.ana) for name in ("a thread", "another"))
    async with place.bot():
        await started(place, games, thread)
        kept = await place.say()
        for channel in (games, thread, other):
            await place.say(channel=channel)
        await until(lambda: len(place.stored()) == 4)
        await server.delete_channel(other)
        await until(lambda: len(place.stored()) == 3)
        await server.archive_thread(thread)  # so Discord's client forgets about it
        await server.delete_channel(games)
        await until(lambda: place.stored() == [kept.id])
        last = await place.say()
        await until(lambda: place.read_up_to(place.general) == last.id)
    assert place.ask("SELECT snowflake FROM channel WHERE snowflake") == [(place.general.id,)]


async def test_a_channel_that_was_deleted_meanwhile_goes_at_the_next_start(place: Place) -> None:
    server, world = place.server, place.server.world
    forum = world.add_channel(place.guild, "recipes", type=ChannelType.FORUM)
    games = world.add_channel(place.guild, "games")
    post, archived = (
        world.add_thread(parent, "soup", place.ana) for parent in (forum, place.general)
    )
    async with place.bot():
        await started(place, games, post, archived)
        said = [await place.say(channel=channel) for channel in (games, post, archived)]
        await until(lambda: len(place.stored()) == 3)
        await server.command(place.ana, place.general, "/sentiment settings ignore", channel=games)
    copy = place.database.with_name("copy")
    shutil.copy(place.database, copy)
    await server.archive_thread(archived)
    for channel in (games, forum):
        await server.delete_channel(channel)
    for _ in range(2):
        async with place.bot():
            await until(lambda: place.stored() == [said[2].id])
        assert place.ask("SELECT channel FROM ignored_channel") == []
        shutil.copy(copy, place.database)  # an older copy comes back, as from a backup


async def test_a_channel_that_was_deleted_while_the_session_was_lost_goes(place: Place) -> None:
    server = place.server
    games = server.world.add_channel(place.guild, "games")
    async with place.bot():
        await started(place, games)
        kept = await place.say()
        await place.say(channel=games)
        await until(lambda: len(place.stored()) == 2)
        server.gateway.sessions.clear()
        await server.delete_channel(games)
        await server.gateway.invalidate(resumable=False)
        await until(lambda: place.stored() == [kept.id])
