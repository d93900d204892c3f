"""The REST API's frame: what every request has in common, whatever its route.

A route is served by an *endpoint*: it gets a `Call` and gives back JSON (`None`: 204, no content),
or raises `RestError`, which becomes Discord's own form of an error.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from aiohttp import web
from aiohttp.http import HttpProcessingError

from playground import forms
from playground.errors import RateLimitedError, RestError, invalid_form, invalid_json, unauthorized
from playground.forms import Form
from playground.observed import Observer, RestExchange
from playground.rest.rate_limits import RateLimits
from playground.world.entities import Json

PREFIX = "/api/v10"
EVERYTHING_ELSE = "/{path:.*}"
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
UPLOAD_LIMIT = 25 * 1024 * 1024
STORM_SECONDS = 1.0  # until the next try, as a storm of 429s tells it

_FILE_FIELD = re.compile(r"files\[(\d{1,2})\]")
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

    def limit(self, default: int, least: int, most: int) -> int:
        """How many things an answer may hold, as the query's `limit` says."""
        text = self.query.get("limit", str(default))
        if not text.isascii() or not text.isdigit() or not least <= int(text[:20]) <= most:
            raise invalid_form(f"limit: int value should be between {least} and {most}.")
        return int(text)

    def moment(self, name: str) -> datetime | None:
        """A time in the query, in UTC unless it says otherwise, if it is there."""
        if name not in self.query:
            return None
        try:
            moment = datetime.fromisoformat(self.query[name])
        except ValueError:
            raise invalid_form(f"{name}: Could not parse {self.query[name]}.") from None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    def form(self, form: type[Form]) -> Json:
        """The body as this form has it. Raises `RestError` for what does not fit."""
        return forms.read(form, self.body)


@dataclass(slots=True)
class _Asked:
    """What is known of a request so far, and the headers that its answer is to have."""

    body: Any = None
    files: tuple[Upload, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)


Endpoint = Callable[[Call], Awaitable[Any]]


class Api:
    """Adds endpoints to the web application: authorization, bodies, errors, observation."""

    def __init__(
        self,
        app: web.Application,
        token: str,
        observe: Observer,
        limits: RateLimits | None,
        now: Callable[[], datetime],
    ) -> None:
        """Answers are dated `now`. With `limits` who asks too often is refused; else nobody is."""
        self._app = app
        self._token = token
        self._observe = observe
        self._limits = limits
        self._now = now
        self._methods: dict[str, list[str]] = {}
        self.storm: int | None = None  # every answer has this status, as in an outage
        self.ahead = timedelta()  # by so much the `Date` of each answer is wrong
        self.answers_to_lose = 0  # so many are done, and the connection breaks before the answer

    def add(self, method: str, route: str, endpoint: Endpoint, *, authorized: bool = True) -> None:
        """Serve `route`, written as Discord documents it.

        `authorized=False` is for the routes whose path holds a token of its own.
        """

        async def serve(request: web.Request) -> web.Response:
            if self._limits is not None and self._limits.is_turned_away():
                return web.Response(status=429, text="You are being blocked.")
            asked = _Asked()
            try:
                answer = await self._answer(request, route, endpoint, asked, authorized)
                status = 204 if answer is None else 200
            except RestError as error:
                status, answer = error.status, error.form()
                asked.headers |= error.headers
            except Exception:
                _log.exception("%s %s failed", request.method, route)
                status, answer = 500, {"message": "500: Internal Server Error", "code": 0}
            shown = request.path.removeprefix(PREFIX) if route == EVERYTHING_ELSE else route
            self._note(request, shown, asked, status, answer)
            response = _respond(status, answer, asked.headers)
            date = format_datetime(self._now() + self.ahead, usegmt=True)
            response.headers["Date"] = date
            return response

        self._app.router.add_route(method, PREFIX + route, serve)
        if method != "*":
            self._methods.setdefault(route, []).append(method)

    def refuse_the_rest(self) -> None:
        """Refuse other methods of the routes so far with 405, and other routes with 404."""
        for route, methods in self._methods.items():
            self.add("*", route, _other_method(methods), authorized=False)
        self.add("*", EVERYTHING_ELSE, _not_found, authorized=False)

    async def _answer(
        self,
        request: web.Request,
        route: str,
        endpoint: Endpoint,
        asked: _Asked,
        authorized: bool,
    ) -> Any:
        """What the endpoint gives to a request that gets as far as that."""
        asked.body, asked.files = await _read_body(request)
        if self.storm == 429:
            raise RateLimitedError(STORM_SECONDS, {})
        if self.storm is not None:
            raise RestError(self.storm, 0, "Not now.")
        if authorized and request.headers.get("Authorization") != f"Bot {self._token}":
            raise unauthorized()
        if self._limits is not None:
            asked.headers |= self._limits.take(
                request.method, route, request.match_info, counts_overall=authorized
            )
        return await endpoint(Call(request.match_info, request.query, asked.body, asked.files))

    def _note(
        self, request: web.Request, shown: str, asked: _Asked, status: int, answer: Any
    ) -> None:
        """Tell whoever watches of a request and its answer, which may yet be lost on its way."""
        names = tuple(file.filename for file in asked.files)
        query = dict(request.query)
        said = RestExchange(request.method, shown, query, asked.body, names, status, answer)
        self._observe(said)
        if self._limits is not None:
            self._limits.note(status)
        if self.answers_to_lose and request.transport is not None:
            self.answers_to_lose -= 1
            request.transport.abort()


