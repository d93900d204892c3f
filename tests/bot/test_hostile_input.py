"""Commands and events as nobody would send them in good faith; `scripts.fuzz` runs for longer."""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from bot import logs
from bot.ingest.events import IncomingMessage
from playground.world import Json
from scripts.hostile import CANARY, ODD, Stage, deaf_client, mangled, playing, rows, sendable_text
from storage.records import DeletedChannel, DeletedMessages


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    monkeypatch.chdir(tmp_path)
    async with playing(tmp_path) as stage:
        yield stage


async def test_five_hundred_payloads_are_answered_and_ping_nobody(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    rng = random.Random(4)
    for _ in range(25):
        texts = [sendable_text(rng, 300) for _ in range(20)]
        replies = await asyncio.gather(*map(stage.check, texts))
        assert all(reply.embeds for reply in replies)
    assert (await stage.server.command(stage.ana, stage.general, "/sentiment server")).embeds
    messages = stage.messages()
    assert len(messages) == 502, "one is the welcome, which comes once"
    assert all(message["allowed_mentions"] == {"parse": []} for message in messages)
    shown = json.dumps(messages, ensure_ascii=False)
    assert "Mood of @\u200beveryone" in shown, "the server's name is hostile, too"
    assert not any(active in shown for active in ("@everyone", "@here", " <@", "**The**"))
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_options_that_discord_would_refuse_leave_the_bot_well(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    text = {"name": "text", "type": 3, "value": "x" * 6_000}
    await asyncio.gather(
        stage.ask_anything([text]),
        *(stage.ask_anything([text | {"value": odd}]) for odd in ODD),
        *(stage.ask_anything([text | {"type": odd}]) for odd in (*range(-1, 12), CANARY)),
        *(stage.ask_anything([text | {"name": odd}]) for odd in ODD),
        *(stage.ask_anything(odd) for odd in ODD),
    )
    assert (await stage.check("I love this")).embeds[0]["title"].startswith("Positive")
    assert CANARY not in caplog.text


def whole(sound: Json) -> Json:
    """Every field that one of the four kinds of event reads."""
    return sound | {"ids": [sound["id"], "5"], "edited_timestamp": sound["timestamp"]}


@pytest.mark.parametrize(
    "name", ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK"]
)
async def test_what_is_taken_from_a_mangled_event_can_be_stored_with_its_neighbours(
    name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    rng = random.Random(name)
    failed = []
    async with (
        storage.open(tmp_path / "moods", now=datetime.now(UTC)) as store,
        deaf_client() as (feed, taken, sound),
    ):
        for _ in range(400):
            try:
                await feed(name, mangled(rng, whole(sound)))
            except Exception as error:  # discord.py's: then the bot connects anew, and says so
                failed.append(logs.describe(error))
        taken_in = rows(taken.events)
        assert len(taken_in) > 20
        assert len(failed) > 20
        assert CANARY not in "".join(failed)
        applied = await store.messages.apply(taken_in)
        assert applied.inserted + applied.updated + applied.deleted + applied.ignored > 0
    assert CANARY not in caplog.text


@pytest.mark.parametrize("number", [0, -1, 2**63, 2**70])
async def test_an_event_with_an_id_that_cannot_be_is_passed_over(number: int) -> None:
    async with deaf_client() as (feed, taken, sound):
        await feed("MESSAGE_CREATE", sound | {"id": str(number)})
        await feed("MESSAGE_CREATE", sound | {"author": sound["author"] | {"id": str(number)}})
        await feed("MESSAGE_DELETE", sound | {"id": str(number)})
        await feed("MESSAGE_DELETE_BULK", sound | {"ids": ["5", str(number)]})
        thread = {"id": str(number), "guild_id": sound["guild_id"], "parent_id": "5", "type": 11}
        await feed("THREAD_DELETE", thread)
        assert taken.events == []
        await feed("MESSAGE_CREATE", sound)
        await feed("MESSAGE_DELETE", sound)
        await feed("THREAD_DELETE", thread | {"id": "6"})
    kinds = [IncomingMessage, DeletedMessages, DeletedChannel]
    assert [type(event) for event in taken.events] == kinds


async def test_a_text_that_is_none_is_passed_over() -> None:
    async with deaf_client() as (feed, taken, sound):
        for content in (5, [CANARY], {"a": CANARY}, True):
            await feed("MESSAGE_CREATE", sound | {"content": content})
    assert taken.events == []


async def test_an_edit_at_a_time_without_a_zone_is_passed_over() -> None:
    async with deaf_client() as (feed, taken, sound):
        await feed("MESSAGE_UPDATE", sound | {"edited_timestamp": "2026-05-01T12:00:00"})
        assert taken.events == []
        await feed("MESSAGE_UPDATE", sound | {"edited_timestamp": "2026-05-01T12:00:00+00:00"})
    assert len(taken.events) == 1


def test_a_task_that_nobody_waits_for_fails_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fails() -> None:
        raise ValueError(CANARY)

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(logs.on_loop_error)
        task = asyncio.create_task(fails())
        await asyncio.sleep(0)
        del task

    asyncio.run(main())
    assert "ValueError" in caplog.text
    assert CANARY not in caplog.text
