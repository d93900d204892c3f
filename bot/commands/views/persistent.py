"""The base of every button and select: it works after a restart, and checks each press anew.

    self.keep = persistent.kind("keep", rule=access.OWN_DATA, pressed=self._keep)
    button = discord.ui.Button(label="No, keep it")
    view = persistent.view(self.keep.of(button, asker_id=viewer.id, at=now))

    self.period = persistent.kind("period", rule=access.SERVER_MOOD, pressed=self._period)
    select = discord.ui.ChannelSelect(placeholder="Channel")  # in the handler: `press.chosen`

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

from bot.commands import errors
from bot.commands.access import Rule
from bot.commands.errors import Refused
from bot.commands.views.custom_id import CustomId
from bot.commands.views.kind import Kind, tell

Component = (
    discord.ui.Button[Any]
    | discord.ui.Select[Any]
    | discord.ui.UserSelect[Any]
    | discord.ui.RoleSelect[Any]
    | discord.ui.MentionableSelect[Any]
    | discord.ui.ChannelSelect[Any]
)
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class Press:
    """Somebody pressed a button or chose from a select, and may.

    `component` is the item as it stands under the message; of a select, with what was chosen.
    """

    interaction: discord.Interaction
    asked: CustomId
    component: discord.ui.Item[Any]

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values chosen from a list; of people, roles and channels the ids.

        An id says nothing of what its chooser may see: that is for the handler to ask.
        """
        data: Any = self.interaction.data
        return tuple(data.get("values", ()))


Handler = Callable[[Press], Awaitable[None]]


class PersistentItem(discord.ui.DynamicItem[discord.ui.Item[Any]], template=_NOTHING):
    """One button or select under a message. Classes of it are made by `kind`."""

    kind: ClassVar[Kind]
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
        component.custom_id = cls.kind.custom_id(asker_id=asker_id, at=at, arguments=arguments)
        return cls(component)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item)

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        try:
            self.kind.check(interaction, self.custom_id, outdated=errors.OUTDATED)
        except Exception as error:
            await tell(interaction, error)
            return False
        return True

    async def callback(self, interaction: discord.Interaction) -> None:
        try:
            asked = CustomId.parse(self.custom_id)
            await type(self).pressed(Press(interaction, asked, self.item))
        except Exception as error:
            await tell(interaction, error)


def kind(
    name: str, *, rule: Rule, pressed: Handler, arguments: str = "", version: int = 1
) -> type[PersistentItem]:
    """A kind of buttons or selects: `pressed` is called by whom `rule` allows.

    `arguments` is the pattern of what one carries, joined by `:`. Where the rule is about a
    readable channel, the first of them is its id. A new `version` refuses what was sent before.
    """
    ours = {"kind": Kind.make(name, rule, arguments, version), "pressed": staticmethod(pressed)}
    template = re.compile(rf"{name}:.*", re.DOTALL)
    return type(name, (PersistentItem,), ours, template=template)


def register(client: discord.Client, kinds: Iterable[type[PersistentItem]]) -> None:
    """Let the client know these kinds, and answer what is of none of them."""
    known = tuple(kinds)
    names = "|".join(re.escape(each.kind.name) for each in known)
    template = re.compile(rf"(?!(?:{names}):).*", re.DOTALL)
    client.add_dynamic_items(*known, type("unknown", (_Unknown,), {}, template=template))


def view(*items: PersistentItem | discord.ui.Button[Any]) -> discord.ui.View:
    """What goes under a message. Raises ValueError for a button of no kind that is no link."""
    made = discord.ui.View(timeout=None)
    for item in items:
        if not isinstance(item, PersistentItem) and item.url is None:
            raise ValueError("After a restart nothing would answer this button: it has no kind.")
        made.add_item(item)
    return made


class _Unknown(discord.ui.DynamicItem[discord.ui.Item[Any]], template=_NOTHING):
    """Of an older or newer version of the bot: nothing else would answer."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item)

    async def callback(self, interaction: discord.Interaction) -> None:
        await tell(interaction, Refused(errors.OUTDATED))
