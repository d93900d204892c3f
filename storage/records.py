"""The rows that go into the storage and come out of it. None of them can hold a message's text."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, Protocol, Self, get_args

from storage.errors import InvalidInputError

Status = Literal["scored", "unsure", "not_scored"]

MOST_COUNTED = 10
"""One person, one voice: so many scored messages of a person, the first by id, count in the mood of
an hour and channel. Migration 4 counts to the same number."""

# Discord's snowflakes count milliseconds from the first second of 2015 in their upper 42 bits:
# https://discord.com/developers/docs/reference#snowflakes
DISCORD_EPOCH_MS = 1_420_070_400_000
UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def snowflake_time(snowflake: int) -> datetime:
    """The UTC time at which Discord made this id, to the millisecond."""
    return UNIX_EPOCH + timedelta(milliseconds=(snowflake >> 22) + DISCORD_EPOCH_MS)


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


@dataclass(frozen=True, slots=True)
class Rollup:
    """One hour of messages, or one day of them.

    `hour` is its start (UTC). What counts are a person's first `MOST_COUNTED` messages with status
    `scored`, by id, in an hour and channel. `negative`, `neutral` and `positive` count these by
    their most probable label (on a tie neutral, then positive); `mood_sum` and `mood_sum_squares`
    are the sums of mood (-1..1) and of its square over the same.

    `scored`, `unsure` and `not_scored` count every message. At least `writers` people wrote those
    that were scored: it is the number of them in the channel and hour that has most, for nobody
    keeps who wrote in several; 0 for hours that are older than this column.
    """

    hour: datetime
    negative: int
    neutral: int
    positive: int
    unsure: int
    not_scored: int
    mood_sum: float
    mood_sum_squares: float
    scored: int
    writers: int


def _column(code: str) -> Callable[[], array[Any]]:
    return lambda: array(code)


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of many messages, column by column: number n of each column is one message.

    Columns are arrays of the machine's own numbers, so that `numpy.frombuffer` need copy nothing:

        negative = numpy.frombuffer(scores.negative, numpy.uint16) / 10_000

    They stand in the order in which they were sent. `channel_ids` (int64) says in which channel or
    thread, `places` (int64) for which of the channels that were asked about: itself, or the one
    above. `people` (int64) numbers who wrote, from 0 on, and means nothing beyond this answer.

    `statuses` (uint8): 0 scored, 1 unsure, 2 not scored. `counts` (uint8) is 1 for those that count
    in a mood: a person's first `MOST_COUNTED` scored ones, by id, of an hour in the channel.
    `negative` and `positive` (uint16) are in 1/10,000; neutral is the rest. `replies_to` (int64) is
    the message answered; 0: none.
    """

    message_ids: array[int] = field(default_factory=_column("q"))
    places: array[int] = field(default_factory=_column("q"))
    channel_ids: array[int] = field(default_factory=_column("q"))
    people: array[int] = field(default_factory=_column("q"))
    statuses: array[int] = field(default_factory=_column("B"))
    counts: array[int] = field(default_factory=_column("B"))
    negative: array[int] = field(default_factory=_column("H"))
    positive: array[int] = field(default_factory=_column("H"))
    replies_to: array[int] = field(default_factory=_column("q"))

    def __len__(self) -> int:
        return len(self.message_ids)


@dataclass(frozen=True, slots=True)
class ChannelHours:
    """The hourly sums of several channels, column by column, as in `Scores`.

    Number n of each column is one hour of one of the channels that were asked about, its threads
    included; ordered by channel (`channel_ids`, int64) and then by `hours` (int64), counted from
    1970 (UTC). An hour without messages is left out. The other columns are those of `Rollup`:
    counts are int64, the sums of mood and of its squares float64.
    """

    channel_ids: array[int] = field(default_factory=_column("q"))
    hours: array[int] = field(default_factory=_column("q"))
    negative: array[int] = field(default_factory=_column("q"))
    neutral: array[int] = field(default_factory=_column("q"))
    positive: array[int] = field(default_factory=_column("q"))
    unsure: array[int] = field(default_factory=_column("q"))
    not_scored: array[int] = field(default_factory=_column("q"))
    mood_sum: array[float] = field(default_factory=_column("d"))
    mood_sum_squares: array[float] = field(default_factory=_column("d"))
    scored: array[int] = field(default_factory=_column("q"))
    writers: array[int] = field(default_factory=_column("q"))

    def __len__(self) -> int:
        return len(self.hours)


COUNTS_OF, MOODS_OF, SHARES_OF = 10, 10, 20
"""Published figures are rounded: counts to tens, moods to tenths, shares to twentieths."""


