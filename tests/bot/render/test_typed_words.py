from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from babel import Locale

from bot.render.localizer import for_language
from bot.render.typed_dates import DateReader
from bot.render.typed_periods import typed_moment, typed_period
from bot.render.typed_words import WORDS, in_english
from bot.reports.periods import Period

NOW = datetime(2026, 11, 26, 15, 30, tzinfo=UTC)  # a Thursday
READER = DateReader(Locale("de"), UTC, NOW)
GERMAN, ENGLISH = for_language("de"), for_language("en-US")


def read(typed: str) -> Period | None:
    return typed_period(in_english(typed, GERMAN), READER, timedelta(days=399))


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("7 Tage", "7 days"),
        ("7tage", "7 days"),
        ("letzte 2 Wochen", "last 2 weeks"),
        ("in den letzten 24 Stunden", "last 24 hours"),
        ("3 Monate", "3 months"),
        ("alles", "everything"),
        ("gestern", "yesterday"),
        ("Heute", "today"),
        ("diese Woche", "this week"),
        ("letzte Woche", "last week"),
        ("letzter Monat", "last month"),
        ("im letzten Monat", "last month"),
        ("seit Montag", "since Monday"),
        ("letzten Sonntag", "last Sunday"),
        ("am 8. Nov", "8 Nov"),
        ("am 8. November", "8 Nov"),
        ("vom 3. bis zum 8. Nov", "from 3 to 8 Nov"),
        ("3.–8. Nov.", "3–8 Nov"),
        ("3.11. bis 8.11.", "3 Nov to 8 Nov"),
        ("zwischen 3.11. und 8.11.", "3 Nov to 8 Nov"),
        ("8.11. von 17:00 bis 22:00", "8 Nov 17:00 to 22:00"),
        ("8.11. 17 Uhr bis 22 Uhr", "8 Nov 17:00 to 22:00"),
        ("8.11. um 17:00 bis jetzt", "8 Nov 17:00 to now"),
        ("ab gestern", "since yesterday"),
    ],
)
def test_a_period_can_be_typed_in_german(german: str, english: str) -> None:
    wanted = typed_period(english, READER, timedelta(days=399))
    assert wanted is not None
    assert read(german) == wanted


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("jetzt", "now"),
        ("um 12:30", "12:30"),
        ("12 Uhr", "12:00"),
        ("gestern 18:30", "yesterday 18:30"),
        ("gestern um 18:30 Uhr", "yesterday 18:30"),
        ("Sonntag um 5 pm", "Sunday 5pm"),
        ("Sonntag 5 am", "Sunday 5am"),
    ],
)
def test_a_moment_can_be_typed_in_german(german: str, english: str) -> None:
    wanted = typed_moment(english, READER)
    assert wanted is not None
    assert typed_moment(in_english(german, GERMAN), READER) == wanted


@pytest.mark.parametrize(
    "typed", ["7 days", "yesterday", "3 Nov to 8 Nov", "last week", "since Monday"]
)
def test_english_is_read_in_every_language(typed: str) -> None:
    assert read(typed) == typed_period(typed, READER, timedelta(days=399)) is not None


@pytest.mark.parametrize(
    "typed", ["Gestern Abend", "gestern|", "", "tage", "7 gestern", "irgendwann"]
)
def test_what_is_no_period_stays_none(typed: str) -> None:
    assert read(typed) is None


def test_without_a_catalogue_nothing_is_changed() -> None:
    for message in WORDS:
        for word in message.split("|"):
            assert in_english(f"{word} x", ENGLISH) == f"{word} x"
