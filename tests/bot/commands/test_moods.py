from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands
from PIL import Image
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.commands import errors
from bot.commands.periods import OfferedPeriod
from storage.records import GuildSettings
from tests.bot.commands.conftest import Server

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
DAY = timedelta(days=1)


async def test_a_channels_mood_has_words_figure_change_number_and_shares(server: Server) -> None:
    # 20 positive, 10 neutral, 10 negative: (20 · 0.8 − 10 · 0.6) / 40 = 0.25; before: 0.0.
    moods = [0.8] * 20 + [0.0] * 10 + [-0.6] * 10
    await server.say(server.general, server.crowd, moods, ago=DAY)
    await server.say(server.general, server.crowd, [0.7, -0.7] * 15, ago=10 * DAY)
    await server.publish()
    for viewer, mood, counts, before, figure in (
        (server.ann, "Mostly", "about 40 messages, 50% positive, 25% negative",
         "about 30 messages, 50% positive, 50% negative", "+0.3"),
        (server.moderator, "Slightly", "20 of 40 messages positive, 10 negative",
         "15 of 30 messages positive, 15 negative", "+0.25"),
    ):  # fmt: skip
        reply = await server.ask(viewer, "channel")
        assert reply.title == f"#general, last 7 days: {mood.casefold()} positive"
        assert reply.description.splitlines() == [
            f"**{mood} positive** in the last 7 days: {counts}.",
            f"No clear change from the 7 days before ({before}): any difference may be chance.",
            "Threads included.",
        ]
        assert reply.footer.startswith(f"Average mood {figure}, on a scale from −1 to +1.")
    for hours, lines in ((6, 0), (2 * 24, 1)):
        await server.say(server.general, server.ann, [0.8] * 40, ago=timedelta(hours=hours))
        await server.publish()
        reply = await server.ask(server.ann, "channel")
        told = "1 quiet day is hidden, so that nobody stands out."
        assert reply.description.splitlines()[2:] == [*[told] * lines, "Threads included."]
    assert reply.footer.endswith("Busy days only, up to yesterday (UTC).")


async def test_a_clear_change_is_said_without_doubt(server: Server) -> None:
    await server.say(server.general, server.crowd, [-0.8, -0.6] * 20, ago=DAY)
    await server.say(server.general, server.crowd, [0.8, 0.6] * 20, ago=10 * DAY)
    await server.publish()
    reply = await server.ask(server.ann, "channel")
    assert (
        "More negative than the 7 days before (about 40 messages, 100% positive, 0% negative). "
        "That is probably more than chance." in reply.description
    )
    assert "may be chance" not in reply.description


async def test_the_period_chooses_what_counts(server: Server) -> None:
    await server.say(server.general, server.crowd, [0.8] * 25, ago=timedelta(hours=20))
    await server.say(server.general, server.crowd, [-0.8] * 75, ago=20 * DAY)
    day = await server.ask(server.moderator, "server", period="24 hours")
    assert "**Very positive** in the last 24 hours: 25 of 25 messages positive" in day.description
    assert "Average mood +0.80" in day.footer
    month = await server.ask(server.moderator, "server", period="30 days")
    assert "**Mostly negative** in the last 30 days: 25 of 100 messages" in month.description
    assert "Average mood −0.40" in month.footer


@pytest.mark.parametrize("hours", [25, 0, -24, 2**53])
async def test_a_period_that_was_never_offered_is_refused(hours: int) -> None:
    asked: Any = None
    with pytest.raises(app_commands.TransformerError):
        await OfferedPeriod().transform(asked, hours)


async def test_nineteen_messages_are_too_few_and_twenty_are_not(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 19)
    reply = await server.ask(server.ann, "me")
    assert reply.description == (
        "**Too few messages to tell.** I could judge 19 messages in the last 7 days; "
        "a mood needs at least 20."
    )
    assert reply.footer == "Up to now."
    await server.say(server.general, server.ann, [0.8], ago=DAY)
    reply = await server.ask(server.ann, "me")
    assert "20 of 20 messages positive" in reply.description
    assert "Average mood +0.80" in reply.footer


