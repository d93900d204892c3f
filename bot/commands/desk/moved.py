"""*What moved it?*: the words that changed most between two periods, read from Discord.

Whoever presses may see live figures, and may read the channel now. The texts are read, explained
and forgotten; told are only words that at least three people used (see `bot.reports.moved`).
"""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Protocol

import discord

from bot.commands import access, errors, replies
from bot.commands.desk.live_text import MOST_REQUESTS, LiveText, MessageSource
from bot.commands.desk.pressing import defer, require_open, viewer_and_channel
from bot.commands.errors import Refused
from bot.commands.places import readable_channel
from bot.commands.turns import Turns
from bot.commands.views import persistent
from bot.commands.views.persistent import PersistentItem, Press
from bot.permissions.channels import Channel
from bot.render.localizer import Localizer
from bot.render.moved import Read, moved_embed
from bot.reports.moved import Periods, WordTally, drawn, first_id_of, hour_of, moved
from bot.reports.talk import Row, rows_of
from bot.reports.writers import LEAST_WRITERS
from classifier.score import Contribution, Explanation
from storage import Storage
from storage.records import Scores


class Explainer(Protocol):
    """What is needed of the classifier: its thread pool."""

    async def explain(self, text: str) -> Explanation: ...


class WhatMoved:
    """The button *What moved it?*, and what comes of it."""

    def __init__(
        self,
        storage: Storage,
        source: MessageSource,
        pool: Explainer,
        turns: Turns,
        clock: Callable[[], datetime],
    ) -> None:
        self._messages = storage.messages
        self._settings = storage.settings
        self._source = source
        self._pool = pool
        self._turns = turns
        self._clock = clock
        self._kind = persistent.kind(
            "moved",
            rule=access.EPISODE,
            pressed=self._press,
            # The channel; since and until which hour; and since which hour was before.
            arguments="[0-9]{1,20}(:[0-9]{1,7}){3}",
        )
        self.buttons: tuple[type[PersistentItem], ...] = (self._kind,)

    def button(
        self,
        localizer: Localizer,
        *,
        asker_id: int,
        at: datetime,
        channel_id: int,
        periods: Periods,
    ) -> PersistentItem:
        """*What moved it?*, about a channel. A press is answered by a message of its own."""
        label = localizer.gettext("What moved it?")
        return self._kind.of(
            discord.ui.Button(label=label),
            asker_id=asker_id,
            at=at,
            arguments=(channel_id, periods.since, periods.until, periods.before),
        )

    async def _press(self, press: Press) -> None:
        interaction, now = press.interaction, self._clock()
        viewer, channel = viewer_and_channel(press, now)
        since, until, before = map(int, press.asked.arguments[1:])
        if not before < since < until <= hour_of(now) + 1:
            raise Refused(errors.OUTDATED)
        with self._turns.of(viewer.id):
            await defer(interaction, in_place=False)
            await require_open(self._settings, viewer, channel)
            periods = Periods(before, since, until)
            embed = await self._embed(replies.localizer_of(interaction), channel, periods)
            readable_channel(viewer, channel.id)  # still, after all that waiting
            await replies.answer(interaction, embed)

    async def _embed(
        self, localizer: Localizer, channel: Channel, periods: Periods
    ) -> discord.Embed:
        first, end = periods.span
        found = await self._messages.scores(channel.guild.id, [channel.id], first, end)
        earlier, now = await asyncio.to_thread(_counted, found, periods)  # a lively channel's
        for part, refusal in (now, errors.TOO_FEW_WRITERS), (earlier, errors.NOTHING_BEFORE):
            if len({row.person for row in part}) < LEAST_WRITERS:
                raise Refused(refusal)
        tally, tally_before = await self._tally(channel, now), await self._tally(channel, earlier)
        return moved_embed(
            localizer,
            channel.name,
            periods,
            moved(tally, tally_before),
            Read(tally.messages, len(now)),
            Read(tally_before.messages, len(earlier)),
        )

    async def _tally(self, channel: Channel, rows: Sequence[Row]) -> WordTally:
        """Of messages drawn evenly, by half of the requests that one answer may take."""
        text = LiveText(self._source, self._messages, channel, requests=MOST_REQUESTS // 2)
        said = await text.of_blocks(drawn(rows))
        person_of = {row.message_id: row.person for row in rows}
        texts: list[tuple[int, Sequence[Contribution]]] = []
        for each in said.values():
            explanation = await self._pool.explain(each.text)
            texts.append((person_of[each.message_id], explanation.contributions))
        return WordTally(texts)


def _counted(scores: Scores, periods: Periods) -> tuple[list[Row], list[Row]]:
    """The messages that count towards the mood, of before and of now."""
    rows = [row for row in rows_of(scores) if row.is_judged and row.counts]
    since = bisect_left(rows, first_id_of(periods.since), key=attrgetter("message_id"))
    return rows[:since], rows[since:]
