"""`python -m scripts.chaos.hasty_bot`: the bot, but for its patience.

What it does each hour it does each second, and what it looks at again minutes later after one.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from unittest.mock import patch

from bot import __main__
from bot.ingest.history import History
from bot.schedule.upkeep import Upkeep
from bot.schedule.worker import Worker

if __name__ == "__main__":
    with (
        patch("bot.app.Worker", partial(Worker, first_pause=0.5, longest_pause=1.0)),
        patch("bot.app.History", partial(History, lag_seconds=0.5, second_look_seconds=1.0)),
        patch("bot.app.Upkeep", partial(Upkeep, every=timedelta(seconds=1))),
    ):
        __main__.main()
