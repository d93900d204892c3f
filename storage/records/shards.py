"""Which part of the bot's guilds a process serves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shards:
    """Discord's shards from `first` to `last`, of `count` in all.

    Every guild has one shard: https://discord.com/developers/docs/events/gateway#sharding

    >>> some, others = Shards(0, 15, 64), Shards(32, 47, 64)
    >>> str(some), some.serve(41 << 22), others.serve(41 << 22)
    ('0-15/64', False, True)
    >>> str(Shards(3, 3, 64))
    '3/64'
    """

    first: int
    last: int
    count: int

    @property
    def ids(self) -> list[int]:
        return list(range(self.first, self.last + 1))

    @property
    def are_all(self) -> bool:
        return self.last - self.first + 1 == self.count

    def serve(self, guild_id: int) -> bool:
        return self.first <= (guild_id >> 22) % self.count <= self.last

    def __str__(self) -> str:
        """As in BAROMETER_SHARDS."""
        if self.first == self.last:
            return f"{self.first}/{self.count}"
        return f"{self.first}-{self.last}/{self.count}"
