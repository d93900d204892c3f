from __future__ import annotations

import io

import numpy as np
import pytest

from classifier.onehot import OneHot

pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")

from pathlib import Path

from classifier.training import network
from classifier.training.checkpoint import CheckpointError
from classifier.training.fit import Examples, Schedule, fit


def some_examples(count: int, seed: int) -> Examples:
    """Column 1 makes a text positive, column 2 negative; the others mean nothing."""
    random = np.random.default_rng(seed)
    labels = random.integers(0, 2, count).astype(np.int8)
    texts = OneHot.of([{2 - label, *random.integers(3, 20, 4).tolist()} for label in labels])
    return Examples(
        texts,
        labels,
        source=(np.arange(count) % 2).astype(np.int8),
        targets=np.eye(2, dtype=np.float32)[labels],
        log_prior=np.zeros((2, 2), np.float32),
        weights=np.ones(2, np.float32),
        repeats=np.array([1, 3]),
        whole=np.array([False, True]),
        side_weights=np.zeros(2, np.float32),
    )


def train(
    output: io.StringIO, lazy: bool = True, checkpoint: Path | None = None
) -> tuple[list[np.ndarray], list[float]]:
    network.prepare(seed=1)
    net = network.build(20, ((8, "relu"),), 2, dropout=0.2)
    history = fit(
        net,
        some_examples(200, 1),
        some_examples(50, 2),
        Schedule(3, batch_size=16, rate=0.02, final_rate=0.001, drop=0.1, lazy=lazy),
        seed=1,
        checkpoint=checkpoint,
        output=output,
    )
    return net.get_weights(), [epoch.val_accuracy for epoch in history]


def test_an_epoch_shows_each_row_as_often_as_its_source_says() -> None:
    examples = some_examples(10, 1)
    order = examples.order(np.random.default_rng(1))
    assert np.bincount(order).tolist() == [1, 3] * 5


def test_dropping_leaves_out_about_that_share_of_the_entries_but_of_whole_texts() -> None:
    examples = some_examples(500, 1)
    batch = examples.batch(np.arange(500), 0.3, np.random.default_rng(1))
    before, after = np.diff(examples.texts.offsets), np.diff(batch.texts.offsets)
    assert after[::2].sum() / before[::2].sum() == pytest.approx(0.7, abs=0.05)
    assert (after[1::2] == before[1::2]).all()


@pytest.mark.parametrize("lazy", [True, False])
def test_fitting_learns_what_there_is_to_learn(lazy: bool) -> None:
    _, accuracy = train(io.StringIO(), lazy)
    assert accuracy[-1] == 1


def test_the_same_seed_gives_the_same_net() -> None:
    first, second = train(io.StringIO())[0], train(io.StringIO())[0]
    for some, other in zip(first, second, strict=True):
        np.testing.assert_array_equal(some, other)


def test_progress_tells_loss_accuracy_validation_and_time_left() -> None:
    output = io.StringIO()
    train(output)
    lines = output.getvalue().splitlines()
    assert any(
        "Epoch 1/3" in line and "s left" in line and "loss:" in line and "accuracy:" in line
        for line in lines
    )
    summaries = [line for line in lines if "val_loss:" in line]
    assert [line[:9] for line in summaries] == ["Epoch 1/3", "Epoch 2/3", "Epoch 3/3"]
    assert all("val_accuracy:" in line and "\r" not in line for line in summaries)


class Interrupted(io.StringIO):
    """An output whose reader presses Ctrl+C during the epoch after `epochs`."""

    def __init__(self, epochs: int) -> None:
        super().__init__()
        self._epochs = epochs

    def write(self, text: str) -> int:
        if self._epochs == 0 and text.startswith("Epoch"):
            raise KeyboardInterrupt
        self._epochs -= "val_loss" in text
        return super().write(text)


@pytest.mark.parametrize("lazy", [True, False])
@pytest.mark.parametrize("epochs", [1, 2])
def test_going_on_after_an_interruption_gives_the_same_net(
    lazy: bool, epochs: int, tmp_path: Path
) -> None:
    whole, accuracy = train(io.StringIO(), lazy)
    with pytest.raises(KeyboardInterrupt):
        train(Interrupted(epochs), lazy, tmp_path / "net.npz")
    output = io.StringIO()
    resumed, accuracy_resumed = train(output, lazy, tmp_path / "net.npz")
    assert f"Going on after {epochs} of 3 epochs (net)." in output.getvalue()
    assert accuracy_resumed == accuracy
    for some, other in zip(whole, resumed, strict=True):
        np.testing.assert_array_equal(some, other)


def test_a_finished_training_is_not_done_again(tmp_path: Path) -> None:
    whole, accuracy = train(io.StringIO(), checkpoint=tmp_path / "net.npz")
    output = io.StringIO()
    again, accuracy_again = train(output, checkpoint=tmp_path / "net.npz")
    assert "val_loss" not in output.getvalue()
    assert accuracy_again == accuracy
    np.testing.assert_array_equal(again[0], whole[0])


def test_a_state_from_other_settings_is_refused(tmp_path: Path) -> None:
    train(io.StringIO(), True, tmp_path / "net.npz")
    with pytest.raises(CheckpointError, match="other data, settings or seed"):
        train(io.StringIO(), False, tmp_path / "net.npz")


def test_the_tenths_of_an_epoch_average_to_its_figures() -> None:
    network.prepare(seed=1)
    net = network.build(20, ((8, "relu"),), 2, dropout=0.2)
    schedule = Schedule(1, batch_size=16, rate=0.02, final_rate=0.001)
    examples = some_examples(160, 1)
    (epoch,) = fit(net, examples, examples, schedule, seed=1, output=io.StringIO())
    assert len(epoch.tenths) == 10
    assert np.mean(epoch.tenths, axis=0) == pytest.approx([epoch.loss, epoch.accuracy])
