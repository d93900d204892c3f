from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.commands.replies import localizer_of, public_localizer
from bot.render.localizer import Localizer
from storage.records import GuildSettings
from tests.bot.conftest import PseudoLocale

GERMAN, AMERICAN = discord.Locale.german, discord.Locale.american_english


@pytest.mark.parametrize("own", [GERMAN, AMERICAN])
def test_who_asked_reads_their_own_language(pseudo: PseudoLocale, own: discord.Locale) -> None:
    interaction: Any = SimpleNamespace(locale=own)
    assert localizer_of(interaction) == (pseudo.localizer if own is GERMAN else Localizer())


@pytest.mark.parametrize(
    ("on_discord", "chosen", "german"),
    [
        (GERMAN, None, True),
        (AMERICAN, None, False),
        (AMERICAN, "de", True),
        (GERMAN, "en-GB", False),
    ],
)
def test_all_others_read_the_servers_language_or_the_one_that_was_chosen(
    pseudo: PseudoLocale, on_discord: discord.Locale, chosen: str | None, german: bool
) -> None:
    guild: Any = SimpleNamespace(preferred_locale=on_discord)
    spoken = public_localizer(guild, GuildSettings(1, language=chosen))
    assert spoken == (pseudo.localizer if german else Localizer())
