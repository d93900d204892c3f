"""What all tests share: one thread for each of their processes, the folder of shared data, a server
of PostgreSQL, and that none leaves discord.py with another one's server."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.chaos.postgres_server import PostgresServer, programs

# Before NumPy and TensorFlow are loaded, here and in child processes: side by side, processes that
# each have a thread a core would only wait for one another.
for library in ("OMP_NUM", "OPENBLAS_NUM", "TF_NUM_INTRAOP", "TF_NUM_INTEROP"):
    os.environ.setdefault(f"{library}_THREADS", "1")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the labelled data and Discord's schemas, which is not part of the project."""
    folder = Path(os.environ.get("BAROMETER_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(
            f"{folder} is absent: set BAROMETER_SHARED to the folder with data/ and discord/"
        )
    return folder


@pytest.fixture(autouse=True)
def discord_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a test points discord.py, by `use_api` and by connecting, the next finds it back."""
    if "discord" in sys.modules:
        import discord

        monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
        websocket = discord.gateway.DiscordWebSocket
        monkeypatch.setattr(websocket, "DEFAULT_GATEWAY", websocket.DEFAULT_GATEWAY)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A server of PostgreSQL for these tests, on a port of its own."""
    if programs() is None:
        pytest.skip("PostgreSQL isn't installed: apt-get install postgresql")
    with PostgresServer.started() as server:
        yield server
