"""What `query` asks: of the storage, and what the commands ask by their own classes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

from bot.reports.periods import Last
from bot.reports.queries import Moods
from bot.reports.watching import MOST_LOOKED_THROUGH, Watching
from bot.reports.writers import LEAST_WRITERS
from scripts.bench.big_server import FIRST_MEMBER, GUILD, NOW, ZONE
from storage import Storage
from storage.records import Retention

DAY: Final = timedelta(days=1)

Question = Callable[[list[int]], Awaitable[object]]
"""Asks about these channels."""


def of_storage(store: Storage) -> dict[str, Question]:
    """The storage's questions, each as the reports ask it."""
    rollups, messages = store.rollups, store.messages
    back = {days: NOW - days * DAY for days in (1, 4, 30, 56, 90, 180, 400)}
    return {
        "sums of 180 days": lambda c: rollups.of_channels(GUILD, c, back[180], NOW),
        "sums of 400 days": lambda c: rollups.of_channels(GUILD, c, back[400], NOW),
        "sums of 180 days, a tenth of the channels": lambda c: rollups.of_channels(
            GUILD, c[::10], back[180], NOW
        ),
        "sums of 180 days, half of the channels": lambda c: rollups.of_channels(
            GUILD, c[::2], back[180], NOW
        ),
        "each of 40 channels, 56 days": lambda c: rollups.of_each_channel(
            GUILD, c[::5], back[56], NOW
        ),
        "who wrote most in 30 days": lambda c: rollups.anybody_wrote_more(
            GUILD, c, 10**9, back[30], NOW
        ),
        "a member's 30 days": lambda c: rollups.of_member(
            GUILD, FIRST_MEMBER + 7, c, back[30], NOW
        ),
        "scores of 4 days": lambda c: messages.scores(GUILD, c, back[4], NOW),
        "scores of the busiest channel, 30 days": lambda c: messages.scores(
            GUILD, c[:1], back[30], NOW
        ),
        "published days of 180 days": lambda c: store.published_days.of_channels(
            GUILD, c, back[180], NOW
        ),
        "changes of the net": lambda c: store.model_versions.changes(GUILD, c, back[90], NOW),
        "notes": lambda c: store.notes.between(GUILD, c, back[90], NOW),
        "marks": lambda _: store.marks.totals(GUILD),
    }


def summaries_and_trends(store: Storage) -> dict[str, Question]:
    """What the commands ask for, by their own class."""
    moods = Moods(store, Retention(), lambda: NOW)

    def trend(days: int, least_writers: int | None, share: float = 1.0) -> Question:
        live = least_writers is not None
        window = moods.window(Last(days * DAY), live=live, zone=ZONE)
        assert window is not None
        return lambda c: moods.trend(
            GUILD, c[: round(len(c) * share)], window, least_writers=least_writers
        )

    def week_map(days: int) -> Question:
        window = moods.window(Last(days * DAY), live=True, zone=ZONE)
        assert window is not None
        return lambda c: moods.week_map("", GUILD, c, window, least_writers=LEAST_WRITERS)

    return {
        **{f"trend, {days} days": trend(days, LEAST_WRITERS) for days in (1, 7, 30, 90, 400)},
        "trend of a tenth of the channels, 90 days": trend(90, LEAST_WRITERS, 0.1),
        "trend of published days, 90 days": trend(90, None),
        "hour × weekday, 90 days": week_map(90),
        "coverage, 30 days": lambda c: moods.coverage(
            GUILD, c, 30 * DAY, least_writers=LEAST_WRITERS
        ),
        "a member, 30 days": lambda c: moods.of_member(GUILD, FIRST_MEMBER + 7, c, 30 * DAY),
    }


def looks(watching: Watching) -> dict[str, Question]:
    """Looks at many messages, for what is unusual."""
    return {
        "what is unusual since yesterday": lambda c: watching.look(
            GUILD, c, NOW - DAY, most=MOST_LOOKED_THROUGH
        ),
        "what is unusual in 30 days": lambda c: watching.look(
            GUILD, c, NOW - 30 * DAY, most=MOST_LOOKED_THROUGH
        ),
        "seen before in one channel, 30 days": lambda c: watching.look(
            GUILD, c[:1], NOW - 30 * DAY
        ),
    }
