"""The cards of the moderator's desk, of the sample server and of what is rare."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import discord

from bot.render.desk import LookedAt, morning_embed
from bot.render.desk_answers import before_embed, over_embed, people_embed
from bot.render.localizer import Localizer
from bot.reports.morning import Morning, before, people_between, yesterday_morning
from bot.reports.note_effects import effects
from bot.reports.periods import DAY
from bot.reports.watching import Look, NotYet, Watching
from storage import Storage
from storage.records import Retention

LEAST_PEOPLE = 3
KEPT = Retention().rows_days


class DeskCards:
    """All that the desk says of some channels, whose `names` are by their ids, at some time."""

    def __init__(
        self,
        storage: Storage,
        watching: Watching,
        localizer: Localizer,
        guild_id: int,
        names: Mapping[int, str],
        now: datetime,
    ) -> None:
        self._storage = storage
        self._watching = watching
        self._localizer = localizer
        self._guild_id = guild_id
        self._names = names
        self._now = now

    async def make(self) -> dict[str, discord.Embed]:
        """Each by its name; as Discord shows them, with times in the localizer's zone."""
        since = yesterday_morning(self._now, self._localizer.time_zone)
        recent = await self._watching.look(self._guild_id, list(self._names), since)
        kept = await self._watching.look(self._guild_id, list(self._names), self._now - KEPT * DAY)
        cards = {
            "desk-now": self._card(recent, None),
            f"desk-now-{KEPT}-days": self._card(kept, KEPT * DAY),
            **self._rare(recent),
        }
        if unusual := recent.unusual():
            worst = max(unusual, key=lambda each: each.evidence)
            asked = (self._guild_id, [worst.channel_id], worst.began, self._now)
            scores = await self._storage.messages.scores(*asked)
            after = effects(await self._storage.notes.between(*asked), scores)
            people = people_between(scores, worst.began_id, worst.until_id)
            name = self._names[worst.channel_id]
            cards |= {
                "desk-over": over_embed(self._localizer, worst, after, LEAST_PEOPLE),
                "desk-people": people_embed(self._localizer, worst, name, people),
                "desk-before": before_embed(self._localizer, before(worst, kept.unusual(), KEPT)),
            }
        return {name: self._as_shown(card) for name, card in cards.items()}

    def _card(self, look: Look, length: timedelta | None) -> discord.Embed:
        asked = LookedAt(self._now, length, self._names, LEAST_PEOPLE)
        morning = Morning(look.since, len(self._names), look.messages, look.unusual(), look.waiting)
        return morning_embed(self._localizer, morning, asked)

    def _rare(self, look: Look) -> dict[str, discord.Embed]:
        """A good day; channels that are new; forty channels, all of them unusual."""
        asked = LookedAt(self._now, None, self._names, LEAST_PEOPLE)
        calm = Morning(look.since, 4, 92)
        waiting = {1: NotYet(3, 40, None), 2: NotYet(9, 120, None)}
        cards = {
            "desk-good-day": morning_embed(self._localizer, calm, asked),
            "desk-new": morning_embed(self._localizer, replace(calm, waiting=waiting), asked),
        }
        if look.episodes:
            forty = tuple(replace(look.episodes[0], channel_id=n) for n in range(40))
            names = {n: f"channel-{n}" for n in range(40)}
            many = Morning(look.since, 40, 4000, forty)
            cards["desk-forty-channels"] = morning_embed(
                self._localizer, many, replace(asked, names=names)
            )
        return cards

    def _as_shown(self, card: discord.Embed) -> discord.Embed:
        """With names in place of mentions, and times in place of Discord's marks of time."""

        def time(mark: re.Match[str]) -> str:
            moment = datetime.fromtimestamp(int(mark[1]), UTC)
            clock = self._localizer.time(moment)
            return clock if mark[2] == "t" else f"{self._localizer.date(moment)} {clock}"

        def name(mention: re.Match[str]) -> str:
            channel = int(mention[1])
            return f"#{self._names.get(channel, f'channel-{channel}')}"

        text = re.sub(r"<t:(\d+):(\w)>", time, card.description or "")
        card.description = re.sub(r"<#(\d+)>", name, text)
        return card
