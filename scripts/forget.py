"""Erase a member's data for them: `python -m scripts.forget SERVER_ID USER_ID [--opt-out]`.

For people who ask you because they cannot use `/sentiment privacy` any more: they left the server,
or were banned. The bot may run meanwhile. Run this as the same user; settings are read as by the
bot (.env). Discord shows ids to whoever turns on its developer mode.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence

import storage
from bot import settings as settings_module
from bot.settings import Settings
from storage import StorageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Erase; 0, or 1 with words when it cannot be done."""
    options = _parser().parse_args(arguments)
    try:
        settings = settings_module.load()
        if not settings.database.is_file():
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
    async with storage.open(settings.database, settings.key_file, settings.backups) as store:
        wish = store.privacy.opt_out if options.opt_out else store.privacy.forget
        return await wish(options.server, options.user)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.forget",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("server", type=int, metavar="SERVER_ID")
    parser.add_argument("user", type=int, metavar="USER_ID")
    parser.add_argument("--opt-out", action="store_true", help="and stop counting them, too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
