"""What of a batch goes into the storage: who is counted, and how their messages score."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from typing import Protocol

from bot.ingest.events import Event, IncomingMessage
from bot.logs import describe
from classifier.score import Score
from storage.records import (
    Change,
    GuildSettings,
    ScoredMessage,
)

log = logging.getLogger(__name__)


class Scoring(Protocol):
    """What the intake needs of the classifier's thread pool."""

    async def score(self, texts: Sequence[str]) -> list[Score]: ...


class GuildChoices(Protocol):
    """What the intake needs of the stored settings."""

    async def get(self, guild_id: int) -> GuildSettings: ...


class MemberWishes(Protocol):
    """What the intake needs of the stored wishes."""

    async def barred(self, members: Collection[tuple[int, int]]) -> dict[tuple[int, int], int]: ...


class Intake:
    """Turns events into changes. Only texts that are counted reach the scorer.

    `model` is the version of the net that scores.
    """

    def __init__(
        self, scoring: Scoring, settings: GuildChoices, wishes: MemberWishes, *, model: str
    ) -> None:
        self._scoring = scoring
        self._settings = settings
        self._wishes = wishes
        self._model = model

    async def counted(self, events: Sequence[Event]) -> list[Event]:
        """Those from channels that no administrator left out, by members who want to be counted.

        What is not a message always counts: it is about what was stored before. Raises
        `StorageError` where the storage cannot say.
        """
        messages = [event for event in events if isinstance(event, IncomingMessage)]
        left_out = {}
        for guild_id in {message.guild_id for message in messages}:
            left_out[guild_id] = (await self._settings.get(guild_id)).ignored_channel_ids
        unwanted = await self._wishes.barred({(m.guild_id, m.author_id) for m in messages})

        def counts(event: Event) -> bool:
            if not isinstance(event, IncomingMessage):
                return True
            if {event.channel_id, event.parent_id} & left_out[event.guild_id]:
                return False
            up_to = unwanted.get((event.guild_id, event.author_id))
            return up_to is None or event.message_id > up_to

        return list(filter(counts, events))

    async def scored(self, events: Sequence[Event]) -> tuple[list[Change], list[IncomingMessage]]:
        """The changes of these events, in order; and the messages that could not be scored."""
        texts = [event.text for event in events if isinstance(event, IncomingMessage)]
        scores = iter(await self._scores(texts))
        changes: list[Change] = []
        unscored: list[IncomingMessage] = []
        for event in events:
            if not isinstance(event, IncomingMessage):
                changes.append(event)
            elif (score := next(scores)) is not None:
                changes.append(scored_message(event, score, self._model))
            else:
                unscored.append(event)
        return changes, unscored

    async def _scores(self, texts: Sequence[str]) -> Sequence[Score | None]:
        """One score a text; `None` where scoring failed. One bad text does not spoil the others."""
        if not texts:
            return []
        try:
            return await self._scoring.score(texts)
        except Exception as error:
            if len(texts) == 1:
                log.error("Scoring failed: %s", describe(error))
                return [None]
        return [(await self._scores([text]))[0] for text in texts]


def scored_message(message: IncomingMessage, score: Score, model: str) -> ScoredMessage:
    """The row of a message: its score, and all of it but the text."""
    return ScoredMessage(
        message_id=message.message_id,
        guild_id=message.guild_id,
        channel_id=message.channel_id,
        parent_id=message.parent_id,
        author_id=message.author_id,
        reply_to=message.reply_to,
        edited_at=message.edited_at,
        negative=score.negative,
        neutral=score.neutral,
        positive=score.positive,
        status=score.status,
        model=model,
    )
