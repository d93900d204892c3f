from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the labelled data and Discord's schemas, which is not part of the project."""
    folder = Path(os.environ.get("BAROMETER_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(
            f"{folder} is absent: set BAROMETER_SHARED to the folder with data/ and discord/"
        )
    return folder