async def test_threads_belong_to_the_channel_above_them(server: Server) -> None:
    thread = server.thread("cake")
    await server.say(thread, server.crowd, [0.8] * 30, parent=server.general, ago=DAY)
    await server.say(server.general, server.crowd, [-0.8] * 30, ago=DAY)
    await server.publish()
    whole = await server.ask(server.ann, "channel")
    assert "**Balanced** in the last 7 days: about 60 messages, 50%" in whole.description
    assert "Average mood 0.0, on" in whole.footer
    inside = await server.ask(server.ann, "channel", thread)
    assert inside.title == "#cake, last 7 days: very positive"
    assert "about 30 messages" in inside.description
    assert "Average mood +0.8, on" in inside.footer
    asked_from_outside = await server.ask(server.ann, "channel", channel=thread)
    assert asked_from_outside.description == inside.description


async def test_one_question_has_one_answer_wherever_and_however_it_is_asked(
    server: Server,
) -> None:
    await server.say(server.general, server.crowd, [0.8] * 30, ago=DAY)
    await server.say(server.general, server.crowd, [-0.8] * 30)
    await server.publish()
    for viewer, counted in ((server.ann, "about 30 messages"), (server.moderator, "30 of 60 mess")):
        answers = [
            await server.ask(viewer, "channel"),
            await server.ask(viewer, "channel", channel=server.general),
            await server.ask(viewer, "channel", server.games, channel=server.general),
            await server.ask(viewer, "trend", server.games, channel=server.general),
        ]
        assert all(answer.ephemeral for answer in answers)
        assert all(counted in answer.description for answer in answers)
        assert len({(a.title, a.description, a.footer) for a in answers}) == 1
        charts = [await a.message.attachments[0].read() for a in answers]
        assert len(set(charts)) == 1


