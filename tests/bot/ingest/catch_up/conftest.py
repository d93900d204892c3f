"""The real client on a loopback Discord, in a guild where it misses things."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from bot import app
from bot.gateway import missing_channels
from bot.gateway.identify_turns import OwnTurns
from bot.ingest.history import History
from bot.ingest.pipeline import Pipeline
from bot.settings import Settings
from playground.interactions import Reply
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Message, User


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

    async def leave_out(self, place: Channel) -> None:
        """Let Ana say that this channel, category or thread is not counted."""
        panel = await self._left_out_page()
        await self.server.choose(panel, "Leave out", [place])

    async def count_again(self, place: Channel) -> None:
        panel = await self._left_out_page()
        await self.server.choose(panel, "Count again", [str(place.id)])

    async def _left_out_page(self) -> Reply:
        panel = await self.server.command(self.ana, self.general, "/sentiment settings")
        await self.server.choose(panel, "Page", ["left-out"])
        return panel

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
            async with asyncio.timeout(60):
                await bot

    def ask(self, sql: str) -> list[tuple[int, ...]]:
        with closing(sqlite3.connect(self.database)) as rows:
            return rows.execute(sql).fetchall()

    def stored(self) -> list[int]:
        return [message for (message,) in self.ask("SELECT message FROM message ORDER BY 1")]

    def counted(self) -> int:
        """How many messages the sums know of."""
        return self.ask("SELECT sum(scored + unsure + not_scored) FROM channel_hour")[0][0]

    def read_up_to(self, channel: Channel) -> int:
        found = self.ask(f"SELECT contiguous FROM channel WHERE snowflake = {channel.id}")
        return found[0][0] if found else 0

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(60):
            while not condition():  # noqa: ASYNC110 (another connection writes the file)
                await asyncio.sleep(0.05)

    def has_read(self, channel: Channel, message: Message) -> bool:
        return self.read_up_to(channel) == message.id

    async def started(self, *channels: Channel) -> None:
        """Wait until the bot knows where it began."""
        await self.until(lambda: all(self.read_up_to(c) for c in (self.general, *channels)))


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    monkeypatch.chdir(tmp_path)

    monkeypatch.setattr("bot.gateway.identify_turns.OwnTurns", partial(OwnTurns, seconds=0))
    monkeypatch.setattr(app, "History", partial(History, lag_seconds=0, second_look_seconds=0))
    monkeypatch.setattr(missing_channels, "SECOND_LOOK_SECONDS", 0.0)
    monkeypatch.setattr(app, "Pipeline", partial(Pipeline, linger=0))
    async with LoopbackDiscord() as server:
        ana = server.world.add_user("ana")
        guild = server.world.add_guild("The Harbour", ana)
        server.invite(guild)
        general = server.world.add_channel(guild, "general")
        yield Place(server, tmp_path / "moods.sqlite3", guild, ana, general)


@pytest.fixture
def pipelines(monkeypatch: pytest.MonkeyPatch) -> list[Pipeline]:
    """Those of the bots that start from now on."""
    pipelines: list[Pipeline] = []

    def kept(*arguments: object, **options: object) -> Pipeline:
        pipelines.append(Pipeline(*arguments, **options, linger=0))  # type: ignore[arg-type]
        return pipelines[-1]

    monkeypatch.setattr(app, "Pipeline", kept)
    return pipelines
