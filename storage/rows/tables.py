"""What is copied when a database moves to another engine: tables, their columns, and checksums.

Not what follows from the rest (sums of guilds and days), nor what is of a moment (leases).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Table:
    """`flags` are the columns that are true or false, which SQLite keeps as 1 and 0.

    A table without the column `guild` is copied as a whole, as if it were guild 0's.
    """

    name: str
    columns: tuple[str, ...]
    flags: frozenset[str] = frozenset()

    @property
    def is_by_guild(self) -> bool:
        return "guild" in self.columns


def _table(name: str, columns: str, flags: str = "") -> Table:
    return Table(name, tuple(columns.split()), frozenset(flags.split()))


_SUMS: Final = "negative neutral positive unsure not_scored mood_sum mood_sum_squares scored"

TABLES: Final = (
    _table("identity_key", "fingerprint"),
    _table("model", "id version"),
    _table("wish", "member opted_out erased_up_to", "opted_out"),
    _table("published_from", "day"),
    _table("one_voice", "since"),
    _table(
        "retention_in_force",
        "id rows_days member_days channel_days next_rows_days next_member_days next_channel_days "
        "next_from",
    ),
    _table("channel", "guild id snowflake parent contiguous"),
    _table("member", "guild id identity"),
    _table("model_change", "guild id model since"),
    _table("message", "guild channel message member reply_gap edited score model"),
    _table("deleted", "guild channel message"),
    _table("mark", "guild channel message is_right", "is_right"),
    _table("member_hour", f"guild member hour channel {_SUMS} last_counted"),
    _table("channel_hour", f"guild channel hour {_SUMS} writers"),
    _table("author_day", "guild channel day member"),
    _table("published_day", "guild channel day mood counted volume negative positive"),
    _table("read_again", "guild channel since change"),
    _table(
        "guild_settings",
        "guild member_lookup command_marks live_for_role_only time_zone moods_for_moderators "
        "least_people least_messages language retention",
        "member_lookup live_for_role_only moods_for_moderators",
    ),
    _table("ignored_channel", "guild channel"),
    _table("moderator_role", "guild role"),
    _table("settings_change", "guild id at setting before after"),
    _table("settings_change_author", "guild change user author"),
    _table("guild_left", "guild since"),
    _table("retention_watermark", "guild message member_hour channel_hour"),
    _table("scheduled_job", "guild job due last_run claimed_until"),
    _table("post", "guild key begun_at sent", "sent"),
    _table("digest", "guild target weekday hour only_unusual told_until", "only_unusual"),
    _table("note", "guild id channel at kind text author set_at"),
    _table("alert", "guild id scope target sensitivity quiet_from quiet_until most_a_day set_at"),
    _table("alert_snooze", "guild alert channel until"),
    _table("alert_post", "guild id alert noted_at posted_at over_at"),
    _table("alert_episode", "guild post channel called_at not_useful", "not_useful"),
)
"""In an order in which what is referred to comes first."""


@dataclass(slots=True)
class Checksum:
    """How many rows, and a sum of their hashes: the same in whatever order they come."""

    rows: int = 0
    sum: int = 0

    def add(self, row: Sequence[Any]) -> None:
        """`row` has whole numbers, texts, bytes, truth values and `None`."""
        plain = [int(value) if isinstance(value, bool) else value for value in row]
        digest = blake2b(repr(plain).encode(), digest_size=8).digest()
        self.sum = (self.sum + int.from_bytes(digest, "big")) % 2**63
        self.rows += 1

    @classmethod
    def of(cls, rows: Iterable[Sequence[Any]]) -> Checksum:
        """Of all these rows.

        >>> Checksum.of([(1, True), (2, None)]) == Checksum.of([(2, None), (1, 1)])
        True
        """
        found = cls()
        for row in rows:
            found.add(row)
        return found
