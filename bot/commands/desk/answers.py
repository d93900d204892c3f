"""*Is it over?*, *Who was there?* and *Seen before?*: the buttons under the morning's card.

Each answers in a message of its own, so that the card stays, and looks anew at what is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import discord

from bot.commands import access, replies
from bot.commands.desk.episode_id import PATTERN, EpisodeId
from bot.commands.desk.looks import FoundEpisode, Looks, Viewing
from bot.commands.desk.messages import EpisodeMessages
from bot.commands.desk.pictures import DeskPictures
from bot.commands.errors import Refused
from bot.commands.turns import Turns
from bot.commands.views import persistent
from bot.commands.views.persistent import Handler, PersistentItem, Press
from bot.render.desk_answers import GONE, MOST_FALLS, before_embed, over_embed, people_embed
from bot.render.localizer import Localizer
from bot.reports import morning
from bot.reports.morning import Before, people_between
from bot.reports.note_effects import effects
from bot.reports.periods import DAY
from storage import Storage
from storage.records import Note

MOST_NOTES = 5
"""The last so many notes are told of."""

A_MOMENT = timedelta(milliseconds=1)


class DeskAnswers:
    def __init__(
        self,
        looks: Looks,
        pictures: DeskPictures,
        messages: EpisodeMessages,
        storage: Storage,
        turns: Turns,
    ) -> None:
        self._looks = looks
        self._pictures = pictures
        self._episode_messages = messages
        self._messages = storage.messages
        self._notes = storage.notes
        self._turns = turns
        self._over = self._kind("over", self._press_over)
        self._people = self._kind("people", self._press_people)
        self._before = self._kind("before", self._press_before)
        self.buttons = (self._over, self._people, self._before)

    def _kind(self, name: str, pressed: Handler) -> type[PersistentItem]:
        return persistent.kind(name, rule=access.EPISODE, pressed=pressed, arguments=PATTERN)

    def buttons_about(
        self, localizer: Localizer, episode: EpisodeId, *, asker_id: int, at: datetime
    ) -> list[PersistentItem]:
        """All that can be asked about an episode."""
        labelled = (
            (self._over, localizer.gettext("Is it over?")),
            (self._people, localizer.gettext("Who was there?")),
            (self._before, localizer.gettext("Seen before?")),
        )
        return [
            self._messages_of(localizer, episode, asker_id=asker_id, at=at),
            *(
                kind.of(
                    discord.ui.Button[discord.ui.View](label=label),
                    asker_id=asker_id,
                    at=at,
                    arguments=episode.arguments,
                )
                for kind, label in labelled
            ),
        ]

    def _messages_of(
        self,
        localizer: Localizer,
        episode: EpisodeId,
        *,
        asker_id: int,
        at: datetime,
        label: str | None = None,
    ) -> PersistentItem:
        item = self._episode_messages.button(
            localizer,
            asker_id=asker_id,
            at=at,
            channel_id=episode.channel_id,
            began_id=episode.began_id,
            until_id=episode.until_id,
        )
        if label is not None and isinstance(item.item, discord.ui.Button):
            item.item.label = label
        return item

    def _messages_of_others(self, viewing: Viewing, found: Before) -> discord.ui.View | None:
        """Buttons to the messages of the falls before, each of where that was worst."""
        asked_by, at, localizer = viewing.viewer.id, self._looks.clock(), viewing.localizer
        buttons = [
            self._messages_of(
                localizer,
                EpisodeId.of(fall.worst),
                asker_id=asked_by,
                at=at,
                label=localizer.gettext("Messages of {date}", date=localizer.date(fall.began)),
            )
            for fall in found.others[:MOST_FALLS]
        ]
        return persistent.view(*buttons) if buttons else None

    async def _press_over(self, press: Press) -> None:
        with self._turns.of(press.interaction.user.id):
            await replies.defer(press.interaction)
            viewing = await self._looks.viewing(press.interaction, access.EPISODE)
            asked = EpisodeId.read(press.asked.arguments)
            found = await self._looks.episode(viewing, asked)
            now = self._looks.clock()
            embed, notes = await self.over(viewing, found, now)
            file = await self._pictures.after(embed, viewing, found, notes, now)
            await replies.answer(press.interaction, embed, file=file)

    async def over(
        self, viewing: Viewing, found: FoundEpisode, now: datetime
    ) -> tuple[discord.Embed, Sequence[Note]]:
        """Whether an episode is over, and what was noted since it began."""
        asked_about = (viewing.guild.id, [found.channel.id], found.episode.began, now)
        notes = (await self._notes.between(*asked_about))[-MOST_NOTES:]
        after = effects(notes, await self._messages.scores(*asked_about))
        embed = over_embed(viewing.localizer, found.episode, after, viewing.least_people)
        return embed, notes

    async def people(self, viewing: Viewing, found: FoundEpisode) -> discord.Embed:
        """How many people wrote in an episode."""
        episode = found.episode
        scores = await self._messages.scores(
            viewing.guild.id, [found.channel.id], episode.began, episode.until + A_MOMENT
        )
        people = people_between(scores, episode.began_id, episode.until_id)
        return people_embed(viewing.localizer, episode, found.channel.name, people)

    async def before(
        self, viewing: Viewing, asked: EpisodeId, now: datetime
    ) -> tuple[discord.Embed, Before]:
        """Whether there were others like it. Refused where nothing is left of it."""
        look, channels = await self._looks.far_back(viewing, asked.channel_id)
        episode = asked.among(look.episodes)
        if episode is None:
            raise Refused(GONE)
        found = morning.before(episode, look.unusual(), self._looks.kept_days)
        ids, since = [channel.id for channel in channels], now - found.days * DAY
        notes = await self._notes.between(viewing.guild.id, ids, since, now)
        only = ids[0] if len(ids) < len(viewing.channels()) else None
        return before_embed(viewing.localizer, found, notes, only=only), found

    async def _press_people(self, press: Press) -> None:
        with self._turns.of(press.interaction.user.id):
            await replies.defer(press.interaction)
            viewing = await self._looks.viewing(press.interaction, access.EPISODE)
            asked = EpisodeId.read(press.asked.arguments)
            found = await self._looks.episode(viewing, asked)
            embed = await self.people(viewing, found)
            # Only what was said tells who was hurt.
            read = self._messages_of(
                viewing.localizer,
                EpisodeId.of(found.episode),
                asker_id=viewing.viewer.id,
                at=self._looks.clock(),
                label=viewing.localizer.gettext("Read what was said"),
            )
            await replies.answer(press.interaction, embed, view=persistent.view(read))

    async def _press_before(self, press: Press) -> None:
        with self._turns.of(press.interaction.user.id):
            await replies.defer(press.interaction)
            viewing = await self._looks.viewing(press.interaction, access.EPISODE)
            asked, now = EpisodeId.read(press.asked.arguments), self._looks.clock()
            embed, found = await self.before(viewing, asked, now)
            file = await self._pictures.before(embed, viewing, found, now)
            view = self._messages_of_others(viewing, found)
            await replies.answer(press.interaction, embed, file=file, view=view)
