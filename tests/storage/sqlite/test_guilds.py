"""An erased guild leaves no row in any table."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import storage
from storage import Storage
from storage.records import DeletedMessages, GuildSettings
from tests.storage.fixture_types import Ask, MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

TABLES_OF_COUNTS = ("message", "deleted", "member_hour", "channel_hour", "author_day")


def everything(rows: Ask) -> dict[str, list[Any]]:
    tables = (*TABLES_OF_COUNTS, "channel", "member", "guild_settings", "ignored_channel")
    return {table: rows(f"SELECT * FROM {table}") for table in tables}


async def test_erasing_a_guild_leaves_only_the_others(
    path: Path, store: Storage, rows: Ask, message: MakeMessage
) -> None:
    await store.messages.apply([message(guild_id=901)])
    await store.settings.change(
        901, lambda _: GuildSettings(901, ignored_channel_ids=frozenset({3}))
    )
    before = everything(rows)
    await store.messages.apply([message(), message(1), DeletedMessages(900, 70, (1,))])
    await store.settings.change(
        900, lambda _: GuildSettings(900, True, frozenset({1}), frozenset({2}))
    )
    await store.guilds.erase(900, NOON)
    assert everything(rows) == before
    assert await storage.preflight(path) is None
