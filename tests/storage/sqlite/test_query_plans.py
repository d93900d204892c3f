"""What is asked or deleted is found by its key, without reading the rest."""

from __future__ import annotations

from typing import Any

import pytest

from storage import Storage
from storage.sqlite import erasure, exclusions
from storage.sqlite.alerts import SQLiteAlerts
from storage.sqlite.channels import ASKED
from storage.sqlite.days import (
    _MOST_OF_HOUR,
    _SUM_OF_CHANNELS,
    DAYS_OF_CHANNELS,
    DAYS_OF_GUILD,
    DROP_DAY,
    HOURS_TO_LOOK_UP,
    MOST_WRITERS_OF_DAY,
    OPEN_HOURS,
)
from storage.sqlite.erasure import _DROP_EMPTY_POSTS, _WATCH_NO_MORE
from storage.sqlite.marks import SQLiteMarks
from storage.sqlite.messages import SQLiteMessages
from storage.sqlite.notes import OF_AUTHOR, SQLiteNotes
from storage.sqlite.published_days import _PEOPLE, OF_CHANNELS, OF_GUILD, SQLitePublishedDays
from storage.sqlite.retention import (
    _OLD_ALERT_POSTS,
    _OLD_MEMBER_HOURS,
    _OLD_MOST,
    _OLD_NOTES,
    _OLD_PUBLISHED,
    _OLD_ROWS,
)
from storage.sqlite.rollups import SQLiteRollups
from storage.sqlite.scores import NOT_COUNTED, SCORES
from storage.sqlite.sums import (
    CHANNELS,
    HOURS_OF_CHANNEL,
    HOURS_OF_PLACE,
    MOST_WRITERS,
    SPANS_OF_CHANNELS,
    SPANS_WITHOUT,
    SUMS_OF_CHANNELS,
    SUMS_WITHOUT,
)
from tests.storage.fixture_types import Ask


@pytest.mark.parametrize(
    ("sql", "parameters", "table"),
    [
        (SUMS_OF_CHANNELS, ("[1]", "[[0, 9]]"), "channel_hour"),
        (SUMS_WITHOUT, (900, "[[0, 9]]", "[1]"), "guild_hour"),
        (SPANS_OF_CHANNELS, ("[1]", "[[0, 9]]"), "channel_hour"),
        (SPANS_WITHOUT, (900, "[[0, 9]]", "[1]"), "guild_hour"),
        (SQLiteRollups.OF_MEMBER, (900, bytes(16), None, 0, 10**6), "member_hour"),
    ],
    ids=["of_channels", "of_guild", "spans of channels", "spans of guild", "of_member"],
)
async def test_a_trend_is_a_range_of_the_primary_key(
    store: Storage, rows: Ask, sql: str, parameters: tuple[Any, ...], table: str
) -> None:
    plan = rows(f"EXPLAIN QUERY PLAN {sql}", parameters)
    steps = [detail for *_, detail in plan]
    searches = [step for step in steps if step.startswith(f"SEARCH {table} USING PRIMARY KEY")]
    assert len(searches) == 1
    assert "hour>? AND hour<?" in searches[0]
    own = ("others", "whole")  # what was found
    scanned = [step for step in steps if step.startswith("SCAN") and "VIRTUAL" not in step]
    assert [step for step in scanned if not any(o in step for o in own)] == []


async def test_days_are_read_and_left_by_their_keys(store: Storage, rows: Ask) -> None:
    for sql, parameters in (
        (DAYS_OF_GUILD, (900, 0, 10**6)),
        (DAYS_OF_CHANNELS, ("[1]", 0, 10**6)),
        (MOST_WRITERS_OF_DAY, (900, "[1]", "[24]")),
        (OPEN_HOURS, (900, 0, 10**6)),
        (HOURS_TO_LOOK_UP, (900, 0, 10**6)),
        (_MOST_OF_HOUR, (900, 24)),
        (_SUM_OF_CHANNELS, (900, 24, 48)),
        (DROP_DAY, (900, 24)),
        (_OLD_MOST, (1,)),
    ):
        plan = [detail for *_, detail in rows(f"EXPLAIN QUERY PLAN {sql}", parameters)]
        scanned = [step for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step]
        assert [s for s in scanned if s not in ("SCAN reached", "SCAN (subquery-1)")] == [], sql
    (*_, plan), *_ = [
        row for row in rows(f"EXPLAIN QUERY PLAN {_OLD_MOST}", (1,)) if "most" in row[-1]
    ]
    assert "guild_hour_most (guild=? AND hour<?)" in plan


