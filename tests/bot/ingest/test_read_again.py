"""Another model in a running bot: `/sentiment backfill` reads the past again, over the loopback."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from bot.commands import reading_progress
from classifier import model_file
from classifier.dictionary import Dictionary
from classifier.model_file import Layer
from classifier.score import LABELS
from playground.interactions import Reply
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Message, User, World
from tests.noon import noon
from tests.running_bot import running

__all__ = ["noon"]  # a fixture

DAY = timedelta(days=1)


def net(folder: Path, name: str, *, likes: float) -> Path:
    """A net that knows one word, and how much it likes it. Returns its folder."""
    kernel = np.array([[0, 0, 0], [-likes, 0, likes], [-2, 0, 2]], np.float32)
    layer = Layer(kernel, np.zeros(3, np.float32), "softmax")
    model_file.save(
        folder / name,
        Dictionary(["tea", "coffee"]),
        [layer],
        name=name,
        labels=LABELS,
        confidence=0.5,
        trained_on=None,
        figures={},
    )
    return folder / name


@dataclass
class Place:
    server: LoopbackDiscord
    database: Path
    guild: Guild
    people: list[User]
    general: Channel
    garden: Channel

    async def say(self, channel: Channel, *, at: datetime | None = None) -> list[Message]:
        """Everybody likes tea, four times."""
        send = self.server.send_message
        return [
            await send(person, channel, "tea", at=at) for person in self.people for _ in range(4)
        ]

    def judged_by(self, model: Path) -> AbstractAsyncContextManager[None]:
        """The bot with this net, until it has stopped."""
        database = str(self.database)
        return running(self.server, BAROMETER_DATABASE=database, BAROMETER_MODEL=str(model))

    async def read_the_past(self, channel: Channel, days: int = 10) -> str:
        """What is told when it was read."""
        line = f"/sentiment backfill days:{days}"
        reply = await self.server.command(self.people[0], channel, line, channel=channel)
        async with asyncio.timeout(60):
            while "Done" not in self.shown(reply):  # noqa: ASYNC110 (it has no event)
                await asyncio.sleep(0.02)
        return self.shown(reply)

    async def trend(self, channel: Channel) -> str:
        """The answer and the words beside its chart, from another channel."""
        elsewhere = self.garden if channel is self.general else self.general
        line = "/sentiment trend"
        reply = await self.server.command(self.people[0], elsewhere, line, channel=channel)
        told = " ".join(each.get("description", "") for each in reply.message["attachments"])
        return f"{self.shown(reply)} {told}"

    def shown(self, reply: Reply) -> str:
        (embed,) = self.server.look_again(reply).embeds
        return f"{embed.get('title', '')} {embed['description']}"

    def rows(self, sql: str) -> list[tuple[int | str, ...]]:
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(sql).fetchall()

    def by_model(self) -> Counter[str]:
        scored = self.rows("SELECT version FROM message JOIN model ON id = model")
        return Counter(str(version)[:3] for (version,) in scored)

    async def until_stored(self, count: int) -> None:
        async with asyncio.timeout(60):
            while self.by_model().total() < count:  # noqa: ASYNC110 (another connection writes)
                await asyncio.sleep(0.02)

    def assert_sums_equal_a_recount(self) -> None:
        told, counted = (
            self.rows(sql)
            for sql in (
                "SELECT channel, hour, negative, positive, mood_sum, scored FROM channel_hour",
                """
                SELECT channel, ((message >> 22) + 1420070400000) / 3600000 AS hour,
                    sum(negative > 5000),
                    sum(positive > 5000), sum(positive - negative), count(*)
                FROM message GROUP BY 1, 2
                """,
            )
        )
        assert sorted(told) == sorted(counted)


@pytest.fixture
async def place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noon: Callable[[], datetime]
) -> AsyncIterator[Place]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reading_progress, "SECONDS_BETWEEN_EDITS", 0.0)
    async with LoopbackDiscord(World(noon)) as server:
        people = [server.world.add_user(f"guest-{number}") for number in range(5)]
        guild = server.world.add_guild("The Tea House", people[0])
        for person in people[1:]:
            server.world.add_member(guild, person)
        server.invite(guild)
        channels = (server.world.add_channel(guild, name) for name in ("general", "garden"))
        yield Place(server, tmp_path / "moods.sqlite3", guild, people, *channels)


async def test_a_new_net_judges_the_past_when_somebody_asks_for_it(
    place: Place, tmp_path: Path
) -> None:
    past = place.server.world.now() - 3 * DAY
    for channel in (place.general, place.garden):
        await place.say(channel, at=past)
    async with place.judged_by(net(tmp_path, "one", likes=2)):
        for channel in (place.general, place.garden):
            assert "20 of them new to me" in await place.read_the_past(channel)
    published = place.rows("SELECT * FROM published_day ORDER BY 1, 2")
    assert len(published) == 2
    assert place.by_model() == {"one": 40}

    async with place.judged_by(net(tmp_path, "two", likes=-2)):
        for channel in (place.general, place.garden):
            await place.say(channel)
        await place.until_stored(80)
        assert place.by_model() == {"one": 40, "two": 40}
        told = await place.trend(place.general)
        assert "The way I judge messages changed on" in told
        assert "read the last 30 days again" in told

        told = await place.read_the_past(place.general)
        assert "40 messages read, 0 of them new to me" in told
        assert "20 I already had were judged again" in told
        assert place.by_model() == {"one": 20, "two": 60}
        place.assert_sums_equal_a_recount()
        told = await place.trend(place.general)
        assert "changed on" not in told, "all that is kept of it is judged in one way"
        assert "read the last 30 days again" not in told
        assert "changed on" in await place.trend(place.garden), "it was not read again"

        told = await place.read_the_past(place.general)
        assert "judged again" not in told, "there is nothing left to judge"
        await place.read_the_past(place.garden)
        assert place.by_model() == {"two": 80}
        place.assert_sums_equal_a_recount()
    assert place.rows("SELECT * FROM published_day ORDER BY 1, 2") == published, "once and for all"


async def test_where_only_some_days_are_read_again_the_mark_lies_before_them(
    place: Place, tmp_path: Path
) -> None:
    now = place.server.world.now()
    for days in (5, 2):
        await place.say(place.general, at=now - days * DAY)
    async with place.judged_by(net(tmp_path, "one", likes=2)):
        await place.read_the_past(place.general)
    async with place.judged_by(net(tmp_path, "two", likes=-2)):
        await place.say(place.general)
        await place.until_stored(60)
        await place.read_the_past(place.general, days=3)
        assert place.by_model() == {"one": 20, "two": 40}
        told = await place.trend(place.general)
    boundary = now - 3 * DAY + timedelta(hours=1)
    assert f"changed on {boundary.day} " in told
