"""Which Barometer this is."""

from __future__ import annotations

import importlib.metadata


def version() -> str:
    """The installed version; `unknown` when it runs from a folder of its sources."""
    try:
        return importlib.metadata.version("barometer-bot")
    except importlib.metadata.PackageNotFoundError:
        return "unknown"
