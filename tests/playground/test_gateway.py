from __future__ import annotations

import discord
import pytest
from aiohttp import ClientSession, WSServerHandshakeError

from tests.playground.conftest import Connect, Place, TinyBot


async def _said(bot: TinyBot, count: int) -> list[str]:
    return [(await bot.next("message")).content for _ in range(count)]


@pytest.mark.parametrize("code", [None, 1000, 1001, 4000, 4009])
async def test_a_dropped_connection_resumes_with_what_was_missed(
    place: Place, tiny_bot: TinyBot, code: int | None
) -> None:
    server = place.discord
    await server.send_message(place.ben, place.general, "before")
    assert await _said(tiny_bot, 1) == ["before"]
    await server.gateway.drop(code)
    for text in ("missed", "missed too"):
        await server.send_message(place.ben, place.general, text)
    await server.gateway.wait_until_present()
    assert await _said(tiny_bot, 2) == ["missed", "missed too"]
    await tiny_bot.next("resumed")
    await server.send_message(place.ben, place.general, "after")
    assert await _said(tiny_bot, 1) == ["after"]
    assert (server.gateway.identifies, server.gateway.resumes) == (1, 1)


async def test_op_7_makes_the_bot_resume(place: Place, tiny_bot: TinyBot) -> None:
    await place.discord.gateway.ask_to_reconnect()
    await tiny_bot.next("resumed")
    assert place.discord.gateway.identifies == 1


async def test_op_9_true_makes_the_bot_resume(place: Place, tiny_bot: TinyBot) -> None:
    await place.discord.gateway.invalidate(resumable=True)
    await tiny_bot.next("resumed")
    assert place.discord.gateway.identifies == 1


async def test_op_9_false_makes_the_bot_identify_anew(place: Place, tiny_bot: TinyBot) -> None:
    await place.discord.gateway.invalidate(resumable=False)
    await tiny_bot.next("ready")
    await place.discord.send_message(place.ben, place.general, "here again")
    assert await _said(tiny_bot, 1) == ["here again"]
    assert place.discord.gateway.identifies == 2


async def test_a_session_that_is_gone_cannot_be_resumed(place: Place, tiny_bot: TinyBot) -> None:
    place.discord.gateway.sessions.clear()
    await place.discord.gateway.drop(4000)
    await tiny_bot.next("ready")
    assert (place.discord.gateway.identifies, place.discord.gateway.resumes) == (2, 0)


async def test_a_clean_stop_of_the_bot_ends_its_session(place: Place, connect: Connect) -> None:
    async with connect(place.discord):
        assert len(place.discord.gateway.sessions) == 1
    assert place.discord.gateway.sessions == {}


async def test_a_fatal_close_ends_the_client(place: Place, connect: Connect) -> None:
    async with connect(place.discord) as bot:
        await place.discord.gateway.drop(4004)
        with pytest.raises(discord.ConnectionClosed):
            await bot.running


async def test_members_are_found_by_id_over_the_gateway(place: Place, tiny_bot: TinyBot) -> None:
    guild = tiny_bot.guild(place.guild.id)
    found = await guild.query_members(user_ids=[place.ben.id, place.chi.id])
    assert {member.name for member in found} == {"ben", "chi"}
    assert all(isinstance(member, discord.Member) for member in found)


IDENTIFY = {"op": 2, "d": {"token": "wrong", "properties": {}, "intents": 1}}


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"op": 99}, 4001),
        ("not even an object", 4002),
        ({"op": 2, "d": None}, 4002),
        ({"op": 2, "d": {"token": 5, "intents": "all"}}, 4002),
        ({"op": 6, "d": {"token": "x"}}, 4002),
        ({"op": 8, "d": {}}, 4003),
        (IDENTIFY, 4004),
        ({"op": 6, "d": {"token": "wrong", "session_id": "x", "seq": 1}}, 4004),
    ],
)
async def test_a_client_that_breaks_the_protocol_is_closed_with_discords_code(
    place: Place, sent: object, code: int | None
) -> None:
    url = place.discord.url.replace("/api/v10", "/gateway")
    async with ClientSession() as session, session.ws_connect(url) as socket:
        assert (await socket.receive_json())["op"] == 10
        await socket.send_json({"op": 1, "d": None})
        assert (await socket.receive_json())["op"] == 11
        await socket.send_json(sent)
        await socket.receive()
        assert socket.close_code == code


async def test_an_unreachable_gateway_turns_clients_away_until_it_is_back(
    place: Place, tiny_bot: TinyBot
) -> None:
    gateway = place.discord.gateway
    gateway.reachable = False
    url = place.discord.url.replace("/api/v10", "/gateway")
    async with ClientSession() as session:
        with pytest.raises(WSServerHandshakeError, match="503"):
            await session.ws_connect(url)
        gateway.reachable = True
        async with session.ws_connect(url) as socket:
            assert (await socket.receive_json())["op"] == 10


async def test_a_malformed_dispatch_ends_the_client(place: Place, connect: Connect) -> None:
    async with connect(place.discord) as bot:
        await place.discord.gateway.dispatch("MESSAGE_CREATE", {}, intent=None, guild_id=None)
        with pytest.raises(KeyError):
            await bot.running
