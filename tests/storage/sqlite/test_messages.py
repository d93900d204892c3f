"""The rows of messages: what SQL sees of them, and how little room they take."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

import storage
from storage import Storage
from storage.pseudonyms import Pseudonyms
from storage.records import DeletedMessages
from tests.storage.fixture_types import Ask, MakeMessage


async def test_a_members_row_goes_with_their_last_message(
    path: Path, store: Storage, rows: Ask, message: MakeMessage
) -> None:
    await store.messages.apply([message(author_id=5), message(1, author_id=6)])
    await store.messages.apply([DeletedMessages(900, 70, (message().message_id,))])
    key = path.with_name("barometer.db.key").read_bytes()
    assert rows("SELECT identity FROM member") == [(Pseudonyms(key).of(900, 6),)]


async def test_of_a_batch_that_is_refused_nothing_is_in_any_table(
    store: Storage, rows: Ask, message: MakeMessage
) -> None:
    with pytest.raises(storage.InvalidInputError):
        await store.messages.apply([message(), message(1, model="größer")])
    for table in ("message", "channel", "member", "model"):
        assert rows(f"SELECT * FROM {table}") == []


async def test_a_message_takes_about_30_bytes(
    store: Storage, rows: Ask, message: MakeMessage
) -> None:
    # Twenty channels, some busy and most quiet; 400 members; one reply in seven.
    mix = random.Random(1)
    first = message().message_id
    for start in range(0, 20_000, 500):
        batch = [
            message(
                message_id=first + (number * 700 << 22) + mix.randrange(4096),
                channel_id=min(20, int(mix.paretovariate(0.8))),
                author_id=1 + mix.randrange(400),
                reply_to=None if mix.randrange(7) else first + ((number - 99) * 700 << 22),
                negative=0.3,
                neutral=0.3,
                positive=0.4,
                status=mix.choice(("scored", "scored", "unsure", "not_scored")),
            )
            for number in range(start, start + 500)
        ]
        await store.messages.apply(batch)
    try:
        sql = "SELECT sum(pgsize) FROM dbstat WHERE name = 'message'"
        ((size,),) = rows(sql)
    except sqlite3.OperationalError:
        pytest.skip("this SQLite is built without dbstat")
    assert size / 20_000 < 31


async def test_nothing_of_an_opted_out_member_is_left_in_any_table_of_counts(
    store: Storage, rows: Ask, message: MakeMessage
) -> None:
    await store.messages.apply([message()])
    await store.privacy.opt_out(900, 5, message().created_at)
    await store.messages.apply([message(1)])
    for table in ("member", "member_hour", "channel_hour", "message"):
        assert rows(f"SELECT * FROM {table}") == []
