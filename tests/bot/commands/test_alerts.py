"""Alerts: how they are set up and listed, what is posted where, and the buttons under that."""

from __future__ import annotations

import itertools
from datetime import timedelta
from random import Random
from typing import Any

import discord
import pytest
import simcord

from bot.commands import errors, rights
from bot.commands.replies import NOBODY
from bot.commands.rights import Right
from bot.commands.views import persistent
from bot.outbox import Outbox, Post
from bot.permissions.channels import Channel, may_read
from bot.render.alerts import UNUSUAL, USUAL_AGAIN
from bot.render.desk_answers import GONE
from bot.render.localizer import for_language
from storage.records import Alert, AlertPost, GuildSettings
from tests.bot.commands.conftest import NOW, Reply, Server
from tests.bot.commands.test_access import kinds
from tests.bot.commands.test_audience import furnish
from tests.bot.reports.test_alerts import episode

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
MODERATING = discord.Permissions(moderate_members=True)


async def add(server: Server, **options: Any) -> Reply:
    given = {"channel": server.general, "target": server.hidden} | options
    given = {name: value for name, value in given.items() if value is not None}
    return await server.ask(server.moderator, "alerts add", **given)


async def history(server: Server, *channels: simcord.ChannelHandle) -> None:
    """Thirty days of talk, of which one message in ten is negative."""
    for channel in channels:
        for day in range(1, 31):
            moods = [-0.8 if n % 10 == day % 10 else 0.6 for n in range(40)]
            await server.say(channel, range(1, 9), moods, ago=day * DAY - 2 * MINUTE)


async def quarrel(server: Server, *channels: simcord.ChannelHandle) -> None:
    """Thirty bad messages of six people, in the last six minutes, and what comes of it."""
    for channel in channels:
        for number in range(30):
            ago = 6 * MINUTE - number * MINUTE / 5
            await server.say(channel, [1 + number % 6], [-0.8], ago=ago)
    await server.bot.alerting.check(server.guild.id)


def posts_in(server: Server, channel: simcord.ChannelHandle) -> list[discord.Message]:
    """What the bot posted there."""
    assert server.bot.user is not None
    return [each for each in channel.history() if each.author.id == server.bot.user.id]


def buttons(message: discord.Message) -> dict[str, str]:
    """Their labels and custom_ids."""
    rows = (row for row in message.components if isinstance(row, discord.ActionRow))
    items = (each for row in rows for each in row.children if isinstance(each, discord.Button))
    return {str(each.label): str(each.custom_id) for each in items}


async def only_post(server: Server) -> AlertPost:
    (post,) = await server.storage.alerts.posts(server.guild.id)
    return post


async def test_an_alert_is_added_listed_and_removed(server: Server) -> None:
    await history(server, server.general)
    reply = await add(server, sensitivity="keen", quiet="22-7", **{"most-a-day": 2})
    assert reply.ephemeral
    line = f"<#{server.general.id}> → <#{server.hidden.id}> · keen · at most 2 a day"
    assert reply.description == f"{line} · quiet 22:00–07:00"
    listed = await server.ask(server.moderator, "alerts list")
    assert listed.description == reply.description
    assert listed.footer == "0 alerts so far"
    (choice,) = await server.moderator.autocomplete(
        server.general, "sentiment alerts remove", "alert", "gen"
    )
    assert choice["name"] == "#general → #staff · keen"
    removed = await server.ask(server.moderator, "alerts remove", alert=choice["value"])
    assert line in removed.description
    assert await server.storage.alerts.of_guild(server.guild.id) == []
    again = await server.ask(server.moderator, "alerts remove", alert=choice["value"])
    assert again.content == errors.NO_SUCH_ALERT
    assert "None yet" in (await server.ask(server.moderator, "alerts list")).description


async def test_it_says_where_it_does_not_know_yet_what_is_usual(server: Server) -> None:
    reply = await add(server)
    assert "That takes 14 days and 200 messages" in reply.description
    assert "this alert is silent there" in reply.description


