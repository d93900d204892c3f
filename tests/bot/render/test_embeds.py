from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.render.embeds import change_words, mood_embed, since_words
from bot.render.localizer import Localizer
from bot.reports.periods import DAY, finished_days, up_to_now
from bot.reports.published import PublishedSummary
from bot.reports.summary import Report, Summary, UsualShares

NOW = datetime(2026, 5, 20, 12, 40, tzinfo=UTC)
WEEK, FINISHED_WEEK = up_to_now(7 * DAY, NOW), finished_days(7 * DAY, NOW)


def of_moods(positive: int, neutral: int, negative: int, **others: int) -> Summary:
    """Messages of the moods 1, 0 and -1, all of which count unless others were `scored`."""
    return Summary(
        negative,
        neutral,
        positive,
        mood_sum=positive - negative,
        mood_sum_squares=positive + negative,
        **{"scored": positive + neutral + negative, **others},
    )


def shown(report: Report, note: str = "") -> tuple[list[str], str]:
    """The lines of the answer, and its footer."""
    embed = mood_embed(Localizer(), "Mood of #general", report, note)
    return (embed.description or "").splitlines(), embed.footer.text or ""


def test_a_figure_has_a_meaning_a_unit_and_a_number_behind_it() -> None:
    report = Report(WEEK, of_moods(58, 30, 12), None)
    lines, footer = shown(report, "Only from channels you can read.")
    assert lines == [
        "**Mostly positive** in the last 7 days: 58 of 100 messages positive, 12 negative.",
        "Only from channels you can read.",
    ]
    assert footer == "Average mood +0.46, on a scale from −1 to +1. Up to now."


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        ((80, 0, 20), (20, 0, 80), "More positive than the 7 days before"),
        ((20, 0, 80), (80, 0, 20), "More negative than the 7 days before"),
    ],
)
def test_a_clear_change_is_called_more_than_chance(
    now: tuple[int, int, int], before: tuple[int, int, int], words: str
) -> None:
    positive, _, negative = before
    report = Report(WEEK, of_moods(*now), of_moods(*before))
    assert change_words(Localizer(), report) == (
        f"{words} ({positive} of 100 messages positive, {negative} negative). "
        "That is probably more than chance."
    )


def test_a_change_that_is_not_clear_is_none_to_rely_on() -> None:
    report = Report(WEEK, of_moods(58, 30, 12), of_moods(50, 30, 20))
    assert change_words(Localizer(), report) == (
        "No clear change from the 7 days before (50 of 100 messages positive, 20 negative): "
        "any difference may be chance."
    )


@pytest.mark.parametrize("before", [None, of_moods(10, 5, 4)])
def test_nothing_is_said_of_a_time_before_that_has_no_mood(before: Summary | None) -> None:
    lines, _ = shown(Report(WEEK, of_moods(58, 30, 12), before))
    assert len(lines) == 1


MANY = PublishedSummary(100, 100, 40.0, negative_sum=12.0, positive_sum=58.0, squares=10_000)


def test_what_everybody_sees_is_told_as_roughly_as_it_is_known() -> None:
    lines, footer = shown(Report(FINISHED_WEEK, MANY, MANY))
    assert lines == [
        "**Mostly positive** in the last 7 days: about 100 messages, 60% positive, 10% negative.",
        "No clear change from the 7 days before (about 100 messages, 60% positive, 10% negative): "
        "any difference may be chance.",
    ]
    assert footer == (
        "Average mood +0.4, on a scale from −1 to +1. Busy days only, up to yesterday (UTC)."
    )


def test_everybody_is_told_of_messages_beyond_those_that_count() -> None:
    lines, _ = shown(Report(FINISHED_WEEK, replace(MANY, scored=160), None))
    assert lines[1:] == [
        "There were about 160 messages in all. Only a person's first 10 an hour in each channel "
        "count towards the mood."
    ]


@pytest.mark.parametrize(
    ("hidden_days", "lines"),
    [
        (0, []),
        (1, ["1 quiet day is hidden, so that nobody stands out."]),
        (5, ["5 quiet days are hidden, so that nobody stands out."]),
    ],
)
def test_hidden_days_are_named_only_where_there_are_some(
    hidden_days: int, lines: list[str]
) -> None:
    told, _ = shown(Report(FINISHED_WEEK, MANY, None, hidden_days))
    assert told[1:] == lines


def test_what_could_not_be_judged_is_told_only_where_there_is_any() -> None:
    report = Report(WEEK, of_moods(58, 30, 12, unsure=1069, not_scored=3), None)
    lines, _ = shown(report)
    assert lines[1:] == ["1,069 more I couldn't judge. 3 more had too few words I know."]


def test_nothing_is_said_to_reach_into_the_future() -> None:
    report = Report(up_to_now(timedelta(hours=24), NOW), of_moods(58, 30, 12), None)
    assert report.window.until > NOW
    assert "13:00" not in str(shown(report))


def test_more_messages_than_count_are_told_with_the_reason() -> None:
    lines, _ = shown(Report(WEEK, of_moods(58, 30, 12, scored=1400), None))
    assert lines == [
        "**Mostly positive** in the last 7 days: 58 of 100 messages positive, 12 negative.",
        "There were 1,400 messages in all. Only a person's first 10 an hour in each channel count "
        "towards the mood.",
    ]


def test_that_one_person_wrote_more_than_half_is_told() -> None:
    said = "One person wrote more than half of these messages."
    for is_so in (False, True):
        lines, _ = shown(Report(WEEK, of_moods(58, 30, 12), None, is_mostly_one_person=is_so))
        assert (said in lines) == is_so


def test_beside_the_figures_stands_what_of_so_many_is_usual() -> None:
    usual = UsualShares(negative=0.1, positive=0.55)
    lines, _ = shown(Report(WEEK, of_moods(29, 15, 6), None, usual=usual))
    assert lines[0].endswith("29 of 50 messages positive, 6 negative; usual 28 and 5.")
    days = PublishedSummary(100, 100, 46.0, 10.0, 60.0, 10_000)
    lines, _ = shown(Report(FINISHED_WEEK, days, None, usual=usual))
    assert lines[0].endswith("60% positive, 10% negative; usual 55% and 10%.")


def test_a_period_that_reaches_further_back_than_is_known_says_so() -> None:
    report, joined = Report(WEEK, of_moods(58, 30, 12), None), NOW - 3 * DAY
    for since, told in (
        (joined, "I've counted since 17 May; ask again on 1 Jun for a comparison."),
        (NOW - 10 * DAY, "I've counted since 10 May; ask again on 25 May for a comparison."),
        (None, ""),
    ):
        assert since_words(Localizer(), report, since) == told
    all_kept = replace(report, window=up_to_now(399 * DAY, NOW))
    assert since_words(Localizer(), all_kept, joined) == "Counting since 17 May."
    dated = replace(report, window=replace(WEEK, dated=True))
    assert since_words(Localizer(), dated, joined) == "Counting since 17 May."
    compared = replace(report, before=of_moods(30, 30, 30))
    assert since_words(Localizer(), compared, NOW - 10 * DAY) == "", "there is a comparison"
    assert since_words(Localizer(), compared, joined) != "", "it is not all of the period"
