"""Pictures look as they did when somebody last looked at them.

Where one is meant to look different, delete its file in `golden/`: the next run draws it anew, and
fails once, so that it is looked at before it is kept.
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from bot.render import charts
from bot.render.charts import Picture
from bot.render.localizer import Localizer
from tests.bot.render.charts.made import SUNDAY, pictures, squares, watched

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 400
"""Pixels: as wide as on a phone."""

BLOCK, MOST = 20, 20.0
"""Pixels a side, and how much of 255 the pixels of a block may differ by on average: another build
of the font's renderer moves edges by a fraction of a pixel, and nothing else."""


def drawn(picture: Picture) -> Image.Image:
    whole = Image.open(io.BytesIO(charts.draw(Localizer(), picture))).convert("RGB")
    height = round(whole.height * WIDTH / whole.width)
    return whole.resize((WIDTH, height), Image.Resampling.LANCZOS)


def faults(now: Image.Image, kept: Image.Image) -> list[str]:
    """How the one differs from the other, where that is more than a renderer's whim."""
    if now.size != kept.size:
        return [f"it is {now.size} now, and was {kept.size}"]
    apart: NDArray[np.int64] = np.abs(np.asarray(now).astype(int) - np.asarray(kept).astype(int))
    rows, columns = (side - side % BLOCK for side in apart.shape[:2])
    blocks = apart[:rows, :columns].reshape(rows // BLOCK, BLOCK, columns // BLOCK, BLOCK, 3)
    worst = float(blocks.mean(axis=(1, 3, 4)).max())
    return [] if worst <= MOST else [f"somewhere its pixels differ by {worst:.0f} of 255"]


@pytest.mark.parametrize("kind", pictures())
def test_it_looks_as_it_did(kind: str) -> None:
    now, file = drawn(pictures()[kind]), GOLDEN / f"{kind}.png"
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        now.quantize(128, dither=Image.Dither.NONE).save(file, optimize=True)
        pytest.fail(f"{file} is new: look at it, and keep it if it is as it should be.")
    with Image.open(file) as kept:
        assert faults(now, kept.convert("RGB")) == []


def test_another_picture_is_told_from_it() -> None:
    kept = drawn(watched(unusual=[SUNDAY]))
    assert faults(drawn(watched(unusual=[SUNDAY])), kept) == []
    calm = replace(watched(), name="#general")
    assert faults(drawn(calm), kept) != []
    without_usual = tuple(replace(s, usual=None) for s in watched(unusual=[SUNDAY]).steps)
    assert faults(drawn(replace(watched(unusual=[SUNDAY]), steps=without_usual)), kept) != []
    one_day_later = replace(squares(), squares=squares().squares[1:])
    assert faults(drawn(one_day_later), drawn(squares())) != []
