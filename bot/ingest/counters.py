"""What became of the events since the start, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Counters:
    """Events since the start: every accepted one ends up in `stored`, `ignored` or `lost`.

    `refused` were never accepted, because the queue was full or closing. `ignored` came from
    channels that an administrator left out, or from members who do not want to be counted. What
    was refused or lost leaves a gap in its channel. `backfilled` are none of these: messages that
    only the history had; `backfill_lost` those of the history that cannot be scored. `unparsed`
    messages, live or of the history, are none that discord.py understands: they are passed over.
    """

    accepted: int = 0
    refused: int = 0
    stored: int = 0
    ignored: int = 0
    lost: int = 0
    backfilled: int = 0
    backfill_lost: int = 0
    unparsed: int = 0

    def in_words(self) -> str:
        """For the end of the log: what was done, and then only what there was.

        Counters(stored=1234, refused=2).in_words()
        -> "1,234 events counted, 2 refused while the queue was full or closing"
        """
        said = [f"{self.stored:,} {_plural('event', self.stored)} counted"]
        if self.backfilled:
            messages = _plural("message", self.backfilled)
            said.append(f"{self.backfilled:,} {messages} read from the past")
        for many, what in (
            (self.ignored, "left out as their channel or author is"),
            (self.refused, "refused while the queue was full or closing"),
            (self.lost, "lost"),
            (self.backfill_lost, "of the past lost because they cannot be scored"),
            (self.unparsed, "passed over because Discord's library cannot parse them"),
        ):
            if many:
                said.append(f"{many:,} {what}")
        return ", ".join(said)


def _plural(noun: str, many: int) -> str:
    return noun if many == 1 else f"{noun}s"
