"""What goes in: scored messages, deletions, and how far a channel was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from storage.records.snowflakes import snowflake_time

Status = Literal["scored", "unsure", "not_scored"]

MOST_COUNTED = 10
"""One person, one voice: so many scored messages of a person, the first by id, count in the mood of
an hour and channel. Migration 4 counts to the same number."""


@dataclass(frozen=True, slots=True)
class ScoredMessage:
    """One message and its score; ids are Discord's snowflakes.

    `parent_id` is the channel above a thread or forum post, `None` for a plain channel.
    `reply_to` is the message answered. `edited_at` (aware, UTC) is `None` for a message as first
    sent; of two versions of a message the later `edited_at` counts. The three probabilities are
    in 0..1 and sum to 1; they are kept to 1/10,000. `model` is the version of the net that made
    them: at most 100 letters of ASCII.

    `read_again`: somebody asked to have the past read. Such a message also takes the place of a
    stored score that another model gave to the same version of it.
    """

    message_id: int
    guild_id: int
    channel_id: int
    parent_id: int | None
    author_id: int
    reply_to: int | None
    edited_at: datetime | None
    negative: float
    neutral: float
    positive: float
    status: Status
    model: str
    read_again: bool = False

    @property
    def created_at(self) -> datetime:
        """When the message was sent (UTC), read from its id."""
        return snowflake_time(self.message_id)


@dataclass(frozen=True, slots=True)
class DeletedMessages:
    """Messages that Discord says are gone, one or many of one channel."""

    guild_id: int
    channel_id: int
    message_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DeletedChannel:
    """A channel or thread that Discord says is gone, with its threads and all that was said."""

    guild_id: int
    channel_id: int


@dataclass(frozen=True, slots=True)
class ReadUpTo:
    """Every message of this channel up to this id has been handed in, before or together with this.

    `parent_id` as in `ScoredMessage`. A lower id than before changes nothing.
    """

    guild_id: int
    channel_id: int
    parent_id: int | None
    message_id: int


class Placed(Protocol):
    """A message of which it is known where it stands and who wrote it."""

    @property
    def message_id(self) -> int: ...
    @property
    def guild_id(self) -> int: ...
    @property
    def channel_id(self) -> int: ...
    @property
    def parent_id(self) -> int | None: ...
    @property
    def category_id(self) -> int | None: ...
    @property
    def author_id(self) -> int: ...


Change = ScoredMessage | DeletedMessages | DeletedChannel | ReadUpTo


@dataclass(frozen=True, slots=True)
class Applied:
    """What a batch of changes did; every scored message and every deleted id counts once.
    A `ReadUpTo` is not counted, nor is what goes with a `DeletedChannel`.

    `ignored` holds repeats, versions that are not newer, messages of members who opted out or
    erased them, copies of deleted messages, deletions of what was not stored, everything about
    messages in deleted channels, and about those that are older than rows are kept.
    """

    inserted: int = 0
    updated: int = 0
    deleted: int = 0
    ignored: int = 0
