"""What people who look on are told: what they may see, once, and in Discord's names."""

from __future__ import annotations

import asyncio

from playground.world import EPHEMERAL, Overwrite
from playground.world.feed import Event, Subscription
from playground.world.permissions import Permission
from tests.playground.conftest import Place, TinyBot


async def _heard(seen: Subscription) -> list[Event]:
    """All that has been told so far."""
    events = []
    while True:
        try:
            async with asyncio.timeout(0.05):
                events.append(await anext(seen))
        except TimeoutError:
            return events


def _names(events: list[Event]) -> list[str]:
    return [event.name for event in events]


async def test_what_is_said_is_told_to_whoever_sees_the_channel(place: Place) -> None:
    server = place.discord
    with server.subscribe(place.ben) as ben, server.subscribe(place.chi) as chi:
        await server.send_message(place.chi, place.staff, "among us")
        open_one = await server.send_message(place.chi, place.general, "to all")
        await server.edit_message(open_one, "to all of you")
        await server.delete_message(open_one)
        told_ben, told_chi = await _heard(ben), await _heard(chi)
    assert _names(told_ben) == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"]
    assert [each.data.get("content") for each in told_ben] == ["to all", "to all of you", None]
    assert [each.data.get("content") for each in told_chi[:2]] == ["among us", "to all"]


async def test_a_private_thread_is_told_to_those_who_are_in_it(place: Place) -> None:
    server = place.discord
    with server.subscribe(place.ben) as ben, server.subscribe(place.chi) as chi:
        thread = await server.create_thread(place.general, "psst", place.ben, private=True)
        await server.send_message(place.ben, thread, "only us")
        told_ben, told_chi = await _heard(ben), await _heard(chi)
    assert _names(told_ben) == ["THREAD_CREATE", "VIEW_CHANGED", "MESSAGE_CREATE"]
    assert told_chi == []


async def test_an_ephemeral_answer_is_told_to_the_one_who_asked_alone(
    place: Place, tiny_bot: TinyBot
) -> None:
    server = place.discord
    with server.subscribe(place.ana) as ana, server.subscribe(place.ben) as ben:
        asked = await server.command(place.ben, place.general, "/mood ask")
        await server.press(asked, "No")
        await server.command(place.ben, place.general, "/mood say", text="aloud")
        told_ana, told_ben = await _heard(ana), await _heard(ben)
    assert _names(told_ana) == ["MESSAGE_CREATE"]
    assert told_ana[0].data["content"] == "You said: aloud"
    assert _names(told_ben) == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_CREATE"]
    assert [bool(each.data["flags"] & EPHEMERAL) for each in told_ben] == [True, True, False]


async def test_who_gains_or_loses_rights_is_told_to_look_again(place: Place) -> None:
    server = place.discord
    with server.subscribe(place.ben) as ben:
        await server.change_roles(place.guild, place.ben, place.staff_role)
        gained = await _heard(ben)
        await server.send_message(place.chi, place.staff, "welcome")
        welcome = await _heard(ben)
        hide = Overwrite(place.guild.id, deny=Permission.VIEW_CHANNEL)
        await server.change_overwrites(place.staff, hide)
        await server.send_message(place.chi, place.staff, "gone")
        lost = await _heard(ben)
    assert _names(gained) == ["GUILD_MEMBER_UPDATE", "VIEW_CHANGED"]
    assert [each.data["content"] for each in welcome] == ["welcome"]
    assert _names(lost) == ["VIEW_CHANGED"]


async def test_of_a_hidden_channel_no_name_is_told(place: Place) -> None:
    with place.discord.subscribe(place.ben) as ben:
        hide = Overwrite(place.guild.id, deny=Permission.VIEW_CHANNEL)
        await place.discord.change_overwrites(place.staff, hide)
        assert "staff" not in str(await _heard(ben))


async def test_a_deleted_channel_is_told_of_once_it_is_gone(place: Place) -> None:
    with place.discord.subscribe(place.ben) as ben:
        await place.discord.delete_channel(place.general)
        told = await _heard(ben)
    assert _names(told) == ["CHANNEL_DELETE", "VIEW_CHANGED"]
    assert place.general.id not in place.discord.world.channels


async def test_registered_commands_change_the_view(place: Place, tiny_bot: TinyBot) -> None:
    with place.discord.subscribe(place.ben) as ben:
        await tiny_bot.tree.sync()
        assert _names(await _heard(ben)) == ["VIEW_CHANGED"]


async def test_who_does_not_fetch_what_happens_is_told_no_more(place: Place) -> None:
    with place.discord.subscribe(place.ben) as ben:
        for number in range(10_001):
            await ben.hear(Event("TYPING_START", {"n": number}, place.guild.id))
        events = [event async for event in ben]
    assert len(events) == 10_000


async def test_who_joins_and_who_leaves_is_told_to_those_who_are_there(place: Place) -> None:
    server = place.discord
    dan = server.world.add_user("dan")
    with server.subscribe(place.ben) as ben, server.subscribe(dan) as seen_by_dan:
        await server.join(place.guild, dan, place.staff_role)
        await server.send_message(place.chi, place.staff, "welcome")
        await server.leave(place.guild, dan)
        await server.send_message(place.chi, place.general, "gone already")
        told_ben, told_dan = await _heard(ben), await _heard(seen_by_dan)
    joined, left = "GUILD_MEMBER_ADD", "GUILD_MEMBER_REMOVE"
    assert _names(told_ben) == [joined, "VIEW_CHANGED", left, "VIEW_CHANGED", "MESSAGE_CREATE"]
    assert _names(told_dan) == [
        joined,
        "VIEW_CHANGED",
        "MESSAGE_CREATE",
        "GUILD_DELETE",
        "VIEW_CHANGED",
    ]


async def test_after_the_block_nothing_is_kept_for_whoever_looked_on(place: Place) -> None:
    with place.discord.subscribe(place.ben) as ben:
        pass
    await place.discord.send_message(place.chi, place.general, "later")
    assert await _heard(ben) == []
