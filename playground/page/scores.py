"""The strip beside each message: what the bot's own menu *Check sentiment* says of it.

Asked over the protocol as the member who looks, a few at a time, and not shown in the channel.
"""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from datetime import datetime
from functools import partial

from playground.errors import NoAnswerError, PageError
from playground.server import LoopbackDiscord
from playground.terminal.tour import MENU
from playground.world import Json, Message, User

AT_A_TIME = 3
KEPT = 4000
LONGEST_WAIT = 20.0  # seconds in the queue: whoever scrolled on asks no more

_STRONG = re.compile(r"\*\*(.+?)\*\*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_Key = tuple[int, int, datetime | None]


class Scores:
    """Asks for scores, and remembers them until the message is edited."""

    def __init__(self, discord: LoopbackDiscord) -> None:
        self._discord = discord
        self._turns = asyncio.Semaphore(AT_A_TIME)
        self._known: OrderedDict[_Key, Json] = OrderedDict()
        self._asked: dict[_Key, asyncio.Task[Json]] = {}

    async def of(self, message: Message, user: User) -> Json:
        """What the bot says of a message, as the score strip shows it.

        `{"label": "Positive, 93% sure", "color": 0x…, "words": ["love"]}`.
        Raises PageError, NoAnswerError, CommandLineError.
        """
        if message.author.bot or not message.content.strip():
            raise PageError(404, "Only what people wrote has a mood.")
        key = user.id, message.id, message.edited_at
        known = self._known.get(key)
        if known is not None:
            return known
        # Several looks at the same message are one question, and go on if one of them ends.
        if key not in self._asked:
            self._asked[key] = task = asyncio.create_task(self._ask(message, user, key))
            task.add_done_callback(partial(self._answered, key))
        return await asyncio.shield(self._asked[key])

    async def close(self) -> None:
        waiting = list(self._asked.values())
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    def _answered(self, key: _Key, task: asyncio.Task[Json]) -> None:
        del self._asked[key]
        if not task.cancelled():
            task.exception()  # whoever asked may be gone, and then nobody looks at it

    async def _ask(self, message: Message, user: User, key: _Key) -> Json:
        try:  # a page that is open before the bot has come gets its scores once it has
            await self._discord.wait_until_ready(LONGEST_WAIT)
        except TimeoutError:
            raise NoAnswerError("The bot is not connected.") from None
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                await self._turns.acquire()
        except TimeoutError:
            raise NoAnswerError("Too many scores are being asked for. Try again.") from None
        try:
            reply = await self._discord.message_menu(user, message, MENU, aside=True)
        finally:
            self._turns.release()
        if not reply.embeds:
            raise NoAnswerError(reply.content or "The bot gave no score.")
        self._known[key] = score = read(reply.embeds[0])
        if len(self._known) > KEPT:
            self._known.popitem(last=False)
        return score


def read(embed: Json) -> Json:
    r"""A score from the bot's answer: its title, colour and the words in bold.

    >>> read({"title": "Mixed (51 % likely)", "description": "> as quoted\n**love** pulls up"})
    {'label': 'Mixed (51 % likely)', 'color': None, 'words': ['love']}
    """
    lines = (embed.get("description") or "").split("\n")
    text = "\n".join(line for line in lines if not line.startswith("> "))  # the message itself
    return {
        "label": embed.get("title") or "",
        "color": embed.get("color"),
        "words": [_ESCAPED.sub(r"\1", word) for word in _STRONG.findall(text)],
    }
