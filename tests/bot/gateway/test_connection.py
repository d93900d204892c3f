from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from bot import app
from bot.gateway import connection
from bot.gateway.identify_budget import IdentifyBudget
from bot.gateway.identify_turns import OWN_SECONDS
from bot.settings import Settings
from playground.server import LoopbackDiscord
from scripts.chaos.crash_loops import DAY, LOOPS, REQUESTS_A_START, most_within, simulate


@pytest.mark.parametrize("way", LOOPS)
def test_a_day_of_a_gateway_that_always_fails_stays_within_discords_limits(way: str) -> None:
    identified, starts = simulate(way)
    assert most_within(identified, DAY) <= 100
    assert REQUESTS_A_START * most_within(starts, 600) < 100
    assert max(identified + starts) > 0.9 * DAY, "it goes on trying"


@pytest.mark.parametrize("way", ["unreachable", "refused", "short-lived"])
def test_the_first_tries_of_an_outage_come_quickly(way: str) -> None:
    _, starts = simulate(way, days=0.01)
    lived = 61 if way == "short-lived" else 0
    assert 0.5 <= starts[1] - starts[0] - lived <= 1
    # Who was refused after identifying has to wait for five seconds until they may again.
    turns = 2 * OWN_SECONDS if way == "refused" else 0
    assert starts[3] - starts[0] - 3 * lived <= 7 + turns


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[LoopbackDiscord]:
    monkeypatch.chdir(tmp_path)
    async with LoopbackDiscord() as server:
        yield server


def start(server: LoopbackDiscord) -> tuple[asyncio.Event, asyncio.Task[None]]:
    """The running bot, and what stops it."""
    given = {"DISCORD_TOKEN": server.token, "DISCORD_API_URL": server.url}
    stop = asyncio.Event()
    return stop, asyncio.create_task(app.run(Settings.model_validate(given), stop))


async def until_logged(words: str, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(1200):
        if words in caplog.text:
            return
        await asyncio.sleep(0.05)
    pytest.fail(f"not logged: {words}")


async def test_a_bot_that_identified_too_often_is_silent_for_a_while_and_can_be_stopped(
    server: LoopbackDiscord, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(connection, "IdentifyBudget", partial(IdentifyBudget, at_once=1))
    stop, bot = start(server)
    await server.wait_until_ready()
    await server.gateway.invalidate(resumable=False)
    await until_logged("a pause is due", caplog)
    assert server.gateway.identifies == 1
    stop.set()
    async with asyncio.timeout(60):
        await bot
    heartbeats = [it for it in threading.enumerate() if "keep-alive" in it.name]
    for heartbeat in heartbeats:
        heartbeat.join(5)
    assert not any(heartbeat.is_alive() for heartbeat in heartbeats)


async def test_a_bot_that_was_started_too_often_waits_until_discord_lets_it_in(
    server: LoopbackDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    server.application.sessions_left = 900
    stop, bot = start(server)
    await until_logged("Trying again in 3600 s", caplog)
    assert server.gateway.identifies == 0
    stop.set()
    async with asyncio.timeout(60):
        await bot
