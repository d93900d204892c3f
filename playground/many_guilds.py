"""Thousands of small servers with the bot in them, for shards and processes to share."""

from __future__ import annotations

from datetime import timedelta

from playground.server import LoopbackDiscord
from playground.world import Guild
from playground.world.permissions import EVERYONE

PEOPLE = 3
CHANNELS = ("general", "off-topic")


def add_many_guilds(discord: LoopbackDiscord, count: int) -> list[Guild]:
    """Servers of three people and two channels each, evenly spread over any number of shards.

    The bot is in all of them. To be called before it connects.
    """
    world = discord.world
    first = world.now() - timedelta(days=400)
    joined_at = first + timedelta(days=1)
    guilds = []
    for number in range(count):
        people = [world.add_user(f"user-{number}-{each}") for each in range(PEOPLE)]
        # A shard is found by the millisecond in the id: one each.
        at = first + timedelta(milliseconds=number)
        guild = world.add_guild(f"Server {number:,}", people[0], everyone=EVERYONE, at=at)
        for person in people[1:]:
            world.add_member(guild, person, joined_at=joined_at)
        for name in CHANNELS:
            world.add_channel(guild, name)
        discord.invite(guild, at=joined_at)
        guilds.append(guild)
    return guilds
