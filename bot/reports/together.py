"""What several people ask at the same time is answered in one go.

Nothing is remembered: whatever a question is answered from is read after it was asked, and so
everything that was deleted, edited or opted out of by then holds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Generic, TypeVar

Q = TypeVar("Q")
A = TypeVar("A")


class Together(Generic[Q, A]):
    """Hands questions of the same `line` over together, one round after the other.

    A question that comes while a round is at work waits for the next one, with all others that do.
    `answer` gets them and gives an answer to each, in their order; what it raises is raised to all.

    >>> async def asked() -> list[int]:
    ...     async def answer(numbers: Sequence[int]) -> list[int]:
    ...         return [number * len(numbers) for number in numbers]
    ...     together = Together(answer)
    ...     return await asyncio.gather(*(together.ask("line", number) for number in (1, 2, 3)))
    >>> asyncio.run(asked())
    [3, 6, 9]
    """

    def __init__(self, answer: Callable[[Sequence[Q]], Awaitable[Sequence[A]]]) -> None:
        self._answer = answer
        self._waiting: dict[Hashable, list[tuple[Q, asyncio.Future[A]]]] = {}
        self._at_work: set[asyncio.Task[None]] = set()

    async def ask(self, line: Hashable, question: Q) -> A:
        answer: asyncio.Future[A] = asyncio.get_running_loop().create_future()
        if line in self._waiting:
            self._waiting[line].append((question, answer))
        else:
            self._waiting[line] = [(question, answer)]
            rounds = asyncio.create_task(self._rounds(line), name="asked together")
            self._at_work.add(rounds)
            rounds.add_done_callback(self._at_work.discard)
        return await answer

    async def _rounds(self, line: Hashable) -> None:
        try:
            while waiting := self._waiting[line]:
                self._waiting[line] = []
                # Whoever went away meanwhile asks nothing any more.
                await self._round([(q, answer) for q, answer in waiting if not answer.done()])
        finally:
            for _, answer in self._waiting.pop(line):
                answer.cancel()

    async def _round(self, asked: Sequence[tuple[Q, asyncio.Future[A]]]) -> None:
        if not asked:
            return
        try:
            answers = await self._answer([question for question, _ in asked])
        except Exception as error:
            for _, answer in asked:
                if not answer.done():
                    answer.set_exception(error)
        except asyncio.CancelledError:  # the loop is closing
            for _, answer in asked:
                answer.cancel()
            raise
        else:
            for (_, answer), its in zip(asked, answers, strict=True):
                if not answer.done():
                    answer.set_result(its)
