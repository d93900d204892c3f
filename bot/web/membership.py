"""What Discord says of a member and of what they may: asked at most once in 30 seconds each, by one
request."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import aiohttp
import discord

from bot.commands import errors
from bot.commands.errors import Refused
from bot.gateway.command_overwrites import CommandOverwrites
from bot.logs import reason

log = logging.getLogger(__name__)

T = TypeVar("T")

FRESH_SECONDS = 30.0
"""So long an answer counts, whatever it was: a role that was lost counts by then."""

PATIENCE_SECONDS = 10.0


class UnknownError(Exception):
    """Discord cannot be asked what the member may do now."""


class NoMemberError(Exception):
    """Who is in is no member any more, or the bot is none."""


_NO_ANSWER = (
    *(discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, UnknownError),
)


class DiscordsAnswer(Generic[T]):
    """Something that only Discord knows."""

    def __init__(self, fetch: Callable[[], Awaitable[T]], clock: Callable[[], float]) -> None:
        """`fetch` asks Discord, and raises UnknownError while the bot is not connected; `clock`
        says seconds that never go back."""
        self._fetch = fetch
        self._clock = clock
        self._asking: asyncio.Task[T] | None = None
        self._asked_at = float("-inf")

    @property
    def age(self) -> float:
        """For how many seconds the answer has counted."""
        return self._clock() - self._asked_at

    async def answer(self) -> T:
        """As it is now.

        Whoever asks while a request is on its way waits for that one. Raises UnknownError where
        Discord does not answer; for as long as an answer would count nobody asks it again.
        """
        asking = self._asking
        if asking is None or (asking.done() and self.age >= FRESH_SECONDS):
            self._asked_at = self._clock()
            asking = self._asking = asyncio.create_task(self._ask(), name="rights")
            # Nobody may be waiting any more when it fails.
            asking.add_done_callback(lambda done: done.cancelled() or done.exception())
        if asking.done():
            return asking.result()
        return await asyncio.shield(asking)

    async def _ask(self) -> T:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await self._fetch()
        except _NO_ANSWER as error:
            log.warning("Discord could not be asked what a member may: %s", reason(error))
            raise UnknownError from error


@dataclass(frozen=True, slots=True)
class Rights:
    """What one member may, for one session. Their roles, and whether they are timed out, are
    Discord's answer, and so is who may use the command that let them in; the permissions of roles
    and channels are what the gateway keeps up to date."""

    member: DiscordsAnswer[discord.Member | None]
    overwrites: DiscordsAnswer[CommandOverwrites]
    command_id: int

    async def viewer(self) -> discord.Member:
        """The member as they are now. Raises NoMemberError, UnknownError, and Refused where they
        are timed out, or an administrator has closed the command to them."""
        member = await self.member.answer()
        if member is None:
            raise NoMemberError
        if member.is_timed_out():  # who is may use no command either
            raise Refused(errors.TIMED_OUT)
        if not (await self.overwrites.answer()).allow(member, self.command_id):
            raise Refused(errors.COMMAND_CLOSED)
        return member
