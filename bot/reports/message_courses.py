"""Courses of single channels, made of the stored messages themselves.

Where messages are kept one by one it is known exactly who wrote in a step: so a step may be an hour
or two, and is hidden only if too few people wrote in it. Pure functions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import sqrt

import numpy as np

from bot.reports.course import Course, Moment, Step, student_95
from bot.reports.periods import DAY, HOUR, Span, Window, steps
from bot.reports.trend import MINIMUM_PER_BUCKET
from bot.reports.unusual.baseline import Baseline
from bot.reports.unusual.episodes import Episode
from bot.reports.unusual.series import Floats, Ints, milliseconds
from bot.reports.usual_mood import usual_mood
from storage.records import DISCORD_EPOCH_MS, Scores

_WHOLE = 10_000

_STEPS = ((2 * DAY, HOUR), (8 * DAY, 6 * HOUR))
"""How long a step is in a window no longer than this; in longer ones it is a day."""


def step_of(window: Window) -> timedelta:
    """How long a step of such a course is."""
    return next((step for longest, step in _STEPS if window.length <= longest), DAY)


def courses(
    scores: Scores,
    window: Window,
    names: Mapping[int, str],
    baselines: Mapping[int, Baseline],
    episodes: Sequence[Episode],
    *,
    least_people: int,
    moments: Sequence[Moment] = (),
) -> list[Course]:
    """One course a channel of `names`, in that order.

    `scores` holds their messages of the window. Of it and of steps in which fewer than
    `least_people` wrote nothing is told. A channel without a baseline was not watched.
    """
    messages = _Columns(scores)
    spans = steps(window, step_of(window))
    edges = np.array([milliseconds(since) for since, _ in spans] + [milliseconds(window.until)])
    made = []
    for channel_id, name in names.items():
        baseline = baselines.get(channel_id)
        course_steps = messages.steps(channel_id, spans, edges, baseline, least_people)
        course = Course(
            name,
            window,
            tuple(course_steps),
            messages.mood(channel_id, least_people),
            watched=baseline is not None,
            unusual=tuple(each for each in episodes if each.channel_id == channel_id),
            moments=tuple(moments),
            channel_id=channel_id,
        )
        made.append(course)
    return made


class _Columns:
    """Messages as NumPy sees them."""

    def __init__(self, scores: Scores) -> None:
        ids = np.frombuffer(scores.message_ids, np.int64)
        self._times = (ids >> 22) + DISCORD_EPOCH_MS
        self._places = np.frombuffer(scores.places, np.int64)
        self._people = np.frombuffer(scores.people, np.int64)
        self._counts = np.frombuffer(scores.counts, np.uint8).astype(bool)
        negative = np.frombuffer(scores.negative, np.uint16).astype(float)
        positive = np.frombuffer(scores.positive, np.uint16).astype(float)
        self._moods = (positive - negative) / _WHOLE
        self._judged = np.frombuffer(scores.statuses, np.uint8) == 0

    def mood(self, channel_id: int, least_people: int) -> float | None:
        """The mood of all that count in the channel; `None` of too few messages, or people."""
        counted = self._counts & (self._places == channel_id)
        if len(np.unique(self._people[counted])) < least_people:
            return None
        return _mean(self._moods[counted])

    def steps(
        self,
        channel_id: int,
        spans: Sequence[Span],
        edges: Ints,
        baseline: Baseline | None,
        least_people: int,
    ) -> list[Step]:
        here = self._judged & (self._places == channel_id)
        times, people = self._times[here], self._people[here]
        moods, counts = self._moods[here], self._counts[here]
        bounds = np.searchsorted(times, edges)
        made = []
        for span, first, end in zip(spans, bounds[:-1], bounds[1:], strict=True):
            inside = slice(first, end)
            hidden = 0 < len(np.unique(people[inside])) < least_people
            counted = moods[inside][counts[inside]]
            made.append(
                Step(
                    *span,
                    mood=None if hidden else _mean(counted),
                    margin=0.0 if hidden else _margin(counted),
                    messages=int(end - first),
                    usual=None if baseline is None else usual_mood([(1.0, baseline)], *span),
                    hidden=hidden,
                )
            )
        return made


def _mean(moods: Floats) -> float | None:
    return float(moods.mean()) if len(moods) >= MINIMUM_PER_BUCKET else None


def _margin(moods: Floats) -> float:
    """Half of the 95 % interval about their mean; 0 where there are too few for one."""
    if len(moods) < MINIMUM_PER_BUCKET:
        return 0.0
    return student_95(len(moods) - 1) * float(moods.std(ddof=1)) / sqrt(len(moods))
