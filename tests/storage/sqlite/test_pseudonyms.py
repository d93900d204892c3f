import hashlib
import hmac
import stat

import pytest

import storage
from storage.errors import StorageError
from storage.pseudonyms import member_key


def test_a_member_is_half_an_hmac_of_both_ids():
    key, ids = bytes(range(32)), (900).to_bytes(8) + (2**62 + 5).to_bytes(8)
    expected = hmac.new(key, ids, hashlib.sha256).digest()[:16]
    assert member_key(key, 900, 2**62 + 5) == expected


def test_guilds_members_and_keys_make_different_members():
    made = {member_key(bytes([key]) * 32, g, u) for key in (0, 1) for g in (1, 2) for u in (1, 2)}
    assert len(made) == 8


@pytest.fixture
def key_file(path):
    return path.with_name(path.name + ".key")


async def test_the_first_start_makes_a_key_that_stays(path, key_file):
    async with storage.open(path):
        key = key_file.read_bytes()
    assert len(key) == 32
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    async with storage.open(path):
        assert key_file.read_bytes() == key


async def test_the_key_may_lie_elsewhere(path, key_file, tmp_path):
    (tmp_path / "keys").mkdir()
    async with storage.open(path, tmp_path / "keys" / "barometer") as store:
        await store.privacy.opt_out(900, 5)
    assert not key_file.exists()
    async with storage.open(path, tmp_path / "keys" / "barometer") as store:
        assert (await store.privacy.status(900, 5)).opted_out


async def refusal(path):
    with pytest.raises(StorageError) as caught:
        async with storage.open(path):
            pass
    return str(caught.value)


async def test_a_lost_key_is_asked_for_and_not_replaced(path, key_file):
    async with storage.open(path) as store:
        await store.privacy.opt_out(900, 5)
    key_file.rename(key_file.with_name("elsewhere"))
    assert "Put it back" in await refusal(path)
    path.unlink()  # the journal still needs it
    assert "Put it back" in await refusal(path)
    assert not key_file.exists()
    key_file.with_name("elsewhere").rename(key_file)
    async with storage.open(path) as store:
        assert (await store.privacy.status(900, 5)).opted_out


async def test_a_key_file_that_holds_no_key_is_refused_and_left_alone(path, key_file):
    key_file.write_bytes(b"open sesame")
    assert "does not hold a key: 11 bytes" in await refusal(path)
    assert key_file.read_bytes() == b"open sesame"


async def test_the_key_of_another_database_is_refused(path, key_file):
    async with storage.open(path):
        pass
    key_file.write_bytes(bytes(32))
    assert "belongs to another database" in await refusal(path)


async def test_a_start_that_was_cut_off_while_it_made_the_key_is_no_hindrance(path, key_file):
    key_file.with_name(key_file.name + ".new").write_bytes(b"half")
    async with storage.open(path):
        assert len(key_file.read_bytes()) == 32
    assert not key_file.with_name(key_file.name + ".new").exists()


async def test_a_folder_in_place_of_the_key_is_told_in_words(path, key_file):
    key_file.mkdir()
    assert "cannot be read" in await refusal(path)
