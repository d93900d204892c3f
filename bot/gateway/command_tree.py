"""The tree of commands, as the client holds it."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands


class CommandTree(app_commands.CommandTree[Any]):
    """Answers also where a command cannot be read: discord.py would leave its user waiting.

    It reads what comes with a command (channels, members, messages) before it looks for handlers
    of errors. Something new of Discord's that it does not understand fails there.
    """

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        try:
            _ = interaction.command, interaction.namespace
        except Exception as error:
            await self.on_error(interaction, error)  # type: ignore[arg-type]
            return False
        return True
