"""Alerts as they are shown, in servers with many of them."""

from __future__ import annotations

from datetime import UTC, datetime

from babel import Locale

from bot.render.alerts import AlertState, alert_embed, all_clear_embed, call_embed
from bot.render.localizer import Localizer
from bot.reports.channel_baselines import NotYet
from storage.records import MOST_ALERTS, Alert
from tests.bot.reports.test_alerts import episode

LONGEST = 4096
CHANNEL = 1_000_000_000_000_000_000
NOW = datetime(2026, 5, 20, 18, tzinfo=UTC)


def test_a_server_of_500_channels_that_all_fell_is_told_so_in_one_post() -> None:
    channels = range(CHANNEL, CHANNEL + 500)
    episodes = [episode(channel) for channel in channels]
    names = dict.fromkeys(channels, "name")
    for locale in (Locale("en"), Locale("de")):
        called = call_embed(Localizer(locale), episodes, names, "default")
        assert f"<#{CHANNEL}>" in str(called.description)
        assert len(str(called.description)) <= LONGEST
        clear = all_clear_embed(Localizer(locale), channels, NOW)
        assert len(str(clear.description)) <= LONGEST
    told = str(call_embed(Localizer(), episodes, names, "default").description)
    assert told.splitlines()[-1] == f"… and {500 - told.count('<#')} more"


def test_a_list_of_all_alerts_that_a_server_may_have_is_no_longer_than_discord_shows() -> None:
    alert = Alert(1, CHANNEL, CHANNEL, "default", NOW)
    waiting = {CHANNEL + n: NotYet(3, 40, None) for n in range(20)}
    states = [AlertState(alert, waiting, reaches_too_many=True, works=True)] * MOST_ALERTS
    told = str(alert_embed(Localizer(), "Alerts", states).description)
    assert len(told) <= LONGEST
    assert told.splitlines()[-1] == f"… and {MOST_ALERTS - told.count(' → ')} more"
