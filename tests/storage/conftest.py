"""What the storage's tests share: messages to put in, and each engine to put them into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from scripts.chaos.postgres_server import PostgresServer
from storage.records import ScoredMessage
from tests.storage.fixture_types import NewAddress
from tests.storage.postgres_databases import Databases

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
GUILD, CHANNEL, MEMBER = 900, 70, 5


@pytest.fixture
def message() -> Callable[..., ScoredMessage]:
    """Makes a message: a friendly one of one member in one channel, so many hours after noon."""

    def make(hours: float = 0, **fields: Any) -> ScoredMessage:
        since_2015 = NOON + timedelta(hours=hours) - datetime(2015, 1, 1, tzinfo=UTC)
        defaults = {
            "message_id": (since_2015 // timedelta(milliseconds=1)) << 22,
            "guild_id": GUILD,
            "channel_id": CHANNEL,
            "parent_id": None,
            "author_id": MEMBER,
            "reply_to": None,
            "edited_at": None,
            "negative": 0.1,
            "neutral": 0.2,
            "positive": 0.7,
            "status": "scored",
            "model": "test-00000000",
        }
        return ScoredMessage(**{**defaults, **fields})

    return make


@pytest.fixture(scope="session")
def databases(postgres_server: PostgresServer) -> Iterator[Databases]:
    given = Databases(postgres_server)
    yield given
    given.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_address(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> NewAddress:
    if request.param == "postgresql":
        monkeypatch.chdir(tmp_path)  # the key is in the folder data
        databases: Databases = request.getfixturevalue("databases")
        return databases.new_address
    numbers = count()
    return lambda: f"sqlite:///{tmp_path / f'{next(numbers)}.sqlite3'}"


@pytest.fixture
def address(new_address: NewAddress) -> str:
    return new_address()
