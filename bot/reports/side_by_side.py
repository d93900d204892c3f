"""Channels beside each other: thin strips for the morning, and small charts by the page. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reports.course import Course
from bot.reports.periods import Window

PER_PAGE = 12
"""Small charts on a page."""

MOST_STRIPS = 8
"""More strips than these are no longer seen at a glance."""


@dataclass(frozen=True, slots=True)
class Strips:
    """One thin strip a channel, on one scale: those that were unusual, and then the others.

    `channels` is how many were looked at, shown or not.
    """

    window: Window
    courses: tuple[Course, ...]
    channels: int

    @property
    def unusual(self) -> list[Course]:
        return [course for course in self.courses if course.unusual]


def strips(window: Window, courses: Sequence[Course]) -> Strips:
    """Strips of the channels that were unusual, by when that began, and of as many others as fit.

    All courses are of this window. Where any was unusual, at most `MOST_STRIPS` are shown.
    """
    unusual = sorted(
        (course for course in courses if course.unusual),
        key=lambda course: min(stretch.began for stretch in course.unusual),
    )
    ordinary = [course for course in courses if not course.unusual]
    return Strips(window, tuple([*unusual, *ordinary][:MOST_STRIPS]), len(courses))


@dataclass(frozen=True, slots=True)
class Multiples:
    """One page of small charts, one a channel and all on one scale, of what is called `name`.

    `page` counts from 1. `channels` and `unusual` are how many there are on all `pages`, and how
    many of them had unusual stretches.
    """

    name: str
    window: Window
    courses: tuple[Course, ...]
    page: int
    pages: int
    channels: int
    unusual: int = 0

    @property
    def watched(self) -> bool:
        return all(course.watched for course in self.courses)


def multiples(name: str, window: Window, courses: Sequence[Course], page: int = 1) -> Multiples:
    """A page of them, in the order given; a page past the last one is the last one."""
    pages = max(1, -(-len(courses) // PER_PAGE))
    page = min(max(page, 1), pages)
    return Multiples(
        name,
        window,
        tuple(courses[(page - 1) * PER_PAGE : page * PER_PAGE]),
        page,
        pages,
        len(courses),
        sum(bool(course.unusual) for course in courses),
    )
