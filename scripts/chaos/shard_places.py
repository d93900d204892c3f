"""Servers with a past, an alert and a digest; and what was posted in them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import classifier
import storage
from bot.clock import utc_now
from bot.render.alerts import USUAL_AGAIN
from playground.world import Channel, Guild, Message, World
from scripts.chaos.ledger import ChannelMessage
from storage.records import Alert, Digest, ScoredMessage, snowflake_time

MORE_PEOPLE: Final = 4
"""As a mood and an alert need, beside the three of each server."""

_DAYS: Final = range(2, 24)  # ago: none of them is looked at again when a gap is read
_HOURS: Final = range(8, 20)
_MOST_DIGESTS: Final = 16
_DISCORD_EPOCH: Final = datetime(2015, 1, 1, tzinfo=UTC)


class Places:
    """`busy` servers, some with a digest; in those that are `quarrelling` an alert is set."""

    def __init__(self, world: World, busy: Sequence[Guild], quarrelling: Sequence[Guild]) -> None:
        self.earlier: set[ChannelMessage] = set()
        self._world = world
        self._quarrelling = quarrelling
        # Where nobody quarrels: there it is the only post.
        calm = [guild for guild in busy if guild not in quarrelling]
        self.with_digest = calm[:: max(1, len(calm) // _MOST_DIGESTS)]
        for guild in quarrelling:
            for number in range(MORE_PEOPLE):
                world.add_member(guild, world.add_user(f"more-{number}-of-{guild.id}"))

    async def set_up(self, address: str, key_file: Path) -> None:
        """Put into the database what the bot would know by now."""
        now = utc_now()
        model = (await asyncio.to_thread(classifier.load)).version
        async with storage.open(address, now=now, key_file=key_file) as store:
            for guild in self._quarrelling:
                general, other = _channels(guild)
                past = list(_past(guild, general, now, model))
                await store.messages.apply(past)
                self.earlier |= {(each.channel_id, each.message_id) for each in past}
                await store.alerts.add(guild.id, Alert(0, general.id, other.id, "default", now))
            for guild in self.with_digest:
                _, other = _channels(guild)
                told = now - timedelta(days=1, hours=1)
                await store.digests.set(Digest(guild.id, other.id, None, now.hour, False, told))

    def all_told(self) -> bool:
        """Whether every alert and every digest was posted."""
        return all(self._posts(guild) for guild in (*self._quarrelling, *self.with_digest))

    def faults(self) -> list[str]:
        """Which of them were not posted, or more than once."""
        found = []
        for what, guilds in (("an alert", self._quarrelling), ("a digest", self.with_digest)):
            posted = Counter(len(self._posts(guild)) for guild in guilds)
            found += [
                f"{what} was posted {times} times, in {many} servers"
                for times, many in posted.items()
                if times != 1
            ]
        return found

    def _posts(self, guild: Guild) -> list[Message]:
        """What the bot posted there, but for all-clears."""
        _, other = _channels(guild)
        posted = [message for message in self._world.messages(other) if message.author.bot]
        return [message for message in posted if message.content != USUAL_AGAIN]


def let_something_be_said(world: World, guilds: Sequence[Guild]) -> None:
    """Long ago, in every channel, before the bot came: so there is nothing to be read."""
    for guild in guilds:
        at = snowflake_time(guild.id) + timedelta(hours=12)
        author = world.user(guild.owner_id)
        for channel in guild.channels.values():
            world.add_message(Message(world.ids.make(at), channel.id, author, "welcome"))


def _channels(guild: Guild) -> tuple[Channel, Channel]:
    general, other = list(guild.channels.values())[:2]
    return general, other


def _past(guild: Guild, channel: Channel, now: datetime, model: str) -> Iterator[ScoredMessage]:
    """Three weeks in which everybody is friendly, most of the time."""
    people = [member.user.id for member in guild.members.values() if not member.user.bot]
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    number = 0
    for day in _DAYS:
        for hour in _HOURS:
            for person in people[:5]:
                number += 1
                at = today - timedelta(days=day) + timedelta(hours=hour, milliseconds=number)
                grim = number % 12 == 0
                yield ScoredMessage(
                    message_id=(at - _DISCORD_EPOCH) // timedelta(milliseconds=1) << 22,
                    guild_id=guild.id,
                    channel_id=channel.id,
                    parent_id=None,
                    author_id=person,
                    reply_to=None,
                    edited_at=None,
                    negative=0.8 if grim else 0.1,
                    neutral=0.1,
                    positive=0.1 if grim else 0.8,
                    status="scored",
                    model=model,
                )
