"""The whole bot on a loopback Discord."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot import app
from bot.settings import Settings
from playground.server import LoopbackDiscord


@asynccontextmanager
async def running(server: LoopbackDiscord, **settings: str) -> AsyncIterator[None]:
    """The bot, from when it is ready until it has stopped.

    Its database is where one is by default, below the folder that the test is in, unless it is
    among the `settings`, which are named as in `.env`. Raises what keeps the bot from starting.
    """
    given = {"DISCORD_TOKEN": server.token, "DISCORD_API_URL": server.url} | settings
    stop = asyncio.Event()
    bot = asyncio.create_task(app.run(Settings.model_validate(given), stop))
    try:
        ready = asyncio.create_task(server.wait_until_ready())
        await asyncio.wait([bot, ready], return_when=asyncio.FIRST_COMPLETED)
        if bot.done():
            ready.cancel()
            bot.result()
        else:
            await ready
        yield
    finally:
        stop.set()
        await bot