async def test_columns_are_read_by_ranges_of_each_channel(store: Storage, rows: Ask) -> None:
    since, until = 1 << 60, 1 << 61
    for sql, parameters in (
        (SCORES, ("[1]", since, until)),
        (NOT_COUNTED, ("[1]", since, until)),
        (HOURS_OF_CHANNEL, (1, 0, 10**6)),
        (HOURS_OF_PLACE, ("[1, 2]", 0, 10**6)),
        (ASKED, (900, "[70]")),
        (SQLiteMessages.EDITED, (900, "[70]", "[1]")),
        (CHANNELS, (900, "[70]")),
    ):
        plan = [detail for *_, detail in rows(f"EXPLAIN QUERY PLAN {sql}", parameters)]
        scanned = [step for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step]
        own = ("busy", "(subquery")  # what was found
        assert [step for step in scanned if not any(o in step for o in own)] == []
        for table, keys in (
            (
                "message",
                {
                    "PRIMARY KEY (channel=? AND message>? AND message<?)",
                    "PRIMARY KEY (channel=? AND message=?)",
                },
            ),
            ("channel_hour", {"PRIMARY KEY (channel=? AND hour>? AND hour<?)"}),
            (
                "member_hour",
                {
                    "INDEX member_hour_beyond_ten (channel=? AND hour>? AND hour<?)",
                    "INDEX member_hour_beyond_ten (channel=? AND hour=? AND member=?)",
                },
            ),
        ):
            searches = [step for step in plan if step.startswith(f"SEARCH {table} ")]
            assert all(step.partition(" USING ")[2] in keys for step in searches)


async def test_who_had_most_writers_in_an_hour_is_looked_up_by_its_key(
    store: Storage, rows: Ask
) -> None:
    plan = [row[-1] for row in rows(f"EXPLAIN QUERY PLAN {MOST_WRITERS}", ("[1]", "[[5, 6, 2]]"))]
    search = "SEARCH channel_hour USING PRIMARY KEY (channel=? AND hour>? AND hour<?)"
    assert plan.count(search) == 2


async def test_notes_and_marks_are_found_by_their_keys(store: Storage, rows: Ask) -> None:
    for sql, parameters in (
        (SQLiteNotes.BETWEEN, (900, "[70]", 0, 1)),
        (OF_AUTHOR, (bytes(16),)),
        (SQLiteMarks.SET, (900, 70, 1, True)),
        (SQLiteMarks.TOTALS, (900,)),
        (_OLD_NOTES, (1,)),
        ("DELETE FROM channel WHERE id = ?", (1,)),
        ("DELETE FROM note WHERE author = ?", (bytes(16),)),
    ):
        plan = [detail for *_, detail in rows(f"EXPLAIN QUERY PLAN {sql}", parameters)]
        scanned = [step for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step]
        assert [step for step in scanned if step != "SCAN reached"] == []


async def test_alerts_and_what_they_posted_are_found_by_their_keys(
    store: Storage, rows: Ask
) -> None:
    for sql, parameters in (
        (SQLiteAlerts.OF_GUILD, (900,)),
        (SQLiteAlerts.COUNT, (900,)),
        (SQLiteAlerts.POSTS, (900,)),
        (SQLiteAlerts.WATCHED, ()),
        (SQLiteAlerts.SNOOZE, (900, 1, "[70]", 0)),
        (SQLiteAlerts.MARK, (900, 1, "[70]", True)),
        (SQLiteAlerts.UNFINISHED, ()),
        (_OLD_ALERT_POSTS, (1,)),
        *((sql, (900, 70)) for sql in _WATCH_NO_MORE),
        (_DROP_EMPTY_POSTS, (900,)),
        ("DELETE FROM alert WHERE id = ?", (1,)),
        ("DELETE FROM alert_post WHERE id = ?", (1,)),
    ):
        plan = [detail for *_, detail in rows(f"EXPLAIN QUERY PLAN {sql}", parameters)]
        scanned = [step for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step]
        assert [s for s in scanned if s != "SCAN reached" and " USING " not in s] == []


