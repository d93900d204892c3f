"""The same finding stands in the title, in the text beside a chart, and in its alt text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.render import charts
from bot.render.localizer import Localizer
from bot.reports.course import Moment
from bot.reports.day_squares import day_squares
from bot.reports.dots import Dots
from bot.reports.periods import DAY, HOUR, up_to_now
from bot.reports.side_by_side import multiples, strips
from tests.bot.render.charts.made import (
    NOW,
    SUNDAY,
    Evening,
    comparison,
    course,
    course_of_days,
    covered,
    dots,
    notes,
    pictures,
    squares,
    watched,
    week,
)

BERLIN = Localizer(time_zone=ZoneInfo("Europe/Berlin"))  # in May two hours ahead


def said(picture: charts.Picture, localizer: Localizer | None = None) -> str:
    return charts.headline(localizer or Localizer(), picture)


def test_a_single_bad_stretch_is_called_by_its_part_of_the_day() -> None:
    picture = watched("#gaming", unusual=[SUNDAY])
    assert said(picture) == "#gaming, last 7 days: one bad evening, Sun 17:07–22:00"
    night = Evening(SUNDAY.began + 9 * HOUR, SUNDAY.until + 6 * HOUR)
    assert said(watched(unusual=[night])).endswith("one bad night, Mon 02:07–04:00")
    assert said(watched(unusual=[night]), BERLIN).endswith("one bad morning, Mon 04:07–06:00")
    long = Evening(SUNDAY.began, SUNDAY.until + 11 * HOUR)
    assert said(watched(unusual=[long])).endswith("unusually negative Sun 17:07 to Mon 09:00")


def test_a_bad_stretch_that_is_not_over_has_no_end() -> None:
    running = replace(SUNDAY, over=None)
    assert said(watched(unusual=[running])).endswith(": unusually negative since Sun 17:07")


def test_of_several_bad_stretches_the_last_is_told_with_its_date_where_days_repeat() -> None:
    first = Evening(SUNDAY.began - 14 * DAY, SUNDAY.until - 14 * DAY)
    month = watched(window=up_to_now(30 * DAY, NOW), unusual=[first, SUNDAY])
    assert said(month) == (
        "#general, last 30 days: 2 bad stretches, the last Sun 17 May, 17:07–22:00"
    )
    both = "Unusual: Sun 3 May, 17:07–22:00; Sun 17 May, 17:07–22:00."
    assert both in charts.describe(Localizer(), month)


def test_a_course_without_bad_stretches_says_what_it_is_like() -> None:
    assert said(watched()) == "#general, last 7 days: nothing unusual"
    unwatched = replace(watched(), watched=False)
    assert said(unwatched) == "#general, last 7 days: mostly positive"
    fallen = replace(unwatched, change=-0.2)
    assert said(fallen) == "#general, last 7 days: more negative than the 7 days before"
    assert said(course(DAY, {3: 0.2}, messages=9)) == (
        "#general, last 24 hours: too few messages to tell"
    )


def test_the_words_of_a_course_say_what_it_shows() -> None:
    words = charts.describe(Localizer(), course(DAY, {1: 0.4, 2: -0.2, 5: 0.7}, change=12))
    assert words == (
        "#general, last 24 hours: mostly positive. "
        "A chart of the mood in the last 24 hours, hour by hour (UTC). "
        "Highest: very positive, 19 May, 20:00. "
        "Lowest: slightly negative, 19 May, 17:00. "
        "21 of 24 steps left blank: fewer than 5 messages I could judge. "
        "The way I judge messages changed on 20 May."
    )


def test_the_words_of_a_course_of_days_name_no_hour() -> None:
    assert charts.describe(BERLIN, course_of_days(7 * DAY, {1: 0.4, 2: -0.2})) == (
        "#general, last 7 days: slightly positive. "
        "A chart of the mood in the last 7 days, day by day (UTC). "
        "Highest: mostly positive, 14 May. "
        "Lowest: slightly negative, 15 May. "
        "5 of 7 days left blank: nothing was said, or so little that it is hidden."
    )


def test_hours_are_told_on_the_readers_clock() -> None:
    words = charts.describe(BERLIN, course(DAY, {7: 0.4, 10: -0.2}))
    assert "hour by hour (Europe/Berlin)" in words
    assert "Highest: mostly positive, 20 May, 00:00." in words
    assert "Lowest: slightly negative, 20 May, 03:00." in words


def test_notes_and_what_changed_the_judging_are_told() -> None:
    moments = [
        Moment(NOW - 3 * HOUR, "slow mode"),
        Moment(NOW - 2 * HOUR, "other", "Spoilers"),
        Moment(NOW - 3 * DAY, "raid"),
    ]
    words = charts.describe(Localizer(), course(DAY, {1: 0.4}, one_voice=12, moments=moments))
    assert "From 20 May on, only a person's first 10 messages an hour" in words
    assert words.endswith("Notes: slow mode, Wed 11:20; something else (Spoilers), Wed 12:20.")


def test_steps_with_too_few_people_are_explained() -> None:
    whole = course(DAY, dict.fromkeys(range(24), 0.3))
    first = replace(whole.steps[0], mood=None, hidden=True)
    words = charts.describe(Localizer(), replace(whole, steps=(first, *whole.steps[1:])))
    assert "Hours in which fewer than three people wrote are left blank" in words
    assert "of 24 steps" not in words


def test_hidden_steps_are_called_by_their_own_length_whatever_the_window_has() -> None:
    hours = course(DAY, dict.fromkeys(range(24), 0.3))
    window = replace(hours.window, since=hours.window.since - 12 * HOUR)
    first = replace(hours.steps[0], mood=None, hidden=True)
    longer = replace(hours, window=window, steps=(first, *hours.steps[1:]))
    assert longer.window.step == 6 * HOUR
    assert "Hours in which fewer than three people" in charts.describe(Localizer(), longer)


def test_strips_name_the_channels_and_when_the_first_went_wrong() -> None:
    window = up_to_now(7 * DAY, NOW)
    later = Evening(SUNDAY.began + HOUR, SUNDAY.until)
    courses = [watched("#general", unusual=[later]), watched("#gaming", unusual=[SUNDAY])]
    picture = strips(window, [watched("#co-op"), *courses])
    assert charts.describe(Localizer(), picture) == (
        "Last 7 days: #gaming and #general unusually negative, from Sun 17:07. "
        "#gaming: unusual from Sun 17:07. #general: unusual from Sun 18:07. "
        "#co-op: nothing unusual."
    )
    assert said(strips(window, [watched()])) == "Last 7 days: nothing unusual in 1 channel"
    assert said(strips(window, [])) == "Last 7 days: no channels to show"
    many = strips(window, [courses[0]] * 5)
    assert said(many) == "Last 7 days: 5 channels unusually negative, from Sun 18:07"


def test_small_charts_name_the_bad_channels_or_count_them_where_they_fill_pages() -> None:
    bad, window = watched("#general", unusual=[SUNDAY]), up_to_now(7 * DAY, NOW)
    page = multiples("Here", window, [bad, watched("#gaming")])
    assert said(page) == "Here, last 7 days: bad stretches in #general"
    pages = multiples("Here", window, [bad, *[watched("#gaming")] * 39], 2)
    assert said(pages) == "Here, last 7 days: bad stretches in 1 of 40 channels"
    assert said(multiples("Here", window, [watched()])).endswith("nothing unusual in 1 channel")
    unwatched = multiples("Here", window, [replace(watched(), watched=False)])
    assert said(unwatched) == "Here, last 7 days: 1 channel"


def test_dots_say_when_it_turned() -> None:
    picture = dots("neutral", "negative", "negative", "unsure", turned=1)
    assert charts.describe(Localizer(), picture) == (
        "#general, Sun 17:07–17:10: it turned at 17:08. 4 messages in order of time: "
        "2 negative, 1 neutral, 0 positive, 1 I couldn't judge."
    )
    assert said(dots("neutral", "negative")) == (
        "#general, Sun 17:07–17:08: 1 of 2 messages negative"
    )
    assert said(Dots("#general", ())) == "#general: no messages to show"


def test_a_map_names_the_lowest_and_the_highest_hour_of_the_week() -> None:
    assert said(week()) == "#general, last 28 days: lowest Sun 18:00, highest Mon 08:00"
    assert "70 hours of the week have too few messages." in charts.describe(Localizer(), week())
    assert said(week(least_writers=4)).endswith("too few messages to tell")


def test_a_change_that_may_be_chance_is_called_about_the_same() -> None:
    assert said(comparison()) == "#general, last 7 days: more negative than the 7 days before"
    same = comparison(clear=False)
    assert said(same) == "#general, last 7 days: about the same as the 7 days before"
    assert "The 7 days before, 380 messages: 10% negative, 30% neutral, 60% positive." in (
        charts.describe(Localizer(), same)
    )
    alone = replace(same, before=None)
    assert said(alone) == "#general, last 7 days: nothing to compare with yet"


def test_squares_name_the_days() -> None:
    assert said(squares()) == "#general, last 30 days: unusual on Sun 3 May and Sun 17 May"
    quiet = day_squares("#general", NOW - 2 * DAY, NOW, [], UTC)
    assert said(quiet) == "#general, last 2 days: nothing unusual"
    days = {(NOW - DAY).date(), NOW.date()}
    unknown = day_squares("#general", NOW - 2 * DAY, NOW, [], UTC, untold=days)
    assert said(unknown) == "#general, last 2 days: nothing known yet"
    often = [Evening(NOW - n * DAY, NOW - n * DAY + HOUR) for n in range(4)]
    many = day_squares("#general", NOW - 30 * DAY, NOW, often, UTC)
    assert said(many).endswith("unusual on 4 days, the last of them Wed 20 May")
    assert "Unusual: 17 May, 18 May, 19 May and 20 May." in charts.describe(Localizer(), many)


def test_the_coverage_says_how_much_was_judged_and_what_became_of_the_rest() -> None:
    assert said(covered()) == "#general, last 7 days: 78% of 1,000 messages judged"
    told = charts.describe(Localizer(), covered())
    assert "90 (9%): could have meant one thing or the other, and so have no mood." in told
    hidden = covered(hidden=True)
    assert charts.describe(Localizer(), hidden) == "#general, last 7 days: too few people to tell."


def test_notes_are_told_with_where_and_when() -> None:
    told = notes("", "no spoilers, please")
    assert charts.describe(Localizer(), told) == (
        "The Lantern Room: 2 notes, the last Tue 19 May. 19 May, 14:20 · slow mode. "
        "18 May, 14:20 · #general · slow mode: no spoilers, please."
    )
    assert said(notes()) == "The Lantern Room: nothing is noted yet"
    many = charts.figure(Localizer(), notes(*["x" * 60] * 20))
    assert "and 8 more" in [text.get_text() for text in many.texts]
    assert notes(*["x"] * 20).window.length < timedelta(days=13)  # as far back as is shown


@pytest.mark.parametrize("kind", pictures())
def test_the_title_the_text_and_the_alt_text_say_the_same(kind: str) -> None:
    picture, localizer = pictures()[kind], Localizer()
    headline = charts.headline(localizer, picture)
    assert charts.describe(localizer, picture).startswith(headline)
    figure = charts.figure(localizer, picture)
    drawn = " ".join(text.get_text() for text in figure.texts)
    assert headline in drawn


def test_a_page_of_long_names_fits_into_discords_limit() -> None:
    courses = [watched("#" + "long-" * 20, unusual=[SUNDAY])] * 12
    page = multiples("Here" * 25, courses[0].window, courses)
    words = charts.describe(Localizer(), page)
    assert 1000 < len(words) <= 1024
    assert words.endswith("…")


def test_a_thousand_changes_fit_into_it_too() -> None:
    moments = [Moment(NOW - n * timedelta(minutes=30), "model") for n in range(2000)]
    moments += [Moment(NOW - n * HOUR, "other", "x" * 60) for n in range(1, 200)]
    picture = course(90 * DAY, {3: 0.2}, moments=moments)
    assert len(charts.describe(Localizer(), picture)) <= 1024


def test_a_window_of_some_more_than_a_day_is_told_in_hours() -> None:
    window = up_to_now(37 * HOUR, NOW)
    assert said(watched(window=window)) == "#general, last 37 hours: nothing unusual"
    assert said(watched(window=up_to_now(50 * HOUR, NOW))).startswith("#general, last 2 days")
