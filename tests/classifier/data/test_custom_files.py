from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from classifier.data.custom_files import CsvFormat, CustomFile, load, meanings
from classifier.data.labelled_csv import DatasetError
from classifier.score import Label


def write(path: Path, header: str, rows: list[str]) -> CustomFile:
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return CustomFile(path)


def rows(pattern: str, count: int = 120) -> list[str]:
    """Rows of alternating labels: 0 and 1 in place of `{label}`."""
    return [pattern.format(number=number, label=number % 2) for number in range(count)]


def test_a_file_may_carry_a_weight_and_a_colon_in_its_name() -> None:
    assert CustomFile.parse("chat.csv").weight == 1
    assert CustomFile.parse("chat.csv:0.25").weight == 0.25
    assert CustomFile.parse("C:/chat.csv").path.as_posix() == "C:/chat.csv"
    with pytest.raises(ValueError, match="above 0"):
        CustomFile.parse("chat.csv:0")


@pytest.mark.parametrize(
    ("said", "negative", "neutral", "positive"),
    [
        (["neg", "pos"], "neg", None, "pos"),
        (["negative", "neutral", "positive"], "negative", "neutral", "positive"),
        (["0", "1"], "0", None, "1"),
        (["-1", "1"], "-1", None, "1"),
        (["-1", "0", "1"], "-1", "0", "1"),
    ],
)
def test_common_spellings_are_recognised(
    said: list[str], negative: str, neutral: str | None, positive: str
) -> None:
    found = meanings(Counter(said * 10), {})
    assert (found[negative], found[positive]) == (0, 2)
    assert neutral is None or found[neutral] == 1


def test_a_rare_slip_or_an_empty_label_does_not_hide_what_the_others_mean() -> None:
    assert meanings(Counter({"0": 500, "1": 500, "": 90, "O": 2}), {}) == {"0": 0, "1": 2}


@pytest.mark.parametrize("said", [["1", "2", "3", "4", "5"], ["0", "1", "2"], ["happy"], [""]])
def test_what_is_not_clear_is_asked_about(said: list[str]) -> None:
    with pytest.raises(DatasetError, match="--negative 1 2 --neutral 3 --positive 4 5"):
        meanings(Counter(said * 10), {})


def test_stars_are_read_as_stated() -> None:
    stated: dict[Label, list[str]] = {
        "negative": ["1", "2"],
        "neutral": ["3"],
        "positive": ["4", "5.0"],
    }
    found = meanings(Counter(["1", "5"]), stated)
    assert found == {"1": 0, "2": 0, "3": 1, "4": 2, "5": 2}
    with pytest.raises(DatasetError, match="for two labels"):
        meanings(Counter(), {"negative": ["1"], "positive": ["1.0"]})


def test_columns_and_separators_may_differ_from_file_to_file(tmp_path: Path) -> None:
    files = [
        write(tmp_path / "a.csv", "id,message,mood", rows("{number},tea w{number}x a,{label}.0")),
        write(tmp_path / "b.csv", "mood;words", rows("{label};rain, w{number}y")),
        write(tmp_path / "c.tsv", "text\tmood", rows("sun, w{number}z; b\t+{label}")),
    ]
    csv_format = CsvFormat(text=("text", "message", "words"), label=("mood",))
    parts = load(files, csv_format, 0.2, None, seed=1)
    assert [len(part.rows) for part in parts] == [120, 120, 120]
    assert [part.rows.texts[1] for part in parts] == ["tea w1x a", "rain, w1y", "sun, w1z; b"]
    assert all(part.rows.labels.tolist() == [0, 2] * 60 for part in parts)


def test_a_separator_may_be_stated(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "text~label,x", rows("tea w{number}x~{label}"))
    with pytest.raises(DatasetError, match="has no column text and no column label"):
        load([file], CsvFormat(), 0.2, None, seed=1)
    csv_format = CsvFormat(label=("label,x",), separator="~")
    assert len(load([file], csv_format, 0.2, None, seed=1)[0].rows) == 120


def test_a_text_never_stands_on_both_sides_even_in_two_files_or_other_dress(tmp_path: Path) -> None:
    first = write(tmp_path / "a.csv", "text,label", rows("Tea w{number}x,{label}"))
    second = write(tmp_path / "b.csv", "text,label", rows("@sam  tea W{number}X,{label}"))
    parts = load([first, second], CsvFormat(), 0.2, None, seed=1)
    held = [set(part.validation.tolist()) for part in parts]
    assert held[0] == held[1]
    assert len(held[0]) == 24
    for part in parts:
        everything = np.sort(np.concatenate([part.learn, part.validation]))
        assert everything.tolist() == list(range(120))


def test_too_few_rows_are_told_with_what_could_not_be_read(tmp_path: Path) -> None:
    few = [*rows("tea {number},{label}", 99), ",1", "tea,x"]
    with pytest.raises(DatasetError, match=r"50 negative, 0 neutral and 49 positive.*unknown"):
        load([write(tmp_path / "a.csv", "text,label", few)], CsvFormat(), 0.2, None, seed=1)


def test_one_side_alone_is_not_enough(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "text,label", ["tea,pos"] * 300 + ["rain,neg"] * 19)
    with pytest.raises(DatasetError, match="20 negative and 20 positive"):
        load([file], CsvFormat(), 0.2, None, seed=1)


def test_one_text_many_times_is_not_enough(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "text,label", rows("tea 1{number}00,{label}", 300))
    with pytest.raises(DatasetError, match="only 1 different texts"):
        load([file], CsvFormat(), 0.2, None, seed=1)
