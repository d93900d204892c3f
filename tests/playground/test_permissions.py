"""Permissions are computed twice: by the playground and, as its oracle, by discord.py."""

from __future__ import annotations

from random import Random

from playground.server import LoopbackDiscord
from playground.world import Overwrite, grants
from playground.world.permissions import EVERYONE, NONE, Permission
from tests.playground.conftest import Connect

KNOWN = sum(Permission, NONE)


def some(random: Random, count: int) -> Permission:
    flags = [each for each in Permission if each is not Permission.ADMINISTRATOR]
    return sum(random.sample(flags, count), NONE)


async def test_permissions_in_any_channel_are_those_that_discord_py_computes(
    connect: Connect,
) -> None:
    random = Random(3)
    async with LoopbackDiscord() as server:
        world = server.world
        guild = world.add_guild("A maze", world.add_user("owner"), everyone=EVERYONE)
        roles = [world.add_role(guild, f"Role {n}", some(random, 3)) for n in range(5)]
        roles.append(world.add_role(guild, "Admin", Permission.ADMINISTRATOR))
        people = [world.add_user(f"user{n}") for n in range(12)]
        for user in people:
            world.add_member(guild, user, *random.sample(roles, random.choice([0, 1, 2, 3])))
        for number in range(25):
            targets = random.sample([guild.id, *(role.id for role in roles)], 3)
            overwrites = [Overwrite(each, some(random, 3), some(random, 6)) for each in targets]
            one = random.choice(people).id
            overwrites.append(Overwrite(one, some(random, 2), some(random, 4), for_member=True))
            world.add_channel(guild, f"room-{number}", overwrites=overwrites)
        server.invite(guild, roles[-1])  # for it would not be told of what it may not view
        async with connect(server) as bot:
            seen = bot.guild(guild.id)
            for user in people:
                member = await seen.fetch_member(user.id)
                for channel in guild.channels.values():
                    ours = grants.in_channel(guild, channel, guild.members[user.id])
                    theirs = bot.text_channel(channel.id).permissions_for(member)
                    assert ours & KNOWN == Permission(theirs.value) & KNOWN
