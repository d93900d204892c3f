from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from bot.render import charts
from bot.render.localizer import Localizer
from scripts.gallery import edge_cases
from scripts.gallery.__main__ import main


def test_the_gallery_shows_pictures_and_cards_on_one_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "out"), "--only", "-"]) == 0
    files = sorted((tmp_path / "out").glob("*.png"))
    assert f"{len(files)} pictures in" in capsys.readouterr().out
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    for file in files:
        with Image.open(file) as picture:
            assert picture.width == 1280
        assert page.count(f'src="{file.name}"') == 4, "dark, light, and as two others see it"
    for kind in (
        "sample-course",
        "sample-compare",
        "sample-channels",
        "sample-week",
        "desk-morning",
    ):
        assert any(kind in file.name for file in files), kind
    for card in (
        "Mood of The Lantern Room",
        "Nothing unusual in 3 channels",
        "#general: where it turned",
        "what moved it",
    ):
        assert card in page, card


def test_pictures_of_what_is_rare_can_be_drawn_and_told() -> None:
    pictures = edge_cases.pictures()
    for case in (
        "nothing",
        "one-message",
        "coverage",
        "forty-notes",
        "forty",
        "all-that-is-kept",
        "gaps",
        "extremes",
    ):
        assert any(name.startswith(case) for name in pictures), case
    for picture in pictures.values():
        assert len(charts.describe(Localizer(), picture)) <= charts.LIMIT
        assert charts.draw(Localizer(), picture).startswith(b"\x89PNG")


def test_a_place_that_cannot_be_written_to_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert main([str(tmp_path / "file" / "out")]) == 1
    assert capsys.readouterr().err.startswith("Cannot write to ")
