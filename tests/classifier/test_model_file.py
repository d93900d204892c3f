from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from classifier import model_file
from classifier.dictionary import Dictionary
from classifier.errors import ModelFileError
from classifier.model_file import Layer, Model, read, save
from classifier.score import LABELS

DICTIONARY = Dictionary(["good", "bad", "not", "not good"])


def layers(seed: int = 0) -> list[Layer]:
    random = np.random.default_rng(seed)

    def dense(inputs: int, units: int, activation: Any) -> Layer:
        kernel = random.normal(size=(inputs, units)).astype(np.float32)
        return Layer(kernel, random.normal(size=units).astype(np.float32), activation)

    return [dense(5, 4, "relu").quantised(), dense(4, 3, "sigmoid"), dense(3, 3, "softmax")]


def saved(folder: Path, seed: int = 0, **changes: Any) -> Model:
    fields: dict[str, Any] = {
        "dictionary": DICTIONARY,
        "layers": layers(seed),
        "name": "tiny",
        "labels": LABELS,
        "confidence": 0.5,
        "trained_on": "nothing",
        "figures": {"accuracy": 0.3},
    }
    return save(folder, **(fields | changes))


def recorded(folder: Path, **changes: Any) -> None:
    """Write `changes` into the card of `folder`, and what its files now are."""
    card = json.loads((folder / "card.json").read_text())
    for name, promise in card["files"].items():
        content = (folder / name).read_bytes()
        promise |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    (folder / "card.json").write_text(json.dumps(card | changes))


def with_arrays(folder: Path, **arrays: Any) -> None:
    """Replace arrays in the weights of `folder` (None: leave out), vouched for by its card."""
    with np.load(folder / "weights.npz") as archive:
        kept = {k: v for k, v in {**archive, **arrays}.items() if v is not None}
    np.savez(folder / "weights.npz", allow_pickle=True, **kept)
    recorded(folder)


def test_a_saved_model_reads_back_the_same(tmp_path: Path) -> None:
    written = saved(tmp_path / "new" / "folder")
    model = read(tmp_path / "new" / "folder")
    assert model.dictionary.features == DICTIONARY.features
    assert model.card == written.card
    assert model.labels == LABELS
    assert model.card["layers"][0] == {"units": 4, "activation": "relu"}
    for layer, expected in zip(model.layers, layers(), strict=True):
        assert layer.kernel.dtype == expected.kernel.dtype
        np.testing.assert_array_equal(layer.weights(), expected.weights())
        np.testing.assert_array_equal(layer.bias, expected.bias)


def test_the_version_names_the_model_and_its_weights(tmp_path: Path) -> None:
    one, other, again = (saved(tmp_path / str(i), seed) for i, seed in enumerate((1, 2, 1)))
    assert one.version == f"tiny-{one.card['files']['weights.npz']['sha256'][:8]}"
    assert one.version != other.version
    assert one.version == again.version


def test_saving_over_a_model_replaces_it_and_leaves_other_files(tmp_path: Path) -> None:
    saved(tmp_path, 1)
    (tmp_path / "notes.txt").write_text("mine")
    newer = saved(tmp_path, 2)
    assert read(tmp_path).version == newer.version
    assert sorted(file.name for file in tmp_path.iterdir()) == (
        ["card.json", "dictionary.json", "notes.txt", "weights.npz"]
    )


def test_what_would_be_refused_is_not_saved_over_a_sound_model(tmp_path: Path) -> None:
    sound = saved(tmp_path)
    with pytest.raises(ModelFileError, match="kernel_0"):
        saved(tmp_path, layers=layers(), dictionary=Dictionary(["good"]))
    assert read(tmp_path).version == sound.version


def test_quantising_moves_no_weight_by_more_than_half_a_step() -> None:
    kernel = np.random.default_rng(0).normal(size=(200, 8)).astype(np.float32)
    kernel[:, 7] = 0
    layer = Layer(kernel, np.zeros(8, np.float32), "relu")
    step = np.abs(kernel).max(axis=0) / 127
    assert layer.quantised().kernel.dtype == np.int8
    assert (np.abs(layer.quantised().weights() - kernel) <= step * 0.501).all()


def test_a_missing_folder_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match=r"no such folder.*scripts\.train.*BAROMETER_MODEL"):
        read(tmp_path / "nowhere")


def test_a_file_in_the_place_of_the_folder_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "net").touch()
    with pytest.raises(ModelFileError, match="it is a file, not a folder"):
        read(tmp_path / "net")


