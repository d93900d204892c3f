from __future__ import annotations

from pathlib import Path

from classifier.sections import sections


def test_lines_stand_below_their_heading_without_comments_and_empty_lines(tmp_path: Path) -> None:
    file = tmp_path / "lists.txt"
    file.write_text(
        "# about\n#\n\n[good things]\n  tea \n#blessed\n\n[bad]\n[no\n[good things]\nsun\n"
    )
    assert sections(file) == {"good things": ["tea", "#blessed", "sun"], "bad": ["[no"]}
