"""Closes one channel's gap: where reading its history has to begin, and when it is at the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import discord

from bot.ingest.gaps import Gaps
from bot.ingest.history import History
from bot.ingest.message_channels import MessageChannel, read_up_to, up_to_now
from bot.ingest.pipeline import Pipeline
from bot.permissions.channels import lies_in
from storage import Storage
from storage.records import snowflake_time

OVERLAP, LONGEST_OVERLAP = timedelta(hours=1), timedelta(days=1)
"""How far before the gap reading begins, to find edits and deletions that nobody told of: as far as
the gap is long, within these."""

DISORDER = timedelta(seconds=5)
"""A message may come after others with later ids: so it may be missed although the channel was read
up to one that is so much later."""

QUIET = timedelta(days=1)
"""A channel without a new message, and with none for so long, is not asked for its history."""


class GapReader:
    """Reads a channel with a gap from where it is known to be read up to, until it has none.

    A channel that is not `known` was made in the gap, and is read from its beginning. Nothing is
    read that is older than `rows_kept`, because it is not stored, nor what was said before the bot
    came to the guild.
    """

    def __init__(
        self,
        history: History,
        pipeline: Pipeline,
        storage: Storage,
        *,
        clock: Callable[[], datetime],
        rows_kept: timedelta,
    ) -> None:
        self._history = history
        self._pipeline = pipeline
        self._gaps: Gaps = pipeline.gaps
        self._storage = storage
        self._clock = clock
        self._rows_kept = rows_kept

    async def close(
        self, place: MessageChannel, known: int | None, newest: Callable[[], int | None]
    ) -> None:
        """Close the gap; `known` is the id up to which the place was handed in without one.

        `newest` tells the id of the newest message, as far as it is known without asking Discord;
        0 where there never was one.
        Raises discord.HTTPException, TimeoutError, StorageError; the gap is open then.
        """
        if await self._is_left_out(place) and await self._skip(place, known or 0):
            return
        while self._gaps.is_open(place.guild.id, place.id):
            away = known is not None and self._was_away(place, known)
            missed = self._gaps.begin(place.guild.id, place.id)
            if missed is not None or away or not self._is_quiet(known, newest()):
                known = await self._read(place, known, missed)
            self._gaps.close(place.guild.id, place.id)

    @property
    def _rows_begin(self) -> datetime:
        return self._clock() - self._rows_kept

    def oldest(self, guild: discord.Guild, known: int) -> datetime:
        """From when on anything of this guild is read that is known up to this snowflake.

        0: nothing is known. Else what is from before the bot joined may have changed.
        """
        if 0 < known < _joined(guild):
            return self._rows_begin
        return max(self._rows_begin, snowflake_time(_joined(guild)))

    def _was_away(self, place: MessageChannel, known: int) -> bool:
        """Whether all that is stored of the place may have been edited or deleted since.

        So it is after a time in which the bot could not read the channel, or was not in the guild.
        """
        back_again = 0 < known < _joined(place.guild)
        return back_again or self._gaps.is_blind(place.guild.id, place.id)

    async def _is_left_out(self, place: MessageChannel) -> bool:
        settings = await self._storage.settings.get(place.guild.id)
        return lies_in(place, settings.ignored_channel_ids)

    async def _skip(self, place: MessageChannel, known: int) -> bool:
        """What is said in a channel that is left out is not counted later, either.

        False where messages from before are stored that may have been deleted: in a backup that
        was restored, and while the bot was away.
        """
        away = self._was_away(place, known)
        after = discord.utils.time_snowflake(self._rows_begin) if away else known
        if await self._storage.messages.ids(place.guild.id, place.id, after):
            return False
        self._gaps.begin(place.guild.id, place.id)
        await self._pipeline.store([], [up_to_now(place)])
        self._gaps.close(place.guild.id, place.id)
        return True

    def _is_quiet(self, known: int | None, newest: int | None) -> bool:
        """Whether nothing was said after `known`, nor for long before now; or nothing ever."""
        if newest == 0:
            return True
        if known is None or newest is None or newest > known:
            return False
        return snowflake_time(known) < self._clock() - QUIET

    async def _read(self, place: MessageChannel, known: int | None, missed: int | None) -> int:
        """Read on to the newest message, and return its id; or tell where reading has to go on."""
        reached = (known or 0) if missed is None else missed - 1
        joined = _joined(place.guild)
        try:
            after, handed_in = await self._bounds(place, known, missed)
            async for page in self._history.pages(place, after, note=True, known=handed_in):
                reached = max(reached, page.last)
            if known is not None and reached < joined:  # so that it is not done again
                await self._pipeline.store([], [read_up_to(place, joined)])
                reached = joined
        except BaseException:
            if missed is not None:
                self._gaps.open(place.guild.id, place.id, reached + 1)
            raise
        return reached

    async def _bounds(
        self, place: MessageChannel, known: int | None, missed: int | None
    ) -> tuple[int, int]:
        """The id after which reading begins, and the one up to which nothing is new."""
        start, handed_in = place.id - 1, 0
        if known is not None:
            until = snowflake_time(known)
            disorder = discord.utils.time_snowflake(until - DISORDER)
            # What was missed further back is an edit or a deletion of what had been handed in.
            handed_in = known if missed is None else max(min(known, missed - 1), disorder)
            start = known if missed is None else min(known, missed - 1)
            if not self._gaps.knows(place.guild.id, place.id):
                since = until - overlap(until, self._clock())
                if self._was_away(place, known):
                    since = min(since, self._rows_begin)
                stored = await self._stored(place, since, known)
                if stored[-1:] == [known]:  # else it may have been left out, with those before
                    handed_in = disorder
                # Of what lies before, only what is stored can have changed.
                start = min([start, handed_in, *(each - 1 for each in stored[:1])])
                if stored[:1] and stored[0] <= (joined := _joined(place.guild)):
                    # It was counted before the bot came (again). Nothing else of then is.
                    handed_in = max(handed_in, joined)
                    return start, handed_in
        oldest = max(self._rows_begin, snowflake_time(_joined(place.guild)))
        return max(start, discord.utils.time_snowflake(oldest)), handed_in

    async def _stored(self, place: MessageChannel, since: datetime, up_to: int) -> list[int]:
        after = discord.utils.time_snowflake(since)
        return await self._storage.messages.ids(place.guild.id, place.id, after, up_to)


def _joined(guild: discord.Guild) -> int:
    """When the bot joined the guild, as a snowflake; 0: nobody knows."""
    joined = guild.me.joined_at
    return 0 if joined is None else discord.utils.time_snowflake(joined)


def overlap(known: datetime, now: datetime) -> timedelta:
    """How far before what is known reading begins now."""
    return min(max(now - known, OVERLAP), LONGEST_OVERLAP)
