"""The page's server: opened with the bot, and closed with it."""

from __future__ import annotations

import errno
import logging
import os
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

import discord
from aiohttp import web

from bot.address import Address
from bot.commands import errors
from bot.commands.access import PAGE_RULES
from bot.commands.errors import Refused
from bot.gateway.connection import StartError
from bot.logs import describe
from bot.render.desk_answers import GONE
from bot.render.localizer import N_, Localizer, for_language
from bot.web import about
from bot.web.asking import Answering, BadRequestError, NoMemberError, Visit
from bot.web.entry import Entry, localizer_for
from bot.web.guard import CSRF_HEADER, MOST_BYTES, Guard, failure, is_same
from bot.web.links import Invited, Links
from bot.web.membership import Membership, UnknownError
from bot.web.origins import Origins
from bot.web.routes import ME, OF_GUILD, Question
from bot.web.sessions import Session, Sessions
from bot.web.static_files import StaticFiles

log = logging.getLogger(__name__)

_protocol_log = logging.getLogger(f"{__name__}.protocol")
"""aiohttp's, of what is no HTTP: with the address it came from, and as often as anybody likes."""
_protocol_log.setLevel(logging.CRITICAL)

NO_SESSION = N_("To see this, use /sentiment open in Discord and follow the link it gives you.")
OTHER_SERVER = N_(
    "That's a view of another server. To see it, use /sentiment open there and follow the link it "
    "gives you."
)
CROSS_SITE = N_("That didn't come from this page. Please load the page again.")
NOT_UNDERSTOOD = N_("I don't understand that address.")
DISCORD_UNREACHABLE = N_(
    "I can't ask Discord right now what you may see, so I don't show anything. I'll try again in "
    "half a minute."
)
STARTING = N_("I'm not connected to Discord yet. Please try again in a minute.")

_STATUS = {
    errors.ONE_MOMENT: (429, "one_moment", 1),
    errors.CHARTS_BUSY: (429, "one_moment", 10),
    errors.DISCORD_IS_SLOW: (503, "discord_unreachable", 10),
    errors.SERVER_NOT_READY: (503, "starting", 10),
    errors.NO_SUCH_PERIOD: (400, "bad_request", None),
    GONE: (404, "not_found", None),
}
"""How a refusal is told where it is not about what somebody may; else 403."""


