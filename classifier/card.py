"""A model's card: what the net is, and what its other files must be."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, Final, Literal

from classifier.errors import ModelFileError
from classifier.score import LABELS
from classifier.tokens import TOKENIZERS

Activation = Literal["relu", "sigmoid", "softmax"]

CARD: Final = "card.json"
WEIGHTS: Final = "weights.npz"
DICTIONARY: Final = "dictionary.json"
VOUCHED: Final = (WEIGHTS, DICTIONARY)

MAX_CARD_BYTES: Final = 2**20
MAX_LAYERS: Final = 4
MAX_UNITS: Final = 4096


def checked_card(content: bytes) -> dict[str, Any]:
    """The card in `content`, in which every field is there and of its kind.

    Raises ModelFileError, saying in half a sentence what is wrong.
    """
    try:
        card = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ModelFileError(f"{CARD} is not JSON") from error
    if not isinstance(card, dict):
        raise ModelFileError(f"{CARD} is not a JSON object")
    for field, is_sound in _FIELDS.items():
        if field not in card:
            raise ModelFileError(f"the card has no {field!r}")
        if not is_sound(card[field]):
            raise ModelFileError(f"the card's {field!r} is not what it should be")
    for extra in card.keys() - _FIELDS.keys():
        raise ModelFileError(f"the card has an unknown field {extra[:60]!r}")
    if card["layers"][-1]["units"] != len(card["labels"]):
        raise ModelFileError("the last layer has not one unit for each label")
    return card


def _is_name(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9._-]{1,40}", value) is not None


def _is_share(value: object) -> bool:
    return type(value) in (int, float) and 0 <= value <= 1  # type: ignore[operator]


def _is_layers(value: object) -> bool:
    return (
        isinstance(value, list)
        and 1 <= len(value) <= MAX_LAYERS
        and all(isinstance(layer, dict) for layer in value)
        and all(layer.keys() == {"units", "activation"} for layer in value)
        and all(type(layer["units"]) is int and 0 < layer["units"] <= MAX_UNITS for layer in value)
        and all(layer["activation"] in ("relu", "sigmoid") for layer in value[:-1])
        and value[-1]["activation"] == "softmax"
    )


def _is_files(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == set(VOUCHED)
        and all(isinstance(promise, dict) for promise in value.values())
        and all(promise.keys() == {"bytes", "sha256"} for promise in value.values())
        and all(type(promise["bytes"]) is int for promise in value.values())
        and all(isinstance(promise["sha256"], str) for promise in value.values())
    )


_FIELDS: Final[dict[str, Callable[[Any], bool]]] = {
    "name": _is_name,
    "created": lambda value: isinstance(value, str),
    "tokenizer": lambda value: isinstance(value, str) and value in TOKENIZERS,
    "labels": lambda value: value in (list(LABELS), ["negative", "positive"]),
    "layers": _is_layers,
    "confidence": _is_share,
    "trained_on": lambda value: True,
    "figures": lambda value: isinstance(value, dict),
    "files": _is_files,
}
