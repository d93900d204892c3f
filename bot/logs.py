"""Logging: ids and types of errors, never what somebody wrote and never the token."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Final, Literal

import aiohttp

from bot.outage import LONGEST_PAUSE, Outage, length_in_words
from storage.errors import InvalidInputError, StorageError

log = logging.getLogger(__name__)


class Formatter(logging.Formatter):
    """Shows where an error came from, without its message, whoever logs it."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 (the standard library's name)
        return describe(ei[1])


class JsonFormatter(Formatter):
    """An object a line: `time` (UTC, RFC 3339), `level`, `logger`, `message`, and `error` with the
    way to it where there was one."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1]:
            entry["error"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def is_news(record: logging.LogRecord) -> bool:
    """False for discord.py's warning that it cannot speak: this bot only writes."""
    return not (record.name == "discord.client" and "voice will NOT be supported" in record.msg)


def soften(record: logging.LogRecord) -> bool:
    """Make a line of what discord.py logs as an error with its whole way: that Discord could not be
    reached, or closed a connection. It tries again by itself, and says when."""
    error = record.exc_info[1] if record.exc_info else None
    if record.name.startswith("discord.") and error is not None and _is_outage(error):
        code = f", code {error.code}" if hasattr(error, "code") else ""
        record.msg, record.args = f"{record.getMessage()} ({type(error).__name__}{code})", ()
        record.exc_info = None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True


def _is_outage(error: BaseException) -> bool:
    """Of the network, or one that discord.py has a name for, such as a connection's end."""
    of_discord = type(error).__module__.partition(".")[0] == "discord"
    return of_discord or isinstance(error, OSError | TimeoutError | aiohttp.ClientError)


class Repeats(logging.Filter):
    """Lets a warning or an error pass the first time, and the very same line again after a minute
    and after pauses that double, up to an hour, with how often it came since.

    What did not come for longer than that is told as if for the first time. `clock` counts seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, *, most: int = 1000) -> None:
        super().__init__()
        self._clock = clock
        self._most = most
        self._lines: dict[int, _Line] = {}  # by what they say; who came last is the last
        self._lock = threading.Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno not in (logging.WARNING, logging.ERROR):
            return True
        message = record.getMessage()
        said = hash((record.name, message, str(record.exc_info and record.exc_info[0])))
        with self._lock:
            now, line = self._clock(), self._lines.pop(said, None)
            if line is None or now - line.came_at > LONGEST_PAUSE:
                line = _Line(Outage(self._clock), told_at=now)
            self._lines[said] = line
            if len(self._lines) > self._most:
                del self._lines[next(iter(self._lines))]
            line.times += 1
            line.came_at = now
            if line.outage.failed() is None:
                return False
            if line.times > 1:
                length = length_in_words(now - line.told_at)
                record.msg, record.args = f"{line.times} times in {length}: {message}", ()
            line.times, line.told_at = 0, now
        return True


@dataclass(slots=True)
class _Line:
    outage: Outage
    told_at: float
    came_at: float = 0.0
    times: int = 0  # since it was told


def configure(level: str, form: Literal["text", "json"] = "text") -> None:
    """Log to standard error: what is ours from `level` on, what is others' from INFO on.

    On DEBUG, discord.py would log whole events and aiosqlite every row: text and ids of people.
    An error that ends the program is logged the same way, without its message.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(
        JsonFormatter()
        if form == "json"
        else Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
    )
    handler.addFilter(is_news)
    handler.addFilter(soften)
    handler.addFilter(Repeats())
    logging.basicConfig(
        level=max(logging.INFO, logging.getLevelNamesMapping()[level]), handlers=[handler]
    )
    # It tells of each font that it can't use.
    logging.getLogger("matplotlib").setLevel(logging.WARNING)
    for ours in ("bot", "classifier", "storage"):
        logging.getLogger(ours).setLevel(level)
    sys.excepthook = _on_uncaught
    threading.excepthook = lambda thread: _log_if_error(thread.exc_value)
    sys.unraisablehook = lambda unraisable: _log_if_error(unraisable.exc_value)


def reason(error: BaseException) -> str:
    """Why something failed: in a sentence where that is to be expected now and then, since the
    storage, Discord or the network did; else as `describe`, for whoever mends a fault of ours.

    >>> reason(StorageError("The database moods.db no longer fits on the disk. Make room."))
    'The database moods.db no longer fits on the disk. Make room.'
    >>> reason(ConnectionResetError("with somebody's text"))
    "Discord couldn't be reached (ConnectionResetError)"
    >>> reason(ValueError("with somebody's text"))
    'ValueError'
    """
    if isinstance(error, StorageError) and not isinstance(error, InvalidInputError):
        return str(error)
    if isinstance(error, TimeoutError):
        return "no answer came in time"
    if isinstance(error, aiohttp.ClientError | ConnectionError):
        return f"Discord couldn't be reached ({type(error).__name__})"
    status = getattr(error, "status", None)
    if type(error).__module__.partition(".")[0] == "discord" and status in _REFUSALS:
        return f"Discord answered {status} (code {getattr(error, 'code', 0)})"
    return describe(error)


# What it answers when it has an outage, and where somebody took a permission or the channel away.
_REFUSALS: Final = frozenset({401, 403, 404, 429, *range(500, 600)})


def describe(error: BaseException) -> str:
    """The error's type and the way to it, without its message: that might quote a text."""
    way = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{way}".rstrip()


def on_loop_error(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what went wrong in a task that nobody waits for; asyncio's own handler would quote it."""
    error = context.get("exception")
    # "Exception in callback show('hello')": what it was called with may be a text.
    words, callback, _ = context["message"].partition("callback")
    log.error("%s: %s", words + callback, describe(error) if error else "no exception")


def _on_uncaught(
    kind: type[BaseException], error: BaseException, way: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        traceback.print_exception(kind, error, way, chain=False)
    else:
        log.critical("Barometer stopped because of an error of its own: %s", describe(error))


def _log_if_error(error: BaseException | None) -> None:
    if error is not None:
        log.error("An error that nobody waits for: %s", describe(error))
