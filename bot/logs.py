"""Logging: ids and types of errors, never what somebody wrote and never the token."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

log = logging.getLogger(__name__)


class Formatter(logging.Formatter):
    """Shows where an error came from, without its message, whoever logs it."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 (the standard library's name)
        return describe(ei[1])


def configure(level: str) -> None:
    """Log to standard error: what is ours from `level` on, what is others' from INFO on.

    On DEBUG, discord.py would log whole events and aiosqlite every row: text and ids of people.
    An error that ends the program is logged the same way, without its message.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s"))
    logging.basicConfig(
        level=max(logging.INFO, logging.getLevelNamesMapping()[level]), handlers=[handler]
    )
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
