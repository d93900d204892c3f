"""The zones of the IANA's database, as this machine knows them."""

from __future__ import annotations

from datetime import UTC, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

COMMON_ZONES = (
    *("Pacific/Honolulu", "America/Los_Angeles", "America/Denver", "America/Chicago"),
    *("America/New_York", "America/Mexico_City", "America/Bogota", "America/Sao_Paulo", "UTC"),
    *("Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Istanbul", "Europe/Moscow"),
    *("Africa/Lagos", "Africa/Johannesburg", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata"),
    *("Asia/Jakarta", "Asia/Manila", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland"),
)
"""Where most people on Discord live, from west to east: few enough to be shown as a list."""


def zone_of(name: str) -> tzinfo:
    """The zone of this name; UTC where this machine does not know it."""
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


@cache
def zone_names() -> tuple[str, ...]:
    """All that can be chosen: "UTC", and those of places, as "Europe/Berlin", by name.

    Zones that are no place's ("EST", "Etc/GMT+3") are left out: their names mislead.
    """
    of_places = (name for name in available_timezones() if "/" in name)
    known = (name for name in of_places if not name.startswith(("Etc/", "SystemV/", "posix/")))
    return ("UTC", *sorted(known))


def zone_name(typed: str) -> str | None:
    """The name that somebody typed or picked, as it is written; `None` if there is no such zone."""
    wanted = _folded(typed)
    return next((name for name in zone_names() if name.casefold() == wanted), None)


def zones_like(typed: str, most: int) -> list[str]:
    """The names that hold what somebody typed, those first in which a part begins with it.

    >>> zones_like("berl", 2)
    ['Europe/Berlin']
    """
    wanted = _folded(typed)
    names = [name for name in zone_names() if wanted in name.casefold()]
    return sorted(names, key=lambda name: _late(name.casefold(), wanted))[:most]


def _folded(typed: str) -> str:
    return "_".join(typed.casefold().split())


def _late(name: str, wanted: str) -> bool:
    return not any(part.startswith(wanted) for part in (name, *name.split("/")))
