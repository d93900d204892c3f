"""What Discord says of a member: asked at most once in 30 seconds a session, by one request."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import aiohttp
import discord

from bot.logs import describe

log = logging.getLogger(__name__)

FRESH_SECONDS = 30.0
"""So long an answer counts, whatever it was: a role that was lost counts by then."""

PATIENCE_SECONDS = 10.0

Fetch = Callable[[], Awaitable[discord.Member | None]]
"""Asks Discord for the member; `None`: there is no such member. Raises UnknownError while the bot
is not connected."""


class UnknownError(Exception):
    """Discord cannot be asked what the member may do now."""


_NO_ANSWER = (
    *(discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, UnknownError),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """`member` is `None` where there is none; `error` where Discord could not be asked."""

    member: discord.Member | None
    error: Exception | None = None


class Membership:
    """One member's, for one session. Their roles, and whether they are timed out, are Discord's
    answer; the permissions of roles and channels are what the gateway keeps up to date."""

    def __init__(self, fetch: Fetch, clock: Callable[[], float]) -> None:
        """`clock` says seconds that never go back."""
        self._fetch = fetch
        self._clock = clock
        self._asking: asyncio.Task[Answer] | None = None
        self._asked_at = float("-inf")

    @property
    def age(self) -> float:
        """For how many seconds the answer has counted."""
        return self._clock() - self._asked_at

    async def member(self) -> discord.Member | None:
        """The member as they are now; `None` where they are none any more.

        Whoever asks while a request is on its way waits for that one. Raises UnknownError where
        Discord does not answer; for as long as an answer would count nobody asks it again.
        """
        if self._asking is None or (self._asking.done() and self.age >= FRESH_SECONDS):
            self._asked_at = self._clock()
            self._asking = asyncio.create_task(self._ask(), name="member")
        answer = await asyncio.shield(self._asking)
        if answer.error is not None:
            raise UnknownError from answer.error
        return answer.member

    async def _ask(self) -> Answer:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return Answer(await self._fetch())
        except _NO_ANSWER as error:
            log.warning("A member could not be asked for: %s", describe(error))
            return Answer(None, error)
