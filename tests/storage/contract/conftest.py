"""Every engine on which the contract is tried. A test here uses the interface alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings

import storage
from tests.storage.fixture_types import Examples, NewAddress

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
async def store(address: str) -> AsyncIterator[storage.Storage]:
    async with storage.open(address, now=NOON) as opened:
        yield opened
    assert await storage.preflight(address) is None, "it is whole"


@pytest.fixture
def examples(request: pytest.FixtureRequest, new_address: NewAddress) -> Examples:
    """How many examples to try: of a server, where each costs more, a sixth of them."""
    engine = request.node.callspec.params["new_address"]

    def of(most: int) -> settings:
        tried = most if engine == "sqlite" else most // 6
        return settings(max_examples=tried, deadline=None, suppress_health_check=list(HealthCheck))

    return of
