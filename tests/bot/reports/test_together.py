from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from bot.reports.together import Together


class Rounds:
    """Answers each question with the number of its round, once it may."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.begun = asyncio.Event()
        self.may_end = asyncio.Event()
        self.fault: Exception | None = None

    async def __call__(self, questions: Sequence[str]) -> list[int]:
        self.asked.append(list(questions))
        number = len(self.asked)
        self.begun.set()
        await self.may_end.wait()
        if self.fault is not None:
            raise self.fault
        return [number] * len(questions)


async def later(
    together: Together[str, int], line: str, *questions: str
) -> list[asyncio.Task[int]]:
    """Those who asked, and wait."""
    tasks = [asyncio.create_task(together.ask(line, question)) for question in questions]
    await asyncio.sleep(0)  # each is asked before its task first waits
    return tasks


async def test_whoever_asks_during_a_round_gets_nothing_of_it() -> None:
    rounds = Rounds()
    together = Together(rounds)
    first = await later(together, "line", "a", "b")
    await rounds.begun.wait()
    second = await later(together, "line", "c", "d", "e")
    rounds.may_end.set()
    assert await asyncio.gather(*first) == [1, 1]
    assert await asyncio.gather(*second) == [2, 2, 2]
    assert rounds.asked == [["a", "b"], ["c", "d", "e"]]


async def test_lines_do_not_wait_for_each_other() -> None:
    rounds = Rounds()
    together = Together(rounds)
    (one,) = await later(together, "one", "a")
    (two,) = await later(together, "two", "b")
    rounds.may_end.set()
    assert {await one, await two} == {1, 2}
    assert rounds.asked == [["a"], ["b"]]


async def test_who_went_away_is_not_answered_and_nobody_else_minds() -> None:
    rounds = Rounds()
    together = Together(rounds)
    (first,) = await later(together, "line", "a")
    await rounds.begun.wait()
    gone, stays = await later(together, "line", "b", "c")
    first.cancel()
    gone.cancel()
    rounds.may_end.set()
    assert await stays == 2
    assert rounds.asked == [["a"], ["c"]]
    assert first.cancelled()
    assert gone.cancelled()


async def test_an_error_is_told_to_all_of_the_round_and_not_remembered() -> None:
    rounds = Rounds()
    together = Together(rounds)
    rounds.may_end.set()
    rounds.fault = ValueError("no")
    told = await asyncio.gather(
        together.ask("line", "a"), together.ask("line", "b"), return_exceptions=True
    )
    assert list(map(str, told)) == ["no", "no"]
    rounds.fault = None
    assert await together.ask("line", "c") == 2


async def test_when_the_loop_ends_nobody_waits_for_ever() -> None:
    rounds = Rounds()
    together = Together(rounds)
    first, second = await later(together, "line", "a"), []
    await rounds.begun.wait()
    second = await later(together, "line", "b")
    for task in asyncio.all_tasks() - {asyncio.current_task(), *first, *second}:
        task.cancel()
    for waiting in (*first, *second):
        with pytest.raises(asyncio.CancelledError):
            await waiting
