"""The page's server: opened with the bot, and closed with it."""

from __future__ import annotations

import logging
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
from bot.gateway.command_overwrites import CommandOverwrites, command_overwrites
from bot.gateway.connection import StartError
from bot.logs import describe
from bot.render.desk_answers import GONE
from bot.render.localizer import N_, Localizer, for_language
from bot.web import about
from bot.web.asking import Answering, BadRequestError, Visit
from bot.web.entry import Entry, localizer_for
from bot.web.guard import CSRF_HEADER, MOST_BYTES, Guard, failure, is_same
from bot.web.links import Invited, Links
from bot.web.listening import answering, bound
from bot.web.membership import DiscordsAnswer, NoMemberError, Rights, UnknownError
from bot.web.origins import Origins
from bot.web.routes import ME, OF_GUILD, Question
from bot.web.sessions import Session, Sessions
from bot.web.static_files import StaticFiles

log = logging.getLogger(__name__)

NO_SESSION = N_("To see this, use /sentiment open in Discord and follow the link it gives you.")
OTHER_SERVER = N_(
    "That's a view of another server. To see it, use /sentiment open there and follow the link it "
    "gives you."
)
CROSS_SITE = N_("That didn't come from this page. Please load the page again.")
NOT_UNDERSTOOD = N_("I don't understand that address.")
DISCORD_UNREACHABLE = N_(
    "I can't ask Discord right now what you may see, so I don't show anything."
)

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
        self._sessions = Sessions(clock, self._rights)
        self._entry = Entry(self._links, self._sessions, self.origins)
        self._answering: Answering | None = None
        self._overwrites: dict[int, DiscordsAnswer[CommandOverwrites]] = {}

    @property
    def is_public(self) -> bool:
        """Whether it is reached from other machines, too."""
        return self.origins.public

    def attend(self, answering: Answering) -> None:
        """From now on this answers. A new client takes the place of one that was closed."""
        self._answering = answering

    def link(self, viewer: discord.Member, command_id: int, language: str) -> str:
        """An address that lets this member in, once, as long as they may use this command."""
        token = self._links.make(Invited(viewer.guild.id, viewer.id, command_id, language))
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

    def _rights(self, invited: Invited) -> Rights:
        guild_id = invited.guild_id

        async def member() -> discord.Member | None:
            try:
                return await self._guild_of(invited).fetch_member(invited.user_id)
            except discord.NotFound:
                return None

        async def overwrites() -> CommandOverwrites:
            return await command_overwrites(self._client(), guild_id)

        of_guild = self._overwrites.setdefault(guild_id, DiscordsAnswer(overwrites, self._clock))
        return Rights(DiscordsAnswer(member, self._clock), of_guild, invited.command_id)

    def _guild_of(self, invited: Invited) -> discord.Guild:
        """Raises NoMemberError once the bot has left it, UnknownError while that is not known."""
        client = self._client()
        guild = client.get_guild(invited.guild_id)
        if guild is None:
            raise NoMemberError if client.is_ready() else UnknownError
        return guild

    def _client(self) -> discord.Client:
        if self._answering is None:
            raise UnknownError
        return self._answering.client

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
        shard = answering.client.get_shard(self._guild_of(session.invited).shard_id)
        if shard is not None and shard.is_closed():
            # What is known of channels may be out of date, and no command would come in either.
            raise UnknownError
        viewer = await session.rights.viewer()
        rule = PAGE_RULES[question.rule]
        if not question.heavy:
            visit = await Visit.of(request, answering, session, rule, viewer)
            return await question.answer(visit)
        async with answering.turns.in_line(viewer.id):
            viewer = await session.rights.viewer()  # it may have waited for long
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


@asynccontextmanager
async def serving(
    address: Address, url: str | None, clock: Callable[[], float] = time.monotonic
) -> AsyncIterator[DeskPage]:
    """Serve the page as long as the block lasts; `clock` says seconds that never go back.

    Raises StartError where the address is not to be had.
    """
    with bound(address) as opened:
        port = opened.getsockname()[1]
        try:
            origins = Origins.of(address.host, port, url)
        except ValueError as error:
            raise StartError(f"BAROMETER_WEB: {address}: {error}.") from None
        page = DeskPage(origins, port, clock)
        async with answering(page.application(), opened):
            log.info("The page in a browser is served at %s", page.origins.main)
            yield page
