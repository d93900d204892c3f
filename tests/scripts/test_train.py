from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scripts.train import main


def test_without_tensorflow_it_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.startswith("classifier.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "keras", None)
    monkeypatch.setitem(sys.modules, "tensorflow", None)
    options = ["--recipe", "article", "--data", str(tmp_path / "t.csv"), "--out", str(tmp_path)]
    assert main(options) == 1
    assert "python3 scripts/test.py --setup" in capsys.readouterr().err


def test_data_that_cannot_be_used_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")
    path = tmp_path / "t.csv"
    path.write_text("ItemID,Mood\n1,1\n")
    out = str(tmp_path / "out")
    assert main(["--recipe", "article", "--data", str(path), "--out", out]) == 1
    assert "has no column SentimentText and no column Sentiment" in capsys.readouterr().err
    assert main(["--recipe", "default", "--data", str(tmp_path), "--out", out]) == 1
    assert "lacks twitter-sentiment.csv.gz" in capsys.readouterr().err
    assert not Path(out).exists()


@pytest.mark.parametrize("value", ["0", "-3", "many"])
def test_a_number_of_rows_that_is_none_is_refused(
    value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--recipe", "article", "--data", "t.csv", "--out", "o", "--max-rows", value])
    assert "--max-rows" in capsys.readouterr().err


def test_a_report_is_refused_where_the_recipe_makes_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["--recipe", "article", "--data", "t.csv", "--out", "o", "--report", "dev.csv"])
    assert "--report is for the default recipe only" in capsys.readouterr().err
