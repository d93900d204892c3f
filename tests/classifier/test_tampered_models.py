"""Two hundred and more model folders that somebody tampered with; all are refused, unrun."""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
import random
import shutil
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from classifier.card import MAX_CARD_BYTES
from classifier.dictionary import MAX_JSON_BYTES, Dictionary
from classifier.errors import ModelFileError
from classifier.model_file import Layer, read, save
from classifier.score import LABELS

Tamper = Callable[[Path], object]
FILES = ("weights.npz", "dictionary.json", "card.json")
ARRAYS = ("kernel_0", "scale_0", "bias_0", "kernel_1", "bias_1")


def sound(folder: Path, seed: int = 0) -> Path:
    rng = np.random.default_rng(seed)
    first = Layer(rng.normal(size=(5, 4)).astype(np.float32), np.ones(4, np.float32), "relu")
    last = Layer(rng.normal(size=(4, 3)).astype(np.float32), np.ones(3, np.float32), "softmax")
    save(
        folder,
        Dictionary(["good", "bad", f"word{'abc'[seed]}", "not good"]),
        [first.quantised(), last],
        name="tiny",
        labels=LABELS,
        confidence=0.5,
        trained_on="nothing",
        figures={},
    )
    return folder


def vouched(folder: Path, **changes: Any) -> None:
    """Let the card vouch for what the files now are, as a forger would."""
    card = json.loads((folder / "card.json").read_text())
    for name, promise in card["files"].items():
        content = (folder / name).read_bytes()
        promise |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    (folder / "card.json").write_text(json.dumps(card | changes))


def put(name: str, content: bytes, *, vouch: bool = True) -> Tamper:
    def tamper(folder: Path) -> None:
        (folder / name).write_bytes(content)
        if vouch and name != "card.json":
            vouched(folder)

    return tamper


def arrays(**changes: Any) -> Tamper:
    """Other arrays in the weights; a function gets the old one, `None` leaves it out."""

    def tamper(folder: Path) -> None:
        with np.load(folder / "weights.npz") as archive:
            held: dict[str, Any] = dict(archive)
        for name, change in changes.items():
            held[name] = change(held[name]) if callable(change) else change
        kept = {name: array for name, array in held.items() if array is not None}
        np.savez(folder / "weights.npz", allow_pickle=True, **kept)
        vouched(folder)

    return tamper


def members(**contents: bytes) -> Tamper:
    """More members in the archive of the weights."""

    def tamper(folder: Path) -> None:
        path = folder / "weights.npz"
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            for name, content in contents.items():
                archive.writestr(name.replace("__", "/"), content)
        vouched(folder)

    return tamper


def card(**changes: Any) -> Tamper:
    return lambda folder: vouched(folder, **changes)


