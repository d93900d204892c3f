"""What is done about memory once everything is loaded that stays for as long as the bot runs."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def settled() -> Iterator[None]:
    """Leave out what is there now when garbage is collected, for as long as the block lasts.

    A full collection that looks through it again and again would hold up the event loop for more
    than 100 ms each time.
    """
    gc.collect()
    gc.freeze()
    gc.enable()
    _give_back()
    try:
        yield
    finally:
        gc.unfreeze()


def _give_back() -> None:
    """Give what loading took, and does not need any more, back to the system; glibc keeps it."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library, or another system
        return
    trim(0)
