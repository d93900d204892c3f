"""The REST API's frame: what every request has in common, whatever its route.

A route is served by an *endpoint*: it gets a `Call` and gives back JSON (`None`: 204, no content),
or raises `RestError`, which becomes Discord's own form of an error.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from aiohttp import web

from playground.errors import RestError, invalid_form, unauthorized
from playground.observed import Observer, RestExchange

PREFIX = "/api/v10"
EVERYTHING_ELSE = "/{path:.*}"
UPLOAD_LIMIT = 25 * 1024 * 1024
RETRY_AFTER = 1.0  # seconds, in an answer with status 429

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file sent along; `index` is n of its form field `files[n]`."""

    index: int
    filename: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """A request, parsed. `params` are the variable parts of the path."""

    params: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    files: tuple[Upload, ...]

    def id(self, name: str) -> int:
        """A snowflake in the path; anything else is refused as Discord refuses it."""
        return snowflake(self.params[name], name)

    def optional_id(self, name: str) -> int | None:
        """A snowflake in the query, if it is there."""
        return snowflake(self.query[name], name) if name in self.query else None


Endpoint = Callable[[Call], Awaitable[Any]]


class Api:
    """Adds endpoints to the web application: authorization, bodies, errors, observation."""

    def __init__(self, app: web.Application, token: str, observe: Observer) -> None:
        self._app = app
        self._token = token
        self._observe = observe
        self.storm: int | None = None  # every answer has this status, as in an outage
        self.ahead = timedelta()  # by so much the `Date` of each answer is wrong
        self.answers_to_lose = 0  # so many are done, and the connection breaks before the answer

    def add(self, method: str, route: str, endpoint: Endpoint, *, authorized: bool = True) -> None:
        """Serve `route`, written as Discord documents it.

        `authorized=False` is for the routes whose path holds a token of its own.
        """

        async def serve(request: web.Request) -> web.Response:
            shown = request.path.removeprefix(PREFIX) if route == EVERYTHING_ELSE else route
            body, files = await _read_body(request)
            call = Call(request.match_info, request.query, body, files)
            try:
                if self.storm is not None:
                    raise RestError(self.storm, 0, "Not now.")
                if authorized and request.headers.get("Authorization") != f"Bot {self._token}":
                    raise unauthorized()
                answer = await endpoint(call)
                status = 204 if answer is None else 200
            except RestError as error:
                status, answer = error.status, {"message": error.message, "code": error.code}
            except Exception:
                _log.exception("%s %s failed", request.method, route)
                status, answer = 500, {"message": "500: Internal Server Error", "code": 0}
            names = tuple(file.filename for file in files)
            query = dict(request.query)
            said = RestExchange(request.method, shown, query, body, names, status, answer)
            self._observe(said)
            if self.answers_to_lose and request.transport is not None:
                self.answers_to_lose -= 1
                request.transport.abort()
            response = _respond(status, answer)
            if self.ahead:
                date = format_datetime(datetime.now(UTC) + self.ahead, usegmt=True)
                response.headers["Date"] = date
            return response

        self._app.router.add_route(method, PREFIX + route, serve)


async def not_found(call: Call) -> Any:
    """The endpoint of `EVERYTHING_ELSE`: the routes that the playground does not know."""
    raise RestError(404, 0, "404: Not Found")


def snowflake(text: str, name: str) -> int:
    """A snowflake read from text. Raises `RestError` when it is none."""
    if not text.isascii() or not text.isdigit():
        raise invalid_form(f'{name}: Value "{text}" is not snowflake.')
    return int(text)


def _respond(status: int, answer: Any) -> web.Response:
    if answer is None:
        return web.Response(status=status)
    # The real client takes an answer for JSON only if the type is exactly this, without a charset.
    headers = {}
    if status == 429:
        answer |= {"retry_after": RETRY_AFTER, "global": False}
        headers["Via"] = "1.1 playground"  # without it the client thinks of a ban
    body = json.dumps(answer).encode()
    return web.Response(status=status, body=body, content_type="application/json", headers=headers)


async def _read_body(request: web.Request) -> tuple[Any, tuple[Upload, ...]]:
    """JSON, or JSON in the field `payload_json` with files beside it."""
    if request.content_type == "multipart/form-data":
        form = await request.post()
        files = [
            Upload(_index(name), field.filename, field.file.read())
            for name, field in form.items()
            if isinstance(field, web.FileField)
        ]
        return json.loads(str(form.get("payload_json", "{}"))), tuple(files)
    text = await request.text()
    return json.loads(text) if text else None, ()


def _index(field_name: str) -> int:
    """`files[2]` -> 2."""
    return int(field_name.removeprefix("files[").removesuffix("]"))
