from __future__ import annotations

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
