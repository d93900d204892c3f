from __future__ import annotations

import logging

import discord
import pytest

from bot.commands.answered_elsewhere import AnsweredElsewhere

HOUR = 3600.0


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Response:
    status, reason = 400, "Bad Request"


def error(code: int) -> discord.HTTPException:
    return discord.HTTPException(Response(), {"code": code, "message": "no"})  # type: ignore[arg-type]


@pytest.fixture
def clock() -> Clock:
    return Clock()


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [r.getMessage() for r in caplog.records if r.levelno == logging.WARNING]


def test_two_in_an_hour_can_be_an_accident_and_three_are_none(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    elsewhere = AnsweredElsewhere(clock)
    for _ in range(2):
        assert elsewhere.note(error(40060))
    assert warnings(caplog) == []
    assert elsewhere.note(error(40060))
    (said,) = warnings(caplog)
    assert said.startswith("3 commands of the last hour had been answered already")
    assert "running twice with the same token" in said


def test_it_is_said_once_an_hour(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    elsewhere = AnsweredElsewhere(clock)
    for _ in range(20):
        elsewhere.note(error(40060))
    assert len(warnings(caplog)) == 1
    clock.now += HOUR
    elsewhere.note(error(40060))
    assert len(warnings(caplog)) == 2


def test_those_of_long_ago_do_not_count(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    elsewhere = AnsweredElsewhere(clock)
    for _ in range(9):
        elsewhere.note(error(40060))
        clock.now += 0.51 * HOUR
    assert warnings(caplog) == []


def test_other_errors_do_not_count(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    elsewhere = AnsweredElsewhere(clock)
    for other in (error(50001), ValueError("no")):
        for _ in range(5):
            assert not elsewhere.note(other)
    assert warnings(caplog) == []
