"""A server of one's own, for tests that stop it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.chaos.postgres_server import PostgresServer, programs


@pytest.fixture(scope="module")
def own_server() -> Iterator[PostgresServer]:
    """Not shared with other tests: it is stopped, and running again after each."""
    if programs() is None:
        pytest.skip("PostgreSQL isn't installed: apt-get install postgresql")
    with PostgresServer.started() as server:
        yield server