@pytest.mark.parametrize("name", ["weights.npz", "dictionary.json", "card.json"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    saved(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(ModelFileError, match=f"there is no {name}"):
        read(tmp_path)


@pytest.mark.parametrize("name", ["weights.npz", "dictionary.json"])
def test_a_changed_or_cut_file_is_refused(tmp_path: Path, name: str) -> None:
    saved(tmp_path)
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[:-9] + b"X" + content[-8:])
    with pytest.raises(ModelFileError, match=f"{name} has another sha256"):
        read(tmp_path)
    (tmp_path / name).write_bytes(content[:-1])
    with pytest.raises(ModelFileError, match=f"{name} has .* bytes where the card says"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kernel_1": None}, "no 'kernel_1'"),
        ({"bias_2": None}, "no 'bias_2'"),
        ({"scale_0": None}, "kernel_0 is int8"),
        ({"more": np.zeros(1)}, "unknown, 'more'"),
        ({"kernel_1": np.zeros((3, 4), np.float32)}, r"kernel_1 is float32 of shape \(3, 4\)"),
        ({"kernel_1": np.zeros((4, 3))}, "kernel_1 is float64"),
        ({"bias_0": np.zeros((4, 1), np.float32)}, "bias_0"),
        ({"kernel_0": np.zeros((5, 4), np.uint8)}, "kernel_0 is uint8"),
        ({"bias_0": np.array([0, 0, np.nan, 0], np.float32)}, "not finite"),
        ({"kernel_2": np.full((3, 3), -np.inf, np.float32)}, "not finite"),
        ({"kernel_2": np.full((3, 3), 1e30, np.float32)}, "over"),
        ({"bias_0": np.array([None] * 4)}, "damaged"),
    ],
)
def test_weights_that_do_not_fit_are_refused(
    tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    saved(tmp_path)
    with_arrays(tmp_path, **changes)
    with pytest.raises(ModelFileError, match=reason):
        read(tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK\3\4 not a zip", b"\x80\x04K\x01.", b"\x93NUMPY"])
def test_weights_that_are_no_archive_are_refused(tmp_path: Path, content: bytes) -> None:
    saved(tmp_path)
    (tmp_path / "weights.npz").write_bytes(content)
    recorded(tmp_path)
    with pytest.raises(ModelFileError, match="damaged"):
        read(tmp_path)


def test_an_archive_that_unpacks_to_too_much_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path)
    monkeypatch.setattr(model_file, "MAX_UNPACKED_BYTES", 100_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("kernel_0.npy", b"\0" * 100_001)
    (tmp_path / "weights.npz").write_bytes(packed.getvalue())
    recorded(tmp_path)
    with pytest.raises(ModelFileError, match="unpacks to over"):
        read(tmp_path)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path)
    monkeypatch.setitem(model_file.MAX_BYTES, "weights.npz", 20)
    with pytest.raises(ModelFileError, match="is over 20 bytes"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"name": "no spaces"}, "'name'"),
        ({"name": "../up"}, "'name'"),
        ({"created": 5}, "'created'"),
        ({"tokenizer": "other"}, "'tokenizer'"),
        ({"labels": ["positive", "negative"]}, "'labels'"),
        ({"labels": ["negative", "positive"]}, "one unit for each label"),
        ({"layers": []}, "'layers'"),
        ({"layers": [{"units": 4, "activation": "relu"}]}, "'layers'"),
        ({"layers": [{"units": True, "activation": "softmax"}]}, "'layers'"),
        ({"layers": [{"units": 3, "activation": "softmax"}]}, "scale_0"),
        ({"confidence": 2}, "'confidence'"),
        ({"confidence": float("nan")}, "'confidence'"),
        ({"figures": None}, "'figures'"),
        ({"files": {}}, "'files'"),
        ({"files": {"weights.npz": 1, "dictionary.json": 2}}, "'files'"),
        ({"more": 1}, "unknown field 'more'"),
    ],
)
def test_a_card_that_is_not_sound_is_refused(
    tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    saved(tmp_path)
    recorded(tmp_path, **changes)
    with pytest.raises(ModelFileError, match=reason):
        read(tmp_path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [("[]", "not a JSON object"), ("{", "not JSON"), ("[" * 100_000, "JSON"), ("{}", "no 'name'")],
)
def test_a_card_that_is_no_card_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    saved(tmp_path)
    (tmp_path / "card.json").write_text(content)
    with pytest.raises(ModelFileError, match=reason):
        read(tmp_path)


@pytest.mark.parametrize("content", [b'["", "a@b"]', b"\xff", b"[" * 100_000, b'["", "x"]'])
def test_a_dictionary_that_is_not_sound_or_does_not_fit_is_refused(
    tmp_path: Path, content: bytes
) -> None:
    saved(tmp_path)
    (tmp_path / "dictionary.json").write_bytes(content)
    recorded(tmp_path)
    with pytest.raises(ModelFileError, match=r"dictionary\.json is not sound|kernel_0"):
        read(tmp_path)


def test_a_full_size_model_stays_under_twelve_megabytes(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    dictionary = Dictionary(f"{a}word {b}word" for a in WORDS for b in WORDS)
    kernel = random.laplace(size=(len(dictionary), 64)).astype(np.float32)
    biased = Layer(kernel, np.zeros(64, np.float32), "relu").quantised()
    last = Layer(np.zeros((64, 3), np.float32), np.zeros(3, np.float32), "softmax")
    saved(tmp_path, dictionary=dictionary, layers=[biased, last])
    assert len(dictionary) > 150_000
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 12_000_000


LETTERS = "abcdefghijklmnopqrst"
WORDS = [a + b for a in LETTERS for b in LETTERS][:388]


def test_a_member_of_the_weights_that_is_no_array_is_refused(tmp_path: Path) -> None:
    saved(tmp_path)
    with zipfile.ZipFile(tmp_path / "weights.npz", "a") as archive:
        archive.writestr("kernel_9", b"not an array")
    recorded(tmp_path)
    with pytest.raises(ModelFileError, match="kernel_9"):
        read(tmp_path)


def test_a_path_that_cannot_be_read_is_an_error_with_words() -> None:
    with pytest.raises(ModelFileError, match="cannot be read"):
        read(Path("x" * 300))
