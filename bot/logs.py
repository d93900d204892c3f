"""Logging: ids and types of errors, never what somebody wrote and never the token."""

from __future__ import annotations

import logging
import traceback


def configure(level: str) -> None:
    """Log to standard error: what is ours from `level` on, what is others' from INFO on.

    On DEBUG, discord.py would log whole events and aiosqlite every row: text and ids of people.
    """
    logging.basicConfig(
        level=max(logging.INFO, logging.getLevelNamesMapping()[level]),
        format="%(asctime)s %(levelname)-7s %(name)s: %(message)s",
    )
    for ours in ("bot", "classifier", "storage"):
        logging.getLogger(ours).setLevel(level)


def describe(error: BaseException) -> str:
    """The error's type and the way to it, without its message: that might quote a text."""
    way = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{way}".rstrip()