async def test_it_says_where_only_that_there_is_something_can_be_posted(server: Server) -> None:
    assert "Not everybody" not in (await add(server)).description
    reply = await add(server, target=server.games)
    assert f"Not everybody who sees <#{server.games.id}>" in reply.description
    assert UNUSUAL in reply.description


@pytest.mark.parametrize("hours", ["22", "at night", "7-7", "25-26"])
async def test_hours_that_are_none_are_refused(server: Server, hours: str) -> None:
    assert (await add(server, quiet=hours)).content == errors.NO_QUIET_HOURS
    assert await server.storage.alerts.of_guild(server.guild.id) == []


async def test_the_target_is_a_channel_where_both_can_be(server: Server) -> None:
    mute = server.guild.create_text_channel(
        "mute",
        overwrites={server.guild.default_role: discord.PermissionOverwrite(embed_links=False)},
    )
    assert (await add(server, target=mute)).content == errors.CANNOT_POST_THERE
    helpers = server.guild.create_role(
        "Helpers", permissions=discord.Permissions(manage_guild=True)
    )
    helper = server.guild.add_member(server.env.create_user("hal"), roles=[helpers])
    reply = await server.ask(helper, "alerts add", channel=server.general)
    assert f"→ <#{server.general.id}>" in reply.description, "here, if left out"
    secret = await server.ask(helper, "alerts add", target=server.general)
    assert "the whole server" in secret.description


async def test_nobody_has_an_alert_posted_where_they_may_not_write(server: Server) -> None:
    quiet = server.guild.create_text_channel(
        "news",
        overwrites={
            server.moderators: discord.PermissionOverwrite(send_messages=False),
            server.guild.default_role: discord.PermissionOverwrite(send_messages=True),
        },
    )
    assert (await add(server, target=quiet)).content == errors.MAY_NOT_HAVE_IT_POSTED
    private = server.thread("plans", private=True)
    assert (await add(server, target=private)).content == errors.PRIVATE_TARGET
    assert await server.storage.alerts.of_guild(server.guild.id) == []


async def test_a_list_names_no_channel_that_its_reader_may_not_see(server: Server) -> None:
    await add(server, target=server.hidden)
    helpers = server.guild.create_role(
        "Helpers", permissions=discord.Permissions(manage_guild=True)
    )
    helper = server.guild.add_member(server.env.create_user("hal"), roles=[helpers])
    (choice,) = await helper.autocomplete(
        server.general, "sentiment alerts remove", "alert", "general"
    )
    assert choice["name"] == "#general → #? · default"


async def test_a_thread_can_be_the_target(server: Server) -> None:
    thread = server.thread("plans", below=server.hidden)
    await history(server, server.general)
    await add(server, target=thread)
    await quarrel(server, server.general)
    (post,) = posts_in(server, thread)
    assert post.embeds[0].title == "Unusually negative in #general"


async def test_members_set_up_and_see_none(server: Server) -> None:
    for command, options in (
        ("add", {}),
        ("remove", {"alert": "1"}),
        ("test", {"alert": "1"}),
    ):
        reply = await server.ask(server.ann, f"alerts {command}", **options)
        assert reply.content == errors.MANAGER_ONLY
    assert (await server.ask(server.ann, "alerts list")).content == errors.MODERATORS_ONLY
    await add(server)
    helpers = server.guild.create_role("Helpers", permissions=MODERATING)
    helper = server.guild.add_member(server.env.create_user("hal"), roles=[helpers])
    await server.ask(server.moderator, "alerts add", channel=server.hidden, target=server.hidden)
    listed = await server.ask(helper, "alerts list")
    assert f"<#{server.general.id}> →" in listed.description
    assert f"<#{server.hidden.id}> →" not in listed.description, "not theirs to read"


