from __future__ import annotations

from bot.reports.unusual.series import by_channel, by_place
from storage.records import ChannelHours, Scores


def test_where_nothing_was_ever_said_there_is_nothing_to_look_at() -> None:
    assert by_place(Scores()) == {}
    assert by_channel(ChannelHours()) == {}
