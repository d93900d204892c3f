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
    )
    parser.add_argument(
        "--check", action="store_true", help="look at settings, model and database, then end"
    )
    check = parser.parse_args().check
    try:
        has_token = settings.load().token is not None
    except settings.SettingsError as error:
        raise SystemExit(str(error)) from None
    module = "bot" if check or has_token else "playground"
    sys.argv = [module, *(["--check"] if check else [])]
    runpy.run_module(module, run_name="__main__")


if __name__ == "__main__":
    main()
