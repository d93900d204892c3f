"""`python -m scripts.chaos.eager_bot`: the bot, but that it does within seconds what it does within
minutes: looks at what is due, tries again what was claimed by somebody who died, and reads gaps."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from unittest.mock import patch

from bot import __main__
from bot.ingest.history import History
from bot.schedule.worker import Worker

SOON = timedelta(seconds=5)

if __name__ == "__main__":
    with (
        patch("bot.app.Worker", partial(Worker, first_pause=1.0, longest_pause=2.0)),
        patch("bot.app.History", partial(History, lag_seconds=0.5, second_look_seconds=1.0)),
        patch("bot.schedule.worker.LEASE", SOON),
        patch("bot.schedule.digesting.LEASE", SOON),
        patch("bot.schedule.alerting.EVERY", SOON),
    ):
        __main__.main()
