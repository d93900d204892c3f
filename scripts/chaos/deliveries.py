"""Made-up deliveries, as a gateway makes them: mostly new messages, some twice, edited, deleted.

Everything follows from the seed, so that two processes know the same deliveries.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from storage.records import (
    DISCORD_EPOCH_MS,
    Change,
    DeletedMessages,
    ReadUpTo,
    ScoredMessage,
    Status,
)

GUILD = 900
CHANNELS = {700: None, 701: None, 702: 700}  # the last is a thread under the first
MEMBERS = range(500, 520)
NEW_A_BATCH = 40
SECONDS_APART = 20
DUPLICATES, EDITS, DELETIONS = 0.1, 0.05, 0.02  # for each new message


@dataclass(frozen=True, slots=True)
class Deliveries:
    """An endless row of batches. `start_ms` is the first message's time in ms since 1970 (UTC)."""

    seed: int
    start_ms: int

    def batch(self, number: int) -> list[Change]:
        """Batch `number` (from 0): 40 new messages, and what happens to some that came before.

        It ends with how far each channel is read with it.
        """
        random = Random(f"{self.seed} batch {number}")
        changes: list[Change] = []
        newest: dict[int, ReadUpTo] = {}
        for index in range(number * NEW_A_BATCH, (number + 1) * NEW_A_BATCH):
            new = self.message(index)
            changes.append(new)
            newest[new.channel_id] = ReadUpTo(GUILD, new.channel_id, new.parent_id, new.message_id)
            earlier = random.randrange(max(0, index - 500), index + 1)
            if random.random() < DUPLICATES:
                changes.append(self.message(earlier))
            if random.random() < EDITS:
                changes.append(self.message(earlier, version=index + 1))
            if random.random() < DELETIONS:
                changes.append(self._deletion(earlier))
        return [*changes, *newest.values()]

    def message(self, index: int, version: int = 0) -> ScoredMessage:
        """Message `index` as first sent, or a later version of it; higher versions are newer."""
        random = Random(f"{self.seed} message {index} {version}")
        place = Random(f"{self.seed} place {index}")
        channel = place.choice(list(CHANNELS))
        negative = random.randint(0, 10_000)
        positive = random.randint(0, 10_000 - negative)
        status: Status = random.choice(("scored", "scored", "scored", "unsure", "not_scored"))
        sent = ScoredMessage(
            message_id=self._snowflake(index),
            guild_id=GUILD,
            channel_id=channel,
            parent_id=CHANNELS[channel],
            author_id=place.choice(MEMBERS),
            reply_to=self._snowflake(index - 1) if index and place.random() < 0.2 else None,
            edited_at=None,
            negative=negative / 10_000,
            neutral=(10_000 - negative - positive) / 10_000,
            positive=positive / 10_000,
            status=status,
            model="chaos-00000000",
        )
        if not version:
            return sent
        later = sent.created_at + timedelta(seconds=version)
        return ScoredMessage(
            **{
                name: getattr(sent, name) for name in ScoredMessage.__slots__ if name != "edited_at"
            },
            edited_at=later,
        )

    def _deletion(self, index: int) -> DeletedMessages:
        message = self.message(index)
        return DeletedMessages(message.guild_id, message.channel_id, (message.message_id,))

    def _snowflake(self, index: int) -> int:
        moment = self.start_ms + index * SECONDS_APART * 1000 - DISCORD_EPOCH_MS
        return moment << 22 | index % 4096
