"""`python -m scripts.forget`, run as an operator does, while the bot has the database open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import storage
from scripts import forget
from storage.records import ScoredMessage

GUILD, ANA, BEN = 900, 1001, 1002
MESSAGE = 1_477_000_000_000_000_000  # of 2026


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
    monkeypatch.setenv("BAROMETER_DATABASE", str(path))
    async with storage.open(path) as opened:
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
