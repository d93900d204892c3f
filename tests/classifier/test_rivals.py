from __future__ import annotations

import pytest

from classifier.rivals import RIVALS


@pytest.mark.parametrize(
    ("rival", "module"),
    [("vader", "vaderSentiment"), ("textblob", "textblob"), ("afinn", "afinn")],
)
# AFINN's source of 2016 uses what newer Pythons frown upon.
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::SyntaxWarning")
def test_each_rival_knows_praise_from_blame_and_has_no_side_where_it_knows_no_word(
    rival: str, module: str
) -> None:
    pytest.importorskip(module)
    polarity = RIVALS[rival].polarity()
    assert polarity("I love this, it is wonderful") > RIVALS[rival].neutral_below
    assert polarity("this is awful, I hate it") < -RIVALS[rival].neutral_below
    assert polarity("the table") == 0
    assert polarity("") == 0


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::SyntaxWarning")
def test_afinn_is_asked_with_its_emoticons() -> None:
    pytest.importorskip("afinn")
    polarity = RIVALS["afinn"].polarity()
    assert polarity("see you there :)") > 0 > polarity("see you there :(")
