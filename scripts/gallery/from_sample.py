"""Pictures and cards of the sample server, made as the bot makes them for a moderator."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import discord

import classifier
from bot.render.about import Offered, help_embed, privacy_embed
from bot.render.charts import Picture
from bot.render.coverage import coverage_embed
from bot.render.embeds import check_embed, mood_embed
from bot.render.localizer import Localizer
from bot.render.settings import settings_embed
from bot.reports.context import Contexts
from bot.reports.course import of_trend
from bot.reports.missing import Circumstances
from bot.reports.periods import DAY, Between, Last, Window
from bot.reports.pictures import MoodPictures, Subject, View
from bot.reports.queries import Moods
from bot.reports.watching import Watching
from scripts.gallery.sample import GUILD, SampleServer, said
from scripts.gallery.talk_cards import talk_cards
from storage import Storage
from storage.records import GuildSettings, PrivacyStatus, Retention

BERLIN = Localizer(time_zone=ZoneInfo("Europe/Berlin"))
KEPT = 400
"""Days that sums are kept for, by default."""

_VIEWS: tuple[tuple[View, int], ...] = (
    ("course", 1),
    ("course", 7),
    ("course", 30),
    ("course", KEPT),
    ("compare", 7),
    ("channels", 7),
    ("week", 30),
)


@dataclass(frozen=True, slots=True)
class Gallery:
    """The pictures and the cards, each by its name."""

    pictures: dict[str, Picture]
    cards: dict[str, discord.Embed]


class SampleGallery:
    """All that can be asked about the sample server at some time."""

    def __init__(self, storage: Storage, server: SampleServer, now: datetime) -> None:
        def clock() -> datetime:
            return now

        retention = Retention()
        self._storage = storage
        self._server = server
        self._now = now
        self._moods = Moods(storage, retention, clock)
        self._watching = Watching(storage, retention, clock)
        self._contexts = Contexts(storage, self._watching)

    async def make(self) -> Gallery:
        """Everything."""
        pictures: dict[str, Picture] = {}
        for view, days in _VIEWS:
            name = self._server.name if view in ("channels", "week") else "#general"
            found = await self._picture(name, view, Last(days * DAY))
            if found is not None:
                pictures[f"sample-{view}-{days}-days"] = found
        evening = Between(self._now - 2 * DAY, self._now - DAY)
        for name in self._server.channels:
            found = await self._picture(f"#{name}", "course", Last(7 * DAY))
            if found is not None:
                pictures[f"sample-7-days-{name}"] = found
        if (dated := await self._picture("#general", "course", evening)) is not None:
            pictures["sample-course-dated"] = dated
        pictures["sample-published-30-days"] = await self._published(30 * DAY)
        return Gallery(pictures, await self._cards() | await self._talk())

    async def _picture(self, name: str, view: View, period: Last | Between) -> Picture | None:
        ids = self._ids(name)
        names = {each: f"#{title}" for title, each in self._server.channels.items() if each in ids}
        subject = Subject(GUILD, name, names, least_writers=1)
        window = self._window(period)
        trend = await self._moods.trend(GUILD, ids, window, least_writers=1)
        context = await self._contexts.of(GUILD, ids, trend)
        return await MoodPictures(self._moods).of(subject, view, 1, trend, context)

    async def _published(self, length: timedelta) -> Picture:
        """What members see."""
        window = self._moods.window(Last(length), live=False)
        assert window is not None  # noqa: S101 (it ends with yesterday)
        ids = list(self._server.channels.values())
        trend = await self._moods.trend(GUILD, ids, window, least_writers=None)
        return of_trend(self._server.name, trend, before=trend.before)

    async def _cards(self) -> dict[str, discord.Embed]:
        ids = list(self._server.channels.values())
        trend = await self._moods.trend(GUILD, ids, self._window(Last(7 * DAY)), least_writers=1)
        covered = await self._moods.coverage(GUILD, ids, 7 * DAY, least_writers=1)
        text = "I love this server, you are all wonderful"
        checked = classifier.load().explain(text)
        settings = GuildSettings(GUILD)
        status = PrivacyStatus(False, 293, self._now - 30 * DAY, self._now)
        circumstances = Circumstances()
        title = f"Mood of {self._server.name}"
        return {
            "card-mood": mood_embed(BERLIN, title, trend.report),
            "card-coverage": coverage_embed(BERLIN, title, covered, circumstances),
            "card-check": check_embed(BERLIN, text, checked, {}),
            "card-help": help_embed(BERLIN, Offered(True, True, True, True, True)),
            "card-settings": settings_embed(BERLIN, settings, Retention(), self._now),
            "card-privacy": privacy_embed(BERLIN, status, Retention(), settings),
        }

    async def _talk(self) -> dict[str, discord.Embed]:
        """The cards of the last episode in #general."""
        since = self._now - 30 * DAY
        look = await self._watching.look(GUILD, self._ids("#general"), since)
        found = look.unusual()
        if not found:
            return {}
        asked = (self._storage, classifier.load(), BERLIN)
        return await talk_cards(*asked, "general", found[-1], said(self._now))

    def _ids(self, name: str) -> Collection[int]:
        channels = self._server.channels
        channel = channels.get(name.removeprefix("#"))
        return list(channels.values()) if channel is None else [channel]

    def _window(self, period: Last | Between) -> Window:
        window = self._moods.window(period, live=True, zone=BERLIN.time_zone)
        assert window is not None  # noqa: S101 (all of them have begun)
        return window
