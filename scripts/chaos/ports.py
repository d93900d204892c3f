"""Ports for servers that are started with the number of their port."""

from __future__ import annotations

import socket
from contextlib import suppress
from random import SystemRandom

_OURS = range(20_000, 32_000)
"""Below those that Linux and others give to whoever asks for any."""


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens at, and that no other program gets by chance."""
    while True:
        port = SystemRandom().choice(_OURS)
        with socket.socket() as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port
