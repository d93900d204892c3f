"""Moderators say of a message whether its label was right; `/sentiment feedback` counts that.

A mark is one bit about a message that is stored. Neither its text nor who marked it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, errors, replies
from bot.commands.desk.pressing import defer, require_open, viewer_and_channel
from bot.commands.errors import Refused
from bot.commands.turns import Turns
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from bot.gateway.channels import Channel
from bot.render.embeds import note_embed
from bot.render.localizer import N_, Localizer
from bot.render.talk import chosen_of
from bot.reports.talk import Row, Word, rows_of
from storage import Storage
from storage.records import snowflake_time

MOST_OPTIONS = 25
"""https://discord.com/developers/docs/components/reference#string-select"""

NO_MARKS = N_("Nobody has marked a message yet.")
HOW = N_("Under *Which messages?* you can say of a message whether its label is right.")
HOW_IN_DISCORD = N_(
    "In Discord, /sentiment now and then “Which messages?” lets you say of a message whether its "
    "label is right."
)
NOT_THERE = N_("I don't have it any more, or have judged it anew since. So nothing is marked.")
NO_SAMPLE = N_(
    "People mark what strikes them, so they are no sample: this is not how often I'm right. I keep "
    "a mark as long as the message's figures, and neither its text nor who marked it."
)


class Marking:
    """The two selects under messages: *right* and *not what it looks like*."""

    def __init__(self, storage: Storage, turns: Turns, clock: Callable[[], datetime]) -> None:
        self._messages = storage.messages
        self._marks = storage.marks
        self._settings = storage.settings
        self._turns = turns
        self._clock = clock
        self._kind = persistent.kind(
            "mark",
            rule=access.EPISODE,
            pressed=self._press,
            arguments="[0-9]{1,20}:(right|wrong)",
        )
        self.buttons: tuple[type[PersistentItem], ...] = (self._kind,)

    def selects(
        self,
        localizer: Localizer,
        options: Sequence[discord.SelectOption],
        *,
        asker_id: int,
        at: datetime,
        channel_id: int,
    ) -> list[PersistentItem]:
        """None where there is nothing to choose. The options' values are those of `choices`."""
        if not options:
            return []
        _ = localizer.gettext
        offered = list(options[:MOST_OPTIONS])
        return [
            self._kind.of(
                discord.ui.Select(placeholder=words, options=offered, max_values=len(offered)),
                asker_id=asker_id,
                at=at,
                arguments=(channel_id, verdict),
            )
            for verdict, words in (
                ("right", _("Mark labels that are right")),
                ("wrong", _("Mark what is not what it looks like")),
            )
        ]

    async def _press(self, press: Press) -> None:
        interaction = press.interaction
        viewer, channel = viewer_and_channel(press, self._clock())
        try:
            chosen = [chosen_of(value) for value in press.chosen]
        except ValueError:
            raise Refused(errors.OUTDATED) from None
        with self._turns.of(viewer.id):
            await defer(interaction, in_place=False)
            await require_open(self._settings, viewer, channel)
            right = press.asked.arguments[1] == "right"
            marked = [await self._mark(channel, *each, right=right) for each in chosen]
            localizer = replies.localizer_of(interaction)
            title, words = localizer.gettext("Thank you"), _thanks(localizer, sum(marked))
            await replies.answer(interaction, note_embed(title, words))

    async def _mark(self, channel: Channel, message_id: int, word: Word, *, right: bool) -> bool:
        """False where the message is not stored any more, or has another label by now."""
        row = await self._row(channel, message_id)
        if row is None or row.word != word:
            return False
        return await self._marks.set(channel.guild.id, row.place_id, row.message_id, right)

    async def _row(self, channel: Channel, message_id: int) -> Row | None:
        """The stored message of this channel or of a thread of it; `None` where there is none."""
        sent = snowflake_time(message_id)
        end = sent + timedelta(milliseconds=1)
        found = await self._messages.scores(channel.guild.id, [channel.id], sent, end)
        return next((row for row in rows_of(found) if row.message_id == message_id), None)


def _thanks(localizer: Localizer, marked: int) -> str:
    if not marked:
        return localizer.gettext(NOT_THERE)
    return localizer.ngettext(
        "{number} message is marked. `/sentiment feedback` tells what came of all marks.",
        "{number} messages are marked. `/sentiment feedback` tells what came of all marks.",
        marked,
    )


class FeedbackCommands(commands.Cog):
    def __init__(self, storage: Storage) -> None:
        self._marks = storage.marks
        self._settings = storage.settings

    @app_commands.command(
        description=N_("See how many marked messages had the right label; for moderators")
    )
    async def feedback(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.FEEDBACK)
        await replies.defer(interaction)
        access.require_live(access.FEEDBACK, viewer, await self._settings.get(viewer.guild.id))
        localizer = replies.localizer_of(interaction)
        await replies.answer(interaction, await self.told(viewer.guild.id, localizer))

    async def told(self, guild_id: int, localizer: Localizer, how: str = HOW) -> discord.Embed:
        """What came of all marks in a guild, for people who see live figures; and `how` to mark
        something, where nobody has done it yet."""
        marked, right = await self._marks.totals(guild_id)
        _ = localizer.gettext
        if not marked:
            return note_embed(_("Feedback"), f"{_(NO_MARKS)} {_(how)}")
        words = localizer.ngettext(
            "Of {number} marked message {right} had the right label.",
            "Of {number} marked messages {right} had the right label.",
            marked,
            right=right,
        )
        return note_embed(_("Feedback"), f"{words}\n\n{_(NO_SAMPLE)}")
