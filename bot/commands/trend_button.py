"""A button that shows the mood over time, under an answer that was about something else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

import discord

from bot.commands import access
from bot.commands.access import Rule
from bot.commands.scopes import Asked, looked_up
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from bot.render.localizer import Localizer
from bot.reports.periods import HOUR, Last, Period

RULE = access.SERVER_MOOD
"""Whether the viewer can read what it is about is asked when it is looked up."""


AnswerMoods = Callable[[discord.Interaction, Rule, Sequence[Asked], Period], Awaitable[None]]
"""Answers with the mood of what is asked about, in a period."""


class TrendButton:
    """Register its `kind` at the start."""

    def __init__(self, answer: AnswerMoods) -> None:
        self._answer = answer
        self.kind = persistent.kind(
            "trend",
            rule=RULE,
            pressed=self._press,
            # So many hours; of a channel, thread or category, else of all that they can read.
            arguments=r"[1-9]\d{0,4}(?::\d{1,20})?",
        )

    def of(
        self,
        localizer: Localizer,
        viewer: discord.Member,
        at: datetime,
        length: timedelta,
        *asked_id: int,
    ) -> PersistentItem:
        """One for the last days, about one thing or all."""
        label = localizer.gettext("Show the trend")
        return self.kind.of(
            discord.ui.Button(label=label, style=discord.ButtonStyle.primary),
            asker_id=viewer.id,
            at=at,
            arguments=(length // HOUR, *asked_id),
        )

    async def _press(self, press: Press) -> None:
        hours, *asked_ids = map(int, press.asked.arguments)
        viewer = access.viewer_of(press.interaction, RULE)
        asked = await looked_up(viewer.guild, asked_ids)
        await self._answer(press.interaction, RULE, asked, Last(hours * HOUR))
