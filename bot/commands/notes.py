"""`/sentiment note`: what moderators note on the axis of time, to be seen in their charts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands import access, errors, replies
from bot.commands.errors import Refused
from bot.commands.periods import MOST_CHOICES, TypedPeriods
from bot.commands.places import AskedPlace, place_asked_about, readable_channels, require_counted
from bot.render.localizer import N_, Localizer
from bot.render.notes import KINDS, note_line, notes_embed
from bot.reports.time_zones import zone_of
from storage import Storage
from storage.records import LONGEST_NOTE, GuildSettings, Note, NoteKind, Retention

MOST_LISTED = 20

# Who is meant, and where something is, stays out: a note is no place for either.
_MENTION = re.compile(r"@|<[#!&:/]?|\d{15,}")
_LINK = re.compile(r"\w+:/|\bwww\.|\b(?:discord\.gg|discord\.com)\b|\w\.\w+/", re.IGNORECASE)


class NoteCommands(commands.Cog):
    note = app_commands.Group(
        name="note", description=N_("What happened when, to be seen in charts; for moderators")
    )

    def __init__(
        self,
        storage: Storage,
        periods: TypedPeriods,
        retention: Retention,
        clock: Callable[[], datetime],
    ) -> None:
        self._notes = storage.notes
        self._settings = storage.settings
        self._periods = periods
        self._kept = timedelta(days=retention.channel_days)
        self._clock = clock

    @note.command(description=N_("Note what happened, and when; moderators see it in their charts"))
    @app_commands.describe(
        kind=N_("What it was"),
        text=N_("In a few words, without names, mentions or links"),
        when=N_("A time, as in 18:30, yesterday 18:30 or 8 Nov 18:30 (now if left out)"),
        channel=N_("The channel or thread (the whole server if left out)"),
    )
    @app_commands.choices(
        kind=[
            app_commands.Choice(name=app_commands.locale_str(name), value=kind)
            for kind, name in KINDS.items()
        ]
    )
    async def add(
        self,
        interaction: discord.Interaction,
        kind: NoteKind,
        text: app_commands.Range[str, 1, LONGEST_NOTE] | None = None,
        when: app_commands.Range[str, 1, 40] | None = None,
        channel: AskedPlace | None = None,
    ) -> None:
        viewer = access.viewer_of(interaction, access.NOTES)
        place = None
        if channel is not None:
            place = place_asked_about(interaction, viewer, channel)
        words = _checked(text or "")
        await replies.defer(interaction)
        settings, localizer = await self._begin(interaction, viewer)
        if place is not None:
            require_counted(place, settings)
        now = self._clock()
        at = now if when is None else self._periods.moment(when, interaction, localizer)
        if not now - self._kept < at <= now:
            raise Refused(errors.NO_SUCH_MOMENT)
        note = await self._notes.add(
            viewer.guild.id,
            viewer.id,
            channel_id=None if place is None else place.id,
            parent_id=None if place is None or place.id == place.channel.id else place.channel.id,
            at=at,
            kind=kind,
            text=words,
            now=now,
        )
        title = localizer.gettext("Noted")
        await replies.answer(interaction, notes_embed(localizer, title, [note]))

    @note.command(name="list", description=N_("See the notes of this server"))
    async def list_(self, interaction: discord.Interaction) -> None:
        viewer = access.viewer_of(interaction, access.NOTES)
        await replies.defer(interaction)
        settings, localizer = await self._begin(interaction, viewer)
        notes = await self.of(viewer, settings)
        title = localizer.gettext("Notes")
        embed = notes_embed(localizer, title, notes[:MOST_LISTED], more=len(notes[MOST_LISTED:]))
        await replies.answer(interaction, embed)

    @note.command(description=N_("Erase a note"))
    @app_commands.describe(note=N_("Which one; pick it from the list"))
    async def remove(self, interaction: discord.Interaction, note: str) -> None:
        viewer = access.viewer_of(interaction, access.NOTES)
        await replies.defer(interaction)
        settings, localizer = await self._begin(interaction, viewer)
        found = [each for each in await self.of(viewer, settings) if str(each.id) == note]
        if not found or not await self._notes.remove(viewer.guild.id, found[0].id):
            raise Refused(errors.NO_SUCH_NOTE)
        title = localizer.gettext("Erased")
        await replies.answer(interaction, notes_embed(localizer, title, found))

    @remove.autocomplete("note")
    async def _notes_like(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Those that the viewer may see, with what was typed in them; nothing for others."""
        try:
            viewer = access.viewer_of(interaction, access.NOTES)
            settings, localizer = await self._begin(interaction, viewer)
        except Refused:
            return []
        lines = {
            str(note.id): note_line(localizer, note, _name(viewer.guild, note))
            for note in await self.of(viewer, settings)
        }
        wanted = typed.strip().casefold()
        return [
            app_commands.Choice(name=line, value=number)
            for number, line in lines.items()
            if wanted in line.casefold()
        ][:MOST_CHOICES]

    @add.autocomplete("when")
    async def _moments_like(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await self._periods.complete_moment(interaction, typed)

    async def _begin(
        self, interaction: discord.Interaction, viewer: discord.Member
    ) -> tuple[GuildSettings, Localizer]:
        """Refused to people who do not see live figures: notes are in no other chart."""
        settings = await self._settings.get(viewer.guild.id)
        access.require_live(access.NOTES, viewer, settings)
        return settings, replies.localizer_of(interaction, zone_of(settings.time_zone))

    async def of(
        self, viewer: discord.Member, settings: GuildSettings, places: Collection[int] = ()
    ) -> list[Note]:
        """The notes in channels that the viewer can read, and of the whole server; latest first.

        Only in these `places`, which the viewer can read, if there are any. Else also in channels
        that are left out by now: nobody could erase them otherwise.
        """
        settings = replace(settings, ignored_channel_ids=frozenset())
        ids = list(places) or [channel.id for channel in readable_channels(viewer, settings)]
        now = self._clock()
        until = now + timedelta(minutes=1)  # those of now are among them
        found = await self._notes.between(viewer.guild.id, ids, now - self._kept, until)
        return found[::-1]


def _checked(text: str) -> str:
    """The text on one line. Refused with mentions or links in it."""
    words = " ".join(text.split())
    if _MENTION.search(words) or _LINK.search(words):
        raise Refused(errors.NO_MENTIONS_IN_NOTES)
    if not words.isprintable():
        raise Refused(errors.NO_SIGNS_IN_NOTES)
    return words


def _name(guild: discord.Guild, note: Note) -> str:
    """Where it is about, for a list in which Discord shows no mentions."""
    if note.channel_id is None:
        return ""
    channel = guild.get_channel_or_thread(note.channel_id)
    return f"#{channel.name}" if channel is not None else "#?"