class Evil:
    """Makes a file when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> Any:
        return Path.touch, (self.marker,)


def flips_and_cuts(rng: random.Random, folder: Path) -> Iterator[tuple[str, Tamper]]:
    for name in FILES:
        content = (folder / name).read_bytes()
        for _ in range(25):
            cut = rng.randrange(len(content) - 1)
            yield f"{name} cut at {cut}", put(name, content[:cut], vouch=False)
        if name == "card.json":  # a byte of a free text in it may be any
            promises = content.index(b'"files"')
            places = [i for i in range(promises, len(content)) if content[i : i + 1].isalnum()]
        else:
            places = list(range(len(content)))
        for place in rng.sample(places, 25):
            flipped = bytearray(content)
            flipped[place] ^= 1 << rng.randrange(6)
            yield f"{name} flipped at {place}", put(name, bytes(flipped), vouch=False)
    for name in FILES[:2]:
        more = (folder / name).read_bytes() + b"\0"
        yield f"{name} with more", put(name, more, vouch=False)


def swaps(folder: Path, other: Path) -> Iterator[tuple[str, Tamper]]:
    for name in FILES:
        yield f"{name} of another", put(name, (other / name).read_bytes(), vouch=False)
    for left in FILES:
        for right in FILES:
            if left != right:
                swapped = put(left, (folder / right).read_bytes())
                yield f"{right} as {left}", swapped


def pickles(marker: Path) -> Iterator[tuple[str, Tamper]]:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        evil = pickle.dumps(Evil(marker), protocol)
        for name in FILES:
            yield f"pickle {protocol} as {name}", put(name, evil)
        yield f"pickle {protocol} within", members(**{"kernel_9.npy": evil})
    objects = np.empty(4, object)
    objects[:] = Evil(marker)
    for name in ARRAYS:
        yield f"objects as {name}", arrays(**{name: objects})
    single = io.BytesIO()
    np.save(single, objects, allow_pickle=True)
    yield "objects as weights", put("weights.npz", single.getvalue())


def wrong_arrays() -> Iterator[tuple[str, Tamper]]:
    changes: dict[str, Any] = {
        "no": None,
        "transposed": lambda a: a.T[None] if a.ndim == 1 else a.T,
        "longer": lambda a: np.concatenate([a, a]),
        "empty": lambda a: a[:0],
        "scalar": lambda a: a.ravel()[0],
        "float64": lambda a: a.astype(np.float64),
        "big-endian": lambda a: a.astype(">i8"),
        "complex": lambda a: a.astype(np.complex64),
        "text": lambda a: a.astype(str),
        "records": np.zeros(4, [("a", "f4"), ("b", "i1")]),
    }
    for name in ARRAYS:
        for what, change in changes.items():
            yield f"{what} {name}", arrays(**{name: change})
    for name in ARRAYS[1:]:
        for value in (np.nan, np.inf, -np.inf, 1e30, -2e4):
            filled = lambda a, value=value: np.where(a == a.max(), np.float32(value), a)  # noqa: E731
            yield f"{value} in {name}", arrays(**{name: filled})


def header(shape: str, dtype: str = "'<f4'") -> bytes:
    """The start of an array file that promises what does not follow."""
    text = f"{{'descr': {dtype}, 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text


def bombs(folder: Path) -> Iterator[tuple[str, Tamper]]:
    yield "65 MB of zeros", members(**{"kernel_9.npy": bytes(65 * 2**20)})
    yield "2,000 members", members(**{f"kernel_{number}.npy": b"" for number in range(9, 2_009)})
    for shape in ("(4000000000,)", "(2**40, 2**40)", "(1000000000000000,)", "(-1,)", "'x'"):
        yield f"header of {shape}", members(**{"kernel_9.npy": header(shape)})
    yield "deep header", members(**{"kernel_9.npy": header("(" * 3_000 + ")" * 3_000)})
    yield "code in a header", members(**{"kernel_9.npy": header("__import__('os').getpid()")})
    lying = (folder / "weights.npz").read_bytes()
    end = lying.rindex(b"PK\1\2")
    lying = lying[: end + 24] + struct.pack("<I", 2**31) + lying[end + 28 :]
    yield "a lie about its size", put("weights.npz", lying)


def paths() -> Iterator[tuple[str, Tamper]]:
    for name in ("..__..__evil.npy", "__tmp__evil.npy", "..__card.json", "C:\\evil.npy"):
        yield f"a member {name}", members(**{name: header("(1,)") + bytes(4)})
    for name in ("../weights.npz", "/etc/passwd", "", "weights.npz/../card.json"):
        promise = {"bytes": 1, "sha256": "0" * 64}
        files = {"files": {name: promise, "dictionary.json": promise}}
        yield f"a promise for {name!r}", card(**files)
    for name in FILES:
        yield f"a folder as {name}", instead(name, Path.mkdir)
        if hasattr(os, "mkfifo"):
            yield f"a pipe as {name}", instead(name, os.mkfifo)
            yield f"endless {name}", instead(name, lambda path: path.symlink_to("/dev/zero"))


def instead(name: str, make: Callable[[Path], None]) -> Tamper:
    """Make something else where the file `name` was."""

    def tamper(folder: Path) -> None:
        (folder / name).unlink()
        make(folder / name)

    return tamper


def json_of_all_kinds() -> Iterator[tuple[str, Tamper]]:
    for name in FILES[1:]:
        for what, content in {
            "deep": b"[" * 200_000,
            "deep object": b'{"a":' * 100_000,
            "long number": b"[" + b"9" * 100_000 + b"]",
            "no": b"",
            "UTF-16": '["", "good"]'.encode("utf-16"),
            "half a surrogate": b'["", "\\ud800"]',
            "NaN": b"NaN",
            "numbers": b'["", 1]',
            "a doubled word": b'["", "good", "good"]',
            "an address": b'["", "sam@example.org"]',
            "a huge word": b'["", "' + b"a" * 10_000 + b'"]',
        }.items():
            yield f"{what} {name}", put(name, content)
    huge = b'["",' + b"[]," * (MAX_JSON_BYTES // 3) + b'""]'
    yield "a huge dictionary", put("dictionary.json", huge)
    yield "a huge card", card(trained_on="x" * MAX_CARD_BYTES)
    yield "a name with an escape", card(name="\x1b[31mred")
    yield "units without end", card(layers=[{"units": 10**30, "activation": "softmax"}])
    yield "a thousand layers", card(layers=[{"units": 3, "activation": "softmax"}] * 1_000)
    yield "labels of another", card(labels=["negative", "neutral", "happy"])
    yield "an unknown field", card(**{"x" * 5_000: 1})


def refuse(folder: Path, what: str) -> None:
    read(folder)
    pytest.fail(f"{what} was taken")


def test_every_tampered_folder_is_refused_in_bounded_memory_and_no_code_of_it_runs(
    tmp_path: Path,
) -> None:
    original, other = sound(tmp_path / "original"), sound(tmp_path / "other", seed=1)
    read(original)
    marker = tmp_path / "code was run"
    tampers = dict([
        *flips_and_cuts(random.Random(1), original),
        *swaps(original, other),
        *pickles(marker),
        *wrong_arrays(),
        *bombs(original),
        *paths(),
        *json_of_all_kinds(),
    ])  # fmt: skip
    assert len(tampers) >= 200
    for number, (what, tamper) in enumerate(tampers.items()):
        folder = shutil.copytree(original, tmp_path / f"copy{number}")
        tamper(folder)
        tracemalloc.start()
        with pytest.raises(ModelFileError) as refusal:
            refuse(folder, what)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 64 * 2**20, what
        assert len(str(refusal.value)) < 1_000 + len(str(folder)), what
        assert str(refusal.value).isprintable(), what
        assert not marker.exists(), what
