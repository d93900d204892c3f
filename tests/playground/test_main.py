"""The whole visit, with the real bot and a net that knows the conversation's words."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from classifier import model_file
from classifier.dictionary import Dictionary
from classifier.model_file import Layer
from classifier.score import LABELS
from classifier.tokens import CHAT
from playground import conversation, sample
from playground.bot_process import BotProcess
from playground.rest.rate_limits import RateLimits
from playground.server import LoopbackDiscord
from playground.terminal import tour
from tests.playground.schema_judge import SchemaJudge

NOW = datetime.now(UTC)
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """One layer: "love" speaks for positive, "angry" for negative, all other words for neither."""
    lines = [line.text for stretch in conversation.read().stretches for line in stretch.lines]
    words = sorted({word for line in lines for word in CHAT.words(line)})
    kernel = np.zeros((len(words) + 1, 3), np.float32)
    kernel[words.index("love") + 1] = [-2, 0, 2]
    kernel[words.index("angry") + 1] = [2, 0, -2]
    model_file.save(
        tmp_path / "model",
        Dictionary(words),
        [Layer(kernel, np.zeros(3, np.float32), "softmax")],
        name="tiny",
        labels=LABELS,
        confidence=0.3,
        trained_on=None,
        figures={},
    )
    return tmp_path / "model"


async def start(tmp_path: Path, *options: str, **settings: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "playground",
        *options,
        "--folder",
        str(tmp_path / "out"),
        cwd=ROOT,
        env=os.environ | {"DISCORD_TOKEN": "a real one", "PYTHONUTF8": "1"} | settings,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


async def read_until(stream: asyncio.StreamReader | None, text: str) -> str:
    assert stream is not None
    read = ""
    while text not in read:
        some = await stream.read(4096)
        assert some, f"it ended before it said {text!r}:\n{read}"
        read += some.decode()
    return read


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to stop it with")
async def test_a_visit_from_the_first_answer_to_the_stop(tmp_path: Path, model: Path) -> None:
    playground = await start(tmp_path, "--terminal", BAROMETER_MODEL=str(model))
    try:
        async with asyncio.timeout(100):
            tour = await read_until(playground.stdout, "#general> ")
            assert playground.stdin is not None
            playground.stdin.write(b"/sentiment check I love it\n")
            answer = await read_until(playground.stdout, "#general> ")
            playground.send_signal(signal.SIGTERM)
            assert await playground.wait() == 0
    finally:
        if playground.returncode is None:
            playground.kill()
    for part in (
        "First answer",
        "#GENERAL, LAST 30 DAYS",
        "HOW YOUR MESSAGES SOUNDED",
        "MOOD OF DIEGO",
        "01-trend",
    ):
        assert part in tour
    assert "(There is no" not in tour
    _, as_a_member = tour.split("Tomasz: /sentiment trend period:7 days")
    assert re.search(r"in the last 7 days: about [\d,]+ messages", as_a_member)
    assert "POSITIVE" in answer
    assert (tmp_path / "out" / "01-trend.png").stat().st_size > 10_000
    log = (tmp_path / "out" / "bot.log").read_text()
    assert "Stopped:" in log
    assert "Traceback" not in log


async def test_a_bot_that_cannot_start_is_reported_in_its_own_words(tmp_path: Path) -> None:
    playground = await start(tmp_path, "--terminal", BAROMETER_MODEL=str(tmp_path / "nowhere"))
    said, _ = await playground.communicate()
    assert playground.returncode == 1
    assert "The bot stopped by itself" in said.decode()
    assert "no such folder" in said.decode()
    assert "Traceback" not in said.decode()


async def test_a_folder_that_cannot_be_written_to_is_reported_in_words(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("no folder")
    playground = await start(tmp_path)
    said, _ = await playground.communicate()
    assert playground.returncode == 1
    assert f"can't write to {tmp_path / 'out'}" in said.decode()
    assert "--folder" in said.decode()
    assert "Traceback" not in said.decode()


@pytest.mark.shared
async def test_the_tour_of_the_real_bot_keeps_to_discords_own_descriptions(
    tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch, schema_judge: SchemaJudge
) -> None:
    monkeypatch.setenv("BAROMETER_MODEL", str(model))
    script = conversation.read()
    said: list[str] = []
    server = LoopbackDiscord(observe=schema_judge, limits=RateLimits())
    place = sample.build(server, script)
    files = tmp_path / "db", tmp_path / "bot.log"
    async with server, BotProcess(server.url, server.token, *files):
        await server.wait_until_ready()
        guide = tour.Guide(server, place, tmp_path, said.append)
        sent = await sample.play(server, place, conversation.schedule(script, NOW)[:500])
        await guide.wait_until_counted()
        await guide.show_menu(sent[-1])
        await guide.show(tour.AT_ONCE + tour.ONCE_COUNTED)
    assert (tmp_path / "01-trend.png").exists()
    assert "rate limited" not in files[1].read_text(), "it keeps to what the headers say"
    assert schema_judge.faults() == []


@pytest.mark.shared
async def test_the_desk_of_the_real_bot_keeps_to_discords_own_descriptions(
    tmp_path: Path, schema_judge: SchemaJudge
) -> None:
    """With the net that ships, for which the sample's quarrel is one."""
    script = conversation.read()
    server = LoopbackDiscord(observe=schema_judge)
    place = sample.build(server, script)
    mira, general = place.people[sample.MODERATOR], place.places["general"]
    files = tmp_path / "db", tmp_path / "bot.log"
    async with server, BotProcess(server.url, server.token, *files):
        await server.wait_until_ready()
        await sample.play(server, place, conversation.schedule(script, NOW))
        await tour.Guide(server, place, tmp_path, lambda _: None).wait_until_counted()
        card = await server.command(mira, general, "/sentiment now period:Last 7 days")
        for label in ("Is it over?", "Who was there?", "Seen before?"):
            assert (await server.press(card, label)).ephemeral
        messages = await server.press(card, "Which messages?")
        for label in ("What moved it?", "Later"):
            assert (await server.press(messages, label)).embeds
        await server.choose(card, "How far back", ["Last 30 days"])
        offered = await server.autocomplete(mira, general, "/sentiment trend period:7")
        assert "7 days" in offered
        trend = await server.command(mira, general, "/sentiment trend period:7 days")
        await server.press(trend, "Share")
    assert schema_judge.faults() == []
