"""What people said in a channel, as it is stored: for tests of what is unusual there."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from storage.records import DISCORD_EPOCH_MS, UNIX_EPOCH, ScoredMessage

GUILD, GENERAL, GAMING = 900, 70, 71
DAY = timedelta(days=1)


def said(at: datetime, author: int, negative: bool, **fields: Any) -> ScoredMessage:
    """A message; of two in the same millisecond the one with the higher author comes later."""
    ms = (at - UNIX_EPOCH) // timedelta(milliseconds=1)
    bad, good = (0.8, 0.1) if negative else (0.1, 0.6)
    defaults: dict[str, Any] = {
        "message_id": ((ms - DISCORD_EPOCH_MS) << 22) + author,
        "guild_id": GUILD,
        "channel_id": GENERAL,
        "parent_id": None,
        "author_id": author,
        "reply_to": None,
        "edited_at": None,
        "negative": bad,
        "neutral": 1 - bad - good,
        "positive": good,
        "status": "scored",
        "model": "old-1",
    }
    return ScoredMessage(**{**defaults, **fields})


def talk(
    until: datetime, days: float = 30, a_day: int = 40, share: float = 0.1, **fields: Any
) -> list[ScoredMessage]:
    """So many days of talk of twelve people, the same each time; a `share` of it is negative."""
    random, count = Random(4), round(days * a_day)
    return [
        said(
            until - (count - number) * (DAY / a_day),
            random.randrange(1, 13),
            random.random() < share,
            **fields,
        )
        for number in range(count)
    ]
