"""Strips, pages of small charts, maps of the week, squares and comparisons, made of figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest

from bot.reports.compare import comparison, shares
from bot.reports.course import Course
from bot.reports.day_squares import day_squares
from bot.reports.periods import DAY, HOUR, up_to_now
from bot.reports.published import PublishedSummary
from bot.reports.side_by_side import multiples, strips
from bot.reports.summary import Report, Summary
from bot.reports.week_map import SHRINKAGE, week_map
from tests.bot.reports.test_course import Episode, hour

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
WEEK = up_to_now(7 * DAY, NOW)
BERLIN = ZoneInfo("Europe/Berlin")


def courses(count: int, unusual: Mapping[int, Episode] = MappingProxyType({})) -> list[Course]:
    return [
        Course(f"#{n}", WEEK, (), watched=True, unusual=(unusual[n],) if n in unusual else ())
        for n in range(count)
    ]


def test_strips_begin_with_the_channels_that_went_wrong_first() -> None:
    late, early = Episode(NOW - HOUR, NOW), Episode(NOW - 9 * HOUR, NOW)
    found = strips(WEEK, courses(20, {15: late, 18: early}))
    assert [course.name for course in found.courses[:3]] == ["#18", "#15", "#0"]
    assert (len(found.courses), found.channels) == (8, 20)
    assert [course.name for course in found.unusual] == ["#18", "#15"]


@pytest.mark.parametrize(
    ("page", "first", "shown"), [(1, "#0", 12), (4, "#36", 4), (99, "#36", 4), (0, "#0", 12)]
)
def test_a_page_that_is_not_there_is_the_nearest_one(page: int, first: str, shown: int) -> None:
    found = multiples("Here", WEEK, courses(40, {39: Episode(NOW, NOW)}), page)
    assert (found.courses[0].name, len(found.courses)) == (first, shown)
    assert (found.pages, found.channels, found.unusual) == (4, 40, 1)


def test_the_hours_of_the_week_begin_with_mondays_first() -> None:
    found = week_map("#general", WEEK, {0: hour(NOW, 0.4), 166: hour(NOW, -0.2)}, least_writers=1)
    assert found.known == {(0, 0): 0.4, (6, 22): -0.2}


def test_a_cell_is_empty_with_too_few_messages_or_people() -> None:
    enough = {30: hour(NOW, 0.25, 6)}
    assert week_map("#", WEEK, enough, least_writers=3).known[1, 6] == pytest.approx(0.25)
    assert week_map("#", WEEK, {30: hour(NOW, 0.25, 4)}, least_writers=3).known == {}
    assert week_map("#", WEEK, enough, least_writers=4).known == {}


def test_cells_of_few_messages_are_drawn_towards_the_average() -> None:
    few, many = hour(WEEK.since, -0.8, 5), hour(WEEK.since + HOUR, 0.4, 500)
    found = week_map("#", WEEK, {9: few, 10: many}, least_writers=1).shrunk()
    mean = (5 * -0.8 + 500 * 0.4) / 505
    assert sorted(found.values()) == pytest.approx(
        [
            (5 * -0.8 + SHRINKAGE * mean) / (5 + SHRINKAGE),
            (500 * 0.4 + SHRINKAGE * mean) / (500 + SHRINKAGE),
        ]
    )


def test_squares_are_days_on_the_zones_clock_without_a_hole() -> None:
    began = datetime(2026, 5, 16, 22, 30, tzinfo=UTC)  # the 17th in Berlin
    since, untold = NOW - 30 * DAY, {date(2026, 4, 21)}
    found = day_squares("#", since, NOW, [Episode(began, began)], BERLIN, untold=untold)
    assert len(found.squares) == 30
    assert found.unusual == [date(2026, 5, 17)]
    assert [square.day for square in found.squares if not square.told] == [date(2026, 4, 21)]


def test_of_a_day_that_is_there_in_part_a_square_is_shown_only_if_it_is_unusual() -> None:
    first = Episode(NOW - 2 * DAY + HOUR, NOW - 2 * DAY + 2 * HOUR)
    assert len(day_squares("#", NOW - 2 * DAY, NOW, [], UTC).squares) == 2
    assert len(day_squares("#", NOW - 2 * DAY, NOW, [first], UTC).squares) == 3
    midnight = datetime(2026, 5, 18, tzinfo=UTC)
    assert len(day_squares("#", midnight, NOW, [], UTC).squares) == 3


def test_shares_come_to_one_and_are_as_rough_as_the_figures() -> None:
    live = shares(Summary(negative=10, neutral=30, positive=60))
    assert (live.negative, live.positive, live.messages) == (0.1, 0.6, 100)
    assert live.neutral == pytest.approx(0.3)
    days = shares(PublishedSummary(50, 40, 8.0, negative_sum=4.4, positive_sum=21.0))
    assert (days.negative, days.positive, days.messages) == (0.1, 0.55, 40)
    assert shares(Summary()).messages == 0


def test_there_is_a_comparison_only_with_a_period_of_enough_messages() -> None:
    course = courses(1)[0]
    now = Summary(10, 10, 10, mood_sum=1.0, mood_sum_squares=9.0)
    both = comparison(course, Report(WEEK, now, now))
    assert both.before == both.now
    assert not both.clear
    assert comparison(course, Report(WEEK, now, None)).before is None
    assert comparison(course, Report(WEEK, now, Summary(1, 1, 1))).before is None