@pytest.mark.parametrize("command", ["channel", "trend"])
async def test_a_channel_that_the_viewer_may_not_read_is_refused_with_and_without_data(
    server: Server, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The simulator, like Discord's client, does not offer hidden channels; a forged request may.
    monkeypatch.setattr(simcord.interactions, "channel_accessible", lambda *_: True)
    empty = await server.ask(server.ann, command, channel=server.hidden)
    await server.say(server.hidden, server.crowd, [0.8] * 30)
    filled = await server.ask(server.ann, command, channel=server.hidden)
    assert empty.content == filled.content == errors.UNREADABLE_CHANNEL
    assert empty.ephemeral
    assert filled.ephemeral
    allowed = await server.ask(server.moderator, command, channel=server.hidden)
    assert "of 30 messages" in allowed.description


async def test_a_channel_without_its_history_is_refused(server: Server) -> None:
    no_history = discord.PermissionOverwrite(read_message_history=False)
    short = server.guild.create_text_channel(
        "short-memory", overwrites={server.guild.default_role: no_history}
    )
    await server.say(short, server.ben, [0.8] * 30)
    assert (await server.ask(server.ann, "channel", short)).content == errors.UNREADABLE_CHANNEL
    assert "Nothing to show" in (await server.ask(server.ann, "server")).description


@pytest.mark.parametrize("kind", [discord.ChannelType.voice, discord.ChannelType.stage_voice])
async def test_the_chat_of_a_voice_channel_is_for_people_who_may_connect(
    server: Server, kind: discord.ChannelType
) -> None:
    everyone = server.guild.default_role.id
    for name, denied in (("open", 0), ("closed", discord.Permissions.connect.flag)):
        lounge = simcord.ChannelHandle(
            server.env,
            server.guild,
            server.env.backend.create_channel(
                server.guild.id,
                name,
                type=kind.value,
                overwrites=[
                    Overwrite(target_id=everyone, type=OverwriteType.ROLE, allow=0, deny=denied)
                ],
            ),
        )
        await server.say(lounge, server.crowd, [0.8] * 30, ago=DAY)
    await server.publish()
    closed = await server.ask(server.ann, "channel", channel=lounge)
    assert closed.content == errors.UNREADABLE_CHANNEL
    assert "about 30 messages" in (await server.ask(server.ann, "server")).description


async def test_posts_belong_to_their_forum(server: Server) -> None:
    forum = server.guild.create_forum_channel("recipes")
    post = server.thread("soup", below=forum)
    await server.say(post, server.crowd, [0.8] * 30, parent=forum, ago=DAY)
    await server.publish()
    assert "about 30 messages" in (await server.ask(server.ben, "channel", post)).description
    whole = await server.ask(server.ben, "channel", channel=forum)
    assert whole.title == "#recipes, last 7 days: very positive"
    assert "about 30 messages" in whole.description


async def test_a_private_thread_is_refused(server: Server) -> None:
    thread = server.thread("secret", private=True)
    reply = await server.ask(server.moderator, "channel", channel=thread)
    assert reply.content == errors.PRIVATE_THREAD
    assert reply.ephemeral


async def test_the_server_is_summed_over_channels_that_the_viewer_may_read(server: Server) -> None:
    await server.say(server.general, server.crowd, [0.8] * 30, ago=DAY)
    await server.say(server.games, server.crowd, [0.2] * 30, ago=DAY)
    await server.say(server.hidden, server.crowd, [-1.0] * 60, ago=DAY)
    await server.publish()
    for_ann = await server.ask(server.ann, "server")
    assert for_ann.title == r"The \*Tea\* House, last 7 days: mostly positive"
    assert "about 60 messages" in for_ann.description
    assert "Average mood +0.5, on" in for_ann.footer
    assert "From the 2 channels you can read, threads included." in for_ann.description
    for_moderator = await server.ask(server.moderator, "server")
    assert "of 120 messages" in for_moderator.description
    assert "Average mood −0.25" in for_moderator.footer
    trend = await server.ask(server.ann, "trend")
    assert "about 60 messages" in trend.description
    assert "Average mood +0.5, on" in trend.footer


async def test_channels_left_out_are_not_shown(server: Server) -> None:
    await server.say(server.general, server.crowd, [0.8] * 30, ago=DAY)
    await server.say(server.games, server.crowd, [-0.8] * 30, ago=DAY)
    left_out = frozenset([server.games.id])
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, ignored_channel_ids=left_out)
    )
    await server.publish()
    assert "about 30 messages" in (await server.ask(server.ann, "server")).description
    reply = await server.ask(server.ann, "channel", channel=server.games)
    assert reply.content == errors.CHANNEL_NOT_COUNTED


async def test_members_see_their_own_mood_over_all_channels(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 20)
    await server.say(server.games, server.ann, [0.4] * 20)
    await server.say(server.general, server.ben, [-1.0] * 40)
    for command, options in (("me", {}), ("member", {"member": server.ann})):
        reply = await server.ask(server.ann, command, **options)
        assert reply.ephemeral
        assert reply.title == "How your messages sounded"
        assert "of 40 messages" in reply.description
        assert "Average mood +0.60" in reply.footer


async def test_unsure_and_unscorable_messages_are_counted_aside(server: Server) -> None:
    await server.say(server.general, server.ann, [0.8] * 20)
    await server.say(server.general, server.ann, [0.1] * 3, status="unsure")
    await server.say(server.general, server.ann, [0.0], status="not_scored")
    reply = await server.ask(server.ann, "me")
    assert "20 of 20 messages positive" in reply.description
    assert "Average mood +0.80" in reply.footer
    assert "3 more I couldn't judge. 1 more had too few words I know." in reply.description


async def test_another_members_mood_is_closed_until_it_is_turned_on(server: Server) -> None:
    await server.say(server.general, server.ben, [0.8] * 30)
    for viewer in (server.ann, server.moderator, server.admin):
        reply = await server.ask(viewer, "member", member=server.ben)
        assert reply.content == errors.MEMBER_LOOKUP_OFF
        assert reply.ephemeral


