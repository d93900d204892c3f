"""How Discord learns of the commands: all are part of `/sentiment`, but for the menu of a message.

A file here holds one cog. Its commands become subcommands; Discord counts the whole as one command.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import errors
from bot.commands.check import Check
from bot.render.command_texts import said_as
from bot.render.localizer import N_
from bot.render.words import length_words
from bot.reports.periods import HOUR, PERIODS
from storage.records import Retention

_FOLLOWS_MEMBER = ("me", "member")
_FOLLOWS_CHANNELS = ("coverage",)

# Whoever installed the bot for themselves has it in every server and direct message. Where it is no
# member, `check`, `help` and the menu work; the other commands say that they do not.
_PLACES = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
_INSTALLS = app_commands.AppInstallationType(guild=True, user=True)


def add_commands(
    tree: app_commands.CommandTree[Any],
    cogs: Iterable[commands.Cog],
    check: Check,
    retention: Retention,
) -> None:
    """Add `/sentiment`, the menu *Check sentiment* and the handler of errors to the tree.

    Offered are only periods that do not reach past what is kept.
    """
    group = app_commands.Group(
        name="sentiment",
        description=N_("The mood of this server, and of a text"),
        allowed_contexts=_PLACES,
        allowed_installs=_INSTALLS,
    )
    for cog in cogs:
        for command in cog.get_app_commands():
            group.add_command(command)
    for names, days in (
        (_FOLLOWS_MEMBER, retention.member_days),
        # Whole days end with yesterday, and so reach back for up to a day more.
        (_FOLLOWS_CHANNELS, retention.channel_days - 1),
    ):
        _offer_kept_periods(group, names, days)
    tree.add_command(group)
    tree.add_command(
        app_commands.ContextMenu(
            name=N_("Check sentiment"),
            callback=check.check_message,
            type=discord.AppCommandType.message,
            allowed_contexts=_PLACES,
            allowed_installs=_INSTALLS,
        )
    )
    tree.error(errors.ErrorHandler().on_error)


def _offer_kept_periods(group: app_commands.Group, names: Iterable[str], days: int) -> None:
    """Offer only periods that do not reach past what is kept."""
    # Reads all catalogues: a broken one is found at the start.
    kept = [
        app_commands.Choice(
            name=said_as(partial(length_words, length=length)), value=length // HOUR
        )
        for length in PERIODS
        if length.days <= days
    ]
    for name in names:
        command = group.get_command(name)
        assert isinstance(command, app_commands.Command)  # noqa: S101 (the names are ours)
        app_commands.choices(period=kept)(command)
