from __future__ import annotations

import hashlib
import hmac
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from storage.errors import InvalidInputError, StorageError
from storage.pseudonyms import Pseudonyms, pseudonym

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_member_is_half_an_hmac_of_both_ids() -> None:
    key, ids = bytes(range(32)), (900).to_bytes(8) + (2**62 + 5).to_bytes(8)
    expected = hmac.new(key, ids, hashlib.sha256).digest()[:16]
    assert pseudonym(key, 900, 2**62 + 5) == expected


def test_guilds_members_and_keys_make_different_members() -> None:
    made = {pseudonym(bytes([key]) * 32, g, u) for key in (0, 1) for g in (1, 2) for u in (1, 2)}
    assert len(made) == 8


def test_ids_beyond_64_bits_are_refused() -> None:
    for ids in ((2**63, 5), (900, 2**63), (-(2**63) - 1, 5)):
        with pytest.raises(InvalidInputError, match="64-bit"):
            Pseudonyms(bytes(32)).of(*ids)


def test_the_example_of_the_docstring_is_true() -> None:
    assert pseudonym(bytes(32), 900, 5).hex() in (pseudonym.__doc__ or "")


@pytest.fixture
def key_file(path: Path) -> Path:
    return path.with_name(path.name + ".key")


async def test_the_first_start_makes_a_key_that_stays(path: Path, key_file: Path) -> None:
    async with storage.open(path, now=NOON):
        key = key_file.read_bytes()
    assert len(key) == 32
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    async with storage.open(path, now=NOON):
        assert key_file.read_bytes() == key


async def test_the_key_may_lie_elsewhere(path: Path, key_file: Path, tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    async with storage.open(path, now=NOON, key_file=tmp_path / "keys" / "barometer") as store:
        await store.privacy.opt_out(900, 5, NOON)
    assert not key_file.exists()
    async with storage.open(path, now=NOON, key_file=tmp_path / "keys" / "barometer") as store:
        assert (await store.privacy.status(900, 5)).opted_out


async def refusal(path: Path) -> str:
    with pytest.raises(StorageError) as caught:
        async with storage.open(path, now=NOON):
            pass
    return str(caught.value)


async def test_a_lost_key_is_asked_for_and_not_replaced(path: Path, key_file: Path) -> None:
    async with storage.open(path, now=NOON) as store:
        await store.privacy.opt_out(900, 5, NOON)
    key_file.rename(key_file.with_name("elsewhere"))
    assert "Put it back" in await refusal(path)
    path.unlink()  # the journal still needs it
    assert "Put it back" in await refusal(path)
    assert not key_file.exists()
    key_file.with_name("elsewhere").rename(key_file)
    async with storage.open(path, now=NOON) as store:
        assert (await store.privacy.status(900, 5)).opted_out


async def test_a_key_file_that_holds_no_key_is_refused_and_left_alone(
    path: Path, key_file: Path
) -> None:
    key_file.write_bytes(b"open sesame")
    assert "isn't a key: it has 11 bytes" in await refusal(path)
    assert key_file.read_bytes() == b"open sesame"


async def test_the_key_of_another_database_is_refused(path: Path, key_file: Path) -> None:
    async with storage.open(path, now=NOON):
        pass
    key_file.write_bytes(bytes(32))
    assert "belongs to another database" in await refusal(path)


async def test_a_start_that_was_cut_off_while_it_made_the_key_is_no_hindrance(
    path: Path, key_file: Path
) -> None:
    key_file.with_name(key_file.name + ".new").write_bytes(b"half")
    async with storage.open(path, now=NOON):
        assert len(key_file.read_bytes()) == 32
    assert not key_file.with_name(key_file.name + ".new").exists()


async def test_a_folder_in_place_of_the_key_is_told_in_words(path: Path, key_file: Path) -> None:
    key_file.mkdir()
    assert "Couldn't read the key file" in await refusal(path)
