"""The first thing that whoever manages a server sees, and what can be done from it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.commands import errors
from bot.commands.welcome import SETTLED
from bot.ingest.history import PageRead
from storage.errors import StorageError
from storage.records import ChosenRetention, GuildSettings, Minimums, Retention
from tests.bot.commands.conftest import Reply, Server

DAY = timedelta(days=1)


def controls(message: simcord.ResponseMessage) -> dict[str, dict[str, Any]]:
    """The buttons by their label, and the selects by what stands in them while they are empty."""
    found = [each for row in message.components for each in row["components"]]
    return {each.get("label") or each["placeholder"]: each for each in found}


def fields(message: simcord.ResponseMessage) -> str:
    return "\n".join(f"{field.name}: {field.value}" for field in message.embeds[0].fields)


async def opened(server: Server, who: simcord.MemberActor) -> simcord.ResponseMessage:
    """The panel, by the button below the help."""
    reply = await server.ask(who, "help")
    result = await who.click(reply.message, label="Set up")
    assert result.response is not None
    assert result.response.ephemeral
    return result.response


@pytest.fixture
def friends(server: Server) -> simcord.RoleHandle:
    return server.guild.create_role("Friends")


async def test_it_tells_how_things_are(server: Server) -> None:
    panel = await opened(server, server.admin)
    told = fields(panel)
    assert panel.embeds[0].title == "Hello! I'm in The \\*Tea\\* House."
    assert "I only understand English" in (panel.embeds[0].description or "")
    assert "the last 30 days of the 3 channels that both of us can read" in told
    assert "where it's 14:20 now" in told
    assert "**Member lookup is off:**" in told
    assert list(controls(panel)) == [
        "Read the last 30 days",
        "What members are told",
        "Read only some channels",
        "Other roles of your moderators",
        "Your time zone",
    ]


async def test_roles_that_may_moderate_are_named_without_being_asked_for(
    server: Server, friends: simcord.RoleHandle
) -> None:
    told = fields(await opened(server, server.admin))
    admins = next(role for role in server.bots_guild.roles if role.name == "Admins")
    (line,) = (each for each in told.splitlines() if each.startswith("Right now that's"))
    assert f"<@&{server.moderators.id}>" in line
    assert f"<@&{admins.id}>" in line
    assert f"<@&{friends.id}>" not in told


async def test_one_button_reads_all_channels(server: Server) -> None:
    server.history.pages += [PageRead(100, 60, 7, final=False), PageRead(45, 5, 9, final=True)]
    panel = await opened(server, server.admin)
    result = await server.admin.click(panel, label="Read the last 30 days")
    assert result.response is not None
    assert result.response.ephemeral
    assert result.response.embeds[0].title == "Done"
    assert "435 messages read" in (result.response.embeds[0].description or "")
    read = {channel_id for channel_id, _ in server.history.asked}
    assert read == {server.general.id, server.games.id, server.hidden.id}


async def test_some_channels_can_be_chosen_instead(server: Server) -> None:
    panel = await opened(server, server.admin)
    result = await server.admin.select(
        panel, [server.games, server.general], custom_id=custom_id(panel, "Read only")
    )
    assert result.response is not None
    assert result.response.embeds[0].title == "Done"
    read = sorted(channel_id for channel_id, _ in server.history.asked)
    assert read == sorted((server.games.id, server.general.id))


def custom_id(message: simcord.ResponseMessage, name: str) -> str:
    (found,) = (each for label, each in controls(message).items() if label.startswith(name))
    chosen: str = found["custom_id"]
    return chosen


async def test_a_role_of_moderators_is_chosen_in_place_and_taken_back(
    server: Server, friends: simcord.RoleHandle
) -> None:
    panel = await opened(server, server.admin)
    select = custom_id(panel, "Other roles")
    await server.admin.select(panel, [friends], custom_id=select)
    settings = await server.storage.settings.get(server.guild.id)
    assert settings.moderator_role_ids == {friends.id}
    assert f"<@&{friends.id}>, and administrators" in fields(now(server, panel))
    await server.admin.select(panel, [], custom_id=select)
    settings = await server.storage.settings.get(server.guild.id)
    assert settings.moderator_role_ids == frozenset()


def now(server: Server, message: simcord.ResponseMessage) -> simcord.ResponseMessage:
    """The message as it is after a press."""
    return simcord.ResponseMessage(server.env, message._message)


async def test_everyone_is_no_role_of_moderators(server: Server) -> None:
    panel = await opened(server, server.admin)
    result = await server.admin.select(
        panel, [server.guild.default_role], custom_id=custom_id(panel, "Other roles")
    )
    told = [message.content for message in (result.response, *result.followups) if message]
    assert errors.EVERYONE_IS_NO_ROLE in told
    assert (await server.storage.settings.get(server.guild.id)).moderator_role_ids == frozenset()


async def test_who_is_no_administrator_is_not_offered_to_say_who_sees_what(server: Server) -> None:
    panel = await opened(server, server.moderator)
    assert "Other roles of your moderators" not in controls(panel)
    assert "An administrator can choose other roles." in fields(panel)


async def test_the_time_zone_is_chosen_in_place(server: Server) -> None:
    panel = await opened(server, server.moderator)
    select = custom_id(panel, "Your time zone")
    await server.moderator.select(panel, ["Europe/Berlin"], custom_id=select)
    assert (await server.storage.settings.get(server.guild.id)).time_zone == "Europe/Berlin"
    assert "**Europe/Berlin**, where it's 16:20 now" in fields(now(server, panel))


async def test_who_changed_what_is_noted(server: Server) -> None:
    panel = await opened(server, server.moderator)
    select = custom_id(panel, "Your time zone")
    await server.moderator.select(panel, ["Europe/Berlin"], custom_id=select)
    (change,) = await server.storage.settings.changes(server.guild.id, 10)
    assert change.user_id == server.moderator.id


async def test_a_server_that_keeps_less_is_offered_no_more(server: Server) -> None:
    shorter = ChosenRetention(Retention(7, 7, 90), Retention(), server.clock.now - 365 * DAY)
    await server.choose(retention=shorter)
    panel = await opened(server, server.admin)
    assert "Read the last 7 days" in controls(panel)
    assert "the last 7 days of the 3 channels" in fields(panel)


async def test_a_zone_that_few_have_stays_chosen(server: Server) -> None:
    await server.choose(time_zone="Asia/Kathmandu")
    options = controls(await opened(server, server.admin))["Your time zone"]["options"]
    assert len(options) <= 25
    assert [each["value"] for each in options if each["default"]] == ["Asia/Kathmandu"]


async def test_the_preview_is_what_a_member_sees(server: Server) -> None:
    panel = await opened(server, server.admin)
    result = await server.admin.click(panel, label="What members are told")
    assert result.response is not None
    help_, privacy = result.response.embeds
    assert help_.description == (await server.ask(server.ann, "help")).description
    assert privacy.description == (await server.ask(server.admin, "privacy show")).description


async def test_a_server_whose_text_discord_keeps_back_is_told_so(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server.bot._connection._intents, "message_content", False)
    panel = await opened(server, server.admin)
    assert "Discord doesn't let me read messages yet" in fields(panel)
    assert "Read the last 30 days" not in controls(panel)


async def test_help_offers_what_its_asker_may_use(server: Server) -> None:
    of_member = await server.ask(server.ann, "help")
    for command in ("now", "note", "coverage", "settings", "backfill", "member"):
        assert f"`/sentiment {command}`" not in of_member.description
    assert "`/sentiment trend`" in of_member.description
    assert of_member.message.components == []
    guard = server.guild.create_role("Guard", permissions=discord.Permissions(kick_members=True))
    gus = server.guild.add_member(server.env.create_user("gus"), roles=[guard])
    of_guard = await server.ask(gus, "help")
    assert "`/sentiment now`" in of_guard.description
    assert "`/sentiment settings`" not in of_guard.description
    of_manager = await server.ask(server.moderator, "help")
    assert "`/sentiment backfill`" in of_manager.description


async def test_help_tells_members_nothing_of_moods_that_they_may_not_see(server: Server) -> None:
    await server.choose(minimums=Minimums(7, 50))
    assert (
        "at least 7 people wrote at least 50" in (await server.ask(server.ann, "help")).description
    )
    await server.choose(moods_for_moderators=True)
    told = (await server.ask(server.ann, "help")).description
    assert "`/sentiment server`" not in told
    assert "`/sentiment me`" in told
    assert "Members see past days" not in told
    assert "`/sentiment server`" in (await server.ask(server.admin, "help")).description


async def test_help_offers_little_in_a_direct_message(server: Server) -> None:
    result = await server.env.create_user("dora").slash("sentiment help")
    told = server.reply(result).description
    assert "`/sentiment check`" in told
    assert "`/sentiment trend`" not in told


NOT_WELCOMED = pytest.mark.parametrize("welcomed", [False])


@pytest.fixture
def joined(server: Server) -> datetime:
    """When the bot came, which was just now."""
    joined = server.bots_guild.me.joined_at
    assert joined is not None
    server.clock.now = joined + timedelta(hours=1)
    return joined


async def welcomed_after(
    server: Server, who: simcord.MemberActor, command: str = "server"
) -> list[simcord.ResponseMessage]:
    """What comes after the answer to a command."""
    result = await who.slash(server.general, f"sentiment {command}")
    assert result.response is not None
    return list(result.followups)


@NOT_WELCOMED
@pytest.mark.usefixtures("joined")
async def test_the_first_command_of_who_manages_the_server_is_followed_by_the_panel_once(
    server: Server,
) -> None:
    assert await welcomed_after(server, server.ann) == []
    (panel,) = await welcomed_after(server, server.moderator)
    assert panel.ephemeral
    assert "Read the last 30 days" in controls(panel)
    assert await welcomed_after(server, server.moderator) == []
    assert await welcomed_after(server, server.admin) == []


@NOT_WELCOMED
async def test_who_invites_it_again_is_welcomed_again(server: Server, joined: datetime) -> None:
    assert len(await welcomed_after(server, server.moderator)) == 1
    server.bots_guild.me.joined_at = joined + timedelta(days=3)
    server.clock.now += timedelta(days=3)
    server.bot.dispatch("guild_join", server.bots_guild)
    await server.env.settle()
    (panel,) = await welcomed_after(server, server.moderator)
    assert "Read the last 30 days" in controls(panel)
    assert await welcomed_after(server, server.moderator) == []


@NOT_WELCOMED
@pytest.mark.usefixtures("joined")
async def test_a_command_that_is_refused_is_not_followed_by_it(server: Server) -> None:
    assert await welcomed_after(server, server.ann, "now") == []
    assert await welcomed_after(server, server.admin) != []


@NOT_WELCOMED
async def test_a_server_of_long_ago_has_nothing_to_set_up(server: Server, joined: datetime) -> None:
    server.clock.now = joined + SETTLED + timedelta(hours=1)
    assert await welcomed_after(server, server.admin) == []


@NOT_WELCOMED
@pytest.mark.usefixtures("joined")
async def test_help_itself_is_followed_by_it(server: Server) -> None:
    (panel,) = await welcomed_after(server, server.admin, "help")
    assert "Read the last 30 days" in controls(panel)


async def test_what_cannot_be_saved_is_said(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = await opened(server, server.moderator)

    async def change(*_: object) -> GuildSettings:
        raise StorageError("the disk is full")

    monkeypatch.setattr(type(server.storage.settings), "change", change)
    result = await server.moderator.select(
        panel, ["Europe/Berlin"], custom_id=custom_id(panel, "Your time zone")
    )
    assert "I can't reach my database" in Reply(result.followups[0]).content
