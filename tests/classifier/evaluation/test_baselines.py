from __future__ import annotations

import pytest

from classifier.evaluation.baselines import BASELINES


@pytest.mark.parametrize(
    ("baseline", "module"),
    [("vader", "vaderSentiment"), ("textblob", "textblob")],
)
def test_each_rival_knows_praise_from_blame_and_has_no_side_where_it_knows_no_word(
    baseline: str, module: str
) -> None:
    pytest.importorskip(module)
    polarity = BASELINES[baseline].polarity()
    assert polarity("I love this, it is wonderful") > BASELINES[baseline].neutral_below
    assert polarity("this is awful, I hate it") < -BASELINES[baseline].neutral_below
    assert polarity("the table") == 0
    assert polarity("") == 0
