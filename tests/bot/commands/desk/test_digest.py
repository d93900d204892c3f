"""`/sentiment digest` and what it posts, by real commands, on three weeks of talk, with the worker
and a clock that the test sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.commands import errors, rights
from bot.commands.desk.pictures import DeskPictures
from bot.permissions.channels import may_read
from bot.schedule.worker import LEASE, Worker
from storage.records import DISCORD_EPOCH_MS
from tests.bot.commands.conftest import NOW, Reply, Server
from tests.bot.commands.desk.test_now import (
    EVENING,
    calm_morning,
    quarrel,
    three_weeks,
)

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
DUE = NOW.replace(minute=0)
SET_AT = DUE - HOUR
OPEN = "Moderators can press *Open* for details."


@pytest.fixture
async def desk(server: Server) -> Server:
    """Yesterday evening was bad in #general, and all is well again."""
    await three_weeks(server, server.general, server.games)
    await quarrel(server, server.general)
    await calm_morning(server, server.general)
    server.clock.now = SET_AT
    return server


async def work(server: Server) -> None:
    """What a bot does that has just been started."""
    worker = Worker(server.storage.jobs, server.bot.digesting.kinds, clock=server.clock)
    assert await worker.do_due()
    await server.env.settle()


async def due(server: Server) -> None:
    server.clock.now = NOW
    await work(server)


def posted(channel: simcord.ChannelHandle) -> list[Reply]:
    """What the bot posted there, the newest last."""
    return [Reply(message) for message in channel.history() if message.embeds]  # type: ignore[arg-type]


def buttons(digest: Reply) -> list[str]:
    rows: list[Any] = digest.message.components
    return [button.label for row in rows for button in row.children]


def without(server: Server, **denied: bool) -> simcord.ChannelHandle:
    """A channel in which everybody lacks some permission."""
    overwrite = discord.PermissionOverwrite(**denied)
    return server.guild.create_text_channel(
        "out", overwrites={server.guild.default_role: overwrite}
    )


def at(moment: datetime, style: str = "f") -> str:
    return f"<t:{int(moment.timestamp())}:{style}>"


async def test_the_channel_of_moderators_is_told_what_was_unusual_and_where(desk: Server) -> None:
    answer = await desk.ask(desk.moderator, "digest set", desk.hidden, hour=14)
    assert answer.ephemeral
    assert answer.description.splitlines() == [
        f"Every day at 14:00 (UTC) in <#{desk.hidden.id}>.",
        "It also comes when nothing was unusual.",
        f"The next one is due {at(DUE)}.",
        "",
        f"It covers 3 channels in full: everybody who can see <#{desk.hidden.id}> may see their "
        "figures.",
    ]
    await work(desk)
    assert posted(desk.hidden) == [], "it is not due yet"
    await due(desk)
    (digest,) = posted(desk.hidden)
    assert digest.message.embeds[0].author.name == "Daily digest"
    assert digest.title == "Yesterday evening: unusually negative in #general"
    assert f"🔻 <#{desk.general.id}>: **27 of" in digest.description
    assert f"From {at(DUE - DAY)} to {at(DUE)}." in digest.description
    assert digest.footer == "From 3 channels that everybody here can read, threads included."
    (chart,) = digest.message.attachments
    assert "#general" in str(chart.description)
    assert buttons(digest) == ["Open"]
    assert digest.content == ""


async def test_its_links_lead_to_a_time_and_not_to_a_message(desk: Server) -> None:
    await desk.ask(desk.moderator, "digest set", desk.hidden, hour=14)
    await due(desk)
    (digest,) = posted(desk.hidden)
    (line,) = (line for line in digest.description.splitlines() if "Where it began" in line)
    *_, guild, channel, message = line.split("/")
    assert (int(guild), int(channel)) == (desk.guild.id, desk.general.id)
    assert int(message) % 2**22 == 0
    sent = datetime.fromtimestamp(((int(message) >> 22) + DISCORD_EPOCH_MS) / 1000, UTC)
    assert EVENING - HOUR / 2 < sent < EVENING + HOUR / 2
    assert sent.minute % 5 == sent.second == sent.microsecond == 0


