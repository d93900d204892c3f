"""The page's server: the built page, uploaded files, and the API of the sample server's people.

    async with Page(discord, host, address) as page:
        print(page.url)

What is asked about goes through `discord`, as what the bot asks does.
"""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from typing import Protocol, Self

from aiohttp import web

from playground.errors import PageError
from playground.page import messages, view
from playground.page.asking import Api, Asked, answer, number, refusal
from playground.page.bot_use import BotUse
from playground.page.events import Sockets
from playground.page.scores import Scores
from playground.page.security import OF_A_FILE, Doorkeeper
from playground.rest.api import UPLOAD_LIMIT
from playground.sample import Sample
from playground.server import LoopbackDiscord
from playground.world import Json, payloads

STATIC = Path(str(files("playground.page") / "static"))
NOT_BUILT = (
    "The page is not built. In a checkout: cd web && npm ci && npm run build. "
    "The terminal works without it: python -m playground --terminal"
)
_ALSO = {"favicon.ico": "favicon.svg"}
"""Names that browsers ask for by themselves, as for the mark in the tab of a picture."""
_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
}
"""What browsers may show of what people uploaded, by how it begins; the rest is downloaded."""


class Host(Protocol):
    """Who runs the sample server."""

    def form(self) -> Json:
        """`{"bot": …, "tour": …}`: how it stands with both."""
        ...

    def play_evening(self) -> Json:
        """Let the quarrel begin. Raises PageError."""
        ...


class Page:
    """Serves one sample server on a socket that listens already."""

    def __init__(
        self, discord: LoopbackDiscord, place: Sample, host: Host, listening: socket.socket
    ) -> None:
        self._discord = discord
        self._sample = place
        self._host = host
        self._listening = listening
        self._scores = Scores(discord)
        self._sockets = Sockets(discord, host.form)
        name, port = listening.getsockname()[:2]
        self._name = name
        self.url = f"http://{_as_visited(name)}:{port}"
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=1.0)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.SockSite(self._runner, self._listening).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._sockets.close()
        await self._scores.close()
        await self._runner.cleanup()

    def host_changed(self) -> None:
        """Tell everybody who has the page open how the host stands now."""
        self._sockets.host_changed()

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=UPLOAD_LIMIT)
        Doorkeeper(self._name).install(app)
        api = Api(app, self._discord, self._sample.guild)
        api.add("GET", "/view", _view)
        messages.add_routes(api)
        BotUse(self._scores).add_routes(api)
        get = app.router.add_get
        get("/api/start", _json(self._start))
        get("/api/tour", _json(self._tour))
        app.router.add_post("/api/evening", _json(self._evening))
        get("/api/as/{user}/events", self._events(api))
        app.router.add_route("*", "/api/{path:.*}", _no_such_route)
        get("/attachments/{channel}/{attachment}/{name}", self._download)
        get("/", _static)
        get("/{name}", _static)
        return app

    async def _start(self) -> Json:
        guild, you = self._sample.guild, self._sample.you
        form: Json = {
            "server": payloads.guild(guild),
            "people": view.people(guild, you),
            "you": str(you.id),
            "locale": you.locale,
        }
        return form | self._host.form()

    async def _tour(self) -> Json:
        tour: Json = self._host.form()["tour"]
        return tour

    async def _evening(self) -> Json:
        return self._host.play_evening()

    def _events(self, api: Api) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(request: web.Request) -> web.StreamResponse:
            try:
                viewer = api.user_of(request)
            except PageError as error:
                return refusal(error.status, str(error))
            return await self._sockets.serve(request, viewer)

        return serve

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            attachment_id = number(request.match_info["attachment"], "file")
        except PageError:
            raise web.HTTPNotFound from None
        found = self._discord.world.attachments.get(attachment_id)
        if found is None:
            raise web.HTTPNotFound
        headers = {"Content-Security-Policy": OF_A_FILE}
        kind = next((kind for begin, kind in _PICTURES.items() if found.data.startswith(begin)), "")
        if not kind:
            headers["Content-Disposition"] = "attachment"
        return web.Response(
            body=found.data, content_type=kind or "application/octet-stream", headers=headers
        )


def _as_visited(address: str) -> str:
    """What stands in the address bar for where it listens."""
    if address in ("0.0.0.0", "::"):  # noqa: S104 (everywhere: here as well)
        return "localhost"
    return f"[{address}]" if ":" in address else address


async def _view(asked: Asked) -> Json:
    return view.view(asked)


def _json(work: Callable[[], Awaitable[Json]]) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def serve(_: web.Request) -> web.Response:
        return await answer(work)

    return serve


async def _no_such_route(_: web.Request) -> web.Response:
    return refusal(404, "The playground has no such address.")


async def _static(request: web.Request) -> web.StreamResponse:
    """A file of the built page; whatever is no file there does not exist."""
    name = request.match_info.get("name", "index.html")
    file = STATIC / _ALSO.get(name, name)
    if file.parent != STATIC or file.suffix not in _TYPES or not file.is_file():
        if name == "index.html":
            return web.Response(status=503, text=NOT_BUILT)
        raise web.HTTPNotFound
    kind = f"{_TYPES[file.suffix]}; charset=utf-8"
    return web.FileResponse(file, headers={"Content-Type": kind, "Cache-Control": "no-cache"})
