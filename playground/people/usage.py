"""How people use the bot: its commands, its buttons and selects, and the forms that it opens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from playground.errors import CommandLineError, NoAnswerError
from playground.interactions import (
    Interactions,
    Reply,
    command_line,
    component_data,
    interaction_data,
)
from playground.interactions.command_line import CommandLine
from playground.rest import components
from playground.rest.commands import Commands, CommandType
from playground.rest.components import ButtonStyle
from playground.world import Channel, ChannelType, Guild, Json, Message, User, World
from playground.world.grants import in_guild
from playground.world.permissions import Permission

SECONDS_BETWEEN_LOOKS = 0.01


class Usage:
    """What somebody does with the bot, each a method that waits for the bot's answer.

    All of them raise CommandLineError for what Discord would not let one do, with a hint, and
    NoAnswerError if the bot says nothing or the message is not there for whoever uses it.

    Buttons and selects go on working whoever has been restarted: `on` is a reply, however old, or
    a message of the bot's own. `by` says who uses it: by default whoever asked.
    """

    world: World
    commands: Commands
    _interactions: Interactions

    async def command(self, user: User, channel: Channel, line: str, /, **options: Any) -> Reply:
        """Use a slash command.

        `line` is what one would type; `options` are values beside it (users, channels and roles
        of the world among them). Of a typed option that the bot completes, what is sent is the
        value of the choice with that name, if the bot offers one, as if it had been picked.
        """
        parsed = command_line.parse(line, self.commands.of_guild(channel.guild_id))
        self._check_access(parsed.command, user, channel)
        guild = self._guild_of(channel)
        for option in parsed.options:
            name = option["name"]
            if option.get("autocomplete") and name in parsed.texts and name not in options:
                options[name] = await self._picked(user, channel, parsed.being_typed(name))
        data = interaction_data.of_slash_command(parsed, options, guild, user)
        return await self._interactions.use_command(user, channel, data)

    async def autocomplete(self, user: User, channel: Channel, line: str) -> dict[str, Any]:
        """What the bot offers for the last option of a line: the values by their names.

        `await discord.autocomplete(ana, general, "/sentiment trend channel:ga")`
        """
        parsed = command_line.parse(line, self.commands.of_guild(channel.guild_id))
        self._check_access(parsed.command, user, channel)
        data = interaction_data.of_autocompletion(parsed, self._guild_of(channel), user)
        offered = await self._interactions.complete(user, channel, data)
        return {each["name"]: each["value"] for each in offered}

    async def _picked(self, user: User, channel: Channel, line: CommandLine) -> Any:
        """What the option that is being typed comes to: a choice of its name, or as it is typed."""
        data = interaction_data.of_autocompletion(line, self._guild_of(channel), user)
        offered: list[Json] = []
        with suppress(NoAnswerError):  # the list stays empty, and the command can still be sent
            offered = await self._interactions.complete(user, channel, data)
        typed = line.texts[line.typing or ""]
        return next((each["value"] for each in offered if each["name"] == typed), typed)

    async def complete(
        self, user: User, channel: Channel, line: str, options: Mapping[str, Any], focused: str
    ) -> list[Json]:
        """What the bot offers for the option `focused`, beside the others as they are so far."""
        parsed = command_line.parse(line, self.commands.of_guild(channel.guild_id))
        self._check_access(parsed.command, user, channel)
        parsed = parsed.with_texts(options).being_typed(focused)
        data = interaction_data.of_autocompletion(parsed, self._guild_of(channel), user)
        return await self._interactions.complete(user, channel, data)

    async def message_menu(
        self, user: User, message: Message, name: str, *, aside: bool = False
    ) -> Reply:
        """Right-click on a message → Apps → `name`; see `Interactions.use_command`."""
        channel = self.world.channel(message.channel_id)
        command = self.commands.find(channel.guild_id, CommandType.MESSAGE_MENU, name, user.locale)
        self._check_access(command, user, channel)
        data = interaction_data.of_message_menu(command, message, self.world)
        return await self._interactions.use_command(user, channel, data, aside=aside)

    async def press(self, on: Reply | Message, label: str, *, by: User | None = None) -> Reply:
        """Press the button with this label."""
        message, user = self._interactions.find(on, by)
        found = [b for b in components.buttons(message.components) if b.get("label") == label]
        return await self._press(message, _only(found, f'button "{label}"'), user)

    async def press_button(
        self, on: Reply | Message, custom_id: str, *, by: User | None = None
    ) -> Reply:
        """Press the button whose custom_id is this, or begins so."""
        message, user = self._interactions.find(on, by)
        button = _called(custom_id, components.buttons(message.components), "button")
        return await self._press(message, button, user)

    async def choose(
        self,
        on: Reply | Message,
        name: str,
        chosen: Sequence[Any],
        *,
        by: User | None = None,
    ) -> Reply:
        """Choose from the select whose placeholder or custom_id is `name`, or begins so.

        `chosen` are labels or values of a list; else names, or users, roles, channels of the world.
        """
        message, user = self._interactions.find(on, by)
        select = _called(name, components.selects(message.components), "select")
        if select["disabled"]:
            raise CommandLineError(f'"{name}" is greyed out.')
        guild = self._guild_of(self.world.channel(message.channel_id))
        data = component_data.of_select(select, chosen, guild, user)
        return await self._interactions.use_component(message, data, user)

    async def submit(self, opened: Reply, filled_in: Mapping[str, Any]) -> Reply:
        """Fill in the form that the bot opened, and send it.

        `filled_in` by label or custom_id; what is left out stays as the bot filled it in.
        """
        if opened.modal is None:
            raise CommandLineError("The bot opened no form.")
        asked = opened.interaction
        guild = self._guild_of(asked.channel)
        data = component_data.of_modal(opened.modal, filled_in, guild, asked.user)
        return await self._interactions.submit(asked, data)

    async def dismiss(self, message: Message) -> None:
        """Whoever alone saw a message wants to see it no more."""
        await self._interactions.dismiss(message)

    def look_again(self, reply: Reply) -> Reply:
        """The same answer as it is now, for the bot may change it or add to it."""
        return self._interactions.look_again(reply)

    async def look_until(
        self, reply: Reply, holds: Callable[[Reply], object], *, seconds: float = 60.0
    ) -> Reply:
        """The same answer once something holds of it. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            # It may be changed with the token of any later interaction: there is no one event.
            while not holds(reply := self.look_again(reply)):  # noqa: ASYNC110
                await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        return reply

    async def _press(self, message: Message, button: Json, by: User) -> Reply:
        if button["style"] == ButtonStyle.LINK:
            raise CommandLineError(f"That leads to {button['url']}: the bot does not hear of it.")
        if button.get("disabled"):
            raise CommandLineError(f'"{button.get("label")}" is greyed out.')
        return await self._interactions.use_component(message, component_data.of_button(button), by)

    def _check_access(self, command: Json, user: User, channel: Channel) -> None:
        """Discord shows a command only where and to whom its registration says."""
        contexts = command["contexts"]
        if contexts is not None and (1 if channel.type is ChannelType.DM else 0) not in contexts:
            raise CommandLineError(f"{command['name']} cannot be used here.")
        if not self._interactions.sees(user, channel):
            raise CommandLineError(f"{user.display_name} does not see #{channel.name}.")
        needed = command["default_member_permissions"]
        guild = self._guild_of(channel)
        if guild is not None and needed is not None:
            permissions = Permission(int(needed))
            if in_guild(guild, guild.members[user.id]) & permissions != permissions:
                raise CommandLineError(f"{user.display_name} may not use {command['name']}.")

    def _guild_of(self, channel: Channel) -> Guild | None:
        return None if channel.guild_id is None else self.world.guild(channel.guild_id)


def _called(name: str, found: Sequence[Json], what: str) -> Json:
    """The one with this placeholder or custom_id, else the one where either begins so."""
    named = [(each, (each.get("placeholder") or "", each.get("custom_id", ""))) for each in found]
    exact = [each for each, names in named if name in names]
    begun = [each for each, names in named if any(text.startswith(name) for text in names)]
    return _only(exact or begun, f'{what} "{name}"')


def _only(found: Sequence[Json], what: str) -> Json:
    if len(found) > 1:
        raise CommandLineError(f"There is more than one {what} here.")
    if not found:
        raise CommandLineError(f"There is no {what} here.")
    return found[0]
