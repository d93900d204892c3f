"""What the bot may read and write over REST, and what kinds of channels it is told of."""

from __future__ import annotations

import io
from typing import Any

import discord
import pytest

from playground.server import LoopbackDiscord
from playground.world import ChannelType
from playground.world.application import Intent
from playground.world.permissions import Permission
from tests.playground.conftest import Connect, Place, TinyBot, build_place

OF_A_SERVER = [
    kind
    for kind in ChannelType
    if kind not in (ChannelType.DM, ChannelType.PUBLIC_THREAD, ChannelType.PRIVATE_THREAD)
]


@pytest.mark.parametrize(
    ("limit", "expected"), [(1, "3"), (3, "432"), (4, "54321"), (100, "6543210")]
)
async def test_history_around_a_message_has_half_before_it_and_half_after(
    place: Place, tiny_bot: TinyBot, limit: int, expected: str
) -> None:
    sent = [await place.discord.send_message(place.ben, place.general, f"{n}") for n in range(7)]
    channel, middle = tiny_bot.text_channel(place.general.id), discord.Object(sent[3].id)
    found = [message.content async for message in channel.history(around=middle, limit=limit)]
    assert "".join(found) == expected


async def test_history_around_a_message_that_is_gone_has_what_was_beside_it(
    place: Place, tiny_bot: TinyBot
) -> None:
    sent = [await place.discord.send_message(place.ben, place.general, f"{n}") for n in range(5)]
    await place.discord.delete_message(sent[2])
    channel, gone = tiny_bot.text_channel(place.general.id), discord.Object(sent[2].id)
    found = [message.content async for message in channel.history(around=gone, limit=2)]
    assert found == ["3", "1"]


async def test_what_the_bot_does_not_see_it_cannot_read(place: Place, tiny_bot: TinyBot) -> None:
    sent = await place.discord.send_message(place.chi, place.staff, "a secret")
    hidden = tiny_bot.text_channel(place.staff.id)
    with pytest.raises(discord.Forbidden, match="Missing Access"):
        await hidden.fetch_message(sent.id)
    with pytest.raises(discord.Forbidden, match="Missing Access"):
        [message async for message in hidden.history(around=discord.Object(sent.id))]


async def test_text_is_empty_over_rest_too_without_the_portals_switch(connect: Connect) -> None:
    server = LoopbackDiscord(switches=Intent(0))
    place = build_place(server)
    async with server, connect(server, message_content=False) as bot:
        sent = await server.send_message(place.ben, place.general, "a secret")
        await server.send_message(place.ben, place.general, f"<@{bot.user_id}> hello")
        channel = bot.text_channel(place.general.id)
        await channel.send("my own")
        assert (await channel.fetch_message(sent.id)).content == ""
        read = [message.content async for message in channel.history()]
        assert read == ["my own", f"<@{bot.user_id}> hello", ""]


@pytest.mark.parametrize(
    ("missing", "sent"),
    [
        (Permission.EMBED_LINKS, {"embed": discord.Embed(title="x")}),
        (Permission.ATTACH_FILES, {"file": discord.File(io.BytesIO(b"x"), "x.txt")}),
    ],
)
async def test_an_embed_or_a_file_needs_its_own_permission(
    place: Place, tiny_bot: TinyBot, missing: Permission, sent: dict[str, Any]
) -> None:
    everyone = place.guild.roles[place.guild.id]
    await place.discord.change_role(place.guild, everyone, everyone.permissions & ~missing)
    channel = tiny_bot.text_channel(place.general.id)
    await channel.send("only words")
    with pytest.raises(discord.Forbidden, match="Missing Permissions"):
        await channel.send(**sent)


@pytest.mark.parametrize("kind", OF_A_SERVER)
async def test_the_client_gets_along_with_channels_of_every_kind(
    connect: Connect, kind: ChannelType
) -> None:
    server = LoopbackDiscord()
    place = build_place(server)
    made = server.world.add_channel(place.guild, "the lounge", type=kind)
    async with server, connect(server) as bot:
        (seen,) = [each for each in bot.guild(place.guild.id).channels if each.id == made.id]
        assert seen.type.value == kind
        reply = await server.command(place.ben, place.general, "/mood say still here")
        assert reply.content == "You said: still here"
