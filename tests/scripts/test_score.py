"""`python -m scripts.score`: a table of texts becomes a table of labels, and of nothing else."""

from __future__ import annotations

import csv
import gzip
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

import classifier
from scripts import score
from storage import owned_files

ROOT = Path(__file__).resolve().parents[2]
TEXTS = (
    "I love this so much",
    "what a terrible day, I hate it",
    "the meeting is at five",
    'she said "no"\nand left',
    "zzqx qqzx",
    "",
    "Ich habe heute keine Zeit, das ist wirklich schade",
    "not bad at all 😂",
    "=1+1",
)


def table(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def written(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_has_the_score_that_the_bot_gives_in_the_order_of_the_file(
    tmp_path: Path,
) -> None:
    many = [text for _ in range(700) for text in TEXTS]
    source = table(
        tmp_path / "in.csv",
        [("id", "text", "author"), *((n, text, f"ana{n}") for n, text in enumerate(many))],
    )
    out = tmp_path / "out.csv"
    assert score.main([str(source), "--out", str(out), "--id", "id", "--jobs", "2"]) == 0
    expected = classifier.load().score(many)
    rows = written(out)
    assert [row["id"] for row in rows] == [str(n) for n in range(len(many))]
    for row, by_bot in zip(rows, expected, strict=True):
        assert row["label"] == (by_bot.label if by_bot.status == "scored" else "")
        assert (row["reason"] or "scored") == by_bot.status.replace("_", " ")
        if by_bot.status != "not_scored":
            assert float(row["negative"]) == pytest.approx(by_bot.negative, abs=5.1e-5)
            assert float(row["mood"]) == pytest.approx(by_bot.mood, abs=5.1e-5)
    one = tmp_path / "one.csv"
    assert score.main([str(source), "--out", str(one), "--id", "id"]) == 0
    assert one.read_bytes() == out.read_bytes()


def test_a_system_without_shared_memory_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")  # as where nobody may write to /dev/shm

    source = table(tmp_path / "in.csv", [("text",), ("I love this",)])
    monkeypatch.setattr(score, "ProcessPoolExecutor", refuse)
    arguments = [str(source), "--out", str(tmp_path / "out.csv"), "--jobs", "2"]
    assert score.main(arguments) == 1
    assert "Use --jobs 1." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_told_of_the_output_and_not_of_the_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = table(tmp_path / "in.csv", [("text",), *[("I love this",)] * 5000])
    monkeypatch.setattr(owned_files, "create_owned", lambda _: Path("/dev/full").open("wb"))  # noqa: SIM115
    assert score.main([str(source), "--out", str(tmp_path / "out.csv")]) == 1
    assert capsys.readouterr().err == f"{tmp_path / 'out.csv'}: No space left on device\n"


def test_nothing_but_the_labels_comes_out(tmp_path: Path) -> None:
    source = table(tmp_path / "in.csv", [("text", "author"), ("I love canaries", "ana")])
    out = tmp_path / "out.csv"
    assert score.main([str(source), "--out", str(out)]) == 0
    assert "canar" not in out.read_text()
    assert "ana" not in out.read_text()
    assert list(written(out)[0]) == list(score.OUTPUT)


@pytest.mark.parametrize("column", ["author", "user_id", "UserName", "from", "e-mail"])
def test_a_column_of_people_is_not_copied(
    column: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = table(tmp_path / "in.csv", [("text", column), ("hello there", "ana")])
    out = tmp_path / "out.csv"
    assert score.main([str(source), "--out", str(out), "--id", column]) == 1
    assert "looks like one of people" in capsys.readouterr().err
    assert not out.exists()


def test_rows_that_cannot_be_read_are_told_by_their_line_and_keep_their_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.csv"
    source.write_bytes(
        b'id;text\n1;"I love\nthis"\n2\n3;caf\xe9 was great\n\n4;what a terrible day\n'
    )
    out = tmp_path / "out.csv"
    assert score.main([str(source), "--out", str(out), "--id", "id"]) == 0
    assert [(row["id"], row["label"] or row["reason"]) for row in written(out)] == [
        ("1", "positive"),
        ("", "unreadable"),
        ("", "unreadable"),
        ("4", "negative"),
    ]
    told = capsys.readouterr()
    assert "Line 4 has 1 of 2 columns." in told.err
    assert "Line 5 isn't in the encoding of the file (see --encoding)." in told.err
    assert "2 unreadable" in told.out
    assert score.main([str(source), "--out", str(out), "--encoding", "latin-1"]) == 0
    assert [row["label"] for row in written(out)][2] == "positive"


def test_a_quote_that_is_never_closed_costs_no_memory_and_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.csv"
    source.write_text('text\n"what a day\n' + "I love this so much\n" * 20_000)
    out = tmp_path / "out.csv"
    assert score.main([str(source), "--out", str(out)]) == 0
    assert "Line 2 begins a quote that isn't closed" in capsys.readouterr().err
    assert written(out)[0]["reason"] == "unreadable"
    assert {row["label"] for row in written(out)[1:]} == {"positive"}


def test_a_file_without_lines_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.csv"
    source.write_text("text\n" + "x" * 1_000_001)
    assert score.main([str(source), "--out", str(tmp_path / "out.csv")]) == 1
    assert "Line 2 of" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--column", "body"], 'has no column "body". Its first line names: "text"'),
        (["--encoding", "klingon"], "There is no encoding klingon"),
        (["--model", "nowhere"], "nowhere"),
    ],
)
def test_what_is_wrong_is_told_in_words_and_the_output_stays(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = table(tmp_path / "in.csv", [("text",), ("hello",)])
    out = tmp_path / "out.csv"
    out.write_text("of yesterday")
    assert score.main([str(source), "--out", str(out), *arguments]) == 1
    assert words in capsys.readouterr().err
    assert out.read_text() == "of yesterday"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_the_output_does_not_replace_the_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = table(tmp_path / "in.csv", [("text",), ("hello",)])
    assert score.main([str(source), "--out", str(source)]) == 1
    assert "would replace the input" in capsys.readouterr().err


def test_parquet_and_compressed_csv_give_the_same_as_csv(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {"number": list(range(len(TEXTS))), "text": list(TEXTS)}
    parquet.write_table(pa.table(columns), tmp_path / "in.parquet")
    plain = table(tmp_path / "in.csv", [("number", "text"), *enumerate(TEXTS)])
    (tmp_path / "in.csv.gz").write_bytes(gzip.compress(plain.read_bytes()))
    outs = []
    for name in ("in.csv", "in.csv.gz", "in.parquet"):
        out = tmp_path / f"{name}.out.csv"
        assert score.main([str(tmp_path / name), "--out", str(out), "--id", "number"]) == 0
        outs.append(out.read_text())
    assert outs[0] == outs[1] == outs[2]
    out = tmp_path / "out.parquet"
    assert score.main([str(plain), "--out", str(out), "--id", "number"]) == 0
    read = parquet.read_table(out).to_pylist()
    assert [row["label"] for row in read] == [
        row["label"] for row in csv.DictReader(outs[0].splitlines())
    ]


def test_without_pyarrow_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    source = table(tmp_path / "in.csv", [("text",), ("hello",)])
    assert score.main([str(source), "--out", str(tmp_path / "out.parquet")]) == 1
    assert "pip install pyarrow" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process in another way")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_whoever_ends_it_finds_the_output_as_it_was(number: int, tmp_path: Path) -> None:
    source = table(tmp_path / "in.csv", [("text",), *([text] for text in TEXTS * 50_000)])
    out = tmp_path / "out.csv"
    out.write_text("of yesterday")
    program = [sys.executable, "-m", "scripts.score", str(source), "--out", str(out)]
    with subprocess.Popen([*program, "--jobs", "2"], cwd=ROOT) as running:
        part = tmp_path / "out.csv.part"
        deadline = time.monotonic() + 60
        while not (part.exists() and part.stat().st_size > 10_000):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        running.send_signal(number)
        assert running.wait(60) != 0
    assert out.read_text() == "of yesterday"
    assert part.exists() == (number == signal.SIGKILL)
