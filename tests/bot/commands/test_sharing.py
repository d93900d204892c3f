"""A channel is shared only where all who see the answer can read it: tried on random servers."""

from __future__ import annotations

import itertools
from random import Random
from typing import Any

import discord
import pytest
import simcord

from bot.permissions.channels import Channel, may_read, read_by_everybody_in
from tests.bot.commands.conftest import Server

ALLOWED, DENIED, UNSAID = True, False, None


def overwrite(random: Random) -> discord.PermissionOverwrite:
    def said() -> bool | None:
        return random.choice((ALLOWED, DENIED, UNSAID, UNSAID))

    return discord.PermissionOverwrite(
        view_channel=said(), read_message_history=said(), connect=said(), send_messages=said()
    )


def furnish(server: Server, random: Random) -> list[simcord.ChannelHandle]:
    """Channels with overwrites for everybody, a role and a person; of each one, and its twins."""
    made = []
    for number in range(5):
        who: list[Any] = [server.guild.default_role, server.moderators, server.ann]
        given = {each: overwrite(random) for each in random.sample(who, random.randint(0, 3))}
        texts = [
            server.guild.create_text_channel(f"{name}-{number}", overwrites=given)
            for name in ("room", "twin")
        ]
        voice = server.guild.create_voice_channel(f"voice-{number}")
        same = server.env.backend.get_channel(texts[0].id).overwrites
        server.env.backend.edit_channel(voice.id, {}, overwrites=same)
        made += [*texts, voice]
    return made


@pytest.mark.parametrize("seed", range(4))
async def test_nobody_sees_shared_what_they_could_not_read(server: Server, seed: int) -> None:
    handles = [server.general, server.hidden, *furnish(server, Random(seed))]
    await server.env.settle()
    guild = server.bots_guild
    channels = [guild.get_channel(handle.id) for handle in handles]
    actors = (server.ann, server.ben, server.moderator, server.admin)
    people = [await guild.fetch_member(actor.id) for actor in actors]
    shared = 0
    for here, channel in itertools.product(channels, channels):
        assert isinstance(here, Channel)
        assert isinstance(channel, Channel)
        if not read_by_everybody_in(here, channel):
            continue
        shared += here != channel
        for person in people:
            if may_read(person, here):
                assert may_read(person, channel), (here.name, channel.name, person.name)
    assert shared, "some can be shared"
