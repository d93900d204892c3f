"""What the fixtures of the storage's tests give, for type annotations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import settings

from storage import Storage
from storage.interface import Files
from storage.records import GuildSettings, ScoredMessage

MakeMessage = Callable[..., ScoredMessage]
"""Makes a message: a friendly one of one member in one channel, so many hours after noon."""

Ask = Callable[..., list[Any]]
"""Asks the file, past the storage: `rows(sql, parameters)`."""

NewAddress = Callable[[], str]
"""Gives the address of a storage that does not exist yet."""

Examples = Callable[[int], settings]
"""Hypothesis's settings for about so many examples, fewer where each costs more."""


def files_of(store: Storage) -> Files:
    """The files of a storage that has some."""
    assert store.files is not None
    return store.files


def always(settings: GuildSettings) -> Callable[[GuildSettings], GuildSettings]:
    """A change that makes these the settings, whatever they were."""
    return lambda _: settings
