"""Nobody can be read out of the difference of two answers.

In each of `--runs` servers people have written in channels and a thread for some days, few or many
and one at times louder than all others. `python -m bot` has read it all. A member without any right
asks for everything that a member can: channels, the thread, the server, periods, charts and their
texts. Then somebody else edits, deletes or writes late, asks to be forgotten, or opts out; what is
due is published once more; and the member asks again. Between the two nothing may differ.
"""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from playground.server import LoopbackDiscord
from playground.world import Channel, Guild, Message, User
from scripts.chaos import ledger, town
from scripts.chaos.result import Result

PATIENCE = 60.0
DAYS = 12  # so far back reaches what is said
PERIODS = ("24 hours", "7 days", "30 days", "90 days")
CHANGING = ("url", "proxy_url", "id", "timestamp")  # in every message, whatever it tells

Seen = dict[str, Any]
"""What a member was answered, by what they asked."""


def run(options: Namespace) -> Result:
    """Try to read somebody out in `options.runs` servers."""
    with TemporaryDirectory() as folder:
        return asyncio.run(Trial(Path(folder), options).run())


@dataclass(slots=True)
class House:
    """A server in which people write, and somebody else asks, who never does anything."""

    server: LoopbackDiscord
    guild: Guild
    owner: User
    people: list[User]
    channels: list[Channel]
    places: list[Channel]
    random: Random
    said: dict[tuple[int, date], list[Message]] = field(default_factory=dict)

    @classmethod
    async def build(cls, server: LoopbackDiscord, seed: int) -> House:
        world, random = server.world, Random(seed)
        owner = world.add_user(f"olga{seed}")
        guild = world.add_guild(f"Lighthouse {seed}", owner)
        people = [world.add_user(f"person{seed}-{number}") for number in range(8)]
        for person in people:
            world.add_member(guild, person)
        channels = [world.add_channel(guild, name) for name in ("general", "games")]
        opened = datetime.now(UTC) - timedelta(days=DAYS + 5)
        thread = world.add_thread(channels[0], "map hunt", owner, at=opened)
        server.invite(guild)
        house = cls(server, guild, owner, people, channels, [*channels, thread], random)
        for place in house.places:
            for ago in random.sample(range(1, DAYS), random.randint(3, 6)):
                await house.talk(place, ago)
        return house

    async def talk(self, place: Channel, ago: int) -> None:
        """A day of a few people or many; in every third one is louder than the others."""
        writers = self.random.sample(self.people, self.random.randint(3, 7))
        wrote = [self.random.randint(2, 9) for _ in writers]
        if self.random.random() < 1 / 3:
            wrote[0] *= 3
        authors = [who for who, count in zip(writers, wrote, strict=True) for _ in range(count)]
        self.random.shuffle(authors)
        for author in authors:
            await self.say(author, place, self.time_of(ago))

    async def say(self, author: User, place: Channel, at: datetime) -> Message:
        text = f"{self.random.choice(town.SAYINGS)} {self.random.choice(town.SAYINGS)}"
        message = await self.server.send_message(author, place, text, at=at)
        self.said.setdefault((place.id, at.date()), []).append(message)
        return message

    def time_of(self, ago: int) -> datetime:
        midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight - ago * timedelta(days=1) + self.random.random() * timedelta(hours=23.9)

    async def have_all_read(self) -> None:
        """The owner has the past of every channel read, with its thread; days are published."""
        for channel in self.channels:
            line = "/sentiment backfill days:30"
            reply = await self.server.command(self.owner, channel, line, channel=channel)
            async with asyncio.timeout(PATIENCE):
                while reply.embeds[0]["title"] != "Done":
                    await asyncio.sleep(0.1)
                    reply = self.server.look_again(reply)

    async def ask_everything(self) -> Seen:
        """All that a member can ask, with what they are answered.

        It is somebody new each time: nobody has so many charts a minute.
        """
        world, lobby = self.server.world, self.channels[0]
        asker = world.add_user(f"asker{len(world.users)}")
        world.add_member(self.guild, asker)
        asked: list[tuple[str, Channel, dict[str, Channel]]] = [
            (f"/sentiment server period:{period}", lobby, {}) for period in PERIODS
        ]
        asked += [("/sentiment trend period:30 days", lobby, {})]
        for place in self.places:
            for period in ("7 days", "90 days"):
                asked += [(f"/sentiment channel period:{period}", place, {})]
            asked += [("/sentiment trend period:30 days", lobby, {"channel": place})]
        seen: Seen = {}
        for line, place, about in asked:
            named = f" about {about['channel'].name}" if about else ""
            seen[f"{line} in {place.name}{named}"] = await self._ask(asker, line, place, about)
        return seen

    async def _ask(self, who: User, line: str, place: Channel, about: dict[str, Channel]) -> Any:
        reply = await self.server.command(who, place, line, **about)
        described = [each.get("description") for each in reply.message["attachments"]]
        return reply.content, _lasting(reply.embeds), described, reply.files

    def messages_of(self, author: User) -> list[Message]:
        return [m for said in self.said.values() for m in said if m.author.id == author.id]


