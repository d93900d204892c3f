"""The net, in Keras, and one step of its training.

The first layer is a plain `Dense` on a binary one-hot row. Such a row times the kernel is the sum
of the kernel's rows for the words present, so training never builds the one-hot matrix: it
multiplies a sparse one. Same net, same numbers; `tests/classifier/training/test_network.py` holds
the two against each other.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

import numpy as np

# Two processes with two busy-waiting threads each are up to 20 × slower on two cores.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

from collections.abc import Sequence

import keras
import tensorflow as tf
from numpy.typing import NDArray

from classifier.model_file import Layer
from classifier.onehot import OneHot


@dataclass(frozen=True, slots=True)
class Batch:
    """What one training step sees of `texts` texts and `labels` labels.

    `targets` (texts, labels) are the wanted probabilities, each row's sum is 1. `log_prior`
    (texts, labels) is how common each label is in the row's source, as a logarithm: it is added
    to the logits before the softmax, so that the net itself learns no source's habits. `weights`
    (texts,) scales each row's loss.

    `sides` (texts,) are the wanted probabilities of the last label (positive) where only it and
    the first (negative) are asked about; `side_weights` (texts,) scales the loss of that. All
    float32.
    """

    texts: OneHot
    targets: NDArray[np.float32]
    log_prior: NDArray[np.float32]
    weights: NDArray[np.float32]
    sides: NDArray[np.float32]
    side_weights: NDArray[np.float32]


def prepare(seed: int) -> None:
    """Seed everything and use one thread, so that two runs on one machine give one net."""
    keras.utils.set_random_seed(seed)
    try:
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
    except RuntimeError:  # TensorFlow has run before in this process, with its threads chosen
        pass


def build(
    columns: int, hidden: Sequence[tuple[int, str]], labels: int, dropout: float
) -> keras.Sequential:
    """Dense layers of `hidden` (units, activation), dropout after each, and a softmax.

    Input shape: (texts, columns), binary. Output shape: (texts, labels), probabilities.
    """
    net = keras.Sequential([keras.Input((columns,))])
    for units, activation in hidden:
        net.add(keras.layers.Dense(units, activation=activation))
        net.add(keras.layers.Dropout(dropout))
    net.add(keras.layers.Dense(labels, activation="softmax"))
    return net


def layers(net: keras.Sequential) -> list[Layer]:
    """The weights of `net` for a model file, first layer to last."""
    dense = [layer for layer in net.layers if isinstance(layer, keras.layers.Dense)]
    return [
        Layer(kernel, bias, layer.activation.__name__)
        for layer in dense
        for kernel, bias in [layer.get_weights()]
    ]


def logits(net: keras.Sequential, first: tf.Tensor, training: bool) -> tf.Tensor:
    """What the softmax receives, (texts, labels), from the first layer's sums (texts, units)."""
    value = net.layers[0].activation(first + net.layers[0].bias)
    for layer in net.layers[1:-1]:
        value = layer(value, training=training)
    return value @ net.layers[-1].kernel + net.layers[-1].bias


def sparse_one_hot(rows: tf.Tensor, columns: tf.Tensor, shape: Sequence[Any]) -> tf.SparseTensor:
    """The binary matrix with a one at each (row, column); rows ascend."""
    where = tf.cast(tf.stack([rows, columns], axis=1), tf.int64)
    return tf.SparseTensor(where, tf.ones(tf.shape(rows)), tf.cast(shape, tf.int64))


class Predictor:
    """Logits of encoded texts, without the one-hot matrix."""

    def __init__(self, net: keras.Sequential) -> None:
        self._net = net
        entries = tf.TensorSpec([None], tf.int32)
        self._forward = tf.function(
            self._logits, input_signature=[entries, entries, tf.TensorSpec([], tf.int32)]
        )

    def __call__(self, texts: OneHot, batch: int = 4096) -> NDArray[np.float32]:
        """Logits, float32 of shape (texts, labels)."""
        parts = []
        for start in range(0, len(texts), batch):
            part = texts.take(np.arange(start, min(start + batch, len(texts))))
            parts.append(self._forward(part.rows(), part.columns, len(part)).numpy())
        return np.concatenate(parts)

    def _logits(self, rows: tf.Tensor, columns: tf.Tensor, count: tf.Tensor) -> tf.Tensor:
        kernel = tf.convert_to_tensor(self._net.layers[0].kernel)
        one_hot = sparse_one_hot(rows, columns, [count, kernel.shape[0]])
        return logits(self._net, tf.sparse.sparse_dense_matmul(one_hot, kernel), training=False)


