"""What a moderator of the sample server sees at the desk, on the day after a quarrel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import discord

from bot.render.desk import LookedAt, morning_embed
from bot.render.desk_answers import before_embed, over_embed, people_embed
from bot.reports.channel_baselines import NotYet
from bot.reports.course import Course, Moment
from bot.reports.day_squares import day_squares
from bot.reports.dots import Dots
from bot.reports.message_courses import courses
from bot.reports.morning import Morning, before, people_between, since_of
from bot.reports.note_effects import effects
from bot.reports.periods import DAY, HOUR, Window, floor
from bot.reports.side_by_side import strips
from bot.reports.talk import dots_of, rows_of, talk
from bot.reports.unusual.episodes import Episode
from bot.reports.watching import Look, Watching
from scripts.gallery.from_sample import BERLIN, Gallery
from scripts.gallery.sample import GUILD, SampleServer
from storage import Storage
from storage.records import Retention

ZONE = BERLIN.time_zone
LEAST_PEOPLE = 1
"""Moderators see all live figures."""


class DeskGallery:
    """The dialogue about what was unusual, at some time."""

    def __init__(self, storage: Storage, server: SampleServer, now: datetime) -> None:
        self._storage = storage
        self._server = server
        self._now = now
        self._watching = Watching(storage, Retention(), lambda: now)
        self._names = {each: name for name, each in server.channels.items()}

    async def morning(self) -> Gallery:
        """What was unusual since yesterday morning."""
        since = since_of(None, self._now, ZONE)
        look = await self._watching.look(GUILD, list(self._names), since)
        found = Morning(since, len(self._names), look.messages, look.unusual(), look.waiting)
        asked = LookedAt(self._now, None, self._names, LEAST_PEOPLE)
        quiet = Morning(since, len(self._names), look.messages, (), look.waiting)
        window = _window(since, self._now)
        made = await self._courses(look, look.unusual(), list(self._names), window)
        return Gallery(
            {"desk-morning": strips(window, made)},
            {
                "card-now": morning_embed(BERLIN, found, asked),
                "card-now-on-a-good-day": morning_embed(BERLIN, quiet, asked),
                **self._rare(found, asked),
            },
        )

    def _rare(self, found: Morning, asked: LookedAt) -> dict[str, discord.Embed]:
        """Channels that are new, and forty that are all unusual."""
        waiting = {each: NotYet(3, 40, None) for each in self._names}
        new = replace(found, unusual=(), waiting=waiting)
        cards = {"card-now-new": morning_embed(BERLIN, new, asked)}
        if found.unusual:
            names = {number: f"channel-{number}" for number in range(40)}
            forty = tuple(replace(found.unusual[0], channel_id=each) for each in names)
            many = replace(found, channels=len(names), unusual=forty)
            told = morning_embed(BERLIN, many, replace(asked, names=names))
            cards["card-now-forty-channels"] = told
        return cards

    async def episode(self) -> Gallery:
        """The questions about the strongest episode: is it over, who was there, seen before."""
        look = await self._watching.look(GUILD, list(self._names), self._now - 30 * DAY)
        unusual = look.unusual()
        episode = max(unusual, key=lambda each: (each.began > self._now - 2 * DAY, each.evidence))
        channel, name = episode.channel_id, self._names[episode.channel_id]
        span = (episode.began, self._now)
        notes = await self._storage.notes.between(GUILD, [channel], *span)
        scores = await self._storage.messages.scores(GUILD, [channel], *span)
        earlier = before(episode, unusual, 30)
        window = _window(episode.began - DAY, self._now)
        moments = [Moment(note.at, note.kind, note.text) for note in notes]
        (after,) = await self._courses(look, [episode], [channel], window, moments)
        falls = [each for fall in (earlier.asked, *earlier.others) for each in fall.episodes]
        days = day_squares(self._server.name, self._now - 30 * DAY, self._now, falls, ZONE)
        people = people_between(scores, episode.began_id, episode.until_id)
        return Gallery(
            {
                "desk-is-it-over": after,
                "desk-which-messages": await self._dots(episode),
                "desk-seen-before": days,
            },
            {
                "card-over": over_embed(BERLIN, episode, effects(notes, scores), LEAST_PEOPLE),
                "card-people": people_embed(BERLIN, episode, name, people),
                "card-before": before_embed(BERLIN, earlier, notes),
            },
        )

    async def _dots(self, episode: Episode) -> Dots:
        minutes = timedelta(minutes=5)
        span = episode.began - minutes, episode.until + minutes
        scores = await self._storage.messages.scores(GUILD, [episode.channel_id], *span)
        name = f"#{self._names[episode.channel_id]}"
        return dots_of(name, talk(rows_of(scores), episode.began_id, episode.until_id))

    async def _courses(
        self,
        look: Look,
        episodes: Sequence[Episode],
        channel_ids: Sequence[int],
        window: Window,
        moments: Sequence[Moment] = (),
    ) -> list[Course]:
        scores = await self._storage.messages.scores(GUILD, channel_ids, *window.span)
        names = {each: f"#{self._names[each]}" for each in channel_ids}
        return courses(
            scores,
            window,
            names,
            look.baselines,
            episodes,
            least_people=LEAST_PEOPLE,
            moments=moments,
        )


def _window(since: datetime, now: datetime) -> Window:
    """The hours from one to the other, on the server's clock."""
    return Window(floor(since, HOUR), floor(now, HOUR) + HOUR, zone=ZONE)
