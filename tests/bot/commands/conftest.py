"""A small server inside simcord, a simulator of Discord that is not ours, and a real storage."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands

import storage as storage_room
from bot import interactions
from bot.commands import mood_answers
from bot.commands.errors import Refused
from bot.commands.welcome import key_of
from bot.ingest.adapter import Found
from bot.ingest.gaps import Gaps
from bot.ingest.history import PageRead
from bot.ingest.history_requests import PAGE
from bot.ingest.message_channels import MessageChannel
from bot.render.chart_pool import ChartPool
from bot.reports.watching import Watching
from bot.schedule.alerting import Alerting
from bot.schedule.digesting import Digesting
from bot.web.server import DeskPage
from classifier.errors import ClassifierError
from classifier.score import Contribution, Explanation, Score
from storage import Storage
from storage.errors import StorageError
from storage.records import DISCORD_EPOCH_MS, MOST_COUNTED, Retention, ScoredMessage, Status

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
SECONDS = 300.0
"""So long the simulator waits for an answer: the first chart loads matplotlib, and the machine may
have other things to do."""

EXPECTED = (Refused, StorageError, ClassifierError)
"""Errors that are part of a test; any other one that reached the handler fails it."""


class Clock:
    """Says what time it is; a test sets it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class FakePool:
    """Gives every text the same explanation but those `of_texts`, and remembers the texts."""

    explanation: Explanation = field(
        default_factory=lambda: Explanation(
            Score(0.05, 0.08, 0.87, "scored"),
            (
                Contribution("love", 2.5),
                Contribution("but", -0.7, content=False),
                Contribution("this", 0.3, content=False),
            ),
            ("zyxw",),
        )
    )
    of_texts: dict[str, Explanation] = field(default_factory=dict)
    error: Exception | None = None
    texts: list[str] = field(default_factory=list)

    async def explain(self, text: str) -> Explanation:
        self.texts.append(text)
        if self.error is not None:
            raise self.error
        return self.of_texts.get(text, self.explanation)


@dataclass
class FakeHistory:
    """Gives its pages one after the other, of some channels others; an exception is raised.

    What somebody waits for it asks the simulator; `looks` are the places that were looked at.
    """

    pages: list[PageRead | Exception] = field(default_factory=list)
    of_channels: dict[int, list[PageRead | Exception]] = field(default_factory=dict)
    asked: list[tuple[int, datetime]] = field(default_factory=list)
    looks: list[int] = field(default_factory=list)
    on_look: Callable[[], Awaitable[None]] | None = None

    async def past(
        self, channel: discord.abc.Snowflake, since: datetime
    ) -> AsyncGenerator[PageRead, None]:
        self.asked.append((channel.id, since))
        for page in self.of_channels.get(channel.id, self.pages):
            if isinstance(page, Exception):
                raise page
            yield page

    async def look(self, place: MessageChannel, after: int) -> Sequence[Found]:
        self.looks.append(place.id)
        if self.on_look is not None:
            await self.on_look()
        # The simulator gives the newest messages after an id; Discord gives the oldest.
        newest_first = [message async for message in place.history(limit=None)]
        return [message for message in reversed(newest_first) if message.id > after][:PAGE]

    async def find_thread(self, guild: discord.Guild, thread_id: int) -> discord.Thread | None:
        self.looks.append(thread_id)
        found = await guild.fetch_channel(thread_id)
        return found if isinstance(found, discord.Thread) else None


class FakeGaps(Gaps):
    """Only the gaps that a test opens."""

    def is_open(self, guild_id: int, channel_id: int) -> bool:
        return channel_id in self._missed or self.is_blind(guild_id, channel_id)


