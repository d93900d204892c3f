"""`python -m scripts.forget`, run as an operator does, while the bot has the database open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

import storage
from scripts import forget
from storage.records import ScoredMessage, snowflake_time

GUILD, ANA, BEN = 900, 1001, 1002
MESSAGE = 1_477_000_000_000_000_000  # of 2026
SENT = snowflake_time(MESSAGE)
HOUR = 3_600_000 << 22  # as snowflakes count it


def said_by(author: int, number: int) -> ScoredMessage:
    return ScoredMessage(
        message_id=MESSAGE + number,
        guild_id=GUILD,
        channel_id=10,
        parent_id=None,
        author_id=author,
        reply_to=None,
        edited_at=None,
        negative=0.1,
        neutral=0.2,
        positive=0.7,
        status="scored",
        model="test-00000000",
    )


@pytest.fixture
async def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[storage.Storage]:
    path = tmp_path / "moods.sqlite3"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAROMETER_DATABASE", f"sqlite:///{path}")
    monkeypatch.setenv("DISCORD_API_URL", "http://127.0.0.1:9/api/v10")  # nobody is there
    # This machine's clock is a year ahead: nothing that is erased or kept depends on it.
    monkeypatch.setattr(forget, "utc_now", lambda: SENT + timedelta(days=365))
    async with storage.open(path, now=SENT) as opened:
        await opened.messages.apply([said_by(ANA, 1), said_by(ANA, 2), said_by(BEN, 3)])
        yield opened


async def run(*arguments: str) -> int:
    return await asyncio.to_thread(forget.main, arguments)


async def counted(store: storage.Storage, user: int) -> int:
    return (await store.privacy.status(GUILD, user)).messages


async def test_one_member_is_forgotten_and_the_others_stay(
    store: storage.Storage, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await run(str(GUILD), str(ANA)) == 0
    assert "counted: 2." in capsys.readouterr().out
    assert (await counted(store, ANA), await counted(store, BEN)) == (0, 1)
    assert not (await store.privacy.status(GUILD, ANA)).opted_out
    await store.messages.apply([said_by(ANA, 1)])
    assert await counted(store, ANA) == 0, "the running bot knows, too"


async def test_who_is_to_be_left_out_is_not_counted_again(store: storage.Storage) -> None:
    assert await run(str(GUILD), str(ANA), "--opt-out") == 0
    assert (await store.privacy.status(GUILD, ANA)).opted_out


@pytest.mark.parametrize("user", ["0", "-5", str(2**63)])
async def test_what_is_no_id_is_refused_in_words(
    store: storage.Storage, user: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await run(str(GUILD), "--", user) == 1
    assert "id" in capsys.readouterr().err
    assert await counted(store, ANA) == 2


def test_nothing_is_made_where_there_is_no_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAROMETER_DATABASE", "elsewhere.sqlite3")
    assert forget.main([str(GUILD), str(ANA)]) == 1
    assert "elsewhere.sqlite3" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@asynccontextmanager
async def discord_says(date: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[str]]:
    """An API that answers everything with this `Date`; the paths that it was asked for."""
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.json_response({}, headers={"Date": date})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        host, port = runner.addresses[0]
        monkeypatch.setenv("DISCORD_API_URL", f"http://{host}:{port}/api/v10")
        yield asked
    finally:
        await runner.cleanup()


def at(time: datetime) -> str:
    return format_datetime(time, usegmt=True)


@pytest.mark.parametrize("option", [[], ["--opt-out"]])
async def test_what_time_it_is_discord_is_asked(
    store: storage.Storage, monkeypatch: pytest.MonkeyPatch, option: list[str]
) -> None:
    now = (SENT + timedelta(hours=2)).replace(microsecond=0)
    async with discord_says(at(now), monkeypatch) as asked:
        assert await run(str(GUILD), str(ANA), *option) == 0
    assert asked == ["/api/v10/gateway"]
    if option:
        await store.privacy.opt_in(GUILD, ANA, now)
    before, after = said_by(ANA, HOUR), said_by(ANA, 3 * HOUR)
    applied = await store.messages.apply([before, after])
    assert (applied.ignored, applied.inserted) == (1, 1)
    assert (await store.privacy.export(GUILD, ANA)).erased_up_to == now


async def test_offline_all_is_covered_up_to_the_newest_message_of_that_server(
    store: storage.Storage, capsys: pytest.CaptureFixture[str]
) -> None:
    await store.messages.apply([said_by(BEN, HOUR), replace(said_by(BEN, 9 * HOUR), guild_id=901)])
    assert await run(str(GUILD), str(ANA)) == 0
    said = capsys.readouterr().err
    assert "Discord didn't answer" in said
    assert f"{SENT + timedelta(hours=1):%Y-%m-%d %H:%M} UTC" in said
    before, after = said_by(ANA, HOUR // 2), said_by(ANA, 2 * HOUR)
    applied = await store.messages.apply([before, after])
    assert (applied.ignored, applied.inserted) == (1, 1)


async def test_an_answer_without_a_time_counts_as_none(
    store: storage.Storage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with discord_says("teatime", monkeypatch):
        assert await run(str(GUILD), str(ANA)) == 0
    assert "Discord didn't answer" in capsys.readouterr().err
    assert (await store.messages.apply([said_by(ANA, HOUR)])).inserted == 1


async def test_of_a_server_without_messages_nothing_that_comes_is_kept_out(
    store: storage.Storage, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await run("777", str(ANA)) == 0
    assert "No message of that server is stored" in capsys.readouterr().err
    newcomer = replace(said_by(ANA, HOUR), guild_id=777)
    assert (await store.messages.apply([newcomer])).inserted == 1
