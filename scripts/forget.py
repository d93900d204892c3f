"""Erase a member's data for them: `python -m scripts.forget SERVER_ID USER_ID [--opt-out]`.

For people who ask you because they cannot use `/sentiment privacy` any more: they left the server,
or were banned. The bot may run meanwhile. Run this as the same user; settings are read as by the
bot (.env). Discord shows ids to whoever turns on its developer mode.

What time it is, Discord is asked: what they write later is counted again. When Discord cannot be
reached, all is covered up to the newest message that is stored of that server.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import datetime

import aiohttp

import storage
from bot import settings as settings_module
from bot.clock import Clock, utc_now
from bot.settings import Settings
from scripts.barometer import parser_of
from storage import StorageError, database_file
from storage.records import snowflake_time

PATIENCE = aiohttp.ClientTimeout(total=15)


def main(arguments: Sequence[str] | None = None) -> int:
    """Erase; 0, or 1 with words when it cannot be done."""
    options = _parser().parse_args(arguments)
    try:
        settings = settings_module.load()
        file = database_file(settings.database)
        if file is not None and not file.is_file():
            raise StorageError(f"There is no database {settings.database}.")
        erased = asyncio.run(_erase(settings, options))
    except (settings_module.SettingsError, StorageError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Erased. Messages of theirs that were counted: {erased}.")
    if options.opt_out:
        print("Nothing of theirs is counted from now on, until they opt in themselves.")
    return 0


async def _erase(settings: Settings, options: argparse.Namespace) -> int:
    asked_at = await _time_at_discord(settings.api_url)
    async with storage.open(
        settings.database,
        now=asked_at or utc_now(),
        key_file=settings.key_file,
        backups=settings.backups,
    ) as store:
        if asked_at is None:
            newest = await store.messages.newest(options.server)
            asked_at = snowflake_time(newest)
            print(
                f"Discord didn't answer, so I can't tell the time. {_covered(newest)}",
                file=sys.stderr,
            )
        if options.server not in await store.guilds.known():
            print(
                f"Nothing is kept of a server {options.server}. Is that its id? It is the first "
                "number in the link of one of its channels.",
                file=sys.stderr,
            )
        erase = store.privacy.opt_out if options.opt_out else store.privacy.forget
        return await erase(options.server, options.user, asked_at)


def _covered(newest: int) -> str:
    if not newest:
        return "No message of that server is stored, so only their older sums are erased."
    return (
        f"This covers what they wrote up to {snowflake_time(newest):%Y-%m-%d %H:%M} UTC, when the "
        "newest message stored from that server was sent."
    )


async def _time_at_discord(api_url: str) -> datetime | None:
    """By Discord's clock, by which messages are dated; `None` when it does not answer."""
    clock = Clock()
    trace = [clock.trace()]
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE, trace_configs=trace) as session,
            # Needs no token: https://discord.com/developers/docs/events/gateway#get-gateway
            session.get(f"{api_url}/gateway"),
        ):
            return clock.known()
    except (aiohttp.ClientError, TimeoutError):
        return None


def _parser() -> argparse.ArgumentParser:
    parser = parser_of("forget", __doc__)
    parser.add_argument("server", type=int, metavar="SERVER_ID", help="of the server")
    parser.add_argument("user", type=int, metavar="USER_ID", help="of the member")
    parser.add_argument("--opt-out", action="store_true", help="and stop counting them, too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
