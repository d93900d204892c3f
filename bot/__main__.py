"""`python -m bot`: runs the bot; with --check it only looks whether it could."""

from __future__ import annotations

import argparse
import asyncio
import logging

from bot import app, check
from bot import settings as settings_module
from classifier.errors import ClassifierError
from storage import StorageError


def configure_logging(level: str) -> None:
    """Log to standard error: what is ours from `level` on, what is others' from INFO on.

    On DEBUG, discord.py would log whole events and aiosqlite every row: text and ids of people.
    """
    logging.basicConfig(
        level=max(logging.INFO, logging.getLevelNamesMapping()[level]),
        format="%(asctime)s %(levelname)-7s %(name)s: %(message)s",
    )
    for ours in ("bot", "classifier", "storage"):
        logging.getLogger(ours).setLevel(level)


async def run(settings: settings_module.Settings) -> None:
    await app.run(settings, app.stop_on_signals())


def main() -> None:
    parser = argparse.ArgumentParser(prog="bot", description="Runs Barometer on Discord.")
    parser.add_argument("--check", action="store_true", help="check settings, model and database")
    arguments = parser.parse_args()
    try:
        settings = settings_module.load()
        configure_logging(settings.log_level)
        asyncio.run(check.run(settings) if arguments.check else run(settings))
    except (settings_module.SettingsError, app.StartError, ClassifierError, StorageError) as error:
        raise SystemExit(f"{error}") from None


if __name__ == "__main__":
    main()