async def test_who_wrote_is_found_by_channel_and_hour(store: Storage, rows: Ask) -> None:
    plan = rows(f"EXPLAIN QUERY PLAN {SQLiteRollups.WRITERS}", (900, "[70]", "[[0, 24]]"))
    steps = [detail for *_, detail in plan]
    (search,) = [step for step in steps if step.startswith("SEARCH member_hour")]
    assert "member_hour_by_channel (channel=? AND hour>? AND hour<?)" in search
    assert not [step for step in steps if step.startswith("SCAN") and "VIRTUAL" not in step]


async def test_days_are_published_and_read_by_their_key(store: Storage, rows: Ask) -> None:
    for sql, parameters in (
        (SQLitePublishedDays.DUE, (900, 20_000, 19_997)),
        (OF_CHANNELS, ("[1]", 0, 20_000)),
        (OF_GUILD, (900, 0, 20_000)),
        (_PEOPLE, (1, 20_000, -1)),
    ):
        plan = [detail for *_, detail in rows(f"EXPLAIN QUERY PLAN {sql}", parameters)]
        scanned = [step for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step]
        own = ("day_with_messages", "published_from")  # what was found, and one row
        assert [step for step in scanned if not any(o in step for o in own)] == []
        for step in plan:
            if " published_day" in step or "channel_hour" in step:
                assert "USING PRIMARY KEY (channel=? AND" in step


async def test_who_wrote_most_is_found_among_the_members_of_the_guild(
    store: Storage, rows: Ask
) -> None:
    plan = [r[-1] for r in rows(f"EXPLAIN QUERY PLAN {SQLiteRollups.MOST_AT_MOST}", (900, 0, 9))]
    assert "SEARCH guild_hour USING PRIMARY KEY (guild=? AND hour>? AND hour<?)" in plan
    asked = (900, "[70]", 0, 10**6)
    plan = [row[-1] for row in rows(f"EXPLAIN QUERY PLAN {SQLiteRollups.MOST_OF_ONE}", asked)]
    assert "SEARCH member USING COVERING INDEX member_by_guild (guild=?)" in plan
    hours = "SEARCH member_hour USING PRIMARY KEY (member=? AND hour>? AND hour<?)"
    assert hours in plan
    own = ("json_each", "asked", "CONSTANT", "(subquery")
    assert not [
        step for step in plan if step.startswith("SCAN") and not any(o in step for o in own)
    ]


async def test_what_expires_is_found_without_reading_the_rest(store: Storage, rows: Ask) -> None:
    for sql, table in (
        (_OLD_ROWS, "message"),
        (_OLD_MEMBER_HOURS, "member_hour"),
        (_OLD_PUBLISHED, "published_day"),
    ):
        plan = rows(f"EXPLAIN QUERY PLAN {sql}", (1,))
        assert not [step for *_, step in plan if step == f"SCAN {table}"]


async def test_a_members_messages_are_found_without_reading_those_of_others(
    store: Storage, rows: Ask
) -> None:
    plan = rows(f"EXPLAIN QUERY PLAN {erasure._DELETE_MESSAGES}", (1,))
    assert not [detail for *_, detail in plan if detail.startswith("SCAN")]


async def test_the_newest_message_of_a_guild_is_the_end_of_a_range_of_each_channel(
    store: Storage, rows: Ask
) -> None:
    plan = [detail for *_, detail in rows(f"EXPLAIN QUERY PLAN {SQLiteMessages.NEWEST}", (900,))]
    assert not [detail for detail in plan if detail.startswith("SCAN")]


async def test_what_a_batch_must_leave_out_is_found_by_its_keys(store: Storage, rows: Ask) -> None:
    asked = ("[[900, 5]]", bytes(16))
    plan = [detail for *_, detail in rows(f"EXPLAIN QUERY PLAN {exclusions.EXCLUSIONS}", asked)]
    searched = [detail for detail in plan if detail.startswith("SEARCH")]
    assert any(detail.startswith("SEARCH wish USING PRIMARY KEY") for detail in searched)
    assert any(detail.startswith("SEARCH ignored_channel USING PRIMARY KEY") for detail in searched)
