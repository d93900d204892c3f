"""Every cell of the table of `bot.commands.access`, permission × command × place, by real commands.

In each place five people sent twenty messages yesterday, and one of them forty more the day
before: members see twenty, who sees live figures sees sixty.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands
from discord.types.user import User
from simcord.backend import serializers

from bot.commands import access, errors, rights
from bot.commands.access import BUTTON_RULES, LOOKUP, RULES, Where
from bot.commands.errors import Refused
from bot.commands.places import place_asked_about
from bot.commands.replies import NOBODY
from bot.commands.rights import Right
from bot.commands.views import persistent
from bot.commands.views.custom_id import packed
from bot.commands.views.persistent import PersistentItem
from bot.render.chart_pool import ChartPool
from bot.render.desk_answers import GONE
from bot.render.first_run import PREVIEW
from bot.reports.moved import first_id_of, hour_of
from storage.records import Alert, GuildSettings
from tests.bot.commands.conftest import Reply, Server

ROOT = Path(__file__).resolve().parents[3]
DAY = timedelta(days=1)
MENU = "Check sentiment"
COMMANDS = tuple(RULES)
ABOUT_A_PLACE = (
    *("sentiment channel", "sentiment trend", "sentiment coverage", "sentiment backfill"),
)
OF_ANOTHER_PLACE = ("sentiment trend", "sentiment coverage", "sentiment backfill", "sentiment now")
"""What these are about is not where they are typed, unless that is named."""
CANNOT_BE_TYPED_IN_DIRECT_MESSAGES = (  # they ask for something to be picked
    *(MENU, "sentiment member", "sentiment note add", "sentiment note remove"),
    *("sentiment alerts remove", "sentiment alerts test"),
)
FOR_MODERATORS = (
    *("sentiment coverage", "sentiment feedback", "sentiment now"),
    *(c for c in COMMANDS if c.startswith(("sentiment note ", "sentiment alerts "))),
)
"""What only people with live figures are told anything by."""

ALERT_BUTTONS = tuple(name for name in BUTTON_RULES if name.startswith("alert-"))
MOOD_BUTTONS = tuple(name for name in BUTTON_RULES if name.startswith("mood-"))
UNSEEN = ("hidden", "private thread")
"""Places that only administrators see."""

MODERATING = (
    *("moderate_members", "manage_messages", "kick_members", "ban_members"),
    *("view_guild_insights", "manage_guild", "administrator"),
)
PEOPLE = ("nobody", "everything else", "chosen role", *MODERATING)
"""Whom the tests are with: of one permission each, of none, of all others, and of the role."""

HAVE = {
    Right.LIVE_FIGURES: {"chosen role", *MODERATING},
    Right.MEMBER_LOOKUP: {"chosen role", "view_guild_insights", "manage_guild", "administrator"},
    Right.MANAGE: {"manage_guild", "administrator"},
    Right.SAY_WHO_SEES_WHAT: {"administrator"},
}
"""Which of them has which right."""

NARROWED = {"chosen role", "administrator"}
"""Who has the right to live figures once an administrator has narrowed it."""

WORDS = {
    errors.SERVER_ONLY: "only in a server",
    errors.MANAGER_ONLY: "not allowed",
    errors.MODERATORS_ONLY: "not allowed",
    errors.NOTHING_BEFORE: "yes",
    errors.OUTDATED: "yes",  # of a select in which nothing was chosen
    GONE: "yes",
    PREVIEW: "yes",
    errors.ADMINISTRATOR_ONLY: "not allowed",
    errors.MEMBER_LOOKUP_OFF: "off",
    errors.MEMBER_LOOKUP_NOT_YOURS: "not allowed",
    errors.UNREADABLE_CHANNEL: "unreadable",
    errors.PRIVATE_THREAD: "private",
    errors.PRIVATE_TARGET: "private",
    errors.NO_SUCH_NOTE: "yes",
    errors.NO_SUCH_ALERT: "yes",
}


@dataclass(frozen=True)
class House:
    """The server of the other tests, with people of every right and places of every kind."""

    server: Server
    people: dict[str, simcord.MemberActor]
    places: dict[str, simcord.ChannelHandle]
    friends: simcord.RoleHandle
    spare: simcord.ChannelHandle
    parents: dict[str, simcord.ChannelHandle] = field(default_factory=dict)

    async def use(
        self,
        person: simcord.MemberActor,
        command: str,
        typed_in: simcord.ChannelHandle,
        **options: Any,
    ) -> Reply:
        if command == MENU:
            message = await self.server.admin.send(typed_in, "I love this")
            return self.server.reply(await person.context_menu(typed_in, MENU, message))
        needed: dict[str, dict[str, Any]] = {
            "sentiment check": {"text": "I love this"},
            "sentiment member": {"member": self.server.ben},
            "sentiment note add": {"kind": "rule", "text": "be kind"},
            "sentiment note remove": {"note": "0"},
            "sentiment alerts add": {"channel": self.spare, "target": self.spare},
            "sentiment alerts remove": {"alert": "0"},
            "sentiment alerts test": {"alert": "0"},
            "sentiment backfill": {"channel": self.spare, "days": 1},
        }
        asked = needed.get(command, {}) | options
        return self.server.reply(await person.slash(typed_in, command, **asked))


async def drawn(*_: object) -> bytes:
    return b"a picture"


@pytest.fixture
async def house(server: Server, monkeypatch: pytest.MonkeyPatch) -> House:
    # As Discord's client, the simulator does not offer what somebody may not see; a forged
    # request may name it.
    monkeypatch.setattr(simcord.interactions, "channel_accessible", lambda *_: True)
    monkeypatch.setattr(ChartPool, "draw", drawn)  # what a chart shows is in its words, too
    monkeypatch.setattr(simcord.actors, "_check_actor_channel", lambda *_: None)
    monkeypatch.setattr(simcord.actors, "_check_command_access", lambda *_: None)
    monkeypatch.setattr(simcord.MemberActor, "_check", lambda *_: None)
    guild = server.guild
    friends = guild.create_role("Friends")
    every = discord.Permissions.all()
    every.update(**dict.fromkeys(MODERATING, False))
    roles = {
        "nobody": [],
        "everything else": [guild.create_role("Else", permissions=every)],
        "chosen role": [friends],
    }
    for name in MODERATING:
        permissions = discord.Permissions(**{name: True})
        roles[name] = [guild.create_role(name, permissions=permissions)]
    people = {
        name: guild.add_member(server.env.create_user(f"u_{name.replace(' ', '_')}"), roles=given)
        for name, given in roles.items()
    }
    forum = guild.create_forum_channel("recipes")
    places = {
        "text": server.general,
        "voice": guild.create_voice_channel("lounge"),
        "stage": guild.create_stage_channel("theatre"),
        "post": server.thread("soup", below=forum),
        "thread": server.thread("cake", below=server.games),
        "hidden": server.hidden,
        "private thread": server.thread("secret", private=True),
    }
    parents = {"post": forum, "thread": server.games}
    for name, place in places.items():
        parent = parents.get(name)
        await server.say(place, server.crowd, [0.8] * 20, ago=DAY, parent=parent)
        await server.say(place, server.crowd[:1], [0.8] * 40, ago=2 * DAY, parent=parent)
    await server.publish()
    await server.storage.settings.change(
        guild.id, lambda _: GuildSettings(guild.id, True, frozenset({friends.id}))
    )
    return House(server, people, places, friends, guild.create_text_channel("spare"), parents)


def has(person: str, right: Right | None) -> bool:
    return right is None or person in HAVE[right]


def expected(command: str, person: str, about: str) -> str:
    """What the table says; `about` is the place that a command for one place is about."""
    rule = LOOKUP if command == "sentiment member" else RULES[command]
    if not has(person, rule.needs):
        return "not allowed"
    if rule.where is Where.READABLE and about == "private thread":
        return "private"
    if rule.where is Where.READABLE and about == "hidden" and person != "administrator":
        return "unreadable"
    if not rule.live:
        return "yes"
    if command in FOR_MODERATORS:
        return "yes" if has(person, Right.LIVE_FIGURES) else "not allowed"
    return "live" if has(person, Right.LIVE_FIGURES) else "published"


def told(reply: Reply) -> str:
    """The same of an answer."""
    if reply.content:
        assert reply.ephemeral
        return WORDS[reply.content]
    if "Busy days only" in reply.footer:
        return "published"
    of_one = reply.title in ("How your messages sounded", "Mood of ben\\_b")
    of_channels = not of_one and not (reply.title or "").startswith("Coverage of")
    return "live" if "Up to now." in reply.footer and of_channels else "yes"


def test_every_command_has_a_rule(server: Server) -> None:
    tree = server.bot.tree
    (group,) = tree.get_commands(type=discord.AppCommandType.chat_input)
    assert isinstance(group, app_commands.Group)
    commands = {each.qualified_name for each in group.walk_commands()}
    groups = tuple(f"sentiment {name}" for name in ("privacy", "note", "digest", "alerts"))
    leaves = {name for name in commands if name not in groups}
    assert leaves | {MENU} == set(COMMANDS)


def kinds(server: Server) -> dict[str, type[PersistentItem]]:
    """Every persistent button and select that discord.py was told of."""
    client: Any = server.env.bot
    known = client._connection._view_store._dynamic_items.values()
    return {each.kind.name: each for each in known if each.__name__ != "unknown"}


def test_every_right_of_a_rule_can_be_refused_in_words() -> None:
    rules = (*RULES.values(), *BUTTON_RULES.values(), LOOKUP)
    assert {rule.needs for rule in rules} - {None} <= set(HAVE)
    assert set(rights.GIVEN_BY) == set(HAVE)


def test_every_persistent_button_has_a_rule_and_keeps_it(server: Server) -> None:
    assert {name: each.kind.rule for name, each in kinds(server).items()} == BUTTON_RULES


def test_there_are_no_other_buttons_and_selects() -> None:
    """None but persistent ones answers, and checks who presses it, after a restart."""
    for path in (ROOT / "bot").rglob("*.py"):
        code = path.read_text("utf-8")
        for other in ("ui.button(", "ui.select(", "(discord.ui.View)"):
            assert other not in code, path


def _is_about_it(name: str, who: str) -> bool:
    """Whether a place is refused to who may not read it. What an alert is about is said first to
    people with live figures: to others there is none."""
    if name in ALERT_BUTTONS:
        return has(who, Right.LIVE_FIGURES)
    return BUTTON_RULES[name].where is Where.READABLE


async def posted(server: Server, channel: simcord.ChannelHandle) -> int:
    """An alert about this channel that was posted now; its number."""
    now, alerts = server.clock.now, server.storage.alerts
    watching = Alert(0, channel.id, server.games.id, "default", now)
    alert = await alerts.add(server.guild.id, watching)
    if alert is None:
        (alert, *_) = await alerts.of_guild(server.guild.id)
    post = await alerts.note(server.guild.id, alert.id, {channel.id: now}, now)
    assert post is not None
    return post.id


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("name", BUTTON_RULES)
async def test_what_is_pressed(house: House, name: str, who: str) -> None:
    """Under a message of before, that was sent to somebody who had every right then."""
    server, person, kind = house.server, house.people[who], kinds(house.server)[name]
    rule, lobby = kind.kind.rule, server.bots_guild.get_channel(server.games.id)
    assert isinstance(lobby, discord.TextChannel)
    for place, about in house.places.items():
        if place == "private thread":
            continue  # nothing that is kept can be about one
        channel = house.parents.get(place, about)
        hour = hour_of(server.clock.now)
        began, until = first_id_of(hour - 48), first_id_of(hour)
        arguments: dict[str, tuple[str | int, ...]] = {
            "erase": ("forget",),
            "stop": (1,),
            "trend": (7 * 24,),
            "messages": (channel.id, *map(packed, (began, until, 0))),
            "moved": (channel.id, hour - 30, hour, hour - 60),
            "now-about": (channel.id, 7),
            "now-period": (channel.id,),
            "mark": (channel.id, "right"),
            "digest-open": (int(server.clock.now.timestamp()),),
            "settings-set": ("language",),
            "settings-who": ("lookup",),
            "settings-open": ("minimums",),
        }
        arguments |= dict.fromkeys(ALERT_BUTTONS, (await posted(server, channel),))
        episode = (channel.id, packed(began), packed(until))
        arguments |= dict.fromkeys(("over", "people", "before"), episode)
        arguments |= dict.fromkeys((*MOOD_BUTTONS, "export"), (7 * 24, "course", 1))
        options = [discord.SelectOption(label="5", value="5-negative")]
        select = discord.ui.Select[Any](options=options)
        button = discord.ui.Button[Any](label="Press")
        item = kind.of(
            select if name == "mark" else button,
            asker_id=person.id,
            at=server.clock.now,
            arguments=arguments.get(name, ()),
        )
        message = await lobby.send(view=persistent.view(item), allowed_mentions=NOBODY)
        if name == "mark":
            result = await person.select(message, ["5-negative"])
        else:
            result = await person.click(message, label="Press")
        outcome, only_live = "yes", rule.live and name not in (*MOOD_BUTTONS, "trend")
        if not has(who, rule.needs):
            outcome = "not allowed"
        elif place == "hidden" and who != "administrator" and _is_about_it(name, who):
            outcome = "unreadable"
        elif only_live and not has(who, Right.LIVE_FIGURES):
            outcome = "not allowed"
        if only_live:
            told = result.response or result.followups[0]
            assert told.ephemeral
        said = result.response.content if result.response is not None else ""
        assert (place, WORDS[said] if said else "yes") == (place, outcome)


@pytest.mark.parametrize("who", PEOPLE)
async def test_what_is_typed_in_a_place(house: House, who: str) -> None:
    for place, typed_in in house.places.items():
        for command in COMMANDS:
            if command == MENU and place in UNSEEN and who != "administrator":
                continue  # there is no message to click on
            reply = await house.use(house.people[who], command, typed_in)
            about = "text" if command in OF_ANOTHER_PLACE else place
            outcome = expected(command, who, about)
            assert (command, place, told(reply)) == (command, place, outcome)
            assert reply.ephemeral
            if command == "sentiment channel" and outcome == "published":
                assert " 20 messages" in reply.description


@pytest.mark.parametrize("who", PEOPLE)
async def test_what_is_asked_about_another_place(house: House, who: str) -> None:
    lobby = house.server.games
    for place, about in house.places.items():
        for command in ABOUT_A_PLACE:
            reply = await house.use(house.people[who], command, lobby, channel=about)
            outcome = expected(command, who, place)
            assert (command, place, told(reply)) == (command, place, outcome)
            assert reply.ephemeral
            if outcome in ("live", "published"):
                number = 60 if outcome == "live" else 20
                assert f" {number} messages" in reply.description


@pytest.mark.parametrize("who", PEOPLE)
async def test_a_sum_over_the_server_holds_what_its_viewer_may_read(house: House, who: str) -> None:
    places = 6 if who == "administrator" else 5  # the hidden channel; never a private thread
    each = 60 if has(who, Right.LIVE_FIGURES) else 20
    for command in ("sentiment server", "sentiment trend"):
        reply = await house.use(house.people[who], command, house.server.general)
        assert f" {places * each} messages" in reply.description


@pytest.mark.parametrize("who", PEOPLE)
async def test_live_figures_can_be_narrowed_to_the_chosen_role(house: House, who: str) -> None:
    server = house.server
    await server.choose(live_for_role_only=True)
    for command in ("sentiment server", "sentiment trend"):
        reply = await house.use(house.people[who], command, server.general)
        assert (command, told(reply)) == (command, "live" if who in NARROWED else "published")
    reply = await house.use(house.people[who], "sentiment member", server.general)
    assert told(reply) == ("yes" if has(who, Right.MEMBER_LOOKUP) else "not allowed"), (
        "the other right is as it was"
    )


@pytest.mark.parametrize("who", PEOPLE)
async def test_nobody_looks_members_up_while_that_is_off(house: House, who: str) -> None:
    server = house.server
    await server.choose(member_lookup=False)
    reply = await house.use(house.people[who], "sentiment member", server.general)
    assert told(reply) == "off"


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("lookup", ["on", "off"])
async def test_a_thread_of_two_writers_is_live_only_for_who_may_look_members_up(
    house: House, who: str, lookup: str
) -> None:
    """Five wrote in it in the week, and two of them today."""
    server, cake = house.server, house.places["thread"]
    await server.choose(member_lookup=lookup == "on")
    await server.say(cake, server.crowd[:2], [0.8] * 30, parent=server.games)
    person, lobby = house.people[who], server.general
    day = await house.use(person, "sentiment channel", lobby, channel=cake, period="24 hours")
    week = await house.use(person, "sentiment channel", lobby, channel=cake)
    course = await house.use(person, "sentiment trend", lobby, channel=cake)
    coverage = await house.use(person, "sentiment coverage", lobby, channel=cake, period=24)
    if not has(who, Right.LIVE_FIGURES):
        assert " 20 messages" in day.description
        return
    assert "of 90 messages" in week.description
    may_look_up = lookup == "on" and has(who, Right.MEMBER_LOOKUP)
    assert ("of 30 messages" in day.description) == may_look_up
    assert ("30 messages" in coverage.description) == may_look_up
    assert ("Too few people to tell" in day.description) == (not may_look_up)
    (chart,) = course.message.attachments
    for text in (course.description, str(chart.description)):
        assert ("fewer than three people" in text) == (not may_look_up)


async def test_in_direct_messages_only_what_needs_no_server_is_answered(server: Server) -> None:
    user = server.env.create_user("dora")
    for command in COMMANDS:
        if command in CANNOT_BE_TYPED_IN_DIRECT_MESSAGES:
            continue
        options = {"text": "I love this"} if command == "sentiment check" else {}
        reply = server.reply(await user.slash(command, **options))
        everywhere = RULES[command].where is Where.EVERYWHERE
        assert told(reply) == ("yes" if everywhere else "only in a server")
        assert reply.ephemeral


@pytest.mark.parametrize("who", PEOPLE)
async def test_rights_in_one_server_are_none_in_another(house: House, who: str) -> None:
    env, person = house.server.env, house.people[who]
    elsewhere = env.create_guild("Elsewhere")
    general = elsewhere.create_text_channel("general")
    visitor = elsewhere.add_member(person.user)
    resident = elsewhere.add_member(env.create_user("rosa"))
    await house.server.storage.settings.change(
        elsewhere.id, lambda _: GuildSettings(elsewhere.id, member_lookup=True)
    )
    there = House(
        replace(house.server, guild=elsewhere, admin=resident, ben=resident),
        {who: visitor},
        {"text": general},
        elsewhere.create_role("Friends there"),
        general,
    )
    for command in COMMANDS:
        reply = await there.use(visitor, command, general)
        outcome = expected(command, "nobody", "text")
        assert (command, told(reply)) == (command, outcome)
        if outcome == "published":
            assert "A day shows up here" in reply.description
    forged = house.server.bots_guild.get_channel(house.server.general.id)
    assert isinstance(forged, discord.TextChannel)
    viewer = member_in(there)
    with pytest.raises(Refused, match="you can read"):
        place_asked_about(asked_by(viewer), viewer, forged)


def member_in(house: House) -> discord.Member:
    """Somebody of that server, as discord.py makes them of an interaction."""
    (person,) = house.people.values()
    backend = house.server.env.backend
    stored = backend.get_guild(house.server.guild.id)
    payload = serializers.member_payload(backend, stored, stored.members[person.id])
    guild = house.server.bots_guild
    return discord.Member(data=payload, guild=guild, state=guild._state)


def asked_by(user: object) -> Any:
    return SimpleNamespace(user=user, channel=None, channel_id=None)


def test_who_has_left_the_server_is_told_nothing_of_it(server: Server) -> None:
    data: User = {
        "id": str(server.ann.id),
        "username": "ann",
        "discriminator": "0",
        "avatar": None,
        "global_name": None,
    }
    left = discord.User(state=server.bots_guild._state, data=data)
    for rule in RULES.values():
        if rule.where is not Where.EVERYWHERE:
            with pytest.raises(Refused, match="needs a server"):
                access.viewer_of(asked_by(left), rule)


async def test_of_a_channel_that_the_bot_may_not_view_nobody_is_told(house: House) -> None:
    """Discord hides from the bot who may read it: so it cannot be known of anybody."""
    server = house.server
    unseen = server.guild.create_text_channel(
        "unseen",
        overwrites={
            server.guild.default_role: discord.PermissionOverwrite(view_channel=False),
            house.friends: discord.PermissionOverwrite(view_channel=True),
        },
    )
    guild = server.bots_guild
    seen_by_bot = guild.get_channel(unseen.id)
    assert seen_by_bot is not None
    assert not seen_by_bot.permissions_for(guild.me).view_channel
    await server.say(unseen, server.crowd, [0.8] * 20, ago=DAY)
    await server.publish()
    for command in ("sentiment channel", "sentiment trend", "sentiment backfill"):
        for person in (house.people["chosen role"], server.ann, server.admin):
            if command == "sentiment backfill" and person is not server.admin:
                continue
            reply = await house.use(person, command, server.games, channel=unseen)
            assert told(reply) == "unreadable"
    asked_there = await house.use(house.people["chosen role"], "sentiment channel", unseen)
    assert asked_there.content == errors.HIDDEN_FROM_ME, "who asks there sees that it is there"
    assert asked_there.ephemeral


async def test_where_the_bot_may_not_answer_it_says_so(house: House) -> None:
    server = house.server
    server.expected += (discord.Forbidden,)
    server.env.inject_error("PATCH", "/webhooks/*", status=403, code=50013, times=1)
    result = await server.ann.slash(server.general, "sentiment server")
    assert result.response is not None
    assert "I don't have permission to do that" in str(result.response.content)
