"""*Which messages?* over real sockets, with the bot's own reading of the history."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands import errors
from bot.commands.views.custom_id import CustomId, packed
from bot.ingest.pace import Pace
from playground.interactions import Reply
from playground.rest import components
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Message, Overwrite, Role, User
from playground.world.permissions import Permission
from tests.running_bot import running

TEXTS = (
    "who deleted my message? this is ridiculous",
    "I hate this, you ruined it for me",
    "that is awful, stop it",
    "you are being terrible to her",
    "please be kind to each other",
)


@dataclass
class Place:
    """Mira moderates; three others quarrelled in #general an hour ago."""

    server: LoopbackDiscord
    guild: Guild
    moderators: Role
    mira: User
    people: list[User]
    general: Channel
    mods: Channel
    said: list[Message] = field(default_factory=list)

    async def say(self, who: int, text: str, channel: Channel | None = None) -> Message:
        """A minute after what was said before."""
        at = datetime.now(UTC) - timedelta(minutes=60 - len(self.said))
        message = await self.server.send_message(
            self.people[who], channel or self.general, text, at=at
        )
        self.said.append(message)
        return message

    async def quarrel(self) -> None:
        for n, text in enumerate(TEXTS):
            await self.say(n % 3, text)
        await self.until_counted(len(TEXTS))

    async def until_counted(self, number: int) -> None:
        line = "/sentiment coverage"
        async with asyncio.timeout(60):
            while True:
                reply = await self.server.command(self.mira, self.mods, line)
                if f"I know of {number} messages" in reply.embeds[0]["description"]:
                    return
                await asyncio.sleep(0.05)

    def card(self, *, asker: User | None = None) -> Message:
        """A message of the bot with the button in it, as one that was sent before."""
        ids = map(packed, (self.said[0].id, self.said[-1].id, 0))
        who = (asker or self.mira).id
        asked = CustomId("messages", 1, who, datetime.now(UTC), (str(self.general.id), *ids))
        button = {"type": 2, "style": 2, "label": "Which messages?", "custom_id": str(asked)}
        message = Message(
            self.server.world.ids.make(),
            self.mods.id,
            self.server.application.bot,
            "the card",
            components=components.given_back([{"type": 1, "components": [button]}]),
        )
        self.server.world.add_message(message)
        return message

    async def press(self, card: Message, by: User | None = None) -> Reply:
        return await self.server.press(card, "Which messages?", by=by or self.mira)


def read(reply: Reply) -> str:
    assert reply.ephemeral
    parts = [reply.content]
    for embed in reply.embeds:
        parts += [str(embed.get("description")), embed.get("footer", {}).get("text", "")]
    return "\n".join(parts)


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    monkeypatch.chdir(tmp_path)
    async with LoopbackDiscord() as server:
        world = server.world
        mira, *people = (world.add_user(name) for name in ("mira", "diego", "amara", "priya"))
        guild = world.add_guild("The Lantern Room", people[0])
        moderators = world.add_role(guild, "Moderators", Permission.MODERATE_MEMBERS)
        world.add_member(guild, mira, moderators)
        for user in people[1:]:
            world.add_member(guild, user)
        server.invite(guild)
        general, mods = (world.add_channel(guild, name) for name in ("general", "mods"))
        yield Place(server, guild, moderators, mira, people, general, mods)


async def test_a_moderator_reads_the_quarrel_before_and_after_a_restart(place: Place) -> None:
    async with running(place.server):
        await place.quarrel()
        card = place.card()
        told = read(await place.press(card))
        assert [line for line in told.splitlines() if line.startswith("> ")] == [
            f"> {text}" for text in TEXTS
        ]
        assert told.count("· negative ·") >= 3
        assert "**Diego**" in told
    async with running(place.server):
        again = await place.press(card)
        assert "you ruined it for me" in read(again)
        moved = await place.server.press(again, "What moved it?")
        assert read(moved) == errors.NOTHING_BEFORE
        right = await place.server.choose(again, "Mark labels that are right", ["1. Diego"])
        assert "1 message is marked" in read(right)
        feedback = await place.server.command(place.mira, place.mods, "/sentiment feedback")
        assert "Of 1 marked message 1 had the right label." in read(feedback)


async def test_each_request_waits_for_its_turn_among_all_that_can_wait(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, turn = [], Pace.turn

    async def counted(pace: Pace, *, patiently: bool = False) -> None:
        turns.append(pace)
        await turn(pace, patiently=patiently)

    async with running(place.server):
        await place.quarrel()
        monkeypatch.setattr(Pace, "turn", counted)
        for number in range(1, 3):
            assert "ridiculous" in read(await place.press(place.card()))
            assert len(turns) == number, "a page in one channel takes one request"


async def test_deleted_edited_archived_and_who_opted_out_over_sockets(place: Place) -> None:
    async with running(place.server):
        thread = await place.server.create_thread(place.general, "co-op night", place.people[0])
        await place.quarrel()
        await place.say(1, "I hate it here, too", thread)
        await place.until_counted(len(TEXTS) + 1)
        await place.server.archive_thread(thread)
        await place.server.delete_message(place.said[0])
        await place.server.edit_message(place.said[3], "you are being lovely to her")
        await place.until_counted(len(TEXTS))
        card = place.card()
        told = read(await place.press(card))
        assert "who deleted" not in told
        assert "> you are being lovely to her" in told
        assert "· positive · edited ·" in told, "the edit was judged anew"
        assert "> I hate it here, too" in told, "which takes asking for the thread"
        four = place.server.world.add_user("elif")
        place.server.world.add_member(place.guild, four)
        await place.server.command(place.people[1], place.general, "/sentiment privacy show")
        out = await place.server.command(
            place.people[2], place.general, "/sentiment privacy opt-out"
        )
        await place.server.press(out, "Yes, erase")
        assert read(await place.press(card)) == errors.TOO_FEW_WRITERS


async def test_members_and_strangers_to_the_channel_get_nothing(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "bot"):
        async with running(place.server):
            await place.quarrel()
            member = place.people[1]
            told = read(await place.press(place.card(asker=member), member))
            assert told == errors.MODERATORS_ONLY
            assert read(await place.press(place.card(), member)) == errors.NOT_YOURS
            card = place.card()
            deny = Permission.READ_MESSAGE_HISTORY
            await place.server.change_overwrites(
                place.general, Overwrite(place.moderators.id, deny=deny)
            )
            assert read(await place.press(card)) == errors.UNREADABLE_CHANNEL
            await place.server.change_overwrites(place.general)
            assert "ridiculous" in read(await place.press(card))
    assert caplog.records
    assert not any(words in caplog.text for words in (*TEXTS, "ridiculous", "ruined", "Diego"))
