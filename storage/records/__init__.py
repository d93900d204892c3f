"""The rows that go into the storage and come out of it. None of them can hold a message's text."""

from storage.records.alerts import MOST_ALERTS, SENSITIVITIES, Alert, AlertPost, Sensitivity
from storage.records.columns import ChannelHours, Scores
from storage.records.digests import Digest
from storage.records.exclusions import Exclusions
from storage.records.jobs import DueJob
from storage.records.leases import Lease
from storage.records.messages import (
    MOST_COUNTED,
    Applied,
    Change,
    DeletedChannel,
    DeletedMessages,
    ReadUpTo,
    ScoredMessage,
    Status,
)
from storage.records.model_versions import ModelChange
from storage.records.notes import LONGEST_NOTE, NOTE_KINDS, Note, NoteKind
from storage.records.posts import PostMark
from storage.records.privacy import KeptHour, KeptMessage, MemberExport, PrivacyStatus
from storage.records.published_days import (
    COUNTS_OF,
    MOODS_OF,
    SHARES_OF,
    USUAL_MINIMUMS,
    Minimums,
    PublishedDay,
)
from storage.records.retention import (
    LONGEST_RETENTION,
    SHORTENING_WAITS,
    ChosenRetention,
    Expired,
    Retention,
    Shortening,
)
from storage.records.rollups import Rollup
from storage.records.settings import (
    POSSIBLE_COMMAND_MARKS,
    USUAL_COMMAND_MARKS,
    ChangedBy,
    GuildSettings,
    SettingsChange,
)
from storage.records.shards import Shards
from storage.records.snowflakes import DISCORD_EPOCH_MS, UNIX_EPOCH, snowflake_time

__all__ = [
    "COUNTS_OF",
    "DISCORD_EPOCH_MS",
    "LONGEST_NOTE",
    "LONGEST_RETENTION",
    "MOODS_OF",
    "MOST_ALERTS",
    "MOST_COUNTED",
    "NOTE_KINDS",
    "POSSIBLE_COMMAND_MARKS",
    "SENSITIVITIES",
    "SHARES_OF",
    "SHORTENING_WAITS",
    "UNIX_EPOCH",
    "USUAL_COMMAND_MARKS",
    "USUAL_MINIMUMS",
    "Alert",
    "AlertPost",
    "Applied",
    "Change",
    "ChangedBy",
    "ChannelHours",
    "ChosenRetention",
    "DeletedChannel",
    "DeletedMessages",
    "Digest",
    "DueJob",
    "Exclusions",
    "Expired",
    "GuildSettings",
    "KeptHour",
    "KeptMessage",
    "Lease",
    "MemberExport",
    "Minimums",
    "ModelChange",
    "Note",
    "NoteKind",
    "PostMark",
    "PrivacyStatus",
    "PublishedDay",
    "ReadUpTo",
    "Retention",
    "Rollup",
    "ScoredMessage",
    "Scores",
    "Sensitivity",
    "SettingsChange",
    "Shards",
    "Shortening",
    "Status",
    "snowflake_time",
]
