"""What happens, as it happens: a socket for each page that somebody has open."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web

from playground.feed import Subscription
from playground.page.asking import with_own_addresses
from playground.server import LoopbackDiscord
from playground.world import Json, User

HOST_CHANGED = "HOST_CHANGED"
"""Not Discord's: the bot came or went, or the sample server's tour is further."""

LONGEST_FRAME = 4096  # the page says nothing on the socket
HEARTBEAT = 30.0  # seconds


class Sockets:
    """Tells each open page what its person may see, and what the host itself has to tell."""

    def __init__(self, discord: LoopbackDiscord, host_state: Callable[[], Json]) -> None:
        self._discord = discord
        self._host_state = host_state
        self._open: set[web.WebSocketResponse] = set()

    async def serve(self, request: web.Request, viewer: User) -> web.WebSocketResponse:
        """Send a person's events until either side ends."""
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LONGEST_FRAME)
        with self._discord.subscribe(viewer) as seen:
            await socket.prepare(request)
            self._open.add(socket)
            try:
                await self._send(socket, HOST_CHANGED, self._host_state())
                telling = asyncio.create_task(self._tell(socket, seen))
                async for _ in socket:  # until it is closed; what the page says is ignored
                    pass
                telling.cancel()
                await asyncio.gather(telling, return_exceptions=True)
            finally:
                self._open.discard(socket)
        return socket

    async def host_changed(self) -> None:
        """Tell every open page how the host stands now."""
        state = self._host_state()
        for socket in list(self._open):
            await self._send(socket, HOST_CHANGED, state)

    async def close(self) -> None:
        for socket in list(self._open):
            await socket.close(code=1001)

    async def _tell(self, socket: web.WebSocketResponse, seen: Subscription) -> None:
        async for event in seen:
            await self._send(socket, event.name, event.data)
        await socket.close(code=1013)  # it fell too far behind: it is to come again

    async def _send(self, socket: web.WebSocketResponse, name: str, data: Json) -> None:
        own = with_own_addresses(data, self._discord.files_url)
        with suppress(ConnectionError):
            await socket.send_str(json.dumps({"t": name, "d": own}, separators=(",", ":")))
