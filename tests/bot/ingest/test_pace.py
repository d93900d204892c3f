from __future__ import annotations

import asyncio

import pytest

from bot.ingest.pace import Pace
from scripts.chaos import virtual_time


async def at_once() -> None: ...


def test_starts_are_spaced_in_order_and_nobody_waits_for_a_request_to_end() -> None:
    async def ask() -> list[tuple[int, float]]:
        pace, starts = Pace(at_once, 0.5), []

        async def request(number: int) -> None:
            await pace.turn()
            starts.append((number, asyncio.get_running_loop().time()))
            await asyncio.sleep(3600)

        async with asyncio.TaskGroup() as requests:
            for number in range(4):
                requests.create_task(request(number))
        return starts

    assert virtual_time.run(ask()) == [(0, 0.0), (1, 0.5), (2, 1.0), (3, 1.5)]


def test_a_pause_holds_up_everybody_also_who_waits_already() -> None:
    async def ask() -> float:
        pace = Pace(at_once, 0.5)
        await pace.turn()
        waiting = asyncio.create_task(pace.turn())
        await asyncio.sleep(0.1)
        pace.pause(10)
        await waiting
        return asyncio.get_running_loop().time()

    assert virtual_time.run(ask()) == pytest.approx(10.1)


def test_what_is_more_urgent_goes_first_and_makes_no_crowd() -> None:
    async def ask() -> list[float]:
        calm = asyncio.Event()
        pace, starts = Pace(calm.wait, 0.5), []  # type: ignore[arg-type]

        async def request() -> None:
            await pace.turn()
            starts.append(asyncio.get_running_loop().time())

        requests = [asyncio.create_task(request()) for _ in range(3)]
        await asyncio.sleep(60)
        assert not starts
        calm.set()
        await asyncio.gather(*requests)
        return starts

    assert virtual_time.run(ask()) == [60, 60.5, 61]


def test_who_gives_up_waiting_costs_nobody_a_turn() -> None:
    async def ask() -> float:
        pace = Pace(at_once, 0.5)
        await pace.turn()
        for _ in range(100):
            gives_up = asyncio.create_task(pace.turn())
            await asyncio.sleep(0)
            gives_up.cancel()
        await pace.turn()
        return asyncio.get_running_loop().time()

    assert virtual_time.run(ask()) == 0.5


def test_the_patient_let_some_others_go_first_and_are_not_held_up_for_ever() -> None:
    async def ask() -> list[str]:
        pace, starts = Pace(at_once, 0.5), []

        async def request(name: str, *, patiently: bool = False) -> None:
            await pace.turn(patiently=patiently)
            starts.append(name)

        async def read_on() -> None:
            for number in range(20):
                await request(str(number))

        async with asyncio.TaskGroup() as requests:
            for _ in range(3):
                requests.create_task(read_on())
            requests.create_task(request("a", patiently=True))
            requests.create_task(request("b", patiently=True))
        return starts

    starts = virtual_time.run(ask())
    assert 4 <= starts.index("a") < starts.index("b") <= 20
    assert len(starts) == 62
