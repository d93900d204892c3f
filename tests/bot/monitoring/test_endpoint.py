"""What Prometheus and a supervisor are told, asked over HTTP of a running bot."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
import urllib.request
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot import app
from bot.address import Address
from bot.gateway.connection import StartError
from bot.monitoring import endpoint
from bot.monitoring.endpoint import serving
from bot.monitoring.metrics import Metrics
from bot.settings import Settings
from playground.server import LoopbackDiscord
from scripts.chaos.ports import free_port
from storage import StorageError


@pytest.fixture(autouse=True)
def _discord_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def value(text: str, name: str, **labels: str) -> float:
    """By a parser that others wrote."""
    samples = (each for family in text_string_to_metric_families(text) for each in family.samples)
    (found,) = (each.value for each in samples if each.name == name and each.labels == labels)
    return found


async def until(http: aiohttp.ClientSession, url: str, words: str) -> str:
    """What stands there once these words do."""
    async with asyncio.timeout(60):
        while True:
            async with http.get(url) as answer:
                if words in (text := await answer.text()):
                    return text
            await asyncio.sleep(0.05)


async def storage_answers() -> None: ...


async def test_a_running_bot_tells_what_it_does_and_names_nobody(
    http: aiohttp.ClientSession,
) -> None:
    base = f"http://127.0.0.1:{(port := free_port())}"
    stop = asyncio.Event()
    async with LoopbackDiscord() as server:
        ana = server.world.add_user("ana")
        guild = server.world.add_guild("The Harbour", ana)
        server.invite(guild)
        general = server.world.add_channel(guild, "general")
        chosen = Settings.model_validate(
            {
                "DISCORD_TOKEN": server.token,
                "DISCORD_API_URL": server.url,
                "BAROMETER_METRICS": str(port),
            }
        )
        bot = asyncio.create_task(app.run(chosen, stop))
        await server.wait_until_ready()
        await server.send_message(ana, general, "I love this so much")
        await server.send_message(ana, general, "what a terrible day")
        assert await until(http, f"{base}/readyz", "ok") == "ok\n"
        async with http.get(f"{base}/healthz") as health:
            assert (health.status, await health.text()) == (200, "ok\n")
        text = await until(http, f"{base}/metrics", 'barometer_events_total{outcome="stored"} 2.0')
        stop.set()
        await bot
    assert value(text, "barometer_events_total", outcome="refused") == 0
    assert value(text, "barometer_queue_length") == 0
    assert value(text, "barometer_gateway_ready") == 1
    assert value(text, "barometer_message_content") == 1
    assert value(text, "barometer_shards", state="open") == 1
    assert value(text, "barometer_guilds") == 1
    assert value(text, "barometer_rest_responses_total", code="200") > 0
    assert value(text, "barometer_scoring_seconds_count") >= 1
    assert abs(value(text, "barometer_start_time_seconds") - time.time()) < 60
    for number in (guild.id, general.id, ana.id):
        assert str(number) not in text
    assert "Harbour" not in text


async def test_a_storage_that_does_not_answer_is_told_by_healthz(
    http: aiohttp.ClientSession,
) -> None:
    async def storage() -> None:
        raise StorageError("the disk is full of /home/ana")

    metrics = Metrics(version="1", model="net")
    address = Address("127.0.0.1", 0)
    async with serving(address, metrics, storage=storage, why_not_ready=lambda: "asleep") as port:
        async with http.get(f"http://127.0.0.1:{port}/healthz") as health:
            assert health.status == 503
            assert await health.text() == "the storage fails: the log says why\n"
        async with http.get(f"http://127.0.0.1:{port}/livez") as life:  # no reason to restart it
            assert (life.status, await life.text()) == (200, "ok\n")
        async with http.get(f"http://127.0.0.1:{port}/readyz") as ready:
            assert (ready.status, await ready.text()) == (503, "asleep\n")
        async with http.get(f"http://127.0.0.1:{port}/metrics") as figures:
            assert value(await figures.text(), "barometer_storage_ready") == 0


async def test_a_bot_whose_storage_fails_is_not_ready_and_is_again_once_it_answers(
    http: aiohttp.ClientSession,
) -> None:
    fails = True

    async def storage() -> None:
        if fails:
            raise StorageError("the disk is full of /home/ana")

    metrics = Metrics(version="1", model="net")
    address = Address("127.0.0.1", 0)
    async with serving(address, metrics, storage=storage, why_not_ready=lambda: None) as port:
        async with http.get(f"http://127.0.0.1:{port}/readyz") as ready:
            assert ready.status == 503
            assert await ready.text() == "the storage fails: the log says why\n"
        fails = False
        async with http.get(f"http://127.0.0.1:{port}/readyz") as ready:
            assert (ready.status, await ready.text()) == (200, "ok\n")
        async with http.get(f"http://127.0.0.1:{port}/metrics") as figures:
            assert value(await figures.text(), "barometer_storage_ready") == 1


async def test_a_bot_whose_gateway_is_lost_is_not_ready(http: aiohttp.ClientSession) -> None:
    base = f"http://127.0.0.1:{(port := free_port())}"
    stop = asyncio.Event()
    async with LoopbackDiscord() as server:
        server.invite(server.world.add_guild("The Harbour", server.world.add_user("ana")))
        chosen = Settings.model_validate(
            {
                "DISCORD_TOKEN": server.token,
                "DISCORD_API_URL": server.url,
                "BAROMETER_METRICS": str(port),
            }
        )
        bot = asyncio.create_task(app.run(chosen, stop))
        await server.wait_until_ready()
        await until(http, f"{base}/readyz", "ok")
    await until(http, f"{base}/readyz", "not connected")
    async with http.get(f"{base}/readyz") as ready, http.get(f"{base}/healthz") as health:
        assert (ready.status, health.status) == (503, 200)
    async with http.get(f"{base}/metrics") as figures:
        assert value(await figures.text(), "barometer_gateway_ready") == 0
    stop.set()
    await bot


@pytest.mark.parametrize("path", ["/livez", "/healthz", "/readyz", "/metrics"])
async def test_a_loop_that_is_stuck_answers_nobody(path: str) -> None:
    answered: list[bool] = []

    def ask(port: int) -> None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=0.1):
                answered.append(True)
        except TimeoutError:
            answered.append(False)

    metrics = Metrics(version="1", model="net")
    address = Address("127.0.0.1", 0)
    async with serving(
        address, metrics, storage=storage_answers, why_not_ready=lambda: None
    ) as port:
        asking = threading.Thread(target=ask, args=[port])
        asking.start()
        asking.join()  # the loop stands still until it gave up
    assert answered == [False]


async def test_a_storage_that_hangs_is_told_in_time_and_asked_once(
    http: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endpoint, "PATIENCE", 0.05)
    goes_on = asyncio.Event()
    asked = 0

    async def storage() -> None:
        nonlocal asked
        asked += 1
        try:
            await goes_on.wait()
        except asyncio.CancelledError:
            await goes_on.wait()  # as a server that hangs, which does not hear of it
            raise

    metrics = Metrics(version="1", model="net")
    address = Address("127.0.0.1", 0)
    async with serving(address, metrics, storage=storage, why_not_ready=lambda: None) as port:
        for _ in range(3):
            async with asyncio.timeout(60), http.get(f"http://127.0.0.1:{port}/healthz") as health:
                assert health.status == 503
                assert await health.text() == "the storage didn't answer within 0.05 seconds\n"
        assert asked == 1
        goes_on.set()
        async with http.get(f"http://127.0.0.1:{port}/healthz") as health:
            assert (health.status, await health.text()) == (200, "ok\n")


async def test_a_busy_loop_shows_in_the_lag() -> None:
    metrics = Metrics(version="1", model="net")
    address = Address("127.0.0.1", 0)
    async with serving(address, metrics, storage=storage_answers, why_not_ready=lambda: None):
        await asyncio.sleep(0.3)
        time.sleep(0.7)  # noqa: ASYNC251 (that is the fault)
        await asyncio.sleep(0.1)
    text = metrics.text().decode()
    assert 0.3 < value(text, "barometer_event_loop_lag_seconds_sum") < 60


async def test_an_address_that_is_taken_is_told_in_words() -> None:
    metrics = Metrics(version="1", model="net")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = Address("127.0.0.1", taken.getsockname()[1])
        with pytest.raises(StartError, match=r"Couldn't listen on 127.0.0.1:\d+: .*in use"):
            async with serving(
                address, metrics, storage=storage_answers, why_not_ready=lambda: None
            ):
                pass
