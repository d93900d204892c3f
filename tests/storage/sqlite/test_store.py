import sqlite3

import storage
from storage import Storage
from storage.sqlite.connection import connect


async def fill(path, message):
    async with storage.open(path) as store:
        await store.messages.apply([message(n / 10) for n in range(2000)])
        assert await store.check() is None


async def test_check_says_what_is_damaged(path, message):
    await fill(path, message)
    content = bytearray(path.read_bytes())
    for page in range(20, 40):
        content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(content)
    async with connect(path) as database:  # storage.open would mend it
        store = Storage(database, path.with_name("backups"))
        assert "damaged" in (await store.check() or "")


async def test_check_finds_rows_that_point_nowhere(path, message):
    await fill(path, message)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM channel")
    connection.close()
    async with storage.open(path) as store:
        assert "point nowhere, in author_day, channel_hour, message" in (await store.check() or "")
