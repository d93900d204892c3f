"""The classifier: a text in, a `Score` out. It knows neither Discord nor SQL."""

from __future__ import annotations

from pathlib import Path

from classifier.errors import ClassifierError
from classifier.model_file import read
from classifier.scorer import Scorer

DEFAULT_MODEL = Path(__file__).parent / "models" / "default"

__all__ = ["DEFAULT_MODEL", "ClassifierError", "Scorer", "load"]


def load(path: Path | None = None) -> Scorer:
    """The scorer of the model in the folder `path`, or of the default that ships.

    Raises ModelFileError, saying what is wrong and what to do, if the folder is not sound.
    """
    return Scorer(read(path or DEFAULT_MODEL))
