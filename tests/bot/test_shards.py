"""Which shards a process serves, and what is said of settings that make no sense."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.settings import Settings, SettingsError, load
from bot.shards import chosen
from storage.records import Shards

POSTGRES = "postgresql://moods@db/moods"


@pytest.mark.parametrize(
    ("shards", "group", "groups", "expected"),
    [
        (None, None, None, None),
        ("0-15/64", None, None, Shards(0, 15, 64)),
        ("3/64", None, None, Shards(3, 3, 64)),
        ("64", None, None, Shards(0, 63, 64)),
        ("1", None, None, Shards(0, 0, 1)),
        ("64", "3", "4", Shards(48, 63, 64)),
        ("64", "barometer-1", "4", Shards(16, 31, 64)),
        (None, "barometer-eu-2", "3", Shards(2, 2, 3)),
        ("0-63/64", "0", "1", Shards(0, 63, 64)),
    ],
)
def test_a_process_serves_what_is_set(
    shards: str | None, group: str | None, groups: str | None, expected: Shards | None
) -> None:
    assert chosen(shards, group, groups) == expected


@pytest.mark.parametrize(("count", "groups"), [(64, 4), (10, 3), (7, 7), (100, 1)])
def test_groups_have_all_shards_between_them_each_once(count: int, groups: int) -> None:
    parts = [chosen(str(count), str(group), str(groups)) for group in range(groups)]
    assert [each for part in parts if part for each in part.ids] == list(range(count))
    sizes = [len(part.ids) for part in parts if part]
    assert max(sizes) - min(sizes) <= 1
    assert all(a and b and a.last + 1 == b.first for a, b in pairwise(parts))


@pytest.mark.parametrize(
    ("shards", "group", "groups", "said"),
    [
        ("0-15", None, None, "such as 0-15/64 or 3/64"),
        ("a/64", None, None, "such as 0-15/64 or 3/64"),
        ("-1/64", None, None, "such as 0-15/64 or 3/64"),
        ("0", None, None, "choose 1 to 10,000 shards"),
        ("0-64/64", None, None, "64 shards are numbered from 0 to 63"),
        ("9-3/64", None, None, "the smaller number comes first"),
        ("0-15/64", "0", "4", "says only how many shards there are in all"),
        (None, "0", None, "go together"),
        (None, None, "4", "go together"),
        (None, "4", "4", "4 groups are numbered from 0 to 3"),
        (None, "first", "4", "a number from 0 on"),
        (None, "0", "four", "how many groups there are"),
        ("2", "0", "4", "2 shards can't be split into 4 groups"),
    ],
)
def test_what_makes_no_sense_is_said_in_a_sentence(
    shards: str | None,
    group: str | None,
    groups: str | None,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(ValueError, match=said):
        chosen(shards, group, groups)
    monkeypatch.setenv("BAROMETER_DATABASE", POSTGRES)
    for name, value in zip(
        ("BAROMETER_SHARDS", "SHARD_GROUP", "SHARD_GROUPS"), (shards, group, groups), strict=True
    ):
        monkeypatch.setenv(name, value or "")
    with pytest.raises(SettingsError, match=said):
        load()


def test_a_part_of_the_shards_needs_a_database_that_can_be_shared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BAROMETER_SHARDS", "0-15/64")
    with pytest.raises(SettingsError, match="share only a PostgreSQL database"):
        load()
    monkeypatch.setenv("BAROMETER_DATABASE", POSTGRES)
    assert load().shards == Shards(0, 15, 64)
    monkeypatch.setenv("BAROMETER_DATABASE", "data/moods.sqlite3")
    monkeypatch.setenv("BAROMETER_SHARDS", "64")
    assert load().shards == Shards(0, 63, 64), "all of them in one process"


def test_nothing_is_set_unless_somebody_does() -> None:
    assert Settings.model_validate({}).shards is None
