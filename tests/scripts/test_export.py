"""`python -m scripts.export`: a table of what moderators see, and no more."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from scripts import export
from storage.records import DISCORD_EPOCH_MS, ScoredMessage

NOW = datetime(2026, 5, 20, 18, 30, tzinfo=UTC)
GUILD, GENERAL, QUIET, LEFT_OUT = 900, 70, 71, 72


def said(channel: int, author: int, at: datetime, number: int, mood: float) -> ScoredMessage:
    milliseconds = round(at.timestamp() * 1000) - DISCORD_EPOCH_MS
    return ScoredMessage(
        message_id=(milliseconds << 22) + number,
        guild_id=GUILD,
        channel_id=channel,
        parent_id=None,
        author_id=author,
        reply_to=None,
        edited_at=None,
        negative=0.8 if mood < 0 else 0.1,
        neutral=0.1,
        positive=0.8 if mood > 0 else 0.1,
        status="scored",
        model="test-00000000",
    )


@pytest.fixture
async def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[storage.Storage]:
    """Yesterday at noon six people in #general, two in #quiet; three days ago six in #general."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAROMETER_DATABASE", str(tmp_path / "moods.sqlite3"))
    monkeypatch.setattr(export, "utc_now", lambda: NOW)
    noon = datetime(2026, 5, 19, 12, tzinfo=UTC)
    messages = [
        said(channel, author, noon - timedelta(days=back) + timedelta(minutes=n), n, mood)
        for channel, people, back, mood in (
            (GENERAL, 6, 0, 1.0),
            (GENERAL, 6, 4, -1.0),
            (QUIET, 2, 0, -1.0),
            (LEFT_OUT, 6, 0, 1.0),
        )
        for n, author in enumerate(list(range(1, people + 1)) * 5)
    ]
    async with storage.open(tmp_path / "moods.sqlite3", now=NOW) as opened:
        await opened.messages.apply(messages)
        await opened.settings.change(
            GUILD,
            lambda was: replace(
                was, ignored_channel_ids=frozenset({LEFT_OUT}), time_zone="Europe/Berlin"
            ),
        )
        yield opened


async def run(*arguments: str) -> int:
    return await asyncio.to_thread(export.main, ["--guild", str(GUILD), *arguments])


def written(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def test_days_are_the_servers_own_and_tell_nothing_of_fewer_than_three_people(
    store: storage.Storage, tmp_path: Path
) -> None:
    out = tmp_path / "days.csv"
    assert await run("--out", str(out)) == 0
    assert written(out) == [
        {
            "place": f"https://discord.com/channels/{GUILD}/{GENERAL}",
            "since": "2026-05-15 00:00+02:00",
            "until": "2026-05-16 00:00+02:00",
            "too_few_people": "0",
            "messages": "30",
            "judged": "30",
            "counted": "30",
            "negative": "30",
            "neutral": "0",
            "positive": "0",
            "mood": "-0.7",
        },
        {
            "place": f"https://discord.com/channels/{GUILD}/{GENERAL}",
            "since": "2026-05-19 00:00+02:00",
            "until": "2026-05-20 00:00+02:00",
            "too_few_people": "0",
            "messages": "30",
            "judged": "30",
            "counted": "30",
            "negative": "0",
            "neutral": "0",
            "positive": "30",
            "mood": "0.7",
        },
        {
            "place": f"https://discord.com/channels/{GUILD}/{QUIET}",
            "since": "2026-05-19 00:00+02:00",
            "until": "2026-05-20 00:00+02:00",
            "too_few_people": "1",
            **dict.fromkeys(
                (
                    *("messages", "judged", "counted"),
                    *("negative", "neutral", "positive", "mood"),
                ),
                "",
            ),
        },
    ]


async def test_hours_are_those_in_which_something_was_written(
    store: storage.Storage, tmp_path: Path
) -> None:
    out = tmp_path / "hours.csv"
    assert await run("--out", str(out), "--by", "hour", "--days", "3") == 0
    assert [(row["since"], row["too_few_people"], row["mood"]) for row in written(out)] == [
        ("2026-05-19 14:00+02:00", "0", "0.7"),
        ("2026-05-19 14:00+02:00", "1", ""),
    ]


async def test_published_days_are_what_every_member_may_see(
    store: storage.Storage, tmp_path: Path
) -> None:
    out = tmp_path / "published.csv"
    assert await run("--out", str(out), "--published") == 0
    assert written(out) == []
    await store.published_days.publish(GUILD, NOW, patience=timedelta(0))
    assert await run("--out", str(out), "--published") == 0
    general, quiet = (f"https://discord.com/channels/900/{each}" for each in (GENERAL, QUIET))
    assert [list(row.values()) for row in written(out)] == [
        [general, "2026-05-15", "0", "30", "30", "1.0", "0.0", "-0.7"],
        [general, "2026-05-19", "0", "30", "30", "0.0", "1.0", "0.7"],
        [quiet, "2026-05-19", "1", "", "", "", "", ""],
    ]


async def test_where_moods_are_for_moderators_there_is_no_table_for_every_member(
    store: storage.Storage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await store.published_days.publish(GUILD, NOW)
    await store.settings.change(GUILD, lambda was: replace(was, moods_for_moderators=True))
    assert await run("--published", "--out", str(tmp_path / "days.csv")) == 1
    assert "to its moderators alone" in capsys.readouterr().err
    assert not (tmp_path / "days.csv").exists()
    assert await run("--out", str(tmp_path / "days.csv")) == 0


async def test_parquet_holds_numbers_and_gaps(store: storage.Storage, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "days.parquet"
    assert await run("--out", str(out)) == 0
    rows = parquet.read_table(out).to_pylist()
    assert [(row["messages"], row["mood"]) for row in rows] == [(30, -0.7), (30, 0.7), (None, None)]


async def test_a_server_or_database_that_is_not_there_is_told(
    store: storage.Storage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "days.csv"
    assert await run("--guild", "901", "--out", str(out)) == 1
    assert "Nothing is kept of a server 901." in capsys.readouterr().err
    monkeypatch.setenv("BAROMETER_DATABASE", str(tmp_path / "none.sqlite3"))
    assert await run("--out", str(out)) == 1
    assert "There is no database" in capsys.readouterr().err
    assert not (tmp_path / "none.sqlite3").exists()
    assert not out.exists()
