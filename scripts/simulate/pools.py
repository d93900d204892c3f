"""Pools of scores of real texts: numbers alone, of which simulated channels are made.

- *wide*: GoEmotions' dev set (Reddit comments), moods far apart.
- *narrow*: the dev sets of MELD and EmoContext (television dialogue and chats).
- *playground*: the calm lines of the sample server's conversation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import classifier
from classifier.data.labelled_csv import read
from playground import conversation

FOLDER = Path(__file__).parent / "pools"

FILES: Mapping[str, tuple[str, ...]] = {
    "wide": ("goemotions-dev.csv",),
    "narrow": ("meld-dev.csv", "emocontext-dev.csv"),
    "playground": (),
}


@dataclass(frozen=True, slots=True)
class Pool:
    """Scores that count, by mood from the lowest up: `mood` in -1..1, and whether the label is
    `negative`. `model` is the version of the net that gave them."""

    name: str
    model: str
    mood: NDArray[np.float64]
    negative: NDArray[np.bool_]

    def __str__(self) -> str:
        return (
            f"{self.name} (sd {self.mood.std():.2f}, {self.negative.mean():.0%} negative, "
            f"{len(self.mood):,} scores)"
        )

    @property
    def bad(self) -> NDArray[np.intp]:
        """The numbers of the scores that falls are made of: those labelled negative."""
        return np.flatnonzero(self.negative)


def load(name: str, folder: Path = FOLDER) -> Pool:
    """A pool, by default one that is committed."""
    with (folder / f"{name}.csv").open(encoding="ascii") as file:
        model = file.readline().removeprefix("# scored by ").strip()
        shares = np.loadtxt(file, delimiter=",", skiprows=1, dtype=np.int64)
    negative, positive = shares[:, 0], shares[:, 1]
    neutral = 10_000 - negative - positive
    is_negative = (negative > neutral) & (negative > positive)
    order = np.lexsort((~is_negative, positive - negative))
    return Pool(name, model, ((positive - negative) / 10_000)[order], is_negative[order])


def make(data: Path, scorer: classifier.Scorer, folder: Path = FOLDER) -> None:
    """Score the texts of all pools (the public ones lie in `data`), and write the numbers.

    Sorted, so that no number tells which text it is of.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, files in FILES.items():
        texts = [text for file in files for text in read(data / file).texts] or _calm_lines()
        path = folder / f"{name}.csv"
        rows = sorted(_rows(scorer, texts))
        lines = [f"# scored by {scorer.version}", "negative,positive"]
        lines += [f"{negative},{positive}" for negative, positive in rows]
        path.write_text("\n".join(lines) + "\n", encoding="ascii")


def _rows(scorer: classifier.Scorer, texts: Iterable[str]) -> Iterable[tuple[int, int]]:
    """Of each text that counts in a mood: negative and positive in 1/10,000, as they are stored."""
    for score in scorer.score(list(texts)):
        if score.status == "scored":
            yield round(score.negative * 10_000), round(score.positive * 10_000)


def _calm_lines() -> list[str]:
    """Each of the calm lines once, in all the ways in which a month of talk words them."""
    until = datetime(2026, 1, 1, tzinfo=UTC)
    said = conversation.schedule(conversation.read(), until)
    return sorted({saying.text for saying in said if saying.mood == "calm"})
