"""Where training stands, on disk after each epoch, so that it can go on after an interruption.

    OUT/checkpoints/net.npz    weights, optimiser, RNG state and figures so far of one call of `fit`

A recipe that fits several nets has a file for each. They are large, and only of use until the
net is written.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from classifier.errors import ClassifierError


class CheckpointError(ClassifierError):
    """Training cannot go on from what was saved. The message says what to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class Epoch:
    """What one epoch came to: mean loss and accuracy while training, and on validation rows.

    `tenths` are the mean loss and accuracy while training within each tenth of the epoch.
    """

    loss: float
    accuracy: float
    val_loss: float
    val_accuracy: float
    seconds: float
    tenths: tuple[tuple[float, float], ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of one `fit`: `arrays` are weights and the optimiser's moments."""

    arrays: list[NDArray[Any]]
    rng_state: dict[str, Any]
    history: list[Epoch]

    def save(self, path: Path, fingerprint: str) -> None:
        """Write it to `path`: there is either the old state or the new, never a part."""
        notes = {
            "fingerprint": fingerprint,
            "rng_state": self.rng_state,
            "history": [dataclasses.asdict(epoch) for epoch in self.history],
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        with new.open("wb") as file:
            np.savez(
                file,
                allow_pickle=False,
                notes=np.array(json.dumps(notes)),
                **{f"array_{place}": array for place, array in enumerate(self.arrays)},
            )
        new.replace(path)

    @classmethod
    def read(cls, path: Path, fingerprint: str | None = None) -> Checkpoint:
        """The state in `path`.

        Raises CheckpointError where it is damaged, or was saved by a training with another
        `fingerprint`.
        """
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as saved:
                notes = json.loads(str(saved["notes"]))
                arrays = [saved[f"array_{place}"] for place in range(len(saved.files) - 1)]
        except Exception as error:  # a damaged archive fails in a dozen ways
            raise CheckpointError(
                f"{path} cannot be read ({error}). Start without --resume."
            ) from error
        if fingerprint not in (None, notes["fingerprint"]):
            raise CheckpointError(
                f"{path} was saved by a training with other data, settings or seed. "
                "Give the same as then, or start without --resume."
            )
        history = [
            Epoch(**{**epoch, "tenths": tuple(map(tuple, epoch["tenths"]))})
            for epoch in notes["history"]
        ]
        return cls(arrays, notes["rng_state"], history)


def checkpoint_file(out: Path, name: str = "net") -> Path:
    """Where the fit called `name` of a recipe that writes to `out` keeps its state."""
    return out / "checkpoints" / f"{name}.npz"


def histories(out: Path) -> dict[str, list[Epoch]]:
    """The figures of all fits so far, by name, in the order in which they were last saved."""
    files = sorted((out / "checkpoints").glob("*.npz"), key=lambda file: file.stat().st_mtime_ns)
    return {file.stem: Checkpoint.read(file).history for file in files}


def clear(out: Path) -> None:
    """Delete all states under `out`."""
    folder = out / "checkpoints"
    for file in [*folder.glob("*.npz"), *folder.glob("*.new")]:
        file.unlink()
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def fingerprint(*things: object) -> str:
    """A hash that tells other data or settings: of arrays, dataclasses, sequences and numbers."""
    digest = hashlib.sha256()
    _digest(digest, things)
    return digest.hexdigest()


def _digest(digest: Any, thing: object) -> None:
    if isinstance(thing, np.ndarray):
        digest.update(f"{thing.dtype}{thing.shape}".encode())
        digest.update(np.ascontiguousarray(thing).data)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            _digest(digest, getattr(thing, field.name))
    elif isinstance(thing, list | tuple):
        _digest_all(digest, thing)
    else:
        digest.update(f"{thing!r};".encode())


def _digest_all(digest: Any, things: Sequence[object]) -> None:
    digest.update(f"{len(things)}:".encode())
    for thing in things:
        _digest(digest, thing)