class Trainer:
    """Adam (Kingma & Ba 2015) on the weights of `net`, with Keras's constants.

    With `lazy` the first kernel's rows, and their moments, move only in the steps whose batch
    holds their word: what makes a dictionary of 150,000 entries trainable. Without, every step
    moves every row, as in Keras.
    """

    BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-7

    def __init__(self, net: keras.Sequential, *, lazy: bool) -> None:
        self._net = net
        self._weights = [variable.value for variable in net.trainable_variables]
        self._moments = [tf.Variable(tf.zeros_like(weight)) for weight in self._weights]
        self._squares = [tf.Variable(tf.zeros_like(weight)) for weight in self._weights]
        self._steps = tf.Variable(0.0)
        # Keras counts the seeds of its dropout among the variables of a net.
        self._state = [variable.value for variable in net.variables]
        self._state += [*self._moments, *self._squares, self._steps]
        entries = tf.TensorSpec([None], tf.int32)
        floats = tf.TensorSpec([None, None], tf.float32)
        self._lazy = lazy
        self._step = tf.function(
            self._lazy_step if lazy else self._full_step,
            input_signature=[
                tf.TensorSpec([], tf.float32),
                entries,
                entries,
                *([entries] if lazy else []),
                *[floats] * 2,
                *[tf.TensorSpec([None], tf.float32)] * 3,
            ],
        )

    def step(self, batch: Batch, rate: float) -> tuple[float, float]:
        """Take one step at the learning rate `rate`; the batch's loss, and its share right."""
        rows = batch.texts.rows()
        columns = batch.texts.columns
        known = (
            batch.targets,
            batch.log_prior,
            batch.weights,
            batch.sides,
            batch.side_weights,
        )
        if self._lazy:
            present, place = np.unique(columns, return_inverse=True)
            loss, right = self._step(rate, rows, place.astype(np.int32), present, *known)
        else:
            loss, right = self._step(rate, rows, columns, *known)
        return float(loss), float(right)

    def state(self) -> list[NDArray[Any]]:
        """All that the next step depends on: weights, seeds of dropout, moments, steps taken."""
        return [variable.numpy() for variable in self._state]

    def restore(self, state: Sequence[NDArray[Any]]) -> None:
        """Go back to what `state` returned then."""
        for variable, value in zip(self._state, state, strict=True):
            variable.assign(value)

    def _full_step(
        self, rate: tf.Tensor, rows: tf.Tensor, columns: tf.Tensor, *known: tf.Tensor
    ) -> tuple[tf.Tensor, tf.Tensor]:
        kernel = self._weights[0]
        loss, right, gradients = self._gradients(kernel.read_value(), rows, columns, *known)
        self._steps.assign_add(1.0)
        for index, gradient in enumerate(gradients):
            self._update(index, gradient, rate)
        return loss, right

    def _lazy_step(
        self,
        rate: tf.Tensor,
        rows: tf.Tensor,
        place: tf.Tensor,
        present: tf.Tensor,
        *known: tf.Tensor,
    ) -> tuple[tf.Tensor, tf.Tensor]:
        kernel = tf.gather(self._weights[0], present)
        loss, right, gradients = self._gradients(kernel, rows, place, *known)
        self._steps.assign_add(1.0)
        self._update_rows(present, kernel, gradients[0], rate)
        for index, gradient in enumerate(gradients[1:], start=1):
            self._update(index, gradient, rate)
        return loss, right

    def _gradients(
        self,
        kernel: tf.Tensor,
        rows: tf.Tensor,
        columns: tf.Tensor,
        targets: tf.Tensor,
        log_prior: tf.Tensor,
        weights: tf.Tensor,
        sides: tf.Tensor,
        side_weights: tf.Tensor,
    ) -> tuple[tf.Tensor, tf.Tensor, list[tf.Tensor]]:
        one_hot = sparse_one_hot(rows, columns, [tf.shape(targets)[0], tf.shape(kernel)[0]])
        with tf.GradientTape() as tape:
            tape.watch(kernel)
            first = tf.sparse.sparse_dense_matmul(one_hot, kernel)
            free = logits(self._net, first, training=True)
            judged = free + log_prior
            losses = weights * tf.nn.softmax_cross_entropy_with_logits(targets, judged)
            odds = free[:, -1] - free[:, 0]
            losses += side_weights * tf.nn.sigmoid_cross_entropy_with_logits(sides, odds)
            loss = tf.reduce_mean(losses)
        right = tf.argmax(judged, axis=1) == tf.argmax(targets, axis=1)
        gradients = tape.gradient(loss, [kernel, *self._weights[1:]])
        return loss, tf.reduce_mean(tf.cast(right, tf.float32)), gradients

    def _update(self, index: int, gradient: tf.Tensor, rate: tf.Tensor) -> None:
        tf.raw_ops.ResourceApplyAdam(
            var=self._weights[index].handle,
            m=self._moments[index].handle,
            v=self._squares[index].handle,
            beta1_power=self.BETA1**self._steps,
            beta2_power=self.BETA2**self._steps,
            lr=rate,
            beta1=self.BETA1,
            beta2=self.BETA2,
            epsilon=self.EPSILON,
            grad=gradient,
        )

    def _update_rows(
        self, rows: tf.Tensor, kernel: tf.Tensor, gradient: tf.Tensor, rate: tf.Tensor
    ) -> None:
        old_moment = tf.gather(self._moments[0], rows)
        old_square = tf.gather(self._squares[0], rows)
        moment = old_moment + (1 - self.BETA1) * (gradient - old_moment)
        square = old_square + (1 - self.BETA2) * (gradient**2 - old_square)
        unbiased = tf.sqrt(1 - self.BETA2**self._steps) / (1 - self.BETA1**self._steps)
        change = rate * unbiased * moment / (tf.sqrt(square) + self.EPSILON)
        for variable, value in (
            (self._weights[0], kernel - change),
            (self._moments[0], moment),
            (self._squares[0], square),
        ):
            tf.raw_ops.ResourceScatterUpdate(resource=variable.handle, indices=rows, updates=value)
