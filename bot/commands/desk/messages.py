"""*Which messages?*: what was said in an episode, read from Discord for one moderator's answer.

The rules, checked at each press:

- who presses may see live figures, and may read the channel with its history now; what is said in
  private threads is not stored, and not read;
- the button is a day old at most, and the episode is still one of at least three people;
- the answer is for who pressed alone, and an age-restricted channel's only in such a channel;
- messages of people who have opted out by now are left out, and that is always said.

No text is kept, and none is logged. There is no filter, count, sum or order by person.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.commands import access, errors, replies
from bot.commands.desk.live_text import LiveText, MessageSource
from bot.commands.desk.marks import Marking
from bot.commands.desk.moved import WhatMoved
from bot.commands.desk.pressing import defer, require_open, viewer_and_channel
from bot.commands.errors import Refused
from bot.commands.places import readable_channel
from bot.commands.turns import Turns
from bot.commands.views import persistent
from bot.commands.views.custom_id import PACKED, packed, unpacked
from bot.commands.views.persistent import PersistentItem, Press
from bot.permissions.channels import Channel
from bot.render import charts
from bot.render.chart_pool import ChartPool, ChartsBusyError
from bot.render.localizer import Localizer
from bot.render.talk import Line, choices, lines_of, talk_embeds
from bot.reports.moved import Periods
from bot.reports.talk import Page, Talk, dots_of, rows_of, span, talk
from bot.reports.time_zones import zone_of
from storage import Storage
from storage.records import snowflake_time


@dataclass(frozen=True, slots=True)
class AskedMessages:
    """Whose messages: an episode's, from one message to another; from which on (0: the turn)."""

    channel_id: int
    began_id: int
    until_id: int
    from_id: int

    @classmethod
    def of(cls, arguments: Sequence[str]) -> AskedMessages:
        """Raises Refused where these cannot be ids of messages."""
        channel_id, *ids = arguments
        began, until, first = map(unpacked, ids)
        if not (0 < began <= until < 2**63 and first < 2**63):
            raise Refused(errors.OUTDATED)
        return cls(int(channel_id), began, until, first)


@dataclass(frozen=True, slots=True)
class ReadTalk:
    """A page of a talk with what is said in it, as far as it can be shown. `ran_out`: there was
    more than is asked of Discord for one answer."""

    talk: Talk
    page: Page
    lines: list[Line]
    ran_out: bool


