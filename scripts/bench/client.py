"""A client of `scripts.bench bot` in a process of its own: `bare`, or the whole `bot`.

For each line on standard input it prints, as JSON, the seconds of CPU that its process has used
and, if bare, how many messages it has counted.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time

import discord


class CountingClient(discord.AutoShardedClient):
    """The least that a bot can do with a message. It is sent, and keeps, what Barometer's is."""

    def __init__(self) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.message_content = True
        super().__init__(
            intents=intents,
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.counted = 0

    async def on_message(self, _: discord.Message) -> None:
        self.counted += 1


def main(kind: str) -> None:
    """Run it until the process is ended."""
    client = CountingClient() if kind == "bare" else None
    threading.Thread(target=_answer, args=(client,), daemon=True).start()
    if client is not None:
        discord.http.Route.BASE = os.environ["DISCORD_API_URL"]
        client.run(os.environ["DISCORD_TOKEN"], log_handler=None)
    else:
        from bot.__main__ import main as run_bot

        sys.argv = ["bot"]
        run_bot()


def _answer(client: CountingClient | None) -> None:
    for _ in sys.stdin:
        counted = None if client is None else client.counted
        print(json.dumps({"cpu": time.process_time(), "counted": counted}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
