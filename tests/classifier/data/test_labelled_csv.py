from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from classifier.data.labelled_csv import DatasetError, read, read_tweets, split

HEADER = "ItemID,Sentiment,SentimentSource,SentimentText\n"


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_the_articles_columns_are_read_with_1_as_positive(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", HEADER + '1,0,S,"rain, again"\n2,1,S,what a day\n')
    rows = read_tweets(path)
    assert rows.texts == ["rain, again", "what a day"]
    assert rows.labels.tolist() == [0, 2]
    assert rows.labels.dtype == np.int8
    assert rows.report() == "2 rows read, 0 skipped"


def test_columns_may_stand_in_any_order_and_the_file_may_be_gzipped(tmp_path: Path) -> None:
    path = tmp_path / "t.csv.gz"
    path.write_bytes(gzip.compress("\ufefflabel,extra,text\nNeutral,x,it is Monday\n".encode()))
    rows = read(path)
    assert (rows.texts, rows.labels.tolist()) == (["it is Monday"], [1])


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b'9,1,S,"never closed\n', "broken quotes"),
        (b'9,1,S,"closed" too early\n', "broken quotes"),
        (b"9,1,S\n", "wrong number of columns"),
        (b"9,1,S,a,b\n", "wrong number of columns"),
        (b"9,1,S,nul \0 inside\n", "NUL character"),
        (b"9,1,S,caf\xe9\n", "not UTF-8"),
        (b"9,4,S,four\n", "unknown label"),
        (b"9,,S,none\n", "unknown label"),
        (b"9,1,S,  \n", "empty text"),
        (b"9,1,S," + b"a" * 3_000_000 + b"\n", "line longer than 65,536 characters"),
    ],
)
def test_a_malformed_row_is_counted_and_its_neighbours_are_kept(
    tmp_path: Path, bad: bytes, reason: str
) -> None:
    good = b'1,1,S,"one, two"\n', b"2,0,S,three\n", b'3,0,S,"four ""five"""\n'
    path = write(tmp_path / "t.csv", HEADER.encode() + good[0] + bad + good[1] + good[2])
    rows = read_tweets(path)
    assert rows.texts == ["one, two", "three", 'four "five"']
    assert rows.skipped == {reason: 1}
    assert rows.report() == f"3 rows read, 1 skipped ({reason}: 1)"


def test_a_quote_that_never_closes_costs_one_row_not_the_rest_of_the_file(tmp_path: Path) -> None:
    many = "".join(f"{n},1,S,text {n}\n" for n in range(200))
    path = write(tmp_path / "t.csv", HEADER + '0,1,S,"oh\n' + many)
    rows = read_tweets(path)
    assert len(rows) == 200
    assert rows.skipped == {"broken quotes": 1}


def test_a_text_may_run_over_several_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", 'text,label\n"one\ntwo\r\nthree",positive\nfour,negative\n')
    assert read(path).texts == ["one\ntwo\r\nthree", "four"]


def test_windows_line_ends_and_blank_lines_are_no_matter(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "text,label\r\n\r\nfine,positive\r\n\r\n")
    rows = read(path)
    assert (rows.texts, sum(rows.skipped.values())) == (["fine"], 0)


def test_a_missing_column_is_named_with_those_found(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "ItemID,Mood,SentimentText\n1,1,x\n")
    with pytest.raises(DatasetError, match=r"no column Sentiment.*ItemID, Mood, SentimentText"):
        read_tweets(path)


@pytest.mark.parametrize("content", ["", "\n\n", '"open\n'])
def test_a_file_without_a_header_is_an_error_not_a_crash(tmp_path: Path, content: str) -> None:
    with pytest.raises(DatasetError, match="no column text and no column label"):
        read(write(tmp_path / "t.csv", content))


def test_a_missing_or_damaged_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"gone\.csv does not exist"):
        read(tmp_path / "gone.csv")
    with pytest.raises(DatasetError, match=r"plain\.csv\.gz cannot be read"):
        read(write(tmp_path / "plain.csv.gz", "text,label\n"))
    cut = gzip.compress(b"text,label\n" + b"fine,positive\n" * 1000)[:-20]
    with pytest.raises(DatasetError, match=r"cut\.csv\.gz cannot be read"):
        read(write(tmp_path / "cut.csv.gz", cut))
    with pytest.raises(DatasetError, match="cannot be read"):
        read(tmp_path)


def test_labels_that_say_ambiguous_or_mixed_are_left_out_as_such(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "text,label\nhm,ambiguous\noh,mixed\nfine,positive\n")
    assert read(path).skipped == {"ambiguous or mixed label": 2}


def test_a_split_is_seeded_keeps_its_share_and_loses_no_row() -> None:
    texts = [f"text {number}" for number in range(1000)]
    learn, held = split(texts, 0.1, seed=3)
    assert len(held) == 100
    assert sorted([*learn, *held]) == list(range(1000))
    assert learn.tolist() != sorted(learn)
    again, other = split(texts, 0.1, seed=3), split(texts, 0.1, seed=4)
    assert (learn == again[0]).all()
    assert set(held) != set(other[1])


def test_rows_of_one_group_are_never_torn_apart(tmp_path: Path) -> None:
    lines = "".join(f"topic {n % 7},text {n},neutral\n" for n in range(70))
    rows = read(write(tmp_path / "t.csv", "topic,text,label\n" + lines), group="topic")
    learn, held = split(rows.groups, 0.3, seed=1)
    groups = np.array(rows.groups)
    assert set(groups[learn]).isdisjoint(groups[held])
    assert len(held) == 20


def test_a_sample_is_seeded_and_keeps_text_and_label_together(tmp_path: Path) -> None:
    lines = "".join(
        f"{label} {n},{label}\n" for n in range(50) for label in ("positive", "neutral")
    )
    rows = read(write(tmp_path / "t.csv", "text,label\n" + lines))
    some = rows.sample(10, seed=2)
    assert len(some) == 10
    assert some.texts == rows.sample(10, seed=2).texts != rows.texts[:10]
    assert [text.startswith("positive") for text in some.texts] == [x == 2 for x in some.labels]
    assert rows.sample(1000, seed=2).texts == rows.texts
