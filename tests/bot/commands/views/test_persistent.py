"""Buttons and selects of messages that the running program has never seen, as after a restart."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import discord
import pytest
import simcord

from bot.commands import access, errors
from bot.commands.access import Rule, Where
from bot.commands.rights import Right
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from storage.errors import StorageError
from tests.bot.commands.conftest import Server

AT = datetime(2026, 5, 20, tzinfo=UTC)
ANYBODY = Rule(where=Where.EVERYWHERE)


class Desk:
    """Kinds of buttons whose handlers remember what they were called with."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.client: Any = server.env.bot
        self.presses: list[Press] = []
        self.error: Exception | None = None

    async def pressed(self, press: Press) -> None:
        self.presses.append(press)
        if self.error is not None:
            raise self.error
        await press.interaction.response.send_message(
            "pressed", ephemeral=True, allowed_mentions=discord.AllowedMentions.none()
        )

    def kind(self, name: str = "try", *, rule: Rule = ANYBODY, **more: Any) -> type[PersistentItem]:
        made = persistent.kind(name, rule=rule, pressed=self.pressed, **more)
        self.know(made)
        return made

    def know(self, *kinds: type[PersistentItem]) -> None:
        """Be a program that knows only these kinds."""
        self.client._connection._view_store._dynamic_items.clear()
        persistent.register(self.client, kinds)

    async def post(self, *items: discord.ui.Item[Any]) -> discord.Message:
        """A message of the bot's in #general, of which discord.py keeps nothing."""
        channel = self.server.bots_guild.get_channel(self.server.general.id)
        assert isinstance(channel, discord.TextChannel)
        view = discord.ui.View(timeout=None)
        for item in items:
            view.add_item(item)
        message = await channel.send(
            "look", view=view, allowed_mentions=discord.AllowedMentions.none()
        )
        view.stop()
        return message


@pytest.fixture
def desk(server: Server) -> Desk:
    return Desk(server)


def button(label: str = "Press") -> discord.ui.Button[Any]:
    return discord.ui.Button(label=label)


def told(result: simcord.InteractionResult) -> str:
    assert result.response is not None
    assert result.response.ephemeral
    return result.response.content


async def test_a_press_brings_what_the_button_carries(desk: Desk) -> None:
    ann = desk.server.ann
    made = desk.kind(arguments="[a-z]+:[0-9]+")
    message = await desk.post(made.of(button(), asker_id=ann.id, at=AT, arguments=("week", 7)))
    assert told(await ann.click(message, label="Press")) == "pressed"
    (press,) = desk.presses
    assert (press.asked.at, press.asked.arguments) == (AT, ("week", "7"))


async def test_nobody_but_who_asked_may_press(desk: Desk) -> None:
    made = desk.kind()
    message = await desk.post(made.of(button(), asker_id=desk.server.ann.id, at=AT))
    assert told(await desk.server.ben.click(message, label="Press")) == errors.NOT_YOURS
    assert desk.presses == []


async def test_what_nobody_asked_for_may_be_pressed_by_all_whom_the_rule_allows(desk: Desk) -> None:
    server = desk.server
    made = desk.kind(rule=Rule(Right.MANAGE))
    message = await desk.post(made.of(button(), asker_id=None, at=AT))
    assert told(await server.moderator.click(message, label="Press")) == "pressed"
    assert told(await server.ben.click(message, label="Press")) == errors.MANAGER_ONLY
    assert len(desk.presses) == 1


async def test_the_rule_is_asked_anew_at_each_press(desk: Desk) -> None:
    server = desk.server
    made = desk.kind(rule=Rule(Right.MANAGE))
    message = await desk.post(made.of(button(), asker_id=server.moderator.id, at=AT))
    assert told(await server.moderator.click(message, label="Press")) == "pressed"
    server.env.backend.edit_member(server.guild.id, server.moderator.id, {"role_ids": []})
    assert told(await server.moderator.click(message, label="Press")) == errors.MANAGER_ONLY
    assert len(desk.presses) == 1


@pytest.mark.parametrize(
    "custom_id",
    [
        "try:1:0:1779235200:seven",  # the argument is a number
        "try:1:0:1779235200",
        "try:2:0:1779235200:7",  # from a later version
        "try:1:x:1779235200:7",
        "try:",
        "try:1:0:1779235200:7\n",
        "erased:1:0:1779235200",  # a kind that there is no more
        "3f2a9c0e5d7b41d8a6c2e0f19b8d7c6a",  # as discord.py makes them
    ],
)
async def test_what_is_not_of_this_version_is_refused_kindly(desk: Desk, custom_id: str) -> None:
    desk.kind(arguments="[0-9]+")
    message = await desk.post(discord.ui.Button(label="Press", custom_id=custom_id))
    assert told(await desk.server.ann.click(message, label="Press")) == errors.OUTDATED
    assert desk.presses == []


async def test_an_error_is_told_in_words_and_logged_without_them(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.server.expected += (KeyError,)
    made = desk.kind()
    message = await desk.post(made.of(button(), asker_id=None, at=AT))
    desk.error = StorageError("/home/me is full")
    assert "try again in a minute" in told(await desk.server.ann.click(message, label="Press"))
    desk.error = KeyError("secret")
    assert told(await desk.server.ann.click(message, label="Press")) == errors.UNEXPECTED
    assert "try failed" in caplog.text
    assert "secret" not in caplog.text
    assert "discord" not in {record.name.split(".")[0] for record in caplog.records}


async def test_a_select_brings_what_was_chosen(desk: Desk) -> None:
    ann, made = desk.server.ann, desk.kind()
    select = discord.ui.Select[Any](
        options=[discord.SelectOption(label=label) for label in ("24 hours", "7 days")]
    )
    message = await desk.post(made.of(select, asker_id=ann.id, at=AT))
    assert told(await ann.select(message, ["7 days"])) == "pressed"
    (press,) = desk.presses
    assert isinstance(press.component, discord.ui.Select)
    assert press.component.values == ["7 days"]


async def test_a_button_in_a_direct_message_is_no_way_round_the_rule(desk: Desk) -> None:
    made = desk.kind(rule=access.OWN_DATA)
    user = desk.server.env.create_user("dora")
    everywhere = persistent.kind("all", rule=ANYBODY, pressed=desk.pressed)
    desk.know(made, everywhere)
    dm = await desk.client.create_dm(discord.Object(user.id))
    view = persistent.view(
        made.of(button("Mine"), asker_id=user.id, at=AT),
        everywhere.of(button("All"), asker_id=user.id, at=AT),
    )
    message = await dm.send("look", view=view, allowed_mentions=discord.AllowedMentions.none())
    assert told(await user.click(message, label="Mine")) == errors.SERVER_ONLY
    assert told(await user.click(message, label="All")) == "pressed"


@pytest.mark.parametrize("arguments", [(), ("seven",), (7, 7)])
def test_a_button_carries_what_its_kind_says(arguments: tuple[str | int, ...]) -> None:
    async def pressed(_: Press) -> None:
        """Never called."""

    made = persistent.kind("try", rule=ANYBODY, pressed=pressed, arguments="[0-9]")
    with pytest.raises(ValueError, match="no arguments of try"):
        made.of(button(), asker_id=1, at=AT, arguments=arguments)
    with pytest.raises(ValueError, match="small letters"):
        persistent.kind("Try:", rule=ANYBODY, pressed=pressed)
