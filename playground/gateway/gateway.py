"""The gateway: the socket on which the bot hears what happens.

https://discord.com/developers/docs/events/gateway
"""

from __future__ import annotations

import asyncio
import json
import secrets
from typing import Any

from aiohttp import WSMsgType, web
from pydantic import ValidationError

from playground.gateway import hearing
from playground.gateway.gateway_forms import Identify, RequestMembers, Resume
from playground.gateway.identify_turns import IdentifyTurns
from playground.gateway.session import Connection, Session, compressor
from playground.observed import GatewayFrame, Observer
from playground.world import Json, World, payloads
from playground.world.application import PRIVILEGED, Application, Intent
from playground.world.feed import Event, Feed

HEARTBEAT, IDENTIFY, PRESENCE, VOICE_STATE, RESUME = 1, 2, 3, 4, 6
RECONNECT, REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 7, 8, 9, 10, 11

HEARTBEAT_INTERVAL_MS = 41_250
ENDS_SESSION = (1000, 1001)  # a bot that closes with these is gone for good


class _Refusal(Exception):  # noqa: N818 (a verdict on the other side, not an error of ours)
    """The socket is to be closed with a code of Discord's list."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Gateway:
    """Keeps sessions and tells them of events; also breaks connections on request."""

    def __init__(
        self,
        world: World,
        application: Application,
        feed: Feed,
        turns: IdentifyTurns,
        url: str,
        observe: Observer,
    ) -> None:
        self.sessions: dict[str, Session] = {}
        self.reachable = True  # False: whoever comes is turned away, as in an outage
        self.identifies = 0
        self.resumes = 0
        self._world = world
        self._application = application
        self._feed = feed
        self._turns = turns
        self._url = url
        self._observe = observe
        self._connections: set[Connection] = set()
        self._present = asyncio.Event()
        feed.listen(self.hear)

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one socket from HELLO to its end."""
        if not self.reachable:
            raise web.HTTPServiceUnavailable
        try:
            compression = compressor(request.query.get("compress"))
        except ImportError:
            raise web.HTTPBadRequest(text="This Python cannot make zstd-stream.") from None
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        connection = Connection(socket, request.transport, compression, self._observe)
        self._connections.add(connection)
        try:
            hello = {"heartbeat_interval": HEARTBEAT_INTERVAL_MS}
            await connection.send({"op": HELLO, "d": hello, "s": None, "t": None})
            async for message in socket:
                if message.type in (WSMsgType.TEXT, WSMsgType.BINARY):
                    await self._receive(connection, message.data)
        except _Refusal as refusal:
            await connection.close(refusal.code)
        finally:
            self._lost(connection, socket.close_code)
        return socket

    async def dispatch(
        self, event: str, data: Json, *, intent: Intent | None, guild_id: int | None
    ) -> None:
        """Tell every session that asked for this kind of event (`None`: it always comes)."""
        for session in self._listening(intent, guild_id):
            await session.dispatch(event, data)

    async def hear(self, event: Event) -> None:
        """Pass on what the bot may see of the feed to the sessions that asked for such events."""
        bot = self._application.bot
        needed = hearing.needed_intent(event, bot)
        if needed == 0 or not self.sessions:
            return
        data = self._feed.told(event, bot.id)
        if data is None:
            return
        for session in self._listening(needed, event.guild_id):
            reads = session.intents & Intent.MESSAGE_CONTENT
            told = data if reads else hearing.without_content(event, data, bot)
            await session.dispatch(event.name, told)

    def _listening(self, intent: Intent | None, guild_id: int | None) -> list[Session]:
        return [
            session
            for session in self.sessions.values()
            if (intent is None or session.intents & intent) and session.covers(guild_id)
        ]

    def shards_present(self) -> set[int]:
        """The ids of the shards that are identified and connected."""
        sessions = self.sessions.values()
        return {session.shard[0] for session in sessions if session.connection is not None}

    async def wait_until_present(self) -> None:
        """Return once a bot is identified and connected."""
        await self._present.wait()

    async def drop(self, code: int | None = None) -> None:
        """Close every socket with a close code, or (None) just break the line.

        From the moment of the call on the bot hears nothing more; its sessions stay resumable.
        """
        for connection in list(self._connections):
            if connection.session is not None:
                connection.session.connection = None
                connection.session = None
            if code is None:
                connection.abort()
            else:
                await connection.close(code)

    async def ask_to_reconnect(self) -> None:
        """Op 7: the bot is to come back and resume."""
        await self._broadcast({"op": RECONNECT, "d": None, "s": None, "t": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Op 9: the bot is to resume, or (not `resumable`) to identify anew."""
        if not resumable:
            self.sessions.clear()
        await self._broadcast({"op": INVALID_SESSION, "d": resumable, "s": None, "t": None})

    async def close(self) -> None:
        await self.drop(1001)

    async def _broadcast(self, payload: Json) -> None:
        for connection in list(self._connections):
            await connection.send(payload)

    async def _receive(self, connection: Connection, data: str | bytes) -> None:
        try:
            payload = json.loads(data)
            op, body = payload["op"], payload.get("d")
        except (ValueError, KeyError, TypeError):
            raise _Refusal(4002) from None
        self._observe(GatewayFrame("bot", payload))
        try:
            await self._obey(connection, op, body)
        except ValidationError:
            raise _Refusal(4002) from None

    async def _obey(self, connection: Connection, op: Any, body: Any) -> None:
        if op == HEARTBEAT:
            if connection.session is not None and isinstance(body, int):
                connection.session.acknowledge(body)
            await connection.send({"op": HEARTBEAT_ACK, "d": None, "s": None, "t": None})
        elif op == IDENTIFY:
            await self._identify(connection, Identify.model_validate(body))
        elif op == RESUME:
            await self._resume(connection, Resume.model_validate(body))
        elif op not in (PRESENCE, VOICE_STATE, REQUEST_MEMBERS):
            raise _Refusal(4001)
        elif connection.session is None:
            raise _Refusal(4003)
        elif op == REQUEST_MEMBERS:
            await self._send_members(connection.session, RequestMembers.model_validate(body))

    async def _identify(self, connection: Connection, body: Identify) -> None:
        self.identifies += 1
        if connection.session is not None:
            raise _Refusal(4005)
        if body.token != self._application.token:
            raise _Refusal(4004)
        intents = Intent(body.intents)
        if intents & PRIVILEGED & ~self._application.switches:
            raise _Refusal(4014)
        number, count = body.shard
        if not 0 <= number < count:
            raise _Refusal(4010)
        if not self._turns.take(number):
            await connection.send({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
            return
        if self._application.sessions_left <= 0:
            raise _Refusal(4004)  # Discord gives the bot another token
        self._application.sessions_left -= 1
        session = Session(secrets.token_hex(16), (number, count), intents)
        session.connection, connection.session = connection, session
        self.sessions[session.id] = session
        await self._welcome(session)
        self._present.set()

    async def _welcome(self, session: Session) -> None:
        bot = self._application.bot
        guilds = [
            guild
            for guild in self._world.guilds.values()
            if session.covers(guild.id) and bot.id in guild.members
        ]
        ready: Json = {
            "v": 10,
            "user": payloads.own_user(bot),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self._url,
            "shard": list(session.shard),
            "application": self._application.ready_form(),
        }
        await session.dispatch("READY", ready)
        all_members = bool(session.intents & Intent.GUILD_MEMBERS)
        if session.intents & Intent.GUILDS:
            for guild in guilds:
                if bot.id not in guild.members:  # thrown out meanwhile
                    continue
                form = payloads.guild_create(guild, bot, all_members=all_members)
                await session.dispatch("GUILD_CREATE", form)

    async def _resume(self, connection: Connection, body: Resume) -> None:
        if body.token != self._application.token:
            raise _Refusal(4004)
        session = self.sessions.get(body.session_id)
        if session is None or not session.can_resume_from(body.seq):
            self.sessions.pop(body.session_id, None)
            await connection.send({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
            return
        self.resumes += 1
        await session.resume(connection, body.seq)
        self._present.set()

    async def _send_members(self, session: Session, body: RequestMembers) -> None:
        """Op 8: members by id, or all of them for a bot with the members intent.

        Of a guild that it is not in nothing is told.
        """
        guild = self._world.guilds.get(body.guild_id)
        if guild is None or self._application.bot.id not in guild.members:
            return
        wanted = body.ids()
        ids = set(guild.members) if wanted is None else wanted
        if wanted is None and not session.intents & Intent.GUILD_MEMBERS:
            ids &= {self._application.bot.id}
        found = [payloads.member(guild.members[user_id]) for user_id in ids & set(guild.members)]
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": found,
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [str(user_id) for user_id in ids - set(guild.members)],
        }
        if body.nonce is not None:
            chunk["nonce"] = body.nonce
        await session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    def _lost(self, connection: Connection, code: int | None) -> None:
        self._connections.discard(connection)
        session = connection.session
        if session is not None and session.connection is connection:
            session.connection = None
            if code in ENDS_SESSION:
                self.sessions.pop(session.id, None)
        if not any(each.connection for each in self.sessions.values()):
            self._present.clear()
