"""Every answer in a language that marks what it translated: what has no mark escaped it."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime
from itertools import starmap

import discord
import pytest
from matplotlib.text import Text

from bot.render import charts
from bot.render.about import Offered, help_embed, privacy_embed
from bot.render.embeds import check_embed, mood_embed
from bot.render.export import document
from bot.render.missing import PERMISSIONS
from bot.render.settings import settings_embed
from bot.render.settings_changes import changes_embed
from bot.render.words import blank_words
from bot.reports import published
from bot.reports.course import of_trend
from bot.reports.missing import Circumstances, Missing, Reason, why_missing
from bot.reports.periods import DAY, HOUR, PERIODS, Window, finished_days, steps, up_to_now
from bot.reports.published import PublishedSummary
from bot.reports.summary import Report, Summary
from bot.reports.trend import Trend, trend
from classifier.score import Contribution, Explanation, Score
from storage.records import (
    Alert,
    ChosenRetention,
    Digest,
    GuildSettings,
    MemberExport,
    Minimums,
    ModelChange,
    PrivacyStatus,
    PublishedDay,
    Retention,
    Rollup,
    SettingsChange,
    Status,
)
from tests.bot.conftest import PseudoLocale
from tests.bot.render.charts.made import pictures

NOW = datetime(2026, 5, 20, 14, 20, tzinfo=UTC)
TITLE, DATA = "§§§", ("zyxw", "kjh")
"""What is not the renderers' to translate."""

WINDOWS = [
    *(up_to_now(period, NOW) for period in (5 * HOUR, *PERIODS)),
    *(finished_days(period, NOW) for period in PERIODS),
]
MANY = Summary(1200, 400, 3000, mood_sum=1800.0, mood_sum_squares=4100.0, scored=9000)
PUBLISHED = PublishedSummary(1200, 1000, 400.0, 100.0, 700.0, 10**6)
FEW = Summary(positive=3, unsure=2000, not_scored=1, mood_sum=3.0, mood_sum_squares=3.0)


def texts_of(embed: discord.Embed) -> str:
    fields = [text for field in embed.fields for text in (field.name, field.value)]
    return "\n".join(filter(None, (embed.title, embed.description, *fields, embed.footer.text)))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("«Mood of »ann", ["ann"]),
        ("«Mood of »7 days«.»", ["days"]),
        ("«From »1,234« messages»", ["1,234"]),
        ("26%, 0.25, 1.234, 26\N{NO-BREAK SPACE}%, 0,25, 20. Mai", ["26%", "0.25"]),
        ("`/sentiment help` <@1> <#2> <@&3> <t:4:D> (UTC)", []),
    ],
)
def test_what_has_no_mark_is_found(pseudo: PseudoLocale, text: str, escaped: list[str]) -> None:
    assert pseudo.escaped(text) == escaped


def test_there_are_marks_in_what_is_translated(pseudo: PseudoLocale) -> None:
    assert pseudo.localizer.gettext("Mood of {name}", name="ann") == "«Mood of »ann"


@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("now", [MANY, FEW, Summary()])
@pytest.mark.parametrize("before", [MANY, FEW, None])
def test_moods(pseudo: PseudoLocale, window: Window, now: Summary, before: Summary | None) -> None:
    report = Report(window, now, before, is_mostly_one_person=True)
    missing = why_missing(report, Circumstances())
    embed = mood_embed(pseudo.localizer, TITLE, report, "note", missing)
    assert pseudo.escaped(texts_of(embed), "note") == []


@pytest.mark.parametrize("window", [w for w in WINDOWS if w.whole_days], ids=str)
@pytest.mark.parametrize("now", [PublishedSummary(), PUBLISHED])
@pytest.mark.parametrize("before", [PublishedSummary(), PUBLISHED, None])
@pytest.mark.parametrize("hidden_days", [0, 1, 5])
def test_published_moods(
    pseudo: PseudoLocale,
    window: Window,
    now: PublishedSummary,
    before: PublishedSummary | None,
    hidden_days: int,
) -> None:
    report = Report(window, now, before, hidden_days)
    missing = why_missing(report, Circumstances())
    embed = mood_embed(pseudo.localizer, TITLE, report, "note", missing)
    assert pseudo.escaped(texts_of(embed), "note") == []


