"""The oldest that is kept of each kind in a guild."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from storage.records import Retention
from storage.times import HOURS_A_DAY, first_snowflake, hour_at

POSTS_KEPT: Final = timedelta(days=30)
SETTINGS_CHANGES_KEPT: Final = timedelta(days=30)
LEASES_KEPT: Final = timedelta(days=1)
"""What is the same in every guild, and on every engine."""


class Watermark(NamedTuple):
    """A row of table `retention_watermark`: the oldest that is kept of each kind in a guild.

    `message` is a snowflake; the hours count from 1970. Hours of members never end before rows
    do, nor hours of channels before those of members.
    """

    message: int
    member_hour: int
    channel_hour: int

    @property
    def first_open_day(self) -> int:
        """The first day, counted from 1970, of which no hour of a member has gone."""
        return -(-self.member_hour // HOURS_A_DAY)


def watermark_at(now: datetime, retention: Retention) -> Watermark:
    """The oldest that is kept at this time (aware), by these periods."""
    return Watermark(
        first_snowflake(now - timedelta(days=retention.rows_days)),
        hour_at(now - timedelta(days=retention.member_days)),
        hour_at(now - timedelta(days=retention.channel_days)),
    )
