from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime, timedelta

from storage import Storage
from storage.records import KeptHour, KeptMessage, MemberExport, Retention, Rollup
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def test_a_member_gets_everything_of_theirs_and_nothing_of_others(
    store: Storage, message: MakeMessage
) -> None:
    first = message(reply_to=message(-1).message_id, edited_at=NOON + HOUR)
    thread = message(1, channel_id=71, parent_id=70, status="unsure", negative=0.2, positive=0.6)
    await store.messages.apply([first, thread, message(author_id=6), message(2, guild_id=901)])
    await store.privacy.opt_out(900, 7, NOON)
    assert await store.privacy.export(900, 5) == MemberExport(
        guild_id=900,
        user_id=5,
        opted_out=False,
        erased_up_to=None,
        messages=(
            KeptMessage(
                *(first.message_id, 70, NOON, NOON + HOUR, first.reply_to, "scored"),
                *(0.1, 0.2, 0.7, "test-00000000"),
            ),
            KeptMessage(
                *(thread.message_id, 71, NOON + HOUR, None, None, "unsure"),
                *(0.2, 0.2, 0.6, "test-00000000"),
            ),
        ),
        hours=(
            KeptHour(70, Rollup(NOON, 0, 0, 1, 0, 0, 0.6, 0.36, 1, 1)),
            KeptHour(71, Rollup(NOON + HOUR, 0, 0, 0, 1, 0, 0.0, 0.0, 0, 0)),
        ),
    )


async def test_an_export_holds_the_wish(store: Storage, message: MakeMessage) -> None:
    await store.messages.apply([message()])
    await store.privacy.opt_out(900, 5, NOON + HOUR)
    export = await store.privacy.export(900, 5)
    assert export == MemberExport(900, 5, True, NOON + HOUR, (), ())


async def test_hours_reach_further_back_than_rows(store: Storage, message: MakeMessage) -> None:
    await store.messages.apply([message()])
    await store.retention.expire(NOON + timedelta(days=8), Retention(rows_days=7))
    export = await store.privacy.export(900, 5)
    assert (len(export.messages), len(export.hours)) == (0, 1)


async def test_an_export_can_be_written_as_json(store: Storage, message: MakeMessage) -> None:
    await store.messages.apply([message()])
    export = await store.privacy.export(900, 5)
    written = json.dumps(dataclasses.asdict(export), default=datetime.isoformat)
    assert json.loads(written)["messages"][0]["sent_at"] == "2026-03-01T12:00:00+00:00"
