"""What the storage fails at is tried until it answers, and the log says so in a few lines."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from bot.ingest.storage_retries import StorageRetries
from bot.outage import Outage
from storage import DamagedError, InvalidInputError, OutdatedError, StorageError


@dataclass
class Disk:
    """Takes nothing while it is full; each try takes five minutes of its clock."""

    is_full: bool = True
    tries: int = 0
    room_after: int | None = None
    now: float = 0.0
    tried: asyncio.Event = field(default_factory=asyncio.Event)

    async def write(self) -> str:
        self.tries += 1
        self.tried.set()
        self.now += 300
        if self.room_after is not None and self.tries > self.room_after:
            self.is_full = False
        if self.is_full:
            raise StorageError("the disk is full")
        return "written"

    async def read(self) -> str:
        return "read"


def retries_of(disk: Disk) -> StorageRetries:
    return StorageRetries(0.0, lambda: 1234, Outage(lambda: disk.now))


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    caplog.set_level(logging.INFO, "bot")
    return lambda: [f"{each.levelname} {each.getMessage()}" for each in caplog.records]


async def test_a_long_outage_is_a_few_lines_and_the_last_says_that_it_is_over(
    lines: Callable[[], list[str]],
) -> None:
    disk = Disk(room_after=30)
    assert await retries_of(disk).ask(disk.write) == "written"
    assert lines() == [
        "WARNING The storage failed, and is tried again until it answers: the disk is full",
        "WARNING The storage has failed for 5 min, and 1234 events wait: the disk is full",
        "WARNING The storage has failed for 10 min, and 1234 events wait: the disk is full",
        "WARNING The storage has failed for 15 min, and 1234 events wait: the disk is full",
        "WARNING The storage has failed for 25 min, and 1234 events wait: the disk is full",
        "WARNING The storage has failed for 45 min, and 1234 events wait: the disk is full",
        "WARNING The storage has failed for 1 h 20 min, and 1234 events wait: the disk is full",
        "WARNING The storage has failed for 2 h 20 min, and 1234 events wait: the disk is full",
        "INFO The storage answers again after 2 h 30 min: 1234 events wait",
    ]


async def test_it_is_not_over_while_only_some_questions_are_answered(
    lines: Callable[[], list[str]],
) -> None:
    disk = Disk()
    retries = retries_of(disk)
    writing = [asyncio.create_task(retries.ask(disk.write)) for _ in range(3)]
    await disk.tried.wait()
    await asyncio.sleep(0)
    assert await retries.ask(disk.read) == "read"
    assert [line for line in lines() if "again after" in line] == []
    disk.is_full = False
    await asyncio.gather(*writing)
    assert [line[:31] for line in lines() if "again after" in line] == [
        "INFO The storage answers again "
    ]


async def test_what_whoever_asked_gave_up_is_not_called_an_answer(
    lines: Callable[[], list[str]],
) -> None:
    disk = Disk()
    retries = retries_of(disk)
    writing = asyncio.create_task(retries.ask(disk.write))
    await disk.tried.wait()
    await asyncio.sleep(0)
    writing.cancel()
    await asyncio.wait([writing])
    assert [line for line in lines() if "again after" in line] == []
    disk.now += 10_000
    disk.room_after = disk.tries + 1
    await retries.ask(disk.write)
    assert lines()[-1] == "INFO The storage answers again after 5 min: 1234 events wait"


@pytest.mark.parametrize(
    "error", [InvalidInputError("no id"), DamagedError("bad page"), OutdatedError("moods.db", 3, 2)]
)
async def test_what_trying_again_cannot_mend_is_raised_at_once(
    error: StorageError, lines: Callable[[], list[str]]
) -> None:
    def failing(error: StorageError) -> Callable[[], Awaitable[str]]:
        async def ask() -> str:
            raise error

        return ask

    with pytest.raises(type(error)):
        await retries_of(Disk()).ask(failing(error))
    assert lines() == []
