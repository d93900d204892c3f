"""The buttons and selects under an answer about moods: they change it in place, and share it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.commands import errors
from tests.bot.commands.conftest import Reply, Server

DAY = timedelta(days=1)


def select_of(reply: Reply, kind: str) -> dict[str, Any]:
    """A select under an answer, as Discord holds it."""
    for row in reply.message.components:
        for component in row["components"]:
            if str(component.get("custom_id")).startswith(f"{kind}:"):
                return dict(component)
    raise AssertionError(kind)


async def choose(
    who: simcord.MemberActor, reply: Reply, kind: str, *values: object
) -> simcord.InteractionResult:
    custom_id = select_of(reply, kind)["custom_id"]
    return await who.select(reply.message, values, custom_id=custom_id)


def chosen(reply: Reply, kind: str) -> list[str]:
    """What a select shows as chosen."""
    select = select_of(reply, kind)
    options = [o["value"] for o in select.get("options", ()) if o.get("default")]
    return options or [str(each["id"]) for each in select.get("default_values", ())]


@pytest.fixture
async def busy(server: Server) -> Server:
    """Four days in three channels: of five people in each, and today of three."""
    for channel, mood in ((server.general, 0.8), (server.games, 0.4), (server.hidden, -0.8)):
        for ago in (1, 2, 3, 10):
            await server.say(channel, server.crowd, [mood] * 30, ago=ago * DAY)
        await server.say(channel, server.crowd[:3], [mood] * 10)
    await server.publish()
    return server


async def test_a_period_is_chosen_in_place(busy: Server) -> None:
    reply = await busy.ask(busy.moderator, "channel")
    assert chosen(reply, "mood-period") == ["168"]
    result = await choose(busy.moderator, reply, "mood-period", "24")
    assert result.followups == []
    assert "in the last 24 hours: 10 of 10" in reply.description or "Too few" in reply.description
    assert chosen(reply, "mood-period") == ["24"]
    assert chosen(reply, "mood-places") == [str(busy.general.id)], "it is about what it was about"
    await choose(busy.moderator, reply, "mood-period", str(399 * 24))
    assert "in the last 399 days: 130 of 130 messages" in reply.description
    assert reply.message.attachments, "with a chart of its own"


async def test_any_set_of_channels_is_chosen_and_none_is_all(busy: Server) -> None:
    reply = await busy.ask(busy.moderator, "channel")
    await choose(busy.moderator, reply, "mood-places", busy.general, busy.games)
    assert "100 of 200 messages" in reply.description
    assert "From 2 channels, threads included." in reply.description
    assert chosen(reply, "mood-places") == [str(busy.general.id), str(busy.games.id)]
    await choose(busy.moderator, reply, "mood-period", "720")
    assert "130 of 260 messages" in reply.description, "the channels are kept"
    await choose(busy.moderator, reply, "mood-places")
    assert "From the 3 channels you can read, threads included." in reply.description
    assert "130 of 390 messages" in reply.description


async def test_a_thread_beside_its_channel_is_not_counted_twice(busy: Server) -> None:
    cake = busy.thread("cake")
    await busy.say(cake, busy.crowd, [0.8] * 30, ago=DAY, parent=busy.general)
    reply = await busy.ask(busy.moderator, "channel", channel=cake)
    assert "30 of 30 messages" in reply.description
    assert "threads included" not in reply.description.casefold()
    await choose(busy.moderator, reply, "mood-places", busy.general, cake)
    assert "130 of 130 messages" in reply.description


async def test_a_category_is_what_its_viewer_can_read_in_it(busy: Server) -> None:
    category = busy.guild.create_category("Lounges")
    for channel in (busy.general, busy.hidden):
        busy.env.backend.edit_channel(channel.id, {"parent_id": category.id})
    await busy.env.settle()
    for_ann = await busy.ask(busy.ann, "trend", channel=category)
    assert "about 90 messages" in for_ann.description
    for_moderator = await busy.ask(busy.moderator, "channel", channel=category)
    assert "100 of 200 messages" in for_moderator.description
    assert "From 2 channels, threads included." in for_moderator.description
    empty = busy.guild.create_category("Nothing")
    reply = await busy.ask(busy.ann, "trend", channel=empty)
    assert reply.content == errors.NOTHING_IN_CATEGORY


async def test_only_who_asked_can_use_them(busy: Server) -> None:
    lobby = busy.bots_guild.get_channel(busy.general.id)
    assert isinstance(lobby, discord.TextChannel)
    reply = await busy.ask(busy.moderator, "channel")
    asked = select_of(reply, "mood-period")["custom_id"]
    copied = discord.ui.View(timeout=None)
    copied.add_item(discord.ui.Button(custom_id=asked, label="Copy"))
    message = await lobby.send(view=copied, allowed_mentions=discord.AllowedMentions.none())
    result = await busy.ann.click(message, label="Copy")
    assert result.response is not None
    assert result.response.content == errors.NOT_YOURS


async def test_what_somebody_may_see_is_asked_at_each_press(busy: Server) -> None:
    reply = await busy.ask(busy.moderator, "channel", channel=busy.hidden)
    assert "0 of 100 messages positive" in reply.description
    busy.env.backend.remove_member_role(busy.guild.id, busy.moderator.id, busy.moderators.id)
    await busy.env.settle()
    result = await choose(busy.moderator, reply, "mood-period", "24")
    assert result.followups[-1].content == errors.UNREADABLE_CHANNEL
    assert result.followups[-1].ephemeral


async def shared(busy: Server, who: simcord.MemberActor, reply: Reply) -> simcord.ResponseMessage:
    result = await who.click(reply.message, label="Share")
    (posted,) = result.followups
    return posted


async def test_what_is_shared_is_what_anybody_here_may_see(busy: Server) -> None:
    reply = await busy.ask(busy.moderator, "channel")
    assert "100 of 100 messages positive" in reply.description
    posted = await shared(busy, busy.moderator, reply)
    assert not posted.ephemeral
    for_ann = await busy.ask(busy.ann, "channel")
    told, by = str(posted.embeds[0].description).rsplit("\n", 1)
    assert (posted.embeds[0].title, told) == (for_ann.title, for_ann.description)
    assert by == "Shared by mo."
    assert posted.components == [], "it is nobody's to change"
    assert "100 of 100" in reply.description, "the answer stays as it was"


async def test_a_channel_that_some_here_may_not_read_is_left_out_of_what_is_shared(
    busy: Server,
) -> None:
    reply = await busy.ask(busy.moderator, "server")
    assert "of 300 messages" in reply.description
    posted = Reply(await shared(busy, busy.moderator, reply))
    assert "about 180 messages" in posted.description
    assert "From 2 channels that everybody here can read, threads included." in posted.description
    secret = await busy.ask(busy.moderator, "channel", channel=busy.hidden)
    result = await busy.moderator.click(secret.message, label="Share")
    assert [each.content for each in result.followups] == [errors.NOT_FOR_EVERYBODY_HERE]
    assert all(each.ephemeral for each in result.followups)
    there = await busy.ask(busy.moderator, "channel", busy.hidden)
    assert "about 90 messages" in Reply(await shared(busy, busy.moderator, there)).description


async def test_of_what_is_left_out_not_even_a_name_is_shared(busy: Server) -> None:
    reply = await busy.ask(busy.moderator, "channel")
    await choose(busy.moderator, reply, "mood-places", busy.general, busy.hidden, busy.games)
    assert "#staff" in str(reply.title)
    posted = Reply(await shared(busy, busy.moderator, reply))
    assert str(posted.title).startswith("#general, #games, last 7 days: ")
    (chart,) = posted.message.attachments
    assert "staff" not in f"{posted.description} {posted.footer} {chart.description}"
    await choose(busy.moderator, reply, "mood-view", "channels")
    posted = Reply(await shared(busy, busy.moderator, reply))
    (chart,) = posted.message.attachments
    assert "staff" not in f"{posted.title} {posted.description} {chart.description}"
    assert "2 channels" in str(posted.title)


async def test_one_role_that_is_kept_out_of_a_channel_is_not_told_of_it(busy: Server) -> None:
    muted = busy.guild.create_role("Muted")
    quiet = busy.guild.create_text_channel(
        "quiet", overwrites={muted: discord.PermissionOverwrite(view_channel=False)}
    )
    await busy.say(quiet, busy.crowd, [0.8] * 30, ago=DAY)
    reply = await busy.ask(busy.moderator, "channel", channel=quiet)
    result = await busy.moderator.click(reply.message, label="Share")
    assert [each.content for each in result.followups] == [errors.NOT_FOR_EVERYBODY_HERE]


async def test_who_may_not_write_here_has_nothing_posted_here_either(busy: Server) -> None:
    silent = busy.guild.create_text_channel(
        "news",
        overwrites={busy.guild.default_role: discord.PermissionOverwrite(send_messages=False)},
    )
    reply = await busy.ask(busy.ann, "server", silent)
    result = await busy.ann.click(reply.message, label="Share")
    assert result.response is not None
    said = [m.content for m in (result.response, *result.followups)]
    assert errors.MAY_NOT_WRITE_HERE in said


@pytest.mark.parametrize("charts_a_minute", [2])
async def test_after_many_charts_there_are_words_until_there_is_one_again(busy: Server) -> None:
    replies = [await busy.ask(busy.moderator, "channel") for _ in range(3)]
    assert [bool(reply.message.attachments) for reply in replies] == [True, True, False]
    assert "100 of 100 messages" in replies[2].description
    assert "You've had a lot of charts. The next one is ready for you in " in replies[2].description
    others = await busy.ask(busy.admin, "channel")
    assert others.message.attachments


async def test_a_period_is_typed_as_people_do(busy: Server) -> None:
    for typed, told in (
        ("19 May", "on 19 May 2026: 30 of 30 messages"),
        ("17 May to 18 May", "from 17 May 2026 to 18 May 2026: 60 of 60 messages"),
        ("yesterday 14:00 to 16:00", "on 19 May 2026, 14:00–16:00: 30 of 30"),
    ):
        reply = await busy.ask(busy.moderator, "channel", period=typed)
        assert told in reply.description
    for_ann = await busy.ask(busy.ann, "channel", period="yesterday 14:00 to 16:00")
    assert "on 19 May 2026: about 30 messages" in for_ann.description, "members see whole days"
    for typed, refusal in (("soon", errors.NO_SUCH_PERIOD), ("tomorrow", errors.NO_SUCH_PERIOD)):
        result = await busy.ann.slash(busy.general, "sentiment trend", period=typed)
        assert [m.content for m in (result.response, *result.followups) if m is not None][
            -1
        ] == refusal
    result = await busy.ann.slash(busy.general, "sentiment trend", period="today")
    assert [m.content for m in (result.response, *result.followups) if m is not None][
        -1
    ] == errors.NOT_OVER_YET


async def test_what_is_typed_is_completed(busy: Server) -> None:
    async def offered(typed: str) -> list[str]:
        choices = await busy.moderator.autocomplete(
            busy.general, "sentiment trend", "period", typed
        )
        return [str(choice["name"]) for choice in choices]

    assert (await offered(""))[:5] == [
        "24 hours",
        "7 days",
        "30 days",
        "90 days",
        "Everything (399 days)",
    ]
    assert (await offered("3 may - 8 may"))[0] == "3\u2009–\u20098 May 2026"
    assert (await offered("30"))[0] == "30 days"
    assert await offered("nonsense") == []


async def test_a_view_is_chosen_in_place_and_kept_with_another_period(busy: Server) -> None:
    reply = await busy.ask(busy.moderator, "server")
    words = reply.description
    for view, told in (
        ("compare", "Before"),
        ("week", "weekday"),
        ("channels", "3 channels"),
        ("course", "Chart of the mood"),
    ):
        await choose(busy.moderator, reply, "mood-view", view)
        assert chosen(reply, "mood-view") == [view]
        (chart,) = reply.message.attachments
        assert told.casefold() in str(chart.description).casefold()
        assert reply.description == words, "the figures are the same, however they are drawn"
    await choose(busy.moderator, reply, "mood-view", "channels")
    await choose(busy.moderator, reply, "mood-period", "720")
    assert chosen(reply, "mood-view") == ["channels"]
    (chart,) = reply.message.attachments
    assert "last 30 days" in str(chart.description)


async def test_the_title_the_alt_text_and_the_chart_say_the_same(busy: Server) -> None:
    reply = await busy.ask(busy.moderator, "channel")
    (chart,) = reply.message.attachments
    assert reply.title == "#general, last 7 days: very positive"
    assert str(chart.description).startswith(reply.title)


async def test_views_are_offered_to_whom_they_can_be_shown(busy: Server) -> None:
    for who, command, views in (
        (busy.moderator, "server", ["course", "compare", "channels", "week"]),
        (busy.ann, "server", ["course", "compare", "channels"]),  # members see days, not hours
        (busy.ann, "channel", ["course", "compare"]),
    ):
        reply = await busy.ask(who, command)
        offered = [option["value"] for option in select_of(reply, "mood-view")["options"]]
        assert offered == views


async def test_many_channels_stand_twelve_to_a_page(busy: Server) -> None:
    for number in range(12):
        channel = busy.guild.create_text_channel(f"room-{number:02}")
        await busy.say(channel, busy.crowd, [0.8] * 30, ago=DAY)
    reply = await busy.ask(busy.moderator, "server")
    await choose(busy.moderator, reply, "mood-view", "channels")
    labels = [c.get("label") for row in reply.message.components for c in row["components"]]
    assert labels[-3:] == ["▶", "Share", "Export"]
    first = str(reply.message.attachments[0].description)
    await busy.moderator.click(reply.message, label="▶")
    second = str(reply.message.attachments[0].description)
    assert ("#room-11" in first, "#room-11" in second) == (False, True)
    labels = [c.get("label") for row in reply.message.components for c in row["components"]]
    assert labels[-3:] == ["◀", "Share", "Export"]


async def test_a_shared_map_of_hours_is_told_by_days(busy: Server) -> None:
    reply = await busy.ask(busy.moderator, "channel")
    await choose(busy.moderator, reply, "mood-view", "week")
    posted = await shared(busy, busy.moderator, reply)
    assert "hour" not in str(posted.attachments[0].description)
    assert "day by day" in str(posted.attachments[0].description)


async def test_axes_and_figures_of_moderators_are_on_the_servers_clock(busy: Server) -> None:
    await busy.choose(time_zone="Asia/Tokyo")
    reply = await busy.ask(busy.moderator, "channel", period="yesterday")
    # On 19 May from midnight to midnight in Tokyo lies what was said on 18 May at 15:00 UTC or
    # later, and on 19 May before: nothing but the messages of 14:20 UTC, which is 23:20 there.
    assert "on 19 May 2026: 30 of 30 messages" in reply.description
    (chart,) = reply.message.attachments
    assert "Asia/Tokyo" in str(chart.description)
    for_ann = await busy.ask(busy.ann, "channel", period="19 May")
    assert "on 19 May 2026: about 30 messages" in for_ann.description
    assert for_ann.message.attachments == [], "a day is one step"


async def test_what_is_usual_stands_beside_what_is(server: Server) -> None:
    for ago in range(1, 29):
        await server.say(server.general, server.crowd, [-0.8, *[0.8, 0.0] * 10], ago=ago * DAY)
    await server.publish()
    reply = await server.ask(server.moderator, "channel")
    assert "60 of 126 messages positive, 6 negative; usual 60 and 6." in reply.description
    for_ann = await server.ask(server.ann, "channel")
    assert "positive, 5% negative; usual 50% and 5%." in for_ann.description


async def test_what_goes_wrong_is_told_in_the_title(server: Server) -> None:
    for ago in range(1, 29):
        await server.say(server.general, server.crowd, [-0.8, *[0.8, 0.0] * 10], ago=ago * DAY)
    await server.say(server.general, server.crowd, [-0.8] * 40, ago=timedelta(minutes=30))
    reply = await server.ask(server.moderator, "channel")
    assert reply.title == "#general, last 7 days: unusually negative since Wed 13:50"
    (chart,) = reply.message.attachments
    assert str(reply.title) in str(chart.description)


async def exported(
    server: Server, who: simcord.MemberActor, reply: Reply
) -> tuple[list[dict[str, str]], list[str]]:
    """The rows of the table, and what other files came with it."""
    answer = server.reply(await who.click(reply.message, label="Export"))
    assert answer.ephemeral
    table, *others = answer.message.attachments
    data = (await table.read()).decode("utf-8-sig")
    assert table.filename == "barometer-moods.csv"
    return list(csv.DictReader(io.StringIO(data))), [each.filename for each in others]


async def test_moderators_export_the_figures_and_the_chart_that_they_see(busy: Server) -> None:
    await busy.storage.settings.change(
        busy.guild.id, lambda s: replace(s, time_zone="Europe/Berlin")
    )
    reply = await busy.ask(busy.moderator, "channel")
    rows, others = await exported(busy, busy.moderator, reply)
    assert others == ["trend.png"]
    assert {row["place"] for row in rows} == {"#general"}
    assert sum(int(row["counted"] or 0) for row in rows) == 100
    assert "of 100 messages" in reply.description
    full = [row for row in rows if row["counted"] == "30"]
    assert [(row["mood"], row["positive"], row["negative"]) for row in full] == [
        ("0.8", "30", "0")
    ] * 3
    assert {row["since"][-6:] for row in rows} == {"+02:00"}
    (today,) = (row for row in rows if row["counted"] == "10")
    assert (today["mood"], today["positive"]) == ("0.8", ""), "ten have a mood and no shares"


async def test_an_export_holds_each_channel_where_they_are_shown_side_by_side(busy: Server) -> None:
    reply = await busy.ask(busy.moderator, "server")
    await choose(busy.moderator, reply, "mood-view", "channels")
    rows, _ = await exported(busy, busy.moderator, reply)
    assert {row["place"] for row in rows} == {"#general", "#games", "#staff"}
    await choose(busy.moderator, reply, "mood-view", "compare")
    compared, _ = await exported(busy, busy.moderator, reply)
    assert {row["place"] for row in compared} == {"The *Tea* House"}
    one_way = len(rows) // 3
    assert len(compared) == 2 * one_way
    assert sum(int(row["counted"] or 0) for row in compared) == 390, "and those before"


async def test_an_export_tells_nothing_of_too_few_people(busy: Server) -> None:
    await busy.say(busy.games, busy.crowd[:2], [-0.8] * 20, ago=5 * DAY)
    mods = busy.guild.create_role("Mods", permissions=discord.Permissions(kick_members=True))
    mod = busy.guild.add_member(busy.env.create_user("kim"), roles=[mods])
    reply = await busy.ask(mod, "channel", channel=busy.games)
    rows, _ = await exported(busy, mod, reply)
    hidden = [row for row in rows if row["too_few_people"] == "1"]
    assert hidden
    for row in hidden:
        assert {row[name] for name in row if name not in NAMED} == {""}
    assert not [row for row in rows if row["mood"].startswith(("-", "'"))]


NAMED = ("place", "since", "until", "too_few_people")


async def test_no_name_in_an_export_is_a_formula(busy: Server) -> None:
    for sign in "=+-@":
        channel = busy.guild.create_text_channel(f"{sign}evil")
        await busy.say(channel, busy.crowd, [0.8] * 30, ago=DAY)
    reply = await busy.ask(busy.moderator, "server")
    await choose(busy.moderator, reply, "mood-view", "channels")
    rows, _ = await exported(busy, busy.moderator, reply)
    assert any("=evil" in row["place"] for row in rows)
    assert not [row for row in rows if row["place"].startswith(("=", "+", "-", "@"))]


async def test_members_are_offered_no_export_and_a_button_of_before_refuses_them(
    busy: Server,
) -> None:
    reply = await busy.ask(busy.ann, "channel")
    labels = [each.get("label") for row in reply.message.components for each in row["components"]]
    assert "Share" in labels
    assert "Export" not in labels
    reply = await busy.ask(busy.moderator, "channel", channel=busy.games)
    busy.env.backend.remove_member_role(busy.guild.id, busy.moderator.id, busy.moderators.id)
    await busy.env.settle()
    refused = busy.reply(await busy.moderator.click(reply.message, label="Export"))
    assert refused.content == errors.MODERATORS_ONLY