class EpisodeMessages:
    """The button *Which messages?*, and what comes of it."""

    def __init__(
        self,
        storage: Storage,
        source: MessageSource,
        turns: Turns,
        clock: Callable[[], datetime],
        *,
        charts: ChartPool,
        moved: WhatMoved,
        marking: Marking,
    ) -> None:
        self._messages = storage.messages
        self._settings = storage.settings
        self._source = source
        self._turns = turns
        self._clock = clock
        self._charts = charts
        self._moved = moved
        self._marking = marking
        self._kind = persistent.kind(
            "messages",
            rule=access.EPISODE,
            pressed=self._press,
            # The channel; where the episode begins and ends; where the page begins.
            arguments=f"[0-9]{{1,20}}(:{PACKED}){{3}}",
        )
        self.buttons: tuple[type[PersistentItem], ...] = (self._kind,)

    def button(
        self,
        localizer: Localizer,
        *,
        asker_id: int,
        at: datetime,
        channel_id: int,
        began_id: int,
        until_id: int,
    ) -> PersistentItem:
        """*Which messages?*, about an episode of a channel, with the first and last message of it.

        A press is answered by a message of its own; the one with the button stays.
        """
        label = localizer.gettext("Which messages?")
        asked = AskedMessages(channel_id, began_id, until_id, 0)
        return self._item(discord.ui.Button(label=label), asker_id, at, asked)

    def _item(
        self,
        button: discord.ui.Button[discord.ui.View],
        asker_id: int,
        at: datetime,
        asked: AskedMessages,
    ) -> PersistentItem:
        ids = (asked.began_id, asked.until_id, asked.from_id)
        arguments = (str(asked.channel_id), *map(packed, ids))
        return self._kind.of(button, asker_id=asker_id, at=at, arguments=arguments)

    async def _press(self, press: Press) -> None:
        interaction, asked = press.interaction, AskedMessages.of(press.asked.arguments)
        viewer, channel = viewer_and_channel(press, self._clock())
        with self._turns.of(viewer.id):
            await defer(interaction, in_place=asked.from_id != 0)
            chosen = await require_open(self._settings, viewer, channel)
            localizer = replies.localizer_of(interaction, zone_of(chosen.time_zone))
            await self._answer(interaction, localizer, viewer, channel, asked)

    async def _answer(
        self,
        interaction: discord.Interaction,
        localizer: Localizer,
        viewer: discord.Member,
        channel: Channel,
        asked: AskedMessages,
    ) -> None:
        found = await self._talk(channel, asked)
        read, picture = await asyncio.gather(
            self._read(channel, found, asked.from_id),
            self._picture(localizer, channel, found, asked),
        )
        readable_channel(viewer, channel.id)  # still, after all that waiting
        embeds = talk_embeds(
            localizer,
            (channel.id, channel.name),
            read.talk,
            read.page,
            read.lines,
            replies.names_known(interaction),
            ran_out=read.ran_out,
        )
        view = persistent.view(
            *self._around(localizer, viewer.id, asked, read.page),
            self._moved_button(localizer, viewer.id, asked),
            *self._marking.selects(
                localizer,
                choices(localizer, read.lines),
                asker_id=viewer.id,
                at=self._clock(),
                channel_id=channel.id,
            ),
        )
        if picture is not None:
            embeds[-1].set_image(url=f"attachment://{picture.filename}")
        await interaction.edit_original_response(
            embeds=embeds,
            attachments=[picture] if picture is not None else [],
            view=view,
            allowed_mentions=replies.NOBODY,
        )

    async def read(self, channel: Channel, began_id: int, until_id: int, from_id: int) -> ReadTalk:
        """A page of an episode's messages, beginning with one of them (0: where it turned).

        The caller has seen to it that whoever is shown it may read the channel. Refused where fewer
        than three people are left in it; see `LiveText`.
        """
        found = await self._talk(channel, AskedMessages(channel.id, began_id, until_id, from_id))
        return await self._read(channel, found, from_id)

    async def _read(self, channel: Channel, found: Talk, from_id: int) -> ReadTalk:
        page = found.page(from_id)
        text = LiveText(self._source, self._messages, channel)
        said = await text.of(page.rows)
        return ReadTalk(found, page, lines_of(page, said), text.ran_out)

    async def _picture(
        self, localizer: Localizer, channel: Channel, found: Talk, asked: AskedMessages
    ) -> discord.File | None:
        """A dot a message, with the first page alone; none where too many charts are waiting."""
        if asked.from_id:
            return None
        dots = dots_of(f"#{channel.name}", found)
        try:
            png = await self._charts.draw(localizer, dots)
        except ChartsBusyError:
            return None
        described = charts.describe(localizer, dots)
        return discord.File(io.BytesIO(png), "messages.png", description=described)

    async def _talk(self, channel: Channel, asked: AskedMessages) -> Talk:
        """Raises Refused where fewer than three people are left in the episode."""
        since, until = span(asked.began_id, asked.until_id)
        scores = await self._messages.scores(channel.guild.id, [channel.id], since, until)
        # A lively channel's are thousands: not on the event loop.
        found = await asyncio.to_thread(
            lambda: talk(rows_of(scores), asked.began_id, asked.until_id)
        )
        if not found.has_enough_writers:
            raise Refused(errors.TOO_FEW_WRITERS)
        return found

    def _around(
        self, localizer: Localizer, asker_id: int, asked: AskedMessages, page: Page
    ) -> list[PersistentItem]:
        """The buttons to the pages beside this one."""
        now, items = self._clock(), []
        for label, first in (
            (localizer.gettext("Earlier"), page.earlier),
            (localizer.gettext("Later"), page.later),
        ):
            if first is not None:
                button = discord.ui.Button[discord.ui.View](label=label)
                there = AskedMessages(asked.channel_id, asked.began_id, asked.until_id, first)
                items.append(self._item(button, asker_id, now, there))
        return items

    def _moved_button(
        self, localizer: Localizer, asker_id: int, asked: AskedMessages
    ) -> PersistentItem:
        """What moved the mood in the episode's hours, compared with the week before."""
        began, until = snowflake_time(asked.began_id), snowflake_time(asked.until_id)
        return self._moved.button(
            localizer,
            asker_id=asker_id,
            at=self._clock(),
            channel_id=asked.channel_id,
            periods=Periods.of_an_episode(began, until),
        )
