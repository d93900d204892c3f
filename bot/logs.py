"""Logging: ids and types of errors, never what somebody wrote and never the token."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import threading
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal

import aiohttp

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