async def test_a_test_is_posted_where_an_alert_would_be(server: Server) -> None:
    await add(server)
    (alert,) = await server.storage.alerts.of_guild(server.guild.id)
    reply = await server.ask(server.moderator, "alerts test", alert=str(alert.id))
    assert reply.title == "Test posted"
    (post,) = posts_in(server, server.hidden)
    assert post.content == "This is a test: alerts can be posted here."


async def test_who_may_see_the_figures_is_told_them(server: Server) -> None:
    await history(server, server.general)
    await add(server)
    await quarrel(server, server.general)
    (post,) = posts_in(server, server.hidden)
    (embed,) = post.embeds
    assert (post.content, embed.description is None) == ("", False)
    assert embed.title == "Unusually negative in #general"
    assert f"🔻 <#{server.general.id}> since <t:" in str(embed.description)
    assert "messages sounded negative; usually it's about 1 in" in str(embed.description)
    assert "From 6 people." in str(embed.description)
    assert embed.footer.text == "In quiet weeks this alert fires about once a month."
    assert list(buttons(post)) == ["Open", "Snooze 1 h", "Not useful"]


async def test_it_is_posted_in_the_language_that_the_server_chose(server: Server) -> None:
    await history(server, server.general)
    await add(server, target=server.games)
    await server.choose(language="de")
    await quarrel(server, server.general)
    (post,) = posts_in(server, server.games)
    assert post.content == for_language("de").gettext(UNUSUAL) != UNUSUAL


async def test_a_channel_that_is_left_out_cannot_be_watched_and_is_not(server: Server) -> None:
    await history(server, server.general)
    await add(server)
    await server.choose(ignored_channel_ids=frozenset([server.general.id]))
    assert (await add(server)).content == errors.CHANNEL_NOT_COUNTED
    await quarrel(server, server.general)
    assert await server.storage.alerts.posts(server.guild.id) == []


async def test_of_several_channels_that_fell_together_there_is_one_post(server: Server) -> None:
    await history(server, server.general, server.games)
    await add(server, channel=None)
    await quarrel(server, server.general, server.games)
    (post,) = posts_in(server, server.hidden)
    assert post.embeds[0].title == "Unusually negative in 2 channels"


async def test_where_others_read_it_only_that_there_is_something_is_said(server: Server) -> None:
    await history(server, server.general)
    await add(server, target=server.games)
    await quarrel(server, server.general)
    (post,) = posts_in(server, server.games)
    assert (post.content, post.embeds) == (UNUSUAL, [])
    ((label, custom_id),) = buttons(post).items()
    assert label == "Open"
    assert str(server.general.id) not in custom_id
    refused = server.reply(await server.ann.click(post, label="Open"))
    assert refused.content == errors.MODERATORS_ONLY
    assert refused.ephemeral
    told = server.reply(await server.moderator.click(post, label="Open"))
    assert told.ephemeral
    assert told.title == "Unusually negative in #general"
    assert "Is it over?" in str(told.message.components)
    assert "Not useful" in str(told.message.components)


async def test_open_shows_what_its_presser_may_read(server: Server) -> None:
    await history(server, server.general, server.hidden)
    await add(server, channel=None, target=server.games)
    await quarrel(server, server.hidden)
    (post,) = posts_in(server, server.games)
    helpers = server.guild.create_role("Helpers", permissions=MODERATING)
    helper = server.guild.add_member(server.env.create_user("hal"), roles=[helpers])
    for kind in ("open", "snooze", "not-useful"):
        forged = buttons(post)["Open"].replace("alert-open", f"alert-{kind}")
        item = kinds(server)[f"alert-{kind}"](discord.ui.Button(label=kind, custom_id=forged))
        lobby = server.bots_guild.get_channel(server.games.id)
        assert isinstance(lobby, discord.TextChannel)
        message = await lobby.send(view=persistent.view(item), allowed_mentions=NOBODY)
        reply = server.reply(await helper.click(message, label=kind))
        assert reply.content == errors.UNREADABLE_CHANNEL
    told = server.reply(await server.moderator.click(post, label="Open"))
    assert told.title == "Unusually negative in #staff"


