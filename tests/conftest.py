"""What all tests share: one thread for each of their processes, no settings of this machine, the
folder of shared data, a server of PostgreSQL, patience with a busy machine, and that none leaves
discord.py with another one's server."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from scripts.chaos.postgres_server import PostgresServer, programs

# Before NumPy and TensorFlow are loaded, here and in child processes: side by side, processes that
# each have a thread a core would only wait for one another.
for library in ("OMP_NUM", "OPENBLAS_NUM", "TF_NUM_INTRAOP", "TF_NUM_INTEROP"):
    os.environ.setdefault(f"{library}_THREADS", "1")

# Whatever is set for a bot, or for PostgreSQL's programs, on the machine that the tests run on.
FOR_TESTS = ("BAROMETER_SHARED", "BAROMETER_WALK_DOCKERFILE")
for name in [*os.environ]:
    if name.startswith(("BAROMETER_", "DISCORD_", "SHARD_", "PG")) and name not in FOR_TESTS:
        del os.environ[name]

ROOT = Path(__file__).resolve().parent.parent

# The same examples each time, however long they take on a busy machine.
settings.register_profile(
    "here", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("here")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the labelled data and Discord's schemas, which is not part of the project."""
    folder = Path(os.environ.get("BAROMETER_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(
            f"{folder} is absent: set BAROMETER_SHARED to the folder with data/ and discord/"
        )
    return folder


@pytest.fixture(autouse=True, scope="session")
def patience() -> None:
    """Discord waits three seconds for an answer's first sign; on a busy machine a test, for more,
    and the playground's page, for the bot.

    How much work an answer takes is held where it is counted by the processor's clock.
    """
    from playground.interactions import answers, interactions
    from playground.page import opening, scores

    answers.DEADLINE, interactions.PATIENCE = 60.0, 60.0
    opening.SECONDS_FOR_THE_WELCOME, scores.LONGEST_WAIT = 300.0, 300.0


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
