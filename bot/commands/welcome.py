"""Says hello in a new server, once each time that it is invited: where Discord posts who joined, if
the bot may write there; else to the first who manages the server and uses a command, and only they
see it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
from discord import app_commands

from bot.commands import access, replies
from bot.commands.errors import Refused
from bot.commands.set_up import SetUp
from bot.gateway import hearing
from bot.logs import reason
from bot.outbox import Outbox, Post, UndeliverableError
from bot.reports.periods import DAY
from storage.interface import Posts

log = logging.getLogger(__name__)

IS_NEW = DAY
"""So long after the bot came it says hello in public: it may have been down when it was invited."""

SETTLED = timedelta(days=30)
"""A server that it has been in for so long has nothing to set up: all of it was counted live."""


def key_of(joined_at: datetime) -> str:
    """The key of the post, and of the mark that somebody was welcomed instead, of the stay that
    began then (aware): who throws it out and invites it again is welcomed again.

    >>> key_of(datetime(2026, 5, 20, 14, 20, 30, tzinfo=UTC))
    'welcome-2026-05-20-142030'
    """
    return f"welcome-{joined_at.astimezone(UTC):%Y-%m-%d-%H%M%S}"


_POSTING = discord.Permissions(view_channel=True, send_messages=True, embed_links=True)


class Welcome:
    """`hear` lets it know of new servers and of commands; `clock` is Discord's."""

    def __init__(
        self, set_up: SetUp, posts: Posts, outbox: Outbox, clock: Callable[[], datetime]
    ) -> None:
        self._set_up = set_up
        self._posts = posts
        self._outbox = outbox
        self._clock = clock
        self._welcomed: set[int] = set()  # guilds of which that is known

    def hear(self, client: discord.Client) -> None:
        async def came(guild: discord.Guild) -> None:
            self._welcomed.discard(guild.id)
            await self._greet(client, guild)

        # It is told of servers that it was invited to while it was down as it starts.
        hearing.also(client, "on_guild_join", came)
        hearing.also(client, "on_guild_available", came)
        hearing.also(client, "on_app_command_completion", self._answered)

    async def _greet(self, client: discord.Client, guild: discord.Guild) -> None:
        channel, joined_at = guild.system_channel, self._joined_within(guild, IS_NEW)
        if channel is None or joined_at is None:
            return
        if not channel.permissions_for(guild.me) >= _POSTING:
            return
        embed, view = await self._set_up.welcome(
            guild, message_content=client.intents.message_content
        )
        try:
            post = Post(guild.id, channel.id, key_of(joined_at), embed=embed, view=view)
            await self._outbox.post(client, post)
        except UndeliverableError as error:
            log.info("No welcome in guild %d: %s", guild.id, error)

    async def _answered(
        self,
        interaction: discord.Interaction,
        command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu,
    ) -> None:
        """After a command: whoever manages a server that nobody was welcomed in is now."""
        guild = interaction.guild
        if guild is None or guild.id in self._welcomed:
            return
        try:
            viewer = access.viewer_of(interaction, access.SETTINGS)
        except Refused:
            return
        if (joined_at := self._joined_within(guild, SETTLED)) is None:
            return
        self._welcomed.add(guild.id)  # others may be answered meanwhile
        try:
            await self._welcome(interaction, viewer, key_of(joined_at))
        except Exception as error:  # with the next command, then
            self._welcomed.discard(guild.id)
            if interaction.client.is_closed():
                log.info("The welcome in guild %d was cut short by a stop", guild.id)
            else:
                log.warning("No welcome in guild %d: %s", guild.id, reason(error))

    async def _welcome(
        self, interaction: discord.Interaction, viewer: discord.Member, key: str
    ) -> None:
        """Show the panel, unless somebody was welcomed before."""
        mark = await self._posts.begin(viewer.guild.id, key, self._clock())
        if not mark.sent:
            embed, view = await self._set_up.panel(interaction, viewer)
            await interaction.followup.send(
                embed=embed, view=view, ephemeral=True, allowed_mentions=replies.NOBODY
            )
            await self._posts.sent(viewer.guild.id, key)

    def _joined_within(self, guild: discord.Guild, time: timedelta) -> datetime | None:
        """When the bot came (the last time), if that was so lately."""
        joined_at = None if guild.me is None else guild.me.joined_at
        is_new = joined_at is not None and self._clock() - joined_at < time
        return joined_at if is_new else None