class Client(discord.AutoShardedClient):
    """As the bot's own client, but for the pipeline and for a default that forbids pings: each
    reply has to forbid them itself."""

    def __init__(
        self,
        pool: FakePool,
        storage: Storage,
        history: FakeHistory,
        retention: Retention,
        clock: Clock,
        charts: ChartPool,
        page: DeskPage | None,
    ) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, message_content=True),
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            shard_count=1,
        )
        self.gaps = FakeGaps()
        self.digesting = Digesting(storage)
        watching = Watching(storage, retention, clock)
        self.alerting = Alerting(storage, watching, clock)
        self.tree = app_commands.CommandTree(self)
        interactions.install(
            self.tree,
            pool=pool,  # type: ignore[arg-type]
            charts=charts,
            storage=storage,
            history=history,  # type: ignore[arg-type]
            source=history,
            gaps=self.gaps,
            retention=retention,
            watching=watching,
            alerting=self.alerting,
            digesting=self.digesting,
            clock=clock,
            page=page,
        )

    async def setup_hook(self) -> None:
        await self.tree.sync()


@dataclass(frozen=True)
class Reply:
    """What came back for a command: one message, as the person sees it."""

    message: simcord.ResponseMessage

    @property
    def ephemeral(self) -> bool:
        return self.message.ephemeral

    @property
    def title(self) -> str | None:
        return self.message.embeds[0].title

    @property
    def description(self) -> str:
        return self.message.embeds[0].description or ""

    @property
    def fields(self) -> dict[str, str]:
        return {str(f.name): str(f.value) for f in self.message.embeds[0].fields}

    @property
    def footer(self) -> str:
        return self.message.embeds[0].footer.text or ""

    @property
    def content(self) -> str:
        return self.message.content


