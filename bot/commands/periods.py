"""The `period` option of commands: a few to pick from, or whatever people type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import discord
from babel import Locale, UnknownLocaleError
from discord import app_commands

from bot.commands import errors, replies
from bot.commands.errors import Refused
from bot.render.localizer import ENGLISH, N_, Localizer
from bot.render.typed_dates import DateReader
from bot.render.typed_periods import LONGEST, typed_moment, typed_period
from bot.render.typed_words import first_way, in_english
from bot.render.words import asked_words
from bot.reports.periods import DAY, HOUR, PERIODS, Last, Period
from bot.reports.time_zones import zone_of
from storage.interface import SettingsByGuild
from storage.records import Retention

PERIOD = N_("How far to look back (7 days if left out)")
TYPED_PERIOD = N_(
    "7 days if left out. Or say 24 hours, last week, 3 Nov to 8 Nov, 8 Nov 17:00 to 22:00 …"
)

MOST_CHOICES = 25
LONGEST_NAME = 100
"""https://discord.com/developers/docs/interactions/application-commands#autocomplete"""


class OfferedPeriod(app_commands.Transformer):
    """A number of hours among those that are offered → how long that is."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.integer

    async def transform(self, interaction: discord.Interaction, value: int, /) -> timedelta:
        for period in PERIODS:
            if value == period // HOUR:
                return period
        raise app_commands.TransformerError(value, self.type, self)


OfferedLength = app_commands.Transform[timedelta, OfferedPeriod]


class TypedPeriods:
    """Reads what people type for a period of channels, and offers what it can be."""

    def __init__(
        self, settings: SettingsByGuild, retention: Retention, clock: Callable[[], datetime]
    ) -> None:
        self._settings = settings
        self._clock = clock
        # Whole days end with yesterday, and so reach back for up to a day more.
        self.kept = timedelta(days=retention.channel_days - 1)

    @property
    def lengths(self) -> list[timedelta]:
        """From 24 hours to all that is kept."""
        return [*(length for length in PERIODS if length < self.kept), self.kept]

    @property
    def offered(self) -> list[Period]:
        """The same as periods."""
        return [Last(length) for length in self.lengths]

    def label(self, localizer: Localizer, period: Period) -> str:
        """What a period is called where it can be chosen."""
        name = asked_words(localizer, period)
        if period == Last(self.kept):
            return localizer.gettext("Everything ({length})", length=name)
        return name

    def read(self, typed: str | None, interaction: discord.Interaction, who: Localizer) -> Period:
        """What somebody typed, on the clock of their localizer; 7 days if nothing. Or Refused."""
        if typed is None:
            return Last(min(7 * DAY, self.kept))
        found = self._found(typed, interaction, who)
        if found is None:
            raise Refused(errors.NO_SUCH_PERIOD)
        return found

    async def complete(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """What is offered while somebody types: how it is understood, then what fits it."""
        if interaction.guild_id is None:
            return []
        settings = await self._settings.get(interaction.guild_id)
        localizer = replies.localizer_of(interaction, zone_of(settings.time_zone))
        found = self._found(typed, interaction, localizer) if typed.strip() else None
        names = {self.label(localizer, period): period for period in self.offered}
        wanted = typed.strip().casefold()
        choices = [] if found is None else [_choice(asked_words(localizer, found), typed)]
        choices += [
            _choice(name, f"{period.length // HOUR} hours")
            for name, period in names.items()
            if isinstance(period, Last) and wanted in name.casefold() and period != found
        ]
        examples = ("yesterday", "last week", "this month") if not wanted else ()
        for example in examples:
            period = self._found(example, interaction, localizer)
            if period is not None:
                name = first_way(localizer, example)
                choices.append(_choice(f"{name}: {asked_words(localizer, period)}", example))
        return choices[:MOST_CHOICES]

    def moment(self, typed: str, interaction: discord.Interaction, who: Localizer) -> datetime:
        """The time that somebody typed, to the minute. Or Refused."""
        found = self._moment(typed, interaction, who)
        if found is None:
            raise Refused(errors.NO_SUCH_MOMENT)
        return found

    async def complete_moment(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """How it is understood, while somebody types a time."""
        if interaction.guild_id is None:
            return []
        settings = await self._settings.get(interaction.guild_id)
        localizer = replies.localizer_of(interaction, zone_of(settings.time_zone))
        found = self._moment(typed, interaction, localizer)
        if found is None or found > self._clock():
            return []
        date, time = localizer.date(found), localizer.time(found)
        return [_choice(localizer.gettext("{date}, {time}", date=date, time=time), typed)]

    def _moment(
        self, typed: str, interaction: discord.Interaction, who: Localizer
    ) -> datetime | None:
        reader = DateReader(_language(interaction), who.time_zone, self._clock())
        return typed_moment(in_english(typed[:LONGEST], who), reader)

    def _found(self, typed: str, interaction: discord.Interaction, who: Localizer) -> Period | None:
        reader = DateReader(_language(interaction), who.time_zone, self._clock())
        return typed_period(in_english(typed[:LONGEST], who), reader, self.kept)


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    return app_commands.Choice(name=name[:LONGEST_NAME], value=value[:LONGEST_NAME])


def _language(interaction: discord.Interaction) -> Locale:
    """The language that Discord has for them, whether or not there is a catalogue of it."""
    try:
        return Locale.parse(str(interaction.locale), sep="-")
    except (UnknownLocaleError, ValueError):
        return ENGLISH
