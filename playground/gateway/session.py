"""One bot's standing with the gateway: a session, which outlives the sockets that carry it."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections import deque
from importlib import import_module
from typing import Protocol

from aiohttp import web

from playground.observed import GatewayFrame, Observer
from playground.world import Json
from playground.world.application import Intent

REPLAY_LIMIT = 20_000  # events kept for a bot that comes back; more missed events end the session


class Compressor(Protocol):
    def compress(self, data: bytes, /) -> bytes: ...

    def flush(self) -> bytes: ...


class _ZlibStream:
    """`compress=zlib-stream`: one zlib context a socket, each message ended by a sync flush."""

    def __init__(self) -> None:
        self._context = zlib.compressobj()

    def compress(self, data: bytes, /) -> bytes:
        return self._context.compress(data)

    def flush(self) -> bytes:
        return self._context.flush(zlib.Z_SYNC_FLUSH)


class _ZstdStream:
    """`compress=zstd-stream`: asked for by clients whose Python (3.14) knows zstd."""

    def __init__(self) -> None:
        zstd = import_module("compression.zstd")
        self._context = zstd.ZstdCompressor()
        self._flush_block = zstd.ZstdCompressor.FLUSH_BLOCK

    def compress(self, data: bytes, /) -> bytes:
        compressed: bytes = self._context.compress(data)
        return compressed

    def flush(self) -> bytes:
        flushed: bytes = self._context.flush(self._flush_block)
        return flushed


def compressor(name: str | None) -> Compressor | None:
    """The transport compression that the gateway's address asks for, `None` for plain text.

    Raises ImportError for `zstd-stream` on a Python that cannot make it.
    """
    match name:
        case "zlib-stream":
            return _ZlibStream()
        case "zstd-stream":
            return _ZstdStream()
        case _:
            return None


class Connection:
    """A socket to the bot; frames go out whole and in order."""

    def __init__(
        self,
        socket: web.WebSocketResponse,
        transport: asyncio.BaseTransport | None,
        compression: Compressor | None,
        observe: Observer,
    ) -> None:
        self.session: Session | None = None
        self._socket = socket
        self._transport = transport
        self._compression = compression
        self._observe = observe
        self._lock = asyncio.Lock()

    async def send(self, payload: Json, text: str | None = None) -> None:
        """Write one frame (as `text`, if it is at hand); a socket that is gone swallows it."""
        self._observe(GatewayFrame("server", payload))
        text = text or _text(payload)
        async with self._lock:
            try:
                if self._compression is None:
                    await self._socket.send_str(text)
                else:
                    data = self._compression.compress(text.encode()) + self._compression.flush()
                    await self._socket.send_bytes(data)
            except ConnectionError:
                return

    async def close(self, code: int) -> None:
        await self._socket.close(code=code)

    def abort(self) -> None:
        """Break the line without a goodbye, as a failing network does."""
        if isinstance(self._transport, asyncio.WriteTransport):
            self._transport.abort()


def _text(payload: Json) -> str:
    return json.dumps(payload, separators=(",", ":"))


class Session:
    """What a bot may resume: its shard, intents, and the events that it may have missed."""

    def __init__(self, session_id: str, shard: tuple[int, int], intents: Intent) -> None:
        self.id = session_id
        self.shard = shard
        self.intents = intents
        self.connection: Connection | None = None
        self._sequence = 0
        self._sent: deque[tuple[int, str]] = deque(maxlen=REPLAY_LIMIT)  # as text: it is smaller
        self._lock = asyncio.Lock()

    def covers(self, guild_id: int | None) -> bool:
        """Whether events of this guild go to this shard; direct messages go to the first.

        https://discord.com/developers/docs/events/gateway#sharding-sharding-formula
        """
        number, count = self.shard
        return number == (0 if guild_id is None else (guild_id >> 22) % count)

    async def dispatch(self, event: str, data: Json) -> None:
        """Number an event, keep it for a resume, and send it if the bot is there."""
        async with self._lock:
            self._sequence += 1
            frame: Json = {"op": 0, "t": event, "s": self._sequence, "d": data}
            text = _text(frame)
            self._sent.append((self._sequence, text))
            if self.connection is not None:
                await self.connection.send(frame, text)

    def acknowledge(self, sequence: int) -> None:
        """Forget what the bot has, as its heartbeat says: it resumes from there or later."""
        while self._sent and self._sent[0][0] <= sequence:
            self._sent.popleft()

    def can_resume_from(self, sequence: int) -> bool:
        """Whether every event after `sequence` is still at hand."""
        oldest = self._sent[0][0] if self._sent else self._sequence + 1
        return oldest - 1 <= sequence <= self._sequence

    async def resume(self, connection: Connection, sequence: int) -> None:
        """Attach a new socket and send again, in order, what came after `sequence`."""
        async with self._lock:
            for text in [text for number, text in self._sent if number > sequence]:
                await connection.send(json.loads(text), text)
            self.connection = connection
            connection.session = self
        await self.dispatch("RESUMED", {})
