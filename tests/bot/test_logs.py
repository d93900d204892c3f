"""What goes wrong out of sight is logged without what it had in hand."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

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
