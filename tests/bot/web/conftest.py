"""The page of the small server of the commands' tests, asked over real sockets."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import discord
import pytest
import simcord

from bot.address import Address
from bot.commands.desk.episode_id import EpisodeId
from bot.web.server import DeskPage, serving
from tests.bot.commands.conftest import (  # noqa: F401 (pytest finds fixtures by their names)
    NOW,
    Server,
    charts_a_minute,
    retention,
    server,
    welcomed,
)

TOKEN = re.compile(r'name="token" value="([^"]+)"')


class Seconds:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def url() -> str | None:
    """The address for browsers elsewhere; a test may set it by parameter."""
    return None


@pytest.fixture
async def desk_page(seconds: Seconds, url: str | None) -> AsyncIterator[DeskPage]:
    async with serving(Address("127.0.0.1", 0), url, seconds) as served:
        yield served


def as_viewer(server: Server) -> Any:  # noqa: F811
    """The moderator, as far as a link needs to know them."""
    return SimpleNamespace(id=server.moderator.id, guild=server.bots_guild)


def run_by(server: Server, *people: simcord.MemberActor) -> None:  # noqa: F811
    """From now on the bot belongs to a team of these people."""
    application = server.bot.application
    assert application is not None
    accepted = discord.TeamMembershipState.accepted
    members = [SimpleNamespace(id=each.id, membership_state=accepted) for each in people]
    application.team = cast("discord.Team", SimpleNamespace(members=members))


@dataclass
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    json: Any = None


@dataclass
class Browser:
    """A browser of somebody, with cookies, as far as a page of ours needs one."""

    origin: str
    http: aiohttp.ClientSession
    csrf: str = ""
    guild: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    async def ask(self, method: str, path: str, **options: Any) -> Answer:
        headers = self.headers | options.pop("headers", {})
        async with self.http.request(
            method, self.origin + path, headers=headers, allow_redirects=False, **options
        ) as answer:
            body = await answer.read()
            json = await answer.json() if answer.content_type == "application/json" else None
            return Answer(answer.status, answer.headers, body, json)

    async def get(self, path: str, **options: Any) -> Answer:
        return await self.ask("GET", path, **options)

    async def of_guild(self, path: str, **query: Any) -> Answer:
        """What is asked about the session's own server."""
        return await self.get(f"/api/guilds/{self.guild}{path}", params=query)

    async def post(self, path: str, json: Any = None, **options: Any) -> Answer:
        headers = {"Origin": self.origin, "X-Barometer-CSRF": self.csrf} | options.pop(
            "headers", {}
        )
        return await self.ask("POST", path, json=json or {}, headers=headers, **options)

    async def press(self, link: str) -> Answer:
        """Follow a link, and press its button."""
        path = link.removeprefix(self.origin)
        token = TOKEN.search((await self.get(path)).body.decode())
        sent = token[1] if token else path.rpartition("/")[2]
        return await self.ask(
            "POST", "/enter/", data={"token": sent}, headers={"Origin": self.origin}
        )


@dataclass
class Desk:
    """The server, its page, and browsers of its people."""

    server: Server
    page: DeskPage
    seconds: Seconds
    browsers: list[aiohttp.ClientSession] = field(default_factory=list)
    overwrites: list[dict[str, Any]] = field(default_factory=list)
    """What Discord tells of who may use which command; `overwrites_asked` is when it was asked."""
    overwrites_asked: list[float] = field(default_factory=list)

    async def tell_overwrites(self, *_: object) -> list[dict[str, Any]]:
        """As Discord does; the simulator doesn't."""
        self.overwrites_asked.append(self.seconds.now)
        return self.overwrites

    def choose(self, chosen_for: int, *choices: tuple[int, int, bool]) -> None:
        """What an administrator chose under *Integrations*: kinds, ids, and whether they may."""
        told = [{"type": kind, "id": str(n), "permission": may} for kind, n, may in choices]
        self.overwrites.append({"id": str(chosen_for), "permissions": told})

    @property
    def port(self) -> int:
        """On which it listens, whatever its address is for browsers."""
        assert self.page.port
        return self.page.port

    def last_days(self, days: int) -> tuple[datetime, datetime]:
        return NOW - timedelta(days=days), NOW + timedelta(hours=1)

    def episode(self, channel: simcord.ChannelHandle, first_id: int, last_id: int) -> str:
        """What an address calls an episode."""
        return str(EpisodeId(channel.id, first_id, last_id))

    def browser(self) -> Browser:
        http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self.browsers.append(http)
        return Browser(self.page.origins.main, http, guild=str(self.server.guild.id))

    async def link(self, who: simcord.MemberActor) -> str:
        """What `/sentiment open` gives this member, who runs the bot."""
        run_by(self.server, who)
        reply = await self.server.ask(who, "open")
        (button,) = [item for row in reply.message.components for item in row["components"]]
        assert reply.ephemeral
        assert button["style"] == discord.ButtonStyle.link.value
        return str(button["url"])

    async def enter(self, who: simcord.MemberActor) -> Browser:
        """A browser of this member, who has come in."""
        browser = self.browser()
        assert (await browser.press(await self.link(who))).status == 303
        me = await browser.get("/api/me")
        assert me.status == 200, me.json
        browser.csrf = me.json["csrf"]
        return browser


@pytest.fixture
async def desk(
    server: Server,  # noqa: F811
    desk_page: DeskPage,
    seconds: Seconds,
) -> AsyncIterator[Desk]:
    made = Desk(server, desk_page, seconds)
    patch = pytest.MonkeyPatch()  # of its own: a test may undo what it did itself
    asking = "get_guild_application_command_permissions"
    patch.setattr(discord.http.HTTPClient, asking, lambda _, *ids: made.tell_overwrites(*ids))
    yield made
    patch.undo()
    for each in made.browsers:
        await each.close()
