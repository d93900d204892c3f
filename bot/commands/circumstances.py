"""What is known beside the figures when a mood is missing: what the bot may read, and has read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import discord

from bot.ingest.gaps import Gaps
from bot.ingest.message_channels import MessageChannel
from bot.permissions.channels import Channel, missing_permissions
from bot.reports.missing import Circumstances
from storage.records import USUAL_MINIMUMS, Minimums


def circumstances_of(
    client: discord.Client,
    guild: discord.Guild,
    channels: Sequence[Channel],
    gaps: Gaps,
    *,
    thread_id: int | None = None,
    minimums: Minimums = USUAL_MINIMUMS,
) -> Circumstances:
    """Those of a sum over these channels, or of one thread below the only one of them.

    A permission counts as missing only if none of the channels can be read.
    """
    lacking = {channel.id: missing_permissions(channel) for channel in channels}
    readable = [channel for channel in channels if not lacking[channel.id]]
    return Circumstances(
        message_content=client.intents.message_content,
        missing_permissions=() if readable or not channels else lacking[channels[0].id],
        channels=len(channels),
        has_gap=any(gaps.is_open(guild.id, each) for each in _read_ids(guild, readable, thread_id)),
        joined_at=guild.me.joined_at,
        minimums=minimums,
    )


def _read_ids(
    guild: discord.Guild, readable: Iterable[Channel], thread_id: int | None
) -> Iterable[int]:
    """What has a history that is read without being asked for: of archived threads not all have."""
    above = {channel.id for channel in readable}
    if thread_id is None:
        yield from (c.id for c in guild.channels if c.id in above and isinstance(c, MessageChannel))
    for thread in guild.threads:
        if thread.parent_id in above and not thread.is_private() and thread_id in (None, thread.id):
            yield thread.id
