"""Figures are worked out once for all who ask within seconds, and never after an erasure."""

from __future__ import annotations

import asyncio

import pytest

from bot.web.figures import LASTING_SECONDS, MOST, FigureCache
from tests.bot.web.conftest import Desk, Seconds


class Work:
    """Counts how often it is done; it ends when it is let."""

    def __init__(self) -> None:
        self.done = 0
        self.let = asyncio.Event()
        self.error: Exception | None = None

    async def __call__(self) -> int:
        self.done += 1
        number = self.done
        await self.let.wait()
        if self.error is not None:
            raise self.error
        return number


async def test_who_asks_at_the_same_time_waits_for_the_same() -> None:
    figures, work = FigureCache(), Work()
    waiting = [asyncio.create_task(figures.of("key", work)) for _ in range(50)]
    await asyncio.sleep(0)
    work.let.set()
    assert await asyncio.gather(*waiting) == [1] * 50


async def test_figures_are_worked_out_anew_after_seconds_and_for_another_question() -> None:
    clock, work = Seconds(), Work()
    figures = FigureCache(clock)
    work.let.set()
    assert [await figures.of(key, work) for key in ("a", "b", "a")] == [1, 2, 1]
    clock.now += LASTING_SECONDS
    assert await figures.of("a", work) == 3


async def test_a_failure_is_told_to_all_who_wait_and_not_remembered() -> None:
    figures, work = FigureCache(), Work()
    work.error = ValueError("no")
    waiting = [asyncio.create_task(figures.of("key", work)) for _ in range(3)]
    await asyncio.sleep(0)
    work.let.set()
    found = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(each) for each in found] == [ValueError] * 3
    work.error = None
    assert await figures.of("key", work) == 2


async def test_whoever_gives_up_leaves_the_figures_to_the_others() -> None:
    figures, work = FigureCache(), Work()
    first, second = (asyncio.create_task(figures.of("key", work)) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    work.let.set()
    assert await second == 1


async def test_only_so_many_are_remembered() -> None:
    figures, work = FigureCache(), Work()
    work.let.set()
    for key in range(MOST + 1):
        await figures.of(key, work)
    assert await figures.of(0, work) == MOST + 2
    assert await figures.of(MOST, work) == MOST + 1


@pytest.mark.parametrize("by", ["command", "page"])
async def test_what_somebody_erased_is_in_no_figure_from_then_on(desk: Desk, by: str) -> None:
    server = desk.server
    await server.say(server.general, server.crowd, [0.8] * 20)
    await server.say(server.general, server.ben, [-0.8] * 5)
    browser, member = await desk.enter(server.moderator), await desk.enter(server.ben)

    async def counted() -> int:
        told = (await browser.of_guild("/course")).json
        return sum(told["columns"]["messages"])

    assert await counted() == 25
    if by == "page":
        await member.post(f"/api/guilds/{member.guild}/my/forget", {"confirm": "forget"})
    else:
        result = await server.ben.slash(server.general, "sentiment privacy forget")
        assert result.response is not None
        await server.ben.click(result.response, label="Yes, erase")
    assert await counted() == 20


async def test_figures_of_one_are_not_told_to_another_who_may_see_less(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.crowd, [0.8] * 20)
    await server.say(server.hidden, server.crowd, [-0.8] * 20)
    moderator, member = await desk.enter(server.moderator), await desk.enter(server.ben)
    for _ in range(2):
        assert (await moderator.of_guild("/course")).json["mood"] == 0.0
        assert (await member.of_guild("/course")).json["mood"] is None
        assert (await moderator.of_guild("/course", channels=str(server.hidden.id))).status == 200
        assert (await member.of_guild("/course", channels=str(server.hidden.id))).status == 403
