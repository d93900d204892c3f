"""The composition root: opens database → classifier → pipeline → client, closes in reverse."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

import aiohttp
import discord

import classifier
import storage
from bot import cogs
from bot.client import BarometerClient, use_api
from bot.pipeline import Pipeline
from bot.settings import Settings
from classifier.pool import ScorerPool

log = logging.getLogger(__name__)


class StartError(Exception):
    """The bot cannot run; the message says why and how to mend it."""


@asynccontextmanager
async def opened(database: Path) -> AsyncIterator[storage.Storage]:
    """The storage at `database`; its folder is made where it is missing. Raises StorageError."""
    try:
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise storage.StorageError(
            f"The folder {database.parent} cannot be made: {error.strerror}. "
            "Set BAROMETER_DATABASE to a file in a folder that you may write to."
        ) from error
    async with storage.open(database) as opened_storage:
        yield opened_storage


async def run(settings: Settings, stop: asyncio.Event) -> None:
    """Run the bot until `stop` is set.

    Raises StartError, StorageError or ClassifierError where it cannot go on.
    """
    if settings.token is None:
        raise StartError("DISCORD_TOKEN is not set. Put your bot's token into .env.")
    use_api(settings.api_url)
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(opened(settings.database))
        scorer = await asyncio.to_thread(classifier.load, settings.model)
        pool = await stack.enter_async_context(ScorerPool(scorer))
        pipeline = await stack.enter_async_context(
            Pipeline(pool, store.messages, store.settings, model=scorer.version)
        )
        log.info("Scoring with %s", scorer.version)
        install = partial(cogs.install, pool=pool, storage=store)
        token = settings.token.get_secret_value()
        try:
            await _connect(BarometerClient(pipeline, install, message_content=True), token, stop)
        except discord.PrivilegedIntentsRequired:
            log.error(MESSAGE_CONTENT_OFF)
            await _connect(BarometerClient(pipeline, install, message_content=False), token, stop)
    log.info("Stopped: %s", pipeline.counters)


TOKEN_REFUSED = (
    "Discord refused the token. Copy it again from the Bot page of "
    "https://discord.com/developers/applications into DISCORD_TOKEN."
)
MESSAGE_CONTENT_OFF = (
    "Discord does not let the bot read messages: its Message Content switch is off. Turn on "
    '"Message Content Intent" at https://discord.com/developers/applications → your application → '
    "Bot, then start again. Until then no mood is counted; /sentiment check still works."
)


async def _connect(client: BarometerClient, token: str, stop: asyncio.Event) -> None:
    """Run `client` until `stop` is set or Discord ends the connection for good."""
    async with client:
        running = asyncio.create_task(client.start(token), name="discord")
        stopping = asyncio.create_task(stop.wait(), name="stop")
        await asyncio.wait([running, stopping], return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not running.done():
            await client.close()
            running.cancel()  # while it cannot connect it retries, closed or not
            await asyncio.wait([running])
            return
        try:
            running.result()
        except discord.LoginFailure:
            raise StartError(TOKEN_REFUSED) from None
        except (aiohttp.ClientError, OSError) as error:
            raise unreachable(discord.http.Route.BASE, error) from error


def unreachable(url: str, error: Exception) -> StartError:
    """Discord's API at `url` does not answer."""
    return StartError(
        f"Discord could not be reached at {url} ({type(error).__name__}). "
        "Check the network, then start again."
    )


def stop_on_signals() -> asyncio.Event:
    """An event that SIGINT and SIGTERM set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    return stop
