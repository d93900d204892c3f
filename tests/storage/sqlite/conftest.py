"""A storage in a fresh file, and a way to look into its tables."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import storage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "barometer.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[storage.Storage]:
    async with storage.open(path, now=NOON) as opened:
        yield opened


@pytest.fixture
def rows(path: Path) -> Callable[..., list[Any]]:
    """Asks the file, past the storage: `rows(sql, parameters)`."""

    def ask(sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return connection.execute(sql, parameters).fetchall()

    return ask
