"""Keeps the bot connected: discord.py's `start()` can end with an exception at any time."""

from __future__ import annotations

import asyncio
import logging
import random
import threading
from typing import Protocol

import aiohttp
import discord

from bot.gateway.client import BarometerClient
from bot.gateway.identify_budget import IdentifyBudget, TooManyIdentifiesError
from bot.logs import describe

log = logging.getLogger(__name__)

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
_FINAL_CODES = (4010, 4011, 4012, 4013)  # shards, API version, intents: trying again cannot help

# A connection that stood this long was sound: the next failure begins with a short pause again.
_SOUND_SECONDS = 60.0

_SECONDS_TO_CLOSE = 1.0

TOKEN_REFUSED = (
    "Discord refused the token. Copy it again from the Bot page of "  # noqa: S105 (only words)
    "https://discord.com/developers/applications into DISCORD_TOKEN."
)
MESSAGE_CONTENT_OFF = (
    "Discord doesn't let the bot read messages: its Message Content switch is off. Turn on "
    '"Message Content Intent" at https://discord.com/developers/applications → your application → '
    "Bot, then start again. Until then nothing is counted; /sentiment check still works."
)


class StartError(Exception):
    """The bot cannot run; the message says why and how to fix it."""


class MakeClient(Protocol):
    """Makes a fresh client: one that was closed cannot connect again."""

    def __call__(self, *, message_content: bool, identifies: IdentifyBudget) -> BarometerClient: ...


async def stay_connected(
    make_client: MakeClient,
    token: str,
    stop: asyncio.Event,
    *,
    first_pause: float = 1.0,
    longest_pause: float = 600.0,
) -> None:
    """Connect, and connect anew after every failure, until `stop` is set.

    Pauses double from `first_pause` to `longest_pause` seconds, with jitter, so that a short
    outage is soon over and a long one costs Discord little. However often connections or the
    whole program fail, a shard identifies at most 100 times a day. Without the Message Content
    switch it goes on with commands only. Raises StartError where a new try cannot help.
    """
    message_content = True
    pause = first_pause
    clock = asyncio.get_running_loop().time
    identifies = IdentifyBudget(clock)
    while not stop.is_set():
        started = clock()
        try:
            client = make_client(message_content=message_content, identifies=identifies)
            await _run(client, token, stop)
            why, due = "Discord ended the connection", 0.0
        except discord.PrivilegedIntentsRequired:
            log.error(MESSAGE_CONTENT_OFF)
            message_content = False
            continue
        except Exception as error:
            why = _why(error)
            due = error.seconds if isinstance(error, TooManyIdentifiesError) else 0.0
        if clock() - started > _SOUND_SECONDS:
            pause = first_pause
        if not stop.is_set():
            jitter = random.uniform(0.5, 1.0)  # noqa: S311 (no secret)
            wait = max(pause * jitter, due, identifies.seconds_to_wait())
            log.warning("%s. Trying again in %.0f s", why, wait)
            await _wait(stop, wait)
            pause = min(2 * pause, longest_pause)


async def _run(client: BarometerClient, token: str, stop: asyncio.Event) -> None:
    """Run `client` until `stop` is set, its connection ends, or it identified too often."""
    async with client:
        running = asyncio.create_task(client.start(token), name="discord")
        stopping = asyncio.create_task(stop.wait(), name="stop")
        exhausted = asyncio.create_task(client.out_of_identifies.wait(), name="identifies")
        tasks = [running, stopping, exhausted]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        exhausted.cancel()
        if not running.done():
            await client.close()
            running.cancel()  # while it cannot connect it retries, closed or not
            await asyncio.wait([running])
            await _close_forgotten()
            if not stop.is_set():
                raise TooManyIdentifiesError(0.0)  # the budget knows for how long
            return
        running.result()


async def _close_forgotten() -> None:
    """Close what discord.py forgets: a socket that never came to identify, and its heartbeat."""
    for thread in threading.enumerate():
        if isinstance(thread, discord.gateway.KeepAliveHandler) and not thread.ws.socket.closed:
            try:
                async with asyncio.timeout(_SECONDS_TO_CLOSE):
                    await thread.ws.close()
            except Exception as error:
                log.warning("A socket was not closed well: %s", describe(error))


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return


def _why(error: Exception) -> str:
    """What ended the connection, for the log; raises StartError where a new try cannot help."""
    match error:
        case discord.LoginFailure() | discord.ConnectionClosed(code=4004):
            raise StartError(TOKEN_REFUSED) from None
        case discord.ConnectionClosed(code=code) if code in _FINAL_CODES:
            raise StartError(f"Discord no longer accepts this bot (code {code}).") from None
        case discord.ConnectionClosed(code=code):
            return f"Discord closed the connection (code {code})"
        case discord.HTTPException(status=status):
            return f"Discord answered with status {status}"
        case aiohttp.ClientError() | OSError() | discord.GatewayNotFound():
            return unreachable(discord.http.Route.BASE, error)
        case TooManyIdentifiesError():
            return "The connection broke so often that a pause is due; Discord counts new sessions"
    return f"The connection failed: {describe(error)}"


def unreachable(url: str, error: Exception) -> str:
    """That Discord's API at `url` does not answer, and what to look at."""
    return f"Discord could not be reached at {url} ({type(error).__name__}); check the network"
