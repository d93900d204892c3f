"""With which rights the page is asked: those that Discord tells, at most half a minute ago."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.web.membership import FRESH_SECONDS, PATIENCE_SECONDS, DiscordsAnswer, UnknownError
from tests.bot.commands.conftest import Server
from tests.bot.web.conftest import Browser, Desk, Seconds


@dataclass
class FakeDiscord:
    """Counts how often it is asked, and answers when it is let; an exception is raised."""

    answer: Any = "a member"
    asked: list[float] = field(default_factory=list)
    let: asyncio.Event = field(default_factory=asyncio.Event)
    clock: Seconds = field(default_factory=Seconds)

    async def __call__(self) -> Any:
        self.asked.append(self.clock())
        await self.let.wait()
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def counted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When Discord was asked for a member, by the page's clock."""
    asked: list[float] = []
    fetch = discord.Guild.fetch_member

    async def fetch_member(guild: discord.Guild, member_id: int) -> discord.Member:
        asked.append(desk.seconds.now)
        return await fetch(guild, member_id)

    monkeypatch.setattr(discord.Guild, "fetch_member", fetch_member)
    return asked


async def test_who_asks_while_a_request_is_on_its_way_waits_for_that_one() -> None:
    fake = FakeDiscord()
    membership = DiscordsAnswer(fake, fake.clock)
    waiting = [asyncio.create_task(membership.answer()) for _ in range(100)]
    await asyncio.sleep(0)
    fake.let.set()
    assert await asyncio.gather(*waiting) == ["a member"] * 100
    assert len(fake.asked) == 1


async def test_an_answer_counts_for_half_a_minute_from_when_it_was_asked_for() -> None:
    fake = FakeDiscord()
    fake.let.set()
    membership = DiscordsAnswer(fake, fake.clock)
    await membership.answer()
    fake.clock.now += FRESH_SECONDS - 0.01
    fake.answer = None
    assert await membership.answer() == "a member"
    fake.clock.now += 0.01
    assert await membership.answer() is None


async def test_a_hundred_requests_a_second_ask_discord_twice_a_minute() -> None:
    fake = FakeDiscord()
    fake.let.set()
    membership = DiscordsAnswer(fake, fake.clock)
    for _ in range(100 * 180):
        await membership.answer()
        fake.clock.now += 0.01
    asked = fake.asked
    assert max(sum(at <= each < at + 60 for each in asked) for at in asked) == 2
    assert len(asked) == 6


@pytest.mark.parametrize(
    "error",
    [
        discord.HTTPException(SimpleNamespace(status=500, reason="x"), "broken"),  # type: ignore[arg-type]
        discord.Forbidden(SimpleNamespace(status=403, reason="x"), "no"),  # type: ignore[arg-type]
        discord.RateLimited(90.0),
        OSError("no network"),
        TimeoutError(),
        UnknownError(),
    ],
)
async def test_when_discord_cannot_be_asked_nothing_is_known_and_it_is_not_pressed(
    error: Exception,
) -> None:
    fake = FakeDiscord(answer=error)
    fake.let.set()
    membership = DiscordsAnswer(fake, fake.clock)
    for _ in range(5):
        with pytest.raises(UnknownError):
            await membership.answer()
        fake.clock.now += FRESH_SECONDS / 5
    assert len(fake.asked) == 1
    fake.answer = "a member"
    assert await membership.answer() == "a member"


async def test_a_discord_that_says_nothing_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert PATIENCE_SECONDS <= FRESH_SECONDS
    monkeypatch.setattr("bot.web.membership.PATIENCE_SECONDS", 0.01)
    fake = FakeDiscord()
    with pytest.raises(UnknownError):
        await DiscordsAnswer(fake, fake.clock).answer()


