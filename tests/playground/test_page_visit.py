"""The visit with a browser: the real bot and the net that ships, over real sockets."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

import aiohttp
import pytest

from playground import bot_process
from playground.bot_process import BotProcess
from playground.errors import PlaygroundError
from playground.page import visit
from playground.page.evening import Pace
from playground.page.visit import Plan
from playground.world import EPHEMERAL
from tests.playground.schema_judge import SchemaJudge

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 120.0  # for whatever is waited for: other tests run beside
QUICK = Pace(quarrel=0.3, rest=0.5, settling=0.1)


class Newcomer:
    """Somebody with the page open; `log` are the lines that were printed."""

    def __init__(self, client: aiohttp.ClientSession, url: str, log: list[str]) -> None:
        self.client = client
        self.url = url
        self.log = log

    async def ask(self, method: str, path: str, body: Any = None) -> Any:
        async with self.client.request(
            method, self.url + path, json=body, headers={"Origin": self.url}
        ) as answer:
            return None if answer.status == 204 else await answer.json()

    async def message(self, who: str, channel: str, message_id: str) -> Any:
        """The message, however many have come after it by now."""
        seen = await self.ask("GET", f"/api/as/{who}/channels/{channel}/messages")
        (found,) = (each for each in seen if each["id"] == message_id)
        return found

    async def press(self, who: str, message: Any, label: str) -> Any:
        """What comes of a button: the message that the bot shows."""
        buttons = [part for row in message["components"] for part in row["components"]]
        (found,) = (each for each in buttons if each.get("label") == label)
        path = f"/api/as/{who}/channels/{message['channel_id']}/messages/{message['id']}/components"
        outcome = await self.ask("POST", path, {"custom_id": found["custom_id"]})
        return outcome["message"]

    async def count_of_texts_by_people(self, who: str) -> int:
        """How many messages of people with words in them stand in all channels that `who` sees.

        Of the same day as the visit: weekends are busier, so the sample's size goes by the date.
        """
        count = 0
        view = await self.ask("GET", f"/api/as/{who}/view")
        for channel in (each for each in view["channels"] if each["type"] in (0, 11)):
            path, before = f"/api/as/{who}/channels/{channel['id']}/messages?limit=100", ""
            while found := await self.ask("GET", path + before):
                count += sum(not each["author"].get("bot") for each in found if each["content"])
                before = f"&before={found[-1]['id']}"
        return count

    async def host(self, holds: Callable[[Any], object]) -> Any:
        """What /api/start says, once something holds of it."""
        async with asyncio.timeout(SECONDS):
            while not holds(start := await self.ask("GET", "/api/start")):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        return start


@asynccontextmanager
async def visiting(tmp_path: Path, **more: Any) -> AsyncIterator[Newcomer]:
    said: list[str] = []
    opened: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        files = tmp_path / "moods.sqlite3", tmp_path / "bot.log"
        plan = Plan(listening, *files, "en-US", said.append, opened.set_result, QUICK, **more)
        running = asyncio.create_task(visit.run(plan))
        try:
            async with aiohttp.ClientSession() as client:
                yield Newcomer(client, await opened, said)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def test_a_newcomer_sees_figures_of_thirty_days_and_takes_the_five_steps_of_the_tour(
    tmp_path: Path,
) -> None:
    async with visiting(tmp_path) as newcomer:
        early = await newcomer.ask("POST", "/api/evening", {})
        assert "still reading" in early["error"], "it would not know yet what is unusual"
        start = await newcomer.host(lambda start: start["tour"]["alerts"])
        assert start["tour"]["reading"] == "done"
        you, mira, kofi = (person(start, name) for name in ("you", "mira", "kofi"))
        room = start["tour"]["moderators"]

        welcome = start["tour"]["welcome"]
        said = await newcomer.ask("GET", f"/api/as/{you}/channels/{welcome}/messages")
        told = str([each["embeds"] for each in said if each["author"].get("bot")])
        there = await newcomer.count_of_texts_by_people(mira)
        assert f"**{there:,} messages read" in told, "the bot has read them itself"

        evening = await newcomer.ask("POST", "/api/evening", {})
        began = monotonic()
        assert evening == {"messages": 26, "seconds": 8}
        again = await newcomer.ask("POST", "/api/evening", {})
        assert "being played already" in again["error"]
        start = await newcomer.host(lambda start: start["tour"]["alert"])
        print(f"The alert came after {monotonic() - began:.1f} s,", start["tour"]["evening"])
        heard = f"/api/as/{mira}/channels/{start['tour']['channel']}/messages?limit=100"
        began_at = datetime.fromisoformat(start["tour"]["evening"]["began_at"])
        before_the_alert = [
            each
            for each in await newcomer.ask("GET", heard)
            if datetime.fromisoformat(each["timestamp"]) >= began_at
            and int(each["id"]) < int(start["tour"]["alert"])
        ]
        assert len(before_the_alert) <= 26
        seen = f"/channels/{room}/messages"
        alert = await newcomer.message(mira, room, start["tour"]["alert"])
        assert alert["embeds"][0]["title"] == "Unusually negative in #general"
        hidden = await newcomer.ask("GET", f"/api/as/{kofi}{seen}")
        assert hidden == {"error": "There is no such channel."}

        opened = await newcomer.press(mira, alert, "Open")
        messages = await newcomer.press(mira, opened, "Which messages?")
        assert "co-op night is on Friday now" in str(messages["embeds"]), "however it was typed"
        over = await newcomer.press(mira, opened, "Is it over?")
        assert over["embeds"], over
        own = await newcomer.ask("GET", f"/api/as/{kofi}/channels/{room}/messages")
        assert own == {"error": "There is no such channel."}

        start = await newcomer.host(lambda start: start["tour"]["evening"]["state"] == "over")
        assert start["tour"]["evening"]["seconds_left"] == 0
        start = await newcomer.host(lambda start: start["tour"]["all_clear"])
        print(f"It was over after {monotonic() - began:.1f} s,", start["tour"]["evening"])
        all_clear = await newcomer.message(mira, room, start["tour"]["all_clear"])
        assert "as usual again" in all_clear["embeds"][0]["description"]

        tomasz, general = start["tour"]["member"], start["tour"]["channel"]
        path = f"/api/as/{tomasz}/channels/{general}/commands"
        body = {"command": "sentiment privacy opt-out", "options": {}}
        asked = await newcomer.ask("POST", path, body)
        done = await newcomer.press(tomasz, asked["message"], "Yes, erase")
        assert done["flags"] & EPHEMERAL
    assert [line for line in newcomer.log if "has read them" in line]


@pytest.mark.shared
async def test_what_a_visit_makes_the_bot_and_its_discord_say_is_valid(
    tmp_path: Path, schema_judge: SchemaJudge
) -> None:
    async with visiting(tmp_path, observe=schema_judge) as newcomer:
        start = await newcomer.host(lambda start: start["tour"]["alerts"])
        await newcomer.ask("POST", "/api/evening", {})
        start = await newcomer.host(lambda start: start["tour"]["alert"])
        mira, room = start["tour"]["moderator"], start["tour"]["moderators"]
        alert = await newcomer.message(mira, room, start["tour"]["alert"])
        opened = await newcomer.press(mira, alert, "Open")
        await newcomer.press(mira, opened, "Which messages?")
        messages = f"/api/as/{mira}/channels/{start['tour']['channel']}/messages"
        (message, *_) = await newcomer.ask("GET", messages)
        await newcomer.ask("GET", f"{messages}/{message['id']}/score")
        await newcomer.ask("PUT", f"{messages}/{message['id']}/reactions/%F0%9F%8D%B0", {})
        thread = {"name": "cake", "message_id": message["id"]}
        await newcomer.ask("POST", f"{messages.removesuffix('messages')}threads", thread)
        await newcomer.host(lambda start: start["tour"]["all_clear"])
    assert schema_judge.faults() == []


def person(start: Any, name: str) -> str:
    (found,) = (each["user"]["id"] for each in start["people"] if each["user"]["username"] == name)
    return str(found)


async def test_the_score_of_a_message_is_the_bots_own_and_stays_out_of_the_channel(
    tmp_path: Path,
) -> None:
    async with visiting(tmp_path) as newcomer:
        start = await newcomer.ask("GET", "/api/start")
        yuki, general = person(start, "yuki"), start["tour"]["channel"]
        messages = f"/api/as/{yuki}/channels/{general}/messages"
        assert start["bot"]["state"] == "starting", "what is asked now waits for the bot"
        sent = await newcomer.ask("POST", messages, {"content": "I love this, thank you!"})
        score = await newcomer.ask("GET", f"{messages}/{sent['id']}/score")
        assert re.fullmatch(r"Positive, \d+% sure", score["label"])
        assert {"love", "thank you"} & set(score["words"])
        asked = await newcomer.ask("GET", f"{messages}?limit=100")
        everybody = [
            newcomer.ask("GET", f"{messages}/{each['id']}/score")
            for each in asked
            if not each["author"].get("bot")
        ]
        scores = await asyncio.gather(*everybody)
        assert len(scores) > 90
        assert all(each.get("label") for each in scores)
        assert await newcomer.ask("GET", f"{messages}?limit=100") == asked
        path = f"{messages}/{sent['id']}"
        await newcomer.ask("PATCH", path, {"content": "I hate this, it is awful"})
        score = await newcomer.ask("GET", f"{path}/score")
        assert score["label"].startswith("Negative")


async def test_a_bot_that_cannot_start_is_reported_on_the_page_and_in_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAROMETER_MODEL", str(tmp_path / "nowhere"))
    async with visiting(tmp_path) as newcomer:
        start = await newcomer.host(lambda start: start["bot"]["state"] == "stopped")
        assert "no such folder" in start["bot"]["reason"]
        refused = await newcomer.ask("POST", "/api/evening", {})
        assert "The bot has stopped" in refused["error"]
        you, general = start["you"], start["tour"]["channel"]
        path = f"/api/as/{you}/channels/{general}/messages"
        (message, *_) = await newcomer.ask("GET", path)
        assert message["content"], "the server is still to be seen"
        body = {"command": "sentiment help", "options": {}}
        refused = await newcomer.ask("POST", f"{path.removesuffix('messages')}commands", body)
        assert refused["error"]
    assert [line for line in newcomer.log if "The bot stopped by itself" in line]


async def test_a_bot_that_is_late_is_reported_and_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "SECONDS_TO_COME", 0.05)
    async with visiting(tmp_path) as newcomer:
        start = await newcomer.host(lambda start: start["bot"]["reason"])
        assert start["bot"]["state"] == "starting"
        assert "bot.log may say why" in start["bot"]["reason"]
        start = await newcomer.host(lambda start: start["bot"]["state"] == "ready")
        assert start["bot"]["reason"] is None


@pytest.mark.skipif(sys.platform != "linux", reason="What runs is read from /proc")
async def test_nothing_of_the_bot_is_left_even_if_it_does_not_want_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot_process, "SECONDS_TO_STOP", 0.2)
    log = tmp_path / "bot.log"
    stubborn = (
        "import signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(3600)'])\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(3600)\n"
    )
    command = (sys.executable, "-c", stubborn)
    async with asyncio.timeout(SECONDS):  # it would want to stay for an hour
        async with BotProcess("http://x", "t", tmp_path / "db", log, command=command):
            while not log.read_text().endswith("\n"):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
            child = int(log.read_text())
        while _runs(child):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


def _children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"  # its new parent may be slow to bury it


async def test_a_bot_that_ends_is_reported_in_its_own_words(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "raise SystemExit('the cat sat on the cable')")
    bot = BotProcess("http://x", "t", tmp_path / "db", tmp_path / "bot.log", command=command)
    async with bot:
        with pytest.raises(PlaygroundError, match="the cat sat on the cable"):
            await bot.watch()


@asynccontextmanager
async def killed_once_it_says(what: str, folder: Path) -> AsyncIterator[int]:
    """A playground's process id, once it has said so; it is killed at the end of the block."""
    playground = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "playground", "--no-browser", "--port", "0"),
        *("--folder", str(folder)),
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(folder), "TEMP": str(folder)},
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert playground.stdout is not None
        async with asyncio.timeout(SECONDS):
            while what not in (await playground.stdout.readline()).decode():
                pass
        yield playground.pid
    finally:
        playground.kill()
        await playground.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="What runs is read from /proc")
