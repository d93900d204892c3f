"""A request of the page, understood: who asks, and about which channel, message and thing.

Whoever may not see a channel is told what is told of one that does not exist.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from playground.errors import CommandLineError, NoAnswerError, PageError, PlaygroundError, RestError
from playground.people.person import Person
from playground.rest.api import UPLOAD_LIMIT, Upload
from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Json, Member, Message, User, grants

LONGEST_JSON = 256 * 1024
"""Bytes of a request without files: forms and options are far smaller."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody of the sample server asks for something; `body` is what they sent along."""

    discord: LoopbackDiscord
    guild: Guild
    user: User
    path: dict[str, str]
    query: dict[str, str]
    body: Json = field(default_factory=dict)
    files: tuple[Upload, ...] = ()

    @property
    def member(self) -> Member:
        return self.guild.members[self.user.id]

    @property
    def person(self) -> Person:
        """The member in Discord's app, who does nothing beyond their rights."""
        return self.discord.person(self.user)

    @property
    def channel(self) -> Channel:
        """The channel of the path, if the member sees it. Raises PageError."""
        found = self.guild.channels.get(self.id("channel"))
        if found is None or not grants.may_view(self.guild, found, self.member):
            raise PageError(404, "There is no such channel.")
        return found

    @property
    def message(self) -> Message:
        """The message of the path, if the member sees it. Raises PageError, RestError."""
        return self.person.message(self.channel.id, self.id("message"))

    def id(self, name: str) -> int:
        """An id of the path. Raises PageError for what is none."""
        return number(self.path[name], name)

    def text(self, name: str) -> str:
        """A text of the body. Raises PageError where it is missing."""
        value = self.body.get(name)
        if not isinstance(value, str):
            raise PageError(400, f'"{name}" is missing: it must be a text.')
        return value

    def mapping(self, name: str) -> Json:
        """An object of the body; it may be left out. Raises PageError for anything else."""
        value = self.body.get(name, {})
        if not isinstance(value, dict):
            raise PageError(400, f'"{name}" must be an object.')
        return value


SENTENCES = {
    10003: "There is no such channel.",
    10008: "That message is gone.",
    10014: "There is no such emoji here.",
    30010: "A message can't have more than 20 different reactions.",
    50001: "There is no such channel.",
    50005: "You can only edit your own messages.",
    50006: "There is nothing in that message.",
    50013: "You don't have the permission for that here.",
    50021: "That can't be changed: Discord itself says it.",
    50024: "There can't be threads in this channel.",
    160004: "That message has a thread already.",
}
"""Discord's codes as its app says them. Other refusals are said in Discord's own words."""

INVALID_FORM = "Invalid Form Body: "

Endpoint = Callable[[Asked], Awaitable[Any]]


class Api:
    """Serves endpoints that answer an `Asked` with JSON (`None`: 204), or raise an error."""

    def __init__(self, app: web.Application, discord: LoopbackDiscord, guild: Guild) -> None:
        self._app = app
        self._discord = discord
        self._guild = guild

    def add(self, method: str, route: str, endpoint: Endpoint) -> None:
        """Serve `/api/as/{user}` + `route`."""

        async def serve(request: web.Request) -> web.Response:
            return await answer(lambda: self._answer(request, endpoint))

        self._app.router.add_route(method, "/api/as/{user}" + route, serve)

    async def _answer(self, request: web.Request, endpoint: Endpoint) -> Any:
        body, files = await read_body(request)
        user = self.user_of(request)
        query = dict(request.query)
        asked = Asked(
            self._discord, self._guild, user, dict(request.match_info), query, body, files
        )
        return self._own_addresses(await endpoint(asked))

    def user_of(self, request: web.Request) -> User:
        """Whom one is in this request: any member but a bot. Raises PageError."""
        member = self._guild.members.get(number(request.match_info["user"], "user"))
        if member is None or member.user.bot:
            raise PageError(404, "There is no such member.")
        return member.user

    def _own_addresses(self, answer: Any) -> Any:
        return with_own_addresses(answer, self._discord.files_url)


def with_own_addresses(value: Any, files_url: str) -> Any:
    """JSON in which uploaded files have this page's own address: it may load no others."""
    if isinstance(value, str):
        return value.removeprefix(files_url) if value.startswith(f"{files_url}/") else value
    if isinstance(value, dict):
        return {key: with_own_addresses(each, files_url) for key, each in value.items()}
    if isinstance(value, list):
        return [with_own_addresses(each, files_url) for each in value]
    return value


async def answer(work: Callable[[], Awaitable[Any]]) -> web.Response:
    """What an endpoint gives, as JSON; what it raises, as a sentence with a status."""
    try:
        found = await work()
    except web.HTTPRequestEntityTooLarge:
        return refusal(413, f"That is more than {UPLOAD_LIMIT // 1024**2} MB.")
    except web.HTTPException as error:
        return refusal(error.status, f"{error.reason}.")
    except PageError as error:
        return refusal(error.status, str(error))
    except RestError as error:
        said = str(error).removeprefix(INVALID_FORM)
        return refusal(error.status, SENTENCES.get(error.code, said))
    except CommandLineError as error:
        return refusal(400, str(error))
    except NoAnswerError as error:
        return refusal(504, str(error))
    except PlaygroundError as error:
        return refusal(500, str(error))
    except Exception:
        _log.exception("A request of the page failed")
        return refusal(500, "Something went wrong in the playground. Its output says what.")
    return web.Response(status=204) if found is None else web.json_response(found)


def refusal(status: int, sentence: str) -> web.Response:
    return web.json_response({"error": sentence}, status=status)


def number(text: str, name: str) -> int:
    """The id of a thing called `name`, read from text. Raises PageError for what is none."""
    if not is_number(text):
        raise PageError(400, f'There is no {name} "{text[:40]}".')
    return int(text)


def is_number(text: str) -> bool:
    """Whether a text is a number of at most twenty digits, as every id is."""
    return text.isascii() and text.isdigit() and len(text) <= 20


async def read_body(request: web.Request) -> tuple[Json, tuple[Upload, ...]]:
    """A JSON object, or one in the field `payload_json` with files beside it. Raises PageError."""
    if not request.can_read_body:
        return {}, ()
    if request.content_type == "multipart/form-data":
        try:
            form = await request.post()
        except ValueError:
            raise PageError(400, "That form can't be read.") from None
        files = [each for each in form.values() if isinstance(each, web.FileField)]
        uploads = [Upload(at, each.filename, each.file.read()) for at, each in enumerate(files)]
        return _parsed(str(form.get("payload_json", "{}"))), tuple(uploads)
    data = await request.read()
    if len(data) > LONGEST_JSON:
        raise PageError(413, f"That is more than {LONGEST_JSON // 1024} KB.")
    try:
        return _parsed(data.decode() or "{}"), ()
    except UnicodeDecodeError:
        raise PageError(400, "That is no UTF-8.") from None


def _parsed(text: str) -> Json:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        raise PageError(400, "That is no JSON.") from None
    if not isinstance(body, dict):
        raise PageError(400, "Send a JSON object.")
    try:
        json.dumps(body, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a pair of surrogates: Discord sends none to a bot
        raise PageError(400, "That is no Unicode.") from None
    return body
