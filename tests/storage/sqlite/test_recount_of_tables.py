"""Random histories, against a recount: every table holds what was counted by hand, and no more."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings

from scripts.chaos.ledger import faults
from storage import Storage
from storage.pseudonyms import Pseudonyms
from tests.storage.recount import (
    GUILDS,
    MEMBERS,
    START,
    Event,
    Recount,
    busy_histories,
    histories,
    hour,
    live,
)

ROWS = """
    SELECT channel.guild, channel.snowflake, message, member.identity, reply_to,
        nullif(edited, 0), negative, positive, status, version
    FROM message JOIN channel ON channel.id = message.channel
        JOIN member ON member.id = message.member JOIN model ON model.id = message.model
"""
OF_MEMBERS = """
    SELECT channel.guild, channel.snowflake, member.identity, hour,
        negative, neutral, positive, unsure, not_scored, mood_sum, mood_sum_squares, scored
    FROM member_hour JOIN channel ON channel.id = member_hour.channel
        JOIN member ON member.id = member_hour.member AND member.guild = channel.guild
"""
OF_CHANNELS = """
    SELECT channel.guild, channel.snowflake, hour,
        negative, neutral, positive, unsure, not_scored, mood_sum, mood_sum_squares, scored
    FROM channel_hour JOIN channel ON channel.id = channel_hour.channel
"""
OF_GUILDS = """
    SELECT guild, hour,
        negative, neutral, positive, unsure, not_scored, mood_sum, mood_sum_squares, scored
    FROM guild_hour
"""
MOST_WRITERS = "SELECT guild, hour, writers FROM guild_hour WHERE writers IS NOT NULL"
LAST_COUNTED = """
    SELECT channel.guild, channel.snowflake, member.identity, hour, last_counted
    FROM member_hour JOIN channel ON channel.id = member_hour.channel
        JOIN member ON member.id = member_hour.member
    WHERE last_counted <> 0
"""
WRITERS = """
    SELECT channel.guild, channel.snowflake, hour, writers
    FROM channel_hour JOIN channel ON channel.id = channel_hour.channel
"""
DAYS = "SELECT guild, first_hour, end_hour, scored + unsure + not_scored FROM guild_day"
REQUESTS = "SELECT member, opted_out, erased_up_to FROM wish"
MARKS = "SELECT guild, snowflake, message FROM deleted JOIN channel ON id = channel"
AUTHORS = """
    SELECT channel.guild, channel.snowflake, day, identity FROM author_day
    JOIN channel ON channel.id = channel JOIN member ON member.id = member
"""
STATUSES = ("scored", "unsure", "not_scored")
COLUMNS = (
    *("negative", "neutral", "positive", "unsure", "not_scored"),
    *("mood_sum", "mood_sum_squares", "scored"),
)


class Tables:
    """What stands in one file, with members by their ids."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def ask(self, sql: str) -> list[Any]:
        with closing(sqlite3.connect(self._path)) as connection:
            return connection.execute(sql).fetchall()

    def people(self) -> dict[bytes, int]:
        """Who stands behind each pseudonym."""
        key = self._path.with_name(self._path.name + ".key").read_bytes()
        pseudonyms = Pseudonyms(key)
        return {pseudonyms.of(guild, member): member for guild in GUILDS for member in MEMBERS}

    def sums(self, sql: str) -> dict[tuple[Any, ...], Counter[str]]:
        # Zeros compare equal to what is missing.
        who = self.people()
        return {
            tuple(who.get(key, key) for key in row[: -len(COLUMNS)]): Counter(
                dict(zip(COLUMNS, row[-len(COLUMNS) :], strict=True))
            )
            for row in self.ask(sql)
        }

    async def sum_up(self, store: Storage) -> None:
        for guild in GUILDS:
            await store.rollups.sum_up(guild, UTC, START + timedelta(days=9))
            await store.published_days.publish(guild, START + timedelta(days=9))

    async def compare(self, store: Storage, recount: Recount) -> None:
        who = self.people()
        rows = [(*r[:3], who[r[3]], *r[4:8], STATUSES[r[8]], r[9]) for r in self.ask(ROWS)]
        assert len(rows) == len(set(rows))
        assert set(rows) == recount.rows()
        by_member = recount.sums("guild_id", "channel_id", "author_id", "hour")
        assert self.sums(OF_MEMBERS) == by_member
        assert self.sums(OF_CHANNELS) == recount.sums("guild_id", "channel_id", "hour")
        assert self.sums(OF_GUILDS) == recount.sums("guild_id", "hour")
        most: Counter[tuple[int, int]] = Counter()
        for (guild, _channel, at), writers in recount.writers().items():
            most[guild, at] = max(most[guild, at], writers)
        assert all(n == most[guild, at] for guild, at, n in self.ask(MOST_WRITERS))
        tenths = {(g, c, who[m], at): last for g, c, m, at, last in self.ask(LAST_COUNTED)}
        assert tenths == recount.last_counted()
        assert Counter({tuple(key): n for *key, n in self.ask(WRITERS)}) == recount.writers()
        people = self.ask("SELECT guild, identity FROM member")
        assert {(guild, who[identity]) for guild, identity in people} == {
            (m.guild_id, m.author_id) for m in recount.counted()
        }
        assert {(who[member], *kept) for member, *kept in self.ask(REQUESTS)} == {
            (person[1], person in recount.opted_out, up_to)
            for person, up_to in recount.silence.items()
        }
        assert set(self.ask(MARKS)) == recount.deleted
        assert {(*day, who[identity]) for *day, identity in self.ask(AUTHORS)} == {
            (m.guild_id, m.channel_id, hour(m.created_at) // 24, m.author_id)
            for m in recount.counted()
            if hour(m.created_at) // 24 * 24 >= recount.oldest_member_hour
        }
        # Of days that were summed up, or published, before this happened nothing stale is left.
        assert faults_of_sums(self._path) == []
        in_days = recount.sums("guild_id", "hour")
        for guild, first, end, messages in self.ask(DAYS):
            inside = [its for (g, at), its in in_days.items() if g == guild and first <= at < end]
            assert sum(its[status] for its in inside for status in STATUSES) == messages
        await self.sum_up(store)
        assert faults_of_sums(self._path) == []


def faults_of_sums(path: Path) -> list[str]:
    """Of the days alone: rows of messages may have ended before their sums do."""
    return [fault for fault in faults(path) if "_day" in fault]


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories | busy_histories)
def test_rows_and_both_rollups_equal_a_recount_after_every_batch_and_request(
    history: list[Event],
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "barometer.db"
        asyncio.run(live(str(path), history, Tables(path).compare))
