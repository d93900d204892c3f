"""Notes the time before a heartbeat is sent: discord.py does afterwards, in another thread."""

from __future__ import annotations

import time
from typing import Any

import discord


class Heartbeat(discord.gateway.KeepAliveHandler):
    """What keeps a connection alive, and measures how long an answer takes.

    Where Discord's answer is there before discord.py's thread has noted the time, as it may be on a
    busy machine, discord.py counts from the heartbeat before that, 41 seconds ago: it warns "Can't
    keep up", and the latency is wrong until the next one.
    """

    def get_payload(self) -> dict[str, Any]:
        """The heartbeat, which is about to be sent."""
        self._last_send = time.perf_counter()
        return super().get_payload()


def use_heartbeat() -> None:
    """Have discord.py's connections use it."""
    # There is no public way. It is looked up when Discord says how often one is to be sent.
    discord.gateway.KeepAliveHandler = Heartbeat  # type: ignore[misc]
