"""What is asked of Discord about the past: one request at a time, each in its turn."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial
from http import HTTPStatus
from typing import TypeVar

import discord

from bot.ingest.adapter import UNPARSABLE, Found, parsed
from bot.ingest.counters import Counters
from bot.ingest.message_channels import MessageChannel, ThreadParent
from bot.ingest.pace import Pace
from bot.logs import describe

PAGE = 100
"""Messages a request: https://discord.com/developers/docs/resources/message#get-channel-messages"""

THREADS_PAGE = 100
"""https://discord.com/developers/docs/resources/channel#list-public-archived-threads"""

log = logging.getLogger(__name__)

T = TypeVar("T")


class HistoryRequests:
    """Requests that start at the `pace` of all that can wait.

    One that has not been answered within `answer_seconds` fails. The limits of each route
    discord.py keeps. Where this machine's address is refused altogether, nothing is asked for
    `seconds_after_429`. Messages that discord.py cannot parse are counted as `unparsed`.

    Every method raises discord.HTTPException where Discord refuses, discord.RateLimited where it
    says to wait long, and TimeoutError.
    """

    def __init__(
        self,
        pace: Pace,
        counters: Counters,
        *,
        answer_seconds: float = 30.0,
        seconds_after_429: float = 10.0,
    ) -> None:
        self._pace = pace
        self._counters = counters
        self._answer_seconds = answer_seconds
        self._seconds_after_429 = seconds_after_429

    async def page(self, place: MessageChannel, after: int) -> Sequence[Found]:
        """Up to a page of messages after this id, oldest first."""

        async def page() -> list[discord.Message]:
            start = discord.Object(after)
            return [m async for m in place.history(limit=PAGE, after=start, oldest_first=True)]

        try:
            return await self._ask(page)
        except UNPARSABLE as error:
            log.warning("A page of channel %d cannot be parsed: %s", place.id, describe(error))
        return await self._ask(partial(self._one_by_one, place, after))

    async def look(self, place: MessageChannel, after: int) -> Sequence[Found]:
        """The same for somebody who waits for it: never more than one request."""
        return await self._ask(partial(self._one_by_one, place, after))

    async def message(self, place: MessageChannel, message_id: int) -> discord.Message:
        """One message; raises discord.NotFound where it was deleted."""
        return await self._ask(partial(place.fetch_message, message_id))

    async def find_thread(self, guild: discord.Guild, thread_id: int) -> discord.Thread | None:
        """A thread of the guild that may be archived; `None`: there is none now."""
        try:
            found = await self._ask(partial(guild.fetch_channel, thread_id))
        except (discord.NotFound, discord.Forbidden):
            return None
        return found if isinstance(found, discord.Thread) else None

    async def archived_threads(
        self, channel: ThreadParent, before: datetime | None
    ) -> list[discord.Thread]:
        """Up to a page of public threads archived before this time, the last archived first."""

        async def page() -> list[discord.Thread]:
            threads = channel.archived_threads(limit=THREADS_PAGE, before=before)
            return [thread async for thread in threads]

        # In most channels there is none: what was said in the channels themselves comes first.
        return await self._ask(page, patiently=True)

    async def _one_by_one(self, place: MessageChannel, after: int) -> list[Found]:
        """A page of which one message cannot be parsed: it is counted and passed over."""
        # discord.py has no public way that leaves out one message.
        http: discord.http.HTTPClient = place._state.http
        page = await http.logs_from(place.id, PAGE, after=after)
        found = [parsed(place, data) for data in sorted(page, key=lambda data: int(data["id"]))]
        self._counters.unparsed += sum(isinstance(m, discord.Object) for m in found)
        return found

    async def _ask(self, request: Callable[[], Awaitable[T]], *, patiently: bool = False) -> T:
        """Make one request in its turn."""
        await self._pace.turn(patiently=patiently)
        try:
            async with asyncio.timeout(self._answer_seconds):
                return await request()
        except discord.HTTPException as error:
            if _is_of_no_route(error):
                self._pace.pause(self._seconds_after_429)
            raise


def _is_of_no_route(error: discord.HTTPException) -> bool:
    """Whether not one route but this address is refused, which Discord does not sign with `Via`.

    It bans addresses that make many such requests:
    https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
    """
    refused = error.status == HTTPStatus.TOO_MANY_REQUESTS
    return refused and "Via" not in error.response.headers