async def test_where_everybody_reads_it_says_only_that_something_happened(desk: Server) -> None:
    answer = await desk.ask(desk.moderator, "digest set", desk.games, hour=14)
    assert "For 3 channels it only says whether something was unusual" in answer.description
    await due(desk)
    (digest,) = posted(desk.games)
    assert digest.description == f"Something unusual has happened since {at(DUE - DAY)}. {OPEN}"
    assert digest.title is None
    assert digest.footer == ""
    assert list(digest.message.attachments) == []
    assert buttons(digest) == ["Open"]


async def test_open_answers_by_the_rights_of_who_presses_it(desk: Server) -> None:
    await desk.ask(desk.moderator, "digest set", desk.games, hour=14)
    await due(desk)
    (digest,) = posted(desk.games)
    card = desk.reply(await desk.moderator.click(digest.message, label="Open"))
    assert card.ephemeral
    assert card.title == "Yesterday evening: unusually negative in #general"
    refused = desk.reply(await desk.ann.click(digest.message, label="Open"))
    assert refused.ephemeral
    assert refused.content == errors.MODERATORS_ONLY
    desk.clock.now += 5 * DAY
    card = desk.reply(await desk.moderator.click(digest.message, label="Open"))
    assert "unusually negative in #general" in str(card.title), "it looks back as far as the digest"


async def test_what_some_readers_may_not_see_is_hinted_at_beside_the_rest(desk: Server) -> None:
    await three_weeks(desk, desk.hidden)
    await quarrel(desk, desk.hidden)
    kick = discord.Permissions(kick_members=True)
    mods = desk.guild.create_role("Mods", permissions=kick)
    assert desk.bot.user is not None
    lounge = desk.guild.create_text_channel(
        "mods",
        overwrites={
            desk.guild.default_role: discord.PermissionOverwrite(view_channel=False),
            mods: discord.PermissionOverwrite(view_channel=True),
            desk.bot.user: discord.PermissionOverwrite(view_channel=True),
        },
    )
    answer = await desk.ask(desk.admin, "digest set", hour=14, target=lounge)
    assert "It covers 3 channels in full" in answer.description
    assert "For 1 channel it only says" in answer.description
    await due(desk)
    (digest,) = posted(lounge)
    assert digest.title == "Yesterday evening: unusually negative in #general"
    assert "staff" not in f"{digest.title}{digest.description}"
    assert str(desk.hidden.id) not in digest.description
    assert OPEN in digest.description
    (chart,) = digest.message.attachments
    assert "staff" not in str(chart.description)


async def test_the_right_is_asked_for_anew_at_each_post(desk: Server) -> None:
    await desk.ask(desk.moderator, "digest set", desk.hidden, hour=14)
    # From now on only administrators and a role that the moderators have not see live figures.
    await desk.storage.settings.change(
        desk.guild.id,
        lambda s: replace(s, live_for_role_only=True, moderator_role_ids=frozenset([1])),
    )
    await due(desk)
    (digest,) = posted(desk.hidden)
    assert digest.description == f"Something unusual has happened since {at(DUE - DAY)}. {OPEN}"


