"""`python -m playground`: try the bot without a token, in a made-up server on this machine.

It opens a page in the browser; with --terminal it shows a tour and a prompt here instead.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from playground import throwaway
from playground.errors import PlaygroundError
from playground.languages import LOCALES
from playground.page import address, security, visit
from playground.racing import first_of
from playground.terminal import visit as terminal_visit
from playground.world import ENGLISH

LOG = "bot.log"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the playground; 0 after a wished-for end, 1 when the start failed.

    With --terminal also 1 when the bot failed; a page stays, and says so.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # consoles that cannot show emoji
    chosen = parser().parse_args(arguments)
    chosen.folder = chosen.folder.resolve()
    try:
        _require_writable(chosen.folder)
        with _database(chosen.database) as database:
            run = _in_the_terminal if chosen.terminal else _on_a_page
            asyncio.run(run(chosen, database))
    except PlaygroundError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


def parser() -> argparse.ArgumentParser:
    """The options, which `scripts/run.py` takes as well."""
    called = sys.argv[0] if sys.argv[0].startswith("barometer ") else "python -m playground"
    options = argparse.ArgumentParser(prog=called, description=__doc__)
    options.add_argument(
        "--terminal", action="store_true", help="a tour and a prompt here, instead of a page"
    )
    options.add_argument("--no-browser", action="store_true", help="only print the page's address")
    options.add_argument(
        "--host",
        default=address.DEFAULT_HOST,
        help="where the page listens (default: %(default)s, which only this machine reaches)",
    )
    options.add_argument(
        "--port",
        type=_port,
        help=f"the page's port (default: {address.DEFAULT_PORT}, or the next that is free)",
    )
    options.add_argument(
        "--folder",
        type=Path,
        default=Path("playground-out"),
        help="where the bot's log and, with --terminal, charts go (default: %(default)s)",
    )
    options.add_argument(
        "--database", type=Path, help="the bot's database (default: one that is thrown away)"
    )
    options.add_argument(
        "--locale",
        choices=LOCALES,
        default=ENGLISH,
        metavar="LANGUAGE",
        help="the language that your Discord is in, such as de (default: %(default)s)",
    )
    return options


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError("a port is a number from 0 (any free one) to 65535")
    return int(text)


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
def _database(chosen: Path | None) -> Iterator[Path]:
    """The file that was chosen, or one that is gone after the block. Raises PlaygroundError."""
    if chosen is not None:
        yield chosen
        return
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(throwaway.folder())
        except OSError as error:
            raise PlaygroundError(
                f"No temporary folder can be made: {error.strerror}. Say where the database may "
                "be: python -m playground --database FILE"
            ) from None
        yield folder / "playground.sqlite3"


async def _in_the_terminal(chosen: argparse.Namespace, database: Path) -> None:
    folder: Path = chosen.folder
    await first_of(
        terminal_visit.run(folder, database, folder / LOG, chosen.locale), _stop_signal()
    )


async def _on_a_page(chosen: argparse.Namespace, database: Path) -> None:
    log: Path = chosen.folder / LOG
    with address.listen(chosen.host, chosen.port) as listening:
        opened = partial(_opened, log=log, show=not chosen.no_browser)
        plan = visit.Plan(listening, database, log, chosen.locale, _say, opened)
        port = listening.getsockname()[1]
        if chosen.port is None and port != address.DEFAULT_PORT:
            _say(f"Port {address.DEFAULT_PORT} is taken, so this is {port}.")
        if not security.is_loopback(listening.getsockname()[0]):
            _say("Careful: whoever reaches this machine can use the page; it asks no password.")
        await first_of(visit.run(plan), _stop_signal())


def _opened(url: str, *, log: Path, show: bool) -> None:
    _say(f"Barometer's playground: {url}\nStop it with Ctrl-C. The bot's log is {log}")
    if show:
        address.show(url)


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
