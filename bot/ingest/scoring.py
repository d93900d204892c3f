"""What of a batch goes into the storage: who is counted, and how their messages score."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.ingest.bot_commands import is_command
from bot.ingest.events import Event, IncomingMessage
from bot.logs import describe
from classifier.score import Score
from storage.records import USUAL_COMMAND_MARKS, Change, Exclusions, ScoredMessage

log = logging.getLogger(__name__)


class TextScorer(Protocol):
    """What scoring needs of the classifier: its thread pool."""

    async def score(self, texts: Sequence[str]) -> list[Score]: ...


class StoredChoices(Protocol):
    """What scoring needs of the storage: who and what must not be counted."""

    async def exclusions(self, members: Collection[tuple[int, int]]) -> Exclusions: ...

    async def passed_over(
        self, messages: Collection[tuple[int, int, int]]
    ) -> frozenset[tuple[int, int, int]]: ...


@dataclass(frozen=True, slots=True)
class Scored:
    """What came of a batch of events: each is in one of these.

    `changes` in the order of the events; `ignored` counts the messages that must not be counted;
    `failed` are those that could not be scored.
    """

    changes: list[Change]
    ignored: int
    failed: list[IncomingMessage]


class Scoring:
    """Turns events into changes. Only texts that are counted reach the scorer.

    `model` is the version of the net that scores.
    """

    def __init__(self, scorer: TextScorer, choices: StoredChoices, *, model: str) -> None:
        self._scorer = scorer
        self._choices = choices
        self._model = model

    async def score(self, events: Sequence[Event], *, live: bool = False) -> Scored:
        """Leave out whom and what must not be counted, and score the other messages.

        What is not a message always counts: it is about what was stored before. `live`: the events
        come as they happen; then a message that did not count when it was sent does not count when
        it is edited. Raises `StorageError`, before anything is scored, where the storage cannot
        say who counts.
        """
        members = {(e.guild_id, e.author_id) for e in events if isinstance(e, IncomingMessage)}
        excluded = await self._choices.exclusions(members) if members else Exclusions()
        counted = [e for event in events if (e := counted_part(event, excluded)) is not None]
        if live and (passed_over := await self._edits_to_pass_over(counted)):
            counted = [e for e in counted if not _is_among(e, passed_over)]
        texts = [event.text for event in counted if isinstance(event, IncomingMessage)]
        scores = iter(await self._scores(texts))
        scored = Scored([], len(events) - len(counted), [])
        for event in counted:
            if not isinstance(event, IncomingMessage):
                scored.changes.append(event)
            elif (score := next(scores)) is not None:
                scored.changes.append(scored_message(event, score, self._model))
            else:
                scored.failed.append(event)
        return scored

    async def _edits_to_pass_over(
        self, counted: Sequence[Event]
    ) -> frozenset[tuple[int, int, int]]:
        """The edited messages that did not count when they were sent.

        One that was sent in this batch, and counts, is not stored yet.
        """
        messages = [event for event in counted if isinstance(event, IncomingMessage)]
        edited = {_key(message) for message in messages if message.edited_at is not None}
        if not edited:
            return frozenset()
        edited -= {_key(message) for message in messages if message.edited_at is None}
        return await self._choices.passed_over(edited)

    async def _scores(self, texts: Sequence[str]) -> Sequence[Score | None]:
        """One score a text; `None` where scoring failed. One bad text does not spoil the others."""
        if not texts:
            return []
        try:
            return await self._scorer.score(texts)
        except Exception as error:
            if len(texts) == 1:
                log.error("Scoring failed: %s", describe(error))
                return [None]
        return [(await self._scores([text]))[0] for text in texts]


def _key(message: IncomingMessage) -> tuple[int, int, int]:
    return message.guild_id, message.channel_id, message.message_id


def _is_among(event: Event, messages: frozenset[tuple[int, int, int]]) -> bool:
    return isinstance(event, IncomingMessage) and _key(event) in messages


def counted_part(event: Event, excluded: Exclusions) -> Event | None:
    """The event as it counts; `None` for a message that does not.

    A command to another bot does not; an edit that makes a message one takes its text away.
    """
    if not isinstance(event, IncomingMessage):
        return event
    if event in excluded:
        return None
    marks = excluded.command_marks.get(event.guild_id, USUAL_COMMAND_MARKS)
    if not is_command(event.text, marks):
        return event
    return None if event.edited_at is None else replace(event, text="")


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
        read_again=message.read_again,
    )
