"""The one place where errors become words for people."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import app_commands

from bot.commands.views.custom_id import CustomId
from bot.logs import describe
from classifier.errors import ClassifierError
from storage.errors import StorageError

log = logging.getLogger(__name__)

SERVER_ONLY = "This works only in a server. `/sentiment check` works here too."
SERVER_NOT_READY = (
    "Discord has not told me about this server yet. Please try again in a minute; if that does "
    "not help, an administrator has to invite me again."
)
UNREADABLE_CHANNEL = (
    "I can only tell you the mood of channels that you may read, with their history."
)
PRIVATE_THREAD = "Private threads are never counted, so I have no mood for them."
CHANNEL_NOT_COUNTED = "This channel is not counted here: an administrator left it out."
NO_TEXT = "That message has no text to score, only a picture, a file, a sticker or the like."
MEMBER_LOOKUP_CLOSED = (
    "I cannot show you another member's mood. That is off until an administrator turns it on, "
    "and then only for people whom this server trusts with it. `/sentiment me` shows yours."
)
BOTS_ARE_NOT_COUNTED = "Bots are not counted, so there is no mood to show."
MANAGER_ONLY = "You need the permission Manage Server for this."
ADMINISTRATOR_ONLY = (
    "You need the permission Administrator for this: it decides who may see a member's mood."
)
EVERYONE_IS_NO_ROLE = "That is everyone. Please choose a role that you give to people you trust."
CANNOT_READ_HISTORY = (
    "I may not read that channel's past. Please give me the permissions View Channel and Read "
    "Message History there."
)
NO_MESSAGE_CONTENT = (
    "Discord does not let me read messages, so there is nothing to count. Whoever runs me finds in "
    "my log how to change that."
)
ALREADY_READING = (
    "I am reading the past of a channel of this server already. Please ask again when that is done."
)
OUTDATED = "That button is from before my last update. Please use the command again."
NOT_YOURS = (
    "Only the person who asked can use that. Use the command yourself to get your own answer."
)

UNEXPECTED = "Something went wrong on my side. Please try again; it has been noted in my log."
EXPIRED_CODES = (10062, 10015)  # unknown interaction, unknown webhook: nobody waits any more


class Refused(app_commands.CheckFailure):
    """A request that is declined; the message is for the person who asked."""


def words_for(error: BaseException) -> str | None:
    """What a person is told about an error; `None` for one that is nobody's expectation."""
    match error:
        case Refused():
            return str(error)
        case StorageError():
            return "I cannot reach my notes right now. Please try again in a minute."
        case ClassifierError():
            return "I cannot score text right now. Please try again in a minute."
        case discord.Forbidden():
            return "I do not have the permission for that in this channel. Please ask a moderator."
        case app_commands.TransformerError():
            return "I could not find that in this server. Please pick it from the list."
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return "This command has just changed. Please restart Discord and try again."
        case app_commands.CheckFailure():
            return "You cannot use this here."
    return None


async def on_error(interaction: discord.Interaction, error: BaseException) -> None:
    """Answer, and log, what went wrong with a command, a button, a select or a modal; never raises.

    The log gets the place, the error's type and the way to it. Not who asked: nobody erases them
    there. Nor the error's message: it might quote what somebody wrote.
    """
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    words = words_for(error)
    if not isinstance(error, Refused):
        _log(interaction, error, logging.ERROR if words is None else logging.WARNING)
    if isinstance(error, discord.HTTPException) and error.status == 429:
        return  # five tries have failed: five more would only count as invalid requests
    try:
        await _answer(interaction, words or UNEXPECTED)
    except discord.HTTPException as failure:
        log.info("Interaction %d could not be answered: code %d", interaction.id, failure.code)
    except Exception as failure:
        _log(interaction, failure, logging.ERROR)


async def _answer(interaction: discord.Interaction, words: str) -> None:
    nobody = discord.AllowedMentions.none()
    if interaction.response.is_done():
        await interaction.followup.send(words, ephemeral=True, allowed_mentions=nobody)
    else:
        await interaction.response.send_message(words, ephemeral=True, allowed_mentions=nobody)


def _log(interaction: discord.Interaction, error: BaseException, level: int) -> None:
    if isinstance(error, discord.NotFound) and error.code in EXPIRED_CODES:
        log.info("Interaction %d expired before it was answered", interaction.id)
        return
    log.log(
        level,
        "%s failed in guild %s, channel %s: %s",
        _used(interaction),
        interaction.guild_id,
        interaction.channel_id,
        describe(error),
    )


def _used(interaction: discord.Interaction) -> str:
    """What was used, for the log: never more of a custom_id than its kind."""
    data: Any = interaction.data
    try:
        if interaction.command is not None:
            return interaction.command.qualified_name
        return CustomId.parse(data["custom_id"]).kind
    except (KeyError, TypeError, ValueError, AttributeError):
        return "An interaction"  # of which nothing can be told
