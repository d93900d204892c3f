"""The sample server: the conversation's people and places put into a world, and set talking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from playground import conversation
from playground.conversation import Saying, Script
from playground.server import LoopbackDiscord
from playground.world import Channel, Emoji, Guild, Message, Overwrite, User
from playground.world.permissions import NONE, Permission

MODERATOR = "mira"
MODERATORS_ROLE = "Moderators"
PLAYERS_ROLE = "Game night"
"""A role that everybody may ping, for who wants to be told."""
PLAYERS = ("kofi", "yuki", "priya", "diego")
MODERATORS_CHANNEL = "moderators"
WELCOME_CHANNEL = "welcome"

_EMOJI = re.compile(r":(\w+):")


@dataclass(frozen=True, slots=True)
class Sample:
    """Who and what is there, by the names of the conversation; `you` own the server."""

    guild: Guild
    you: User
    people: dict[str, User]
    places: dict[str, Channel]


def build(discord: LoopbackDiscord, script: Script) -> Sample:
    """Make the server, before the bot connects."""
    world = discord.world
    you = world.add_user("you", "You")
    guild = world.add_guild(script.server, you)
    guild.emojis = [Emoji(world.ids.make(), name) for name in script.emojis]
    may = Permission.MANAGE_MESSAGES | Permission.MODERATE_MEMBERS | Permission.MANAGE_THREADS
    players = world.add_role(guild, PLAYERS_ROLE, NONE)
    players.mentionable = True
    moderators = world.add_role(guild, MODERATORS_ROLE, may)
    moderators.hoist = True
    people = {name: world.add_user(name) for name in script.members}
    for name, user in people.items():
        held = [players] if name in PLAYERS else []
        held += [moderators] if name == MODERATOR else []
        world.add_member(guild, user, *held)
    # Whoever tries it runs the bot, whomever they are just now.
    discord.application.team = [you, *people.values()]
    places = {
        name: world.add_channel(guild, name, topic=topic) for name, topic in script.channels.items()
    }
    for name, parent in script.threads.items():
        opened = world.now() - timedelta(days=conversation.DAYS + 10)
        places[name] = world.add_thread(places[parent], name, people[MODERATOR], at=opened)
    discord.invite(guild)
    return Sample(guild, you, people, places)


def add_rooms(discord: LoopbackDiscord, sample: Sample) -> None:
    """Make two rooms in which nobody chats.

    In the first Discord and bots greet who comes; the last only the moderators, the owner and the
    bot see.
    """
    guild, bot = sample.guild, discord.application.bot
    (moderators,) = (role for role in guild.roles.values() if role.name == MODERATORS_ROLE)
    welcome = discord.world.add_channel(
        guild,
        WELCOME_CHANNEL,
        topic="Who is new here",
        overwrites=[
            Overwrite(guild.id, deny=Permission.SEND_MESSAGES),
            Overwrite(bot.id, allow=Permission.SEND_MESSAGES, for_member=True),
        ],
    )
    guild.system_channel_id = welcome.id
    room = discord.world.add_channel(
        guild,
        MODERATORS_CHANNEL,
        topic="Only moderators see this",
        overwrites=[
            Overwrite(guild.id, deny=Permission.VIEW_CHANNEL),
            Overwrite(moderators.id, allow=Permission.VIEW_CHANNEL),
            Overwrite(bot.id, allow=Permission.VIEW_CHANNEL, for_member=True),
        ],
    )
    chats = [each for each in guild.channels.values() if each not in (welcome, room)]
    for position, channel in enumerate((welcome, *chats, room)):
        channel.position = position
    sample.places[WELCOME_CHANNEL], sample.places[MODERATORS_CHANNEL] = welcome, room


async def play(discord: LoopbackDiscord, sample: Sample, sayings: list[Saying]) -> list[Message]:
    """Say everything, each with an id of its own time; the bot hears it as it would live.

    Where no bot is connected yet it finds all of it in the channels when it comes.
    """
    sent: list[Message] = []
    for saying in sayings:
        reply_to = None if saying.answers is None else sent[saying.answers]
        sent.append(await say(discord, sample, saying, at=saying.at, reply_to=reply_to))
    return sent


async def say(
    discord: LoopbackDiscord,
    sample: Sample,
    saying: Saying,
    *,
    at: datetime | None = None,
    reply_to: Message | None = None,
) -> Message:
    """Say one thing, now or `at` a time; `:name:` becomes the server's own emoji."""
    ids = {emoji.name: emoji.id for emoji in sample.guild.emojis}
    text = _EMOJI.sub(
        lambda found: f"<{found[0]}{ids[found[1]]}>" if found[1] in ids else found[0], saying.text
    )
    author, channel = sample.people[saying.member], sample.places[saying.place]
    return await discord.send_message(author, channel, text, at=at, reply_to=reply_to)
