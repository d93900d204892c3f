from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from classifier.model_file import Layer
from classifier.onehot import OneHot

pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")

import keras

from classifier.training import network
from classifier.training.fit import NEVER

COLUMNS = 40
HIDDEN = ((16, "relu"), (8, "sigmoid"))


def some_texts(count: int, seed: int = 1) -> OneHot:
    random = np.random.default_rng(seed)
    sizes = random.integers(0, 12, count)
    return OneHot.of([random.choice(np.arange(1, COLUMNS), size, replace=False) for size in sizes])


def some_batch(texts: OneHot, labels: int = 3, seed: int = 1) -> network.Batch:
    random = np.random.default_rng(seed)
    chosen = random.integers(0, labels, len(texts))
    return network.Batch(
        texts,
        np.eye(labels, dtype=np.float32)[chosen],
        log_prior=np.zeros((len(texts), labels), np.float32),
        weights=np.ones(len(texts), np.float32),
        sides=np.zeros(len(texts), np.float32),
        side_weights=np.zeros(len(texts), np.float32),
    )


def new_net(dropout: float = 0.0, labels: int = 3) -> keras.Sequential:
    network.prepare(seed=7)
    return network.build(COLUMNS, HIDDEN, labels, dropout)


def test_the_sum_of_rows_is_the_dense_layer_on_the_one_hot_matrix() -> None:
    net, texts = new_net(dropout=0.5), some_texts(300)
    logits = network.Predictor(net)(texts, batch=128)
    powers = np.exp(logits.astype(np.float64))
    shares = powers / powers.sum(axis=1, keepdims=True)
    expected = net(texts.dense(COLUMNS)).numpy()
    np.testing.assert_allclose(shares, expected, rtol=0, atol=1e-5)


def test_training_on_sums_of_rows_is_training_keras_on_the_one_hot_matrix() -> None:
    """Three epochs of Keras's own `fit`, with its own Adam and loss, give the same weights."""
    texts = some_texts(96)
    batch = some_batch(texts)
    ours, theirs = new_net(), new_net()
    trainer = network.Trainer(ours, lazy=False)
    for _ in range(3):
        for start in range(0, 96, 32):
            rows = np.arange(start, start + 32)
            trainer.step(
                network.Batch(
                    texts.take(rows),
                    batch.targets[rows],
                    batch.log_prior[rows],
                    batch.weights[rows],
                    batch.sides[rows],
                    batch.side_weights[rows],
                ),
                rate=1e-3,
            )
    theirs.compile(keras.optimizers.Adam(1e-3), "categorical_crossentropy")
    theirs.fit(
        texts.dense(COLUMNS), batch.targets, batch_size=32, epochs=3, shuffle=False, verbose=0
    )
    for mine, keras_own in zip(ours.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_allclose(mine, keras_own, rtol=0, atol=1e-5)


def test_a_lazy_step_moves_only_the_rows_of_words_in_the_batch() -> None:
    net = new_net()
    before = net.layers[0].kernel.numpy().copy()
    texts = OneHot.of([[3, 5], [5], []])
    network.Trainer(net, lazy=True).step(some_batch(texts), rate=1e-2)
    moved = np.flatnonzero((net.layers[0].kernel.numpy() != before).any(axis=1))
    assert moved.tolist() == [3, 5]


def test_a_lazy_first_step_is_a_full_first_step() -> None:
    """Moments start at zero, so only later steps can differ."""
    lazy, full = new_net(), new_net()
    batch = some_batch(some_texts(64))
    network.Trainer(lazy, lazy=True).step(batch, rate=1e-2)
    network.Trainer(full, lazy=False).step(batch, rate=1e-2)
    for some, other in zip(lazy.get_weights(), full.get_weights(), strict=True):
        np.testing.assert_allclose(some, other, rtol=0, atol=1e-6)


def test_a_label_that_a_source_never_gives_takes_no_part() -> None:
    net, texts = new_net(), some_texts(32)
    before = net.layers[-1].kernel.numpy().copy()
    targets = np.eye(3, dtype=np.float32)[[0, 2] * 16]
    never_neutral = np.tile(np.array([0, NEVER, 0], np.float32), (32, 1))
    batch = replace(some_batch(texts), targets=targets, log_prior=never_neutral)
    network.Trainer(net, lazy=True).step(batch, rate=1e-2)
    moved = np.abs(net.layers[-1].kernel.numpy() - before).max(axis=0)
    assert moved[1] < 1e-6 < 1e-3 < min(moved[0], moved[2])


def test_a_side_is_learnt_beside_the_targets_and_says_nothing_of_neutral() -> None:
    net, texts = new_net(), some_texts(32)
    before = net.layers[-1].kernel.numpy().copy()
    nothing, one = np.zeros(32, np.float32), np.ones(32, np.float32)
    batch = replace(some_batch(texts), weights=nothing, sides=one, side_weights=one)
    odds = [(logits := network.Predictor(net)(texts))[:, 2] - logits[:, 0]]
    network.Trainer(net, lazy=True).step(batch, rate=1e-2)
    odds.append((logits := network.Predictor(net)(texts))[:, 2] - logits[:, 0])
    moved = np.abs(net.layers[-1].kernel.numpy() - before).max(axis=0)
    assert moved[1] < 1e-6 < 1e-3 < min(moved[0], moved[2])
    assert (odds[1] > odds[0]).all()


def test_exported_layers_are_the_weights_without_the_dropout_between_them() -> None:
    net = new_net(dropout=0.5)
    layers = network.layers(net)
    assert [layer.activation for layer in layers] == ["relu", "sigmoid", "softmax"]
    assert all(isinstance(layer, Layer) for layer in layers)
    exported = [weight for layer in layers for weight in (layer.kernel, layer.bias)]
    for some, other in zip(exported, net.get_weights(), strict=True):
        np.testing.assert_array_equal(some, other)
