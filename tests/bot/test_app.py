from __future__ import annotations

import asyncio
import gc
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from typing import Self

import aiohttp
import pytest

import storage
from bot import app, preflight
from bot.gateway.connection import StartError
from bot.gateway.identify_turns import OwnTurns
from bot.schedule.upkeep import Upkeep
from bot.schedule.worker import Worker
from bot.settings import Settings
from playground.errors import NoAnswerError
from playground.interactions import answers
from playground.observed import RestExchange
from playground.rest import api
from playground.server import LoopbackDiscord
from playground.world import Channel, MessageType, User
from playground.world.application import Intent
from scripts.chaos.ports import free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _discord_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def settings(server: LoopbackDiscord, **changes: str) -> Settings:
    return Settings.model_validate(
        {"DISCORD_TOKEN": server.token, "DISCORD_API_URL": server.url} | changes
    )


def inhabit(server: LoopbackDiscord) -> tuple[User, Channel]:
    ana = server.world.add_user("ana")
    guild = server.world.add_guild("The Harbour", ana)
    server.invite(guild)
    return ana, server.world.add_channel(guild, "general")


@asynccontextmanager
async def running(chosen: Settings) -> AsyncIterator[None]:
    stop = asyncio.Event()
    bot = asyncio.create_task(app.run(chosen, stop))
    try:
        yield
    finally:
        stop.set()
        async with asyncio.timeout(60):
            await bot


async def test_a_wrong_token_is_told_in_words() -> None:
    async with LoopbackDiscord() as server:
        with pytest.raises(StartError, match="refused the token"):
            await app.run(settings(server, DISCORD_TOKEN="wrong"), asyncio.Event())


