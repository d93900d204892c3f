"""What holds of every kind of picture."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest

from bot.render import charts, palette
from bot.render.localizer import Localizer
from bot.reports.course import Course
from bot.reports.dots import Dots, Sounds
from bot.reports.periods import DAY, steps, up_to_now
from bot.reports.side_by_side import multiples, strips
from bot.reports.week_map import week_map
from tests.bot.render.charts.made import NOW, dots, pictures, pixels, share_of, watched
from tests.processor import slowness

KINDS = list(pictures())


def named(kind: str, name: str) -> charts.Picture:
    """A picture of that kind of channels with this name."""
    picture = cast("Any", pictures()[kind])
    if hasattr(picture, "courses"):
        courses = tuple(replace(course, name=name) for course in picture.courses)
        return cast("charts.Picture", replace(picture, courses=courses))
    if hasattr(picture, "course"):
        course = replace(picture.course, name=name)
        return cast("charts.Picture", replace(picture, course=course))
    return cast("charts.Picture", replace(picture, name=name))


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_dark_card_as_wide_as_all_others(kind: str) -> None:
    picture = pixels(pictures()[kind])
    assert picture.shape[1] == 1280
    assert picture.shape[0] <= 1800, "higher than that a phone shows it only in parts"
    assert share_of(palette.BACKGROUND, picture) > 0.3
    edges = (picture[0], picture[-1], picture[:, 0], picture[:, -1])
    assert all(share_of(palette.BACKGROUND, edge[None]) == 1 for edge in edges)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name",
    [
        r"$\frac{1}$ $x^",
        "#日本語チャンネル",
        "#🎉🎉",
        "\x00\ud800\u202e",
        "",
        "#\U0001d5a0\U0001d5a1",
        "#" + "W" * 100,
        "#" + "a b " * 25,
    ],
    ids=["formula", "japanese", "emoji", "unprintable", "nothing", "never-bold", "wide", "long"],
)
def test_no_name_of_a_channel_breaks_it_or_leaves_the_card(kind: str, name: str) -> None:
    picture = named(kind, name)
    figure = charts.figure(Localizer(), picture)
    width = figure.get_figwidth() * figure.dpi
    for text in figure.texts:
        assert text.get_window_extent().x1 <= width
    figure.draw_without_rendering()  # warns of letters without a glyph


@pytest.mark.parametrize("kind", KINDS)
def test_type_is_large_enough_for_a_phone(kind: str) -> None:
    from matplotlib.text import Text

    figure = charts.figure(Localizer(), pictures()[kind])
    figure.draw_without_rendering()
    sizes = [
        float(text.get_fontsize())
        for text in figure.findobj(Text)
        if isinstance(text, Text) and text.get_text()
    ]
    shown_at = 400 / figure.get_figwidth() / 72  # pixels a point where the card is 400 pixels wide
    assert min(sizes) * shown_at >= 9


def test_pictures_of_nothing_can_be_drawn() -> None:
    window = up_to_now(7 * DAY, NOW)
    for picture in (
        Course("#general", window, ()),
        replace(watched(), steps=tuple(replace(step, mood=None) for step in watched().steps)),
        Dots("#general", ()),
        dots("negative", turned=0),
        strips(window, []),
        multiples("Here", window, []),
        week_map("#general", window, {}, least_writers=1),
    ):
        assert pixels(picture).shape[1] == 1280


def test_forty_channels_are_eight_strips_and_four_pages() -> None:
    window = up_to_now(DAY, NOW)
    courses = [watched(f"#{number}", window) for number in range(40)]
    morning = strips(window, courses)
    assert (len(morning.courses), morning.channels) == (8, 40)
    figure = charts.figure(Localizer(), morning)
    assert "32 more channels are not shown." in [text.get_text() for text in figure.texts]
    last = multiples("Here", window, courses, 9)
    assert (last.page, last.pages, len(last.courses)) == (4, 4, 4)
    figure = charts.figure(Localizer(), last)
    assert "Page 4 of 4" in [text.get_text() for text in figure.texts]


def test_all_small_charts_have_one_scale() -> None:
    window = up_to_now(7 * DAY, NOW)
    page = multiples("Here", window, [watched(mood=0.8), watched(mood=-0.5)])
    limits = {axes.get_ylim() for axes in charts.figure(Localizer(), page).axes}
    assert len(limits) == 1


def test_a_dot_is_ringed_where_it_turned_and_each_message_has_one() -> None:
    calm: list[Sounds] = ["neutral"] * 5
    heated: list[Sounds] = ["negative"] * 7
    figure = charts.figure(Localizer(), dots(*calm, *heated, turned=5))
    assert "17:12" in [text.get_text() for text in figure.texts]
    *heaps, ring = figure.axes[0].lines
    found = [(heap.get_marker(), len(np.asarray(heap.get_xdata()))) for heap in heaps]
    assert [(marker, count) for marker, count in found if count] == [("v", 7), ("o", 5)]
    assert ring.get_markerfacecolor() == "none"


def test_a_burst_of_messages_stays_on_the_card() -> None:
    burst = replace(dots("negative"), dots=dots("negative").dots * 3000)
    assert pixels(burst).shape[0] < 1280


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "multiples"])
def test_a_chart_is_drawn_within_four_tenths_of_a_second(kind: str) -> None:
    assert seconds(pictures()[kind]) < 0.4


def test_a_page_of_twelve_is_drawn_within_a_second() -> None:
    assert seconds(pictures()["multiples"]) < 1.0


def seconds(picture: charts.Picture) -> float:
    """Of this thread's work, whatever else this machine does, as on a quick one; best of three."""
    charts.draw(Localizer(), picture)  # the first one loads matplotlib
    taken = []
    for _ in range(3):
        begun = time.thread_time()
        charts.draw(Localizer(), picture)
        taken.append(time.thread_time() - begun)
    return min(taken) / slowness()


def test_steps_of_the_window_are_what_is_drawn() -> None:
    window = up_to_now(7 * DAY, NOW)
    assert len(watched().steps) == len(steps(window))
