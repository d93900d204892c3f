"""`python -m playground`: try the bot without a token, in a made-up server on this machine."""

from __future__ import annotations

import argparse
import asyncio
import io
import signal
import sys
import tempfile
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from playground import conversation, sample, tour
from playground.bot_process import BotProcess
from playground.conversation import Script
from playground.errors import PlaygroundError
from playground.languages import LOCALES
from playground.sample import Sample
from playground.server import LoopbackDiscord
from playground.terminal import Prompt, stay
from playground.world import ENGLISH

LOG = "bot.log"
LAST_WORDS_BEFORE = timedelta(minutes=5)  # how old the newest message of the sample is


def main() -> int:
    """Run the playground; 0 after a wished-for end, 1 when the bot or the start failed."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # consoles that cannot show emoji
    arguments = _parse_arguments()
    folder: Path = arguments.folder.resolve()
    try:
        _require_writable(folder)
        asyncio.run(_run(folder, arguments.database, arguments.locale))
    except PlaygroundError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m playground", description=__doc__)
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path("playground-out"),
        help="where charts and the bot's log go (default: %(default)s)",
    )
    parser.add_argument(
        "--database", type=Path, help="the bot's database (default: one that is thrown away)"
    )
    parser.add_argument(
        "--locale",
        choices=LOCALES,
        default=ENGLISH,
        metavar="LANGUAGE",
        help="the language that your Discord is in, such as de (default: %(default)s)",
    )
    return parser.parse_args()


def _require_writable(folder: Path) -> None:
    """Make the folder and the log in it. Raises PlaygroundError where that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / LOG).touch()
    except OSError as error:
        raise PlaygroundError(
            f"The playground can't write to {folder}: {error.strerror}. Change that, or choose "
            "another folder: python -m playground --folder FOLDER"
        ) from None


@contextmanager
def _thrown_away() -> Iterator[Path]:
    """A folder that is gone after the block. Raises PlaygroundError where there can be none."""
    try:
        folder = tempfile.TemporaryDirectory(prefix="barometer-")
    except OSError as error:
        raise PlaygroundError(
            f"No temporary folder can be made: {error.strerror}. Say where the database may be: "
            "python -m playground --database FILE"
        ) from None
    with folder as name:
        yield Path(name)


async def _run(folder: Path, database: Path | None, locale: str) -> None:
    began = perf_counter()
    stopped = asyncio.create_task(_stop_signal())
    log = folder / LOG
    script = conversation.read()
    async with AsyncExitStack() as stack:
        if database is None:
            database = stack.enter_context(_thrown_away()) / "playground.sqlite3"
        discord = LoopbackDiscord()
        place = sample.build(discord, script)
        place.you.locale = locale
        await stack.enter_async_context(discord)
        print(f"A Discord of its own listens at {discord.url}; the bot's log is {log}", flush=True)
        bot = await stack.enter_async_context(BotProcess(discord.url, discord.token, database, log))
        visit = _visit(discord, place, script, folder, began)
        await _first_of(visit, bot.watch(), _wait(stopped))


async def _visit(
    discord: LoopbackDiscord, place: Sample, script: Script, folder: Path, began: float
) -> None:
    """What a visitor sees: the tour, then the prompt. Returns when they leave."""
    try:
        await discord.wait_until_ready()
    except TimeoutError:
        log = folder / LOG
        raise PlaygroundError(f"The bot did not connect. {log} may say why.") from None
    guide = tour.Guide(discord, place, folder, say=_say)
    await guide.show(tour.AT_ONCE[:1])
    _say(f"\n(First answer {perf_counter() - began:.1f} s after the start.)")
    await guide.show(tour.AT_ONCE[1:])
    sayings = conversation.schedule(script, datetime.now(UTC) - LAST_WORDS_BEFORE)
    _say(f"\n{len(sayings):,} messages of thirty days are being said in {place.guild.name} …")
    sent = await sample.play(discord, place, sayings)
    await guide.wait_until_counted()
    heated = [message for message, saying in zip(sent, sayings, strict=True) if saying.is_heated]
    await guide.show_menu(max(heated, key=lambda message: len(message.content)))
    await guide.show(tour.ONCE_COUNTED)
    _say(f"\nThe tour took {perf_counter() - began:.1f} s. Charts are in {folder}")
    await stay(Prompt(discord, place, guide))


async def _first_of(*works: Coroutine[object, object, None]) -> None:
    """Run all until one is done; what it raised is raised, the others are cancelled."""
    tasks = [asyncio.ensure_future(work) for work in works]
    done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    for task in done:
        task.result()


async def _wait(task: asyncio.Task[None]) -> None:
    await task


async def _stop_signal() -> None:
    """Return at Ctrl-C, at SIGTERM, or when the terminal is closed."""
    stop = asyncio.Event()
    if sys.platform != "win32":  # there Ctrl-C raises KeyboardInterrupt
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
