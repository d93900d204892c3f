"""A token and texts that must appear nowhere: the bot runs, fails in every way, and crashes."""

from __future__ import annotations

import asyncio
import copy
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.ingest.events import IncomingMessage
from bot.settings import Settings
from classifier.score import Explanation, Score
from playground.server import LoopbackDiscord
from playground.world import Channel, User, message_payloads

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "canary-token.of-this.test"
CANARY = "canary-text"
SECRETS = (TOKEN, CANARY, "canary")

# The bot, with faults: scoring and the storage quote the text in their errors, a task dies unheard,
# and the end is a crash with the token and a text in hand.
FAULTY_BOT = f"""
import asyncio, classifier.scorer, storage.sqlite.messages
from bot import __main__ as main
from bot import app

score, apply, stay = (
    classifier.scorer.Scorer.score, storage.sqlite.messages.SQLiteMessages.apply, app.stay_connected
)

def failing_score(self, texts):
    if any("cannot be scored" in text for text in texts):
        raise ValueError(f"cannot score {{texts}}")
    return score(self, texts)

failures = iter([True, True])

async def failing_apply(self, changes):
    if next(failures, False):
        raise storage.StorageError("no room")
    return await apply(self, changes)

async def dies(text):
    raise ValueError(text)

async def crashing_stay(make_client, token, stop):
    asyncio.create_task(dies("{CANARY} in a task"))
    await stay(make_client, token, stop)
    raise RuntimeError(f"crashed with {{token}} and {CANARY}")

classifier.scorer.Scorer.score = failing_score
storage.sqlite.messages.SQLiteMessages.apply = failing_apply
app.stay_connected = crashing_stay
main.main()
"""


async def misbehave(server: LoopbackDiscord, ana: User, general: Channel) -> None:
    """Everything that goes wrong while texts are in hand."""
    for text in ("hello", "cannot be scored", "and again"):
        await server.send_message(ana, general, f"{CANARY} {text}")
    checked = await server.send_message(ana, general, f"{CANARY} love")
    await server.edit_message(checked, f"{CANARY} hate")
    await server.command(ana, general, f"/sentiment check text:{CANARY} this cannot be scored")
    await server.message_menu(ana, checked, "Check sentiment")
    form = message_payloads.message_event(checked, server.world)
    for broken in malformed(form):
        await server.gateway.dispatch("MESSAGE_CREATE", broken, intent=None, guild_id=None)
        await server.command(ana, general, "/sentiment help")
    interaction = {"id": "1", "application_id": "2", "type": 2, "token": CANARY, "data": CANARY}
    await server.gateway.dispatch("INTERACTION_CREATE", interaction, intent=None, guild_id=None)


def malformed(form: dict[str, Any]) -> list[dict[str, Any]]:
    """Copies of a message with a field that is not what it should be, but does not end all."""
    changes: list[dict[str, Any]] = [
        {"id": str(2**70)},
        {"content": [CANARY]},
        {"content": None},
        {"author": form["author"] | {"id": "-5", "username": CANARY}},
        {"message_reference": {"message_id": str(2**80), "channel_id": "1"}, "type": 19},
        {"type": 4_000_000, "nonce": CANARY},
        {"flags": -1, "embeds": [{"title": CANARY, "fields": []}]},
    ]
    return [copy.deepcopy(form) | change for change in changes]


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("form", ["text", "json"])
async def test_no_token_and_no_text_appear_in_logs_errors_or_files(
    form: str, tmp_path: Path
) -> None:
    server = LoopbackDiscord(token=TOKEN)
    async with server:
        ana = server.world.add_user("ana")
        guild = server.world.add_guild("The Harbour", ana)
        server.invite(guild)
        general = server.world.add_channel(guild, "general")
        data = tmp_path / "data"
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-X",
            "dev",
            "-W",
            "ignore",
            "-c",
            FAULTY_BOT,
            cwd=tmp_path,
            env=os.environ
            | {
                "PYTHONPATH": str(ROOT),
                "DISCORD_TOKEN": TOKEN,
                "DISCORD_API_URL": server.url,
                "BAROMETER_DATABASE": str(data / "moods.sqlite3"),
                "BAROMETER_LOG_LEVEL": "DEBUG",
                "BAROMETER_LOG_FORMAT": form,
            },
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            await server.wait_until_ready()
            await misbehave(server, ana, general)
            while_open = contents(tmp_path)
        finally:
            process.terminate()
            async with asyncio.timeout(60):
                out, log = await process.communicate()
    assert process.returncode == 1, log.decode()
    for wanted in (b"Scoring failed", b"The storage failed", b"RuntimeError", b"ValueError"):
        assert wanted in log, f"{wanted!r} was to happen:\n{log.decode()}"
    files = contents(tmp_path)
    assert data / "moods.sqlite3" in files
    for secret in SECRETS:
        assert secret.encode() not in out + log, log.decode()
        for file, content in (*files.items(), *while_open.items()):
            assert secret.encode() not in content, file
            assert secret not in file.name


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_crash_of_the_interpreter_leaves_no_memory_in_a_file(tmp_path: Path) -> None:
    program = (
        "import resource; from bot import __main__ as main;"
        "core = resource.RLIMIT_CORE; most = resource.getrlimit(core)[1];"
        "resource.setrlimit(core, (most, most)); main.main();"
        "print(resource.getrlimit(core)[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--check"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "DISCORD_TOKEN": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0"


def test_no_repr_shows_the_token_or_a_text() -> None:
    settings = Settings.model_validate({"DISCORD_TOKEN": TOKEN})
    message = IncomingMessage(1, 2, 3, None, 4, None, None, CANARY)
    explanation = Explanation(Score(0.1, 0.2, 0.7, "scored"), (), (CANARY,))
    of_settings = (repr(settings), str(settings), settings.model_dump_json())
    for shown in (*of_settings, f"{message}", f"{explanation}"):
        assert not any(secret in shown for secret in SECRETS)