async def test_a_snooze_and_a_mark_are_noted_and_told(server: Server) -> None:
    await history(server, server.general)
    await add(server)
    await quarrel(server, server.general)
    (post,) = posts_in(server, server.hidden)
    snoozed = server.reply(await server.moderator.click(post, label="Snooze 1 h"))
    assert f"silent until <t:{int((NOW + 60 * MINUTE).timestamp())}:t>" in snoozed.description
    (alert,) = await server.storage.alerts.of_guild(server.guild.id)
    assert alert.snoozed == {server.general.id: NOW + 60 * MINUTE}
    marked = server.reply(await server.moderator.click(post, label="Not useful"))
    assert f"<#{server.general.id}> now needs 2 times the usual evidence." in marked.description
    again = server.reply(await server.moderator.click(post, label="Not useful"))
    assert "It was marked before." in again.description
    listed = await server.ask(server.moderator, "alerts list")
    assert listed.footer == "1 alert so far, 1 marked not useful"
    assert "💤 Snoozed until" in listed.description
    server.clock.now += 61 * MINUTE
    listed = await server.ask(server.moderator, "alerts list")
    assert "Snoozed" not in listed.description, "that is over"


async def test_a_mark_can_be_taken_back(server: Server) -> None:
    await history(server, server.general)
    await add(server)
    await quarrel(server, server.general)
    (post,) = posts_in(server, server.hidden)
    marked = server.reply(await server.moderator.click(post, label="Not useful"))
    assert "Undo" in str(marked.message.components)
    undone = server.reply(await server.moderator.click(marked.message, label="Undo"))
    assert undone.title == "Undone"
    assert f"<#{server.general.id}> needs the usual evidence." in undone.description
    assert (await only_post(server)).not_useful == frozenset()
    listed = await server.ask(server.moderator, "alerts list")
    assert listed.footer == "1 alert so far"


async def test_presses_act_on_the_channels_alone_that_their_presser_may_read(
    server: Server,
) -> None:
    """A helper cannot silence #staff, nor raise what it needs, nor take back a mark there."""
    await history(server, server.general, server.hidden)
    await add(server, channel=None, target=server.games)
    await quarrel(server, server.general, server.hidden)
    noted = await only_post(server)
    general, staff = server.general.id, server.hidden.id
    assert set(noted.called) == {general, staff}
    helpers = server.guild.create_role("Helpers", permissions=MODERATING)
    helper = server.guild.add_member(server.env.create_user("hal"), roles=[helpers])
    (post,) = posts_in(server, server.games)
    opened = server.reply(await helper.click(post, label="Open"))
    assert str(staff) not in opened.description

    snoozed = server.reply(await helper.click(opened.message, label="Snooze 1 h"))
    assert "That only goes for the channels you can read." in snoozed.description
    (alert,) = await server.storage.alerts.of_guild(server.guild.id)
    assert set(alert.snoozed) == {general, server.games.id}, "all of the alert's that they may read"
    listed = await server.ask(server.moderator, "alerts list")
    assert f"💤 <#{general}>, <#{server.games.id}>: snoozed until" in listed.description
    listed = await server.ask(helper, "alerts list")
    assert "💤 Snoozed until" in listed.description

    marked = server.reply(await helper.click(opened.message, label="Not useful"))
    assert "That only goes for the channels you can read." in marked.description
    assert f"<#{general}> now needs 2 times" in marked.description
    assert str(staff) not in marked.description
    assert (await only_post(server)).not_useful == {general}

    opened = server.reply(await server.moderator.click(post, label="Open"))
    of_all = server.reply(await server.moderator.click(opened.message, label="Not useful"))
    assert f"<#{staff}> now needs 2 times" in of_all.description
    assert (await only_post(server)).not_useful == {general, staff}
    undone = server.reply(await helper.click(marked.message, label="Undo"))
    assert str(staff) not in undone.description
    assert (await only_post(server)).not_useful == {staff}
    listed = await server.ask(helper, "alerts list")
    assert listed.footer == "1 alert so far", "a mark on another channel is not told them"


