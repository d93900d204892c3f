"""What the desk's buttons about messages say, in a language that marks what it translated."""

from __future__ import annotations

from datetime import UTC, tzinfo

import discord
import pytest
import simcord

from bot.commands import replies
from bot.render import localizer
from tests.bot.commands.desk.conftest import Quarrel
from tests.bot.commands.test_pseudo_locale import assert_translated
from tests.bot.conftest import PseudoLocale


@pytest.fixture(autouse=True)
def spoken(pseudo: PseudoLocale, monkeypatch: pytest.MonkeyPatch) -> None:
    def localizer_of(
        interaction: discord.Interaction, zone: tzinfo = UTC, *, public: bool = False
    ) -> object:
        return localizer.for_language(pseudo.name, zone)

    monkeypatch.setattr(replies, "localizer_of", localizer_of)


def answer(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    assert result.response is not None
    return result.response


async def test_messages_marks_and_what_moved_it(quarrel: Quarrel, pseudo: PseudoLocale) -> None:
    names = (
        "ann",
        r"ben\_b",
        "ben_b",
        "cem",
        "general",
        "love",
        "this",
        "https://discord.com/channels",
    )
    for day in range(2):
        for n in range(24):
            await quarrel.say(n % 3, "love", minutes=24 * 60 if (day, n) == (1, 0) else 1)
    shown = answer(await quarrel.press())
    for message in (
        shown,
        answer(await quarrel.server.moderator.click(shown, label="«Later»")),
        answer(await quarrel.press_moved()),
        answer(await quarrel.press_mark(f"{quarrel.ids[0]}-negative")),
        answer(await quarrel.press_mark(f"{quarrel.ids[0]}-positive")),
    ):
        assert_translated(message, pseudo, *names)
    feedback = await quarrel.server.ask(quarrel.server.moderator, "feedback")
    assert_translated(feedback.message, pseudo)
