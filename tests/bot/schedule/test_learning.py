from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import storage
from bot.reports.watching import Watching
from bot.schedule.learning import AFTER_MIDNIGHT, Learning
from bot.schedule.worker import WHOLE_BOT, Worker
from storage.records import Retention

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


async def test_it_learns_soon_after_each_midnight(tmp_path: Path) -> None:
    async with storage.open(tmp_path / "moods.sqlite3", now=NOON) as store:
        watching = Watching(store, Retention(), lambda: NOON)
        kinds = Learning(watching).kinds
        await Worker(store.jobs, kinds, clock=lambda: NOON).do_due()
        midnight = NOON.replace(hour=0) + timedelta(days=1)
        assert await store.jobs.due(midnight, names=["learn-baselines"]) == []
        (job,) = await store.jobs.due(midnight + AFTER_MIDNIGHT, names=["learn-baselines"])
        assert job.guild_id == WHOLE_BOT
