"""Why a mood is missing: each reason, and which of several is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.reports.missing import Circumstances, Reason, counted_since, why_missing
from bot.reports.periods import DAY, Window, finished_days, up_to_now
from bot.reports.published import PublishedSummary
from bot.reports.summary import Figures, Report, Summary

NOW = datetime(2026, 5, 20, 12, 40, tzinfo=UTC)
WEEK, FINISHED_WEEK = up_to_now(7 * DAY, NOW), finished_days(7 * DAY, NOW)
NOTHING, NONE_PUBLISHED = Summary(), PublishedSummary()
FEW = Summary(positive=19, mood_sum=19, scored=19, unsure=4)
FOREIGN = Summary(not_scored=50, unsure=2)
LONG_THERE = Circumstances(joined_at=NOW - 90 * DAY)
NEW = replace(LONG_THERE, joined_at=NOW - timedelta(hours=2))


def reason(
    now: Figures,
    circumstances: Circumstances = LONG_THERE,
    window: Window = WEEK,
    *,
    hidden_days: int = 0,
    opted_out: bool = False,
    of_somebody_else: bool = False,
) -> Reason | None:
    report = Report(window, now, None, hidden_days)
    missing = why_missing(
        report, circumstances, opted_out=opted_out, of_somebody_else=of_somebody_else
    )
    return None if missing is None else missing.reason


def test_a_mood_that_is_there_needs_no_reason() -> None:
    assert reason(FEW._replace(positive=20, scored=20)) is None
    published = PublishedSummary(20, 20, 4.0, 0.0, 4.0, 400)
    assert reason(published, window=FINISHED_WEEK, hidden_days=3) is None


@pytest.mark.parametrize(
    ("now", "circumstances", "why"),
    [
        (NOTHING, replace(LONG_THERE, message_content=False), Reason.NO_MESSAGE_CONTENT),
        (NOTHING, replace(LONG_THERE, missing_permissions=("Connect",)), Reason.NOT_ALLOWED),
        (NOTHING, replace(LONG_THERE, channels=0), Reason.NO_CHANNEL),
        (FEW, LONG_THERE, Reason.TOO_FEW),
        (FOREIGN, LONG_THERE, Reason.NOT_JUDGED),
        (NOTHING, replace(LONG_THERE, has_gap=True), Reason.BEING_READ),
        (NOTHING, NEW, Reason.JUST_ARRIVED),
        (NOTHING, LONG_THERE, Reason.NOTHING_WRITTEN),
    ],
)
def test_the_reason_is_a_kind(now: Summary, circumstances: Circumstances, why: Reason) -> None:
    assert reason(now, circumstances) is why


def test_none_is_said_only_of_none() -> None:
    for now in (FEW, FOREIGN, Summary(unsure=1)):
        assert reason(now) is not Reason.NOTHING_WRITTEN
    for unknown in (replace(LONG_THERE, has_gap=True), NEW):
        assert reason(NOTHING, unknown) is not Reason.NOTHING_WRITTEN
    assert reason(NONE_PUBLISHED, window=FINISHED_WEEK) is Reason.NOT_FINISHED


@pytest.mark.parametrize(
    ("circumstances", "hidden_days", "why"),
    [
        (LONG_THERE, 2, Reason.HIDDEN_DAYS),
        (replace(LONG_THERE, has_gap=True), 2, Reason.HIDDEN_DAYS),
        (replace(LONG_THERE, has_gap=True), 0, Reason.BEING_READ),
        (NEW, 0, Reason.JUST_ARRIVED),
        (LONG_THERE, 0, Reason.NOT_FINISHED),
    ],
)
def test_members_are_told_of_published_days_alone(
    circumstances: Circumstances, hidden_days: int, why: Reason
) -> None:
    found = reason(NONE_PUBLISHED, circumstances, FINISHED_WEEK, hidden_days=hidden_days)
    assert found is why


def test_what_the_bot_cannot_read_explains_more_than_what_it_has_read() -> None:
    blind = replace(NEW, message_content=False, missing_permissions=("View Channel",), has_gap=True)
    assert reason(FEW, blind) is Reason.NO_MESSAGE_CONTENT
    assert reason(FEW, replace(blind, message_content=True)) is Reason.NOT_ALLOWED


@pytest.mark.parametrize("now", [NOTHING, FEW, FOREIGN])
@pytest.mark.parametrize("circumstances", [LONG_THERE, NEW, replace(NEW, has_gap=True)])
def test_nothing_tells_apart_why_somebody_else_has_no_mood(
    now: Summary, circumstances: Circumstances
) -> None:
    assert reason(now, circumstances, of_somebody_else=True) is Reason.NOT_TOLD
    blind = replace(circumstances, message_content=False)
    assert reason(now, blind, of_somebody_else=True) is Reason.NO_MESSAGE_CONTENT


def test_who_opted_out_is_told_so_about_themselves() -> None:
    assert reason(NOTHING, NEW, opted_out=True) is Reason.OPTED_OUT


@pytest.mark.parametrize(
    ("window", "ago", "told"),
    [
        (WEEK, timedelta(hours=2), True),
        (WEEK, 6 * DAY, True),
        (WEEK, 8 * DAY, False),
        (up_to_now(DAY, NOW), 2 * DAY, False),  # for all of the period the bot was there
        (up_to_now(90 * DAY, NOW), 30 * DAY, False),
        (FINISHED_WEEK, timedelta(hours=2), True),  # the window ends before that
        (FINISHED_WEEK, 6 * DAY, True),
    ],
)
def test_since_when_it_counts_is_told_while_that_is_new(
    window: Window, ago: timedelta, told: bool
) -> None:
    joined = NOW - ago
    missing = why_missing(Report(window, FEW, None), Circumstances(joined_at=joined))
    assert missing is not None
    assert missing.since == (joined if told else None)


@pytest.mark.parametrize(
    ("joined", "first", "since"),
    [
        (90 * DAY, None, None),  # it knows both periods
        (90 * DAY, 3 * DAY, None),  # a quiet channel is no reason
        (10 * DAY, None, 10 * DAY),
        (3 * DAY, None, 3 * DAY),
        (3 * DAY, 2 * DAY, 3 * DAY),  # nothing was said at first
        (3 * DAY, 9 * DAY, 9 * DAY),  # the past was read
        (3 * DAY, 14 * DAY, None),  # all of it
    ],
)
def test_since_when_is_counted_is_told_where_not_all_is_known(
    joined: timedelta, first: timedelta | None, since: timedelta | None
) -> None:
    report = Report(WEEK, NOTHING, None, first=None if first is None else NOW - first)
    found = counted_since(report, Circumstances(joined_at=NOW - joined))
    assert found == (None if since is None else NOW - since)
    assert counted_since(report, Circumstances()) is None


def test_a_period_from_before_the_bot_came_is_what_was_read_of_the_past() -> None:
    past = replace(WEEK, since=WEEK.since - 30 * DAY, until=WEEK.until - 30 * DAY)
    report = Report(past, NOTHING, None)
    assert counted_since(report, Circumstances(joined_at=NOW)) is None
