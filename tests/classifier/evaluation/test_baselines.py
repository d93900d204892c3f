from __future__ import annotations

import pytest

from classifier.evaluation.baselines import RIVALS


@pytest.mark.parametrize(
    ("rival", "module"),
    [("vader", "vaderSentiment"), ("textblob", "textblob")],
)
def test_each_rival_knows_praise_from_blame_and_has_no_side_where_it_knows_no_word(
    rival: str, module: str
) -> None:
    pytest.importorskip(module)
    polarity = RIVALS[rival].polarity()
    assert polarity("I love this, it is wonderful") > RIVALS[rival].neutral_below
    assert polarity("this is awful, I hate it") < -RIVALS[rival].neutral_below
    assert polarity("the table") == 0
    assert polarity("") == 0