async def test_whoever_gives_up_waiting_leaves_the_request_to_the_others() -> None:
    fake = FakeDiscord()
    membership = DiscordsAnswer(fake, fake.clock)
    first, second = (asyncio.create_task(membership.answer()) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    fake.let.set()
    assert await second == "a member"
    assert len(fake.asked) == 1


async def test_many_questions_at_once_ask_for_the_member_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await desk.enter(desk.server.moderator)
    desk.seconds.now += FRESH_SECONDS
    asked = counted(desk, monkeypatch)
    paths = ["/my/data", "/notes", "/course", "/coverage", "/my/mood"] * 2
    answers = await asyncio.gather(*(browser.of_guild(path) for path in paths))
    assert {answer.status for answer in answers} == {200}
    assert len(asked) == 1


async def test_however_many_questions_a_session_asks_discord_is_asked_twice_a_minute(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await desk.enter(desk.server.moderator)
    asked = counted(desk, monkeypatch)
    found: set[int] = set()
    paths = ["/course", "/notes", "/my/data", "/morning", "/week.png", "/episodes/x", "/nothing"]
    for _ in range(40):  # three minutes
        desk.seconds.now += 4.5
        answers = await asyncio.gather(
            browser.get("/api/me"), *(browser.of_guild(path) for path in paths)
        )
        found |= {answer.status for answer in answers}
    assert {200, 400, 404} <= found
    assert 5 <= len(asked) <= 6
    assert max(sum(at <= each < at + 60 for each in asked) for at in asked) <= 2


async def views(browser: Browser) -> list[str]:
    return [str(each) for each in (await browser.get("/api/me")).json["views"]]


async def test_a_lost_role_counts_within_half_a_minute_and_the_page_says_so(desk: Desk) -> None:
    server = desk.server
    await server.say(server.hidden, server.crowd, [0.5] * 20)
    browser = await desk.enter(server.moderator)
    before = (await browser.get("/api/me")).json
    assert before["rights"] == {"live": True, "moods": True}
    assert before["lost"] is None
    assert (await browser.of_guild("/course", channels=str(server.hidden.id))).status == 200
    await take_role(server)
    desk.seconds.now += FRESH_SECONDS
    for path in ("/morning", "/week", "/coverage", "/notes", "/course.csv"):
        assert (await browser.of_guild(path)).status == 403, path
    assert (await browser.of_guild("/course", channels=str(server.hidden.id))).status == 403
    after = (await browser.get("/api/me")).json
    assert after["rights"] == {"live": False, "moods": True}
    assert after["lost"].startswith("Your roles have changed")
    assert after["views"] == ["course", "compare", "channels", "my-data"]
    assert "staff" not in [channel["name"] for channel in after["channels"]]
    course = (await browser.of_guild("/course")).json
    assert not course["live"]


async def take_role(server: Server) -> None:
    """As an administrator does it in Discord: the bot is not told."""
    backend, role = server.env.backend, server.moderators.id
    backend.remove_member_role(server.guild.id, server.moderator.id, role)


@pytest.mark.parametrize("path", ["/course", "/morning", "/my/data", "/my/data.json"])
async def test_when_discord_cannot_be_asked_the_page_is_told_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    server = desk.server
    await server.say(server.general, server.crowd, [0.5] * 20)
    browser = await desk.enter(server.moderator)

    async def fetch_member(*_: object) -> None:
        raise discord.HTTPException(SimpleNamespace(status=500, reason="x"), "broken")  # type: ignore[arg-type]

    monkeypatch.setattr(discord.Guild, "fetch_member", fetch_member)
    assert (await browser.of_guild(path)).status == 200  # known for half a minute
    desk.seconds.now += FRESH_SECONDS
    answer = await browser.of_guild(path)
    assert (answer.status, answer.json["code"]) == (503, "discord_unreachable")
    assert set(answer.json) == {"error", "code"}
    assert answer.headers["Retry-After"] == "30"
    assert (await browser.get("/api/me")).status == 503
    monkeypatch.undo()
    desk.seconds.now += FRESH_SECONDS
    assert (await browser.of_guild(path)).status == 200


async def test_who_left_the_server_is_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = await desk.enter(desk.server.ben)

    async def fetch_member(*_: object) -> None:
        raise discord.NotFound(SimpleNamespace(status=404, reason="x"), "Unknown Member")  # type: ignore[arg-type]

    monkeypatch.setattr(discord.Guild, "fetch_member", fetch_member)
    desk.seconds.now += FRESH_SECONDS
    assert (await browser.of_guild("/course")).status == 401
    monkeypatch.undo()
    desk.seconds.now += FRESH_SECONDS
    assert (await browser.get("/api/me")).status == 401  # also when they come back


async def test_a_bot_that_left_the_server_tells_nothing_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await desk.enter(desk.server.ben)
    monkeypatch.setattr(type(desk.server.bot), "get_guild", lambda *_: None)
    for path in ("/course", "/my/data"):  # at once: what was kept of it is going to be erased
        assert (await browser.of_guild(path)).status == 401


async def test_before_the_bot_knows_its_servers_nobody_is_signed_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await desk.enter(desk.server.ben)
    monkeypatch.setattr(type(desk.server.bot), "get_guild", lambda *_: None)
    monkeypatch.setattr(type(desk.server.bot), "is_ready", lambda _: False)
    assert (await browser.of_guild("/course")).status == 503
    monkeypatch.undo()
    assert (await browser.of_guild("/course")).status == 200


async def test_while_the_gateway_is_away_nothing_is_told_as_channels_may_have_changed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await desk.enter(desk.server.moderator)
    away = SimpleNamespace(is_closed=lambda: True)
    monkeypatch.setattr(discord.AutoShardedClient, "get_shard", lambda *_: away)
    for path in ("/course", "/my/data"):
        answer = await browser.of_guild(path)
        assert (answer.status, answer.json["code"]) == (503, "discord_unreachable")
    monkeypatch.undo()
    assert (await browser.of_guild("/course")).status == 200


async def test_who_is_timed_out_is_told_nothing_as_they_can_use_no_command(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await desk.enter(desk.server.moderator)
    monkeypatch.setattr(discord.Member, "is_timed_out", lambda _: True)
    for path in ("/course", "/my/mood", "/my/data"):
        answer = await browser.of_guild(path)
        assert (answer.status, answer.json["code"]) == (403, "refused")
        assert "timed out" in answer.json["error"]


async def test_a_channel_that_is_closed_to_somebody_is_closed_at_once(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.crowd, [0.5] * 20, ago=timedelta(days=1))
    await server.publish()
    browser = await desk.enter(server.ben)
    general = str(server.general.id)
    assert (await browser.of_guild("/course", channels=general)).status == 200
    place = server.bots_guild.get_channel(server.general.id)
    assert isinstance(place, discord.TextChannel)
    await place.set_permissions(place.guild.default_role, view_channel=False)
    await server.env.settle()
    assert (await browser.of_guild("/course", channels=general)).status == 403
    me = (await browser.get("/api/me")).json
    assert general not in [channel["id"] for channel in me["channels"]]


async def test_where_moods_are_for_moderators_members_see_their_own_data_alone(desk: Desk) -> None:
    await desk.server.choose(moods_for_moderators=True)
    browser = await desk.enter(desk.server.ben)
    assert await views(browser) == ["my-data"]
    for path in ("/course", "/compare", "/channels", "/week", "/course.png"):
        assert (await browser.of_guild(path)).status == 403
    assert (await browser.of_guild("/my/mood")).status == 200


async def test_of_a_channel_that_is_deleted_meanwhile_nothing_is_told(desk: Desk) -> None:
    server = desk.server
    await server.say(server.games, server.crowd, [0.5] * 20)
    browser = await desk.enter(server.moderator)
    games, asked = str(server.games.id), {"channels": str(server.games.id)}
    assert (await browser.of_guild("/course", **asked)).status == 200
    place = server.bots_guild.get_channel(server.games.id)
    assert isinstance(place, discord.TextChannel)
    await place.delete()
    await server.env.settle()
    for path in ("/course", "/course.png", "/course.csv", "/morning", "/coverage"):
        assert (await browser.of_guild(path, **asked)).status == 403, path
    answers = [await browser.get("/api/me")]
    answers += [await browser.of_guild(path) for path in ("/channels", "/morning", "/notes")]
    assert {answer.status for answer in answers} == {200}
    assert not [answer for answer in answers if games in answer.body.decode()]
