"""Hears an event of Discord beside whoever hears it already."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import discord


def also(client: discord.Client, event: str, heard: Callable[..., Awaitable[None]]) -> None:
    """Call `heard` with each `event` (`on_guild_join`), after what the client does with it.

    A client that is no `commands.Bot` has one listener for each event, and no way to add another.
    """
    first: Callable[..., Awaitable[None]] | None = getattr(client, event, None)

    async def both(*args: Any) -> None:
        if first is not None:
            await first(*args)
        await heard(*args)

    both.__name__ = event
    client.event(both)
