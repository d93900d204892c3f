"""Whatever table tells something of a member: there is a way for it to go, and this walks them.

A new column or table is found by itself; a table that these events do not fill fails, too, since
then nothing was shown.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from storage import Storage
from storage.records import (
    Alert,
    ChangedBy,
    DeletedMessages,
    Digest,
    GuildSettings,
    ReadUpTo,
    Retention,
)
from storage.sqlite import retention
from tests.storage.fixture_types import Ask, MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
WORDS = ("member", "user", "author", "identity")
# Not about one member: a setting of that name, and the bounds of all.
NOT_A_MEMBER = {
    ("guild_settings", "member_lookup"),
    ("retention_watermark", "member_hour"),
    ("retention_in_force", "member_days"),
    ("retention_in_force", "next_member_days"),
}
# What must stay after every way, and is an HMAC only: who asked to be left out.
STAYS = {"wish"}


def columns(rows: Ask) -> list[tuple[str, str]]:
    sql = """
        SELECT schema.name, column.name FROM sqlite_schema AS schema, pragma_table_info(schema.name)
        AS column WHERE schema.type = 'table'
    """
    return rows(sql)


def tables_of_members(rows: Ask) -> set[str]:
    """By name: the tables with a column that names a member, or refers to one; and `member`."""
    named = {
        table
        for table, column in columns(rows)
        if any(word in column for word in WORDS) and (table, column) not in NOT_A_MEMBER
    }
    sql = """
        SELECT schema.name FROM sqlite_schema AS schema, pragma_foreign_key_list(schema.name) AS key
        WHERE schema.type = 'table' AND key."table" = 'member'
    """
    return named | {table for (table,) in rows(sql)}


def tables_of_guilds(rows: Ask) -> set[str]:
    """By name: the tables with a guild's id, or with a channel, which belongs to one guild."""
    words = ("guild", "channel")
    return {table for table, column in columns(rows) if column in words}


def filled(rows: Ask, tables: set[str]) -> set[str]:
    """Those of the tables with anything in them; guild 0 is none, but stands for all the others."""
    of_guilds = {table for table, column in columns(rows) if column == "guild"}
    return {
        table
        for table in tables
        if rows(f"SELECT 1 FROM {table} {'WHERE guild <> 0' if table in of_guilds else ''} LIMIT 1")
    }


async def fill(store: Storage, message: MakeMessage) -> None:
    """One member of one guild, in every table."""
    long_ago = message(-24 * 80, author_id=6)
    await store.messages.apply([long_ago])
    await store.retention.expire(NOON, Retention(member_days=60))
    await store.privacy.forget(900, 5, NOON - timedelta(days=1))
    gone = DeletedMessages(900, 70, (1, message(1).message_id))
    await store.messages.apply([message(), gone, ReadUpTo(900, 70, None, message().message_id)])
    chosen = GuildSettings(900, True, frozenset({1}), frozenset({3}))
    await store.settings.change(900, lambda _: chosen, ChangedBy(5, NOON))
    await store.guilds.left(900, NOON)
    await store.jobs.schedule("digest", 900, NOON)
    await store.published_days.publish(900, NOON + timedelta(days=9))
    await store.rollups.sum_up(900, UTC, NOON + timedelta(days=9))
    await store.posts.begin(900, "digest-1", NOON)
    await store.notes.add(900, 5, channel_id=70, at=NOON, kind="event", text="Game night", now=NOON)
    await store.marks.set(900, 70, message().message_id, True)
    await store.digests.set(Digest(900, 70, None, 9, only_unusual=False, told_until=NOON))
    alert = await store.alerts.add(900, Alert(0, 70, 80, "default", NOON))
    assert alert is not None
    await store.alerts.note(900, alert.id, {70: NOON}, NOON)
    await store.alerts.snooze(900, alert.id, [70], NOON)
    await store.model_versions.note_read_again(
        900, 70, "test-00000000", NOON - timedelta(hours=1), NOON
    )


async def test_the_walk_finds_the_tables_that_we_know(store: Storage, rows: Ask) -> None:
    assert tables_of_members(rows) >= {"member", "message", "member_hour", "author_day"}
    assert tables_of_guilds(rows) >= {"channel", "message", "deleted", "channel_hour"}


@pytest.mark.parametrize("way", ["forget", "opt_out"])
async def test_a_members_wish_empties_every_table_of_members(
    store: Storage, rows: Ask, message: MakeMessage, way: str
) -> None:
    await fill(store, message)
    tables = tables_of_members(rows)
    assert filled(rows, tables) == tables
    await getattr(store.privacy, way)(900, 5, NOON + timedelta(days=250))
    assert filled(rows, tables) == STAYS


async def test_time_empties_every_table_of_members(
    store: Storage, rows: Ask, message: MakeMessage
) -> None:
    await fill(store, message)
    await store.retention.expire(NOON + timedelta(days=91), Retention())
    assert filled(rows, tables_of_members(rows)) == STAYS | {"note"}
    await store.retention.expire(NOON + timedelta(days=401), Retention())
    assert filled(rows, tables_of_members(rows)) == STAYS


async def test_a_channels_row_goes_only_when_no_table_refers_to_it(
    store: Storage, rows: Ask
) -> None:
    refer = """
        SELECT schema.name FROM sqlite_schema AS schema, pragma_foreign_key_list(schema.name) AS key
        WHERE schema.type = 'table' AND key."table" = 'channel' AND key.on_delete <> 'CASCADE'
    """
    asked = {f"FROM {table} WHERE {table}.channel = channel.id" for (table,) in rows(refer)}
    assert asked
    assert {each for each in asked if each not in retention._EMPTY_CHANNELS} == set()


async def test_erasing_a_guild_empties_every_table_of_guilds_and_members(
    store: Storage, rows: Ask, message: MakeMessage
) -> None:
    await fill(store, message)
    tables = tables_of_guilds(rows) | tables_of_members(rows)
    assert filled(rows, tables) == tables
    await store.guilds.erase(900, NOON + timedelta(days=250))
    assert filled(rows, tables) == STAYS


async def test_what_stays_holds_an_hmac_and_its_time_only(store: Storage, rows: Ask) -> None:
    kept = [column for table, column in columns(rows) if table in STAYS]
    assert kept == ["member", "opted_out", "erased_up_to"]
