"""A new server over real sockets, from the invitation to the first trend: presses and seconds.

Thirty days have been said in it before the bot comes. `pytest -s` prints the figures.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest

from bot.commands import errors
from playground import conversation, sample
from playground.interactions import Reply
from playground.sample import Sample
from playground.server import LoopbackDiscord
from playground.world import Message, Overwrite, User
from playground.world.permissions import Permission
from tests.running_bot import running

SECONDS = 300.0
"""So long it may take on a busy machine. What is waited for is the reading; Discord's own answers
take a tenth of a second each, and these take less."""

PNG = b"\x89PNG\r\n\x1a\n"


@dataclass
class Way:
    """What somebody did to get there."""

    who: str
    began: float = field(default_factory=monotonic)
    presses: int = 0
    commands: int = 0

    def arrived(self, reply: Reply) -> None:
        """The answer is a trend of the past, as a picture."""
        seconds = monotonic() - self.began
        (chart,) = reply.files.values()
        assert chart.startswith(PNG)
        assert reply.ephemeral
        print(f"{self.who}: {self.presses} presses, {self.commands} commands, {seconds:.1f} s")
        assert seconds < SECONDS


@dataclass
class Room:
    """The sample server, in which the bot is not yet: `you` own it, Mira may time out people and
    nothing else, Kofi is a member."""

    discord: LoopbackDiscord
    sample: Sample

    @property
    def bots_posts(self) -> list[Message]:
        said = self.discord.world.messages(self.sample.places["general"])
        return [message for message in said if message.author.id == self.discord.application.bot.id]

    async def welcome(self) -> Message:
        """The bot's post in the system channel, once it is there."""
        async with asyncio.timeout(SECONDS):
            while not self.bots_posts:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        (post,) = self.bots_posts
        return post

    async def ask(self, who: User, line: str) -> Reply:
        return await self.discord.command(who, self.sample.places["support"], line)

    async def read(self, on: Reply | Message, by: User) -> Reply:
        """Have all channels read by the button, and wait until that is done."""
        reading = await self.discord.press(on, "Read the last 30 days", by=by)
        assert reading.ephemeral
        return await self.discord.look_until(
            reading, lambda reply: reply.embeds[0]["title"] == "Done", seconds=SECONDS
        )


@pytest.fixture
async def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Room]:
    monkeypatch.chdir(tmp_path)
    script = conversation.read()
    server = LoopbackDiscord()
    place = sample.build(server, script)
    guild = place.guild
    del guild.members[server.application.bot.id]
    guild.system_channel_id = place.places["general"].id
    (moderators,) = (role for role in guild.roles.values() if role.name == "Moderators")
    moderators.permissions = Permission.MODERATE_MEMBERS
    async with server:
        until = datetime.now(UTC) - timedelta(minutes=10)
        await sample.play(server, place, conversation.schedule(script, until))
        yield Room(server, place)


async def test_from_the_invitation_to_the_first_trend(room: Room) -> None:
    you, mira, kofi = room.sample.you, room.sample.people["mira"], room.sample.people["kofi"]
    async with running(room.discord):
        owner = Way("owner")
        await room.discord.add_bot(room.sample.guild)
        welcome = await room.welcome()
        for who in (mira, kofi):
            nothing_yet = await room.ask(who, "/sentiment trend period:30 days")
            told = nothing_yet.embeds[0]["description"]
            assert "People who manage this server can have me read older messages." in told
        done = await room.read(welcome, you)
        owner.presses += 1
        told = done.embeds[0]["description"]
        assert "I only understand English" in told
        assert "What to ask now" in told
        trend = await room.discord.press(done, "Show the trend")
        owner.presses += 1
        owner.arrived(trend)
        assert owner.presses == 2

        moderator = Way("moderator with Moderate Members only")
        trend = await room.ask(mira, "/sentiment trend period:30 days")
        moderator.commands += 1
        moderator.arrived(trend)

        member = Way("member")
        trend = await room.ask(kofi, "/sentiment trend period:30 days")
        member.commands += 1
        member.arrived(trend)


async def test_a_server_that_invites_it_again_is_welcomed_again_and_once(room: Room) -> None:
    guild = room.sample.guild
    async with running(room.discord):
        await room.discord.add_bot(guild)
        first = await room.welcome()
        await room.discord.remove_bot(guild)
        room.discord.invite(guild, at=datetime.now(UTC) + timedelta(seconds=2))
    async with running(room.discord):  # somebody did so while it was down
        async with asyncio.timeout(SECONDS):
            while len(room.bots_posts) < 2:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    async with running(room.discord):
        await room.ask(room.sample.you, "/sentiment help")
    assert len(room.bots_posts) == 2
    assert first in room.bots_posts


async def test_where_the_bot_may_not_write_the_first_command_brings_the_welcome(room: Room) -> None:
    guild, you = room.sample.guild, room.sample.you
    bot = room.discord.application.bot
    mute = Overwrite(bot.id, deny=Permission.SEND_MESSAGES, for_member=True)
    room.sample.places["general"].overwrites.append(mute)
    async with running(room.discord):
        owner = Way("owner of a server in which it may not write")
        await room.discord.add_bot(guild)
        answer = await room.ask(you, "/sentiment help")
        owner.commands += 1
        answer = await room.discord.look_until(answer, lambda reply: reply.follow_ups)
        (panel,) = answer.follow_ups
        assert panel.ephemeral
        done = await room.read(panel, you)
        trend = await room.discord.press(done, "Show the trend")
        owner.presses += 2
        owner.arrived(trend)
    assert room.bots_posts == []


async def test_it_says_hello_once_whatever_happens(room: Room) -> None:
    you, mira, kofi = room.sample.you, room.sample.people["mira"], room.sample.people["kofi"]
    room.discord.invite(room.sample.guild)  # while it is down
    async with running(room.discord):
        welcome = await room.welcome()
        answer = await room.ask(you, "/sentiment help")
        assert answer.follow_ups == ()
    async with running(room.discord):
        for who in (mira, kofi):
            refused = await room.discord.press(welcome, "Read the last 30 days", by=who)
            assert refused.content == errors.MANAGER_ONLY
            refused = await room.discord.press(welcome, "Set up", by=who)
            assert refused.content == errors.MANAGER_ONLY
            told = await room.discord.press(welcome, "What members are told", by=who)
            assert told.ephemeral
        panel = await room.discord.press(welcome, "Set up", by=you)
        assert panel.ephemeral
        panel = await room.discord.choose(panel, "Your time zone", ["Europe/Berlin"])
        assert "**Europe/Berlin**" in str(panel.embeds)
        answer = await room.ask(you, "/sentiment help")
        assert answer.follow_ups == ()
        assert room.bots_posts == [welcome]