class DeskPage:
    """Serves the page and its figures; in no server before somebody `attend`s to it."""

    def __init__(self, origins: Origins, port: int, clock: Callable[[], float]) -> None:
        self.port = port
        self.origins = origins
        self._clock = clock
        self._links = Links(clock)
        self._sessions = Sessions(clock, self._membership)
        self._entry = Entry(self._links, self._sessions, self.origins)
        self._answering: Answering | None = None

    @property
    def is_public(self) -> bool:
        """Whether it is reached from other machines, too."""
        return self.origins.public

    def attend(self, answering: Answering) -> None:
        """From now on this answers. A new client takes the place of one that was closed."""
        self._answering = answering

    def link(self, viewer: discord.Member, language: str) -> str:
        """An address that lets this member in, once."""
        token = self._links.make(Invited(viewer.guild.id, viewer.id, language))
        return f"{self.origins.main}/enter/{token}"

    def application(self) -> web.Application:
        static = StaticFiles()
        app = web.Application(
            middlewares=[Guard(lambda: self.origins).check], client_max_size=MOST_BYTES
        )
        app.router.add_get("/", static.page)
        app.router.add_get("/enter/{token}", self._entry.look)
        app.router.add_post("/enter/", self._entry.enter)
        app.router.add_get("/api/words", self._words)
        app.router.add_get("/api/me", partial(self._answer, ME))
        app.router.add_post("/api/sign-out", self._sign_out)
        for path, question in OF_GUILD.items():
            address = "/api/guilds/{guild:[0-9]{1,20}}" + path
            app.router.add_route(question.method, address, partial(self._answer, question))
        app.router.add_get("/{name:[A-Za-z0-9._-]+}", static.file)
        return app

    def _membership(self, invited: Invited) -> Membership:
        async def fetch() -> discord.Member | None:
            answering = self._answering
            if answering is None:
                raise UnknownError
            guild = answering.client.get_guild(invited.guild_id)
            if guild is None:
                if not answering.client.is_ready():
                    raise UnknownError
                return None
            try:
                return await guild.fetch_member(invited.user_id)
            except discord.NotFound:
                return None

        return Membership(fetch, self._clock)

    async def _words(self, request: web.Request) -> web.Response:
        session = self._entry.session(request)
        theirs = None if session is None else for_language(session.invited.language)
        return about.words(request, theirs)

    async def _sign_out(self, request: web.Request) -> web.Response:
        session = self._entry.session(request)
        if session is None or not is_same(request.headers.get(CSRF_HEADER), session.csrf):
            return _told(localizer_for(request), 403, "cross_site", CROSS_SITE)
        return self._entry.leave(session)

    async def _answer(self, question: Question, request: web.Request) -> web.Response:
        """To whoever is in, as they are in the server now."""
        session = self._entry.session(request)
        if session is None:
            return _told(localizer_for(request), 401, "no_session", NO_SESSION)
        localizer = for_language(session.invited.language)
        asked = request.match_info.get("guild", str(session.invited.guild_id))
        if asked != str(session.invited.guild_id):
            return _told(localizer, 403, "other_server", OTHER_SERVER)
        if request.method != "GET" and not _is_own(request, session):
            return _told(localizer, 403, "cross_site", CROSS_SITE)
        try:
            return await self._answer_member(question, request, session)
        except NoMemberError:
            self._sessions.end(session)
            return _told(localizer, 401, "no_session", NO_SESSION)
        except UnknownError:
            return _told(localizer, 503, "discord_unreachable", DISCORD_UNREACHABLE, wait=30)
        except BadRequestError:
            return _told(localizer, 400, "bad_request", NOT_UNDERSTOOD)
        except web.HTTPException:
            raise
        except Exception as error:
            return _failed(localizer, question, error)

    async def _answer_member(
        self, question: Question, request: web.Request, session: Session
    ) -> web.Response:
        answering = self._answering
        if answering is None:
            raise Refused(errors.SERVER_NOT_READY)
        guild = answering.client.get_guild(session.invited.guild_id)
        shard = None if guild is None else answering.client.get_shard(guild.shard_id)
        if shard is not None and shard.is_closed():
            # What is known of channels may be out of date, and no command would come in either.
            raise UnknownError
        viewer = await session.membership.member()
        if viewer is None:
            raise NoMemberError
        rule = PAGE_RULES[question.rule]
        if not question.heavy:
            visit = await Visit.of(request, answering, session, rule, viewer)
            return await question.answer(visit)
        async with answering.turns.in_line(viewer.id):
            viewer = await session.membership.member()  # it may have waited for long
            if viewer is None:
                raise NoMemberError
            visit = await Visit.of(request, answering, session, rule, viewer)
            return await question.answer(visit)


def _is_own(request: web.Request, session: Session) -> bool:
    """Whether a request that changes something was sent by the session's own page."""
    told = request.headers.get(CSRF_HEADER)
    return request.content_type == "application/json" and is_same(told, session.csrf)


def _told(
    localizer: Localizer, status: int, code: str, words: str, *, wait: int | None = None
) -> web.Response:
    return failure(status, code, localizer.gettext(words), wait=wait)


def _failed(localizer: Localizer, question: Question, error: Exception) -> web.Response:
    """What went wrong, in the words of the commands; what nobody expects is logged, by its type
    alone: its message might quote what somebody wrote."""
    words = errors.words_for(error)
    if isinstance(error, Refused):
        status, code, wait = _STATUS.get(str(error), (403, "refused", None))
        return failure(status, code, _unmarked(localizer, str(error)), wait=wait)
    log.log(
        logging.ERROR if words is None else logging.WARNING,
        "The page's question %r failed: %s",
        question.rule,
        describe(error),
    )
    if words is None:
        return _told(localizer, 500, "failed", errors.UNEXPECTED)
    return failure(503, "failed", _unmarked(localizer, words), wait=30)


def _unmarked(localizer: Localizer, words: str) -> str:
    """A sentence of the commands, without the marks that Discord shows as type."""
    return localizer.gettext(words).replace("`", "").replace("*", "")


def _listening(address: Address) -> socket.socket:
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
async def serving(
    address: Address, url: str | None, clock: Callable[[], float] = time.monotonic
) -> AsyncIterator[DeskPage]:
    """Serve the page as long as the block lasts; `clock` says seconds that never go back.

    Raises StartError where the address is not to be had.
    """
    with _listening(address) as opened:
        port = opened.getsockname()[1]
        try:
            origins = Origins.of(address.host, port, url)
        except ValueError as error:
            raise StartError(f"BAROMETER_WEB: {address}: {error}.") from None
        page = DeskPage(origins, port, clock)
        runner = web.AppRunner(
            page.application(), access_log=None, logger=_protocol_log, shutdown_timeout=2.0
        )
        await runner.setup()
        try:
            await web.SockSite(runner, opened).start()
            log.info("The page in a browser is served at %s", page.origins.main)
            yield page
        finally:
            await runner.cleanup()
