"""A trained net as a folder: weights, dictionary and a card that vouches for both.

    weights.npz      kernel_0, bias_0, kernel_1, … and scale_0 where kernel_0 is int8
    dictionary.json  the features; the position is the column
    card.json        what the net is, and the size and sha256 of the other two

The reader trusts nothing: it refuses whatever is not exactly what the card says, and it never
unpickles.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile, ZipInfo

import numpy as np
from numpy.typing import NDArray

from classifier.card import (
    CARD,
    DICTIONARY,
    MAX_CARD_BYTES,
    VOUCHED,
    WEIGHTS,
    Activation,
    checked_card,
)
from classifier.dictionary import MAX_JSON_BYTES, Dictionary
from classifier.errors import ModelFileError
from classifier.score import Label
from classifier.tokens import TokenizerName

MAX_BYTES: Final = {CARD: MAX_CARD_BYTES, DICTIONARY: MAX_JSON_BYTES, WEIGHTS: 256 * 2**20}
MAX_UNPACKED_BYTES: Final = 512 * 2**20
MAX_HEADER_BYTES: Final = 10_128  # of one array in the archive; NumPy reads no longer one
# Within this, and with as many layers as a card may name, no sum overflows float32.
MAX_WEIGHT: Final = 1e4


@dataclass(frozen=True, slots=True)
class Layer:
    """A dense layer: activation(inputs @ kernel + bias).

    `kernel` has shape (inputs, units) and is float32; or int8 with a `scale` (float32, one for
    each unit) that its columns are multiplied by. `bias` is float32, one for each unit.
    """

    kernel: NDArray[np.float32] | NDArray[np.int8]
    bias: NDArray[np.float32]
    activation: Activation
    scale: NDArray[np.float32] | None = None

    def weights(self) -> NDArray[np.float32]:
        """The kernel in float32, shape (inputs, units)."""
        kernel = self.kernel.astype(np.float32)
        if self.scale is not None:
            kernel *= self.scale
        return kernel

    def quantised(self) -> Layer:
        """This layer with an int8 kernel: each column's greatest weight becomes 127."""
        weights = self.weights()
        scale = np.maximum(np.abs(weights).max(axis=0), 1e-30).astype(np.float32) / np.float32(127)
        kernel = np.rint(weights / scale).astype(np.int8)
        return Layer(kernel, self.bias, self.activation, scale)


@dataclass(frozen=True, slots=True)
class Model:
    """A trained net as read from its folder, which was found sound.

    `card` holds: name, created, tokenizer, labels, layers (units and activation of each),
    confidence, trained_on, figures, and files (bytes and sha256 of each).
    """

    dictionary: Dictionary
    layers: tuple[Layer, ...]
    card: Mapping[str, Any]

    @property
    def version(self) -> str:
        """The card's name and the first 8 hex digits of the weights' sha256: "default-1a2b3c4d"."""
        return f"{self.card['name']}-{self.card['files'][WEIGHTS]['sha256'][:8]}"

    @property
    def labels(self) -> tuple[Label, ...]:
        """What the net's outputs stand for, in their order."""
        return tuple(self.card["labels"])


def save(
    folder: Path,
    dictionary: Dictionary,
    layers: Sequence[Layer],
    *,
    name: str,
    labels: Sequence[Label],
    confidence: float,
    trained_on: Any,
    figures: Mapping[str, Any],
) -> Model:
    """Write a model folder and return the model as `read` will find it there.

    `name` starts the version. A score whose greatest probability is under `confidence` is unsure.
    `trained_on` and `figures` are for people and may be anything that JSON can say. The card is
    written last: a folder that is only half written is refused. Other files in it stay.

    Raises ModelFileError, before anything is written, if `read` would refuse the folder; OSError
    if it cannot be written.
    """
    files = {WEIGHTS: _packed(layers), DICTIONARY: dictionary.to_json().encode()}
    card = {
        "name": name,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "tokenizer": dictionary.tokenizer.name,
        "labels": list(labels),
        "layers": [
            {"units": layer.kernel.shape[1], "activation": layer.activation} for layer in layers
        ],
        "confidence": confidence,
        "trained_on": trained_on,
        "figures": dict(figures),
        "files": {
            file: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for file, content in files.items()
        },
    }
    files[CARD] = (json.dumps(card, indent=2, ensure_ascii=False) + "\n").encode()
    model = _model(files)
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        _write(folder / file, content)
    return model


def read(folder: Path) -> Model:
    """The model in `folder`. Raises ModelFileError, saying what is wrong, if it is not sound."""
    try:
        if not folder.is_dir():
            there = "it is a file, not a folder" if folder.exists() else "there is no such folder"
            raise ModelFileError(there)
        return _model({file: _content(folder / file) for file in (*VOUCHED, CARD)})
    except OSError as error:
        raise ModelFileError(
            f"The model folder {folder} cannot be read: {error.strerror}. Give Barometer's user "
            "the right to read it, or choose another folder with BAROMETER_MODEL or --model."
        ) from error
    except ModelFileError as error:
        raise ModelFileError(
            f"The model in {folder} cannot be used: {error}. Train it anew with "
            "`python -m scripts.train`, copy it again, or choose another folder with "
            "BAROMETER_MODEL or --model."
        ) from error.__cause__


def _model(files: Mapping[str, bytes]) -> Model:
    """The model that these files hold; raises ModelFileError with half a sentence."""
    card = checked_card(files[CARD])
    for file in VOUCHED:
        _vouch(file, files[file], card["files"][file])
    dictionary = _dictionary(files[DICTIONARY], card["tokenizer"])
    return Model(dictionary, _layers(files[WEIGHTS], card, len(dictionary)), card)