async def test_a_button_of_what_is_kept_no_more_says_so(server: Server) -> None:
    await history(server, server.general)
    await add(server)
    await quarrel(server, server.general)
    (post,) = posts_in(server, server.hidden)
    alert = (await only_post(server)).alert_id
    assert alert is not None
    await server.storage.alerts.remove(server.guild.id, alert)
    snoozed = server.reply(await server.moderator.click(post, label="Snooze 1 h"))
    assert snoozed.content == errors.ALERT_REMOVED
    await server.storage.guilds.erase(server.guild.id, NOW)
    assert server.reply(await server.moderator.click(post, label="Open")).content == GONE


async def test_where_the_bot_may_not_post_any_more_the_list_says_so(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    async def post(_: Outbox, __: discord.Client, post: Post) -> None:
        asked.append(post.key)

    monkeypatch.setattr(Outbox, "post", post)
    await history(server, server.general)
    await add(server, target=server.games)
    shut_out(server, server.games)
    await server.env.settle()
    listed = await server.ask(server.moderator, "alerts list")
    assert "⚠️ I can't post there" in listed.description
    await quarrel(server, server.general)
    assert posts_in(server, server.games) == []
    assert (await only_post(server)).posted_at is None
    assert asked == [], "it is not tried every few minutes, against Discord's limits"


def shut_out(server: Server, channel: simcord.ChannelHandle) -> None:
    """Let the bot write there no more."""
    silent = {server.env.bot.user: discord.PermissionOverwrite(send_messages=False)}
    other = server.guild.create_text_channel("other", overwrites=silent)  # type: ignore[arg-type]
    same = server.env.backend.get_channel(other.id).overwrites
    server.env.backend.edit_channel(channel.id, {}, overwrites=same)


@pytest.mark.parametrize("seed", range(2))
async def test_no_post_tells_somebody_what_they_may_not_ask(server: Server, seed: int) -> None:
    """Every pair of target and watched channel, and people of every combination of roles."""
    random, guild = Random(seed), server.guild
    given = {"mute": discord.Permissions.none(), "helpers": MODERATING}
    roles = [guild.create_role(name, permissions=each) for name, each in given.items()]
    people = [server.ann, server.ben, server.moderator, server.admin]
    for held in ([roles[0]], [roles[1]], roles):
        user = server.env.create_user("-".join(role.name for role in held))
        people.append(guild.add_member(user, roles=held))
    handles = [server.general, server.hidden, *furnish(server, random, roles)]
    await server.env.settle()
    here, settings = server.bots_guild, GuildSettings(guild.id)
    members = [await here.fetch_member(person.id) for person in people]
    posting = server.bot.alerting._posting
    assert posting is not None
    with_figures = 0
    for number, (target, watched) in enumerate(itertools.product(handles, handles), 1):
        alert = Alert(1, watched.id, target.id, "default", NOW)
        called = AlertPost(number, 1, NOW, {watched.id: NOW})
        before = len(posts_in(server, target))
        assert await posting.call(settings, alert, called, [episode(watched.id)])
        assert await posting.all_clear(settings, alert, called, NOW)
        told = posts_in(server, target)[before:]
        assert len(told) == 2
        if {each.content for each in told} == {UNUSUAL, USUAL_AGAIN}:
            assert all(not each.embeds for each in told)
            assert list(buttons(told[0])) == ["Open"]
            continue
        with_figures += 1
        place, about = here.get_channel(target.id), here.get_channel(watched.id)
        assert isinstance(place, Channel)
        assert isinstance(about, Channel)
        for member in members:
            if place.permissions_for(member).view_channel:
                assert may_read(member, about)
                assert rights.has(member, Right.LIVE_FIGURES, settings)
    assert 0 < with_figures < len(handles) ** 2
