"""The sample server as the bot stores it: the conversation, scored by the default net."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zlib import crc32

import classifier
from playground import conversation
from playground.conversation import Script
from storage import Storage
from storage.records import DISCORD_EPOCH_MS, UNIX_EPOCH, NoteKind, ScoredMessage

TOLD = datetime(2026, 11, 26, 14, 20, tzinfo=UTC)
"""Four and eighteen days before, on Sunday evenings, the conversation is heated."""

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
"""The Monday evening after the second of them: all said later is not stored yet."""

GUILD = 1_000
_A_CHANNEL, _A_MEMBER = 2_000, 3_000
_BATCH = 500
_NOTES: tuple[tuple[timedelta, NoteKind, str], ...] = (
    (timedelta(days=11, hours=6), "rule", "Spoilers after a week"),
    (timedelta(hours=22, minutes=23), "slow mode", ""),
)
"""So long before the end, in #general."""


@dataclass(frozen=True, slots=True)
class SampleServer:
    """Its name, and the ids of its channels and threads by their names."""

    name: str
    channels: dict[str, int]
    threads: dict[str, int]


async def fill(storage: Storage, until: datetime = NOW) -> SampleServer:
    """Store what is said up to `until`, each message with the score that the bot gives it."""
    script = conversation.read()
    server = SampleServer(
        script.server,
        {name: _A_CHANNEL + number for number, name in enumerate(script.channels)},
        {name: _A_CHANNEL + 500 + number for number, name in enumerate(script.threads)},
    )
    messages = list(_scored(script, server, until))
    for first in range(0, len(messages), _BATCH):
        await storage.messages.apply(messages[first : first + _BATCH])
    for ago, kind, text in _NOTES:
        at = until - ago
        general, moderator = server.channels["general"], _A_MEMBER
        await storage.notes.add(
            GUILD, moderator, channel_id=general, at=at, kind=kind, text=text, now=at
        )
    await storage.published_days.publish(GUILD, until, patience=timedelta(0))
    return server


def _scored(script: Script, server: SampleServer, until: datetime) -> Iterator[ScoredMessage]:
    scorer = classifier.load()
    said = [each for each in conversation.schedule(script, TOLD) if each.at < until]
    scores = scorer.score([saying.text for saying in said])
    members = {name: _A_MEMBER + number for number, name in enumerate(script.members)}
    ids: list[int] = []
    for saying, score in zip(said, scores, strict=True):
        ids.append(_snowflake(saying.at, saying.text))
        parent = script.threads.get(saying.place)
        yield ScoredMessage(
            message_id=ids[-1],
            guild_id=GUILD,
            channel_id=(server.channels | server.threads)[saying.place],
            parent_id=None if parent is None else server.channels[parent],
            author_id=members[saying.member],
            reply_to=None if saying.answers is None else ids[saying.answers],
            edited_at=None,
            negative=score.negative,
            neutral=score.neutral,
            positive=score.positive,
            status=score.status,
            model=scorer.version,
        )


def said(until: datetime = NOW) -> dict[int, tuple[str, str]]:
    """Who said what, by the message's id: what only Discord would know."""
    script = conversation.read()
    sayings = [each for each in conversation.schedule(script, TOLD) if each.at < until]
    return {_snowflake(each.at, each.text): (each.member.title(), each.text) for each in sayings}


def _snowflake(at: datetime, text: str) -> int:
    """An id of that time, made different by its last bits where two messages share one."""
    since_2015 = (at - UNIX_EPOCH) // timedelta(milliseconds=1) - DISCORD_EPOCH_MS
    return since_2015 << 22 | crc32(text.encode()) & 0xFFF
