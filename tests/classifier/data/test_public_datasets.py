"""Made-up originals, in the very formats of the public ones."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest

from classifier.data.emotions import EMOTIONS
from classifier.data.labelled_csv import DatasetError, read, read_tweets
from classifier.data.public_datasets import convert, write

TRAINING = "training.1600000.processed.noemoticon.csv"


def test_stanfords_zip_becomes_the_articles_file(tmp_path: Path) -> None:
    rows = [
        [
            "4",
            "1",
            "Mon Apr 06",
            "NO_QUERY",
            "ann",
            "@bob the caf\xe9 was great http://x.example/a ",
        ],
        ["0", "2", "Mon Apr 06", "NO_QUERY", "bob", 'so &quot;tired&quot; &amp; "cold"'],
        ["4", "3", "Mon Apr 06", "NO_QUERY", "cat", "both ways"],
        ["0", "4", "Mon Apr 06", "NO_QUERY", "dan", "both ways"],
        ["4", "5", "Mon Apr 06", "NO_QUERY", "eve", "a song again"],
        ["4", "6", "Mon Apr 06", "NO_QUERY", "fay", "a song  again"],
    ]
    text = "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )
    archive = tmp_path / "trainingandtestdata.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(TRAINING, text.encode("latin-1") + b'"2","7"\n')
        packed.writestr("testdata.manual.2009.06.14.csv", '"4","8","d","q","gil","test only"\n')
    converted = convert("sentiment140", archive)
    assert list(converted.rows) == [
        ("1", "1", "Sentiment140", "USER the café was great URL"),
        ("2", "1", "Sentiment140", "a song again"),
        ("3", "0", "Sentiment140", 'so "tired" & "cold"'),
    ]
    assert converted.left_out == {
        "not a row of six columns with polarity 0 or 4": 1,
        "text with more than one label": 1,
    }
    out = tmp_path / "new" / "twitter-sentiment.csv.gz"
    write(converted, out)
    assert read_tweets(out).texts == [row[3] for row in converted.rows]
    once = out.read_bytes()
    write(converted, out)
    assert out.read_bytes() == once


def test_stanfords_csv_may_also_be_given_by_itself(tmp_path: Path) -> None:
    path = tmp_path / TRAINING
    path.write_bytes(b'"0","1","d","q","u","rain \xe0 Paris"\n')
    assert list(convert("sentiment140", path).rows) == [("1", "0", "Sentiment140", "rain à Paris")]


SEMEVAL = {
    "twitter-2013train-A.txt": (
        "264183816548130816\tpositive\tGas at $3\\u002c I\\u2019m off \\uD83D\\uDE00\n"
        '263405084770172928\tnegative\t"they said \\""no\\"" again"\n'
        "262163168678248449\tneutral\tNot Available\n"
        "broken line\n"
    ),
    "twitter-2016test-A.txt": (
        "1\tneutral\tmeeting at five &amp; tea\t\r\n"
        "2\tobjective-OR-neutral\tthe desk\r\n"
        "3\tpositive\tthe desk again\r\n"
        "4\tnegative\tthe desk again\r\n"
        "5\tpositive\tGas at $3, I’m off 😀\r\n"
    ),
    "twitter-2016test-BD.txt": "1\ttopic\tpositive\tanother task\n",
    "README.txt": "read me\n",
}


@pytest.mark.parametrize("packed", [False, True])
def test_semevals_download_becomes_one_file_with_its_quirks_mended(
    tmp_path: Path, packed: bool
) -> None:
    folder = tmp_path / "2017_English_final" / "GOLD" / "Subtask_A"
    folder.mkdir(parents=True)
    for name, content in SEMEVAL.items():
        (folder / name).write_bytes(content.encode())
    source = tmp_path / "2017_English_final"
    if packed:
        source = tmp_path / "2017_English_final.zip"
        with zipfile.ZipFile(source, "w") as archive:
            for name in SEMEVAL:
                archive.write(folder / name, f"2017_English_final/GOLD/Subtask_A/{name}")
    converted = convert("semeval", source)
    assert list(converted.rows) == [
        ("Gas at $3, I’m off 😀", "positive", "2013train"),
        ('they said "no" again', "negative", "2013train"),
        ("meeting at five & tea", "neutral", "2016test"),
        ("the desk", "neutral", "2016test"),
    ]
    assert converted.left_out == {
        "not a row of id, label and text": 1,
        "no longer available": 1,
        "text with more than one label": 1,
    }
    write(converted, tmp_path / "semeval.csv")
    assert read(tmp_path / "semeval.csv").labels.tolist() == [2, 0, 1, 1]


def test_goemotions_train_tsv_is_folded_to_moods(tmp_path: Path) -> None:
    path = tmp_path / "train.tsv"
    path.write_text(
        "I love [NAME]\t18\teew5j0j\nlovely, and odd\t18,26\teew5j0k\nthe bus\t27\teew5j0l\n"
        "this is a shame\t9,25\teew5j0m\nwhat?\t7\teew5j0n\nhappy and sad\t17,25\teew5j0o\n"
        "no number\tjoy\teew5j0p\n"
    )
    converted = convert("goemotions", path)
    assert list(converted.rows) == [
        ("I love [NAME]", "positive"),
        ("lovely, and odd", "positive"),
        ("the bus", "neutral"),
        ("this is a shame", "negative"),
    ]
    assert converted.left_out == {
        "ambiguous or mixed emotions": 2,
        "not a row of text, label numbers and id": 1,
    }


def test_goemotions_raw_files_count_what_two_raters_saw(tmp_path: Path) -> None:
    columns = [
        "text",
        "id",
        "author",
        "subreddit",
        "link_id",
        "parent_id",
        "created_utc",
        "rater_id",
        "example_very_unclear",
        *EMOTIONS,
    ]

    def rating(text: str, number: str, *seen: str) -> list[str]:
        marks = ["1" if emotion in seen else "0" for emotion in EMOTIONS]
        return [text, number, "ann", "games", "l", "p", "1.5", "3", "False", *marks]

    files = {
        "goemotions_1.csv": [rating("so good, today", "a", "joy"), rating("hm", "b", "anger")],
        "goemotions_2.csv": [rating("so good, today", "a", "joy", "anger")],
        "goemotions_3.csv": [rating("hm", "b", "joy"), rating("bus", "c", "neutral")] * 2,
    }
    for name, rows in files.items():
        with (tmp_path / name).open("w", newline="") as handle:
            csv.writer(handle).writerows([columns, *rows])
    converted = convert("goemotions", tmp_path)
    assert list(converted.rows) == [
        ("so good, today", "positive"),
        ("hm", "positive"),
        ("bus", "neutral"),
    ]


@pytest.mark.parametrize("original", ["sentiment140", "semeval", "goemotions"])
def test_a_path_without_the_original_is_an_error_with_words(tmp_path: Path, original: str) -> None:
    with pytest.raises(DatasetError, match="holds no such file"):
        convert(original, tmp_path)
    with pytest.raises(DatasetError, match="does not exist"):
        convert(original, tmp_path / "gone.zip")


def test_a_damaged_zip_is_an_error_with_words(tmp_path: Path) -> None:
    path = tmp_path / "cut.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(TRAINING, '"4","1","d","q","u","fine"\n' * 5000)
    content = bytearray(path.read_bytes())
    content[60:200] = bytes(140)
    path.write_bytes(content)
    with pytest.raises(DatasetError, match=r"cut\.zip cannot be read"):
        convert("sentiment140", path)


def test_a_file_without_any_row_of_it_is_not_taken_for_the_original(tmp_path: Path) -> None:
    path = tmp_path / "shopping.txt"
    path.write_text("milk\ntea\n")
    with pytest.raises(DatasetError, match="Is it the right file"):
        convert("semeval", path)


def test_a_semeval_file_of_another_name_is_read_as_its_own_split(tmp_path: Path) -> None:
    path = tmp_path / "mytweets.txt"
    path.write_text("1\tpositive\ta fine day\n")
    assert convert("semeval", path).rows == [("a fine day", "positive", "mytweets.txt")]
