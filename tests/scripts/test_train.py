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


def test_licences_can_be_chosen_for_the_default_recipe_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["--recipe", "article", "--data", "t.csv", "--out", "o", "--licences", "free"])
    assert "--licences is for the default recipe only" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--data", "a.csv:0"], "weight of a.csv must be above 0"),
        (["--data", "a.csv", "--negative", "bad"], "--negative and --positive belong together"),
        (["--data", "a.csv", "--separator", "ab"], "one character, or 'tab'"),
    ],
)
def test_options_for_ones_own_data_that_make_no_sense_are_refused(
    options: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--recipe", "custom", "--out", "o", *options])
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("options", [["b.csv"], ["--negative", "0", "--positive", "1"]])
def test_options_for_ones_own_data_are_refused_elsewhere(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--recipe", "default", "--out", "o", "--data", "a", *options])
    assert "for the recipe custom only" in capsys.readouterr().err


def test_ones_own_stars_become_a_folder_with_a_curve_and_nothing_left_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")
    path, out = tmp_path / "t.tsv", tmp_path / "out"
    rows = [f"{'love' if n % 2 else 'hate'} tea w{n}x\t{1 + n % 2 * 4}" for n in range(200)]
    path.write_text("\n".join(["said\tstars", *rows, "what\t9"]))
    columns = ["--text", "said", "--label", "stars", "--separator", "tab"]
    options = ["--recipe", "own", "--data", str(path), "--out", str(out), *columns]
    assert main(options) == 1
    assert "--negative 1 2 --neutral 3 --positive 4 5" in capsys.readouterr().err
    assert main([*options, "--negative", "1", "2", "--positive", "4", "5"]) == 0
    assert "200 rows read, 1 skipped (unknown label: 1)" in capsys.readouterr().out
    names = ["card.json", "curve.png", "dictionary.json", "weights.npz"]
    assert sorted(file.name for file in out.iterdir()) == names


def test_an_interruption_says_how_to_go_on_and_resuming_gives_the_same_net(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("tensorflow", reason="training needs TensorFlow, which is not installed")
    from classifier.training.checkpoint import Checkpoint

    path, save, saved = tmp_path / "t.csv", Checkpoint.save, []

    def save_and_stop(self: Checkpoint, *arguments: object) -> None:
        save(self, *arguments)  # type: ignore[arg-type]
        saved.append(self)
        if len(saved) == 2:
            raise KeyboardInterrupt

    rows = [f"{'love' if n % 2 else 'hate'} tea w{n % 150}x,{n % 2}" for n in range(400)]
    path.write_text("\n".join(["text,label", *rows]))
    options = ["--recipe", "custom", "--data", str(path), "--out"]
    monkeypatch.setattr(Checkpoint, "save", save_and_stop)
    assert main([*options, str(tmp_path / "a")]) == 130
    assert "2 epochs are kept" in capsys.readouterr().err
    assert main([*options, str(tmp_path / "a"), "--resume"]) == 0
    assert "Going on after 2 of 5 epochs" in capsys.readouterr().out
    assert main([*options, str(tmp_path / "b")]) == 0
    weights = [(tmp_path / folder / "weights.npz").read_bytes() for folder in "ab"]
    assert weights[0] == weights[1]
