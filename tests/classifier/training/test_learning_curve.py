from __future__ import annotations

from pathlib import Path

import pytest

from classifier.training.checkpoint import Epoch
from classifier.training.learning_curve import draw


@pytest.mark.parametrize("names", [["net"], ["teacher", "student", "net"]])
def test_a_curve_is_a_png_with_a_column_for_each_training(names: list[str], tmp_path: Path) -> None:
    import matplotlib.image

    epoch = Epoch(0.5, 0.75, 0.6, 0.7, 12.0, ((0.6, 0.7), (0.4, 0.8)))
    draw({name: [epoch, epoch] for name in names}, tmp_path / "curve.png")
    height, width, _ = matplotlib.image.imread(tmp_path / "curve.png").shape
    assert height == 672
    assert width == max(768, 480 * len(names))
