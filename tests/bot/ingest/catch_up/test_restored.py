"""After a backup was restored, what was edited and deleted since stays so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import storage
from storage.sqlite.files.restoring import restore
from tests.bot.ingest.catch_up.conftest import Place


async def test_what_was_deleted_or_edited_after_a_backup_stays_so_when_it_is_restored(
    place: Place,
) -> None:
    server, world = place.server, place.server.world
    now = datetime.now(UTC)
    place.server.invite(place.guild, at=now - timedelta(days=20))
    done = world.add_thread(place.general, "done", place.ana, at=now - timedelta(days=11))
    emptied = world.add_channel(place.guild, "emptied")
    ago = [now - timedelta(days=days) for days in (10, 9, 8, 7)]
    async with place.bot():
        await place.started(done, emptied)
        kept, edited, deleted, last = [await place.say("so so", at=at) for at in ago]
        threads = [await place.say(channel=done, at=at) for at in ago[:2]]
        only = await place.say(channel=emptied, at=ago[0])
        await place.until(lambda: len(place.stored()) == 7)
    async with storage.open(place.database, now=now) as store:
        assert store.files is not None
        await store.files.backup(now)
    score = f"SELECT score FROM message WHERE message = {edited.id}"
    before = place.ask(score)
    async with place.bot():
        await server.delete_message(deleted)
        await server.archive_thread(done, at=ago[3])
        await place.until(lambda: len(place.stored()) == 6)
    for gone in (threads[0], only):  # and these while the bot is down
        await server.delete_message(gone)
    await server.edit_message(edited, "I love this so much!!")
    restore(place.database, place.database.parent / "backups", now)
    assert len(place.stored()) == 7
    expected = sorted(each.id for each in (kept, edited, last, threads[1]))
    for _ in range(2):
        async with place.bot():
            await place.until(lambda: place.stored() == expected)
            await place.until(lambda: place.ask(score) != before)
            await place.until(lambda: place.read_up_to(place.general) == last.id)
    assert place.counted() == 4


async def test_what_was_deleted_in_a_channel_that_is_left_out_is_not_restored_either(
    place: Place,
) -> None:
    games = place.server.world.add_channel(place.guild, "games")
    async with place.bot():
        await place.started(games)
        kept, deleted = [await place.say(channel=games) for _ in range(2)]
        await place.until(lambda: place.read_up_to(games) == deleted.id)
        await place.leave_out(games)
        left_out = await place.say(channel=games)
        await place.until(lambda: place.read_up_to(games) == left_out.id)
    now = datetime.now(UTC)
    async with storage.open(place.database, now=now) as store:
        assert store.files is not None
        await store.files.backup(now)
    await place.server.delete_message(deleted)
    restore(place.database, place.database.parent / "backups", now)
    assert place.stored() == [kept.id, deleted.id]
    async with place.bot():
        await place.until(lambda: place.read_up_to(games) == left_out.id)
    assert place.stored() == [kept.id]