@pytest.mark.parametrize("mood", [-0.9, -0.4, -0.2, 0.0, 0.2, 0.4, 0.9])
def test_every_mood_and_change(pseudo: PseudoLocale, mood: float) -> None:
    now, still = (
        Summary(positive=1000, mood_sum=1e3 * m, mood_sum_squares=1e3 * m * m + 1)
        for m in (mood, 0)
    )
    for report in (Report(WINDOWS[2], now, still), Report(WINDOWS[2], still, now)):
        assert pseudo.escaped(texts_of(mood_embed(pseudo.localizer, TITLE, report))) == []


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_every_reason(pseudo: PseudoLocale, reason: Reason, window: Window) -> None:
    report = Report(window, Summary(unsure=1, not_scored=2), None, hidden_days=1)
    known = Circumstances(missing_permissions=PERMISSIONS, has_gap=True)
    missing = Missing(reason, report, known, since=window.since, may_backfill=True)
    embed = mood_embed(pseudo.localizer, TITLE, report, "note", missing)
    assert pseudo.escaped(texts_of(embed), "note") == []


@pytest.mark.parametrize("status", ["scored", "unsure", "not_scored"])
@pytest.mark.parametrize(
    "shares", [(0.9, 0.05, 0.05), (0.05, 0.9, 0.05), (0.05, 0.05, 0.9), (0.5, 0.1, 0.4)]
)
@pytest.mark.parametrize("pushes", [(), (2.0,), (2.0, 2.0), (-2.0, 2.0), (-2.0, 0.8), (-2.0, -2.0)])
@pytest.mark.parametrize("unknown", [0, 20])
def test_checks(
    pseudo: PseudoLocale,
    status: Status,
    shares: tuple[float, float, float],
    pushes: tuple[float, ...],
    unknown: int,
) -> None:
    words = tuple(starmap(Contribution, zip(DATA, pushes, strict=False)))
    explanation = Explanation(
        Score(*shares, status), words, tuple(f"zyxw{n}" for n in range(unknown))
    )
    embed = check_embed(pseudo.localizer, "kjh", explanation, {})
    assert pseudo.escaped(texts_of(embed), *DATA) == []


def test_help(pseudo: PseudoLocale) -> None:
    assert (
        pseudo.escaped(
            texts_of(help_embed(pseudo.localizer, Offered(True, True, True, True, True)))
        )
        == []
    )


@pytest.mark.parametrize(
    "status",
    [
        PrivacyStatus(opted_out=True, messages=0, first=None, last=None),
        PrivacyStatus(opted_out=False, messages=0, first=None, last=None),
        PrivacyStatus(opted_out=False, messages=1, first=NOW, last=NOW),
        PrivacyStatus(opted_out=False, messages=2345, first=NOW - 9 * DAY, last=NOW),
        PrivacyStatus(opted_out=True, messages=0, first=None, last=None, notes=1),
        PrivacyStatus(opted_out=False, messages=1, first=NOW, last=NOW, notes=2),
    ],
    ids=str,
)
@pytest.mark.parametrize("lookup", [True, False])
@pytest.mark.parametrize("role", [None, 7])
def test_privacy(
    pseudo: PseudoLocale, status: PrivacyStatus, lookup: bool, role: int | None
) -> None:
    roles = frozenset() if role is None else frozenset({role})
    settings = GuildSettings(1, member_lookup=lookup, moderator_role_ids=roles)
    embed = privacy_embed(pseudo.localizer, status, Retention(), settings)
    assert pseudo.escaped(texts_of(embed)) == []


@pytest.mark.parametrize("lookup", [True, False])
@pytest.mark.parametrize("role", [None, 7])
@pytest.mark.parametrize("channels", [0, 1, 100])
@pytest.mark.parametrize("role_only", [True, False])
def test_settings(
    pseudo: PseudoLocale, lookup: bool, role: int | None, channels: int, role_only: bool
) -> None:
    settings = GuildSettings(
        1,
        member_lookup=lookup,
        moderator_role_ids=frozenset() if role is None else frozenset({role}),
        ignored_channel_ids=frozenset(range(channels)),
        live_for_role_only=role_only,
    )
    embed = settings_embed(pseudo.localizer, settings, Retention(), NOW)
    assert pseudo.escaped(texts_of(embed)) == []