async def test_who_is_let_in_while_a_digest_is_made_is_not_told(
    desk: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.ask(desk.moderator, "digest set", desk.hidden, hour=14)
    draw = DeskPictures.morning

    async def slowly(self: DeskPictures, *asked: Any) -> discord.File | None:
        everybody = discord.PermissionOverwrite(view_channel=True)
        everyone = desk.bots_guild.default_role
        channel = desk.bots_guild.get_channel(desk.hidden.id)
        assert isinstance(channel, discord.TextChannel)
        await channel.set_permissions(everyone, overwrite=everybody)
        await desk.env.settle()
        return await draw(self, *asked)

    monkeypatch.setattr(DeskPictures, "morning", slowly)
    await due(desk)
    assert posted(desk.hidden) == []
    desk.clock.now += LEASE
    await work(desk)
    (digest,) = posted(desk.hidden)
    assert digest.description == f"Something unusual has happened since {at(DUE - DAY)}. {OPEN}"


async def test_a_quiet_day_is_a_line_or_nothing_at_all_on_request(server: Server) -> None:
    await three_weeks(server, server.general, server.games)
    await server.say(server.hidden, server.ann, [0.2])  # too little to know what's usual
    for only, expected in ((False, 1), (True, 1)):
        server.clock.now = SET_AT
        options = {"hour": 14, "only-if-unusual": only}
        answer = await server.ask(server.moderator, "digest set", server.hidden, **options)
        assert ("only comes when something was unusual" in answer.description) == only
        await due(server)
        assert len(posted(server.hidden)) == expected
    (digest,) = posted(server.hidden)
    said = f"Nothing unusual in 2 channels and their threads since {at(DUE - DAY)} (22 messages)."
    assert digest.description.startswith(said)
    assert f"⏳ In <#{server.hidden.id}> I don't know yet what's usual." in digest.description


async def test_a_quiet_day_where_everybody_reads_it(server: Server) -> None:
    await three_weeks(server, server.general)
    server.clock.now = SET_AT
    await server.ask(server.moderator, "digest set", server.games, hour=14)
    await due(server)
    (digest,) = posted(server.games)
    assert digest.description == f"Nothing unusual since {at(DUE - DAY)}."


async def test_what_is_new_here_does_not_call_it_usual(server: Server) -> None:
    server.clock.now = SET_AT
    await server.ask(server.moderator, "digest set", server.games, hour=14)
    await due(server)
    (digest,) = posted(server.games)
    assert digest.description == "I don't know yet what's usual in this server."


async def test_it_speaks_the_language_that_the_server_chose(desk: Server) -> None:
    await desk.storage.settings.change(desk.guild.id, lambda s: replace(s, language="de"))
    await desk.ask(desk.moderator, "digest set", desk.hidden, hour=14)
    await due(desk)
    (digest,) = posted(desk.hidden)
    assert digest.message.embeds[0].author.name == "Täglicher Überblick"
    assert str(digest.title).startswith("Gestern Abend: ")
    assert buttons(digest) == ["Öffnen"]


async def test_a_weekly_digest_tells_of_the_week(desk: Server) -> None:
    answer = await desk.ask(desk.moderator, "digest set", desk.hidden, hour=14, every=2)
    assert answer.description.startswith(f"Every Wednesday at 14:00 (UTC) in <#{desk.hidden.id}>.")
    await due(desk)
    (digest,) = posted(desk.hidden)
    assert digest.message.embeds[0].author.name == "Weekly digest"
    assert f"From {at(DUE - 7 * DAY)} to {at(DUE)}." in digest.description


async def test_restarts_post_nothing_twice(desk: Server) -> None:
    await desk.ask(desk.moderator, "digest set", desk.hidden, hour=14)
    for _ in range(3):
        await due(desk)  # each time by a new worker
    assert len(posted(desk.hidden)) == 1


async def test_a_missed_one_is_caught_up_once_and_says_since_when(desk: Server) -> None:
    desk.clock.now = SET_AT - 3 * DAY
    await desk.ask(desk.moderator, "digest set", desk.hidden, hour=14)
    await due(desk)
    (digest,) = posted(desk.hidden)
    assert f"From {at(DUE - 3 * DAY - HOUR)} to {at(DUE)}." in digest.description


async def test_after_an_absence_it_waits_for_what_was_missed_to_be_read(desk: Server) -> None:
    await desk.ask(desk.moderator, "digest set", desk.hidden, hour=14)
    desk.bot.gaps.open(desk.guild.id, desk.general.id, 1)
    await due(desk)
    assert posted(desk.hidden) == []
    desk.bot.gaps.forget(desk.guild.id, desk.general.id)
    desk.clock.now += LEASE
    await work(desk)
    assert len(posted(desk.hidden)) == 1


async def test_where_the_bot_may_not_post_it_says_so_and_posts_when_it_may(desk: Server) -> None:
    channel = without(desk, embed_links=False)
    answer = await desk.ask(desk.moderator, "digest set", hour=14, target=channel)
    assert f"Please give me Embed Links in <#{channel.id}>." in answer.description
    await due(desk)
    assert posted(channel) == []
    desk.env.backend.edit_channel(channel.id, {}, overwrites=[])
    await desk.env.settle()
    desk.clock.now += HOUR
    await work(desk)
    assert len(posted(channel)) == 1


async def test_it_is_shown_and_removed(desk: Server) -> None:
    none = await desk.ask(desk.moderator, "digest show")
    assert "There's no digest." in none.description
    first = await desk.ask(desk.moderator, "digest set", desk.hidden, hour=14)
    assert (await desk.ask(desk.moderator, "digest show")).description == first.description
    assert "Removed" in (await desk.ask(desk.moderator, "digest remove")).description
    await due(desk)
    assert posted(desk.hidden) == []
    again = await desk.ask(desk.moderator, "digest remove")
    assert "There's no digest" in again.description


async def test_who_sets_it_must_be_able_to_write_there_themselves(desk: Server) -> None:
    private = desk.thread("secret", private=True)
    refused = await desk.ask(desk.moderator, "digest set", private, hour=14)
    assert refused.content == errors.PRIVATE_TARGET
    channel = without(desk, send_messages=False)
    refused = await desk.ask(desk.moderator, "digest set", hour=14, target=channel)
    assert refused.content == errors.MAY_NOT_HAVE_IT_POSTED
    assert await desk.storage.digests.get(desk.guild.id) is None


async def test_a_thread_can_be_its_target(desk: Server) -> None:
    thread = desk.thread("digests", below=desk.hidden)
    answer = await desk.ask(desk.moderator, "digest set", thread, hour=14)
    assert "It covers 3 channels in full" in answer.description
    await due(desk)
    (digest,) = posted(thread)
    assert digest.title == "Yesterday evening: unusually negative in #general"


@pytest.mark.parametrize("name_of_target", ["general", "games", "staff"])
async def test_no_pair_of_target_and_watched_channel_tells_somebody_what_they_may_not_ask(
    desk: Server, name_of_target: str
) -> None:
    """Each channel becomes unusual, each is a target once; every person reads what they may."""
    await three_weeks(desk, desk.hidden)
    await quarrel(desk, desk.hidden)
    await quarrel(desk, desk.games)
    names = {"general": desk.general, "games": desk.games, "staff": desk.hidden}
    target = names[name_of_target]
    await desk.ask(desk.admin, "digest set", hour=14, target=target)
    await due(desk)
    digest = posted(target)[-1]
    said = f"{digest.title} {digest.description}"
    said += "".join(str(each.description) for each in digest.message.attachments)
    settings = await desk.storage.settings.get(desk.guild.id)
    told = [n for n, watched in names.items() if n in said or str(watched.id) in said]
    for watched in (names[name] for name in told):
        for person in (desk.ann, desk.ben, desk.moderator, desk.admin):
            member = await desk.bots_guild.fetch_member(person.id)
            here, there = (desk.bots_guild.get_channel(c.id) for c in (target, watched))
            assert isinstance(here, discord.TextChannel)
            assert isinstance(there, discord.TextChannel)
            if here.permissions_for(member).view_channel:
                assert rights.has(member, rights.Right.LIVE_FIGURES, settings)
                assert may_read(member, there)
    assert len(told) == (3 if name_of_target == "staff" else 0), "only moderators are told of all"
