"""Whether moderators found that messages were judged right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

import storage
from storage import Storage
from storage.records import DeletedChannel, DeletedMessages, Retention
from tests.storage.fixture_types import MakeMessage

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
async def marked(store: Storage, message: MakeMessage) -> int:
    """Two messages, marked; the id of the one that was judged wrong."""
    right, wrong = message(0), message(1)
    await store.messages.apply([right, wrong])
    assert await store.marks.set(900, 70, right.message_id, True)
    assert await store.marks.set(900, 70, wrong.message_id, False)
    assert await store.marks.totals(900) == (2, 1)
    return wrong.message_id


async def test_of_several_marks_of_a_message_the_last_holds(store: Storage, marked: int) -> None:
    assert await store.marks.set(900, 70, marked, True)
    assert await store.marks.totals(900) == (2, 2)
    assert await store.marks.set(900, 70, marked, False)
    assert await store.marks.totals(900) == (2, 1)


async def test_what_is_not_stored_cannot_be_marked(store: Storage, marked: int) -> None:
    for place in ((901, 70, marked), (900, 71, marked), (900, 70, marked + 1)):
        assert not await store.marks.set(*place, True)
    assert await store.marks.totals(900) == (2, 1)
    assert await store.marks.totals(901) == (0, 0)
    with pytest.raises(storage.InvalidInputError, match="An id is not within"):
        await store.marks.set(900, 70, 0, True)


async def test_a_mark_goes_with_its_message(store: Storage, marked: int) -> None:
    await store.messages.apply([DeletedMessages(900, 70, (marked,))])
    assert await store.marks.totals(900) == (1, 1)


async def test_a_mark_goes_when_the_message_is_judged_anew(
    store: Storage, marked: int, message: MakeMessage
) -> None:
    await store.messages.apply([message(1, read_again=True)])
    assert await store.marks.totals(900) == (2, 1), "the same model said the same"
    await store.messages.apply([message(1, model="other-00000000", read_again=True)])
    assert await store.marks.totals(900) == (1, 1)
    await store.messages.apply([message(0, edited_at=NOON + DAY)])
    assert await store.marks.totals(900) == (0, 0)


@pytest.mark.parametrize("way", ["forget", "time", "channel", "guild"])
@pytest.mark.usefixtures("marked")
async def test_marks_go_with_all_that_makes_messages_go(store: Storage, way: str) -> None:
    match way:
        case "forget":
            await store.privacy.forget(900, 5, NOON + DAY)
        case "time":
            await store.retention.expire(NOON + 31 * DAY, Retention())
        case "channel":
            await store.messages.apply([DeletedChannel(900, 70)])
        case _:
            await store.guilds.erase(900, NOON + DAY)
    assert await store.marks.totals(900) == (0, 0)


async def test_whoever_wrote_a_message_is_told_of_its_mark(store: Storage, marked: int) -> None:
    export = await store.privacy.export(900, 5)
    assert [kept.marked_right for kept in export.messages] == [True, False]
    assert export.messages[1].message_id == marked
