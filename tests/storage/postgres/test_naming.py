"""What a batch names is looked up by keys, however wrongly the server guesses at what is stored."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from storage.postgres.arrays import literals
from storage.postgres.named import Naming, find
from storage.postgres.sessions import connected
from storage.pseudonyms import Pseudonyms, load_key
from tests.storage.fixture_types import MakeMessage
from tests.storage.postgres_databases import Databases

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PEOPLE = 50
READ = "SELECT idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'member_hour'"


async def test_a_member_s_hour_is_read_without_those_of_all_who_wrote_there_in_that_hour(
    databases: Databases, message: MakeMessage, tmp_path: Path
) -> None:
    address, key_file = databases.new_address(), tmp_path / "key"
    first = message()
    crowd = [
        message(message_id=first.message_id + each, author_id=1000 + each) for each in range(PEOPLE)
    ]
    async with storage.open(address, now=NOON, key_file=key_file) as store:
        await store.messages.apply(crowd)
    pseudonyms = Pseudonyms(load_key(key_file, needed=True))
    async with connected(address) as connection, connection.transaction():
        named = await find(connection, Naming.of(crowd), [first.guild_id], pseudonyms)
        read = await connection.fetchval(READ)
    assert [hour.sums.scored for hour in named.of_members.values()] == [1] * PEOPLE
    assert read == PEOPLE


@pytest.mark.parametrize(
    "rows",
    [
        [(1, 2), (3, None)],
        [(None, -(2**63)), (2**63 - 1, 0)],
        [(7, None)],
        [],
    ],
)
def test_literals_hold_every_number_of_the_rows_and_what_is_none(
    rows: list[tuple[int | None, ...]],
) -> None:
    written = literals(rows, 2)
    read = [
        [None if each == "NULL" else int(each) for each in re.findall(r"NULL|-?\d+", column)]
        for column in written
    ]
    assert read == [[row[place] for row in rows] for place in range(2)]
    assert all(re.fullmatch(r"\{[^{}]*\}", column) for column in written)
