"""Which of the stored messages that a page of history does not show were deleted.

A deletion is for ever, and a history can be wrong: empty, or cut short, though what is stored is
there. So a message that is missing is asked for itself, and of many only after a second look,
minutes later.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import discord

from bot.ingest.history_requests import PAGE, HistoryRequests
from bot.ingest.message_channels import MessageChannel
from storage.records import snowflake_time

FEW: Final = 3
"""So many missing messages of a page are asked for one by one, at once."""

SAMPLE: Final = 5
"""So many of more than `FEW` are asked for, of each page."""

UNKNOWN_MESSAGE: Final = 10008
"""https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"""


class IncompleteHistoryError(Exception):
    """A history leaves out messages that are there: it tells nothing about any."""


@dataclass(frozen=True, slots=True)
class Suspects:
    """Stored messages, many of them, that the page after this id did not show."""

    after: int
    ids: frozenset[int]


class Deletions:
    """Judges. The history may be `lag_seconds` behind what was told live, by the `clock`."""

    def __init__(
        self,
        requests: HistoryRequests,
        *,
        clock: Callable[[], datetime],
        lag_seconds: float,
    ) -> None:
        self._requests = requests
        self._clock = clock
        self._lag_seconds = lag_seconds

    async def gone(self, place: MessageChannel, suspects: Suspects) -> frozenset[int]:
        """Those of a page's missing messages that were surely deleted, if they are few.

        None of many; but then the newest of them, at least, is not there: a history that may not
        be read comes empty, too
        (https://discord.com/developers/docs/resources/message#get-channel-messages).

        Raises IncompleteHistoryError if one of them is there, discord.HTTPException.
        """
        await self._outwait_lag(max(suspects.ids))
        if len(suspects.ids) > FEW:
            await self._refute(place, [max(suspects.ids)])
            return frozenset()
        missing = await self._still_missing(place, suspects)
        await self._refute(place, missing)
        return missing

    async def gone_after_all(self, place: MessageChannel, suspects: Suspects) -> frozenset[int]:
        """Those of many that were deleted, by a look minutes after the first; raises as `gone`."""
        missing = sorted(await self._still_missing(place, suspects))
        await self._refute(place, _sample(missing))
        return frozenset(missing)

    async def _outwait_lag(self, message_id: int) -> None:
        """Wait until a message that was told of live must be in the history."""
        age = self._clock() - snowflake_time(message_id)
        await asyncio.sleep(min(self._lag_seconds - age.total_seconds(), self._lag_seconds))

    async def _still_missing(self, place: MessageChannel, suspects: Suspects) -> frozenset[int]:
        """What the page does not show now either, as far as it must hold it.

        What came in between was stored before the first look, so it is on it.
        """
        again = await self._requests.page(place, suspects.after)
        missing: Collection[int] = suspects.ids
        if len(again) == PAGE:
            missing = [each for each in missing if each < again[-1].id]
        return frozenset(missing) - {message.id for message in again}

    async def _refute(self, place: MessageChannel, message_ids: Iterable[int]) -> None:
        for message_id in message_ids:
            try:
                await self._requests.message(place, message_id)
            except discord.NotFound as error:
                if error.code != UNKNOWN_MESSAGE:
                    raise
            else:
                raise IncompleteHistoryError(
                    f"the history of channel {place.id} leaves out message {message_id}, which is "
                    "there: nothing was deleted"
                )


def _sample(ids: Sequence[int]) -> Sequence[int]:
    """The first, the last and some between: _sample(range(9)) -> [0, 2, 4, 6, 8]."""
    if len(ids) <= SAMPLE:
        return ids
    step = (len(ids) - 1) / (SAMPLE - 1)
    return [ids[round(number * step)] for number in range(SAMPLE)]
