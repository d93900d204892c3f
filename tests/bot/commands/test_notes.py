"""Notes on the axis of time: who sets and sees them, what may be in them, and where they show."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.commands import errors
from tests.bot.commands.conftest import NOW, Server

DAY = timedelta(days=1)


async def notes_of(server: Server) -> list[tuple[str, str, Any]]:
    ids = [server.general.id, server.games.id, server.hidden.id]
    found = await server.storage.notes.between(server.guild.id, ids, NOW - 400 * DAY, NOW + DAY)
    return [(note.kind, note.text, note.at) for note in found]


async def test_a_note_is_set_now_or_at_a_time_that_people_type(server: Server) -> None:
    reply = await server.ask(server.moderator, "note add", kind="slow mode", text="calm  down")
    assert reply.ephemeral
    assert reply.description == f"<t:{int(NOW.timestamp())}:f> · slow mode: calm down"
    await server.ask(server.moderator, "note add", kind="raid", when="yesterday 18:37")
    at = (NOW - DAY).replace(hour=18, minute=37)
    assert await notes_of(server) == [("raid", "", at), ("slow mode", "calm down", NOW)]


async def test_a_note_of_a_time_is_on_the_servers_clock(server: Server) -> None:
    await server.choose(time_zone="Europe/Berlin")
    await server.ask(server.moderator, "note add", kind="event", when="18 May 18:37")
    ((_, _, at),) = await notes_of(server)
    assert at.isoformat() == "2026-05-18T16:37:00+00:00"
    choices = await server.moderator.autocomplete(
        server.general, "sentiment note add", "when", "mon 18:37"
    )
    assert [choice["name"] for choice in choices] == ["18 May, 18:37"]


@pytest.mark.parametrize("when", ["tomorrow", "23:59", "soon", "1 May 2024"])
async def test_a_time_that_is_none_or_not_kept_is_refused(server: Server, when: str) -> None:
    reply = await server.ask(server.moderator, "note add", kind="event", when=when)
    assert reply.content == errors.NO_SUCH_MOMENT
    assert await notes_of(server) == []


@pytest.mark.parametrize(
    "text",
    [
        *("<@123456789012345678> again", "@ben", "@everyone", "see <#12>", "123456789012345678"),
        *("https://example.org", "www.example.org", "discord.gg/abc", "example.org/x", "a <b"),
    ],
)
async def test_mentions_and_links_are_refused(server: Server, text: str) -> None:
    reply = await server.ask(server.moderator, "note add", kind="other", text=text)
    assert reply.content == errors.NO_MENTIONS_IN_NOTES
    assert await notes_of(server) == []


async def test_what_is_noted_acts_on_nobody(server: Server) -> None:
    reply = await server.ask(server.moderator, "note add", kind="rule", text="**no** [spoilers](x)")
    assert reply.description.endswith(r"new rule: \*\*no\*\* \[spoilers\](x)")


async def test_a_note_in_a_quiet_thread_is_among_those_of_its_channel(server: Server) -> None:
    thread = server.thread("plans")
    await server.ask(server.moderator, "note add", kind="event", text="game", channel=thread)
    assert [text for _, text, _ in await notes_of(server)] == ["game"]
    listed = await server.ask(server.moderator, "note list")
    assert f"<#{thread.id}> · event: game" in listed.description


async def test_a_note_in_a_channel_that_is_left_out_by_now_can_be_erased(server: Server) -> None:
    await server.ask(server.moderator, "note add", kind="event", text="game", channel=server.games)
    await server.choose(ignored_channel_ids=frozenset({server.games.id}))
    assert "event: game" in (await server.ask(server.moderator, "note list")).description
    (choice,) = await suggested(server, server.moderator)
    await server.ask(server.moderator, "note remove", note=choice["value"])
    assert await notes_of(server) == []


async def test_members_see_and_set_none(server: Server) -> None:
    await server.ask(server.moderator, "note add", kind="rule", text="no spoilers")
    for command, options in (
        ("note list", {}),
        ("note add", {"kind": "event"}),
        ("note remove", {"note": "1"}),
    ):
        reply = await server.ask(server.ann, command, **options)
        assert reply.content == errors.MODERATORS_ONLY
        assert reply.ephemeral
    assert await suggested(server, server.ann) == []
    assert len(await notes_of(server)) == 1


async def test_notes_are_listed_and_erased_as_far_as_their_channel_can_be_read(
    server: Server,
) -> None:
    moderating = discord.Permissions(moderate_members=True)
    helpers = server.guild.create_role("Helpers", permissions=moderating)
    helper = server.guild.add_member(server.env.create_user("hal"), roles=[helpers])
    for channel, text in ((server.general, "open"), (server.hidden, "secret"), (None, "all")):
        options = {} if channel is None else {"channel": channel}
        await server.ask(server.moderator, "note add", kind="event", text=text, **options)
    for who, told in ((server.moderator, ["all", "secret", "open"]), (helper, ["all", "open"])):
        listed = await server.ask(who, "note list")
        assert [line.rsplit(": ", 1)[1] for line in listed.description.splitlines()] == told
        assert [c["name"].rsplit(": ", 1)[1] for c in await suggested(server, who)] == told
    secret = next(c for c in await suggested(server, server.moderator) if "secret" in c["name"])
    refused = await server.ask(helper, "note remove", note=secret["value"])
    assert refused.content == errors.NO_SUCH_NOTE
    erased = await server.ask(server.moderator, "note remove", note=secret["value"])
    assert "secret" in erased.description
    assert [text for _, text, _ in await notes_of(server)] == ["open", "all"]
    again = await server.ask(server.moderator, "note remove", note=secret["value"])
    assert again.content == errors.NO_SUCH_NOTE


async def test_a_note_is_told_in_moderators_charts_and_never_in_a_shared_one(
    server: Server,
) -> None:
    for ago in (1, 2, 3):
        await server.say(server.general, server.crowd, [0.8] * 30, ago=ago * DAY)
    await server.publish()
    options = {"kind": "rule", "text": "no spoilers", "when": "yesterday 9:00"}
    await server.ask(server.moderator, "note add", channel=server.general, **options)
    for where, told in ((server.general, True), (server.games, False)):
        await server.say(server.games, server.crowd, [0.8] * 30, ago=DAY)
        reply = await server.ask(server.moderator, "trend", channel=where, period="3 days")
        (chart,) = reply.message.attachments
        assert ("no spoilers" in str(chart.description)) is told
    reply = await server.ask(server.moderator, "channel")
    result = await server.moderator.click(reply.message, label="Share")
    (posted,) = result.followups
    assert "no spoilers" not in str(posted.attachments[0].description)


async def suggested(server: Server, who: simcord.MemberActor) -> list[dict[str, Any]]:
    return await who.autocomplete(server.general, "sentiment note remove", "note", "")
