from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from bot.render import charts, palette
from bot.render.charts.canvas import SMALL
from bot.render.localizer import Localizer
from bot.reports.course import Moment
from bot.reports.periods import DAY, HOUR, PERIODS
from tests.bot.render.charts.made import (
    NOW,
    SUNDAY,
    course,
    course_of_days,
    pixels,
    share_of,
    watched,
)

ALL_DAY = dict.fromkeys(range(24), 0.3)


def texts(picture: charts.Picture) -> list[str]:
    return [text.get_text() for text in charts.figure(Localizer(), picture).axes[0].texts]


@pytest.mark.parametrize("period", [*PERIODS, 400 * DAY])
@pytest.mark.parametrize("moods", [{}, {3: 0.4}, ALL_DAY, {0: -1.0, 23: 1.0}])
def test_a_course_of_any_length_can_be_drawn(period: timedelta, moods: dict[int, float]) -> None:
    for picture in (course(period, moods), course_of_days(period, {n: moods[n] for n in moods})):
        assert pixels(picture).shape[1] == 1280


def test_another_model_is_marked_only_where_there_was_one() -> None:
    assert share_of(palette.MARK, pixels(course(DAY, ALL_DAY))) == 0
    assert share_of(palette.MARK, pixels(course(DAY, ALL_DAY, change=12))) > 0.001
    assert texts(course(DAY, ALL_DAY, change=12))[-1] == "new model"


def test_the_volume_is_of_all_messages_that_were_judged_with_bars_under_their_dots() -> None:
    picture = course(DAY, {12: 0.3, 15: 0.2}, scored=400)
    moods, volume = charts.figure(Localizer(), picture).axes
    bars = [bar for bar in volume.patches if isinstance(bar, Rectangle) and bar.get_height()]
    assert [bar.get_height() for bar in bars] == [400, 400]
    dots = np.ma.getdata(moods.collections[-1].get_offsets())[:, 0]
    assert [bar.get_center()[0] for bar in bars] == pytest.approx(list(dots))
    assert moods.get_position().x0 == volume.get_position().x0
    assert moods.get_position().x1 == volume.get_position().x1


def test_a_gap_is_dotted_rather_than_torn() -> None:
    moods, _ = charts.figure(Localizer(), course(DAY, {2: 0.3, 3: 0.3, 9: 0.1, 10: 0.2})).axes
    dotted = [line for line in moods.lines if line.get_linestyle() == ":"]
    assert [np.asarray(line.get_xdata()).tolist() for line in dotted] == [[3.5, 9.5]]
    moods, _ = charts.figure(Localizer(), course(DAY, ALL_DAY)).axes
    assert [line for line in moods.lines if line.get_linestyle() == ":"] == []


def test_the_lowest_and_the_highest_step_have_their_date_on_them() -> None:
    assert texts(course(DAY, {1: 0.4, 2: -0.2, 5: 0.1})) == ["17:00", "16:00"]
    assert texts(course_of_days(7 * DAY, {1: 0.4, 2: -0.2})) == ["15 May", "14 May"]
    assert texts(watched(unusual=[SUNDAY]))[0] == "Sun 17, 12:00"


def test_the_axis_of_mood_says_words_and_no_figures() -> None:
    moods, _ = charts.figure(Localizer(), course(DAY, {1: 0.4, 2: -0.2})).axes
    assert [label.get_text() for label in moods.get_yticklabels()] == [
        "slightly\nnegative",
        "balanced",
        "slightly\npositive",
        "mostly\npositive",
    ]


def test_what_is_below_usual_is_orange_and_above_it_blue() -> None:
    ordinary = pixels(watched())
    bad, good = watched(unusual=[SUNDAY]), watched()
    raised = replace(good, steps=tuple(replace(s, mood=0.9, margin=0.0) for s in good.steps))
    below, above = 0xC1880A, 0x4D99C4  # four parts of the colour on one of the background
    assert share_of(below, pixels(bad)) > 1.5 * share_of(below, ordinary)
    assert share_of(above, pixels(raised)) > 0.05 > share_of(above, ordinary)


def test_the_legend_names_what_is_there_and_nothing_else() -> None:
    def legend(picture: charts.Picture) -> set[str]:
        written = charts.figure(Localizer(), picture).texts
        return {text.get_text() for text in written if text.get_fontsize() == SMALL}

    assert legend(watched(unusual=[SUNDAY])) == {
        "usual",
        "below usual",
        "above usual",
        "the 7 days before",
        "likely range",
        "unusual stretch",
    }
    assert legend(course_of_days(7 * DAY, {1: 0.4, 4: 0.2})) == {
        "positive",
        "negative",
        "too few messages",
        "likely range",
    }


def test_labels_of_moments_that_would_cover_each_other_take_two_rows_and_then_none() -> None:
    moments = [Moment(NOW - n * HOUR / 2, "slow mode") for n in range(9, 2, -1)]
    moods, _ = charts.figure(Localizer(), course(DAY, ALL_DAY, moments=moments)).axes
    labels = [text for text in moods.texts if text.get_text() == "slow mode"]
    assert len(labels) == 2
    assert len({text.get_position()[1] for text in labels}) == 2
    assert sum(line.get_color() == "#cc79a7" for line in moods.lines) == len(moments)
