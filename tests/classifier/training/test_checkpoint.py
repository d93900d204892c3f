from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from classifier.onehot import OneHot
from classifier.training.checkpoint import (
    Checkpoint,
    CheckpointError,
    Epoch,
    checkpoint_file,
    clear,
    fingerprint,
    histories,
)

EPOCH = Epoch(0.5, 0.75, 0.6, 0.7, 12.0, ((0.6, 0.7), (0.4, 0.8)))


def state() -> Checkpoint:
    rng_state = dict(np.random.default_rng(1).bit_generator.state)
    return Checkpoint([np.arange(6.0).reshape(2, 3), np.array(7, np.int64)], rng_state, [EPOCH])


def test_a_state_is_read_back_as_it_was(tmp_path: Path) -> None:
    file = checkpoint_file(tmp_path, "teacher")
    state().save(file, "abc")
    read = Checkpoint.read(file, "abc")
    assert (read.rng_state, read.history) == (state().rng_state, [EPOCH])
    for some, other in zip(read.arrays, state().arrays, strict=True):
        np.testing.assert_array_equal(some, other)
        assert some.dtype == other.dtype
    assert histories(tmp_path) == {"teacher": [EPOCH]}


def test_a_state_of_another_training_or_a_damaged_one_is_refused(tmp_path: Path) -> None:
    file = checkpoint_file(tmp_path)
    state().save(file, "abc")
    with pytest.raises(CheckpointError, match="other data, settings or seed"):
        Checkpoint.read(file, "abd")
    file.write_bytes(file.read_bytes()[:100])
    with pytest.raises(CheckpointError, match="without --resume"):
        Checkpoint.read(file, "abc")


def test_clearing_takes_the_states_and_nothing_else(tmp_path: Path) -> None:
    clear(tmp_path)
    state().save(checkpoint_file(tmp_path), "abc")
    (tmp_path / "card.json").write_text("{}")
    clear(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["card.json"]
    assert histories(tmp_path) == {}


def test_a_fingerprint_tells_data_and_settings_apart() -> None:
    texts = OneHot.of([[1, 2], [3]])
    same = OneHot.of([[1, 2], [3]])
    assert fingerprint(1, EPOCH, texts) == fingerprint(1, EPOCH, same)
    others = [
        (2, EPOCH, texts),
        (1, None, texts),
        (1, EPOCH, OneHot.of([[1], [2, 3]])),
        (1, EPOCH, OneHot.of([[1, 2], [4]])),
    ]
    assert len({fingerprint(*other) for other in [(1, EPOCH, texts), *others]}) == 5
