from __future__ import annotations

import csv
import gzip
import os
import stat
from pathlib import Path

import pytest

from scripts.table_reading import TableError
from scripts.table_writing import ROW_GROUP, writing


def test_small_batches_become_few_row_groups(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out.parquet"
    batch = [(str(n), n / 2, n) for n in range(1_000)]
    with writing(out, {"name": "text", "half": "number", "whole": "count"}) as write:
        for _ in range(120):
            write(batch)
    file = parquet.ParquetFile(out)
    assert file.metadata.num_rows == 120_000
    assert file.metadata.num_row_groups == -(-120_000 // ROW_GROUP)
    assert file.read_row_group(2).to_pylist()[-1] == {"name": "999", "half": 499.5, "whole": 999}


@pytest.mark.parametrize("name", ["out.csv", "out.csv.gz", "out.parquet"])
def test_a_failure_leaves_what_was_there(name: str, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    out = tmp_path / name
    out.write_text("of yesterday")

    def fail() -> None:
        with writing(out, {"name": "text"}) as write:
            write([("ana",)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert out.read_text() == "of yesterday"
    assert list(tmp_path.iterdir()) == [out]


def test_without_a_row_there_are_still_the_columns(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out.parquet"
    with writing(out, {"name": "text"}) as write:
        write([])
    assert parquet.read_table(out).column_names == ["name"]


def test_a_folder_that_is_not_there_is_named_and_not_the_unfinished_file(tmp_path: Path) -> None:
    with (
        pytest.raises(TableError, match=r"There is no folder .*nowhere\. Make it, or choose"),
        writing(tmp_path / "nowhere" / "out.csv", {"name": "text"}),
    ):
        pass


def test_a_folder_in_place_of_a_file_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with (
        pytest.raises(TableError, match=r"is a folder\. Add the name of a file"),
        writing(tmp_path, {"name": "text"}),
    ):
        raise AssertionError("nothing is begun")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions elsewhere")
@pytest.mark.parametrize("name", ["out.csv", "out.csv.gz", "out.parquet"])
def test_only_its_owner_may_read_it_also_while_it_is_written(name: str, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    out = tmp_path / name
    out.write_text("of yesterday")
    out.chmod(0o644)
    with writing(out, {"name": "text"}) as write:
        write([("ana",)])
        (unfinished,) = set(tmp_path.iterdir()) - {out}
        assert stat.S_IMODE(unfinished.stat().st_mode) == 0o600
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_table_is_read_by_others_as_it_was_written(tmp_path: Path) -> None:
    rows = [("ana", 1), ('böse, "laut"\nund lang', 2)]
    for name, opened in (("out.csv", open), ("out.csv.gz", gzip.open)):
        with writing(tmp_path / name, {"name": "text", "many": "count"}) as write:
            write(rows)
        with opened(tmp_path / name, "rt", encoding="utf-8", newline="") as file:
            assert [*csv.reader(file)] == [["name", "many"], *([a, str(b)] for a, b in rows)]


def test_what_a_killed_run_left_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "out.csv.part").write_text("half of a r")
    with writing(tmp_path / "out.csv", {"name": "text"}) as write:
        write([("ana",)])
    assert [each.name for each in tmp_path.iterdir()] == ["out.csv"]
