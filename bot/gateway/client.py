"""The Discord client: intents, command tree, event → pipeline."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Protocol

import aiohttp
import discord
import yarl

from bot.clock import Clock
from bot.gateway.command_sync import sync_if_changed
from bot.gateway.command_tree import CommandTree
from bot.gateway.identify_budget import IdentifyBudget, require_some_left
from bot.gateway.identify_turns import IdentifyTurns
from bot.gateway.missing_channels import KnownChannels, MissingChannels
from bot.ingest.adapter import incoming
from bot.ingest.counters import Counters
from bot.ingest.events import Event, are_ids
from bot.ingest.gaps import ARCHIVED_THREADS, Gaps
from bot.ingest.pace import Pace
from bot.logs import describe, reason
from bot.permissions.reading_rights import ReadingRights
from bot.render.command_texts import CommandTranslator
from bot.settings import DISCORD_API_URL
from storage.records import DeletedChannel, DeletedMessages, Shards

log = logging.getLogger(__name__)

LONGEST_RATE_LIMIT = 30.0
"""Seconds that discord.py waits with a request that Discord says to wait with, before it gives up
(discord.RateLimited): whoever asked can do other things meanwhile."""


def use_api(url: str) -> None:
    """Point discord.py at the REST API at `url`; it asks there for the gateway's address."""
    discord.http.Route.BASE = url


class EventSink(Protocol):
    """What the client needs of the pipeline: it takes and counts events, and knows their gaps."""

    @property
    def counters(self) -> Counters: ...

    @property
    def gaps(self) -> Gaps: ...

    def offer(self, event: Event) -> bool: ...


class GapCloser(Protocol):
    """What the client needs of the catch-up."""

    def attend(self, client: discord.Client) -> None: ...

    def try_again(self, guild_id: int, channel_ids: Iterable[int]) -> None: ...


