"""What a digest posts: made of what all who read it may see, at the moment it is posted."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

import discord

from bot.commands import access, replies, rights
from bot.commands.circumstances import circumstances_of
from bot.commands.desk.now import NowCommands
from bot.commands.desk.pictures import DeskPictures
from bot.commands.targets import Target, target_of, watched_channels
from bot.commands.views import persistent
from bot.commands.views.persistent import Press
from bot.ingest.gaps import Gaps
from bot.outbox import Outbox, Post, UndeliverableError
from bot.permissions.channels import Channel, may_read
from bot.render.desk import LookedAt
from bot.render.digest import DigestContent, Reach, digest_embed
from bot.render.localizer import N_, Localizer
from bot.reports.morning import Morning
from bot.reports.periods import Span
from bot.reports.watching import Look, Watching
from bot.reports.writers import LEAST_WRITERS
from bot.schedule.digesting import Outcome, key_of
from storage import Storage
from storage.records import Digest, GuildSettings

log = logging.getLogger(__name__)

_POSTING = {
    "view_channel": N_("View Channel"),
    "send_messages": N_("Send Messages"),
    "embed_links": N_("Embed Links"),
    "attach_files": N_("Attach Files"),
}
_IN_THREADS = "send_messages_in_threads", N_("Send Messages in Threads")


@dataclass(frozen=True, slots=True)
class Readers:
    """All who see the target."""

    guild: discord.Guild
    localizer: Localizer
    least_people: int = LEAST_WRITERS


@dataclass(frozen=True, slots=True)
class Watched:
    """The channels that count: those of which all readers may be told, and the others."""

    told: list[Channel]
    hinted: list[Channel]


def watched_for(target: Target, settings: GuildSettings) -> Watched:
    """The guild's channels, by whether all who see the target may see their live figures."""
    watched = Watched([], [])
    for channel in watched_channels(target.guild, settings, None):
        may = rights.may_all_see_live(target, channel, settings)
        (watched.told if may else watched.hinted).append(channel)
    return watched


def reach_of(viewer: discord.Member, target: Target, settings: GuildSettings) -> Reach:
    """Of how much a digest could tell there now, as far as the viewer may read it."""
    watched = watched_for(target, settings)
    told, hinted = (
        sum(may_read(viewer, channel) for channel in channels)
        for channels in (watched.told, watched.hinted)
    )
    return Reach(told, hinted, lacking(target))


def lacking(target: Target) -> tuple[str, ...]:
    """What the bot lacks to post there, by Discord's own names in English."""
    has = target.permissions_for(target.guild.me)
    needed = dict(_POSTING)
    if isinstance(target, discord.Thread):
        del needed["send_messages"]
        needed |= dict([_IN_THREADS])
    return tuple(name for permission, name in needed.items() if not getattr(has, permission))


class DigestPosts:
    """Posts digests; the button *Open* under one answers by the rights of who presses it."""

    def __init__(
        self,
        storage: Storage,
        watching: Watching,
        pictures: DeskPictures,
        now: NowCommands,
        gaps: Gaps,
        outbox: Outbox,
    ) -> None:
        self._settings = storage.settings
        self._watching = watching
        self._pictures = pictures
        self._now = now
        self._gaps = gaps
        self._outbox = outbox
        self._open = persistent.kind(
            "digest-open",
            rule=access.NOW_AGAIN,
            pressed=self._press_open,
            arguments="[0-9]{1,10}",  # since when, in seconds since 1970
        )
        self.buttons = (self._open,)

    async def tell(
        self, client: discord.Client, digest: Digest, span: Span, wait_for_gaps: bool
    ) -> Outcome:
        """Post what was unusual in this stretch of time, as `bot.schedule.digesting` asks."""
        guild = client.get_guild(digest.guild_id)
        if guild is None or guild.unavailable or guild.me is None:
            return "not yet"
        target = await target_of(guild, digest.target_id)
        if target is None or lacking(target):
            log.warning("The digest of guild %d cannot be posted in its channel", guild.id)
            return "refused"
        settings = await self._settings.get(guild.id)
        watched = watched_for(target, settings)
        counted = [*watched.told, *watched.hinted]
        has_gap = circumstances_of(client, guild, counted, self._gaps).has_gap
        if has_gap and wait_for_gaps:
            return "not yet"
        post = await self._post(digest, target, settings, watched, span, has_gap)
        # A look and a chart take seconds: somebody may have been let in meanwhile.
        if watched_for(target, await self._settings.get(guild.id)) != watched:
            return "not yet"
        try:
            if post is not None:
                await self._outbox.post(client, post)
        except UndeliverableError as error:
            log.warning("The digest of guild %d waits: %s", guild.id, error)
            return "refused"
        return "told"

    async def _post(
        self,
        digest: Digest,
        target: Target,
        settings: GuildSettings,
        watched: Watched,
        span: Span,
        has_gap: bool,
    ) -> Post | None:
        """`None` where there is nothing to be told, and that was not asked for."""
        since, until = span
        guild = target.guild
        readers = Readers(guild, replies.public_localizer(guild, settings))
        look, told = await self._look(guild, watched, span)
        if digest.only_unusual and not told.is_unusual:
            return None
        names = {channel.id: channel.name for channel in watched.told}
        asked = LookedAt(until, look.since, names, readers.least_people, has_gap)
        embed = digest_embed(readers.localizer, digest, told, asked)
        file = None
        if told.morning is not None and told.morning.unusual:
            shown = (told.morning.unusual, watched.told, until)
            file = await self._pictures.morning(embed, readers, look, *shown)
        label = readers.localizer.gettext("Open")
        button = self._open.of(
            discord.ui.Button[discord.ui.View](label=label),
            asker_id=None,
            at=until,
            arguments=(int(since.timestamp()),),
        )
        return Post(
            guild.id,
            target.id,
            key_of(until),
            embed=embed,
            files={} if file is None else {file.filename: file.fp.read()},
            descriptions={} if file is None else {file.filename: file.description or ""},
            view=persistent.view(button),
        )

    async def _look(
        self, guild: discord.Guild, watched: Watched, span: Span
    ) -> tuple[Look, DigestContent]:
        """At the channels that are told of, and whether anything was unusual in the others.

        All of them are looked at, so all count when it is asked what chance makes.
        """
        told, hinted = _ids(watched.told), _ids(watched.hinted)
        everywhere = [*told, *hinted]
        look = await self._watching.look(guild.id, everywhere, *span, among=told)
        others = await self._watching.look(guild.id, everywhere, *span, among=hinted)
        morning = None
        if told:
            waiting = {each: why for each, why in look.waiting.items() if each in set(told)}
            figures = (len(told), look.messages, look.unusual(), waiting, look.heard)
            morning = Morning(look.since, *figures)
        elsewhere, known = bool(others.unusual()), bool(look.baselines)
        return look, DigestContent(morning, elsewhere, knows_usual=known)

    async def _press_open(self, press: Press) -> None:
        since = datetime.fromtimestamp(int(press.asked.arguments[0]), UTC)
        await self._now.show_since(press.interaction, since)


def _ids(channels: Collection[Channel]) -> list[int]:
    return [channel.id for channel in channels]
