from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.views.custom_id import LONGEST, CustomId

AT = datetime(2026, 5, 20, tzinfo=UTC)
TEXT = "erase:1:8:1779235200:forget"

ids = st.builds(
    CustomId,
    kind=st.from_regex(r"\A[a-z][a-z-]{0,15}\Z"),
    version=st.integers(1, 999),
    asker_id=st.none() | st.integers(1, 2**64 - 1),
    at=st.integers(0, 9_999_999_999).map(lambda at: datetime.fromtimestamp(at, UTC)),
    arguments=st.lists(st.from_regex(r"\A[A-Za-z0-9_-]{1,20}\Z"), max_size=2).map(tuple),
)


@given(ids)
def test_what_is_written_is_read_again(asked: CustomId) -> None:
    assert len(str(asked)) <= LONGEST
    assert CustomId.parse(str(asked)) == asked


@given(st.text() | st.from_regex(r"\A[a-z]+:[0-9]+:[0-9]+:[0-9]+.*\Z"))
def test_whatever_else_is_refused_or_is_read_as_it_stands(text: str) -> None:
    try:
        asked = CustomId.parse(text)
    except ValueError:
        return
    assert int(text.split(":")[3]) == asked.at.timestamp()
    assert text.split(":")[4:] == list(asked.arguments)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "erase",
        "erase:1:8:1779235200:",
        "erase:1:8:1779235200:a b",
        "erase:1:8:1779235200:forget\n",
        "Erase:1:8:1779235200",
        "erase:0:8:1779235200",
        "erase:1:08:1779235200",
        "erase:1:-8:1779235200",
        "erase:1:٨:1779235200",
        "erase:1:8:17792352000",
        "erase:1:8:soon",
        f"erase:1:8:1779235200:{'a' * 100}",
    ],
)
def test_what_is_none_of_ours_is_refused(text: str) -> None:
    assert CustomId.parse(TEXT) == CustomId("erase", 1, 8, AT, ("forget",))
    with pytest.raises(ValueError, match="no custom_id of ours"):
        CustomId.parse(text)


@pytest.mark.parametrize("argument", ["a:b", "", "a" * 90, "é"])
def test_what_does_not_fit_is_not_written(argument: str) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        str(CustomId("erase", 1, 8, AT, (argument,)))


def test_it_is_fresh_for_a_while_and_never_from_the_future() -> None:
    asked, minute = CustomId.parse(TEXT), timedelta(minutes=1)
    assert asked.is_fresh(AT, minute)
    assert asked.is_fresh(AT + minute, minute)
    assert not asked.is_fresh(AT + minute * 1.1, minute)
    assert not asked.is_fresh(AT - minute * 1.1, minute), "a clock that went back forgives nothing"
