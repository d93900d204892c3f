"""Heavy questions: each person has two at a time, so that nobody keeps the others waiting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bot.commands import errors
from bot.commands.errors import Refused

AT_A_TIME = 2


class Turns:
    """Counts the questions of each person that are being answered."""

    def __init__(self) -> None:
        self._asked: Counter[int] = Counter()

    @contextmanager
    def of(self, user_id: int) -> Iterator[None]:
        """For one question, until it is answered. Raises Refused where two are still open."""
        if self._asked[user_id] >= AT_A_TIME:
            raise Refused(errors.ONE_MOMENT)
        self._asked[user_id] += 1
        try:
            yield
        finally:
            self._asked[user_id] -= 1
            if not self._asked[user_id]:
                del self._asked[user_id]
