"""The one place where errors become words for people."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import app_commands

from bot.commands import replies
from bot.commands.answered_elsewhere import AnsweredElsewhere
from bot.commands.views.custom_id import CustomId
from bot.logs import describe
from bot.render.localizer import N_
from classifier.errors import ClassifierError
from storage.errors import StorageError

log = logging.getLogger(__name__)

SERVER_ONLY = N_("This needs a server. Here you can use `/sentiment check`.")
NOT_IN_THIS_SERVER = N_(
    "I'm not in this server, so I count nothing here. You can use `/sentiment check` and *Check "
    "sentiment*: only you see the answer."
)
SERVER_NOT_READY = N_(
    "Discord hasn't told me about this server yet. Please try again in a minute. If that doesn't "
    "help, an administrator needs to invite me again."
)
UNREADABLE_CHANNEL = N_(
    "I can only tell you about channels that both of us can read, including their history. If you "
    "can read it, I may be missing the View Channel permission there."
)
HIDDEN_FROM_ME = N_(
    "I can't see this channel, so I count nothing here. Please give me the View Channel and Read "
    "Message History permissions."
)
NOTHING_IN_CATEGORY = N_(
    "There's no channel in that category that I count and both of us can read."
)
MAY_NOT_WRITE_HERE = N_("You can't write here, so I can't share this here for you either.")
PRIVATE_TARGET = N_(
    "I can't post in a private thread. Please pick a channel, or a thread that isn't private."
)
MAY_NOT_HAVE_IT_POSTED = N_("You can't write there, so I can't post there for you either.")
NOT_FOR_EVERYBODY_HERE = N_(
    "I can't share this here: not everybody who sees this channel can read the channels it's from."
)
NO_SUCH_PERIOD = N_(
    "I don't understand that period. Try `7 days`, `yesterday`, `3 Nov to 8 Nov` or "
    "`8 Nov 17:00 to 22:00`. It can't be in the future."
)
NO_SUCH_MOMENT = N_(
    "I don't understand that time. Try `18:30`, `yesterday 18:30` or `8 Nov 18:30`. It can't be in "
    "the future, or longer ago than I keep figures."
)
NO_SUCH_NOTE = N_("There's no such note. Please pick it from the list.")
NO_MENTIONS_IN_NOTES = N_(
    "Please leave out mentions, links and ids: a note is about what happened, not about who."
)
NO_SIGNS_IN_NOTES = N_("There's a sign in that text that can't be shown. Please type it anew.")
CANNOT_POST_THERE = N_(
    "I can't post in that channel. Please give me View Channel, Send Messages and Embed Links "
    "there, or pick another channel of this server."
)
NO_QUIET_HOURS = N_("I don't understand those hours. Try `22-7` or `22:30-6:15`.")
NO_SUCH_ALERT = N_("There's no such alert. Please pick it from the list.")
TOO_MANY_ALERTS = N_(
    "This server has 25 alerts, and I keep no more. `/sentiment alerts remove` makes room."
)
ALERT_REMOVED = N_("That alert has been removed, so there's nothing to silence.")
NOT_OVER_YET = N_(
    "Members see a day once it's over (UTC), so there is nothing to show of that period yet."
)
PRIVATE_THREAD = N_("Private threads are never counted, so there is no mood to show.")
CHANNEL_NOT_COUNTED = N_("That channel isn't counted: this server's settings leave it out.")
NO_TEXT = N_("There's no text in that message, only a picture, a file, a sticker or the like.")
NOTHING_TO_DRAW = N_("There's nothing to draw of that period.")
TIMED_OUT = N_("You're timed out in this server, so I can't show you anything until that's over.")
COMMAND_CLOSED = N_(
    "An administrator of this server has limited who may use `/sentiment`, and you may not any "
    "more. So I can't show you anything."
)
MEMBER_LOOKUP_OFF = N_(
    "Member lookup is off in this server, so nobody sees another member's mood. `/sentiment me` "
    "shows yours."
)
MEMBER_LOOKUP_NOT_YOURS = N_(
    "In this server only some people can look up another member's mood. `/sentiment privacy show` "
    "tells you who. `/sentiment me` shows your own mood."
)
BOTS_ARE_NOT_COUNTED = N_("Bots aren't counted, so there is no mood to show.")
MODERATORS_ONLY = N_("That's for moderators of this server.")
MOODS_FOR_MODERATORS = N_(
    "In this server only moderators see the moods of channels. `/sentiment me` shows your own mood."
)
NOT_TO_BE_SHARED = N_(
    "In this server only moderators see the moods of channels, so I don't share them. An "
    "administrator can change that in `/sentiment settings`."
)
MANAGER_ONLY = N_("You need the Manage Server permission for this.")
ADMINISTRATOR_ONLY = N_(
    "You need the Administrator permission for this, because it decides who can see what."
)
EVERYONE_IS_NO_ROLE = N_("That role is everyone. Please pick one that only people you trust have.")
NO_SUCH_TIME_ZONE = N_(
    "I don't know that time zone. Please type a city near you, as in `Europe/Berlin`; with "
    "`/sentiment settings time-zone:` you can pick it from a list."
)
NO_SUCH_RETENTION = N_(
    "Please give me days as whole numbers: messages' figures for 1 day or more, members' totals "
    "for 7 or more, channels' totals for 8 or more. None can be kept longer than the next one, or "
    "longer than whoever runs me allows."
)
NO_SUCH_MINIMUMS = N_(
    "Please give me two whole numbers: at least 5 people (up to 100), and at least 20 messages (up "
    "to 1000)."
)
CANNOT_READ_HISTORY = N_(
    "I'm not allowed to read older messages there. Please give me the View Channel and Read "
    "Message History permissions in that channel."
)
NO_MESSAGE_CONTENT = N_(
    "Discord doesn't let me read messages, so there is nothing to count. Whoever runs me can see "
    "in my log how to change that."
)
ALREADY_READING = N_(
    "I'm already reading older messages in this server. Please ask again when that's done."
)
ONE_MOMENT = N_("One moment, please: I'm still working on your last two questions.")
CHARTS_BUSY = N_("I'm drawing a lot of charts right now. For a chart, try again in a minute.")
DISCORD_IS_SLOW = N_("Discord is taking too long to give me these messages. Please try again.")
AGE_RESTRICTED = N_(
    "That channel is age-restricted, so I only show its messages in there. Please ask me in that "
    "channel, or read it yourself."
)
NOT_LASTING = N_("That answer is more than a day old. Please use the command again.")
TOO_FEW_WRITERS = N_(
    "Fewer than three people wrote those messages, as far as I still have them, so I don't show "
    "them: that would be about one person."
)
NOTHING_BEFORE = N_(
    "I don't have enough messages from before to compare with: it takes three people, and I keep a "
    "message's figures for 30 days at most."
)
OUTDATED = N_("That button is from before my last update. Please use the command again.")
OUTDATED_FORM = N_("That form is from before my last update. Please use the command again.")
NOT_YOURS = N_(
    "Only the person who asked can use that. Use the command yourself to get your own answer."
)

UNEXPECTED = N_("Something went wrong on my side, and I've noted it in my log. Please try again.")
EXPIRED_CODES = (10062, 10015, 50027)
"""Unknown interaction, unknown webhook, and (of a token after 15 minutes, with status 401) invalid
webhook token: nobody waits any more."""


class Refused(app_commands.CheckFailure):
    """A request that is declined; the message, in English, is for the person who asked."""


def words_for(error: BaseException) -> str | None:
    """What a person is told about an error, in English; `None` for one that nobody expects."""
    match error:
        case Refused():
            return str(error)
        case StorageError():
            return N_("I can't reach my database right now. Please try again in a minute.")
        case ClassifierError():
            return N_("I can't judge text right now. Please try again in a minute.")
        case discord.RateLimited():
            return N_("Discord asked me to slow down. Please try again in a minute.")
        case discord.Forbidden():
            return N_("I don't have permission to do that in this channel. Please ask a moderator.")
        case app_commands.TransformerError():
            return N_("I couldn't find that. Please pick it from the list.")
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return N_("This command has just changed. Please restart Discord and try again.")
        case app_commands.CheckFailure():
            return N_("You can't use this here.")
    return None


class ErrorHandler:
    """Answers, and logs, what went wrong with a command, a button, a select or a modal."""

    def __init__(self) -> None:
        self._elsewhere = AnsweredElsewhere()

    async def on_error(self, interaction: discord.Interaction, error: BaseException) -> None:
        """Never raises.

        The log gets the place, the error's type and the way to it. Not who asked: nobody erases
        them there. Nor the error's message: it might quote what somebody wrote.
        """
        if isinstance(error, app_commands.CommandInvokeError):
            error = error.original
        if self._elsewhere.note(error):
            return  # they have an answer
        words = words_for(error)
        if not isinstance(error, Refused):
            _log(interaction, error, logging.ERROR if words is None else logging.WARNING)
        if isinstance(error, discord.HTTPException) and error.status == 429:
            return  # five tries have failed: five more would only count as invalid requests
        if interaction.client.is_closed():
            return
        try:
            await _answer(interaction, words or UNEXPECTED)
        except discord.HTTPException as failure:
            if not self._elsewhere.note(failure):
                code = failure.code
                log.info("Interaction %d could not be answered: code %d", interaction.id, code)
        except discord.RateLimited:
            log.info("Interaction %d could not be answered: Discord says to wait", interaction.id)
        except Exception as failure:
            _log(interaction, failure, logging.ERROR)


async def _answer(interaction: discord.Interaction, words: str) -> None:
    said = replies.localizer_of(interaction).gettext(words)
    if interaction.response.is_done():
        await interaction.followup.send(said, ephemeral=True, allowed_mentions=replies.NOBODY)
    else:
        await interaction.response.send_message(
            said, ephemeral=True, allowed_mentions=replies.NOBODY
        )


def _log(interaction: discord.Interaction, error: BaseException, level: int) -> None:
    if isinstance(error, discord.HTTPException) and error.code in EXPIRED_CODES:
        log.info("Interaction %d expired before it was answered", interaction.id)
        return
    if interaction.client.is_closed():
        log.info("Interaction %d was cut short by a stop", interaction.id)
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
