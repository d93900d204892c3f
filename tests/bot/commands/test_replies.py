from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.commands.replies import localizer_of
from bot.render.localizer import Localizer
from tests.bot.conftest import PseudoLocale

GERMAN, AMERICAN = discord.Locale.german, discord.Locale.american_english


@pytest.mark.parametrize(
    ("own", "of_the_server", "public", "german"),
    [
        (GERMAN, AMERICAN, False, True),
        (GERMAN, AMERICAN, True, False),
        (AMERICAN, GERMAN, True, True),
        (AMERICAN, GERMAN, False, False),
        (GERMAN, None, True, True),  # in a direct message
    ],
)
def test_who_asked_reads_their_language_and_all_others_the_servers(
    pseudo: PseudoLocale,
    own: discord.Locale,
    of_the_server: discord.Locale | None,
    public: bool,
    german: bool,
) -> None:
    interaction: Any = SimpleNamespace(locale=own, guild_locale=of_the_server)
    spoken = localizer_of(interaction, public=public)
    assert spoken == (pseudo.localizer if german else Localizer())