@dataclass(frozen=True, slots=True)
class Minimums:
    """So many people, and messages that were scored, a day needs in a channel to be shown.

    Raises `InvalidInputError` for fewer than 5 people or 20 messages.
    """

    people: int = 5
    messages: int = 20

    def __post_init__(self) -> None:
        if self.people < 5 or self.messages < 20:
            raise InvalidInputError(
                "A day is shown from 5 people and 20 messages on, or from more, not from "
                f"{self.people} and {self.messages}."
            )


USUAL_MINIMUMS = Minimums()


@dataclass(frozen=True, slots=True)
class PublishedDay:
    """What everybody may know of a UTC day of some channels: their published days, added up.

    `day` is its start. Of so many channels and threads the day is `shown`, and of so many `hidden`
    (it had messages, and too few people, or one of them wrote too much); without any message it is
    neither. `volume` counts the messages that were scored, in tens a channel, and `counted` those
    that count. The others are sums over these: of the mood (-1..1), known to a tenth a channel, and
    of those that are `negative` or `positive`, known to a twentieth a channel.
    """

    day: datetime
    shown: int
    hidden: int
    counted: int
    volume: int
    mood_sum: float
    negative: float
    positive: float


@dataclass(frozen=True, slots=True)
class Retention:
    """For how many days things are kept.

    `rows_days` (1..30): a message's own row, and the mark of a deleted message; `member_days`
    (`rows_days`..90): the hours of a member; `channel_days` (`member_days`..400): the hours of a
    channel. Raises `InvalidInputError` for anything else. More than 30 `member_days`, which older
    versions had, cannot be set any more: they are in force until a shorter period is.
    """

    rows_days: int = 30
    member_days: int = 30
    channel_days: int = 400

    def __post_init__(self) -> None:
        for what, days, least, most in (
            ("Rows", self.rows_days, 1, 30),
            ("Hours of members", self.member_days, self.rows_days, 90),
            ("Hours of channels", self.channel_days, self.member_days, 400),
        ):
            if not least <= days <= most:
                raise InvalidInputError(f"{what} are kept for {least} to {most} days, not {days}.")

    def shorter(self, other: Retention) -> Retention:
        """Of each period the shorter one.

        >>> Retention(30, 30, 400).shorter(Retention(7, 30, 90))
        Retention(rows_days=7, member_days=30, channel_days=90)
        """
        return Retention(*map(min, astuple(self), astuple(other)))

    def longer(self, other: Retention) -> Retention:
        """Of each period the longer one."""
        return Retention(*map(max, astuple(self), astuple(other)))


LONGEST_RETENTION = Retention(30, 90, 400)
"""Whatever was ever kept, was kept no longer."""

SHORTENING_WAITS = timedelta(days=7)
"""So long after a shorter retention was chosen it begins to delete: what goes then is gone."""


@dataclass(frozen=True, slots=True)
class ChosenRetention:
    """For how long a guild wants things kept.

    What is `chosen` is in force from `since` (UTC) on; until then each period is the longer one of
    it and of what was in force `before`.
    """

    chosen: Retention
    before: Retention
    since: datetime

    @classmethod
    def after(cls, before: Retention, chosen: Retention, now: datetime) -> Self:
        """What is chosen now, while the other one is in force: what shortens a period waits."""
        waits = before.longer(chosen) != chosen
        return cls(chosen, before, now + SHORTENING_WAITS if waits else now)

    def at(self, now: datetime) -> Retention:
        """What is in force at this time (aware)."""
        return self.chosen if now >= self.since else self.before.longer(self.chosen)


@dataclass(frozen=True, slots=True)
class Shortening:
    """A shorter retention that was chosen, and waits: at this time (UTC) it comes into force, and
    deletes so much more than the one before would now."""

    at: datetime
    rows: int
    member_hours: int
    channel_hours: int

    def __str__(self) -> str:
        return (
            f"From {self.at:%Y-%m-%d %H:%M} UTC on less is kept than until now: "
            f"{self.rows:,} messages' figures, {self.member_hours:,} hours of members and "
            f"{self.channel_hours:,} hours of channels that are there now will be deleted then."
        )


@dataclass(frozen=True, slots=True)
class Expired:
    """How much was deleted because its time was over; `marks` are those of deleted messages."""

    rows: int
    member_hours: int
    channel_hours: int
    marks: int


USUAL_COMMAND_MARKS = "!?.$;"
"""What begins a command to another bot, where a guild chose nothing else."""

POSSIBLE_COMMAND_MARKS = USUAL_COMMAND_MARKS + ",-+=%&^~>/"
"""What a guild can choose. New ones go to the end: the storage knows them by their number."""