async def test_a_playground_that_is_killed_leaves_no_bot_behind(tmp_path: Path) -> None:
    async with killed_once_it_says("The bot is here", tmp_path) as playground:
        (bot,) = _children(playground)
    async with asyncio.timeout(SECONDS):
        while _runs(bot):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_the_folder_of_a_killed_playground_goes_when_the_next_one_starts(
    tmp_path: Path,
) -> None:
    async with killed_once_it_says("playground: http", tmp_path):
        (first,) = _thrown_away(tmp_path)
    assert _thrown_away(tmp_path) == [first], "whoever is killed tidies nothing up"
    async with killed_once_it_says("playground: http", tmp_path):
        (second,) = _thrown_away(tmp_path)
    assert second != first


def _thrown_away(temporary: Path) -> list[str]:
    return [each.name for each in temporary.iterdir() if each.name.startswith("barometer-")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to stop it with")
async def test_the_command_says_where_the_page_is_and_stops_when_it_is_told_to(
    tmp_path: Path,
) -> None:
    began = monotonic()
    patiently = (  # where the machine is busy, two seconds can be too few for the bot to end in
        "import runpy; from playground import bot_process; bot_process.SECONDS_TO_STOP = 60;"
        "runpy.run_module('playground', run_name='__main__', alter_sys=True)"
    )
    playground = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", patiently, "--no-browser", "--port", "0"),
        *("--folder", str(tmp_path / "out")),
        cwd=ROOT,
        env=os.environ | {"DISCORD_TOKEN": "a real one", "PYTHONUTF8": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        assert playground.stdout is not None
        async with asyncio.timeout(SECONDS):
            first = (await playground.stdout.readline()).decode()
            answers = monotonic() - began
            url = first.split()[-1]
            assert "Stop it with Ctrl-C" in (await playground.stdout.readline()).decode()
            async with aiohttp.ClientSession() as client, client.get(f"{url}/") as answer:
                assert answer.status == 200
            assert "The bot is here" in (await playground.stdout.readline()).decode()
            assert "has read them" in (await playground.stdout.readline()).decode()
            figures = monotonic() - began
        print(f"The page answered after {answers:.1f} s; figures after {figures:.1f} s")
        stopping = monotonic()
        playground.send_signal(signal.SIGTERM)
        async with asyncio.timeout(SECONDS):
            assert await playground.wait() == 0
        print(f"It stopped within {monotonic() - stopping:.1f} s")
    finally:
        if playground.returncode is None:
            playground.kill()
    log = (tmp_path / "out" / "bot.log").read_text()
    assert "Stopped:" in log
    assert "Traceback" not in log
