"""An evening's quarrel in the sample server, over real sockets: one alert and one all-clear, with a
restart in between; and the server's page of what its alerts really were."""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import Sequence

from bot.render.alerts import UNUSUAL, USUAL_AGAIN
from playground.world import Channel, Message, Overwrite
from playground.world.permissions import Permission
from tests.running_bot import running
from tests.test_desk_end_to_end import QUARREL, Room, room, said_by, talk

__all__ = ["room"]  # a fixture

WITHIN = 30
"""So many messages of a quarrel call."""

SEE = Permission.VIEW_CHANNEL | Permission.READ_MESSAGE_HISTORY
WRITE = Permission.SEND_MESSAGES | Permission.EMBED_LINKS


def staff_room(room: Room) -> Channel:
    """A channel that only the moderators and the bot see."""
    guild = room.sample.guild
    (moderators,) = (role for role in guild.roles.values() if role.name == "Moderators")
    bot = room.discord.application.bot
    return room.discord.world.add_channel(
        guild,
        "staff",
        overwrites=[
            Overwrite(guild.id, deny=Permission.VIEW_CHANNEL),
            Overwrite(moderators.id, allow=SEE),
            Overwrite(bot.id, allow=SEE | WRITE, for_member=True),
        ],
    )


def newcomers(room: Room) -> list[str]:
    """People who have not quarrelled: of each only the first ten messages an hour count."""
    world, names = room.discord.world, [f"guest{number}" for number in range(5)]
    for name in names:
        room.sample.people[name] = world.add_user(name)
        world.add_member(room.sample.guild, room.sample.people[name])
    return names


def posts(room: Room, channel: Channel) -> list[Message]:
    """What the bot posted there, the oldest first."""
    bot = room.discord.application.bot
    return [each for each in room.discord.world.messages(channel) if each.author.id == bot.id]


async def until_there_are(room: Room, number: int, channel: Channel) -> list[Message]:
    async with asyncio.timeout(60):
        while len(posts(room, channel)) < number:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    return posts(room, channel)


async def say(room: Room, texts: Sequence[str], people: Sequence[str]) -> None:
    """In #general, one after the other, now."""
    for text, name in zip(texts, itertools.cycle(people), strict=False):
        await room.discord.send_message(
            room.sample.people[name], room.sample.places["general"], text
        )


def texts(room: Room, *, heated: bool) -> list[str]:
    """What was said in #general, in the quarrel or else."""
    if heated:
        return [message.content for message in room.heated("general", QUARREL)]
    return [
        message.content
        for saying, message in room.said
        if saying.place == "general" and not saying.is_heated
    ]


async def test_a_quarrel_is_one_alert_and_one_all_clear_with_a_restart_in_between(
    room: Room,
) -> None:
    staff, general = staff_room(room), room.sample.places["general"]
    lobby = room.sample.places["support"]
    everyone, guests = list(room.sample.people), newcomers(room)
    quarrelling, others = everyone[:5], everyone[5:]
    async with running(room.discord):
        await talk(room)
        for target in (staff, lobby):
            added = await room.ask(
                room.sample.you, f"/sentiment alerts add channel:#general target:#{target.name}"
            )
            assert f"<#{general.id}> → <#{target.id}>" in said_by(added)
        await say(room, texts(room, heated=False)[:8], others)
        await asyncio.sleep(3)
        assert posts(room, staff) == [], "all is as usual"

        await say(room, texts(room, heated=True)[:WITHIN], quarrelling)
        (alert,) = await until_there_are(room, 1, staff)
        (embed,) = alert.embeds
        assert embed["title"] == "Unusually negative in #general"
        assert f"🔻 <#{general.id}> since <t:" in embed["description"]
        # At some hours of the day hardly any are.
        usual = r"sounded negative; usually it's (about 1 in \d+|hardly any)\. From \d people\."
        assert re.search(usual, embed["description"])
        assert "In quiet weeks this alert fires about once a month." in str(embed["footer"])

        (bare,) = await until_there_are(room, 1, lobby)
        assert (bare.content, bare.embeds) == (UNUSUAL, [])
        refused = await room.discord.press(bare, "Open", by=room.sample.people["kofi"])
        assert refused.ephemeral
        assert "moderators" in refused.content
    async with running(room.discord):
        opened = await room.discord.press(bare, "Open", by=room.mira)
        assert opened.ephemeral
        assert opened.embeds[0]["title"] == "Unusually negative in #general"
        await say(room, texts(room, heated=False)[:60], [*guests, *others])
        _, all_clear = await until_there_are(room, 2, staff)
        assert f"<#{general.id}>: as usual again since" in all_clear.embeds[0]["description"]
        _, bare_all_clear = await until_there_are(room, 2, lobby)
        assert (bare_all_clear.content, bare_all_clear.embeds) == (USUAL_AGAIN, [])

        marked = await room.discord.press(alert, "Not useful", by=room.mira)
        assert "2 times the usual evidence" in said_by(marked)
        listed = await room.ask(room.mira, "/sentiment alerts list")
        assert "2 alerts so far, 1 marked not useful" in str(listed.embeds[0]["footer"])
        await asyncio.sleep(3)
    assert (len(posts(room, staff)), len(posts(room, lobby))) == (2, 2)
