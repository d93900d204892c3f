"""What a guild's administrators chose, and who changed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.records.published_days import USUAL_MINIMUMS, Minimums
from storage.records.retention import ChosenRetention, Retention

USUAL_COMMAND_MARKS = "!?.$;"
"""What begins a command to another bot, where a guild chose nothing else."""

POSSIBLE_COMMAND_MARKS = USUAL_COMMAND_MARKS + ",-+=%&^~>/"
"""What a guild can choose. New ones go to the end: the storage knows them by their number."""


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """What a guild's administrators chose.

    `member_lookup` allows `/sentiment member` for another member (off until turned on). People with
    one of `moderator_role_ids` may use it, and see live figures, beside those who have a
    moderator's permissions; with `live_for_role_only` only people with such a role, and
    administrators, see live figures. With `moods_for_moderators` nobody else sees moods of channels
    at all.

    Messages in `ignored_channel_ids` are not counted: channels with their threads, single threads,
    and categories with all that is in them. Nor are messages that begin with one of `command_marks`
    (some of `POSSIBLE_COMMAND_MARKS`, each once, in that order) and a letter, for those are meant
    for other bots. `time_zone` is the name of the zone in which moderators read times, as in the
    IANA's database: `Europe/Berlin`. Whoever sets it asks `zoneinfo` whether there is such a zone.

    `minimums` hold for days that are published from now on. `retention`: `None` as the operator
    keeps. `language` is that of what everybody reads, as Discord names it (`en-GB`); `None`: the
    one that the server has on Discord.
    """

    guild_id: int
    member_lookup: bool = False
    moderator_role_ids: frozenset[int] = frozenset()
    ignored_channel_ids: frozenset[int] = frozenset()
    command_marks: str = USUAL_COMMAND_MARKS
    live_for_role_only: bool = False
    time_zone: str = "UTC"
    moods_for_moderators: bool = False
    minimums: Minimums = USUAL_MINIMUMS
    retention: ChosenRetention | None = None
    language: str | None = None

    def kept(self, now: datetime, operators: Retention) -> Retention:
        """For how long things are kept now (aware): as the operator says, or shorter."""
        return operators if self.retention is None else operators.shorter(self.retention.at(now))


@dataclass(frozen=True, slots=True)
class ChangedBy:
    """Who changes settings, and when (aware)."""

    user_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """That somebody changed one of a guild's settings at this time (UTC).

    `name` is the field of `GuildSettings`, with its value `before` and `after`; of a set of ids
    those that were taken out, and those that were added. Of a `digest` or an `alert` it is all of
    it, `None` where there was, or is, none. `user_id` is `None` where they have asked
    to be forgotten since.
    """

    at: datetime
    user_id: int | None
    name: str
    before: Any
    after: Any