async def test_a_discord_that_does_not_answer_is_tried_again_until_the_stop(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with LoopbackDiscord() as server:
        chosen = settings(server)
    stop = asyncio.Event()
    bot = asyncio.create_task(app.run(chosen, stop))
    async with asyncio.timeout(60):
        while caplog.text.count("could not be reached at http://127.0.0.1") < 2:  # noqa: ASYNC110 (a log has no event)
            await asyncio.sleep(0.05)
    stop.set()
    async with asyncio.timeout(60):
        await bot


async def test_what_lives_as_long_as_the_bot_is_left_out_of_collections() -> None:
    gc.unfreeze()
    async with LoopbackDiscord() as server:
        inhabit(server)
        async with running(settings(server)):
            await server.wait_until_ready()
            assert gc.get_freeze_count() > 10_000
    assert gc.get_freeze_count() == 0, "and no longer"


async def test_without_the_message_content_switch_the_bot_says_so_and_answers_commands(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with LoopbackDiscord(switches=Intent(0)) as server:
        ana, general = inhabit(server)
        async with running(settings(server)):
            await server.wait_until_ready()
            await server.send_message(ana, general, "I love this so much")
            checked = await server.command(ana, general, "/sentiment check I love this so much")
            assert checked.embeds[0]["title"].startswith("Positive")
            stored = await server.command(ana, general, "/sentiment privacy show")
            assert "None of your messages" in stored.embeds[0]["description"]
    assert "Message Content Intent" in caplog.text


async def test_commands_are_sent_to_discord_only_when_they_changed() -> None:
    sent: list[RestExchange] = []

    def observe(seen: object) -> None:
        if isinstance(seen, RestExchange) and seen.method == "PUT":
            sent.append(seen)

    async with LoopbackDiscord(observe=observe) as server:
        ana, general = inhabit(server)
        for _ in range(2):
            async with running(settings(server)):
                await server.wait_until_ready()
                await server.command(ana, general, "/sentiment help")
    assert len(sent) == 1


async def test_a_start_asks_for_the_gateway_once_as_a_third_time_in_five_seconds_has_to_wait() -> (
    None
):
    asked: list[str] = []

    def observe(seen: object) -> None:
        if isinstance(seen, RestExchange):
            asked.append(seen.route)

    async with LoopbackDiscord(observe=observe) as server:
        inhabit(server)
        async with running(settings(server)):
            await server.wait_until_ready()
    assert asked.count("/gateway/bot") == 1


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "off: BAROMETER_WEB isn't set"),
        (
            {"BAROMETER_WEB": "8643"},
            "at 127.0.0.1:8643, for browsers on this machine alone: BAROMETER_WEB_URL isn't set",
        ),
        (
            {"BAROMETER_WEB": "8643", "BAROMETER_WEB_URL": "https://mood.example.org"},
            "at 127.0.0.1:8643, for browsers at https://mood.example.org",
        ),
    ],
)
async def test_the_check_says_whether_the_page_is_served(
    given: dict[str, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with LoopbackDiscord() as server:
        await preflight.run(settings(server, **given))
    assert f"Page      {told}\n" in capsys.readouterr().out


async def test_a_port_that_is_taken_is_told_in_words_and_nothing_is_started() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with LoopbackDiscord() as server:
            wrong = settings(server, BAROMETER_WEB=str(port))
            with pytest.raises(StartError, match=f"BAROMETER_WEB: 127.0.0.1:{port} is taken"):
                await app.run(wrong, asyncio.Event())


@pytest.mark.parametrize("database", ["file/moods.sqlite3", "file/below/moods.sqlite3"])
async def test_what_is_no_folder_is_told_as_that(database: str) -> None:
    await asyncio.to_thread(Path("file").touch)
    async with LoopbackDiscord() as server:
        with pytest.raises(storage.StorageError, match="something is there that isn't a folder"):
            await app.run(settings(server, BAROMETER_DATABASE=database), asyncio.Event())


async def test_the_page_is_served_as_long_as_the_bot_runs() -> None:
    port = free_port()
    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        server.application.team = [ana]
        async with running(settings(server, BAROMETER_WEB=str(port))):
            await server.wait_until_ready()
            reply = await server.command(ana, general, "/sentiment open")
            (row,) = reply.message["components"]
            link, origin = row["components"][0]["url"], f"http://127.0.0.1:{port}"
            assert link.startswith(f"{origin}/enter/")
            jar = aiohttp.CookieJar(unsafe=True)
            async with aiohttp.ClientSession(cookie_jar=jar) as http:
                async with http.get(link) as page:
                    token = link.rpartition("/")[2]
                    assert token in await page.text()
                sent, headers = {"token": token}, {"Origin": origin}
                async with http.post(f"{origin}/enter/", data=sent, headers=headers) as entered:
                    assert entered.status == 200
                    assert (entered.url.path, entered.content_type) == ("/", "text/html")
                async with http.get(f"{origin}/api/me") as answer:
                    me = await answer.json()
                    assert me["guild"]["name"] == "The Harbour"
                    assert [each["name"] for each in me["channels"]] == ["general"]
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port))


