"""/metrics, /livez, /healthz and /readyz over HTTP, for the operator's own machines."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.address import Address
from bot.background import running
from bot.gateway.connection import StartError
from bot.monitoring.metrics import Metrics
from storage import StorageError

LOOK_SECONDS = 0.5

PATIENCE = 5.0
"""Seconds for the storage to answer: a big write may take a while."""

Ask = Callable[[], Awaitable[object]]


@asynccontextmanager
async def serving(
    address: Address, metrics: Metrics, *, storage: Ask, why_not_ready: Callable[[], str | None]
) -> AsyncIterator[int]:
    """Answer at this address as long as the block lasts; gives the port (for port 0, a free one).

    `/livez` is 200 if the event loop runs, without which there is no answer; `/healthz` if
    `storage` answers, too; `/readyz` if besides `why_not_ready` finds nothing. Else they are 503
    and say why.

    Raises StartError where the address cannot be had.
    """
    runner = web.AppRunner(_application(metrics, storage, why_not_ready), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, address.host, address.port).start()
    except OSError as error:
        await runner.cleanup()
        raise StartError(
            f"Couldn't listen on {address}: {error.strerror or error}. Change BAROMETER_METRICS, "
            "or stop the program that uses it."
        ) from None
    async with running(_measure_lag(metrics), "measuring of the loop"):
        try:
            yield runner.addresses[0][1]
        finally:
            await runner.cleanup()


def _application(
    metrics: Metrics, storage: Ask, why_not_ready: Callable[[], str | None]
) -> web.Application:
    health = _Health(storage)

    async def show_metrics(_: web.Request) -> web.Response:
        metrics.storage_ready.set(await health.fault() is None)
        return web.Response(body=metrics.text(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def show_life(_: web.Request) -> web.Response:
        return _answer(None)

    async def show_health(_: web.Request) -> web.Response:
        return _answer(await health.fault())

    async def show_readiness(_: web.Request) -> web.Response:
        return _answer(why_not_ready() or await health.fault())

    application = web.Application()
    application.router.add_get("/metrics", show_metrics)
    application.router.add_get("/livez", show_life)
    application.router.add_get("/healthz", show_health)
    application.router.add_get("/readyz", show_readiness)
    return application


class _Health:
    """Asks the storage, once at a time: who is not answered waits for the same question again."""

    def __init__(self, storage: Ask) -> None:
        self._storage = storage
        self._asking: asyncio.Task[str | None] | None = None

    async def fault(self) -> str | None:
        """Why the storage does not answer, in words; `None` if it does."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask(), name="health")
        # Not cancelled: a server that hangs would have to agree to that, too.
        await asyncio.wait([self._asking], timeout=PATIENCE)
        if not self._asking.done():
            return f"the storage didn't answer within {PATIENCE:g} seconds"
        return self._asking.result()

    async def _ask(self) -> str | None:
        try:
            await self._storage()
        except StorageError:
            return "the storage fails: the log says why"
        return None


def _answer(fault: str | None) -> web.Response:
    return web.Response(text=f"{fault or 'ok'}\n", status=503 if fault else 200)


async def _measure_lag(metrics: Metrics) -> None:
    clock = asyncio.get_running_loop().time
    while True:
        due = clock() + LOOK_SECONDS
        await asyncio.sleep(LOOK_SECONDS)
        metrics.loop_lag.observe(max(0.0, clock() - due))
