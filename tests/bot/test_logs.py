"""What goes wrong out of sight is logged without what it had in hand."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from bot import logs
from storage import InvalidInputError, OutdatedError, StorageError

ROOT = Path(__file__).resolve().parents[2]

FAULTS = """
import asyncio, threading
from bot import logs

def fails(text):
    raise ValueError(text)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.on_loop_error)
    loop.call_soon(fails, "canary of a callback")
    await asyncio.sleep(0)

logs.configure("DEBUG")
asyncio.run(main(), debug={debug})
thread = threading.Thread(target=fails, args=["canary of a thread"])
thread.start()
thread.join()
try:
    fails("canary of what was interrupted")
except ValueError:
    raise KeyboardInterrupt
"""


def test_errors_in_callbacks_and_threads_and_before_an_interrupt_show_no_text() -> None:
    for debug in (False, True):
        program = [sys.executable, "-c", FAULTS.format(debug=debug)]
        done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True)
        assert done.stderr.count("ValueError\n") == 2
        assert done.stderr.endswith("KeyboardInterrupt\n")
        assert "canary" not in done.stderr


JSON_LOGS = """
import logging
from bot import logs

logs.configure("INFO", "json")
logging.getLogger("bot.ingest").warning("Channel %d is passed over\\nfor a while", 12)
logging.getLogger("bot").debug("too small to tell")
try:
    raise ValueError("canary of a text")
except ValueError:
    logging.getLogger("discord.gateway").exception("Schluß: it failed")
raise ValueError("canary of the end")
"""


def test_json_logs_are_an_object_a_line_and_hold_no_text_of_an_error() -> None:
    program = [sys.executable, "-c", JSON_LOGS]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    entries = [json.loads(line) for line in done.stderr.splitlines()]
    assert [(each["level"], each["logger"], each["message"].split(":")[0]) for each in entries] == [
        ("WARNING", "bot.ingest", "Channel 12 is passed over\nfor a while"),
        ("ERROR", "discord.gateway", "Schluß"),
        ("CRITICAL", "bot.logs", "Barometer stopped because of an error of its own"),
    ]
    assert entries[1]["error"].startswith("ValueError\n")
    assert all(datetime.fromisoformat(each["time"]).tzinfo is not None for each in entries)
    assert "canary" not in done.stderr


def test_that_the_bot_cannot_speak_is_no_news(capfd: pytest.CaptureFixture[str]) -> None:
    program = "import discord; from bot import logs; logs.configure('INFO'); " + (
        "discord.Client(intents=discord.Intents.none())"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
    assert "voice" not in capfd.readouterr().err


class Lines:
    """What an operator's log shows, by a clock that stands still until it is set."""

    def __init__(self, most: int = 1000) -> None:
        self.seconds = 0.0
        self.shown: list[str] = []
        self._repeats = logs.Repeats(lambda: self.seconds, most=most)

    def log(self, words: str, *args: object, level: int = logging.ERROR) -> None:
        record = logging.LogRecord("bot.x", level, "x.py", 1, words, args, None)
        if self._repeats.filter(record):
            self.shown.append(record.getMessage())


def test_a_job_that_fails_every_five_minutes_for_a_day_is_told_rarely_and_how_often() -> None:
    lines = Lines()
    for minutes in range(0, 24 * 60, 5):
        lines.seconds = minutes * 60.0
        lines.log("The job %s failed in guild %d: %s", "digest", 900, "ValueError\n  File x")
    said = "The job digest failed in guild 900: ValueError\n  File x"
    assert lines.shown[0] == said
    assert lines.shown[-1] == f"12 times in 1 h 0 min: {said}"
    assert len(lines.shown) < 35


def test_lines_that_differ_in_what_they_say_are_all_told() -> None:
    lines = Lines()
    for guild in range(900, 905):
        lines.log("The job %s failed in guild %d: %s", "digest", guild, "ValueError")
        lines.log("The job %s failed in guild %d: %s", "digest", guild, "KeyError")
    assert len(set(lines.shown)) == len(lines.shown) == 10


def test_what_comes_again_after_more_than_an_hour_of_silence_is_told_as_if_for_the_first_time() -> (
    None
):
    lines = Lines()
    for seconds in (0, 10, 20, 20 + 3601):
        lines.seconds = seconds
        lines.log("The queue is full")
    assert lines.shown == ["The queue is full"] * 2


@pytest.mark.parametrize("level", [logging.INFO, logging.CRITICAL])
def test_what_is_no_fault_or_ends_the_bot_is_told_each_time(level: int) -> None:
    lines = Lines()
    for _ in range(3):
        lines.log("Stopping: the database is damaged", level=level)
    assert len(lines.shown) == 3


def test_lines_without_end_take_no_memory_without_end() -> None:
    lines = Lines(most=3)
    for _ in range(2):
        for guild in range(4):
            lines.log("Guild %d fails", guild)
    assert len(lines.shown) == 8, "each was forgotten before it came again"


def test_the_log_of_a_bot_repeats_no_line() -> None:
    program = (
        "import logging; from bot import logs; logs.configure('INFO')\n"
        "for _ in range(5): logging.getLogger('discord.http').warning('We are limited: %s', 'x')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr.count("We are limited: x") == 1


def _answer(status: int) -> Any:
    """What discord.py has of an answer."""
    return SimpleNamespace(status=status, reason="why")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (StorageError("The disk is full. Make room."), "The disk is full. Make room."),
        (OutdatedError("moods.db", 3, 2), str(OutdatedError("moods.db", 3, 2))),
        (TimeoutError("canary"), "no answer came in time"),
        (
            aiohttp.ServerDisconnectedError(),
            "Discord couldn't be reached (ServerDisconnectedError)",
        ),
        (discord.DiscordServerError(_answer(503), "canary"), "Discord answered 503 (code 0)"),
        (discord.Forbidden(_answer(403), {"code": 50001}), "Discord answered 403 (code 50001)"),
        (discord.HTTPException(_answer(400), "canary"), "HTTPException"),
        (InvalidInputError("An id is not within 1..2^63-1: -5."), "InvalidInputError"),
        (FileNotFoundError("canary"), "FileNotFoundError"),
    ],
)
def test_what_is_to_be_expected_is_a_sentence_and_a_fault_of_ours_a_kind_with_its_way(
    error: Exception, told: str
) -> None:
    assert logs.reason(error) == told


OUTAGES = """
import logging, aiohttp, discord
from bot import logs

logs.configure("INFO")
closed = discord.ConnectionClosed(None, shard_id=0, code=4000)
network = ConnectionResetError("canary"), aiohttp.ClientError("canary")
for error in (*network, closed, ValueError("canary")):
    try:
        raise error
    except Exception:
        logging.getLogger("discord.shard").exception("Attempting a reconnect in %.2fs", 1.5)
"""


def test_an_outage_that_discord_py_reports_is_a_line_and_no_error() -> None:
    program = [sys.executable, "-c", OUTAGES]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True)
    lines = [line.split(" ", 2)[2] for line in done.stderr.splitlines()[:4]]
    assert lines == [
        "WARNING discord.shard: Attempting a reconnect in 1.50s (ConnectionResetError)",
        "WARNING discord.shard: Attempting a reconnect in 1.50s (ClientError)",
        "WARNING discord.shard: Attempting a reconnect in 1.50s (ConnectionClosed, code 4000)",
        "ERROR   discord.shard: Attempting a reconnect in 1.50s",
    ]
    assert "canary" not in done.stderr
