"""What happens, as it happens: a socket for each page that somebody has open."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web

from playground.page.asking import with_own_addresses
from playground.server import LoopbackDiscord
from playground.world import Json, User
from playground.world.feed import Subscription

HOST_CHANGED = "HOST_CHANGED"
"""Not Discord's: the bot came or went, or the sample server's tour is further."""

LONGEST_FRAME = 4096  # the page says nothing on the socket
HEARTBEAT = 30.0  # seconds
SECONDS_TO_CLOSE = 0.5  # a page that sleeps says no goodbye
GOING_AWAY, TRY_AGAIN_LATER = 1001, 1013


class Sockets:
    """Tells each open page what its person may see, and what the host itself has to tell."""

    def __init__(self, discord: LoopbackDiscord, host_state: Callable[[], Json]) -> None:
        self._discord = discord
        self._host_state = host_state
        self._open: dict[web.WebSocketResponse, asyncio.Event] = {}

    async def serve(self, request: web.Request, viewer: User) -> web.WebSocketResponse:
        """Send a person's events until either side ends."""
        socket = web.WebSocketResponse(
            timeout=SECONDS_TO_CLOSE,
            heartbeat=HEARTBEAT,
            max_msg_size=LONGEST_FRAME,
            compress=False,
        )
        changed = asyncio.Event()
        changed.set()  # it is told how things stand at first
        with self._discord.subscribe(viewer) as seen:
            await socket.prepare(request)
            self._open[socket] = changed
            telling = [
                asyncio.create_task(self._tell_host(socket, changed)),
                asyncio.create_task(self._tell(socket, seen)),
            ]
            try:
                async for _ in socket:  # until it is closed; what the page says is ignored
                    pass
            finally:
                del self._open[socket]
                for task in telling:
                    task.cancel()
                await asyncio.gather(*telling, return_exceptions=True)
        return socket

    def host_changed(self) -> None:
        """Tell every open page how the host stands now; nobody waits for a slow one."""
        for changed in self._open.values():
            changed.set()

    async def close(self) -> None:
        await asyncio.gather(*(socket.close(code=GOING_AWAY) for socket in self._open))

    async def _tell_host(self, socket: web.WebSocketResponse, changed: asyncio.Event) -> None:
        while True:
            await changed.wait()
            changed.clear()
            await self._send(socket, HOST_CHANGED, self._host_state())

    async def _tell(self, socket: web.WebSocketResponse, seen: Subscription) -> None:
        async for event in seen:
            await self._send(socket, event.name, event.data)
        await socket.close(code=TRY_AGAIN_LATER)  # it fell too far behind

    async def _send(self, socket: web.WebSocketResponse, name: str, data: Json) -> None:
        own = with_own_addresses(data, self._discord.files_url)
        with suppress(ConnectionError):
            await socket.send_str(json.dumps({"t": name, "d": own}, separators=(",", ":")))
