"""What the documents name is there: files, folders, programs, settings, and pages linked to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("bot", "classifier", "deploy", "docs", "playground", "scripts", "storage", "tests", "web")
DOCUMENTS = [
    document
    for folder in ("", *(f"{room}/**/" for room in ROOMS))
    for document in sorted(ROOT.glob(f"{folder}*.md"))
    if "node_modules" not in document.parts and document.name != "CHANGELOG.md"
]
OF_THE_TESTS = {"BAROMETER_SHARED", "BAROMETER_WALK_DOCKERFILE"}
"""Settings that only a developer has."""

MADE_BY_READERS = {"bot/locales/fr.po"}
"""Files that a document tells how to make."""

SETTINGS = {str(each.validation_alias) for each in Settings.model_fields.values()} | OF_THE_TESTS


def named(text: str) -> set[str]:
    """The files and folders of the project that the text names, in a line or in a drawing."""
    return set(re.findall(rf"(?<![\w/.~-])(?:{'|'.join(ROOMS)})/[\w/.-]*\w/?", text))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_names_is_there(document: Path) -> None:
    text = document.read_text("utf-8")
    tests = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    there = {name for name in named(text) if (ROOT / name).exists()}
    assert named(text) - there - MADE_BY_READERS == set()
    assert set(re.findall(r"(?<![\w/])test_\w+\.py", text)) - tests == set()
    modules = [each.replace(".", "/") for each in re.findall(r"python -m (scripts\.\w+)", text)]
    assert [
        module
        for module in modules
        if not ((ROOT / module).is_dir() or (ROOT / f"{module}.py").is_file())
    ] == []
    assert set(re.findall(r"\bBAROMETER_[A-Z_]*[A-Z]\b", text)) - SETTINGS == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_links_to_is_there(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", document.read_text("utf-8"))
    ours = [link for link in links if not link.startswith(("http://", "https://", "mailto:"))]
    assert [link for link in ours if not (document.parent / link).exists()] == []


def test_the_way_through_the_house_names_its_rooms() -> None:
    assert len(named((ROOT / "CONTRIBUTING.md").read_text("utf-8"))) > 30
