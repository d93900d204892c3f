"""The files that the default net learns from, and how each is learnt from."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from classifier.data.labelled_csv import BINARY, NAMED, DatasetError, Rows, read, split


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the data folder, and how it is learnt from.

    `validation` (0..1) of its rows are held back. `weight` scales its rows' loss, and `repeats`
    is how often an epoch shows each row; `side_weight` is the weight of the loss that asks only on
    which side the given label lies. `human` says that people gave the label by what the text
    itself says: such sources choose features, and calibrate.
    """

    name: str
    file: str
    licence: str
    validation: float
    human: bool
    emoticons: bool = False
    weight: float = 1.0
    repeats: int = 1
    side_weight: float = 0.0
    text: str = "text"
    label: str = "label"
    group: str | None = None
    labels: Mapping[str, int] = field(default_factory=lambda: NAMED)


SOURCES = (
    Source(
        name="tweets labelled by their emoticons (Sentiment140 and UMich)",
        file="twitter-sentiment.csv.gz",
        licence="none stated (research use)",
        validation=0.02,
        human=False,
        emoticons=True,
        side_weight=0.8,
        text="SentimentText",
        label="Sentiment",
        labels=BINARY,
    ),
    Source(
        name="SemEval task 4A, tweets of 2013 to 2016",
        file="semeval-2013-2016.csv.gz",
        licence="CC BY 3.0",
        validation=0.1,
        human=True,
        repeats=4,
    ),
    Source(
        name="GoEmotions, comments on Reddit",
        file="goemotions-train.csv.gz",
        licence="CC BY 4.0 / Apache-2.0",
        validation=0.1,
        human=True,
        repeats=4,
    ),
    Source(
        # Its labels are moods towards a topic, often not the text's own: hence the low weight.
        name="tweets about games and brands",
        file="game-tweets.csv.gz",
        licence="CC0",
        validation=0.1,
        human=False,
        weight=0.15,
        group="group",
    ),
)

WRITTEN = Source(
    name="sentences and chat phrases written for this project",
    file="classifier/data/synthetic",
    licence="as the project",
    validation=0.0,
    human=False,
    repeats=6,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One source's rows, and which of them are to learn from and to validate on."""

    source: Source
    rows: Rows
    learn: NDArray[np.intp]
    validation: NDArray[np.intp]


def load(folder: Path, max_rows: int | None, seed: int) -> tuple[list[Part], list[str]]:
    """Read the sources that `folder` holds; also the names of the files that it does not.

    Raises:
        DatasetError: the tweets are missing, or every file with labels given by people.
    """
    there = [source for source in SOURCES if (folder / source.file).is_file()]
    missing = [source.file for source in SOURCES if source not in there]
    if SOURCES[0] not in there or not any(source.human for source in there):
        human = " or ".join(source.file for source in SOURCES if source.human)
        raise DatasetError(
            f"{folder} lacks {', '.join(missing)}. Needed are {SOURCES[0].file} and at least "
            f"{human}. `python -m scripts.prepare` makes them from the public originals."
        )
    return [_part(folder, source, max_rows, seed) for source in there], missing


def _part(folder: Path, source: Source, max_rows: int | None, seed: int) -> Part:
    rows = read(
        folder / source.file,
        text=source.text,
        label=source.label,
        group=source.group,
        labels=source.labels,
    )
    if not len(rows):
        raise DatasetError(f"{folder / source.file} holds no usable row.")
    if max_rows is not None:
        rows = rows.sample(max_rows, seed)
    learn, validation = split(rows.groups, source.validation, seed)
    if not len(learn) or not len(validation):
        raise DatasetError(
            f"{len(rows)} rows of {source.file} are too few to learn from and to validate on."
        )
    return Part(source, rows, learn, validation)


def clean(text: str) -> str:
    """A training text as people would have typed it in a chat.

    Some files hold HTML's entities, quotes with a backslash, and GoEmotions' [NAME] for people,
    which counts like a mention.
    """
    if "&" in text:
        text = html.unescape(text)
    return text.replace('\\"', '"').replace("[NAME]", "USER").replace("[RELIGION]", "USER")
