from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from matplotlib.patches import Rectangle
from PIL import Image

from bot.render import chart, palette
from bot.render.localizer import Localizer
from bot.reports import published
from bot.reports import trend as trends
from bot.reports.periods import DAY, HOUR, PERIODS, finished_days, up_to_now
from bot.reports.trend import Trend
from storage.records import ModelChange, PublishedDay, Rollup

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)


def trend(
    period: timedelta,
    moods: dict[int, float],
    messages: int = 30,
    change: int | None = None,
    *,
    of_days: bool = False,
    scored: int | None = None,
    one_voice: int | None = None,
) -> Trend:
    """A trend whose n-th hour, or n-th of the published days, has so many messages of one mood that
    count; in hour number `one_voice` one person became one voice."""
    window = (finished_days if of_days else up_to_now)(period, NOW)
    since = None if one_voice is None else window.since + one_voice * HOUR
    if of_days:
        days = [
            PublishedDay(
                *(window.since + n * DAY, 1, 0, messages, scored or messages, messages * m, 0, 0)
            )
            for n, m in moods.items()
        ]
        return published.trend(days, window, one_voice_since=since)
    rollups = [
        Rollup(
            *(window.since + n * HOUR, 0, 0, messages, 0, 0, messages * m, messages * m * m),
            scored=scored or messages,
            writers=1,
        )
        for n, m in moods.items()
    ]
    changes = [] if change is None else [ModelChange("second", window.since + change * HOUR)]
    return trends.trend(rollups, window, changes, one_voice_since=since)


def pixels(trend: Trend) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(chart.draw(Localizer(), trend))).convert("RGB")).astype(
        int
    )


def share_of(colour: int, picture: np.ndarray) -> float:
    """The share of pixels close to a colour."""
    wanted = np.array([colour >> 16, colour >> 8 & 0xFF, colour & 0xFF])
    return float((np.abs(picture - wanted).max(axis=2) < 12).mean())


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("moods", [{3: 0.4}, dict.fromkeys(range(24), 0.3), {0: -1.0, 23: 1.0}])
@pytest.mark.parametrize("of_days", [False, True])
def test_a_chart_is_a_png_of_the_stated_size(
    period: timedelta, moods: dict[int, float], of_days: bool
) -> None:
    png = chart.draw(Localizer(), trend(period, moods, of_days=of_days))
    with Image.open(io.BytesIO(png)) as picture:
        picture.verify()
        assert (picture.format, picture.size) == ("PNG", (1280, 880))


def test_a_chart_without_any_mood_can_still_be_drawn() -> None:
    assert pixels(trend(7 * DAY, {})).shape == (880, 1280, 3)


def test_the_chart_suits_the_dark_theme() -> None:
    assert share_of(palette.BACKGROUND, pixels(trend(7 * DAY, {3: 0.4}))) > 0.8


def test_the_model_is_marked_only_where_it_changed() -> None:
    moods = dict.fromkeys(range(24), 0.3)
    assert share_of(palette.MARK, pixels(trend(DAY, moods))) == 0
    assert share_of(palette.MARK, pixels(trend(DAY, moods, change=12))) > 0.001


def test_the_day_on_which_one_person_became_one_voice_is_marked_and_told() -> None:
    moods = dict.fromkeys(range(24), 0.3)
    began = trend(DAY, moods, one_voice=12)
    assert share_of(palette.MARK, pixels(began)) > 0.0003
    said = (
        "From 20 May on, only a person's first 10 messages an hour in each channel count. "
        "Before, all of them did."
    )
    assert said in chart.describe(Localizer(), began)
    for before_or_after in (0, -1, 24, 25):
        assert said not in chart.describe(Localizer(), trend(DAY, moods, one_voice=before_or_after))


def test_the_volume_is_of_all_messages_that_were_judged() -> None:
    moods = {12: 0.3}
    few, many = (chart.figure(Localizer(), trend(DAY, moods, scored=n)) for n in (30, 400))
    for figure, highest in ((few, 30), (many, 400)):
        bars = [bar for bar in figure.axes[1].patches if isinstance(bar, Rectangle)]
        assert max(bar.get_height() for bar in bars) == highest


def test_a_step_with_few_messages_breaks_the_line() -> None:
    whole = pixels(trend(DAY, dict.fromkeys(range(24), 0.3)))
    gap = pixels(trend(DAY, {n: 0.3 for n in range(24) if not 8 <= n < 16}))
    middle = slice(620, 750)  # about 11:00 to 13:00 of the 24 hours, above the volume
    assert share_of(palette.TEXT, whole[80:290, middle]) > 0
    assert share_of(palette.TEXT, gap[80:290, middle]) == 0


def test_the_words_of_a_chart_say_what_it_shows() -> None:
    words = chart.describe(Localizer(), trend(DAY, {1: 0.4, 2: -0.2, 5: 0.7}, change=12))
    assert words == (
        "Chart of the mood in the last 24 hours, hour by hour (UTC), with message counts below. "
        "Highest: very positive (+0.70), 19 May, 20:00. "
        "Lowest: slightly negative (−0.20), 19 May, 17:00. "
        "21 of 24 steps left blank: fewer than 5 messages I could judge. "
        "The way I judge messages changed on 20 May."
    )


def test_the_words_of_a_chart_of_days_name_no_hour() -> None:
    assert chart.describe(Localizer(), trend(7 * DAY, {1: 0.4, 2: -0.2}, of_days=True)) == (
        "Chart of the mood in the last 7 days, day by day (UTC), with message counts below. "
        "Highest: mostly positive (+0.4), 14 May. "
        "Lowest: slightly negative (−0.2), 15 May. "
        "5 of 7 days left blank: nothing was said, or so little that it is hidden."
    )


def test_the_words_of_a_chart_fit_into_discords_limit() -> None:
    window = up_to_now(90 * DAY, NOW)
    changes = [ModelChange(str(n), window.since + n * HOUR) for n in range(2000)]
    assert len(chart.describe(Localizer(), trends.trend([], window, changes))) <= 1024


def test_hours_are_told_on_the_readers_clock_and_days_in_utc() -> None:
    berlin = Localizer(time_zone=ZoneInfo("Europe/Berlin"))  # in May two hours ahead
    hours = chart.describe(berlin, trend(DAY, {7: 0.4, 10: -0.2}))
    assert "hour by hour (Europe/Berlin)" in hours
    assert "Highest: mostly positive (+0.40), 20 May, 00:00." in hours
    assert "Lowest: slightly negative (−0.20), 20 May, 03:00." in hours
    days = chart.describe(berlin, trend(7 * DAY, {1: 0.4, 2: -0.2}, of_days=True))
    assert "day by day (UTC)" in days
    assert "Highest: mostly positive (+0.4), 14 May." in days


def test_midnight_is_labelled_with_its_date_on_the_readers_clock() -> None:
    window = up_to_now(DAY, NOW)
    moments, labels = chart._times(window, Localizer(time_zone=ZoneInfo("Europe/Berlin")))
    labelled = {m.astimezone(UTC): label for m, label in zip(moments, labels, strict=True)}
    assert labelled[datetime(2026, 5, 19, 22, tzinfo=UTC)] == "20 May"
    assert labelled[datetime(2026, 5, 20, 4, tzinfo=UTC)] == "06:00"
