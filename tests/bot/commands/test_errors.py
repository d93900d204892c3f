from __future__ import annotations

import discord
import pytest
from discord import app_commands

from bot.commands import errors
from classifier.errors import ClassifierError
from storage.errors import StorageError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errors.Refused("Not here."), "Not here."),
        (StorageError("disk full"), "I can't reach my database right now."),
        (ClassifierError("no net"), "I can't judge text right now."),
        (app_commands.CommandNotFound("old", []), "has just changed"),
        (discord.RateLimited(60), "Discord asked me to slow down."),
        (app_commands.CheckFailure("no"), "You can't use this here."),
    ],
)
def test_errors_have_words_for_people(error: Exception, words: str) -> None:
    assert words in (errors.words_for(error) or "")


def test_nobody_is_told_what_an_unexpected_error_says() -> None:
    assert errors.words_for(ValueError("secret")) is None
    assert errors.words_for(StorageError("/home/me/db is locked")) != "/home/me/db is locked"


def test_a_forbidden_answer_is_explained() -> None:
    class Response:
        status, reason = 403, "Forbidden"

    error = discord.Forbidden(Response(), {"code": 50013, "message": "Missing Permissions"})  # type: ignore[arg-type]
    assert "I don't have permission" in (errors.words_for(error) or "")
