"""A quarrel of three people in #general, said in the simulator and stored as the bot stores it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.commands.replies import NOBODY
from bot.commands.views import persistent
from bot.commands.views.custom_id import packed
from bot.commands.views.persistent import Component, PersistentItem
from bot.reports.moved import hour_of
from storage.records import ScoredMessage, Status, snowflake_time
from tests.bot.commands.conftest import Server


@dataclass
class Quarrel:
    """`ids` are those of the messages that were said, in the order of time; `people` wrote them."""

    server: Server
    people: list[simcord.MemberActor]
    ids: list[int] = field(default_factory=list)

    async def say(
        self,
        who: int,
        text: str,
        *,
        mood: float = -0.9,
        status: Status = "scored",
        channel: simcord.ChannelHandle | None = None,
        parent: simcord.ChannelHandle | None = None,
        reply_to: discord.Message | None = None,
        minutes: float = 1,
    ) -> discord.Message:
        """Let somebody say it so many minutes after what was said before, and store it."""
        await self.server.env.advance_time(60 * minutes)
        place = channel or self.server.general
        message = await self.people[who].send(place, text, reply_to=reply_to)
        await self.store(message, mood, status, parent)
        return message

    async def store(
        self,
        message: discord.Message,
        mood: float = -0.9,
        status: Status = "scored",
        parent: simcord.ChannelHandle | None = None,
    ) -> None:
        reference = message.reference
        row = ScoredMessage(
            message_id=message.id,
            guild_id=self.server.guild.id,
            channel_id=message.channel.id,
            parent_id=None if parent is None else parent.id,
            author_id=message.author.id,
            reply_to=None if reference is None else reference.message_id,
            edited_at=None,
            negative=max(0.0, -mood),
            neutral=1 - abs(mood),
            positive=max(0.0, mood),
            status=status,
            model="fake-12345678",
        )
        await self.server.storage.messages.apply([row])
        self.ids.append(message.id)
        self.server.clock.now = self.server.env.now()

    async def press(
        self,
        by: simcord.MemberActor | None = None,
        *,
        channel: simcord.ChannelHandle | None = None,
        from_id: int = 0,
        **at: Any,
    ) -> simcord.InteractionResult:
        """*Which messages?* of all that was said, by the moderator, under a message in #games."""
        asked = (channel or self.server.general).id
        ids = map(packed, (self.ids[0], self.ids[-1], from_id))
        return await self.press_kind("messages", (asked, *ids), by, **at)

    async def press_moved(
        self, by: simcord.MemberActor | None = None, **at: Any
    ) -> simcord.InteractionResult:
        """*What moved it?* of the hours since the last one that has a message in it, and before."""
        since = hour_of(snowflake_time(self.ids[-1]))
        arguments = (self.server.general.id, since, since + 1, since - 48)
        return await self.press_kind("moved", arguments, by, **at)

    async def press_mark(
        self, value: str, by: simcord.MemberActor | None = None
    ) -> simcord.InteractionResult:
        """Choose this in the select of labels that are right."""
        option = discord.SelectOption(label="1", value=value)
        select = discord.ui.Select[Any](options=[option])
        arguments = (self.server.general.id, "right")
        person = by or self.server.moderator
        message = await self._send("mark", select, arguments, person)
        return await person.select(message, [value])

    async def press_kind(
        self,
        kind: str,
        arguments: tuple[str | int, ...],
        by: simcord.MemberActor | None = None,
        *,
        ago: float = 0,
        below: simcord.ChannelHandle | None = None,
    ) -> simcord.InteractionResult:
        """Press a button that was made so many hours ago."""
        person = by or self.server.moderator
        button = discord.ui.Button[Any](label="Press")
        message = await self._send(kind, button, arguments, person, ago=ago, below=below)
        return await person.click(message, label="Press")

    async def _send(
        self,
        kind: str,
        component: Component,
        arguments: tuple[str | int, ...],
        asker: simcord.MemberActor,
        *,
        ago: float = 0,
        below: simcord.ChannelHandle | None = None,
    ) -> discord.Message:
        lobby = self.server.bots_guild.get_channel((below or self.server.games).id)
        assert isinstance(lobby, discord.TextChannel)
        at = self.server.clock.now - timedelta(hours=ago)
        item = self.kind(kind).of(component, asker_id=asker.id, at=at, arguments=arguments)
        return await lobby.send(view=persistent.view(item), allowed_mentions=NOBODY)

    def kind(self, name: str) -> type[PersistentItem]:
        client: Any = self.server.env.bot
        known = client._connection._view_store._dynamic_items.values()
        found: type[PersistentItem]
        (found,) = [k for k in known if issubclass(k, PersistentItem) and k.kind.name == name]
        return found


def read(result: simcord.InteractionResult) -> str:
    """All that the one who pressed reads; nobody else does."""
    messages = [each for each in (result.response, *result.followups) if each is not None]
    assert all(message.ephemeral for message in messages)
    texts = [message.content for message in messages]
    for message in messages:
        for embed in message.embeds:
            texts += [embed.title or "", embed.description or "", embed.footer.text or ""]
    return "\n".join(texts)


def labels(result: simcord.InteractionResult) -> list[str]:
    assert result.response is not None
    items = [item for row in result.response.components for item in row["components"]]
    return [item.get("label") or item["placeholder"] for item in items]


@pytest.fixture
async def quarrel(server: Server) -> Quarrel:
    cem = server.guild.add_member(server.env.create_user("cem"))
    return Quarrel(server, [server.ann, server.ben, cem])


@pytest.fixture
async def three_lines(quarrel: Quarrel) -> Quarrel:
    """Each of the three said something."""
    first = await quarrel.say(0, "who deleted my message?")
    await quarrel.say(1, "seriously?? this is ridiculous", reply_to=first)
    await quarrel.say(2, "please be kind", mood=0.1)
    return quarrel
