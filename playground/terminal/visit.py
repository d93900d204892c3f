"""The visit without a browser: a tour of the bot's commands in the terminal, then a prompt."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from playground import conversation, sample
from playground.bot_process import BotProcess
from playground.conversation import Script
from playground.errors import PlaygroundError
from playground.racing import first_of
from playground.rest.rate_limits import QUICK_READING, RateLimits
from playground.sample import Sample
from playground.server import LoopbackDiscord
from playground.terminal import tour
from playground.terminal.prompt import Prompt, stay

LAST_WORDS_BEFORE = timedelta(minutes=5)  # how old the newest message of the sample is


async def run(folder: Path, database: Path, log: Path, locale: str) -> None:
    """Show the tour, then the prompt, until the visitor leaves. Raises PlaygroundError."""
    began = perf_counter()
    script = conversation.read()
    async with AsyncExitStack() as stack:
        discord = LoopbackDiscord(limits=RateLimits(QUICK_READING))
        place = sample.build(discord, script)
        place.you.locale = locale
        await stack.enter_async_context(discord)
        _say(f"A Discord of its own listens at {discord.url}; the bot's log is {log}")
        bot = await stack.enter_async_context(BotProcess(discord.url, discord.token, database, log))
        await first_of(_visit(discord, place, script, folder, log, began), bot.watch())


async def _visit(
    discord: LoopbackDiscord, place: Sample, script: Script, folder: Path, log: Path, began: float
) -> None:
    """What a visitor sees: the tour, then the prompt. Returns when they leave."""
    try:
        await discord.wait_until_ready()
    except TimeoutError:
        raise PlaygroundError(f"The bot did not connect. {log} may say why.") from None
    guide = tour.Guide(discord, place, folder, say=_say)
    await guide.show(tour.AT_ONCE[:1])
    _say(f"\n(First answer {perf_counter() - began:.1f} s after the start.)")
    await guide.show(tour.AT_ONCE[1:])
    sayings = conversation.schedule(script, discord.world.now() - LAST_WORDS_BEFORE)
    _say(f"\n{len(sayings):,} messages of thirty days are being said in {place.guild.name} …")
    sent = await sample.play(discord, place, sayings)
    await guide.wait_until_counted()
    heated = [message for message, saying in zip(sent, sayings, strict=True) if saying.is_heated]
    await guide.show_menu(max(heated, key=lambda message: len(message.content)))
    await guide.show(tour.ONCE_COUNTED)
    _say(f"\nThe tour took {perf_counter() - began:.1f} s. Charts are in {folder}")
    await stay(Prompt(discord, place, guide))


def _say(text: str) -> None:
    print(text, flush=True)
