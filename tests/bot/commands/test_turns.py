"""A person has two heavy questions at a time; to the third the bot says so, to them alone."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import pytest

from bot.commands import turns
from bot.commands.errors import Refused
from bot.commands.turns import Allowance, Turns
from tests.bot.commands.conftest import Server

COMMANDS = ("me", "channel", "server", "trend", "privacy export")


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_heavy_question_too_many_is_put_off_and_told_to_who_asked_alone(
    server: Server, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(turns, "AT_A_TIME", 0)
        reply = await server.ask(server.ann, command)
        assert reply.content == "One moment, please: I'm still working on your last two questions."
        assert reply.ephemeral
    monkeypatch.setattr(turns, "AT_A_TIME", 1)
    for _ in range(2):
        assert (await server.ask(server.ann, command)).title, "the one before is answered"


async def test_light_questions_are_never_put_off(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "AT_A_TIME", 0)
    for command in ("help", "privacy show", "privacy forget"):
        assert (await server.ask(server.ann, command)).title


def test_a_question_that_fails_is_no_longer_open() -> None:
    asked = Turns()
    for _ in range(5):
        with pytest.raises(ZeroDivisionError), asked.of(1):
            raise ZeroDivisionError
    with (
        asked.of(1),
        asked.of(1),
        asked.of(2),
        pytest.raises(Refused, match="One moment"),
        asked.of(1),
    ):
        raise AssertionError
    with asked.of(1), asked.of(1):
        pass


def test_an_allowance_is_each_persons_own_and_comes_back_with_time() -> None:
    now = 0.0
    charts = Allowance(2, 60.0, clock=lambda: now)
    assert [charts.take(1), charts.take(1)] == [0.0, 0.0]
    now = 20.0
    assert charts.take(1) == 40.0
    assert charts.take(2) == 0.0
    now = 60.0
    assert [charts.take(1), charts.take(1)] == [0.0, 0.0]
    assert charts.take(1) == 60.0, "what was refused was not taken"


async def test_in_line_a_question_waits_until_one_before_is_answered() -> None:
    asked, order = Turns(), []
    gates = [asyncio.Event() for _ in range(4)]

    async def ask(number: int) -> None:
        async with asked.in_line(1):
            order.append(number)
            await gates[number].wait()

    waiting = [asyncio.create_task(ask(number)) for number in range(4)]
    await asyncio.sleep(0.01)
    assert order == [0, 1]
    with pytest.raises(Refused), asked.of(1):
        pytest.fail("a command does not overtake")
    with asked.of(2):
        pass  # whoever else asks is not kept waiting
    gates[1].set()
    await asyncio.sleep(0.01)
    assert order == [0, 1, 2]
    for gate in gates:
        gate.set()
    await asyncio.gather(*waiting)
    assert order == [0, 1, 2, 3]
    with asked.of(1), asked.of(1):
        pass  # nobody is left in line


async def test_whoever_leaves_the_line_gives_the_turn_to_the_next() -> None:
    asked, gate, order = Turns(), asyncio.Event(), list[int]()

    async def ask(number: int) -> None:
        async with asked.in_line(1):
            order.append(number)
            await gate.wait()

    waiting = [asyncio.create_task(ask(number)) for number in range(5)]
    await asyncio.sleep(0.01)
    waiting[2].cancel()
    gate.set()
    waiting[3].cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert order == [0, 1, 4]
    with asked.of(1), asked.of(1):
        pass


async def test_a_line_that_is_too_long_is_closed() -> None:
    asked = Turns()
    async with AsyncExitStack() as stack:
        for _ in range(turns.AT_A_TIME):
            await stack.enter_async_context(asked.in_line(1))
        waiting = [
            asyncio.create_task(stack.enter_async_context(asked.in_line(1)))
            for _ in range(turns.IN_LINE)
        ]
        await asyncio.sleep(0.01)
        with pytest.raises(Refused):
            await stack.enter_async_context(asked.in_line(1))
        for each in waiting:
            each.cancel()
