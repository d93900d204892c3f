"""Connections that are slow, or too many: whoever means no harm gets through all the same."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import discord
import pytest

from bot.web import connections
from bot.web.membership import FRESH_SECONDS
from tests.bot.web.conftest import Desk

SECONDS = 30.0
"""The longest that anything is waited for here."""

HALF = b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "


class Client:
    """A connection, byte by byte."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def send(self, sent: bytes) -> None:
        with contextlib.suppress(ConnectionError):
            self._writer.write(sent)
            await self._writer.drain()

    async def status(self) -> bytes:
        """Of the next answer, which is read to its end; b"" if the connection was closed."""
        async with asyncio.timeout(SECONDS):
            try:
                head = await self._reader.readuntil(b"\r\n\r\n")
                length = head.lower().partition(b"content-length: ")[2].split()[0]
                await self._reader.readexactly(int(length))
            except (ConnectionError, asyncio.IncompleteReadError):
                return b""
        return head.split()[1]

    def close(self) -> None:
        self._writer.transport.abort()


class Clients:
    """All connections of a test to the page."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._all: list[Client] = []
        self.whole = f"GET /api/words HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()

    async def connect(self, sent: bytes = b"") -> Client:
        client = Client(*await asyncio.open_connection("127.0.0.1", self._port))
        self._all.append(client)
        await client.send(sent)
        return client

    def close(self) -> None:
        for each in self._all:
            each.close()


@pytest.fixture
async def clients(desk: Desk) -> AsyncIterator[Clients]:
    made = Clients(desk.port)
    yield made
    made.close()


@pytest.fixture
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requested before the page is served."""
    monkeypatch.setattr(connections, "LOOK_EVERY_SECONDS", 0.01)


@pytest.mark.parametrize("sent", [b"", HALF])
async def test_who_sends_no_whole_request_is_not_waited_for(
    looks_often: None, clients: Clients, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(connections, "ASKING_SECONDS", 0.05)
    client = await clients.connect(sent)
    assert await client.status() == b""


async def test_nor_for_a_second_one_byte_by_byte(
    looks_often: None, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = await clients.connect(clients.whole)
    assert await client.status() == b"200"
    monkeypatch.setattr(connections, "ASKING_SECONDS", 0.05)
    await client.send(HALF)
    await client.send(b"x")
    assert await client.status() == b""


async def test_between_requests_a_connection_is_kept_for_longer(
    looks_often: None, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, other = await clients.connect(clients.whole), await clients.connect(clients.whole)
    assert [await each.status() for each in (client, other)] == [b"200"] * 2
    monkeypatch.setattr(connections, "ASKING_SECONDS", 0.0)
    slow = await clients.connect()
    assert await slow.status() == b""  # by now each was looked at
    monkeypatch.setattr(connections, "ASKING_SECONDS", 1000.0)
    await client.send(clients.whole)
    assert await client.status() == b"200"
    monkeypatch.setattr(connections, "IDLE_SECONDS", 0.0)
    assert await other.status() == b""


async def test_who_asks_and_takes_no_answer_is_not_waited_for(
    looks_often: None, desk: Desk, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "TAKING_SECONDS", 0.05)
    monkeypatch.setattr(connections, "ASKING_SECONDS", 1000.0)
    loop = asyncio.get_running_loop()
    page = f"GET /page.js HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n\r\n".encode()

    async def ask_without_end(sink: socket.socket) -> None:
        while True:  # for more than the system holds back for it
            await loop.sock_sendall(sink, page)
            await asyncio.sleep(0.01)

    with socket.socket() as sink:
        sink.setblocking(False)
        await loop.sock_connect(sink, ("127.0.0.1", desk.port))
        with pytest.raises(ConnectionError):
            await asyncio.wait_for(ask_without_end(sink), SECONDS)


async def test_too_many_that_wait_make_room_for_whoever_comes(
    desk: Desk, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST_OPEN", 3)
    origin = b"Host: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\n" % (desk.port, desk.port)
    body = b"POST /enter/ HTTP/1.1\r\n" + origin + b"Content-Length: 9\r\n\r\ntoken"
    held = [await clients.connect(sent) for sent in (b"", HALF, body)]
    for _ in range(5):
        client = await clients.connect(clients.whole)
        assert await client.status() == b"200"
    assert [await each.status() for each in held] == [b""] * 3


async def test_whoever_the_bot_is_at_work_for_makes_no_room(
    desk: Desk, clients: Clients, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST_OPEN", 1)
    browser = await desk.enter(desk.server.ben)
    at_work, go_on = asyncio.Event(), asyncio.Event()
    fetch = discord.Guild.fetch_member

    async def fetch_member(guild: discord.Guild, member_id: int) -> discord.Member:
        at_work.set()
        await go_on.wait()
        return await fetch(guild, member_id)

    monkeypatch.setattr(discord.Guild, "fetch_member", fetch_member)
    desk.seconds.now += FRESH_SECONDS
    asking = asyncio.create_task(browser.get("/api/me"))
    await at_work.wait()
    assert await (await clients.connect(clients.whole)).status() == b""
    go_on.set()
    assert (await asking).status == 200
    assert await (await clients.connect(clients.whole)).status() == b"200"
