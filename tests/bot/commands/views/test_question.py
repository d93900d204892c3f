from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.views.custom_id import LONGEST, CustomId
from bot.commands.views.question import PATTERN, MoodQuestion
from bot.reports.periods import DAY, HOUR, Between, Last
from bot.reports.pictures import View

MOMENT = datetime(2026, 11, 8, 17, tzinfo=UTC)
LARGEST_ID = 2**63 - 1

periods = st.one_of(
    st.integers(1, 400 * 24).map(lambda hours: Last(hours * HOUR)),
    st.tuples(st.integers(-90_000, 0), st.integers(1, 9_600)).map(
        lambda n: Between(MOMENT + n[0] * HOUR, MOMENT + (n[0] + n[1]) * HOUR)
    ),
)


@given(periods, st.sampled_from(get_args(View)), st.integers(1, 99))
def test_a_question_is_carried_whole(period: Last | Between, view: View, page: int) -> None:
    question = MoodQuestion(period, view, page)
    carried = CustomId("mood-places", 1, LARGEST_ID, MOMENT, question.arguments)
    assert len(str(carried)) <= LONGEST
    assert re.fullmatch(PATTERN, ":".join(question.arguments))
    assert MoodQuestion.parse(CustomId.parse(str(carried)).arguments) == question


@pytest.mark.parametrize(
    "arguments",
    ["0:course:1", "24:nothing:1", "24:course:0", "24:course:100", "24:course", "-24:course:1"],
)
def test_what_was_never_asked_does_not_fit(arguments: str) -> None:
    assert re.fullmatch(PATTERN, arguments) is None


def test_a_length_is_told_from_a_span() -> None:
    assert MoodQuestion(Last(7 * DAY)).arguments[0] == "168"
    assert MoodQuestion(Between(MOMENT, MOMENT + 5 * HOUR)).arguments[0] == "498377-498382"
