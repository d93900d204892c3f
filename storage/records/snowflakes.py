"""When Discord made an id."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

# Discord's snowflakes count milliseconds from the first second of 2015 in their upper 42 bits:
# https://discord.com/developers/docs/reference#snowflakes
DISCORD_EPOCH_MS = 1_420_070_400_000

UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def snowflake_time(snowflake: int) -> datetime:
    """The UTC time at which Discord made this id, to the millisecond."""
    return UNIX_EPOCH + timedelta(milliseconds=(snowflake >> 22) + DISCORD_EPOCH_MS)
