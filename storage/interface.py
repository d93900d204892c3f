"""What a storage can do, whichever engine does it: `storage.open` gives a `Storage`.

Every method raises `StorageError`, with nothing changed, when the engine cannot do its part (a
`DamagedError` where its files turn out damaged), and
`InvalidInputError` for an id outside 1..2^63-1 or a time without a time zone. Times come from the
caller: no engine looks at the machine's clock.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from storage.records import (
    Alert,
    AlertPost,
    Applied,
    Change,
    ChangedBy,
    ChannelHours,
    ChosenRetention,
    Digest,
    DueJob,
    Exclusions,
    Expired,
    GuildSettings,
    MemberExport,
    Minimums,
    ModelChange,
    Note,
    NoteKind,
    PostMark,
    PrivacyStatus,
    PublishedDay,
    Retention,
    Rollup,
    Scores,
    SettingsChange,
    Shortening,
)


class Messages(Protocol):
    """Writes messages. Nothing that is delivered twice, late or out of order is counted wrongly."""

    async def apply(self, changes: Sequence[Change]) -> Applied:
        """Apply the changes, in order, in one transaction together with the rollups.

        - A message is known by its channel and id; a repeated one is ignored.
        - Of two versions the later `edited_at` stays, in whatever order they come. An edit of a
          message that is not stored stores it.
        - The same version, `read_again` and scored by another model, replaces the stored score.
        - A deletion is for ever, also when it comes before the message. With a channel go its
          threads and all that is kept of them; what comes of them later is ignored.
        - A member who opted out is not counted, and nothing that was erased comes back.
        - Nothing about a message older than its guild's watermark (see `Expiry`) is taken in.
        - How far a channel was read is committed with what was read.

        Raises `InvalidInputError`, with nothing written, also for probabilities that are none.
        """
        ...

    async def exclusions(self, members: Collection[tuple[int, int]]) -> Exclusions:
        """What of these members, as (guild id, user id), must not be stored: one question a batch.

        So whoever holds a text need not read it; whether a member's message is stored is decided
        again with the storing.
        """
        ...

    async def passed_over(
        self, messages: Collection[tuple[int, int, int]]
    ) -> frozenset[tuple[int, int, int]]:
        """Those of these messages, as (guild id, channel id, message id), that did not count.

        Their channel has been read up to beyond them, and they are not stored: nobody wanted them
        counted when they were sent, or they were deleted. One question a batch.
        """
        ...

    async def ids(
        self, guild_id: int, channel_id: int, after: int, up_to: int | None = None
    ) -> list[int]:
        """The stored messages of a channel with after < id ≤ up_to (`None`: to the newest)."""
        ...

    async def newest(self, guild_id: int) -> int:
        """The highest id of the guild's stored messages; 0: there is none."""
        ...

    async def scores(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> Scores:
        """The stored messages of these channels and their threads that were sent in [since, until).

        A thread that is asked about beside the channel above it is a place of its own.
        """
        ...


class Channels(Protocol):
    """How far each channel has been read without a gap."""

    async def contiguous(self, guild_id: int) -> dict[int, int]:
        """By channel id: the message id up to which every message of it has been handed in.

        A channel of which nobody has said so is left out.
        """
        ...

    async def top_level(self, guild_id: int) -> frozenset[int]:
        """The channels of which anything is kept; of a thread, the channel above it."""
        ...

    async def archived_read_up_to(self, guild_id: int) -> int:
        """The id of whose time all threads that were archived before it have been read; 0: none."""
        ...

    async def note_archived_read_up_to(self, guild_id: int, snowflake: int) -> None:
        """Note that the threads that were archived before the time of this id have been read."""
        ...


class Rollups(Protocol):
    """Hourly sums of one guild. Periods are [since, until), both aware; hours count by their start.

    An hour without messages has no `Rollup`.
    """

    async def of_channels(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[Rollup]:
        """The sum of these channels and of the threads under them, one `Rollup` an hour."""
        ...

    async def of_each_channel(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> ChannelHours:
        """The hours of each of these channels, with those of the threads under it added to them.

        A thread that is asked about beside the channel above it stands alone.
        """
        ...

    async def writers(
        self,
        guild_id: int,
        channel_ids: Collection[int],
        spans: Sequence[tuple[datetime, datetime]],
    ) -> list[int]:
        """How many people wrote messages that are scored in these channels and their threads, in
        each of these periods.

        At least so many: of hours that no member's are kept of any more, nobody is counted.
        """
        ...

    async def of_member(
        self,
        guild_id: int,
        user_id: int,
        channel_ids: Collection[int] | None,
        since: datetime,
        until: datetime,
    ) -> list[Rollup]:
        """One member's hours in these channels and their threads; `None`: in the whole guild."""
        ...

    async def largest_share(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> float:
        """Of these channels' and their threads' scored messages, the share (0..1) of the member
        who wrote most.

        It is at least this much: hours of members may be gone while the channels' are kept.
        """
        ...

    async def one_voice_since(self) -> datetime | None:
        """The first hour in which one person is one voice (see `Rollup`), for all guilds.

        Before it every scored message counts. `None`: no older hour was there when that began.
        """
        ...


class PublishedDays(Protocol):
    """What everybody may know: a channel's or thread's UTC day, published once and for all.

    Nothing changes a published day: no opt-out or erasure, no edit or deletion, no late message,
    and no other minimum. It goes with its channel or guild, or when its time is over.
    """

    async def publish(
        self,
        guild_id: int,
        now: datetime,
        minimums: Minimums | None = None,
        *,
        patience: timedelta = timedelta(days=3),
    ) -> int:
        """Publish the guild's days that are over now (aware) and not published; return how many.

        A day is published when its channel has been read without a gap past its end or, with a
        gap, when it has been over for the `patience`. It is shown if enough people and messages
        are in it, by these minimums or by what the guild chose, and nobody wrote too much (see
        `storage.disclosure`), else it is hidden for ever.
        A day without messages is not published; nor is one of which hours of members have gone.
        Days up to the erasure of the whole guild, of one that came back, are hidden: what they were
        published as is not known any more.

        Can be stopped and begun again at any point.
        """
        ...

    async def of_channels(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[PublishedDay]:
        """The days of these channels and of the threads under them, added up: one a UTC day.

        In the order of time; only days that lie within [since, until) as a whole.
        """
        ...


class Settings(Protocol):
    """What a guild's administrators chose."""

    async def get(self, guild_id: int) -> GuildSettings:
        """The guild's settings; the defaults when none were saved."""
        ...

    async def retentions(self) -> dict[int, ChosenRetention]:
        """By guild id, what those guilds chose that did choose for how long things are kept."""
        ...

    async def change(
        self,
        guild_id: int,
        change: Callable[[GuildSettings], GuildSettings],
        by: ChangedBy | None = None,
    ) -> GuildSettings:
        """Save what `change` makes of the guild's settings, and return it: one transaction.

        Who changed what is kept for 30 days, until `Expiry.expire`; of a member who asks to be
        forgotten only that somebody did. `None`: nobody did, and nothing is kept of it.

        Of two changes at the same time the second sees what the first one made. `change` must be
        quick and do nothing else, for it runs within the transaction, perhaps in another thread.

            await settings.change(900, lambda s: replace(s, member_lookup=True))
        """
        ...

    async def changes(self, guild_id: int, limit: int) -> list[SettingsChange]:
        """The last changes that are kept, the latest first."""
        ...


class Privacy(Protocol):
    """A member's requests in one guild.

    `at` is when the member asked (aware). No message sent up to then, and none that was erased,
    is ever stored again, however late a copy of it comes. Of the member only a pseudonym stays,
    with that time.
    """

    async def opt_out(self, guild_id: int, user_id: int, at: datetime) -> int:
        """Erase the member's messages and notes, stop counting them; return how many messages.

        Of settings that they changed it is kept that somebody did.
        """
        ...

    async def forget(self, guild_id: int, user_id: int, at: datetime) -> int:
        """Erase the member's messages and notes so far; return how many messages.

        An opt-out stays as it is.
        """
        ...

    async def opt_in(self, guild_id: int, user_id: int, at: datetime) -> bool:
        """Count what the member sends from now on; what they sent while opted out stays out.

        False, with nothing changed, when the member had not opted out.
        """
        ...

    async def status(self, guild_id: int, user_id: int) -> PrivacyStatus:
        """What is counted of the member now, and what is kept of them as a moderator."""
        ...

    async def export(self, guild_id: int, user_id: int) -> MemberExport:
        """Everything that is kept of the member now."""
        ...


class Expiry(Protocol):
    """Deletes what has been kept long enough."""

    async def in_force(
        self, now: datetime, chosen: Retention
    ) -> tuple[Retention, Shortening | None]:
        """The retention to expire by now, when this one is `chosen`; and what waits, if anything.

        A choice that would delete more than the one in force waits for seven days from when it was
        first seen, since what it deletes is gone for good; any other is in force at once.
        """
        ...

    async def expire(
        self,
        now: datetime,
        retention: Retention,
        of_guilds: Mapping[int, Retention] | None = None,
    ) -> Expired:
        """Delete what is older than its period, in small transactions with room between them.

        `retention` holds for every guild that is not named in `of_guilds`.

        From the first of them on, nothing about messages of a guild older than its rows' period
        is taken in any more: their rows are gone, and they would be counted twice. That is the
        guild's watermark, and it never goes back. An hour goes as a whole, once it is over for
        the whole period. When a member's hours are gone, the channel's are anonymous: edits,
        deletions and forgetting do not change them.

        How far a channel was read is the id of somebody's message. When that is as old as the
        rows that go, it becomes the end of the millisecond before the watermark; and with the last
        that is kept of a channel goes its own row.

        Can be stopped and begun again at any point.
        """
        ...


class ModelVersions(Protocol):
    """Which net scored, and since when."""

    async def changes(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[ModelChange]:
        """Where in what is kept of these channels and their threads one model gave way to another,
        within [since, until), in the order of time.

        Where a channel was read again, the change lies at its first hour that was. A channel of
        which nothing from before a change is kept has none there.
        """
        ...

    async def note_read_again(
        self, guild_id: int, channel_id: int, model: str, since: datetime, now: datetime
    ) -> None:
        """Note that this model has scored all that is stored of a channel since then.

        To be called when every message since `since` has been handed in with `read_again`, and no
        other model scores. Of a channel of which nothing is kept, nothing is noted.
        """
        ...


class Guilds(Protocol):
    """Leaving a guild, coming back, and the end of its data when nobody does."""

    async def known(self) -> frozenset[int]:
        """The guilds of which anything but privacy requests is kept."""
        ...

    async def left(self, guild_id: int, at: datetime) -> None:
        """Note that the bot left the guild at this time (aware). Told again, the first counts."""
        ...

    async def present(self, guild_ids: Collection[int]) -> None:
        """Note that the bot is in these guilds: their data stays."""
        ...

    async def erase_left(self, before: datetime, now: datetime) -> list[int]:
        """Erase, now, the guilds that were left before this time (aware); return which."""
        ...

    async def erase(self, guild_id: int, now: datetime) -> None:
        """Delete everything of the guild, but for who opted out or had their messages erased.

        Those requests stay, so that nobody needs to make them again when the guild comes back.
        """
        ...


class Jobs(Protocol):
    """When each job is due next, a guild at a time, so that it is done once whoever does it.

    A job is a name of the caller's (1 to 40 of a-z, 0-9 and "-") in one guild; guild 0 is for
    jobs of the whole bot. The way of a worker:

        for job in await jobs.due(now):
            claimed = await jobs.claim(job, now, until=now + timedelta(minutes=5))
            if claimed is not None:  # nobody else has it
                ...
                await jobs.done(claimed, now, next_due=job.due + timedelta(days=7))

    A worker that dies, or fails and says nothing, lets go of the job at `until`: then it is due
    again. A job whose time passed during an absence is due once, however often it was missed.
    """

    async def schedule(self, job: str, guild_id: int, due: datetime) -> None:
        """Make the job due at this time, whether or not it was scheduled or claimed before."""
        ...

    async def schedule_missing(self, job: str, guild_ids: Collection[int], due: datetime) -> None:
        """Make the job due at this time in those of the guilds that do not have it yet."""
        ...

    async def cancel(self, job: str, guild_id: int) -> None:
        """Take the job off the schedule; whoever has claimed it cannot put it back with `done`."""
        ...

    async def due(
        self, now: datetime, limit: int = 100, names: Collection[str] | None = None
    ) -> list[DueJob]:
        """The jobs whose time has come and that nobody has claimed, the longest due first.

        Only those of these names (`None`: all): others may be a newer version's, and stay due.
        """
        ...

    async def next_due(self, names: Collection[str] | None = None) -> datetime | None:
        """When to look for due jobs next: the earliest time at which one is due or let go of.

        Of the same names as in `due`. May lie in the past. `None`: nothing is scheduled.
        """
        ...

    async def claim(self, job: DueJob, now: datetime, until: datetime) -> DueJob | None:
        """Take a due job until then; `None` when somebody else has it or it was scheduled anew.

        Of many who try at once one gets it. The job as claimed is what `done` asks for.
        """
        ...

    async def done(self, job: DueJob, now: datetime, next_due: datetime | None) -> bool:
        """Say that a claimed job ran now, and when it is due next; `None`: never again.

        False, with nothing changed, when the claim no longer holds: the job was scheduled anew or
        cancelled meanwhile, or somebody else has claimed it since `until`.
        """
        ...


class Posts(Protocol):
    """Remembers what was posted that nobody asked for, so that it comes once.

    A post has a name of the caller's (1 to 60 of a-z, 0-9 and "-") among those of its guild. What
    is kept of it goes with the guild, and with `Expiry.expire` 30 days after it was begun.
    """

    async def begin(self, guild_id: int, key: str, now: datetime) -> PostMark:
        """The mark of a post; where it has none it is begun now (aware)."""
        ...

    async def sent(self, guild_id: int, key: str) -> None:
        """Note that a post which was begun has been sent."""
        ...


class Digests(Protocol):
    """The digest of each guild that has one: at most one. It goes with its guild, and with the
    channel or thread that it is posted in."""

    async def guilds(self) -> frozenset[int]:
        """Which guilds have one."""
        ...

    async def get(self, guild_id: int) -> Digest | None: ...

    async def set(self, digest: Digest) -> None:
        """Let the guild have this digest, and no other one.

        Raises `InvalidInputError` for an hour or a weekday that there is not.
        """
        ...

    async def told(self, digest: Digest, until: datetime) -> bool:
        """Note that this digest has told of what was before `until` (aware).

        False, with nothing changed, when it was removed, or set anew, meanwhile.
        """
        ...

    async def remove(self, guild_id: int) -> bool:
        """False when the guild has none."""
        ...


class Notes(Protocol):
    """What moderators note on the axis of time, up to 60 letters each.

    A note goes with its channel, its guild or its author's data, and with `Expiry.expire` when it
    was set, or is about a time, so long ago that the hours of channels are gone. Who set it is kept
    by a pseudonym, and told to nobody but them.
    """

    async def add(
        self,
        guild_id: int,
        author_id: int,
        *,
        channel_id: int | None,
        parent_id: int | None = None,
        at: datetime,
        kind: NoteKind,
        text: str,
        now: datetime,
    ) -> Note:
        """Keep a note about this time (aware) in a channel, or in the whole guild (`None`).

        `parent_id` is that of the channel above a thread: nothing may have been counted there yet.
        `now` is when it is set. Raises `InvalidInputError` for another kind, for a text of more
        than `LONGEST_NOTE` letters or with control characters. Whoever takes the text from somebody
        refuses mentions and links in it.
        """
        ...

    async def between(
        self, guild_id: int, channel_ids: Collection[int], since: datetime, until: datetime
    ) -> list[Note]:
        """The notes about [since, until) in these channels and their threads, and those about the
        whole guild, in the order of time."""
        ...

    async def remove(self, guild_id: int, note_id: int) -> bool:
        """Erase a note; False when the guild has none with this id."""
        ...


class Marks(Protocol):
    """Whether moderators found that messages were judged right; not who, and nothing of the text.

    One a message: the last word holds. It goes with what is stored of the message, and with the
    version that was judged: an edit, or another model's score, has no mark.
    """

    async def set(self, guild_id: int, channel_id: int, message_id: int, right: bool) -> bool:
        """Mark a message as judged right or not; False when it is not stored."""
        ...

    async def totals(self, guild_id: int) -> tuple[int, int]:
        """How many of the guild's messages are marked, and how many of them as right."""
        ...


class Alerts(Protocol):
    """Who is told where when a channel becomes unusual, and what they were told.

    An alert goes with its guild, and with the channel or category that it watches. What was posted
    stays when its alert is removed; it goes with its channels, with its guild, and with
    `Expiry.expire` when the hours of channels from then are gone.
    """

    async def add(self, guild_id: int, alert: Alert) -> Alert | None:
        """Keep an alert, whose `id` is given anew; `None` where there are `MOST_ALERTS` already.

        Raises `InvalidInputError` for hours or a number outside of their range.
        """
        ...

    async def remove(self, guild_id: int, alert_id: int) -> bool:
        """False when the guild has none with this id."""
        ...

    async def of_guild(self, guild_id: int) -> list[Alert]:
        """In the order in which they were set."""
        ...

    async def snooze(self, guild_id: int, alert_id: int, until: datetime) -> bool:
        """Let it be silent until then (aware); False when the guild has none with this id."""
        ...

    async def note(
        self, guild_id: int, alert_id: int, called: Mapping[int, datetime], now: datetime
    ) -> AlertPost | None:
        """Note what an alert is called for, by channel id; `None` when it was removed."""
        ...

    async def posted(self, guild_id: int, post_id: int, at: datetime) -> None:
        """Note when it was told."""
        ...

    async def over(self, guild_id: int, post_id: int, at: datetime) -> None:
        """Note that all is clear again, since then."""
        ...

    async def not_useful(self, guild_id: int, post_id: int) -> bool:
        """Mark what was posted as not useful; False when it was before, or is not kept."""
        ...

    async def posts(self, guild_id: int) -> list[AlertPost]:
        """All that is kept, in the order in which they were noted."""
        ...

    async def watched_guilds(self) -> frozenset[int]:
        """The guilds that have an alert."""
        ...

    async def unfinished_guilds(self) -> frozenset[int]:
        """The guilds in which something is not over of what an alert was called for."""
        ...


class Files(Protocol):
    """What only an engine has that keeps everything in files of this machine."""

    @property
    def notice(self) -> str | None:
        """What the operator must know about the start: that the database was damaged, and what
        is in its place. `None` after an ordinary one."""
        ...

    async def damaged(self) -> str:
        """Wait until a read, a write or a backup finds the database damaged; say what was found.

        From then on it is of no use: close it, and open it again.
        """
        ...

    async def backup(self, now: datetime) -> Path:
        """Make a backup named after this time (aware), and delete those that are too old.

        Messages are read and written meanwhile. To be called once an hour, for old ones go even
        when no new one can be made. Raises `DamagedError`, with none deleted, when the database is
        damaged; `StorageError` that says how much room is missing, before anything is copied.
        """
        ...

    async def room(self) -> int:
        """How many bytes all the backups take."""
        ...


class Storage(Protocol):
    """One noun each: `messages` are written, `rollups` read, and so on."""

    @property
    def messages(self) -> Messages: ...
    @property
    def channels(self) -> Channels: ...
    @property
    def rollups(self) -> Rollups: ...
    @property
    def published_days(self) -> PublishedDays: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def privacy(self) -> Privacy: ...
    @property
    def retention(self) -> Expiry: ...
    @property
    def model_versions(self) -> ModelVersions: ...
    @property
    def guilds(self) -> Guilds: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def posts(self) -> Posts: ...
    @property
    def digests(self) -> Digests: ...
    @property
    def notes(self) -> Notes: ...
    @property
    def marks(self) -> Marks: ...
    @property
    def alerts(self) -> Alerts: ...
    @property
    def files(self) -> Files | None:
        """`None` for an engine whose database is a server that looks after its own files."""
        ...