@dataclass
class Server:
    """A guild with two open channels and one that only moderators see."""

    env: simcord.Env
    storage: Storage
    pool: FakePool
    history: FakeHistory
    clock: Clock
    guild: simcord.GuildHandle
    general: simcord.ChannelHandle
    games: simcord.ChannelHandle
    hidden: simcord.ChannelHandle
    moderators: simcord.RoleHandle
    ann: simcord.MemberActor
    ben: simcord.MemberActor
    moderator: simcord.MemberActor
    admin: simcord.MemberActor
    crowd: Sequence[int] = range(1001, 1006)  # so many must write before members see a day
    expected: tuple[type[BaseException], ...] = EXPECTED
    _last_id: int = 0

    @property
    def bot(self) -> Client:
        assert isinstance(self.env.bot, Client)
        return self.env.bot

    @property
    def bots_guild(self) -> discord.Guild:
        """The guild as the bot's own client sees it."""
        guild = self.bot.get_guild(self.guild.id)
        assert guild is not None
        return guild

    async def ask(
        self,
        who: simcord.MemberActor,
        command: str,
        channel: simcord.ChannelHandle | None = None,
        /,
        **options: object,
    ) -> Reply:
        """Let somebody type a `/sentiment` command, in #general by default."""
        place = self.general if channel is None else channel
        return self.reply(await who.slash(place, f"sentiment {command}", **options))

    def reply(self, result: simcord.InteractionResult) -> Reply:
        assert result.response is not None
        assert not result.followups
        return Reply(result.response)

    def thread(
        self, name: str, *, below: simcord.ChannelHandle | None = None, private: bool = False
    ) -> simcord.ChannelHandle:
        """A thread or post that the moderator opened, in #general by default."""
        parent = self.general if below is None else below
        kind = discord.ChannelType.private_thread if private else discord.ChannelType.public_thread
        thread = self.env.backend.create_thread(parent.id, name, self.moderator.id, type=kind.value)
        return simcord.ChannelHandle(self.env, self.guild, thread)

    async def say(
        self,
        channel: simcord.ChannelHandle,
        author: simcord.MemberActor | Sequence[int],
        moods: Sequence[float],
        *,
        ago: timedelta = timedelta(hours=3),
        parent: simcord.ChannelHandle | None = None,
        model: str = "fake-12345678",
        status: Status = "scored",
        at_once: bool = False,
    ) -> None:
        """Store messages of these moods (-1..1), sent so long ago; several people take turns.

        Ten of each person that long ago, ten an hour before, and so on, so that all of them count;
        with `at_once` all of them in the one hour.
        """
        written: Counter[int] = Counter()
        authors = [author.id] if isinstance(author, simcord.MemberActor) else author
        rows = []
        for mood, author_id in zip(moods, itertools.cycle(authors), strict=False):
            self._last_id += 1
            earlier = timedelta(hours=0 if at_once else written[author_id] // MOST_COUNTED)
            sent = int((NOW - ago - earlier).timestamp() * 1000) - DISCORD_EPOCH_MS
            written[author_id] += 1
            rows.append(
                ScoredMessage(
                    message_id=(sent << 22) + self._last_id,
                    guild_id=self.guild.id,
                    channel_id=channel.id,
                    parent_id=None if parent is None else parent.id,
                    author_id=author_id,
                    reply_to=None,
                    edited_at=None,
                    negative=max(0.0, -mood),
                    neutral=1 - abs(mood),
                    positive=max(0.0, mood),
                    status=status,
                    model=model,
                )
            )
        await self.storage.messages.apply(rows)

    async def choose(self, **chosen: Any) -> None:
        """Let an administrator choose these settings."""
        await self.storage.settings.change(self.guild.id, lambda was: replace(was, **chosen))

    async def publish(self) -> None:
        """Publish the days that are over, as the hourly job does when nothing is missing."""
        now, patience = self.clock(), timedelta(0)
        await self.storage.published_days.publish(self.guild.id, now, patience=patience)


@pytest.fixture
def retention() -> Retention:
    """How long things are kept; a test may set it by parameter."""
    return Retention()


@pytest.fixture
def charts_a_minute() -> int:
    """How many a person has; a test may set it by parameter."""
    return 10**6


@pytest.fixture
def welcomed() -> bool:
    """Whether somebody was welcomed in the server before; a test may set it by parameter."""
    return True


@pytest.fixture
def desk_page() -> DeskPage | None:
    """The page in a browser, which is switched off; the tests of it have another one."""
    return None


@pytest.fixture
async def server(
    tmp_path: Path,
    retention: Retention,
    charts_a_minute: int,
    welcomed: bool,
    desk_page: DeskPage | None,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Server]:
    monkeypatch.setattr(mood_answers, "CHARTS", charts_a_minute)
    pool, history, clock = FakePool(), FakeHistory(), Clock()
    async with (
        storage_room.open(tmp_path / "barometer.sqlite3", now=NOW) as storage,
        ChartPool() as charts,
    ):
        env = simcord.Env(
            Client(pool, storage, history, retention, clock, charts, desk_page),
            settle_timeout=SECONDS,
        )
        await env.start()
        server = _furnish(env, storage, pool, history, clock)
        if welcomed:
            joined_at = server.bots_guild.me.joined_at
            assert joined_at is not None
            await storage.posts.begin(server.guild.id, key_of(joined_at), NOW)
            await storage.posts.sent(server.guild.id, key_of(joined_at))
        try:
            yield server
        finally:
            await env.shutdown()
        _assert_nobody_can_be_pinged(env)
        causes = [getattr(error, "original", error) for error in env.errors]
        assert [cause for cause in causes if not isinstance(cause, server.expected)] == []


def _furnish(
    env: simcord.Env, storage: Storage, pool: FakePool, history: FakeHistory, clock: Clock
) -> Server:
    assert env.bot.user is not None
    guild = env.create_guild("The *Tea* House")
    moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    admins = guild.create_role("Admins", permissions=discord.Permissions(administrator=True))
    hidden = guild.create_text_channel(
        "staff",
        overwrites={
            guild.default_role: discord.PermissionOverwrite(view_channel=False),
            moderators: discord.PermissionOverwrite(view_channel=True),
            env.bot.user: discord.PermissionOverwrite(view_channel=True),
        },
    )
    return Server(
        env=env,
        storage=storage,
        pool=pool,
        history=history,
        clock=clock,
        guild=guild,
        general=guild.create_text_channel("general"),
        games=guild.create_text_channel("games"),
        hidden=hidden,
        moderators=moderators,
        ann=guild.add_member(env.create_user("ann")),
        ben=guild.add_member(env.create_user("ben_b")),
        moderator=guild.add_member(env.create_user("mo"), roles=[moderators]),
        admin=guild.add_member(env.create_user("ada"), roles=[admins]),
    )


def _assert_nobody_can_be_pinged(env: simcord.Env) -> None:
    for request in env.http_requests:
        if isinstance(request.json, dict):
            message = request.json.get("data") or request.json
            if "content" in message or "embeds" in message:
                assert message["allowed_mentions"] == {"parse": []}
