"""The page's connections: how long each may take, and which makes room when there are too many.

There is no limit an address: behind a proxy everybody has the same one, and `X-Forwarded-For` can
be made up by whoever reaches the port. Instead nobody can hold a place that somebody else needs: of
those for whom the bot is not at work, the one that has been quiet longest is closed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Literal

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.web.guard import Handler

MOST_OPEN = 512
"""Connections at a time. The bot needs files of its own, and many systems let a process have 1,024.
A proxy has a few; a browser has six at most."""

ASKING_SECONDS = 15.0
"""So long a request may take to arrive: the first from when its connection is made, a later one
from its first byte."""

TAKING_SECONDS = 30.0
"""So long a browser may take nothing of an answer that is there for it."""

IDLE_SECONDS = 150.0
"""So long a connection may stay open between requests. Longer than proxies keep theirs (Caddy two
minutes), so that it is they who close them."""

LOOK_EVERY_SECONDS = 1.0

Stage = Literal["asking", "answering", "answered"]
"""A request arrives; the bot is at work on it; there is an answer."""


class Connections:
    """All that are open."""

    def __init__(self, make: Callable[[], asyncio.Protocol]) -> None:
        """`make` gives what understands the requests of one connection."""
        self._make = make
        self._open: dict[asyncio.BaseTransport, _Connection] = {}

    def connected(self) -> asyncio.Protocol:
        """For a server's next connection."""
        return _Connection(self._open, self._make)

    async def close_overdue(self) -> None:
        """Without end: close those that take too long."""
        while True:
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            for connection in list(self._open.values()):
                connection.look()

    def middlewares(self) -> tuple[Middleware, Middleware]:
        """One around all others, one within them: they see when there is an answer, and when a
        request has arrived and passed what is asked of all."""

        @web.middleware
        async def outermost(request: web.Request, handler: Handler) -> web.StreamResponse:
            try:
                return await handler(request)
            finally:
                self._enter(request, "answered")

        @web.middleware
        async def innermost(request: web.Request, handler: Handler) -> web.StreamResponse:
            self._enter(request, "answering")
            return await handler(request)

        return outermost, innermost

    def _enter(self, request: web.Request, stage: Stage) -> None:
        transport = request.transport  # there is none any more where it was closed meanwhile
        if transport is not None and transport in self._open:
            self._open[transport].enter(stage)


class _Connection(asyncio.Protocol):
    """Passes all that happens on to what answers, and knows for how long it has been waited."""

    def __init__(
        self,
        others: dict[asyncio.BaseTransport, _Connection],
        make: Callable[[], asyncio.Protocol],
    ) -> None:
        self._open = others
        self._make = make
        self._now = asyncio.get_running_loop().time
        self._left = 0  # bytes of an answer that were not taken yet
        self.enter("asking")

    def enter(self, stage: Stage) -> None:
        self.stage = stage
        self.since = self._now()

    def look(self) -> None:
        """Close it if it takes too long."""
        left = self._transport.get_write_buffer_size()
        if left < self._left:
            self.since = self._now()
        self._left = left
        if self.stage == "asking":
            patience = ASKING_SECONDS
        else:
            patience = TAKING_SECONDS if left else IDLE_SECONDS
        if self.stage != "answering" and self._now() - self.since >= patience:
            self.close()

    def close(self) -> None:
        """At once: what was written and not taken is dropped."""
        self._open.pop(self._transport, None)
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 (a socket's)
        self._transport = transport
        self._answers = self._make()
        self._answers.connection_made(transport)
        if len(self._open) >= MOST_OPEN:
            waiting = [each for each in self._open.values() if each.stage != "answering"]
            min(waiting, key=lambda each: each.since, default=self).close()
        if not transport.is_closing():
            self._open[transport] = self

    def data_received(self, data: bytes) -> None:
        if self.stage == "answered" and not self._transport.get_write_buffer_size():
            self.enter("asking")
        self._answers.data_received(data)

    def eof_received(self) -> bool | None:
        return self._answers.eof_received()

    def pause_writing(self) -> None:
        self._answers.pause_writing()

    def resume_writing(self) -> None:
        self._answers.resume_writing()

    def connection_lost(self, error: Exception | None) -> None:
        self._open.pop(self._transport, None)
        self._answers.connection_lost(error)
