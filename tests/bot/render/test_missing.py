"""Why there is no mood, as people read it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.render.embeds import mood_embed
from bot.render.localizer import Localizer
from bot.render.missing import PERMISSIONS
from bot.reports.missing import Circumstances, why_missing
from bot.reports.periods import DAY, finished_days, up_to_now
from bot.reports.published import PublishedSummary
from bot.reports.summary import Report, Summary

NOW = datetime(2026, 5, 20, 12, 40, tzinfo=UTC)
WEEK, FINISHED_WEEK = up_to_now(7 * DAY, NOW), finished_days(7 * DAY, NOW)
THERE = Circumstances()
ARRIVED = datetime(2026, 5, 20, 9, tzinfo=UTC)


def shown(
    report: Report,
    circumstances: Circumstances = THERE,
    *,
    opted_out: bool = False,
    of_somebody_else: bool = False,
    may_backfill: bool = False,
) -> tuple[list[str], str]:
    """The lines of the answer, and its footer."""
    missing = why_missing(
        report,
        circumstances,
        opted_out=opted_out,
        of_somebody_else=of_somebody_else,
        may_backfill=may_backfill,
    )
    assert missing is not None
    embed = mood_embed(Localizer(), "Mood of #general", report, "note", missing)
    return (embed.description or "").removesuffix("\nnote").splitlines(), embed.footer.text or ""


def few(counted: int, **others: int) -> Summary:
    figures: dict[str, int] = {"scored": counted, **others}
    return Summary(positive=counted, mood_sum=counted, **figures)


def test_what_is_hidden_is_not_called_none() -> None:
    lines, footer = shown(Report(FINISHED_WEEK, PublishedSummary(), None, hidden_days=3))
    assert lines == [
        "**Too few messages to tell.** I only show days on which at least 5 people wrote at least "
        "20 messages I can judge in a channel, and nobody most of them.",
        "3 quiet days are hidden, so that nobody stands out.",
    ]
    assert footer == "Busy days only, up to yesterday (UTC)."


def test_what_is_not_there_yet_is_not_called_hidden() -> None:
    lines, _ = shown(Report(FINISHED_WEEK, PublishedSummary(), None))
    assert lines == [
        "**Nothing to show yet.** A day shows up here once it's over (UTC) and I've read all of "
        "it, three days later at the latest."
    ]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (1, "I could judge 1 message in the last 7 days; a mood needs at least 20."),
        (19, "I could judge 19 messages in the last 7 days; a mood needs at least 20."),
    ],
)
def test_too_few_messages_are_told_with_their_number(number: int, reason: str) -> None:
    lines, footer = shown(Report(WEEK, few(number), None))
    assert lines == [f"**Too few messages to tell.** {reason}"]
    assert footer == "Up to now."


def test_too_few_that_count_are_explained_when_there_were_many() -> None:
    lines, _ = shown(Report(WEEK, few(10, scored=400), None))
    assert lines == [
        "**Too few messages to tell.** I could judge 10 messages in the last 7 days; a mood needs "
        "at least 20.",
        "There were 400 messages in all. Only a person's first 10 an hour in each channel count "
        "towards the mood.",
    ]


def test_what_could_not_be_judged_is_told_with_how_many_of_how_many() -> None:
    lines, _ = shown(Report(WEEK, Summary(not_scored=1400, unsure=1), None))
    assert lines[0] == (
        "**There was nothing I could judge.** There were 1,401 messages in the last 7 days. 1,400 "
        "were in another language, or had too few words I know. 1 could have meant one thing or "
        "the other."
    )
    lines, _ = shown(Report(WEEK, few(3, not_scored=1), None))
    assert lines[0].endswith("1 was in another language, or had too few words I know.")


def test_nothing_written_is_called_that() -> None:
    lines, footer = shown(Report(WEEK, Summary(), None))
    assert lines == [
        "**Nothing was written.** I know of no message in the last 7 days. What I leave out, like "
        "commands to other bots, I don't know of."
    ]
    assert footer == "Up to now."


def test_a_permission_is_called_by_discords_name_for_it() -> None:
    report = Report(WEEK, Summary(), None)
    lines, _ = shown(report, Circumstances(missing_permissions=PERMISSIONS[1:2]))
    assert lines == ["**I can't read this.** To read it, I need Read Message History there."]
    lines, _ = shown(report, Circumstances(missing_permissions=PERMISSIONS[:2]))
    assert lines == [
        "**I can't read this.** To read it, I need View Channel and Read Message History there."
    ]


def test_a_switch_that_is_off_is_named() -> None:
    lines, _ = shown(Report(WEEK, Summary(), None), Circumstances(message_content=False))
    assert "the Message Content switch is off" in lines[0]


@pytest.mark.parametrize("may_backfill", [False, True])
def test_who_has_just_arrived_says_since_when_and_what_would_help(may_backfill: bool) -> None:
    new = Circumstances(joined_at=ARRIVED)
    lines, _ = shown(Report(WEEK, Summary(), None), new, may_backfill=may_backfill)
    hint = "People who manage this server can have me read older messages."
    if may_backfill:
        hint = "`/sentiment backfill` reads older messages."
    since = f"I've counted since <t:{int(ARRIVED.timestamp())}:D>."
    assert lines == ["**I've only just arrived.**", since, hint]
    lines, _ = shown(Report(WEEK, few(3), None), new, may_backfill=may_backfill)
    assert since in lines
    lines, _ = shown(Report(FINISHED_WEEK, PublishedSummary(), None), new)
    assert lines[-2].startswith("A day shows up here once it's over")


def test_what_is_still_being_read_is_told_beside_what_is_known() -> None:
    behind = Circumstances(has_gap=True, joined_at=NOW - timedelta(days=90))
    lines, _ = shown(Report(WEEK, Summary(), None), behind)
    assert lines == [
        "**I'm still reading.** I haven't found any message so far. Please ask again in a few "
        "minutes."
    ]
    lines, _ = shown(Report(WEEK, few(3), None), behind)
    assert "I'm still reading what was said here earlier." in lines


def test_about_somebody_else_nothing_is_told_but_that_it_is_missing() -> None:
    behind = Circumstances(has_gap=True, joined_at=ARRIVED)
    answers = [
        shown(Report(WEEK, now, None), known, of_somebody_else=True)
        for now in (Summary(), few(19), Summary(not_scored=40))
        for known in (THERE, behind)
    ]
    assert answers == [(["**Too few messages to tell.**"], "")] * 6


def test_who_opted_out_is_told_how_to_be_counted_again() -> None:
    lines, _ = shown(Report(WEEK, Summary(), None), opted_out=True)
    assert lines[0].startswith("**You opted out in this server.** I count nothing you write here.")
