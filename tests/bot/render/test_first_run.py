"""What the first message says of a server, as it is set."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.render.first_run import ServerFacts, set_up_embed
from bot.render.localizer import Localizer
from storage.records import GuildSettings


def test_where_live_figures_are_for_chosen_roles_it_does_not_say_that_nobody_may_moderate() -> None:
    known = ServerFacts(
        message_content=True,
        channels=3,
        closed=0,
        moderators=["<@&5>"],
        days=30,
        is_administrator=True,
    )
    settings = GuildSettings(1, live_for_role_only=True)
    now = datetime(2026, 5, 20, 18, tzinfo=UTC)
    embed = set_up_embed(Localizer(), "Tea", settings, known, now)
    (told,) = (each.value for each in embed.fields if each.name == "2. Your moderators")
    assert "Right now that's administrators alone." in str(told).splitlines()