@pytest.mark.parametrize("user", [None, 5])
def test_every_change_of_a_setting_has_words(pseudo: PseudoLocale, user: int | None) -> None:
    chosen = ChosenRetention.after(Retention(), Retention(7, 7, 90), NOW)
    values: dict[str, tuple[object, object]] = {
        "ignored_channel_ids": (frozenset({1}), frozenset(range(2, 12))),
        "moderator_role_ids": (frozenset(), frozenset({1})),
        "live_for_role_only": (False, True),
        "moods_for_moderators": (True, False),
        "member_lookup": (False, True),
        "retention": (None, chosen),
        "minimums": (Minimums(), Minimums(9, 90)),
        "time_zone": ("UTC", "Europe/Berlin"),
        "language": (None, "de"),
        "command_marks": ("!", ""),
    }
    assert values.keys() == {each.name for each in fields(GuildSettings)} - {"guild_id"}
    values["digest"] = (Digest(1, 70, None, 9, False, NOW), Digest(1, 70, 0, 9, True, NOW))
    values["alert"] = (None, Alert(5, None, 70, "keen", NOW, 60, 90))
    changes = [SettingsChange(NOW, user, name, *pair) for name, pair in values.items()]
    told = texts_of(changes_embed(pseudo.localizer, changes))
    assert pseudo.escaped(told, "Europe", "Berlin", "de") == []
    assert pseudo.escaped(texts_of(changes_embed(pseudo.localizer, []))) == []


def test_of_a_shorter_retention_it_is_told_when_it_comes(pseudo: PseudoLocale) -> None:
    chosen = ChosenRetention.after(Retention(), Retention(7, 7, 90), NOW)
    settings = GuildSettings(1, retention=chosen)
    for now in (NOW, NOW + 8 * DAY):
        embed = settings_embed(pseudo.localizer, settings, Retention(), now, "keeping")
        assert pseudo.escaped(texts_of(embed)) == []
        assert ("<t:" in texts_of(embed)) == (now == NOW)


def _live_course(window: Window, every: int, hidden: int) -> Trend:
    hours = range(0, window.length // HOUR, every)
    sums = (0, 0, 1500, 0, 0, 300.0, 60.0, 1900, 9)
    rollups = [Rollup(window.since + n * HOUR, *sums) for n in hours]
    rollups[0] = Rollup(window.since, 30, 0, 0, 0, 0, -30.0, 30.0, 30, 9)
    changes = [ModelChange("m", window.since + n * HOUR) for n in (1, 30)]
    began, blank = window.since + 2 * HOUR, steps(window)[:hidden]
    return trend(rollups, window, changes, one_voice_since=began, hidden=blank)


def _published_course(window: Window) -> Trend:
    """Every other day is there, and the first one is sad."""
    days = [
        PublishedDay(window.since + n * DAY, 1, 0, 1500, 2000, -600.0 if n == 0 else 300.0, 80, 900)
        for n in range(0, window.days, 2)
    ]
    return published.trend(days, window, one_voice_since=window.since + 2 * HOUR)


@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("every", [1, 7])
@pytest.mark.parametrize("hidden", [0, 1])
def test_charts_and_their_alt_texts(
    pseudo: PseudoLocale, window: Window, every: int, hidden: int
) -> None:
    live = _live_course(window, every, hidden)
    course = _published_course(window) if window.whole_days else live
    assert pseudo.escaped(blank_words(pseudo.localizer, course)) == []
    picture = of_trend("#1", course)
    assert pseudo.escaped(charts.describe(pseudo.localizer, picture)) == []
    figure = charts.figure(pseudo.localizer, picture)
    figure.draw_without_rendering()  # the tick labels are made now
    shown = [text.get_text() for text in figure.findobj(Text) if isinstance(text, Text)]
    assert any("«" in text for text in shown)
    assert pseudo.escaped(" ".join(shown)) == []


# What people have named or written themselves, in no catalogue.
NAMES = (
    *("#general", "#gaming", "The Lantern Room"),
    *("no spoilers, please", "the new season begins"),
)


@pytest.mark.parametrize("kind", pictures())
def test_every_kind_of_picture(pseudo: PseudoLocale, kind: str) -> None:
    picture = pictures()[kind]
    assert pseudo.escaped(charts.describe(pseudo.localizer, picture), *NAMES) == []
    figure = charts.figure(pseudo.localizer, picture)
    figure.draw_without_rendering()  # the tick labels are made now
    shown = [text.get_text() for text in figure.findobj(Text) if isinstance(text, Text)]
    assert any("«" in text for text in shown)
    # A title goes over several lines: marks are closed where they were opened only when joined.
    assert pseudo.escaped(" ".join(shown), *NAMES) == []


def test_words_in_an_export(pseudo: PseudoLocale) -> None:
    exported = document(pseudo.localizer, MemberExport(1, 2, False, None, (), ()))
    assert pseudo.escaped(str(exported["about"])) == []
    assert json.dumps(exported)
