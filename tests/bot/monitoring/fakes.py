"""What the collector asks, without a bot behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import discord

from bot.ingest.counters import Counters
from bot.ingest.gaps import Gaps


@dataclass
class FakeQueue:
    counters: Counters = field(default_factory=Counters)
    gaps: Gaps = field(default_factory=Gaps)
    waiting: int = 0
    capacity: int = 20


@dataclass
class FakePast:
    readings: int = 0


@dataclass
class FakeBackups:
    makes_backups: bool = True
    backed_up_at: datetime | None = None


@dataclass
class FakeShard:
    closed: bool = False

    def is_closed(self) -> bool:
        return self.closed


@dataclass
class FakeGateway:
    shards: Mapping[int, FakeShard]
    ready: bool = True
    guilds: Sequence[object] = ("harbour", "mountain")
    latency: float = 0.04
    intents: discord.Intents = field(default_factory=discord.Intents.none)

    def is_ready(self) -> bool:
        return self.ready
