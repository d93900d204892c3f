"""What people and the log hear when something fails inside a command."""

from __future__ import annotations

import logging

import discord
import pytest
import simcord

from bot.commands import errors
from bot.render.chart_pool import ChartPool, ChartsBusyError
from classifier.errors import ClassifierError
from storage.errors import StorageError
from tests.bot.commands.conftest import Server

SECRET = "my secret wish"


async def fail(*_: object) -> None:
    raise StorageError(SECRET)


@pytest.fixture
def broken_storage(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for service, name in (
        (server.storage.rollups, "of_channels"),
        (server.storage.rollups, "of_member"),
        (server.storage.settings, "get"),
        (server.storage.privacy, "status"),
        (server.storage.privacy, "forget"),
    ):
        monkeypatch.setattr(service, name, fail)


@pytest.mark.usefixtures("broken_storage")
@pytest.mark.parametrize("command", ["me", "channel", "server", "trend", "privacy show"])
async def test_a_failing_storage_is_said_kindly(
    server: Server, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    reply = last(await server.ann.slash(server.general, f"sentiment {command}"))
    assert reply == "I can't reach my database right now. Please try again in a minute."
    assert "StorageError" in caplog.text
    assert str(server.guild.id) in caplog.text
    assert str(server.ann.id) not in caplog.text, "no wish would take it out again"
    assert SECRET not in caplog.text


async def test_a_button_that_fails_says_so_and_can_be_pressed_again(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = await server.ask(server.ann, "privacy forget")
    with monkeypatch.context() as patch:
        patch.setattr(server.storage.privacy, "forget", fail)
        failed = await server.ann.click(question.message, label="Yes, erase")
    assert last(failed) == "I can't reach my database right now. Please try again in a minute."
    await server.ann.click(question.message, label="Yes, erase")
    assert question.title == "Done"


async def test_a_server_that_discord_withholds_is_said_so(server: Server) -> None:
    server.env.backend.emit("GUILD_DELETE", {"id": str(server.guild.id), "unavailable": True})
    assert (await server.ask(server.ann, "server")).content == errors.SERVER_NOT_READY


async def test_a_server_of_which_discord_told_only_half_is_said_so(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord.Guild, "me", None)
    for command in ("server", "me", "coverage"):
        reply = await server.ask(server.moderator, command)
        assert reply.content == errors.SERVER_NOT_READY


async def test_instead_of_a_chart_too_many_there_are_the_figures_in_words(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def draw(*_: object) -> bytes:
        raise ChartsBusyError

    monkeypatch.setattr(ChartPool, "draw", draw)
    await server.say(server.general, server.crowd[:3], [0.8] * 30)
    reply = await server.ask(server.moderator, "trend")
    assert "30 of 30 messages positive" in reply.description
    assert errors.CHARTS_BUSY in reply.description
    assert reply.message.attachments == []
    assert not [record for record in caplog.records if record.name == "bot.commands.errors"]


@pytest.mark.usefixtures("broken_storage")
async def test_check_and_help_do_not_need_the_storage(server: Server) -> None:
    assert (await server.ask(server.ann, "check", text="I love this")).title == "Positive, 87% sure"
    assert (await server.ask(server.ann, "help")).title == "Barometer"


async def test_a_failing_classifier_is_said_kindly_and_the_text_is_not_logged(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    server.pool.error = ClassifierError(f"cannot score {SECRET}")
    result = await server.ann.slash(server.general, "sentiment check", text=SECRET)
    assert last(result) == "I can't judge text right now. Please try again in a minute."
    assert result.ephemeral
    assert "ClassifierError" in caplog.text
    assert SECRET not in caplog.text


async def test_an_unexpected_error_is_noted_and_answered(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.expected += (UnexpectedError,)
    server.pool.error = UnexpectedError(SECRET)
    result = await server.ann.slash(server.general, "sentiment check", text=SECRET)
    assert last(result) == errors.UNEXPECTED
    (record,) = [r for r in caplog.records if r.name == "bot.commands.errors"]
    assert record.levelno == logging.ERROR
    assert "sentiment check failed" in record.getMessage()
    assert "UnexpectedError" in record.getMessage()
    assert "check.py" in record.getMessage()  # the way to it
    assert SECRET not in caplog.text


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (404, 10015), (401, 50027)])
async def test_an_expired_interaction_is_let_go(
    server: Server, caplog: pytest.LogCaptureFixture, status: int, code: int
) -> None:
    server.expected += (discord.HTTPException,)
    caplog.set_level(logging.INFO, "bot")
    server.env.inject_error("POST", "/interactions/*", status=status, code=code, times=None)
    await server.ann.slash(server.general, "sentiment me")
    assert "expired" in caplog.text
    assert all(
        record.levelno <= logging.INFO
        for record in caplog.records
        if record.name == "bot.commands.errors"
    )


async def test_what_a_stop_cuts_short_is_no_error(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    server.expected += (UnexpectedError,)
    server.pool.error = UnexpectedError("the session is closed")
    caplog.set_level(logging.INFO, "bot")
    monkeypatch.setattr(server.bot, "is_closed", lambda: True)
    await server.ann.slash(server.general, "sentiment check", text="hello")
    monkeypatch.undo()
    (record,) = [r for r in caplog.records if r.name == "bot.commands.errors"]
    assert record.levelno == logging.INFO
    assert "cut short by a stop" in record.getMessage()


class UnexpectedError(Exception):
    """No class that any code of ours knows."""


def last(result: simcord.InteractionResult) -> str:
    """The words that the person is left with."""
    messages = [result.response, *result.followups]
    contents = [m.content for m in messages if m is not None and m.content]
    return str(contents[-1])
