"""The latency of a connection is counted from the heartbeat that was answered."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.gateway.heartbeat import Heartbeat, use_heartbeat

INTERVAL_SECONDS = 41.25


class Connection:
    """Its answers are there before the thread that sends heartbeats goes on."""

    HEARTBEAT = 1
    _max_heartbeat_timeout = 60.0

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.thread_id = threading.get_ident()
        self.sequence = 7
        self.sent = list[dict[str, Any]]()
        self.heartbeat: discord.gateway.KeepAliveHandler | None = None

    async def send_heartbeat(self, data: dict[str, Any]) -> None:
        assert self.heartbeat is not None
        self.sent.append(data)
        self.heartbeat.ack()
        self.heartbeat.stop()


async def beat(
    kind: type[discord.gateway.KeepAliveHandler], patch: pytest.MonkeyPatch
) -> tuple[discord.gateway.KeepAliveHandler, Connection]:
    """Send one heartbeat, an interval after the connection was made."""
    now = 1000.0
    patch.setattr(time, "perf_counter", lambda: now)
    connection: Any = Connection()
    connection.heartbeat = kind(ws=connection, interval=0.01, shard_id=3)
    now += INTERVAL_SECONDS
    connection.heartbeat.start()
    await asyncio.to_thread(connection.heartbeat.join)
    return connection.heartbeat, connection


async def test_an_answer_that_is_there_at_once_is_no_late_one(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    heartbeat, connection = await beat(Heartbeat, monkeypatch)
    assert connection.sent == [{"op": 1, "d": 7}]
    assert heartbeat.latency == 0
    assert caplog.text == ""


async def test_discord_py_still_needs_this(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (its_own,) = Heartbeat.__bases__  # a bot that ran here before may have put ours in its place
    heartbeat, _ = await beat(its_own, monkeypatch)
    assert heartbeat.latency == INTERVAL_SECONDS
    assert "Can't keep up, shard ID 3 websocket is 41.2s behind" in caplog.text


async def test_connections_use_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.gateway, "KeepAliveHandler", discord.gateway.KeepAliveHandler)
    use_heartbeat()
    hello = {"op": 10, "d": {"heartbeat_interval": 41_250}, "s": None, "t": None}
    socket: Any = SimpleNamespace(closed=False, send_str=_take)
    connection = discord.gateway.DiscordWebSocket(socket, loop=asyncio.get_running_loop())
    connection.shard_id, connection._max_heartbeat_timeout = 0, 60.0
    await connection.received_message(discord.utils._to_json(hello))
    heartbeat = connection._keep_alive
    assert isinstance(heartbeat, Heartbeat)
    heartbeat.stop()


async def _take(_: str) -> None:
    pass