async def test_the_invite_link_is_shown_where_a_token_is_set(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with LoopbackDiscord() as server:
        await preflight.run(settings(server))
        shown = capsys.readouterr().out
        assert f"client_id={server.application.id}" in shown
        assert "scope=bot+applications.commands" in shown
        assert server.token not in shown
        with pytest.raises(StartError, match="refused the token"):
            await preflight.run(settings(server, DISCORD_TOKEN="wrong"))


def stored(database: Path, columns: str) -> list[tuple[int, ...]]:
    rows = sqlite3.connect(database)
    try:
        return rows.execute(f"SELECT {columns} FROM message ORDER BY message").fetchall()
    finally:
        rows.close()


async def test_only_what_members_write_in_readable_places_is_stored_and_never_its_text(
    tmp_path: Path,
) -> None:
    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        guild = server.world.guild_of(general)
        robot = server.world.add_user("robot", bot=True)
        server.world.add_member(guild, robot)
        database = tmp_path / "moods.sqlite3"
        async with running(settings(server, BAROMETER_DATABASE=str(database))):
            await server.wait_until_ready()
            hello = await server.send_message(ana, general, "canary hello")
            answer = await server.send_message(ana, general, "canary answer", reply_to=hello)
            thread = await server.create_thread(general, "a thread", ana)
            inside = await server.send_message(ana, thread, "canary inside")
            secret = await server.create_thread(general, "a secret", ana, private=True)
            await server.send_message(ana, secret, "canary secret")
            await server.send_message(ana, general, "")
            await server.send_message(ana, general, "canary pin", type=MessageType.PIN)
            await server.send_message(ana, general, "canary hook", webhook=True)
            await server.send_message(robot, general, "canary robot")
            await server.edit_message(answer, "")  # its picture stayed, its text went
            await server.command(ana, general, "/sentiment help")
    assert stored(database, "message, reply_to") == [
        (hello.id, None),
        (answer.id, hello.id),
        (inside.id, None),
    ]
    assert stored(database, "status")[1] == (2,), "nothing to score any more"
    assert b"canary" not in database.read_bytes()


async def test_after_an_invalid_session_the_bot_comes_back_to_the_same_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.gateway.identify_turns.OwnTurns", partial(OwnTurns, seconds=0))
    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        async with running(settings(server)):
            await server.wait_until_ready()
            await server.gateway.invalidate(resumable=False)
            async with asyncio.timeout(60):
                while server.gateway.identifies < 2:  # noqa: ASYNC110 (it has no event for it)
                    await asyncio.sleep(0.05)
                await server.gateway.wait_until_present()
            assert (await server.command(ana, general, "/sentiment help")).embeds


async def test_a_failed_connection_is_made_anew_with_a_fresh_client(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        async with running(settings(server)):
            await server.wait_until_ready()
            malformed = {"name": "canary"}
            await server.gateway.dispatch("CHANNEL_UPDATE", malformed, intent=None, guild_id=None)
            async with asyncio.timeout(60):
                while server.gateway.identifies < 2:  # noqa: ASYNC110 (it has no event for it)
                    await asyncio.sleep(0.05)
                await server.gateway.wait_until_present()
            assert (await server.command(ana, general, "/sentiment help")).embeds
    assert "KeyError" in caplog.text
    assert "canary" not in caplog.text


async def test_a_message_that_cannot_be_parsed_is_counted_and_costs_no_connection(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        async with running(settings(server)):
            await server.wait_until_ready()
            for event in ("MESSAGE_CREATE", "MESSAGE_UPDATE"):
                malformed = {"content": "canary"}
                await server.gateway.dispatch(event, malformed, intent=None, guild_id=None)
            assert (await server.command(ana, general, "/sentiment help")).embeds
        assert server.gateway.identifies == 1
    assert "MESSAGE_CREATE cannot be parsed and is passed over: KeyError" in caplog.text
    assert "2 passed over because Discord's library cannot parse them" in caplog.text
    assert "canary" not in caplog.text


async def test_a_guild_that_throws_the_bot_out_is_marked_to_be_erased(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty = partial(Worker, first_pause=0.1, shortest_pause=0.1, longest_pause=0.1)
    monkeypatch.setattr(app, "Worker", hasty)
    monkeypatch.setattr(app, "Upkeep", partial(Upkeep, every=timedelta(0)))
    database = tmp_path / "moods.sqlite3"

    def marked() -> list[tuple[int]]:
        with closing(sqlite3.connect(database)) as rows:
            return rows.execute("SELECT guild FROM guild_left").fetchall()

    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        async with running(settings(server, BAROMETER_DATABASE=str(database))):
            await server.wait_until_ready()
            await server.send_message(ana, general, "what a day")
            await server.command(ana, general, "/sentiment help")
            assert marked() == []
            await server.remove_bot(server.world.guild_of(general))
            async with asyncio.timeout(60):
                while not marked():  # noqa: ASYNC110 (it has no event for it)
                    await asyncio.sleep(0.05)
    assert marked() == [(general.guild_id,)]


async def test_a_day_is_finished_by_discords_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ahead(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return super().now(tz) + timedelta(days=1)

    monkeypatch.setattr("bot.clock.datetime", Ahead)
    async with LoopbackDiscord() as server:
        owner, general = inhabit(server)
        people = [server.world.add_user(name) for name in ("ben", "cy", "dee", "eva", "fay")]
        for person in people:
            server.world.add_member(server.world.guild_of(general), person)
        async with running(settings(server)):
            await server.wait_until_ready()
            for person in people * 4:
                await server.send_message(person, general, "I love this so much")
            async with asyncio.timeout(60):
                told = ""
                while "of 20 messages" not in told:
                    reply = await server.command(owner, general, "/sentiment server")
                    told = reply.embeds[0]["description"]
            line = "/sentiment backfill days:1"
            reply = await server.command(owner, general, line, channel=general)
            async with asyncio.timeout(60):
                while reply.embeds[0]["title"] != "Done":
                    await asyncio.sleep(0.05)
                    reply = server.look_again(reply)
            reply = await server.command(people[0], general, "/sentiment server")
    told = reply.embeds[0]["description"]
    assert "A day shows up here once it's over" in told, "today goes on, and is not published"


async def test_two_clicks_on_yes_erase_once_and_tell_once_what_was_erased() -> None:
    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        async with running(settings(server)):
            await server.wait_until_ready()
            for number in range(3):
                await server.send_message(ana, general, f"what a day {number}")
            async with asyncio.timeout(60):
                shown = ""
                while "3 of your messages" not in shown:
                    reply = await server.command(ana, general, "/sentiment privacy show")
                    shown = reply.embeds[0]["description"]
            question = await server.command(ana, general, "/sentiment privacy forget")
            clicks = [server.press(question, "Yes, erase") for _ in range(2)]
            told = [reply.embeds[0]["description"] for reply in await asyncio.gather(*clicks)]
    assert [words.partition("\n")[0] for words in told] == [
        "I've erased 3 of your messages from my count."
    ] * 2


@pytest.mark.parametrize(("code", "words"), [(4004, "refused the token"), (4013, "code 4013")])
async def test_a_connection_closed_for_good_ends_the_bot_with_a_reason(
    code: int, words: str
) -> None:
    async with LoopbackDiscord() as server:
        inhabit(server)
        bot = asyncio.create_task(app.run(settings(server), asyncio.Event()))
        await server.wait_until_ready()
        await server.gateway.drop(code)
        async with asyncio.timeout(60):
            with pytest.raises(StartError, match=words):
                await bot


def test_debug_logs_what_is_ours_and_no_events_of_discord() -> None:
    code = (
        "import logging; from bot import logs; logs.configure('DEBUG');"
        "print(logging.getLogger('bot').isEnabledFor(logging.DEBUG),"
        " logging.getLogger('discord.gateway').isEnabledFor(logging.DEBUG),"
        " logging.getLogger('aiosqlite').isEnabledFor(logging.DEBUG))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "False", "False"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("umask", [0o000, 0o777])
async def test_whatever_the_umask_all_that_the_bot_makes_is_its_users_alone(
    umask: int, tmp_path: Path
) -> None:
    async with LoopbackDiscord() as server:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            cwd=tmp_path,
            umask=umask,
            env=os.environ
            | {
                "PYTHONPATH": str(ROOT),
                "DISCORD_TOKEN": "wrong",
                "DISCORD_API_URL": server.url,
                "BAROMETER_DATABASE": "of/barometer/moods.sqlite3",
            },
            stderr=asyncio.subprocess.DEVNULL,
        )
        async with asyncio.timeout(60):
            assert await process.wait() == 1
    made = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "of").rglob("*")}
    made["of"] = (tmp_path / "of").stat().st_mode & 0o777
    files = dict.fromkeys(("moods.sqlite3", "moods.sqlite3.key", "moods.sqlite3.lock"), 0o600)
    assert made == {"of": 0o700, "barometer": 0o700} | files


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")
async def test_on_sigterm_everything_accepted_is_stored_and_the_process_ends(
    tmp_path: Path,
) -> None:
    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        database = tmp_path / "moods.sqlite3"
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            cwd=tmp_path,
            env=os.environ
            | {
                "PYTHONPATH": str(ROOT),
                "DISCORD_TOKEN": server.token,
                "DISCORD_API_URL": server.url,
                "BAROMETER_DATABASE": str(database),
            },
            stderr=asyncio.subprocess.PIPE,
        )
        await server.wait_until_ready()
        for number in range(500):
            await server.send_message(ana, general, f"I love this so much {number}")
        # Whoever is answered knows that the bot has read everything before the question.
        await server.command(ana, general, "/sentiment help")
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(60):
            _, errors = await process.communicate()
        assert process.returncode == 0, errors.decode()
    rows = sqlite3.connect(database)
    try:
        assert rows.execute("SELECT count(*) FROM message").fetchone() == (500,)
        assert rows.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        rows.close()


async def test_a_database_that_a_newer_version_has_changed_ends_the_bot_and_the_log_says_what_to_do(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        bot = asyncio.create_task(app.run(settings(server), asyncio.Event()))
        await server.wait_until_ready()
        with closing(sqlite3.connect("data/barometer.sqlite3")) as newer:
            newer.execute("PRAGMA user_version = 999")
        await server.send_message(ana, general, "I love this so much")
        with pytest.raises(storage.StorageError, match="to schema 999"):
            async with asyncio.timeout(30):
                await bot
    assert "Stopping, so that the new version can be started: A newer version" in caplog.text
    with closing(sqlite3.connect("data/barometer.sqlite3")) as newer:
        assert newer.execute("SELECT count(*) FROM message").fetchone() == (0,)


async def test_a_damaged_database_is_mended_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    chosen = Settings.model_validate({"BAROMETER_BACKUPS": tmp_path / "copies"})
    async with app.opened(chosen) as store:
        assert store.files is not None
        made = await store.files.backup(datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert made.parent == tmp_path / "copies"
    file = storage.database_file(chosen.database)
    assert file is not None
    file.write_bytes(b"\xa5" * 10_000)
    async with app.opened(chosen):
        assert await storage.preflight(chosen.database) == "Barometer is running on it now."
    (said,) = [record for record in caplog.records if record.name == "bot.app"]
    assert said.levelname == "WARNING"
    assert "The backup of 2026-03-01 12:00 UTC is in its place" in said.getMessage()


async def test_a_command_that_meets_rate_limits_only_is_not_answered_once_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answers, "DEADLINE", 0.1)
    monkeypatch.setattr(api, "STORM_SECONDS", 0.1)
    refused: list[RestExchange] = []

    def observe(seen: object) -> None:
        if not isinstance(seen, RestExchange):
            return
        if seen.route.endswith("/callback") and seen.status == 429:
            refused.append(seen)

    async with LoopbackDiscord(observe=observe) as server:
        ana, general = inhabit(server)
        async with running(settings(server)):
            await server.wait_until_ready()
            with server.storm(429):
                with pytest.raises(NoAnswerError):
                    await server.command(ana, general, "/sentiment help")
                async with asyncio.timeout(60):
                    while len(refused) < 5:  # noqa: ASYNC110 (a list has no event)
                        await asyncio.sleep(0.01)
                await asyncio.sleep(0.5)
            assert len(refused) == 5


async def test_a_second_bot_on_one_database_says_so_and_ends(tmp_path: Path) -> None:
    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        async with running(settings(server)):
            await server.wait_until_ready()
            with pytest.raises(storage.StorageError, match="already running on the database"):
                await app.run(settings(server), asyncio.Event())
            second = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot"),
                cwd=tmp_path,
                env=os.environ
                | {
                    "PYTHONPATH": str(ROOT),
                    "DISCORD_TOKEN": server.token,
                    "DISCORD_API_URL": server.url,
                },
                stderr=asyncio.subprocess.PIPE,
            )
            _, said = await second.communicate()
            assert second.returncode == 1
            assert said.decode().splitlines()[-1].startswith("Barometer is already running")
            assert "Traceback" not in said.decode()
            helped = await server.command(ana, general, "/sentiment help")
            assert helped.embeds[0]["title"] == "Barometer", "the first one goes on"


async def test_two_bots_on_one_token_are_noticed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with LoopbackDiscord() as server:
        ana, general = inhabit(server)
        other = settings(server, BAROMETER_DATABASE=str(tmp_path / "other.sqlite3"))
        async with running(settings(server)), running(other):
            async with asyncio.timeout(60):
                while len(server.gateway.sessions) < 2:  # noqa: ASYNC110 (sessions have no event)
                    await asyncio.sleep(0.02)
            await server.wait_until_ready()
            for _ in range(4):
                await server.command(ana, general, "/sentiment help")
                await asyncio.sleep(0.1)
    said = [record for record in caplog.records if "the same token" in record.getMessage()]
    assert said
    assert {record.levelname for record in said} == {"WARNING"}
    assert "Traceback" not in caplog.text
    assert "40060" not in caplog.text
