"""The sample server: the conversation's people and places put into a world, and set talking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from playground import conversation
from playground.conversation import Saying, Script
from playground.permissions import Permission
from playground.server import LoopbackDiscord
from playground.world import Channel, Emoji, Guild, Message, User

MODERATOR = "mira"


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
    moderators = world.add_role(guild, "Moderators", may)
    people = {name: world.add_user(name) for name in script.members}
    for name, user in people.items():
        world.add_member(guild, user, *([moderators] if name == MODERATOR else []))
    places = {
        name: world.add_channel(guild, name, topic=topic) for name, topic in script.channels.items()
    }
    for name, parent in script.threads.items():
        opened = datetime.now(UTC) - timedelta(days=conversation.DAYS + 10)
        places[name] = world.add_thread(places[parent], name, people[MODERATOR], at=opened)
    discord.invite(guild)
    return Sample(guild, you, people, places)


async def play(discord: LoopbackDiscord, sample: Sample, sayings: list[Saying]) -> list[Message]:
    """Say everything, each with an id of its own time; the bot hears it as it would live."""
    custom = {f":{emoji.name}:": f"<:{emoji.name}:{emoji.id}>" for emoji in sample.guild.emojis}
    pattern = re.compile("|".join(map(re.escape, custom)) or r"(?!)")
    sent: list[Message] = []
    for saying in sayings:
        message = await discord.send_message(
            sample.people[saying.member],
            sample.places[saying.place],
            pattern.sub(lambda found: custom[found[0]], saying.text),
            at=saying.at,
            reply_to=None if saying.answers is None else sent[saying.answers],
        )
        sent.append(message)
    return sent
