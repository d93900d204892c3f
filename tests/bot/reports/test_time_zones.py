from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from bot.reports.time_zones import zone_name, zone_names, zone_of, zones_like


def test_every_name_that_can_be_chosen_is_a_zone_that_is_known() -> None:
    assert len(zone_names()) > 300
    assert all(zone_of(name) == (UTC if name == "UTC" else ZoneInfo(name)) for name in zone_names())


@pytest.mark.parametrize("name", ["Atlantis/City", "../../etc/passwd", "", "/", "a\0b"])
def test_a_zone_that_is_not_known_any_more_is_utc(name: str) -> None:
    assert zone_of(name) == UTC
    assert zone_name(name) is None


def test_names_are_found_by_a_part_and_those_that_begin_so_come_first() -> None:
    assert zones_like("new york", 5) == ["America/New_York"]
    assert zones_like("utc", 3) == ["UTC"]
    assert zones_like("berl", 25)[0] == "Europe/Berlin"
    assert len(zones_like("", 25)) == 25