async def test_once_on_only_trusted_people_see_another_members_mood(server: Server) -> None:
    await server.say(server.general, server.ben, [0.8] * 30)
    friends = server.guild.create_role("Friends")
    friend = server.guild.add_member(server.env.create_user("flo"), roles=[friends])
    insights = discord.Permissions(view_guild_insights=True)
    watching = server.guild.create_role("Watching", permissions=insights)
    watcher = server.guild.add_member(server.env.create_user("wil"), roles=[watching])
    await server.storage.settings.change(
        server.guild.id,
        lambda _: GuildSettings(
            server.guild.id, member_lookup=True, moderator_role_ids=frozenset({friends.id})
        ),
    )
    for viewer in (server.moderator, server.admin, friend, watcher):
        reply = await server.ask(viewer, "member", member=server.ben)
        assert reply.ephemeral
        assert reply.title == r"Mood of ben\_b"
        assert "of 30 messages" in reply.description
        assert "Average mood +0.80" in reply.footer
    assert (
        await server.ask(server.ann, "member", member=server.ben)
    ).content == errors.MEMBER_LOOKUP_NOT_YOURS


async def test_another_members_mood_holds_only_channels_that_the_viewer_may_read(
    server: Server,
) -> None:
    friends = server.guild.create_role("Friends")
    friend = server.guild.add_member(server.env.create_user("flo"), roles=[friends])
    await server.storage.settings.change(
        server.guild.id,
        lambda _: GuildSettings(
            server.guild.id, member_lookup=True, moderator_role_ids=frozenset({friends.id})
        ),
    )
    await server.say(server.general, server.moderator, [0.5] * 30)
    await server.say(server.hidden, server.moderator, [-1.0] * 30)
    by_friend = await server.ask(friend, "member", member=server.moderator)
    assert "of 30 messages" in by_friend.description
    assert "Average mood +0.50" in by_friend.footer
    by_admin = await server.ask(server.admin, "member", member=server.moderator)
    assert "of 60 messages" in by_admin.description
    assert "Average mood −0.25" in by_admin.footer


async def test_who_opted_out_looks_like_who_wrote_little(server: Server) -> None:
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, member_lookup=True)
    )
    await server.say(server.general, server.ann, [0.8] * 5)
    await server.say(server.general, server.ben, [0.8] * 30)
    await server.storage.privacy.opt_out(server.guild.id, server.ben.id, NOW)
    little = await server.ask(server.moderator, "member", member=server.ann)
    opted_out = await server.ask(server.moderator, "member", member=server.ben)
    assert little.description == opted_out.description == "**Too few messages to tell.**"


async def test_bots_have_no_mood(server: Server) -> None:
    await server.storage.settings.change(
        server.guild.id, lambda _: GuildSettings(server.guild.id, member_lookup=True)
    )
    robot = server.guild.add_member(server.env.create_user("robot", bot=True))
    reply = await server.ask(server.moderator, "member", member=robot)
    assert reply.content == errors.BOTS_ARE_NOT_COUNTED


async def test_a_trend_has_a_chart_with_a_description(server: Server) -> None:
    await server.say(server.general, server.crowd, [0.8] * 30, ago=2 * DAY)
    await server.say(server.general, server.crowd, [0.4] * 30, ago=DAY, model="newer-87654321")
    reply = await server.ask(server.moderator, "trend")
    assert "of 60 messages" in reply.description
    assert "Average mood +0.60" in reply.footer
    (chart,) = reply.message.attachments
    assert chart.filename == "trend.png"
    assert reply.message.embeds[0].image.url in ("attachment://trend.png", chart.url)
    with Image.open(io.BytesIO(await chart.read())) as picture:
        assert picture.width == 1280
    assert chart.description is not None
    assert "Highest: very positive, 18 May, 12:00." in chart.description
    assert "The way I judge messages changed on 19 May." in chart.description


