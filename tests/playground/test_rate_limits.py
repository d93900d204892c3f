"""Who asks too often is told so as Discord tells it, and the real client obeys."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import aiohttp
import pytest

from playground.errors import RateLimitedError
from playground.rest.rate_limits import Limit, RateLimits
from playground.server import LoopbackDiscord
from tests.playground.conftest import Connect, build_place

MESSAGES = "/channels/{channel_id}/messages"


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits(clock: Clock) -> RateLimits:
    return RateLimits(clock=clock)


def ask(limits: RateLimits, method: str, route: str, **params: str) -> dict[str, str]:
    return limits.take(method, route, params, counts_overall=True)


def test_a_window_begins_with_the_first_request_and_is_counted_down(
    clock: Clock, limits: RateLimits
) -> None:
    clock.now = 1_000.25
    first = ask(limits, "POST", MESSAGES, channel_id="7")
    assert first["X-RateLimit-Limit"] == "5"
    assert first["X-RateLimit-Remaining"] == "4"
    assert first["X-RateLimit-Reset"] == "1005.250"
    assert first["X-RateLimit-Reset-After"] == "5.000"
    clock.now = 1_002.0
    last = [ask(limits, "POST", MESSAGES, channel_id="7") for _ in range(4)][-1]
    assert (last["X-RateLimit-Remaining"], last["X-RateLimit-Reset-After"]) == ("0", "3.250")
    with pytest.raises(RateLimitedError) as refused:
        ask(limits, "POST", MESSAGES, channel_id="7")
    assert refused.value.form() == {
        "message": "You are being rate limited.",
        "code": 0,
        "retry_after": 3.25,
        "global": False,
    }
    assert refused.value.headers["Retry-After"] == "4"
    assert refused.value.headers["X-RateLimit-Scope"] == "user"
    assert refused.value.headers["X-RateLimit-Bucket"] == first["X-RateLimit-Bucket"]
    clock.now = 1_005.25
    assert ask(limits, "POST", MESSAGES, channel_id="7")["X-RateLimit-Remaining"] == "4"


def test_each_channel_and_each_route_has_a_window_of_its_own(limits: RateLimits) -> None:
    for _ in range(5):
        ask(limits, "POST", MESSAGES, channel_id="7")
    other_channel = ask(limits, "POST", MESSAGES, channel_id="8")
    reading = ask(limits, "GET", MESSAGES, channel_id="7")
    assert other_channel["X-RateLimit-Remaining"] == reading["X-RateLimit-Remaining"] == "4"
    assert other_channel["X-RateLimit-Bucket"] != reading["X-RateLimit-Bucket"]


def test_the_ways_to_answer_an_interaction_share_one_window(limits: RateLimits) -> None:
    answers = "/webhooks/{webhook_id}/{webhook_token}"
    params = {"webhook_id": "1", "webhook_token": "a"}
    posted = ask(limits, "POST", answers, **params)
    edited = ask(limits, "PATCH", answers + "/messages/@original", **params)
    elsewhere = ask(limits, "POST", answers, **(params | {"webhook_token": "b"}))
    assert posted["X-RateLimit-Bucket"] == edited["X-RateLimit-Bucket"]
    assert (edited["X-RateLimit-Remaining"], elsewhere["X-RateLimit-Remaining"]) == ("3", "4")


def test_all_routes_together_have_a_limit_that_interactions_do_not_count_for(
    clock: Clock, limits: RateLimits
) -> None:
    for _ in range(50):
        assert ask(limits, "GET", "/users/@me") == {}
        limits.take("POST", "/interactions/…/callback", {}, counts_overall=False)
    with pytest.raises(RateLimitedError) as refused:
        ask(limits, "GET", "/users/@me")
    assert refused.value.form()["global"] is True
    assert refused.value.headers["X-RateLimit-Global"] == "true"
    assert refused.value.headers["X-RateLimit-Scope"] == "global"
    limits.take("POST", "/interactions/…/callback", {}, counts_overall=False)
    clock.now += 1
    assert ask(limits, "GET", "/users/@me") == {}


def test_who_is_refused_too_often_is_turned_away_for_a_while(clock: Clock) -> None:
    limits = RateLimits(invalid=Limit(3, 600), clock=clock)
    for status in (200, 404, 401, 403, 400):
        limits.note(status)
    assert not limits.is_turned_away()
    limits.note(429)
    assert limits.is_turned_away()
    clock.now += 601
    assert not limits.is_turned_away()


def test_windows_that_are_over_are_not_kept_for_ever(
    clock: Clock, limits: RateLimits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("playground.rest.rate_limits.MOST_WINDOWS", 10)
    for number in range(100):
        ask(limits, "POST", MESSAGES, channel_id=str(number))
        clock.now += 1
    assert len(limits._windows) <= 11


QUICK = {("POST", MESSAGES): Limit(2, 0.4)}


@pytest.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    async with LoopbackDiscord(limits=RateLimits(routes=QUICK)) as server:
        yield server


@pytest.fixture
async def timeless(clock: Clock) -> AsyncIterator[LoopbackDiscord]:
    """For it no time passes but what a test lets pass: a busy machine ends no window."""
    limits = RateLimits(routes=QUICK, overall=Limit(10, 0.5), clock=clock)
    async with LoopbackDiscord(limits=limits) as server:
        yield server


async def test_over_the_wire_the_third_of_two_is_a_429(
    timeless: LoopbackDiscord, clock: Clock
) -> None:
    server, place = timeless, build_place(timeless)
    url = f"{server.url}/channels/{place.general.id}/messages"
    headers = {"Authorization": f"Bot {server.token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        for remaining in ("1", "0"):
            async with session.post(url, json={"content": "hi"}) as answer:
                assert answer.status == 200
                assert answer.headers["X-RateLimit-Remaining"] == remaining
        async with session.post(url, json={"content": "hi"}) as answer:
            assert answer.status == 429
            assert answer.content_type == "application/json"
            told = await answer.json()
        clock.now += told["retry_after"]
        async with session.post(url, json={"content": "hi"}) as answer:
            assert answer.status == 200
    assert len(place.discord.world.messages(place.general)) == 3


async def test_the_real_client_keeps_to_the_headers_without_a_warning(
    server: LoopbackDiscord, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    place = build_place(server)
    caplog.set_level(logging.WARNING)
    async with connect(server) as bot:
        channel = bot.text_channel(place.general.id)
        await asyncio.gather(*(channel.send(str(number)) for number in range(5)))
    assert len(server.world.messages(place.general)) == 5
    assert [each.getMessage() for each in caplog.records] == []


async def test_a_burst_is_refused_for_all_routes_and_the_real_client_waits_and_gets_through(
    timeless: LoopbackDiscord, connect: Connect, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    place = build_place(timeless)
    async with connect(timeless) as bot:
        asking = asyncio.gather(*(bot.fetch_user(place.ben.id) for _ in range(15)))
        async with asyncio.timeout(60):
            while "Global rate limit has been hit" not in caplog.text:  # noqa: ASYNC110 (a log has no event)
                await asyncio.sleep(0.01)
            clock.now += 0.5
            assert len(await asking) == 15


async def test_a_client_that_is_turned_away_gets_no_json(connect: Connect) -> None:
    limits = RateLimits(invalid=Limit(2, 600))
    async with LoopbackDiscord(limits=limits) as server, aiohttp.ClientSession() as session:
        statuses = []
        for _ in range(3):
            async with session.get(f"{server.url}/users/@me") as answer:
                statuses.append((answer.status, answer.content_type, "Via" in answer.headers))
    assert statuses == [
        (401, "application/json", False),
        (401, "application/json", False),
        (429, "text/plain", False),
    ]
