"""Files to train on as they should not be: what is left out is counted, and nothing crashes."""

from __future__ import annotations

import tempfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.data.custom_files import CsvFormat, CustomFile, load
from classifier.data.labelled_csv import LONG_FIELD, DatasetError, read

HEADER = b"text,label\n"
LONG_LINE = "line longer than 65,536 characters"


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "texts", "skipped"),
    [
        (b"a,positive\nb,negative", ["a", "b"], {}),
        (b"\r\na,positive\r\n\r\nb,negative\r\n\r\n", ["a", "b"], {}),
        (b'"a ""b""\n, c",positive\n', ['a "b"\n, c'], {}),
        (b'"a"b,positive\nb,negative\n', ["b"], {"broken quotes": 1}),
        (b'b,negative\n"a,positive', ["b"], {"broken quotes": 1}),
        (b'"a,positive\n' * 300 + b"b,negative\n", ["b"], {"broken quotes": 300}),
        (b"a\0,positive\n\0,\0\nb,negative\n", ["b"], {"NUL character": 2}),
        (b"caf\xe9,positive\n\xff\xfe,x\nb,negative\n", ["b"], {"not UTF-8": 2}),
        (b"a" * 10_000_000 + b",positive\nb,negative\n", ["b"], {LONG_LINE: 1}),
        (b"b,negative\n" + b"a" * 10_000_000, ["b"], {LONG_LINE: 1}),
        (
            b'"' + b"x,\n" * 100_000 + b'",positive\nb,negative\n',
            ["b"],
            {"broken quotes": 2, "unknown label": 99_999},
        ),
        (b'"' + (b"a" * 60_000 + b"\n") * 3 + b'"\nb,negative\n', ["b"], {LONG_FIELD: 1}),
        (b",\n , \n,,,\n", [], {"unknown label": 2, "wrong number of columns": 1}),
    ],
)
def test_what_is_left_out_is_counted_with_its_reason(
    tmp_path: Path, content: bytes, texts: list[str], skipped: dict[str, int]
) -> None:
    rows = read(write(tmp_path / "a.csv", HEADER + content))
    assert rows.texts == texts
    for reason, count in skipped.items():
        assert rows.skipped[reason] == count
        assert f"{reason}: {count:,}" in rows.report()
    assert bool(rows.skipped) == bool(skipped)


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    rows = read(write(tmp_path / "a.csv", b"\xef\xbb\xbf" + HEADER + b"a,positive\n"))
    assert rows.texts == ["a"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("text,label\na,positive\n".encode("utf-16"), "perhaps UTF-16. Save it as UTF-8"),
        ("text,label\na,positive\n".encode("utf-16-le"), "perhaps UTF-16. Save it as UTF-8"),
        (b"t\xe9xt,label\na,positive\n", "no column text. Its first line names"),
        (b"text,label," + b"a" * 10**7 + b"\na,positive\n", "cannot be read .line longer than"),
        (b'"text,label\na,positive\n', "cannot be read .broken quotes"),
        (b"text,label,text\na,positive,b\n", "has the column text twice"),
        (b"\0" * 100_000, "no column text"),
        (b"", "names: nothing"),
    ],
)
def test_a_first_line_of_no_use_is_an_error_with_words(
    tmp_path: Path, content: bytes, words: str
) -> None:
    with pytest.raises(DatasetError, match=words):
        read(write(tmp_path / "a.csv", content))


def test_a_single_huge_line_takes_little_memory(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", HEADER + b"a" * 10_000_000)
    tracemalloc.start()
    read(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2_000_000


def test_an_own_file_tells_what_it_skipped(tmp_path: Path) -> None:
    sound = b"".join(b"word%d tea,%d\n" % (number, number % 2) for number in range(200))
    bad = b"nul \0,1\ncaf\xe9,0\n" + b"x" * 70_000 + b"\nwhat,7\n"
    file = CustomFile(write(tmp_path / "a.csv", HEADER + sound + bad))
    (part,) = load([file], CsvFormat(), 0.2, None, seed=1)
    assert len(part.rows) == 200
    assert part.rows.skipped.total() == 4


ROWS = st.sampled_from([
    b"a,positive", b'"', b'""', b'"a', b'a"', b'"a","positive"', b",", b"\0", b"\xff", b"\r", b"",
    b'"a,positive\n\n', b"x,happy", b"\xef\xbb\xbf", b"a,b,c", b'a,"pos"itive', b"\x1a",
])  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.one_of(ROWS, st.binary(max_size=30)), max_size=60))
def test_a_sound_row_among_others_is_read_or_something_is_counted(between: list[bytes]) -> None:
    content = HEADER
    for number, line in enumerate(between):
        content += line + b"\nsound %d,neutral\n" % number
    with tempfile.TemporaryDirectory() as folder:
        rows = read(write(Path(folder) / "a.csv", content))
    read_in = "\n".join(rows.texts)
    missing = [number for number in range(len(between)) if f"sound {number}" not in read_in]
    assert not missing or rows.skipped


@settings(deadline=None)
@given(st.lists(st.binary(max_size=40), max_size=40))
def test_without_quotes_every_line_is_read_or_counted(lines: list[bytes]) -> None:
    plain = [line.replace(b'"', b"").replace(b"\n", b"").replace(b"\r", b"") for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        rows = read(write(Path(folder) / "a.csv", HEADER + b"\n".join(plain)))
    assert len(rows) + rows.skipped.total() == sum(bool(line) for line in plain)