@dataclass(frozen=True, slots=True)
class Exclusions:
    """What of a batch of messages must not be stored.

    `channels` holds, as (guild id, channel id), those that administrators left out, and categories
    and threads likewise;
    `excluded_up_to` holds, by (guild id, user id), the highest message id that must not be stored
    of a member who opted out (2^63-1) or had messages erased; `command_marks` holds the signs of
    the guilds that chose other ones than the usual (see `GuildSettings`).
    """

    channels: frozenset[tuple[int, int]] = frozenset()
    excluded_up_to: Mapping[tuple[int, int], int] = field(default_factory=dict)
    command_marks: Mapping[int, str] = field(default_factory=dict)

    def __contains__(self, message: Placed) -> bool:
        """Whether this message must not be stored: for its channel, what is above, or its author.

        Knows only the members who were asked about.
        """
        guild = message.guild_id
        places = (message.channel_id, message.parent_id, message.category_id)
        if any((guild, place) in self.channels for place in places):
            return True
        return message.message_id <= self.excluded_up_to.get((guild, message.author_id), 0)


@dataclass(frozen=True, slots=True)
class DueJob:
    """A job whose time has come in a guild (0: the whole bot's).

    `due` is when (UTC), `last_run` when it was done before; `claimed_until` is `None` for a job
    that nobody has claimed.
    """

    job: str
    guild_id: int
    due: datetime
    last_run: datetime | None
    claimed_until: datetime | None = None


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
    those that were taken out, and those that were added. `user_id` is `None` where they have asked
    to be forgotten since.
    """

    at: datetime
    user_id: int | None
    name: str
    before: Any
    after: Any


NoteKind = Literal["slow mode", "event", "rule", "raid", "other"]
NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)
"""New ones go to the end: the storage knows them by their number."""

LONGEST_NOTE = 60
"""So many letters a note has at most."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a moderator noted on the axis of time: the only text that is kept, in their own words.

    It is about the time `at` in a channel or thread, or in the whole server (`None`); `set_at` is
    when it was noted (both UTC). `text` is one line of up to `LONGEST_NOTE` letters, or empty.
    """

    id: int
    channel_id: int | None
    at: datetime
    set_at: datetime
    kind: NoteKind
    text: str


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


Sensitivity = Literal["calm", "default", "keen"]
SENSITIVITIES: tuple[Sensitivity, ...] = get_args(Sensitivity)
"""New ones go to the end: the storage knows them by their number."""

MOST_ALERTS = 25
"""So many a guild has at most: as many as can be picked from a list."""


@dataclass(frozen=True, slots=True)
class Alert:
    """That somebody is to be told when a place becomes unusual.

    `scope_id` is the watched channel or category, `None` the whole guild; `target_id` the channel
    or thread it is told in. Nothing is posted from `quiet_from` to `quiet_until` (minutes since
    midnight, 0..1439, on the guild's clock; both `None`: at any hour), before `snoozed_until`, and
    no more than `most_a_day` times (1..24) within a day. Times are UTC.
    """

    id: int
    scope_id: int | None
    target_id: int
    sensitivity: Sensitivity
    set_at: datetime
    quiet_from: int | None = None
    quiet_until: int | None = None
    most_a_day: int = 3
    snoozed_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class AlertPost:
    """What an alert was called for: when (UTC) each of these channels was, by its id.

    `alert_id` is `None` when the alert was removed since; `noted_at` is when it was found.
    `posted_at` is `None` as long as it has not been told, `over_at` until all was clear again:
    with that alone it was over before it could be told.
    """

    id: int
    alert_id: int | None
    noted_at: datetime
    called: Mapping[int, datetime]
    posted_at: datetime | None = None
    over_at: datetime | None = None
    not_useful: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """That a guild is told, daily or weekly, what was unusual.

    `target_id` is the channel or thread it is posted in. It comes at this `hour` (0..23) of the
    guild's clock, on this `weekday` (0: Monday) or every day (`None`); with `only_unusual` only if
    there is anything to tell. It has told of what was before `told_until` (UTC); of a new one that
    is when it was set.
    """

    guild_id: int
    target_id: int
    weekday: int | None
    hour: int
    only_unusual: bool
    told_until: datetime


@dataclass(frozen=True, slots=True)
class PostMark:
    """What is kept of a message that nobody asked for: when it was begun first (UTC), and whether
    it was sent."""

    begun_at: datetime
    sent: bool


@dataclass(frozen=True, slots=True)
class ModelChange:
    """A model version and when another one gave way to it (UTC).

    `since` lies on the messages' own time line, where charts are drawn: it is when the
    first message stored after the change was sent or, for an edit, edited. Of a channel that was
    read again it is the first hour from which on everything was.
    """

    version: str
    since: datetime
