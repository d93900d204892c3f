"""Who may use `/sentiment` at all, as administrators choose in *Integrations*, holds here too."""

from __future__ import annotations

from types import SimpleNamespace

import discord
import pytest
import simcord

from bot.commands.errors import COMMAND_CLOSED
from bot.gateway.command_overwrites import CommandOverwrites, command_overwrites
from bot.web.membership import FRESH_SECONDS
from playground.server import LoopbackDiscord
from tests.bot.commands.conftest import Server
from tests.bot.web.conftest import Browser, Desk

ROLE, USER, CHANNEL = 1, 2, 3
COMMAND, APPLICATION = 77, 88

Choice = tuple[int, int, bool]


def allowed(
    server: Server,
    who: simcord.MemberActor,
    of_command: tuple[Choice, ...] = (),
    of_all: tuple[Choice, ...] = (),
) -> bool:
    told = [
        {
            "id": str(number),
            "permissions": [
                {"type": kind, "id": str(each), "permission": may} for kind, each, may in choices
            ],
        }
        for number, choices in ((COMMAND, of_command), (APPLICATION, of_all), (99, ()))
    ]
    member = server.bots_guild.get_member(who.id) or discord.utils.get(
        server.bots_guild.members, id=who.id
    )
    assert member is not None
    return CommandOverwrites.parse(APPLICATION, told).allow(member, COMMAND)


@pytest.fixture
async def members(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The bot holds no members: for these tests it asks for them."""
    found = {
        each.id: await server.bots_guild.fetch_member(each.id)
        for each in (server.ann, server.ben, server.moderator, server.admin)
    }
    monkeypatch.setattr(discord.Guild, "get_member", lambda _, number: found.get(number))
    return server


async def test_what_is_chosen_for_a_person_comes_before_their_roles_and_everybody(
    members: Server,
) -> None:
    server, everyone = members, members.guild.id
    ben, mo, role = server.ben, server.moderator, server.moderators.id
    closed = (ROLE, everyone, False)
    assert allowed(server, ben)
    assert not allowed(server, ben, (closed,))
    assert allowed(server, ben, (closed, (USER, ben.id, True)))
    assert not allowed(server, ben, ((USER, ben.id, False),))
    assert allowed(server, mo, (closed, (ROLE, role, True)))
    assert not allowed(server, ben, (closed, (ROLE, role, True)))
    assert not allowed(server, mo, ((ROLE, role, True), (USER, mo.id, False)))
    assert allowed(server, server.admin, (closed, (USER, server.admin.id, False)))


async def test_what_is_chosen_for_the_command_comes_before_what_is_for_all(members: Server) -> None:
    server, everyone = members, members.guild.id
    assert not allowed(server, server.ben, of_all=((ROLE, everyone, False),))
    assert allowed(server, server.ben, ((ROLE, everyone, True),), ((ROLE, everyone, False),))
    assert not allowed(server, server.ben, ((ROLE, everyone, False),), ((ROLE, everyone, True),))


async def test_it_is_enough_that_it_may_be_used_in_one_channel_that_they_see(
    members: Server,
) -> None:
    server = members
    nowhere = (CHANNEL, server.guild.id - 1, False)
    assert not allowed(server, server.ben, (nowhere,))
    assert allowed(server, server.ben, (nowhere, (CHANNEL, server.games.id, True)))
    assert not allowed(server, server.ben, (nowhere, (CHANNEL, server.hidden.id, True)))
    assert allowed(server, server.moderator, (nowhere, (CHANNEL, server.hidden.id, True)))
    assert allowed(server, server.ben, ((CHANNEL, server.games.id, False),))


async def test_who_may_use_no_commands_at_all_may_not_use_this_one_either(desk: Desk) -> None:
    server = desk.server
    browser = await desk.enter(server.ben)
    everyone = server.bots_guild.default_role
    permissions = discord.Permissions(everyone.permissions.value)
    permissions.use_application_commands = False
    await everyone.edit(permissions=permissions)
    assert await statuses(browser) == {403}
    assert (await browser.get("/api/me")).json["error"] == COMMAND_CLOSED.replace("`", "")
    channel = server.bots_guild.get_channel(server.games.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.set_permissions(everyone, use_application_commands=True)
    assert (await browser.get("/api/me")).status == 200


async def statuses(browser: Browser) -> set[int]:
    paths = ("/course", "/my/mood", "/my/data", "/channels.png")
    return {(await browser.of_guild(path)).status for path in paths}


async def command_of(desk: Desk) -> int:
    """The id that Discord gave `/sentiment`."""
    found = await desk.server.bot.tree.fetch_commands()
    return next(each.id for each in found if each.name == "sentiment")


async def test_a_command_that_is_closed_to_somebody_closes_the_page_within_half_a_minute(
    desk: Desk,
) -> None:
    server = desk.server
    browser, moderator = await desk.enter(server.ben), await desk.enter(server.moderator)
    assert await statuses(browser) <= {200, 403}
    desk.choose(
        await command_of(desk), (ROLE, server.guild.id, False), (ROLE, server.moderators.id, True)
    )
    desk.seconds.now += FRESH_SECONDS
    assert await statuses(browser) == {403}
    me = await browser.get("/api/me")
    assert me.status == 403
    assert me.json["error"] == COMMAND_CLOSED.replace("`", "")
    forget = f"/api/guilds/{browser.guild}/my/forget"
    assert (await browser.post(forget, {"confirm": "forget"})).status == 403
    assert (await moderator.get("/api/me")).status == 200
    desk.overwrites.clear()
    desk.seconds.now += FRESH_SECONDS
    assert (await browser.get("/api/me")).status == 200


async def test_another_commands_choices_are_no_matter(desk: Desk) -> None:
    browser = await desk.enter(desk.server.ben)
    desk.choose(await command_of(desk) + 1, (ROLE, desk.server.guild.id, False))
    desk.seconds.now += FRESH_SECONDS
    assert (await browser.get("/api/me")).status == 200


async def test_it_is_asked_once_in_half_a_minute_a_server_however_many_are_in(desk: Desk) -> None:
    server = desk.server
    browsers = [await desk.enter(who) for who in (server.ann, server.ben, server.moderator)]
    for _ in range(20):
        for browser in browsers:
            await browser.of_guild("/my/data")
        desk.seconds.now += FRESH_SECONDS / 4
    assert len(desk.overwrites_asked) == 5


async def test_when_it_cannot_be_asked_nothing_is_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await desk.enter(desk.server.moderator)

    async def refuse(*_: object) -> None:
        raise discord.HTTPException(SimpleNamespace(status=500, reason="x"), "broken")  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "tell_overwrites", refuse)
    desk.seconds.now += FRESH_SECONDS
    answer = await browser.of_guild("/my/data")
    assert (answer.status, answer.json["code"]) == (503, "discord_unreachable")


async def test_it_is_read_as_discord_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async with LoopbackDiscord() as server:
        monkeypatch.setattr(discord.http.Route, "BASE", server.url)
        owner = server.world.add_user("ana")
        guild = server.world.add_guild("The Harbour", owner)
        chosen = {"id": str(guild.id), "type": ROLE, "permission": False}
        server.commands.permit(guild.id, COMMAND, [chosen])
        async with discord.Client(intents=discord.Intents.none()) as client:
            await client.login(server.token)
            found = await command_overwrites(client, guild.id)
            assert found.application_id == client.application_id
            server.commands.permit(guild.id, COMMAND, [{"id": "x"}])
            with pytest.raises(discord.InvalidData):
                await command_overwrites(client, guild.id)
    assert found.chosen == {COMMAND: {(ROLE, guild.id): False}}
