from __future__ import annotations

from classifier.data.emotions import EMOTIONS, fold


def test_folding_follows_goemotions_own_groups() -> None:
    assert fold(["gratitude"]) == fold(["gratitude", "neutral"]) == "positive"
    assert fold(["remorse", "confusion"]) == "negative"
    assert fold(["neutral"]) == "neutral"
    assert fold(["surprise"]) is fold(["surprise", "neutral"]) is fold(["joy", "grief"]) is None
    assert (len(EMOTIONS), list(EMOTIONS)[27]) == (28, "neutral")
