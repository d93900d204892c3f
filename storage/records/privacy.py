"""What is kept of one member."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage.records.messages import Status
from storage.records.notes import Note
from storage.records.rollups import Rollup
from storage.records.settings import SettingsChange


@dataclass(frozen=True, slots=True)
class PrivacyStatus:
    """What is counted of one member in one guild, how many notes they set, and how often they
    changed the settings.

    `first` and `last` are the starts (UTC) of the first and the last hour with a message.
    """

    opted_out: bool
    messages: int
    first: datetime | None
    last: datetime | None
    notes: int = 0
    settings_changes: int = 0


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """What is stored of one message. Times are UTC; the probabilities have four digits.

    `marked_right`: whether a moderator found that it was judged right; `None`: nobody said so.
    """

    message_id: int
    channel_id: int
    sent_at: datetime
    edited_at: datetime | None
    reply_to: int | None
    status: Status
    negative: float
    neutral: float
    positive: float
    model: str
    marked_right: bool | None = None


@dataclass(frozen=True, slots=True)
class KeptHour:
    """What is counted of one member in one channel and hour.

    `last_counted_id` is the last scored message that counts; `None` while all of them do, or when
    that message's own row is gone.
    """

    channel_id: int
    counts: Rollup
    last_counted_id: int | None = None


@dataclass(frozen=True, slots=True)
class MemberExport:
    """Everything that is kept of one member in one guild, in the order of time.

    `hours` sum up the messages, and go further back. `notes` are those that they set as a
    moderator, `settings_changes` what they changed. `erased_up_to` (UTC): nothing that was sent
    until then is ever stored again; `None` when the member has asked for nothing.
    """

    guild_id: int
    user_id: int
    opted_out: bool
    erased_up_to: datetime | None
    messages: tuple[KeptMessage, ...]
    hours: tuple[KeptHour, ...]
    notes: tuple[Note, ...] = ()
    settings_changes: tuple[SettingsChange, ...] = ()