READ_AGAIN = (
    "The way I judge messages changed on 19 May. To have older messages judged the new way too, "
    "read the last 30 days again with `/sentiment backfill`."
)


async def test_who_can_have_the_past_read_again_is_told_so_after_a_change_of_model(
    server: Server,
) -> None:
    helpers = server.guild.create_role(
        "Helpers", permissions=discord.Permissions(manage_messages=True)
    )
    helper = server.guild.add_member(server.env.create_user("hal"), roles=[helpers])
    await server.say(server.general, server.crowd, [0.8] * 30, ago=2 * DAY)
    await server.say(server.general, server.crowd, [0.4] * 30, ago=DAY, model="newer-87654321")
    assert READ_AGAIN in (await server.ask(server.moderator, "trend")).description
    reply = await server.ask(helper, "trend")
    assert "backfill" not in reply.description, "it is not theirs to ask for"
    (chart,) = reply.message.attachments
    assert "The way I judge messages changed on 19 May." in (chart.description or "")


async def test_a_change_before_everything_that_can_be_read_again_is_no_reason_to_read(
    server: Server,
) -> None:
    for days, model in ((33, "older"), (32, "newer"), (2, "newer")):
        crowd = server.crowd
        await server.say(server.general, crowd, [0.8] * 30, ago=days * DAY, model=model)
    reply = await server.ask(server.moderator, "trend", period="90 days")
    assert "backfill" not in reply.description
    (chart,) = reply.message.attachments
    assert "The way I judge messages changed on 18 Apr." in (chart.description or "")


async def test_a_trend_without_enough_messages_has_no_chart(server: Server) -> None:
    await server.say(server.general, server.crowd[:3], [0.8] * 4)
    reply = await server.ask(server.moderator, "trend")
    assert "Too few messages to tell" in reply.description
    assert reply.message.attachments == []


async def test_moods_need_a_server(server: Server) -> None:
    user = server.env.create_user("dora")
    for command in ("me", "channel", "server", "trend"):
        reply = server.reply(await user.slash(f"sentiment {command}"))
        assert reply.content == errors.SERVER_ONLY


async def test_members_see_finished_days_of_five_people_and_twenty_messages(
    server: Server,
) -> None:
    four = server.crowd[:4]
    await server.say(server.general, server.crowd, [0.8] * 20, ago=DAY)
    await server.say(server.general, four, [-1.0] * 40, ago=2 * DAY)  # too few people
    await server.say(server.general, server.crowd, [-1.0] * 19, ago=3 * DAY)  # too few messages
    await server.say(server.general, server.crowd, [-1.0] * 20, ago=4 * DAY)  # one wrote most
    await server.say(server.general, server.ann, [-1.0] * 21, ago=4 * DAY)
    await server.say(server.games, four, [-1.0] * 40, ago=DAY)  # too few in that channel
    await server.say(server.general, server.crowd, [-1.0] * 40)  # today
    await server.publish()
    for command in ("channel", "server", "trend"):
        reply = await server.ask(server.ann, command)
        assert "in the last 7 days: about 20 messages, 100% positive" in reply.description
        assert "3 quiet days are hidden, so that nobody stands out." in reply.description
        assert "Average mood +0.8, on" in reply.footer
    everything = await server.ask(server.moderator, "server")
    assert "in the last 7 days: 20 of 200 messages positive" in everything.description
    assert "hidden" not in everything.description


async def test_one_writer_among_people_whose_messages_have_no_score_is_hidden(
    server: Server,
) -> None:
    await server.say(server.general, server.ann, [-0.91] * 22, ago=DAY)
    await server.say(server.general, server.crowd, [0.0] * 4, ago=DAY, status="not_scored")
    await server.publish()
    reply = await server.ask(server.ben, "channel")
    assert "Too few messages to tell" in reply.description
    assert "1 quiet day is hidden, so that nobody stands out." in reply.description


