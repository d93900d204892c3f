"""The rows of the sources in a folder, divided into those to learn from and to validate on."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.data.labelled_csv import DatasetError, Rows, read, split
from classifier.data.sources import SOURCES, Source

_SIGNS: Final = re.compile(r"[\s!-/:-@\[-`{-~]+")


@dataclass(frozen=True, slots=True)
class Part:
    """One source's rows, and which of them are to learn from and to validate on."""

    source: Source
    rows: Rows
    learn: NDArray[np.intp]
    validation: NDArray[np.intp]


def load(
    folder: Path, max_rows: int | None, seed: int, sources: Sequence[Source] = SOURCES
) -> tuple[list[Part], list[str]]:
    """Read those of `sources` that `folder` holds; also the names of the files that it does not.

    Where people and an emoticon labelled the same tweet, what people say counts.

    Raises:
        DatasetError: the tweets are missing, or every file with labels given by people.
    """
    there = [source for source in sources if (folder / source.file).is_file()]
    missing = list(dict.fromkeys(source.file for source in sources if source not in there))
    if SOURCES[0] not in there or not any(source.human for source in there):
        human = " or ".join(dict.fromkeys(source.file for source in sources if source.human))
        raise DatasetError(
            f"{folder} lacks {', '.join(missing)}. Needed are {SOURCES[0].file} and at least "
            f"{human}. `python -m scripts.prepare` makes them from the public originals."
        )
    parts = [_part(folder, source, max_rows, seed) for source in there]
    read_by_people = {_key(text) for part in parts if part.source.human for text in part.rows.texts}
    return [
        _without(part, read_by_people) if part.source.emoticons else part for part in parts
    ], missing


def _key(text: str) -> str:
    """What two copies of a text have in common: its letters, digits and emoji."""
    return _SIGNS.sub("", clean(text).casefold())


def _without(part: Part, keys: Collection[str]) -> Part:
    """`part` without the rows to learn from and to validate on whose text is among `keys`."""
    alone = np.array([_key(text) not in keys for text in part.rows.texts], np.bool_)
    return replace(
        part,
        learn=part.learn[alone[part.learn]],
        validation=part.validation[alone[part.validation]],
    )


def _part(folder: Path, source: Source, max_rows: int | None, seed: int) -> Part:
    rows = read(
        folder / source.file,
        text=source.text,
        label=source.label,
        group=source.group,
        labels=source.labels,
        only=source.only,
    )
    if not len(rows):
        raise DatasetError(f"{folder / source.file} holds no usable row of {source.name}.")
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
