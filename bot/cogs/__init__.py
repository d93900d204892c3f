"""The commands: each validates, asks one service, renders and sends.

A file here holds one cog. Its commands become subcommands of `/sentiment`; Discord counts
the whole as one command.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot import errors
from bot.cogs.backfill import BackfillCommands
from bot.cogs.check import Check
from bot.cogs.help import Help
from bot.cogs.moods import MoodCommands
from bot.cogs.privacy import PrivacyCommands
from bot.cogs.settings import SettingsCommands
from bot.moods import Moods, utc_now

if TYPE_CHECKING:
    from bot.history import History
    from classifier.pool import ScorerPool
    from storage import Storage

# In direct messages `check`, `help` and the menu work; the other commands say that they do not.
_PLACES = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False)
_INSTALLS = app_commands.AppInstallationType(guild=True, user=False)


def install(
    tree: app_commands.CommandTree[Any],
    *,
    pool: ScorerPool,
    storage: Storage,
    history: History,
    clock: Callable[[], datetime] = utc_now,
) -> None:
    """Add `/sentiment`, the menu *Check sentiment* and the handler of errors to the tree."""
    check = Check(pool)
    cogs = (
        check,
        MoodCommands(Moods(storage, clock), storage),
        PrivacyCommands(storage),
        SettingsCommands(storage),
        BackfillCommands(history, storage),
        Help(),
    )
    group = app_commands.Group(
        name="sentiment",
        description="The mood of this server, and of a text",
        allowed_contexts=_PLACES,
        allowed_installs=_INSTALLS,
    )
    for cog in cogs:
        for command in cog.get_app_commands():
            group.add_command(command)
    tree.add_command(group)
    tree.add_command(
        app_commands.ContextMenu(
            name="Check sentiment",
            callback=check.check_message,
            type=discord.AppCommandType.message,
            allowed_contexts=_PLACES,
            allowed_installs=_INSTALLS,
        )
    )
    tree.error(errors.on_error)
