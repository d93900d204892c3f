from __future__ import annotations

from typing import Any

import pytest

from bot.commands import errors
from storage.records import POSSIBLE_COMMAND_MARKS, GuildSettings
from tests.bot.commands.conftest import Server


async def test_settings_are_shown_with_their_defaults(server: Server) -> None:
    reply = await server.ask(server.moderator, "settings show")
    assert reply.ephemeral
    assert reply.fields == {
        "Live figures": reply.fields["Live figures"],
        "Member lookup": "**Off.** Members see only their own mood, and moderators no figure that "
        "fewer than three people are behind.",
        "Trusted role": "None",
        "Channels left out": "None",
        "Commands to other bots": (
            "Not counted: messages that begin with `!` `?` `.` `$` `;` and a letter right after "
            "it, like `!play`."
        ),
        "Time zone": (
            "**UTC.** Charts and live figures are on its clock; the past days that everyone sees "
            "are days of UTC."
        ),
    }
    assert reply.fields["Live figures"].startswith("**For everyone who moderates**")


async def test_who_is_given_live_figures_can_subtract_and_that_is_said(server: Server) -> None:
    for command, options in (
        ("show", {}),
        ("trusted-role", {"role": server.moderators}),
        ("live-figures", {"people": "trusted-role"}),
    ):
        reply = await server.ask(server.admin, f"settings {command}", **options)
        assert "can work out what one person added" in reply.fields["Live figures"]


async def test_live_figures_are_narrowed_and_opened_again(server: Server) -> None:
    reply = await server.ask(server.admin, "settings live-figures", people="trusted-role")
    assert reply.ephemeral
    shown = reply.fields["Live figures"]
    assert shown.startswith("**For administrators only**, because there is no trusted role.")
    reply = await server.ask(server.admin, "settings trusted-role", role=server.moderators)
    shown = reply.fields["Live figures"]
    assert shown.startswith("**For administrators and the trusted role.**")
    assert (await server.storage.settings.get(server.guild.id)).live_for_role_only
    reply = await server.ask(server.admin, "settings live-figures", people="moderators")
    assert "and for the trusted role." in reply.fields["Live figures"]
    assert not (await server.storage.settings.get(server.guild.id)).live_for_role_only


async def test_settings_need_manage_server(server: Server) -> None:
    options: dict[str, dict[str, Any]] = {
        "exclude": {"channel": server.games},
        "include": {"channel": server.games},
        "bot-commands": {"signs": "none"},
        "time-zone": {"zone": "Europe/Berlin"},
    }
    for command in ("show", "exclude", "include", "bot-commands", "time-zone"):
        reply = await server.ask(server.ann, f"settings {command}", **options.get(command, {}))
        assert reply.ephemeral
        assert reply.content == errors.MANAGER_ONLY
    assert await server.storage.settings.get(server.guild.id) == GuildSettings(server.guild.id)


async def test_who_may_see_members_is_for_administrators_to_say(server: Server) -> None:
    for viewer in (server.ann, server.moderator):
        for command, options in (
            ("live-figures", {"people": "moderators"}),
            ("member-lookup", {"state": "on"}),
            ("trusted-role", {}),
        ):
            reply = await server.ask(viewer, f"settings {command}", **options)
            assert reply.content == errors.ADMINISTRATOR_ONLY
    assert not (await server.storage.settings.get(server.guild.id)).member_lookup


async def test_member_lookup_is_turned_on_and_off(server: Server) -> None:
    reply = await server.ask(server.admin, "settings member-lookup", state="on")
    assert reply.ephemeral
    assert reply.fields["Member lookup"].startswith("**On**")
    assert (await server.storage.settings.get(server.guild.id)).member_lookup
    reply = await server.ask(server.admin, "settings member-lookup", state="off")
    assert reply.fields["Member lookup"].startswith("**Off.**")
    assert not (await server.storage.settings.get(server.guild.id)).member_lookup


