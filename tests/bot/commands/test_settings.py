"""The settings' panel: who may use which part of it, and what each part changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.commands import errors
from storage.records import (
    LONGEST_RETENTION,
    POSSIBLE_COMMAND_MARKS,
    ChosenRetention,
    GuildSettings,
    Minimums,
    Retention,
)
from tests.bot.commands.conftest import NOW, Reply, Server

WEEK = timedelta(days=7)


class Panel:
    """The panel of one person."""

    def __init__(self, server: Server, who: simcord.MemberActor, reply: Reply) -> None:
        self.server, self.who, self.reply = server, who, reply

    @property
    def controls(self) -> dict[str, dict[str, Any]]:
        """What is under it, by what it changes."""
        found = {}
        for row in self.reply.message.components:
            for each in row["components"]:
                kind, *_, what = each["custom_id"].split(":")
                found[kind if kind == "settings-page" else what] = each
        return found

    def shown(self, what: str) -> list[str]:
        """What a select shows as chosen."""
        select = self.controls[what]
        options = [o["value"] for o in select.get("options", ()) if o.get("default")]
        return options or [str(each["id"]) for each in select.get("default_values", ())]

    async def choose(self, what: str, *values: object) -> simcord.InteractionResult:
        custom_id = self.controls[what]["custom_id"]
        return await self.who.select(self.reply.message, values, custom_id=custom_id)

    async def turn_to(self, page: str) -> Panel:
        await self.choose("settings-page", page)
        return self

    async def write(self, what: str, **values: str) -> simcord.InteractionResult:
        """Open a form and send it with these fields; the others stay as they were."""
        label = self.controls[what]["label"]
        opened = await self.who.click(self.reply.message, label=label)
        return await self.who.submit_modal(opened, values)

    async def settings(self) -> GuildSettings:
        return await self.server.storage.settings.get(self.server.guild.id)


async def panel(server: Server, who: simcord.MemberActor, page: str = "all") -> Panel:
    opened = Panel(server, who, await server.ask(who, "settings"))
    return opened if page == "all" else await opened.turn_to(page)


def said(result: simcord.InteractionResult) -> str:
    message = result.response or result.followups[0]
    assert message.ephemeral
    return message.content


async def test_settings_are_shown_with_their_defaults(server: Server) -> None:
    reply = await server.ask(server.moderator, "settings")
    assert reply.ephemeral
    assert reply.fields == {
        "Left out": "Nothing. I count every channel I can read.",
        "Moderators": (
            "People with Moderate Members, Manage Messages, Kick Members, Ban Members, View Server "
            "Insights, Manage Server or Administrator."
        ),
        "Live figures": reply.fields["Live figures"],
        "Moods of channels": (
            "**For everyone**, of channels they can read: members see past days with enough people."
        ),
        "Member lookup": (
            "**Off.** Members see only their own mood, and moderators no figure that fewer than "
            "three people are behind."
        ),
        "How long I keep things": (
            "Each message's figures for 30 days, members' totals for 30 days, channels' totals for "
            "400 days.\nThat's as long as whoever runs me allows."
        ),
        "What members see": (
            "Past days on which at least **5 people** wrote at least **20 messages** in a channel, "
            "and nobody most of them. A change holds for days that aren't over yet."
        ),
        "Time zone": (
            "**UTC.** Charts and live figures are on its clock; the past days that everyone sees "
            "are days of UTC."
        ),
        "Language": (
            "**As this server on Discord.** That's for what everyone reads. In answers to you I go "
            "by your own language."
        ),
        "Commands to other bots": (
            "Not counted: messages that begin with `!` `?` `.` `$` `;` and a letter right after "
            "it, like `!play`."
        ),
    }
    assert reply.fields["Live figures"].startswith("**For everyone who moderates.**")
    assert "can work out what one person added" in reply.fields["Live figures"]


async def test_settings_need_manage_server(server: Server) -> None:
    for options in ({}, {"time-zone": "Europe/Berlin"}):
        reply = await server.ask(server.ann, "settings", **options)
        assert reply.ephemeral
        assert reply.content == errors.MANAGER_ONLY
    assert await server.storage.settings.get(server.guild.id) == GuildSettings(server.guild.id)


async def test_only_administrators_are_offered_who_sees_what(server: Server) -> None:
    managers = await panel(server, server.moderator, "people")
    assert managers.controls.keys() == {"settings-page"}
    assert managers.reply.footer == "Only administrators can change this."
    administrators = await panel(server, server.admin, "people")
    assert administrators.controls.keys() == {"settings-page", "roles", "live", "moods", "lookup"}
    assert administrators.reply.footer == ""


async def test_who_lost_the_right_meanwhile_changes_nothing(server: Server) -> None:
    opened = await panel(server, server.admin, "people")
    backend, admin = server.env.backend, server.admin.id
    for role in list(backend.get_member(server.guild.id, admin).role_ids):
        backend.remove_member_role(server.guild.id, admin, role)
    await server.env.settle()
    result = await opened.choose("lookup", "on")
    assert said(result) == errors.ADMINISTRATOR_ONLY
    assert not (await opened.settings()).member_lookup


async def test_live_figures_are_narrowed_and_opened_again(server: Server) -> None:
    opened = await panel(server, server.admin, "people")
    result = await opened.choose("live", "chosen")
    assert result.followups == [], "it changes in place"
    told = opened.reply.fields
    assert told["Live figures"].startswith("**For administrators only**, because no role is chosen")
    assert told["Moderators"] == "Administrators."
    await opened.choose("roles", server.moderators)
    told = opened.reply.fields
    assert told["Live figures"].startswith("**For administrators and the moderators' roles only.**")
    assert told["Moderators"] == f"Administrators, and everyone with {server.moderators.mention}."
    assert opened.shown("live") == ["chosen"]
    assert (await opened.settings()).live_for_role_only
    await opened.choose("live", "everyone")
    assert not (await opened.settings()).live_for_role_only


async def test_several_roles_moderate_and_none_again(server: Server) -> None:
    friends = server.guild.create_role("Friends")
    opened = await panel(server, server.admin, "people")
    await opened.choose("roles", server.moderators, friends)
    both = {server.moderators.id, friends.id}
    assert (await opened.settings()).moderator_role_ids == both
    assert set(opened.shown("roles")) == {str(each) for each in both}
    await opened.choose("roles")
    assert (await opened.settings()).moderator_role_ids == frozenset()


async def test_everyone_is_no_moderators_role(server: Server) -> None:
    opened = await panel(server, server.admin, "people")
    result = await opened.choose("roles", server.guild.default_role)
    assert said(result) == errors.EVERYONE_IS_NO_ROLE
    assert (await opened.settings()).moderator_role_ids == frozenset()


async def test_a_role_that_is_gone_is_not_shown_as_chosen(server: Server) -> None:
    await server.choose(moderator_role_ids=frozenset({server.moderators.id, 77}))
    opened = await panel(server, server.admin, "people")
    assert opened.shown("roles") == [str(server.moderators.id)]


async def test_member_lookup_is_turned_on_and_off(server: Server) -> None:
    opened = await panel(server, server.admin, "people")
    await opened.choose("lookup", "on")
    assert opened.reply.fields["Member lookup"].startswith("**On**")
    assert (await opened.settings()).member_lookup
    await opened.choose("lookup", "off")
    assert opened.reply.fields["Member lookup"].startswith("**Off.**")
    assert not (await opened.settings()).member_lookup


async def test_moods_of_channels_can_be_for_moderators_alone(server: Server) -> None:
    opened = await panel(server, server.admin, "people")
    await opened.choose("moods", "moderators")
    assert opened.reply.fields["Moods of channels"].startswith("**For moderators only.**")
    for command in ("channel", "server", "trend"):
        reply = await server.ask(server.ann, command)
        assert reply.ephemeral
        assert reply.content == errors.MOODS_FOR_MODERATORS
        assert (await server.ask(server.moderator, command)).content == ""
    assert (await server.ask(server.ann, "me")).content == ""
    mood = await server.ask(server.moderator, "channel")
    shared = await server.moderator.click(mood.message, label="Share")
    assert shared.followups[0].content == errors.NOT_TO_BE_SHARED
    await opened.choose("moods", "everyone")
    assert (await server.ask(server.ann, "channel")).content == ""


async def test_channels_are_left_out_and_counted_again(server: Server) -> None:
    opened = await panel(server, server.moderator, "left-out")
    assert "count-again" not in opened.controls
    await opened.choose("leave-out", server.games)
    await opened.choose("leave-out", server.general)
    shown = opened.reply.fields["Left out"]
    assert server.games.mention in shown
    assert server.general.mention in shown
    offered = {o["value"]: o["label"] for o in opened.controls["count-again"]["options"]}
    assert offered == {str(server.games.id): "#games", str(server.general.id): "#general"}
    await opened.choose("count-again", str(server.games.id))
    assert (await opened.settings()).ignored_channel_ids == {server.general.id}
    gaps = server.bot.gaps
    assert gaps.is_blind(server.guild.id, server.games.id), "edits may have been missed"
    assert not gaps.is_blind(server.guild.id, server.general.id)


async def test_with_a_category_all_its_channels_are_left_out_new_ones_too(server: Server) -> None:
    category = server.guild.create_category("Lounges")
    server.env.backend.edit_channel(server.games.id, {"parent_id": category.id})
    await server.env.settle()
    opened = await panel(server, server.moderator, "left-out")
    await opened.choose("leave-out", category)
    new = server.guild.create_text_channel("new", category=category)
    cake = server.thread("cake", below=new)
    for place in (server.games, new, cake):
        for command in ("channel", "coverage"):
            reply = await server.ask(server.moderator, command, channel=place)
            assert reply.content == errors.CHANNEL_NOT_COUNTED, (place.name, command)
    reply = await server.ask(server.moderator, "channel")
    assert reply.content == "", "others are counted"
    (offered,) = opened.controls["count-again"]["options"]
    assert offered["label"] == "Lounges (category)"
    await opened.choose("count-again", str(category.id))
    for place in (server.games, new, cake):
        assert server.bot.gaps.is_blind(server.guild.id, place.id)


async def test_a_thread_is_left_out_alone(server: Server) -> None:
    cake = server.thread("cake")
    opened = await panel(server, server.moderator, "left-out")
    await opened.choose("leave-out", cake)
    asked = await server.ask(server.moderator, "channel", channel=cake)
    assert asked.content == errors.CHANNEL_NOT_COUNTED
    assert (await server.ask(server.moderator, "channel", channel=server.general)).content == ""
    (offered,) = opened.controls["count-again"]["options"]
    assert offered["label"] == "#cake"


async def test_the_name_of_a_channel_is_no_secret_told_in_a_list(server: Server) -> None:
    secret = server.guild.create_text_channel(
        "secret",
        overwrites={server.guild.default_role: discord.PermissionOverwrite(view_channel=False)},
    )
    await server.choose(ignored_channel_ids=frozenset({secret.id, 77}))
    opened = await panel(server, server.moderator, "left-out")
    labels = [option["label"] for option in opened.controls["count-again"]["options"]]
    assert labels == [
        "An archived thread, or one that's gone (77)",
        f"One that you can't see ({secret.id})",
    ]


async def test_very_many_left_out_channels_fit_into_the_panel(server: Server) -> None:
    many = frozenset(range(10**18, 10**18 + 100))
    await server.choose(ignored_channel_ids=many)
    opened = await panel(server, server.moderator, "left-out")
    assert " and 75 more\n" in opened.reply.fields["Left out"]
    assert len(opened.controls["count-again"]["options"]) == 25


@pytest.mark.parametrize(
    ("signs", "kept", "shown"),
    [
        (">-", "->", "begin with `-` `>` and a letter"),
        ("", "", "Counted like any other message."),
    ],
)
async def test_a_server_chooses_what_begins_a_command_to_another_bot(
    server: Server, signs: str, kept: str, shown: str
) -> None:
    opened = await panel(server, server.moderator, "commands")
    offered = [option["value"] for option in opened.controls["marks"]["options"]]
    assert offered == list(POSSIBLE_COMMAND_MARKS)
    assert opened.shown("marks") == ["!", "?", ".", "$", ";"]
    await opened.choose("marks", *signs)
    assert shown in opened.reply.fields["Commands to other bots"]
    assert (await opened.settings()).command_marks == kept


async def test_a_time_zone_is_picked_from_a_list_with_the_command(server: Server) -> None:
    choices = await server.moderator.autocomplete(
        server.general, "sentiment settings", "time-zone", "new y"
    )
    assert [choice["value"] for choice in choices] == ["America/New_York"]
    reply = await server.ask(server.moderator, "settings", **{"time-zone": "America/New_York"})
    assert reply.fields["Time zone"].startswith("**America/New York.**")
    kept = await server.storage.settings.get(server.guild.id)
    assert kept.time_zone == "America/New_York"


async def test_a_time_zone_is_typed_into_a_form(server: Server) -> None:
    opened = await panel(server, server.moderator, "time")
    for typed, name in (("europe/BERLIN", "Europe/Berlin"), ("new york", "America/New_York")):
        await opened.write("time-zone", zone=typed)
        assert (await opened.settings()).time_zone == name
    assert opened.reply.fields["Time zone"].startswith("**America/New York.**")


@pytest.mark.parametrize("zone", ["Atlantis", "../../etc/passwd", "Etc/GMT+3", "/", "Europe"])
async def test_a_time_zone_that_there_is_not_is_refused(server: Server, zone: str) -> None:
    reply = await server.ask(server.moderator, "settings", **{"time-zone": zone})
    assert reply.content == errors.NO_SUCH_TIME_ZONE
    opened = await panel(server, server.moderator, "time")
    assert said(await opened.write("time-zone", zone=zone)) == errors.NO_SUCH_TIME_ZONE
    assert (await opened.settings()).time_zone == "UTC"


async def test_the_language_of_what_everyone_reads_is_chosen(server: Server) -> None:
    opened = await panel(server, server.moderator, "time")
    assert opened.shown("language") == ["discord"]
    await opened.choose("language", "en-GB")
    assert (await opened.settings()).language == "en-GB"
    assert opened.reply.fields["Language"].startswith("**English (United Kingdom).**")
    await opened.choose("language", "discord")
    assert (await opened.settings()).language is None


async def test_things_are_kept_for_a_shorter_time_but_a_week_later(server: Server) -> None:
    opened = await panel(server, server.moderator, "keeping")
    await opened.write("kept", rows="7", members="14", channels="90")
    shorter = Retention(7, 14, 90)
    settings = await opened.settings()
    assert settings.retention == ChosenRetention(shorter, LONGEST_RETENTION, NOW + WEEK)
    told = opened.reply.fields["How long I keep things"]
    assert told.startswith("Each message's figures for 30 days")
    assert f"**From {discord.utils.format_dt(NOW + WEEK, 'f')} on:**" in told
    assert "figures for 7 days, members' totals for 14 days, channels' totals for 90 days" in told
    server.clock.now = NOW + timedelta(days=3)
    await opened.write("kept", rows="7", members="14", channels="90")
    assert (await opened.settings()).retention == settings.retention, "sent again, it waits no more"
    server.clock.now = NOW + WEEK
    reply = await server.ask(server.ann, "privacy show")
    assert "**For 7 days:**" in reply.description
    assert "**For 90 days:**" in reply.description
    await opened.write("kept", rows="30", members="30", channels="400")
    assert (await opened.settings()).retention is None, "a longer one is in force at once"


@pytest.mark.parametrize("retention", [Retention(14, 30, 200)])
@pytest.mark.parametrize(
    "days",
    [
        ("0", "14", "90"),
        ("15", "30", "90"),  # more than the operator keeps
        ("7", "31", "90"),
        ("7", "14", "201"),
        ("7", "6", "90"),
        ("14", "7", "90"),  # members' hours go before the rows
        ("7", "14", "13"),
        ("7", "7", "7"),
        ("7.5", "14", "90"),
        ("-1", "14", "90"),
        ("a week", "14", "90"),
    ],
)
@pytest.mark.usefixtures("retention")
async def test_what_cannot_be_kept_is_refused(server: Server, days: Sequence[str]) -> None:
    opened = await panel(server, server.moderator, "keeping")
    fields = dict(zip(("rows", "members", "channels"), days, strict=True))
    result = await opened.write("kept", **{name: text[:3] for name, text in fields.items()})
    assert said(result) == errors.NO_SUCH_RETENTION
    assert (await opened.settings()).retention is None


async def test_days_need_more_people_and_messages_to_be_shown(server: Server) -> None:
    opened = await panel(server, server.moderator, "keeping")
    await opened.write("minimums", people="6", messages="20")
    assert (await opened.settings()).minimums == Minimums(6, 20)
    assert "at least **6 people**" in opened.reply.fields["What members see"]
    for channel, people in ((server.general, 5), (server.games, 6)):
        crowd = range(1001, 1001 + people)
        await server.say(channel, crowd, [0.8] * 30, ago=timedelta(days=1))
    await server.publish()
    few = await server.ask(server.ann, "channel", channel=server.general)
    assert "at least 6 people wrote at least 20 messages" in few.description
    enough = await server.ask(server.ann, "channel", channel=server.games)
    assert "30 messages" in enough.description


@pytest.mark.parametrize(
    ("people", "messages"), [("4", "20"), ("5", "19"), ("101", "20"), ("", "")]
)
async def test_too_few_people_or_messages_are_refused(
    server: Server, people: str, messages: str
) -> None:
    opened = await panel(server, server.moderator, "keeping")
    result = await opened.write("minimums", people=people or "x", messages=messages or "y")
    assert said(result) == errors.NO_SUCH_MINIMUMS
    assert (await opened.settings()).minimums == Minimums()


async def test_who_changed_what_is_told_to_managers(server: Server) -> None:
    by_admin = await panel(server, server.admin, "people")
    await by_admin.choose("lookup", "on")
    server.clock.now += timedelta(hours=1)
    opened = await panel(server, server.moderator, "left-out")
    await opened.choose("leave-out", server.games)
    await opened.turn_to("changes")
    assert opened.reply.title == "Settings of this server · Who changed what"
    first, second = opened.reply.description.split("\n")
    assert first == (
        f"{discord.utils.format_dt(server.clock.now, 'f')} · <@{server.moderator.id}> · "
        f"**Left out**: + {server.games.mention}"
    )
    assert second == (
        f"{discord.utils.format_dt(NOW, 'f')} · <@{server.admin.id}> · **Member lookup**: off → on"
    )
    shown = await server.ask(server.moderator, "privacy show")
    assert "you changed 1 setting of this server, with your id" in shown.description
    await server.storage.privacy.forget(server.guild.id, server.admin.id, NOW)
    await opened.turn_to("all")
    await opened.turn_to("changes")
    assert " · somebody · **Member lookup**: off → on" in opened.reply.description


async def test_digests_and_alerts_are_among_what_was_changed(server: Server) -> None:
    here, when = server.general.mention, discord.utils.format_dt(NOW, "f")
    await server.ask(server.moderator, "digest set", server.general, hour=9)
    await server.ask(server.admin, "digest set", server.general, hour=18, every=3)
    await server.ask(server.admin, "alerts add", channel=server.general, target=server.general)
    await server.ask(server.moderator, "digest remove")
    opened = await panel(server, server.moderator, "left-out")
    await opened.turn_to("changes")
    admin, moderator = server.admin.id, server.moderator.id
    assert opened.reply.description.split("\n") == [
        f"{when} · <@{moderator}> · **Digest**: − weekly, Thursday · 18:00 · {here}",
        f"{when} · <@{admin}> · **Alert**: + {here} → {here} · default · at most 3 a day",
        f"{when} · <@{admin}> · **Digest**: − daily · 09:00 · {here} "
        f"+ weekly, Thursday · 18:00 · {here}",
        f"{when} · <@{moderator}> · **Digest**: + daily · 09:00 · {here}",
    ]


async def test_two_people_do_not_undo_what_the_other_one_changed(server: Server) -> None:
    one = await panel(server, server.moderator, "left-out")
    other = await panel(server, server.admin, "left-out")
    await one.choose("leave-out", server.games)
    await other.choose("leave-out", server.general)
    left_out = {server.games.id, server.general.id}
    assert (await one.settings()).ignored_channel_ids == left_out


async def test_a_panel_is_only_for_who_asked(server: Server) -> None:
    opened = await panel(server, server.moderator, "left-out")
    lobby = server.bots_guild.get_channel(server.general.id)
    assert isinstance(lobby, discord.TextChannel)
    copied = discord.ui.View(timeout=None)
    custom_id = opened.controls["leave-out"]["custom_id"]
    copied.add_item(discord.ui.Button(custom_id=custom_id, label="Copy"))
    message = await lobby.send(view=copied, allowed_mentions=discord.AllowedMentions.none())
    result = await server.admin.click(message, label="Copy")
    assert said(result) == errors.NOT_YOURS
