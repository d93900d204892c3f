from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from typing import cast

import pytest

from classifier.pool import ScorerPool
from classifier.score import Explanation, Score
from classifier.scorer import Scorer

GOOD = Score(0.1, 0.2, 0.7, "scored")


class SlowScorer:
    """Waits until it is released, then answers; notes the threads that it ran in."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.released = threading.Event()
        self.threads: set[str] = set()

    def score(self, texts: Sequence[str]) -> list[Score]:
        self.begun.set()
        assert self.released.wait(60)
        self.threads.add(threading.current_thread().name)
        if "bad" in texts:
            raise ValueError("a bad text")
        return [GOOD for _ in texts]

    def explain(self, text: str) -> Explanation:
        return Explanation(self.score([text])[0], (), (text,))


@pytest.fixture
def scorer() -> SlowScorer:
    return SlowScorer()


def pool_of(scorer: SlowScorer, workers: int = 1) -> ScorerPool:
    return ScorerPool(cast("Scorer", scorer), workers)


async def test_the_loop_goes_on_while_texts_are_scored(scorer: SlowScorer) -> None:
    async with pool_of(scorer) as pool:
        scoring = asyncio.create_task(pool.score(["a", "b"]))
        await asyncio.to_thread(scorer.begun.wait, 10)
        assert not scoring.done()
        scorer.released.set()
        assert await scoring == [GOOD, GOOD]
        assert await pool.explain("x") == Explanation(GOOD, (), ("x",))
        assert pool.scorer is cast("Scorer", scorer)
    assert scorer.threads == {"scorer_0"}


async def test_closing_waits_for_what_has_begun_and_refuses_what_comes_later(
    scorer: SlowScorer,
) -> None:
    pool = pool_of(scorer)
    async with pool:
        scoring = asyncio.create_task(pool.score(["a"]))
        await asyncio.to_thread(scorer.begun.wait, 10)
        asyncio.get_running_loop().call_later(0.01, scorer.released.set)
    assert await scoring == [GOOD]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("scorer")]
    with pytest.raises(RuntimeError, match="shutdown"):
        await pool.score(["late"])


async def test_an_error_in_a_thread_reaches_the_one_who_asked(scorer: SlowScorer) -> None:
    scorer.released.set()
    async with pool_of(scorer, workers=2) as pool:
        with pytest.raises(ValueError, match="a bad text"):
            await pool.score(["bad"])
        assert await pool.score(["good"]) == [GOOD]
