"""One person asks for all they can, and a big channel is deleted: nobody else has to wait.

`python -m bot` has hourly sums of half a year for each of `--channels` channels of one guild. A
moderator of it asks for the mood of all of them over 90 days, `--runs` times at once. Meanwhile, in
another guild, a message must be stored within 3 s and a question about one's own data answered
within 3 s; and somebody else's question about the same 90 days may take 3 s more than four times
as long as when nobody else asks. The moderator gets two answers at a time, and is asked for a
moment for the rest.

Then a channel of `--messages` messages is deleted. In the other guild messages must be stored
within 3 s all the while, and in the end nothing of the channel may be left.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from playground.errors import NoAnswerError
from playground.server import LoopbackDiscord
from playground.world import Channel, User, World
from scripts.chaos import ledger, made_up, town
from scripts.chaos.result import Figure, Result

DAYS = 180  # of sums: 90, and the 90 before, with which they are compared
QUESTION = "/sentiment server period:90 days"
MOST_SECONDS = 3.0
ONE_MOMENT = "One moment, please"
PATIENCE = 120.0

# The channel itself goes last.
_LEFT = """
    SELECT count(*) + (SELECT count(*) FROM channel WHERE guild = 0 OR snowflake = ?1)
    FROM message WHERE channel IN (SELECT id FROM channel WHERE guild = 0 OR snowflake = ?1)
"""


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--channels", type=int, default=200, metavar="N", help="of the big guild (200)"
    )
    parser.add_argument(
        "--messages", type=int, default=300_000, metavar="N", help="to be deleted (300000)"
    )


def run(options: Namespace) -> Result:
    """Let one person ask `options.runs` questions."""
    with TemporaryDirectory() as folder:
        database = town.database(Path(folder))
        made_up.make(database)
        return asyncio.run(Trial(Path(folder), options).run())


class Trial:
    """A big guild, with the noisy person and a patient one, and a small guild."""

    def __init__(self, folder: Path, options: Namespace) -> None:
        self._folder = folder
        self._database = town.database(folder)
        self._options = options
        self._world = World()
        self._noisy, self._patient = (self._world.add_user(name) for name in ("noah", "pia"))
        self._ana = self._world.add_user("ana")
        self._figures: dict[str, Figure] = {}
        self._broken: list[str] = []

    async def run(self) -> Result:
        world = self._world
        big = world.add_guild("The Harbour", self._noisy)
        permissions = big.roles[big.id].permissions
        world.add_member(big, self._patient, world.add_role(big, "Admins", permissions | 1 << 3))
        small = world.add_guild("The Lighthouse", self._ana)
        channels = [world.add_channel(big, f"n-{n}") for n in range(self._options.channels)]
        doomed, general = world.add_channel(big, "doomed"), world.add_channel(small, "general")
        made_up.fill_with_sums(self._database, channels, DAYS)
        made_up.fill_with_messages(self._database, doomed, self._options.messages)
        async with LoopbackDiscord(world) as server:
            server.invite(big)
            server.invite(small)
            async with town.bot(server, self._folder):
                await server.wait_until_ready()
                await self._store(server, general)  # the start is over for this guild
                await self._ask(server, channels[0], general)
                await self._delete(server, doomed, general)
        return Result(self._figures, tuple(self._broken))

    async def _ask(self, server: LoopbackDiscord, channel: Channel, general: Channel) -> None:
        alone = await self._answered(server, self._patient, channel)
        noise = [
            asyncio.create_task(self._reply(server, self._noisy, channel))
            for _ in range(self._options.runs)
        ]
        await asyncio.sleep(0.2)
        live, privacy, other = await asyncio.gather(
            self._store(server, general),
            self._answered(server, self._ana, general, "/sentiment privacy show"),
            self._answered(server, self._patient, channel),
        )
        replies = await asyncio.gather(*noise)
        put_off = sum(reply.startswith(ONE_MOMENT) for reply in replies)
        self._figures |= {
            "questions": len(replies),
            "put_off": put_off,
            "unanswered": sum(reply == "" for reply in replies),
            "sums": self._options.channels * DAYS * 24,
            "question_alone_s": round(alone, 2),
            "others_question_s": round(other, 2),
            "live_message_stored_after_s": round(live, 2),
            "privacy_question_s": round(privacy, 2),
        }
        if not put_off and len(replies) > 2:
            self._broken.append("one person's questions were all taken at once")
        if self._figures["unanswered"]:
            self._broken.append(f"{self._figures['unanswered']} questions were never answered")
        self._judge("somebody else's question", other, 4 * alone + MOST_SECONDS)
        self._judge("a live message of another server", live, MOST_SECONDS)
        self._judge("a privacy question", privacy, MOST_SECONDS)

    async def _delete(self, server: LoopbackDiscord, doomed: Channel, general: Channel) -> None:
        began = time.monotonic()
        await server.delete_channel(doomed)
        worst, left = 0.0, self._left(doomed)
        while left and time.monotonic() < began + PATIENCE:
            worst = max(worst, await self._store(server, general))
            left = self._left(doomed)
        self._figures |= {
            "messages_deleted": self._options.messages,
            "rows_left": left,
            "deleted_after_s": round(time.monotonic() - began, 1),
            "slowest_live_message_meanwhile_s": round(worst, 2),
        }
        if left:
            self._broken.append(f"{left} rows of the deleted channel are left")
        self._judge("a live message during the deletion", worst, MOST_SECONDS)

    async def _store(self, server: LoopbackDiscord, channel: Channel) -> float:
        """Say something; the seconds until it is in the file."""
        said = time.monotonic()
        message = await server.send_message(self._ana, channel, "what a day")
        place = (channel.id, message.id)
        while not ledger.is_stored(self._database, place):
            if time.monotonic() > said + PATIENCE:
                return PATIENCE
            await asyncio.sleep(0.02)
        return time.monotonic() - said

    async def _answered(
        self, server: LoopbackDiscord, who: User, where: Channel, line: str = QUESTION
    ) -> float:
        asked = time.monotonic()
        if not await self._reply(server, who, where, line):
            return PATIENCE
        return time.monotonic() - asked

    async def _reply(
        self, server: LoopbackDiscord, who: User, where: Channel, line: str = QUESTION
    ) -> str:
        """The words of the answer, or an embed's title; nothing where none came."""
        try:
            reply = await server.command(who, where, line)
        except NoAnswerError:
            return ""
        return reply.content or str(reply.embeds[0]["title"])

    def _left(self, channel: Channel) -> int:
        with closing(sqlite3.connect(self._database)) as connection:
            (left,) = connection.execute(_LEFT, (channel.id,)).fetchone()
            return int(left)

    def _judge(self, what: str, seconds: float, most: float) -> None:
        if seconds > most:
            self._broken.append(f"{what} took {seconds:.1f} s, more than {most:.1f}")