async def test_a_day_is_yesterday_for_members_and_needs_no_chart(server: Server) -> None:
    await server.say(server.general, server.crowd, [0.8] * 20, ago=DAY)
    await server.say(server.general, server.crowd, [-0.8] * 20, ago=2 * DAY)
    await server.say(server.general, server.crowd, [-0.8] * 20)
    await server.publish()
    reply = await server.ask(server.ann, "trend", period="24 hours")
    assert reply.description.splitlines()[:2] == [
        "**Very positive** yesterday: about 20 messages, 100% positive, 0% negative.",
        "More positive than the day before (about 20 messages, 0% positive, 100% negative). "
        "That is probably more than chance.",
    ]
    assert "hidden" not in reply.description, "the one day is shown"
    assert reply.message.attachments == []


async def test_members_see_a_chart_of_published_days(server: Server) -> None:
    await server.say(server.general, server.crowd, [0.8] * 30, ago=2 * DAY)
    await server.say(server.general, server.crowd, [0.4] * 30, ago=DAY, model="newer-87654321")
    await server.publish()
    reply = await server.ask(server.ann, "trend")
    (chart,) = reply.message.attachments
    assert chart.description == (
        f"{server.guild.name}, last 7 days: very positive. "
        "A chart of the mood in the last 7 days, day by day (UTC). "
        "Highest: very positive, 18 May. Lowest: mostly positive, 19 May. "
        "5 of 7 days left blank: nothing was said, or so little that it is hidden."
    )


async def test_a_day_that_is_not_published_is_not_called_quiet(server: Server) -> None:
    await server.say(server.general, server.crowd, [0.8] * 30, ago=DAY)
    reply = await server.ask(server.ann, "channel")
    assert reply.description == (
        "**Nothing to show yet.** A day shows up here once it's over (UTC) and I've read all of "
        "it, three days later at the latest."
    )
    await server.publish()
    assert "about 30 messages" in (await server.ask(server.ann, "channel")).description


async def test_a_moderators_role_sees_live_figures_with_member_lookup_off(server: Server) -> None:
    friends = server.guild.create_role("Friends")
    friend = server.guild.add_member(server.env.create_user("flo"), roles=[friends])
    await server.say(server.general, server.crowd[:3], [0.8] * 30)
    assert "Nothing to show" in (await server.ask(friend, "server")).description
    await server.storage.settings.change(
        server.guild.id,
        lambda _: GuildSettings(server.guild.id, moderator_role_ids=frozenset({friends.id})),
    )
    assert "of 30 messages" in (await server.ask(friend, "server")).description


async def test_a_period_of_which_the_one_before_is_gone_is_compared_with_nothing(
    server: Server,
) -> None:
    await server.say(server.general, server.ann, [0.8] * 30)
    reply = await server.ask(server.ann, "me", period=30 * 24)
    assert reply.description == (
        "**Very positive** in the last 30 days: 30 of 30 messages positive, 0 negative."
    )


async def test_a_spammer_has_one_voice_and_moderators_learn_that_one_person_wrote_most(
    server: Server,
) -> None:
    await server.say(server.general, server.crowd, [0.8] * 25, ago=DAY)
    await server.say(server.general, server.ben, [-1.0] * 400, ago=DAY, at_once=True)
    told = (await server.ask(server.moderator, "server")).description
    assert "25 of 35 messages positive, 10 negative" in told
    assert "There were 425 messages in all." in told
    assert "One person wrote more than half of these messages." in told


async def test_members_never_learn_that_one_person_wrote_most(server: Server) -> None:
    await server.say(server.general, server.crowd, [0.8] * 25, ago=DAY)
    await server.say(server.general, server.ben, [-1.0] * 400, ago=DAY, at_once=True)
    for command in ("channel", "server", "trend"):
        assert "One person" not in (await server.ask(server.ann, command)).description
    await server.say(server.general, server.ben, [-1.0] * 10, ago=2 * DAY)
    own = await server.ask(server.ben, "me")
    assert "There were 410 messages in all." in own.description
    assert "One person" not in own.description