def _lasting(value: Any) -> Any:
    """What a message says, without what is new in each one."""
    if isinstance(value, dict):
        return {name: _lasting(each) for name, each in value.items() if name not in CHANGING}
    if isinstance(value, list | tuple):
        return [_lasting(each) for each in value]
    return value


class Trial:
    """The servers one after the other, all with one bot."""

    def __init__(self, folder: Path, options: Namespace) -> None:
        self._folder = folder
        self._options = options
        self._database = town.database(folder)
        self._broken: list[str] = []
        self._count: Counter[str] = Counter()

    async def run(self) -> Result:
        seed, runs = self._options.seed, self._options.runs
        async with LoopbackDiscord() as server:
            houses = [await House.build(server, 1000 * seed + number) for number in range(runs)]
            async with town.bot(server, self._folder):
                await server.wait_until_ready()
                for house in houses:
                    await self._try(house)
        for kind in ("moods", "hidden_days", "charts"):
            if not self._count[kind]:
                self._broken.append(f"there were no {kind.replace('_', ' ')} to see")
        self._broken += ledger.faults(self._database)
        figures = {"runs": runs, "questions": 0, "differences": 0, **self._count}
        return Result(figures, tuple(self._broken))

    async def _try(self, house: House) -> None:
        today = datetime.now(UTC).date()
        await house.have_all_read()
        before = await house.ask_everything()
        self._note(before)
        others = house.random.sample(house.people, 5)
        acts = (self._edit, self._delete, self._write_late, self._forget, self._opt_out)
        for act, actor in zip(acts, others, strict=True):
            await act(house, actor)
            await house.have_all_read()
            after = await house.ask_everything()
            if datetime.now(UTC).date() != today:
                return  # another day is yesterday now
            self._compare(act.__name__.strip("_"), before, after)
            before = after

    def _note(self, seen: Seen) -> None:
        for _, embeds, _, files in seen.values():
            self._count["moods"] += "Average mood" in str(embeds)
            self._count["hidden_days"] += "hidden" in str(embeds)
            self._count["charts"] += len(files)

    def _compare(self, act: str, before: Seen, after: Seen) -> None:
        self._count["questions"] += len(after)
        different = [asked for asked in after if after[asked] != before[asked]]
        self._count["differences"] += len(different)
        self._broken += [f"{act}: {asked} is answered differently" for asked in different]

    async def _edit(self, house: House, actor: User) -> None:
        edited = house.messages_of(actor)[:20]
        for message in edited:
            await house.server.edit_message(message, "this is awful, I hate it")
        keys = [(m.channel_id, m.id) for m in edited]
        await self._until(lambda stored: all(stored[key][0] for key in keys))

    async def _delete(self, house: House, actor: User) -> None:
        deleted = house.messages_of(actor)[:20]
        for message in deleted:
            await house.server.delete_message(message)
        keys = {(m.channel_id, m.id) for m in deleted}
        await self._until(lambda stored: keys.isdisjoint(stored))

    async def _write_late(self, house: House, actor: User) -> None:
        """On days on which others have written, and that are published."""
        late = []
        for place in house.places:
            days = sorted(day for channel, day in house.said if channel == place.id)
            ago = (datetime.now(UTC).date() - house.random.choice(days)).days
            late += [await house.say(actor, place, house.time_of(ago)) for _ in range(10)]
        keys = {(m.channel_id, m.id) for m in late}
        await self._until(lambda stored: keys <= stored.keys())

    async def _forget(self, house: House, actor: User) -> None:
        await self._erase(house, actor, "forget")

    async def _opt_out(self, house: House, actor: User) -> None:
        await self._erase(house, actor, "opt-out")

    async def _erase(self, house: House, actor: User, how: str) -> None:
        line = f"/sentiment privacy {how}"
        question = await house.server.command(actor, house.channels[0], line)
        reply = await house.server.press(question, "Yes, erase")
        if reply.embeds[0]["title"] != "Done":
            self._broken.append(f"{how} was answered with {reply.embeds[0]['title']}")

    async def _until(
        self, true: Callable[[dict[ledger.ChannelMessage, ledger.Known]], bool]
    ) -> None:
        if not await town.wait_until(lambda: true(ledger.stored(self._database)), PATIENCE):
            self._broken.append("what was done did not reach the database")
