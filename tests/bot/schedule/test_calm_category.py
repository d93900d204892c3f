"""A category of twenty calm channels, thirty simulated days long: at most one alert."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random

import numpy as np
import pytest

import storage
from bot.reports.watching import Watching
from storage.records import Retention
from tests.bot.said import GUILD, said
from tests.bot.schedule.test_alerting import DAY, NOW, Bot

CHANNELS, A_DAY, DAYS = 20, 40, 30
HISTORY = 28
CALM = 0.1
"""The share of negative messages."""


@pytest.mark.parametrize("seed", range(2))
async def test_twenty_calm_channels_raise_at_most_one_alert_in_thirty_days(
    tmp_path: Path, seed: int
) -> None:
    random = Random(seed)
    channels = [70 + number for number in range(CHANNELS)]
    async with storage.open(tmp_path / "moods.sqlite3", now=NOW) as store:
        bot = Bot(store)
        bot.posting.channels = channels
        await bot.add()
        start, count = NOW - (DAYS + HISTORY) * DAY, (DAYS + HISTORY) * A_DAY
        for channel in channels:
            ends = np.sort([random.random() for _ in range(count)]) * (DAYS + HISTORY)
            await store.messages.apply(
                [
                    said(
                        start + float(at) * DAY,
                        random.randrange(1, 13),
                        random.random() < CALM,
                        channel_id=channel,
                    )
                    for at in ends
                ]
            )
        watching = Watching(store, Retention(), lambda: bot.now)
        factors = dict.fromkeys(channels, 1.0)
        for day in range(DAYS):
            bot.now = NOW - (DAYS - day - 1) * DAY
            look = await watching.look(GUILD, channels, bot.now - DAY, factors=factors)
            assert len(look.baselines) == CHANNELS
            # Only when an episode is called can there be something to tell.
            for episode in look.unusual():
                bot.now = episode.called + timedelta(seconds=1)
                await bot.alerting.check(GUILD)
        assert len(bot.posting.calls) <= 1
