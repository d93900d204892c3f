"""The scorer for asyncio: scoring runs in threads, so that the event loop never waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Self

from classifier.score import Explanation, Score
from classifier.scorer import Scorer


class ScorerPool:
    """A scorer and the threads that it runs in.

    async with ScorerPool(classifier.load()) as pool:
        scores = await pool.score(["what a day", "oh no"])

    Leaving the block waits for the work already begun. One worker is enough for most: NumPy and
    Python share the processor, and a hop to a thread costs as much as scoring several texts, so
    send many texts at once.
    """

    def __init__(self, scorer: Scorer, workers: int = 1) -> None:
        self.scorer = scorer
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="scorer")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        # Waiting for the threads may take as long as a batch: not on the loop either.
        await asyncio.to_thread(self._threads.shutdown)

    async def score(self, texts: Sequence[str]) -> list[Score]:
        """`Scorer.score` in a thread; raises RuntimeError once the pool is closed."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self.scorer.score, texts)

    async def explain(self, text: str) -> Explanation:
        """`Scorer.explain` in a thread; raises RuntimeError once the pool is closed."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self.scorer.explain, text)