class BarometerClient(discord.AutoShardedClient):
    """Hands messages to the pipeline and interactions to the commands that `install` adds.

    Without `message_content` (the privileged intent) it only answers commands: Discord then
    empties the text of messages, and a mood made of the few that mention the bot is none.
    `shards` are those that it serves (`None`: all, as many as Discord recommends), which identify
    in `turns`. `trace` hears of every answer of the REST API.
    """

    def __init__(
        self,
        pipeline: EventSink,
        catch_up: GapCloser,
        channels: KnownChannels,
        pace: Pace,
        install: Callable[[CommandTree], None],
        *,
        message_content: bool,
        identifies: IdentifyBudget,
        turns: IdentifyTurns,
        shards: Shards | None = None,
        clock: Clock,
        trace: aiohttp.TraceConfig,
    ) -> None:
        intents = discord.Intents.none()
        intents.guilds = True
        intents.guild_messages = True
        intents.message_content = message_content
        chosen: dict[str, Any] = {}
        if shards is not None:
            chosen = {"shard_count": shards.count, "shard_ids": shards.ids}
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            max_ratelimit_timeout=LONGEST_RATE_LIMIT,
            http_trace=trace,
            **chosen,
        )
        self.tree = CommandTree(self)
        self.out_of_identifies = asyncio.Event()
        self._clock = clock
        self._identifies = identifies
        self._turns = turns
        self._max_concurrency = 1
        self._pipeline = pipeline
        self._catch_up = catch_up
        self._missing_channels = MissingChannels(self, channels, pace)
        self._counts_messages = message_content
        self._rights = ReadingRights()
        install(self.tree)

    async def setup_hook(self) -> None:
        recommended, gateway_url, limit = await self.http.get_bot_gateway()
        count = self.shard_count or recommended
        own = len(self.shard_ids or range(count))
        require_some_left(count, own, limit["total"], limit["remaining"], limit["reset_after"])
        self._identifies.share(limit["total"], count)
        self._max_concurrency = max(1, limit["max_concurrency"])
        self.shard_count = count  # else discord.py asks once more, and Discord has it wait
        if discord.http.Route.BASE != DISCORD_API_URL:
            # After an invalid session discord.py goes to the built-in address of Discord's own
            # gateway; the other server's token must not follow it there.
            discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
        await self.tree.set_translator(CommandTranslator())
        if 0 in (self.shard_ids or [0]):
            # Of several processes one tells: while they are upgraded, they have different ones.
            await sync_if_changed(self.tree)
        self._pass_over_unparsable()
        if self._counts_messages:
            self._catch_up.attend(self)

    async def on_shard_connect(self, shard_id: int) -> None:
        # A session begins here, where an old one could not be resumed: before its first message.
        for guild in self.guilds:
            if guild.shard_id == shard_id:
                self._pipeline.gaps.open_guild(guild.id)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        # At the start, and after an outage on Discord's side, when nothing was delivered.
        self._pipeline.gaps.open_guild(guild.id)
        self._rights.look(guild)
        await self._delete_missing_channels(guild.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        # It may be one that the bot was in before, and of which something is kept.
        self._pipeline.gaps.open_guild(guild.id)
        self._rights.look(guild)
        await self._delete_missing_channels(guild.id)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Let discord.py identify when the shard may, unless that happened too often: then
        ask to be closed. Raises TimeoutError, after which discord.py tries again."""
        await self._turns.wait(shard_id or 0, self._max_concurrency)
        if not self._identifies.take(shard_id or 0):
            self.out_of_identifies.set()
            await asyncio.Event().wait()  # discord.py would answer an exception with a new try

    async def guild_ids(self) -> frozenset[int] | None:
        """The guilds that the bot is in, those in an outage too; `None` while not connected.

        Discord is asked: discord.py still knows a guild that the bot left while it was away.
        Raises discord.HTTPException.
        """
        if not self.is_ready() or any(shard.is_closed() for shard in self.shards.values()):
            return None
        guilds = self.fetch_guilds(limit=None, with_counts=False)
        return frozenset([guild.id async for guild in guilds])

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self._clock.note_live(interaction.id)

    async def on_message(self, message: discord.Message) -> None:
        self._clock.note_live(message.id)
        await self._count(message)

    async def _count(self, message: discord.Message) -> None:
        if not self._counts_messages:
            return
        if (counted := incoming(message)) is not None:
            self._pipeline.offer(counted)
        elif isinstance(message.channel, discord.PartialMessageable):
            # Of a thread that is no longer archived we may hear only after its next message.
            guild, channel_id = message.guild, message.channel.id
            if guild is not None and are_ids(channel_id, message.id):
                self._pipeline.gaps.open(guild.id, channel_id, message.id)

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        # Discord also sends this for embeds and pins: then nothing was edited, or not again,
        # and the storage passes over what it has.
        if event.message.edited_at is not None:
            await self._count(event.message)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        self._delete(event.guild_id, event.channel_id, event.message_id)

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        self._delete(event.guild_id, event.channel_id, *event.message_ids)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        self._pipeline.offer(DeletedChannel(channel.guild.id, channel.id))

    async def on_guild_channel_create(self, channel: discord.abc.GuildChannel) -> None:
        self._rights_changed(channel.guild, self._rights.look(channel.guild))

    async def on_guild_channel_update(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        changed = self._rights.channel_changed(before, after)
        if before.category_id != after.category_id:
            # One of the categories may be left out: then no edit came meanwhile.
            changed |= {after.id}
        self._rights_changed(after.guild, changed)

    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        self._rights_changed(after.guild, self._rights.role_changed(before, after))

    async def on_guild_role_delete(self, role: discord.Role) -> None:
        self._rights_changed(role.guild, self._rights.look(role.guild))

    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        if after == after.guild.me:  # without the members intent of nobody else
            self._rights_changed(after.guild, self._rights.own_roles_changed(before, after))

    async def on_thread_join(self, thread: discord.Thread) -> None:
        # Also for the threads of a channel that came back into view, right after it.
        if self._pipeline.gaps.is_open(thread.guild.id, thread.id):
            self._pipeline.gaps.opened.set()

    async def on_thread_update(self, _: discord.Thread, thread: discord.Thread) -> None:
        if thread.archived:
            self._pipeline.gaps.archived(thread.guild.id, thread.id)

    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        if are_ids(event.guild_id, event.thread_id):
            self._pipeline.offer(DeletedChannel(event.guild_id, event.thread_id))

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """Log a failed event without its content, which discord.py's own log would quote."""
        error = sys.exception()
        log.error("%s failed: %s", event_method, reason(error) if error else "no exception")

    def _pass_over_unparsable(self) -> None:
        """Let a message that discord.py cannot parse cost that message, not the connection."""
        # There is no public way: discord.py ends the connection. It looks the parsers up in here.
        parsers: dict[str, Callable[[Any], None]] = self._connection.parsers
        for event in ("MESSAGE_CREATE", "MESSAGE_UPDATE"):
            parsers[event] = partial(self._parse, event, parsers[event])

    def _parse(self, event: str, parse: Callable[[Any], None], data: Any) -> None:
        try:
            parse(data)
        except Exception as error:
            self._pipeline.counters.unparsed += 1
            log.warning("%s cannot be parsed and is passed over: %s", event, describe(error))

    def _delete(self, guild_id: int | None, channel_id: int, *message_ids: int) -> None:
        if guild_id is not None and are_ids(guild_id, channel_id, *message_ids):
            self._pipeline.offer(DeletedMessages(guild_id, channel_id, message_ids))

    def _rights_changed(self, guild: discord.Guild, channels: frozenset[int]) -> None:
        """Open a gap where the bot may not read any more, and have it closed where it may again.

        It is open in between: so no live message says that the channel was read up to it.
        """
        if not channels:
            return
        ids = ", ".join(map(str, sorted(channels)))
        log.info("What I may read or count has changed in these channels: %s", ids)
        threads = [thread.id for thread in guild.threads if thread.parent_id in channels]
        places = [ARCHIVED_THREADS, *channels, *threads]
        self._pipeline.gaps.open_blindly(guild.id, places)
        self._catch_up.try_again(guild.id, places)

    async def _delete_missing_channels(self, guild_id: int) -> None:
        """Delete what is kept of channels that Discord no longer has: nobody told us that."""
        async for channel_id in self._missing_channels.deleted(guild_id):
            log.info("Channel %d was deleted meanwhile", channel_id)
            self._pipeline.offer(DeletedChannel(guild_id, channel_id))
