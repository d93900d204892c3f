"""Where the page listens, and what it is told of whoever connects there."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.address import Address
from bot.gateway.connection import StartError
from bot.web.connections import Connections

_protocol_log = logging.getLogger(f"{__name__}.protocol")
"""aiohttp's, of what is no HTTP: with the address it came from, and as often as anybody likes."""
_protocol_log.setLevel(logging.CRITICAL)


def bound(address: Address) -> socket.socket:
    """Raises StartError where the address is not to be had."""
    host = "127.0.0.1" if address.host == "localhost" else address.host
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two programs have one port
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((host, address.port))
        opened.listen(128)
    except OSError as error:
        opened.close()
        raise StartError(
            _NOT_TO_BE_HAD.get(error.errno or 0, _CANNOT_LISTEN).format(
                address=address, why=error.strerror
            )
        ) from None
    return opened


_CANNOT_LISTEN = (
    "The page can't be served at {address}: {why}. Set BAROMETER_WEB to another address."
)
_NOT_TO_BE_HAD = {
    errno.EADDRINUSE: "BAROMETER_WEB: {address} is taken by another program, or another Barometer. "
    "Choose another port, or stop that one.",
    errno.EADDRNOTAVAIL: "BAROMETER_WEB: this machine has no address as in {address}. Use "
    "127.0.0.1, or one that it has.",
    errno.EACCES: "BAROMETER_WEB: you may not use the port of {address}. Choose one above 1023.",
}


@asynccontextmanager
async def answering(app: web.Application, opened: socket.socket) -> AsyncIterator[None]:
    """Answer at this socket as long as the block lasts."""
    runner = web.AppRunner(app, access_log=None, logger=_protocol_log, shutdown_timeout=2.0)

    def answers() -> asyncio.Protocol:
        assert runner.server is not None  # noqa: S101 (it is set up before anybody connects)
        return runner.server()

    connections = Connections(answers)
    outermost, innermost = connections.middlewares()
    app.middlewares[:] = [outermost, *app.middlewares, innermost]
    await runner.setup()
    loop = asyncio.get_running_loop()
    closing = loop.create_task(connections.close_overdue(), name="connections")
    try:
        listening = await loop.create_server(connections.connected, sock=opened)
        try:
            yield
        finally:
            listening.close()
    finally:
        closing.cancel()
        await runner.cleanup()
