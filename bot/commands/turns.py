"""Heavy questions: each person has two at a time, and so many charts, so that nobody keeps the
others waiting. A page asks several at once: those may wait in line."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

from bot.commands import errors
from bot.commands.errors import Refused

AT_A_TIME = 2
IN_LINE = 8


class Turns:
    """Counts the questions of each person that are being answered."""

    def __init__(self) -> None:
        self._asked: Counter[int] = Counter()
        self._lines: dict[int, deque[asyncio.Future[None]]] = {}

    @contextmanager
    def of(self, user_id: int) -> Iterator[None]:
        """For one question, until it is answered. Raises Refused where two are still open."""
        if self._asked[user_id] >= AT_A_TIME:
            raise Refused(errors.ONE_MOMENT)
        self._asked[user_id] += 1
        try:
            yield
        finally:
            self._done(user_id)

    @asynccontextmanager
    async def in_line(self, user_id: int) -> AsyncIterator[None]:
        """The same, but it waits for its turn. Raises Refused where eight wait already."""
        if self._asked[user_id] < AT_A_TIME:
            self._asked[user_id] += 1
        else:
            await self._wait(user_id)
        try:
            yield
        finally:
            self._done(user_id)

    async def _wait(self, user_id: int) -> None:
        """Until another question is answered and hands its turn over."""
        line = self._lines.setdefault(user_id, deque())
        if len(line) >= IN_LINE:
            raise Refused(errors.ONE_MOMENT)
        turn = asyncio.get_running_loop().create_future()
        line.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                with suppress(ValueError):
                    line.remove(turn)
            else:
                self._done(user_id)  # it had come to its turn in the same moment
            raise

    def _done(self, user_id: int) -> None:
        """Hand the turn over to the next in line, if there is one."""
        line = self._lines.get(user_id)
        while line:
            turn = line.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._lines.pop(user_id, None)
        self._asked[user_id] -= 1
        if not self._asked[user_id]:
            del self._asked[user_id]


class Allowance:
    """So many of something for each person, within so many seconds of `clock`.

    >>> charts = Allowance(2, 60, clock=lambda: 0.0)
    >>> [charts.take(8) for _ in range(3)]
    [0.0, 0.0, 60.0]
    """

    def __init__(
        self, most: int, within: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._within = within
        self._clock = clock
        self._taken: dict[int, deque[float]] = {}

    def take(self, user_id: int) -> float:
        """Take one; or else the seconds until there is one again."""
        now = self._clock()
        self._forget(now)
        taken = self._taken.setdefault(user_id, deque())
        if len(taken) < self._most:
            taken.append(now)
            return 0.0
        return taken[0] + self._within - now

    def _forget(self, now: float) -> None:
        for user_id, taken in list(self._taken.items()):
            while taken and taken[0] <= now - self._within:
                taken.popleft()
            if not taken:
                del self._taken[user_id]
