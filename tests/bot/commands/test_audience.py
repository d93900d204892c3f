"""What is posted without being asked for tells nobody what they may not ask: on random servers."""

from __future__ import annotations

import itertools
from dataclasses import replace
from random import Random
from typing import Any

import discord
import pytest
import simcord

from bot.commands.rights import Right, has, may_all_see_live
from bot.permissions.channels import Channel, may_read
from storage.records import GuildSettings
from tests.bot.commands.conftest import Server

MODERATING = discord.Permissions(moderate_members=True)


def overwrite(random: Random) -> discord.PermissionOverwrite:
    def said() -> bool | None:
        return random.choice((True, True, False, None, None, None))

    return discord.PermissionOverwrite(
        view_channel=said(), read_message_history=said(), connect=said()
    )


def furnish(
    server: Server, random: Random, roles: list[simcord.RoleHandle]
) -> list[simcord.ChannelHandle]:
    """Channels, most of them hidden from everyone, with overwrites for some roles and a person."""
    guild, made = server.guild, []
    for number in range(9):
        who: list[Any] = [*roles, *([server.ann] if not number % 4 else [])]
        given: dict[Any, discord.PermissionOverwrite] = {
            each: overwrite(random) for each in random.sample(who, random.randint(0, len(who)))
        }
        given[server.env.bot.user] = discord.PermissionOverwrite(
            view_channel=True, read_message_history=True, connect=True
        )
        if random.random() < 0.7:
            given[guild.default_role] = discord.PermissionOverwrite(view_channel=False)
        made.append(guild.create_text_channel(f"room-{number}", overwrites=given))
        if not number % 3:
            same = server.env.backend.get_channel(made[-1].id).overwrites
            made.append(guild.create_voice_channel(f"voice-{number}"))
            server.env.backend.edit_channel(made[-1].id, {}, overwrites=same)
    return made


@pytest.mark.parametrize("gated", [False, True])
@pytest.mark.parametrize("seed", range(4))
async def test_whoever_sees_the_target_may_see_the_live_figures(
    server: Server, seed: int, gated: bool
) -> None:
    """In a gated server nobody sees anything without a role that lets them."""
    random, guild = Random(seed), server.guild
    if gated:
        nothing = {"permissions": discord.Permissions.none().value}
        server.env.backend.edit_role(guild.id, guild.default_role.id, nothing)
    named = {
        "plain": discord.Permissions(view_channel=True, read_message_history=gated),
        "mute": discord.Permissions.none(),
        "helpers": MODERATING,
        "staff": MODERATING | discord.Permissions(view_channel=True, read_message_history=True),
    }
    roles = [guild.create_role(name, permissions=given) for name, given in named.items()]
    people: list[simcord.MemberActor] = [server.ann, server.ben, server.moderator, server.admin]
    for size in (1, 2, 3):
        for held in itertools.combinations(roles, size):
            user = server.env.create_user("-".join(role.name for role in held))
            people.append(guild.add_member(user, roles=list(held)))
    handles = [server.general, server.hidden, *furnish(server, random, roles)]
    await server.env.settle()
    here = server.bots_guild
    channels = [here.get_channel(handle.id) for handle in handles]
    members = [await here.fetch_member(person.id) for person in people]
    usual = GuildSettings(guild.id)
    chosen = (
        usual,
        replace(usual, moderator_role_ids=frozenset({roles[0].id})),
        replace(usual, moderator_role_ids=frozenset({roles[3].id}), live_for_role_only=True),
    )
    allowed = 0
    for settings, target, watched in itertools.product(chosen, channels, channels):
        assert isinstance(target, Channel)
        assert isinstance(watched, Channel)
        if not may_all_see_live(target, watched, settings):
            continue
        allowed += 1
        for member in members:
            if target.permissions_for(member).view_channel:
                assert may_read(member, watched), (member, target, watched)
                assert has(member, Right.LIVE_FIGURES, settings), (member, target, watched)
    assert allowed, "the rule lets something through, too"


async def test_moderators_may_be_told_in_their_own_channel_of_it_and_of_open_ones(
    server: Server,
) -> None:
    guild = server.bots_guild
    staff, general = guild.get_channel(server.hidden.id), guild.get_channel(server.general.id)
    assert isinstance(staff, Channel)
    assert isinstance(general, Channel)
    settings = GuildSettings(guild.id)
    assert may_all_see_live(staff, general, settings)
    assert may_all_see_live(staff, staff, settings)
    assert not may_all_see_live(general, general, settings), "members see no live figures"
    assert not may_all_see_live(general, staff, settings)
    narrowed = replace(settings, live_for_role_only=True)
    assert not may_all_see_live(staff, general, narrowed)


async def test_a_thread_is_seen_by_whoever_sees_the_channel_above_it(server: Server) -> None:
    open_one, closed = server.thread("cake"), server.thread("plans", below=server.hidden)
    await server.env.settle()
    guild = server.bots_guild
    general = guild.get_channel(server.general.id)
    assert isinstance(general, Channel)
    for handle, told in ((open_one, False), (closed, True)):
        thread = guild.get_thread(handle.id)
        assert thread is not None
        assert may_all_see_live(thread, general, GuildSettings(guild.id)) is told
