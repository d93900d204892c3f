"""The course of a mood → a table for a spreadsheet. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.render.localizer import Localizer
from bot.reports.summary import MINIMUM_MESSAGES, Summary
from bot.reports.trend import Bucket

NAMES = (
    *("place", "since", "until", "too_few_people", "messages", "judged", "counted"),
    *("negative", "neutral", "positive", "mood"),
)
"""The columns; programs read them, so they are English in any language."""


def rows(localizer: Localizer, place: str, buckets: tuple[Bucket, ...]) -> Iterator[dict[str, Any]]:
    """A row a step, by the rules of what is shown: of too few people nothing is told, a step of
    under five messages that count has no mood, and one of under twenty no shares.

    Times are those of the localizer's zone, with what they are ahead of UTC. `counted` are what
    the mood (-1..1) and the shares are of: a person's first ten messages an hour and channel.
    """
    for bucket in buckets:
        since, until = (
            moment.astimezone(localizer.time_zone).isoformat(" ", "minutes")
            for moment in (bucket.start, bucket.end)
        )
        told = _figures(bucket.summary, bucket.mood) if not bucket.hidden else {}
        known = {"place": place, "since": since, "until": until, **told}
        yield {name: known.get(name) for name in NAMES} | {"too_few_people": int(bucket.hidden)}


def _figures(summary: object, mood: float | None) -> dict[str, Any]:
    assert isinstance(summary, Summary)  # noqa: S101 (a table is of live figures)
    messages = summary.scored + summary.unsure + summary.not_scored
    figures: dict[str, Any] = {
        "messages": messages,
        "judged": summary.scored,
        "counted": summary.counted,
    }
    if mood is not None:
        figures["mood"] = round(mood, 3)
    if summary.counted >= MINIMUM_MESSAGES:
        shares = (summary.negative, summary.neutral, summary.positive)
        figures |= dict(zip(("negative", "neutral", "positive"), shares, strict=True))
    return figures
