"""What `run.py` starts once the environment stands: the bot, or the playground without a token."""

from __future__ import annotations

import argparse
import runpy
import sys

from bot import settings


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="run.py",
        description="Runs Barometer on Discord, or on the playground without a token.",
        epilog="The playground takes --no-browser, --terminal, --host, --port, --folder, "
        "--database and --locale.",
    )
    parser.add_argument(
        "--check", action="store_true", help="look at settings, model and database, then end"
    )
    chosen, others = parser.parse_known_args()
    try:
        has_token = settings.load().token is not None
    except settings.SettingsError as error:
        raise SystemExit(str(error)) from None
    if chosen.check or has_token:
        if others:
            parser.error(
                f"The bot takes no {' '.join(others)}. The playground may: it runs where no "
                "DISCORD_TOKEN is set."
            )
        sys.argv = ["bot", *(["--check"] if chosen.check else [])]
        runpy.run_module("bot", run_name="__main__")
    else:
        sys.argv = ["playground", *others]
        runpy.run_module("playground", run_name="__main__")


if __name__ == "__main__":
    main()
