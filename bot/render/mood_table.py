"""The course of a mood → a table for a spreadsheet. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.render.localizer import Localizer
from bot.reports.course import Course, Step
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


def course_rows(localizer: Localizer, course: Course) -> Iterator[dict[str, Any]]:
    """A row a step of a course as it is drawn; `likely` is where its mood lies with 95 %."""
    for step in course.steps:
        since, until = (
            moment.astimezone(localizer.time_zone).isoformat(" ", "minutes")
            for moment in (step.start, step.end)
        )
        yield {
            "place": course.name,
            "since": since,
            "until": until,
            "too_few_people": int(step.hidden),
            "judged": None if step.hidden else step.messages,
            **_mood_and_usual(step),
        }


def _mood_and_usual(step: Step) -> dict[str, float | None]:
    mood, usual = step.mood, step.usual
    return {
        "mood": None if mood is None else round(mood, 3),
        "likely_low": None if mood is None else round(max(-1.0, mood - step.margin), 3),
        "likely_high": None if mood is None else round(min(1.0, mood + step.margin), 3),
        "usual_low": None if usual is None else round(usual.low, 3),
        "usual": None if usual is None else round(usual.middle, 3),
        "usual_high": None if usual is None else round(usual.high, 3),
    }


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
