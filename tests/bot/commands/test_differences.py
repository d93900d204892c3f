"""Of all that a member can ask, nothing differs after what one other person does.

Random small servers with threads, the real commands, and storage's own ways of changing things. The
same is tried over sockets by `scripts.chaos differences`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import simcord

from bot.commands import replies
from bot.render import localizer
from storage.records import DISCORD_EPOCH_MS, DeletedMessages, Minimums, ScoredMessage, Status
from tests.bot.commands.conftest import Server

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
DAY = timedelta(days=1)
HOURS = (24, 7 * 24, 30 * 24, 90 * 24)
PEOPLE = range(2001, 2009)
STATUSES: tuple[Status, ...] = ("scored", "unsure", "not_scored")
HISTORIES = 2
WORST: dict[str, Any] = {"negative": 1.0, "neutral": 0.0, "positive": 0.0, "status": "scored"}


@dataclass
class History:
    """What was said in a server of two channels and a thread, and how a member asks about it."""

    server: Server
    random: Random
    places: list[tuple[simcord.ChannelHandle, simcord.ChannelHandle | None]]
    messages: list[ScoredMessage]

    def message(self, author: int, place: int, ago: int) -> ScoredMessage:
        channel, parent = self.places[place]
        midnight = NOW.replace(hour=0, minute=0)
        sent = midnight - ago * DAY + self.random.random() * 0.99 * DAY
        negative, positive = self.random.random() / 2, self.random.random() / 2
        return ScoredMessage(
            message_id=(int(sent.timestamp() * 1000) - DISCORD_EPOCH_MS << 22)
            + self.random.randrange(2**20),
            guild_id=self.server.guild.id,
            channel_id=channel.id,
            parent_id=None if parent is None else parent.id,
            author_id=author,
            reply_to=None,
            edited_at=None,
            negative=negative,
            neutral=1 - negative - positive,
            positive=positive,
            status=self.random.choices(STATUSES, (8, 1, 1))[0],
            model="fake-12345678",
        )

    async def happen(self) -> None:
        """Some days in each place, of few people or many; at times one is louder than others."""
        for place in range(len(self.places)):
            for ago in self.random.sample([*range(1, 9), 25, 40, 61], 6):
                writers = self.random.sample(PEOPLE, self.random.randint(3, 8))
                for number, author in enumerate(writers):
                    loud = number == 0 and self.random.random() < 0.3
                    wrote = range(self.random.randint(2, 30 if loud else 9))
                    self.messages += [self.message(author, place, ago) for _ in wrote]
        await self.server.storage.messages.apply(self.messages)
        await self.server.publish()

    async def ask_everything(self) -> dict[str, Any]:
        """What Ann, who has no right, is answered."""
        server, seen = self.server, {}
        for hours in HOURS:
            seen[f"server {hours}"] = await self._ask(
                "server", server.general, period=f"{hours} hours"
            )
            for number, (place, _) in enumerate(self.places):
                seen[f"here {number} {hours}"] = await self._ask(
                    "channel", place, period=f"{hours} hours"
                )
        for number, (place, _) in enumerate(self.places):
            seen[f"trend {number}"] = await self._ask(
                "trend", server.general, channel=place, period="30 days"
            )
        seen["trend"] = await self._ask("trend", server.general, period="90 days")
        return seen

    async def _ask(self, command: str, place: simcord.ChannelHandle, **options: object) -> Any:
        reply = await self.server.ask(self.server.ann, command, place, **options)
        files = [(each.description, await each.read()) for each in reply.message.attachments]
        return reply.content, reply.title, reply.description, reply.footer, files

    def of(self, author: int) -> list[ScoredMessage]:
        return [message for message in self.messages if message.author_id == author]


async def opt_out(history: History, author: int) -> None:
    await history.server.storage.privacy.opt_out(history.server.guild.id, author, NOW)


async def forget(history: History, author: int) -> None:
    await history.server.storage.privacy.forget(history.server.guild.id, author, NOW)


async def edit(history: History, author: int) -> None:
    """All that somebody wrote, to the worst; a new net judges it."""
    edited = [
        replace(message, edited_at=NOW, model="newer-87654321", **WORST)
        for message in history.of(author)
    ]
    await history.server.storage.messages.apply(edited)


async def delete(history: History, author: int) -> None:
    await history.server.storage.messages.apply(
        [
            DeletedMessages(message.guild_id, message.channel_id, (message.message_id,))
            for message in history.of(author)
        ]
    )


async def write_late(history: History, author: int) -> None:
    """On days on which others have written."""
    late = [
        replace(message, message_id=message.message_id + 1, author_id=author, **WORST)
        for message in history.random.sample(history.messages, 40)
    ]
    await history.server.storage.messages.apply(late)


ACTS: list[Callable[[History, int], Awaitable[None]]] = [
    write_late, edit, delete, forget, opt_out
]  # fmt: skip


@pytest.mark.parametrize("seed", range(HISTORIES))
async def test_nothing_that_a_member_can_ask_differs(
    server: Server, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(seed)
    thread = server.thread("cake")
    places = [(server.general, None), (server.games, None), (thread, server.general)]
    history = History(server, random, places, [])
    await history.happen()
    before = await history.ask_everything()
    assert any("Average mood" in footer for *_, footer, _ in before.values())
    assert any("hidden" in description for _, _, description, *_ in before.values())
    assert any(files for *_, files in before.values())
    for act, actor in zip(ACTS, random.sample(PEOPLE, len(ACTS)), strict=True):
        await act(history, actor)
        await server.storage.published_days.publish(
            server.guild.id, NOW, Minimums(9, 90), patience=timedelta(0)
        )
        after = await history.ask_everything()
        assert {asked for asked in after if after[asked] != before[asked]} == set(), act.__name__
    elsewhere = localizer.Localizer(time_zone=ZoneInfo("Pacific/Auckland"))
    monkeypatch.setattr(replies, "localizer_of", lambda *_, **__: elsewhere)
    assert await history.ask_everything() == before, "in another time zone"
