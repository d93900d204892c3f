"""Posts alerts: with figures where all who see the target may see them, else that there is one."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import discord

from bot.commands import replies
from bot.commands.alerts.buttons import AlertButtons
from bot.commands.targets import may_be_told, may_post, target_of, watched_channels
from bot.outbox import Outbox, Post, UndeliverableError
from bot.render.alerts import UNUSUAL, USUAL_AGAIN, all_clear_embed, call_embed
from bot.reports.unusual.episodes import Episode
from storage.records import Alert, AlertPost, GuildSettings

log = logging.getLogger(__name__)


class AlertPosting:
    """A `bot.schedule.alerting.Posting`. The target is looked at anew before each post."""

    def __init__(self, client: discord.Client, outbox: Outbox, buttons: AlertButtons) -> None:
        self._client = client
        self._outbox = outbox
        self._buttons = buttons

    def watched(self, settings: GuildSettings, scope_id: int | None) -> list[int] | None:
        guild = self._guild(settings)
        if guild is None:
            return None
        return [channel.id for channel in watched_channels(guild, settings, scope_id)]

    async def call(
        self, settings: GuildSettings, alert: Alert, post: AlertPost, episodes: Sequence[Episode]
    ) -> bool:
        guild = self._guild(settings)
        if guild is None:
            return False
        localizer = replies.public_localizer(guild, settings)
        told: dict[str, Any] = {"content": localizer.gettext(UNUSUAL)}
        told["view"] = self._buttons.below(localizer, post, only_open=True)
        if await self._may_be_told(guild, settings, alert, post):
            names = {each: _name(guild, each) for each in post.called}
            told["content"] = ""
            told["embed"] = call_embed(localizer, episodes, names, alert.sensitivity)
            told["view"] = self._buttons.below(localizer, post)
        return await self._post(Post(guild.id, alert.target_id, key_of(post), **told))

    async def all_clear(
        self, settings: GuildSettings, alert: Alert, post: AlertPost, since: datetime
    ) -> bool:
        guild = self._guild(settings)
        if guild is None:
            return False
        localizer = replies.public_localizer(guild, settings)
        told: dict[str, Any] = {"content": localizer.gettext(USUAL_AGAIN)}
        if await self._may_be_told(guild, settings, alert, post):
            told = {"embed": all_clear_embed(localizer, post.called, since)}
        return await self._post(Post(guild.id, alert.target_id, f"{key_of(post)}-over", **told))

    def _guild(self, settings: GuildSettings) -> discord.Guild | None:
        """The guild, once all is known that says who may see what."""
        guild = self._client.get_guild(settings.guild_id)
        if guild is None or guild.unavailable or guild.default_role is None or guild.me is None:
            return None
        return guild

    async def _may_be_told(
        self, guild: discord.Guild, settings: GuildSettings, alert: Alert, post: AlertPost
    ) -> bool:
        target = await target_of(guild, alert.target_id)
        return target is not None and may_be_told(target, post.called, settings)

    async def _post(self, post: Post) -> bool:
        """False where it can't be posted, as the list of alerts tells."""
        guild = self._client.get_guild(post.guild_id)
        target = None if guild is None else await target_of(guild, post.channel_id)
        if target is None or not may_post(target):
            log.warning("An alert of guild %d can't be posted in its channel", post.guild_id)
            return False
        try:
            await self._outbox.post(self._client, post)
        except UndeliverableError as error:
            log.warning("An alert of guild %d was not posted: %s", post.guild_id, error)
            return False
        return True


def key_of(post: AlertPost) -> str:
    """What the outbox knows it by, for good: an id may come again when its guild was erased."""
    return f"alert-{post.id}-{int(post.noted_at.timestamp())}"


def _name(guild: discord.Guild, channel_id: int) -> str:
    channel = guild.get_channel(channel_id)
    return "?" if channel is None else channel.name