async def _not_found(_: Call) -> Any:
    """The endpoint of `EVERYTHING_ELSE`: the routes that the playground does not know."""
    raise RestError(404, 0, "404: Not Found")


def _other_method(allowed: Iterable[str]) -> Endpoint:
    headers = {"Allow": ", ".join(allowed)}

    async def refuse(_: Call) -> Any:
        raise RestError(405, 0, "405: Method Not Allowed", headers=headers)

    return refuse


def snowflake(text: str, name: str) -> int:
    """A snowflake read from text. Raises `RestError` when it is none."""
    if not text.isascii() or not text.isdigit() or not len(text) <= 19:
        raise invalid_form(f'{name}: Value "{text}" is not snowflake.')
    return int(text)


def _respond(status: int, answer: Any, headers: Mapping[str, str]) -> web.Response:
    if answer is None:
        return web.Response(status=status, headers=headers)
    # The real client takes an answer for JSON only if the type is exactly this, without a charset.
    body = json.dumps(answer).encode()
    return web.Response(status=status, body=body, content_type="application/json", headers=headers)


_Files = tuple[Upload, ...]


async def _read_body(request: web.Request) -> tuple[Any, _Files]:
    """JSON, or JSON in the field `payload_json` with files beside it."""
    try:
        if request.content_type in FORMS:
            return _read_form(await request.post())
        text = await request.text()
        return _parse(text) if text else None, ()
    except (ValueError, LookupError, RecursionError, HttpProcessingError):
        # Among them texts in no known encoding, and parts of a form without an end.
        raise invalid_json() from None
    except web.HTTPRequestEntityTooLarge:
        raise RestError(413, 40005, "Request entity too large") from None


def _read_form(form: Mapping[str, str | bytes | bytearray | web.FileField]) -> tuple[Any, _Files]:
    """Files, and beside them the body: in one field as JSON, or each of its parts in a field."""
    files = tuple(
        Upload(_index(name), field.filename, field.file.read())
        for name, field in form.items()
        if isinstance(field, web.FileField)
    )
    if "payload_json" in form:
        return _parse(str(form["payload_json"])), files
    return {name: field for name, field in form.items() if isinstance(field, str)}, files


def _parse(text: str) -> Any:
    """JSON, but no numbers that are none. Raises ValueError."""

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    return json.loads(text, parse_constant=refuse)


def _index(field_name: str) -> int:
    """`files[2]` -> 2; a file in a field of another name is the first. Raises ValueError."""
    found = _FILE_FIELD.fullmatch(field_name)
    return int(found[1]) if found else 0
