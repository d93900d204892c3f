"""`python -m bot`: runs the bot; with --check it only looks whether it could."""

# ruff: noqa: E402
from __future__ import annotations

import gc

# What is imported and loaded until the bot is there stays: `app.run` collects from then on.
gc.disable()

import argparse
import asyncio
import logging
import os
import sys

from bot import app, logs, preflight, settings_files
from bot import settings as settings_module
from bot.gateway.connection import StartError
from bot.signals import stop_on_signals
from classifier.errors import ClassifierError
from storage import DamagedError, StorageError

if sys.platform != "win32":
    import resource

log = logging.getLogger(__name__)

DAMAGED = 65
"""The exit code when the database turned out damaged (EX_DATAERR of sysexits.h): start again, and
the newest good backup takes its place. Every other fault ends with 1."""


async def run(settings: settings_module.Settings) -> None:
    await app.run(settings, stop_on_signals())


def leave_no_core() -> None:
    """Let no crash of the interpreter write memory to a file: it holds the token, and texts."""
    if sys.platform != "win32":
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def _called() -> str:
    """As the `barometer` program was called, if that started it."""
    return sys.argv[0] if sys.argv[0].startswith("barometer ") else "python -m bot"


def main() -> None:
    parser = argparse.ArgumentParser(prog=_called(), description="Runs Barometer on Discord.")
    parser.add_argument("--check", action="store_true", help="check settings, model and database")
    arguments = parser.parse_args()
    leave_no_core()
    os.umask(0o077)  # for what others make: the folders above the database
    try:
        settings = settings_module.load()
        logs.configure(settings.log_level, settings.log_format)
        for warning in settings_files.warnings(settings_module.names()):
            log.warning(warning)
        asyncio.run(preflight.run(settings) if arguments.check else run(settings))
    except KeyboardInterrupt:  # the bot itself ends by it in its own time; this was a check
        raise SystemExit("\nStopped.") from None
    except DamagedError as error:
        print(error, file=sys.stderr)
        raise SystemExit(DAMAGED) from None
    except (settings_module.SettingsError, StartError, ClassifierError, StorageError) as error:
        raise SystemExit(f"{error}") from None


if __name__ == "__main__":
    main()
