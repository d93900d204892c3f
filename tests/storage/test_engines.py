"""The address of a database says which engine keeps it, and where."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from storage import InvalidInputError, database_file

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("data/moods.sqlite3", "data/moods.sqlite3"),
        ("/var/lib/moods.sqlite3", "/var/lib/moods.sqlite3"),
        ("moods", "moods"),
        ("sqlite:///data/moods.sqlite3", "data/moods.sqlite3"),
        ("sqlite:////var/lib/moods.sqlite3", "/var/lib/moods.sqlite3"),
        ("SQLite:///moods", "moods"),
        ("sqlite:///a b%20c#d?e:f", "a b%20c#d?e:f"),
        (r"C:\data\moods.sqlite3", r"C:\data\moods.sqlite3"),
        ("C:/data/moods.sqlite3", "C:/data/moods.sqlite3"),
        (r"sqlite:///C:\data\moods.sqlite3", r"C:\data\moods.sqlite3"),
        (r"\\server\share\moods.sqlite3", r"\\server\share\moods.sqlite3"),
        (Path("sqlite:/moods"), "sqlite:/moods"),  # a path is a path
    ],
)
def test_a_file_is_named_by_its_path_or_by_an_address(address: str | Path, path: str) -> None:
    assert database_file(address) == Path(path)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("redis://barometer:hunter2@db/moods", "no storage for addresses that begin with redis:"),
        ("mysql:moods", "no storage for addresses that begin with mysql:"),
        ("sqlite:moods", "begins with sqlite:///"),
        ("sqlite:/moods", "begins with sqlite:///"),
        ("sqlite://moods", "begins with sqlite:///"),
        ("sqlite:moods:///x", "begins with sqlite:///"),
        ("sqlite:///", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        (":memory:", "names no file"),
        ("", "names no file"),
    ],
)
async def test_any_other_address_is_refused_in_words(address: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said) as caught:
        database_file(address)
    assert "sqlite:///data/barometer.sqlite3" in str(caught.value)
    assert "hunter2" not in str(caught.value)
    with pytest.raises(InvalidInputError, match=said):
        await storage.preflight(address)
    with pytest.raises(InvalidInputError, match=said):
        async with storage.open(address, now=NOON):
            pass


@pytest.mark.skipif(os.name == "nt", reason="a path from the root has no disk there")
async def test_the_same_file_opens_by_each_of_its_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    whole = tmp_path / "moods.sqlite3"
    addresses: tuple[str | Path, ...] = (
        whole,
        str(whole),
        f"sqlite:///{whole}",
        "moods.sqlite3",
        "sqlite:///moods.sqlite3",
    )
    for guild, address in enumerate(addresses, start=1):
        async with storage.open(address, now=NOON) as store:
            await store.guilds.left(guild, NOON)
            await store.jobs.schedule("digest", guild, NOON)
    async with storage.open(whole, now=NOON) as store:
        assert await store.guilds.known() == set(range(1, len(addresses) + 1))
    assert whole.with_name("moods.sqlite3.key").is_file()
