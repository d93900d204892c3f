"""Why there is no mood to show. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from bot.reports.periods import DAY
from bot.reports.summary import Report, Summary
from storage.records import USUAL_MINIMUMS, Minimums

JUST_ARRIVED = timedelta(days=7)
"""For so long it is told since when the bot counts."""


class Reason(Enum):
    """Why a mood is missing: the first of these that holds."""

    NO_MESSAGE_CONTENT = auto()  # Discord gives the bot no text
    NOT_ALLOWED = auto()  # the bot may not read the channel
    OPTED_OUT = auto()  # whoever asks about themselves
    NO_CHANNEL = auto()  # none that is counted and that both can read
    TOO_FEW_PEOPLE = auto()  # so few wrote that it would tell of them
    TOO_FEW = auto()  # some messages count, and not enough for a mood
    NOT_JUDGED = auto()  # there were messages, and none could be judged
    HIDDEN_DAYS = auto()  # there were messages, and members do not see such days
    BEING_READ = auto()  # nothing is known yet, and the history is still being read
    JUST_ARRIVED = auto()
    NOT_FINISHED = auto()  # no finished day with a message is known
    NOTHING_WRITTEN = auto()
    NOT_TOLD = auto()  # about somebody else: the same for whatever the reason is


_OF_NO_PERIOD = (
    Reason.NO_MESSAGE_CONTENT,
    Reason.NOT_ALLOWED,
    Reason.OPTED_OUT,
    Reason.NO_CHANNEL,
    Reason.NOT_TOLD,
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known beside the figures, and is nobody's: the same for everybody who asks.

    `missing_permissions` are Discord's names of those that the bot lacks, `joined_at` (aware) is
    when it came to the server. With `has_gap` some of the history is still to be read. `minimums`
    are what a day needs to be shown to members.
    """

    message_content: bool = True
    missing_permissions: tuple[str, ...] = ()
    channels: int = 1
    has_gap: bool = False
    joined_at: datetime | None = None
    minimums: Minimums = USUAL_MINIMUMS


@dataclass(frozen=True, slots=True)
class Missing:
    """That a mood is missing, and why.

    `since` (aware): the bot came so short a time ago. `may_backfill`: who asks can have it read
    what was said before.
    """

    reason: Reason
    report: Report
    circumstances: Circumstances
    since: datetime | None = None
    may_backfill: bool = False

    @property
    def is_about_the_period(self) -> bool:
        """Whether another period, or a later question, may have another answer."""
        return self.reason not in _OF_NO_PERIOD

    @property
    def can_be_read(self) -> bool:
        """Whether the bot came after what is asked about, and who asks can have that read."""
        return self.is_about_the_period and self.since is not None and self.may_backfill


def why_missing(
    report: Report,
    circumstances: Circumstances,
    *,
    opted_out: bool = False,
    of_somebody_else: bool = False,
    may_backfill: bool = False,
) -> Missing | None:
    """Why the report has no mood; `None` if it has one.

    Of somebody else only what holds for the whole server is told: opted out, silent and few must
    look the same.
    """
    if report.now.mood() is not None:
        return None
    reason = _of_the_server(circumstances)
    if reason is None and opted_out:
        reason = Reason.OPTED_OUT
    if reason is None and of_somebody_else:
        return Missing(Reason.NOT_TOLD, report, circumstances)
    since = _arrived(report, circumstances)
    reason = reason or _of_the_figures(report) or _of_silence(report, circumstances, since)
    return Missing(reason, report, circumstances, since, may_backfill)


def counted_since(report: Report, circumstances: Circumstances) -> datetime | None:
    """Since when the bot counts, if it does not know all of the window and of the one before it."""
    joined, window = circumstances.joined_at, report.window
    if joined is None or not window.before < joined <= window.until + DAY:
        return None
    since = joined if report.first is None else min(joined, report.first)
    return since if since > window.before + window.step else None


def _of_the_server(circumstances: Circumstances) -> Reason | None:
    if not circumstances.message_content:
        return Reason.NO_MESSAGE_CONTENT
    if circumstances.missing_permissions:
        return Reason.NOT_ALLOWED
    return None if circumstances.channels else Reason.NO_CHANNEL


def _of_the_figures(report: Report) -> Reason | None:
    now = report.now
    if report.hidden:
        return Reason.TOO_FEW_PEOPLE
    if not report.window.whole_days and now.counted:
        return Reason.TOO_FEW
    if isinstance(now, Summary) and not report.window.whole_days and now.unsure + now.not_scored:
        return Reason.NOT_JUDGED
    return Reason.HIDDEN_DAYS if report.hidden_days else None


def _of_silence(report: Report, circumstances: Circumstances, since: datetime | None) -> Reason:
    if circumstances.has_gap:
        return Reason.BEING_READ
    if since is not None:
        return Reason.JUST_ARRIVED
    return Reason.NOT_FINISHED if report.window.whole_days else Reason.NOTHING_WRITTEN


def _arrived(report: Report, circumstances: Circumstances) -> datetime | None:
    """Since when the bot counts, if it came within the window and not long ago."""
    joined, window = circumstances.joined_at, report.window
    if joined is None or joined > window.until + DAY:  # of whole days the window ends before today
        return None
    return joined if joined > max(window.since, window.until - JUST_ARRIVED) else None