async def test_the_trusted_role_is_set_and_taken_back(server: Server) -> None:
    reply = await server.ask(server.admin, "settings trusted-role", role=server.moderators)
    assert reply.fields["Trusted role"].startswith(server.moderators.mention)
    assert "see live figures" in reply.fields["Trusted role"], (
        "that holds with member lookup off, too"
    )
    reply = await server.ask(server.admin, "settings trusted-role")
    assert reply.fields["Trusted role"] == "None"


async def test_everyone_is_no_trusted_role(server: Server) -> None:
    reply = await server.ask(server.admin, "settings trusted-role", role=server.guild.default_role)
    assert reply.content == errors.EVERYONE_IS_NO_ROLE


async def test_channels_are_left_out_and_counted_again(server: Server) -> None:
    for channel in (server.games, server.general):
        reply = await server.ask(server.moderator, "settings exclude", channel=channel)
    assert set(reply.fields["Channels left out"].split(", ")) == {
        server.games.mention,
        server.general.mention,
    }
    reply = await server.ask(server.moderator, "settings include", channel=server.games)
    assert reply.fields["Channels left out"] == server.general.mention
    settings = await server.storage.settings.get(server.guild.id)
    assert settings.ignored_channel_ids == {server.general.id}


async def test_very_many_left_out_channels_fit_into_the_answer(server: Server) -> None:
    many = frozenset(range(10**18, 10**18 + 100))
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, ignored_channel_ids=many)
    )
    reply = await server.ask(server.moderator, "settings show")
    assert reply.fields["Channels left out"].endswith(" and 70 more")


@pytest.mark.parametrize(
    ("signs", "kept", "shown"),
    [
        ("> -", "->", "begin with `-` `>` and a letter"),
        ("!!", "!", "begin with `!` and a letter"),
        ("None", "", "Counted like any other message."),
    ],
)
async def test_a_server_chooses_what_begins_a_command_to_another_bot(
    server: Server, signs: str, kept: str, shown: str
) -> None:
    reply = await server.ask(server.moderator, "settings bot-commands", signs=signs)
    assert shown in reply.fields["Commands to other bots"]
    assert (await server.storage.settings.get(server.guild.id)).command_marks == kept


async def test_a_sign_that_no_command_begins_with_is_refused_and_the_others_named(
    server: Server,
) -> None:
    for signs in ("pls", "<", "! *"):
        reply = await server.ask(server.moderator, "settings bot-commands", signs=signs)
        assert reply.content == errors.NO_COMMAND_SIGN
    assert all(sign in errors.NO_COMMAND_SIGN for sign in POSSIBLE_COMMAND_MARKS)
    assert await server.storage.settings.get(server.guild.id) == GuildSettings(server.guild.id)


async def test_a_time_zone_is_picked_from_a_list_and_shown(server: Server) -> None:
    choices = await server.moderator.autocomplete(
        server.general, "sentiment settings time-zone", "zone", "new y"
    )
    assert [choice["value"] for choice in choices] == ["America/New_York"]
    reply = await server.ask(server.moderator, "settings time-zone", zone="America/New_York")
    assert reply.fields["Time zone"].startswith("**America/New York.**")
    kept = await server.storage.settings.get(server.guild.id)
    assert kept.time_zone == "America/New_York"
    typed = await server.ask(server.moderator, "settings time-zone", zone="europe/BERLIN")
    assert typed.fields["Time zone"].startswith("**Europe/Berlin.**")


@pytest.mark.parametrize("zone", ["Atlantis", "../../etc/passwd", "Etc/GMT+3", "/"])
async def test_a_time_zone_that_there_is_not_is_refused(server: Server, zone: str) -> None:
    reply = await server.ask(server.moderator, "settings time-zone", zone=zone)
    assert reply.content == errors.NO_SUCH_TIME_ZONE
    assert (await server.storage.settings.get(server.guild.id)).time_zone == "UTC"