def _packed(layers: Sequence[Layer]) -> bytes:
    arrays: dict[str, NDArray[Any]] = {}
    for index, layer in enumerate(layers):
        arrays |= {f"kernel_{index}": layer.kernel, f"bias_{index}": layer.bias}
        if layer.scale is not None:
            arrays[f"scale_{index}"] = layer.scale
    packed = io.BytesIO()
    np.savez_compressed(packed, allow_pickle=False, **arrays)
    return packed.getvalue()


def _write(path: Path, content: bytes) -> None:
    """Write a file so that there is either the old content or the new, never a part."""
    new = path.with_name(f".{path.name}.new")
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _content(path: Path) -> bytes:
    most = MAX_BYTES[path.name]
    try:
        if path.exists() and not path.is_file():  # reading a pipe would wait for ever
            raise ModelFileError(f"{path.name} is not a file")
        if path.stat().st_size > most:
            raise ModelFileError(f"{path.name} is over {most:,} bytes")
        return path.read_bytes()
    except FileNotFoundError:
        raise ModelFileError(f"there is no {path.name}") from None
    except OSError as error:
        raise ModelFileError(f"{path.name} cannot be read ({error.strerror})") from error


def _vouch(file: str, content: bytes, promise: Mapping[str, Any]) -> None:
    if len(content) != promise["bytes"]:
        raise ModelFileError(
            f"{file} has {len(content):,} bytes where the card says {promise['bytes']:,}"
        )
    if hashlib.sha256(content).hexdigest() != promise["sha256"]:
        raise ModelFileError(f"{file} has another sha256 than the card says")


def _dictionary(content: bytes, tokenizer: TokenizerName) -> Dictionary:
    try:
        return Dictionary.from_json(content.decode(), tokenizer)
    except (ValueError, RecursionError) as error:
        raise ModelFileError(f"{DICTIONARY} is not sound ({error})") from error


def _layers(content: bytes, card: Mapping[str, Any], columns: int) -> tuple[Layer, ...]:
    """The dense layers, in the shapes that dictionary and card ask for."""
    arrays = _unpacked(content, _most_bytes(card, columns))
    layers = []
    inputs = columns
    for index, layer in enumerate(card["layers"]):
        units = layer["units"]
        scale = None
        if index == 0 and "scale_0" in arrays:
            scale = _checked(arrays, "scale_0", (units,), np.float32)
        kernel_dtype = np.float32 if scale is None else np.int8
        kernel = _checked(arrays, f"kernel_{index}", (inputs, units), kernel_dtype)
        bias = _checked(arrays, f"bias_{index}", (units,), np.float32)
        layers.append(Layer(kernel, bias, layer["activation"], scale))
        inputs = units
    if arrays:
        raise ModelFileError(f"{WEIGHTS} holds something unknown, {min(arrays)[:60]!r}")
    return tuple(layers)


def _most_bytes(card: Mapping[str, Any], columns: int) -> int:
    """How many bytes the unpacked weights may take: what their layers need, headers included."""
    units: list[int] = [columns, *(layer["units"] for layer in card["layers"])]
    numbers = sum(inputs * outputs + 2 * outputs for inputs, outputs in pairwise(units))
    return min(4 * numbers + 3 * len(units) * MAX_HEADER_BYTES, MAX_UNPACKED_BYTES)


def _unpacked(content: bytes, most: int) -> dict[str, NDArray[Any]]:
    """The arrays in the archive, of which nothing is unpacked if all together are over `most`."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as archive:
            size = sum(member.file_size for member in archive.zip.infolist())
            if size > most:
                raise ModelFileError(f"{WEIGHTS} unpacks to over {most:,} bytes")
            for member in archive.zip.infolist():
                _check_header(archive.zip, member)
            return dict(archive)
    except ModelFileError:
        raise
    except Exception as error:  # a damaged archive fails in a dozen ways
        raise ModelFileError(f"{WEIGHTS} is damaged ({str(error)[:200]!r})") from error


def _check_header(archive: ZipFile, member: ZipInfo) -> None:
    """Refuse an array that says to be larger than it is: NumPy would make room for it first."""
    with archive.open(member) as file:
        try:
            if np.lib.format.read_magic(file) != (1, 0):
                raise ValueError
            shape, _, dtype = np.lib.format.read_array_header_1_0(file)
        except ValueError:
            name = member.filename[:60]
            raise ModelFileError(f"{WEIGHTS} holds something unknown, {name!r}") from None
    if math.prod(shape) * dtype.itemsize > member.file_size:
        raise ModelFileError(f"{WEIGHTS} holds less of {member.filename[:60]!r} than it says")


def _checked(
    arrays: dict[str, NDArray[Any]], name: str, shape: tuple[int, ...], dtype: type[np.generic]
) -> NDArray[Any]:
    """Take the array `name` out of `arrays` if it is as it should be."""
    array = arrays.pop(name, None)
    if array is None:
        raise ModelFileError(f"{WEIGHTS} holds no {name!r}")
    if array.dtype != dtype or array.shape != shape:
        raise ModelFileError(
            f"{name} is {array.dtype} of shape {array.shape}, not "
            f"{np.dtype(dtype)} of shape {shape}"
        )
    # Written so that not-a-number fails too.
    if not np.abs(array).max(initial=0) <= MAX_WEIGHT:
        raise ModelFileError(f"{name} holds a weight that is not finite, or over {MAX_WEIGHT:,.0f}")
    return array
