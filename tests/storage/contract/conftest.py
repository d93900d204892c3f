"""Every engine on which the contract is tried. A test here uses the interface alone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

import storage
from tests.storage.fixture_types import NewAddress

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def sqlite(folder: Path) -> NewAddress:
    numbers = count()
    return lambda: f"sqlite:///{folder / f'{next(numbers)}.sqlite3'}"


ENGINES: dict[str, Callable[[Path], NewAddress]] = {"sqlite": sqlite}


@pytest.fixture(params=ENGINES)
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> NewAddress:
    return ENGINES[request.param](tmp_path)


@pytest.fixture
def address(new_address: NewAddress) -> str:
    return new_address()


@pytest.fixture
async def store(address: str) -> AsyncIterator[storage.Storage]:
    async with storage.open(address, now=NOON) as opened:
        yield opened
    assert await storage.preflight(address) is None, "it is whole"
