"""The base of every button and select: it works after a restart, and checks each press anew.

    self.keep = persistent.kind("keep", rule=access.OWN_DATA, pressed=self._keep)
    button = discord.ui.Button(label="No, keep it")
    view = persistent.view(self.keep.of(button, asker_id=viewer.id, at=now))

A kind is bound to a handler at the start and made known to the client with `register`. Of a
message that was sent before, discord.py runs nothing but the item's own `interaction_check` and
`callback`, and shows their errors to nobody: so both do all that is needed, here.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Self

import discord

from bot.commands import access, errors
from bot.commands.access import Rule
from bot.commands.errors import Refused
from bot.commands.views.custom_id import KIND, CustomId

Component = discord.ui.Button[Any] | discord.ui.Select[Any] | discord.ui.ChannelSelect[Any]
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class Press:
    """Somebody pressed a button or chose from a select, and may.

    `component` is the item as it stands under the message; of a select, with what was chosen.
    """

    interaction: discord.Interaction
    asked: CustomId
    component: discord.ui.Item[Any]


Handler = Callable[[Press], Awaitable[None]]


class PersistentItem(discord.ui.DynamicItem[discord.ui.Item[Any]], template=_NOTHING):
    """One button or select under a message. Classes of it are made by `kind`."""

    name: ClassVar[str]
    version: ClassVar[int]
    rule: ClassVar[Rule]
    arguments: ClassVar[re.Pattern[str]]
    pressed: ClassVar[Handler]

    @classmethod
    def of(
        cls,
        component: Component,
        *,
        asker_id: int | None,
        at: datetime,
        arguments: tuple[str | int, ...] = (),
    ) -> Self:
        """Make `component` one of this kind. Raises ValueError where a custom_id cannot hold it."""
        asked = CustomId(cls.name, cls.version, asker_id, at, tuple(map(str, arguments)))
        if not cls._fits(asked):
            raise ValueError(f"These are no arguments of {cls.name}: {arguments}")
        component.custom_id = str(asked)
        return cls(component)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item)

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        try:
            self._check(interaction)
        except Exception as error:
            await _tell(interaction, error)
            return False
        return True

    async def callback(self, interaction: discord.Interaction) -> None:
        try:
            asked = CustomId.parse(self.custom_id)
            await type(self).pressed(Press(interaction, asked, self.item))
        except Exception as error:
            await _tell(interaction, error)

    def _check(self, interaction: discord.Interaction) -> None:
        try:
            asked = CustomId.parse(self.custom_id)
        except ValueError:
            raise Refused(errors.OUTDATED) from None
        if not self._fits(asked):
            raise Refused(errors.OUTDATED)
        if asked.asker_id not in (None, interaction.user.id):
            raise Refused(errors.NOT_YOURS)
        access.require(interaction, self.rule, asked.arguments)

    @classmethod
    def _fits(cls, asked: CustomId) -> bool:
        """Whether this kind, as it is now, can be asked so: the bot may have been updated."""
        arguments = ":".join(asked.arguments)
        return (
            asked.kind == cls.name
            and asked.version == cls.version
            and cls.arguments.fullmatch(arguments) is not None
        )


def kind(
    name: str, *, rule: Rule, pressed: Handler, arguments: str = "", version: int = 1
) -> type[PersistentItem]:
    """A kind of buttons or selects: `pressed` is called by whom `rule` allows.

    `arguments` is the pattern of what one carries, joined by `:`. Where the rule is about a
    readable channel, the first of them is its id. A new `version` refuses what was sent before.
    """
    if KIND.fullmatch(name) is None:
        raise ValueError(f"A kind is called by a few small letters, not {name!r}.")
    ours = {
        "name": name,
        "version": version,
        "rule": rule,
        "arguments": re.compile(arguments, re.ASCII),
        "pressed": staticmethod(pressed),
    }
    template = re.compile(rf"{name}:.*", re.DOTALL)
    return type(name, (PersistentItem,), ours, template=template)


def register(client: discord.Client, kinds: Iterable[type[PersistentItem]]) -> None:
    """Let the client know these kinds, and answer what is of none of them."""
    known = tuple(kinds)
    names = "|".join(re.escape(each.name) for each in known)
    template = re.compile(rf"(?!(?:{names}):).*", re.DOTALL)
    client.add_dynamic_items(*known, type("unknown", (_Unknown,), {}, template=template))


def view(*items: PersistentItem) -> discord.ui.View:
    """What goes under a message."""
    made = discord.ui.View(timeout=None)
    for item in items:
        made.add_item(item)
    return made


async def _tell(interaction: discord.Interaction, error: Exception) -> None:
    """As the tree does of a command."""
    client: Any = interaction.client
    await client.tree.on_error(interaction, error)


class _Unknown(discord.ui.DynamicItem[discord.ui.Item[Any]], template=_NOTHING):
    """Of an older or newer version of the bot: nothing else would answer."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item)

    async def callback(self, interaction: discord.Interaction) -> None:
        await _tell(interaction, Refused(errors.OUTDATED))
