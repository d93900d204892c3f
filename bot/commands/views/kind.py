"""What buttons, selects and modals of one kind have in common: who may use them, and for what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

import discord

from bot.commands import access, errors
from bot.commands.access import Rule
from bot.commands.errors import Refused
from bot.commands.views.custom_id import KIND, CustomId


@dataclass(frozen=True, slots=True)
class Kind:
    """`arguments` is the pattern of what the `custom_id` of one carries, joined by `:`.

    Where the rule is about a readable channel, the first of them is its id. A new `version`
    refuses what was sent before.
    """

    name: str
    version: int
    rule: Rule
    arguments: re.Pattern[str]

    @classmethod
    def make(cls, name: str, rule: Rule, arguments: str, version: int) -> Self:
        """Raises ValueError for a name that no custom_id can begin with."""
        if KIND.fullmatch(name) is None:
            raise ValueError(f"A kind is called by a few small letters, not {name!r}.")
        return cls(name, version, rule, re.compile(arguments, re.ASCII))

    def custom_id(
        self, *, asker_id: int | None, at: datetime, arguments: tuple[str | int, ...]
    ) -> str:
        """That of a new one. Raises ValueError where a custom_id cannot hold it."""
        asked = CustomId(self.name, self.version, asker_id, at, tuple(map(str, arguments)))
        if not self._fits(asked):
            raise ValueError(f"These are no arguments of {self.name}: {arguments}")
        return str(asked)

    def check(self, interaction: discord.Interaction, custom_id: str, *, outdated: str) -> CustomId:
        """What is asked for. Refused where it is not to be used now, by this person.

        `outdated` is said of what another version of the bot has sent.
        """
        try:
            asked = CustomId.parse(custom_id)
        except ValueError:
            raise Refused(outdated) from None
        if not self._fits(asked):
            raise Refused(outdated)
        if asked.asker_id not in (None, interaction.user.id):
            raise Refused(errors.NOT_YOURS)
        access.require(interaction, self.rule, asked.arguments)
        return asked

    def _fits(self, asked: CustomId) -> bool:
        """Whether this kind, as it is now, can be asked so: the bot may have been updated."""
        arguments = ":".join(asked.arguments)
        return (
            asked.kind == self.name
            and asked.version == self.version
            and self.arguments.fullmatch(arguments) is not None
        )


async def tell(interaction: discord.Interaction, error: Exception) -> None:
    """Tell whoever used it what went wrong, as the tree does of a command."""
    client: Any = interaction.client
    await client.tree.on_error(interaction, error)
