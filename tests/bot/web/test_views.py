"""What the page shows: the same as the commands, as JSON, pictures and tables."""

from __future__ import annotations

from datetime import timedelta

from tests.bot.web.conftest import Desk


async def test_a_moderator_sees_the_course_of_all_channels_they_can_read(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.crowd, [0.8] * 20)
    await server.say(server.games, server.crowd, [-0.8] * 20, ago=timedelta(hours=30))
    browser = await desk.enter(server.moderator)
    answer = await browser.of_guild("/course")
    assert answer.status == 200
    assert answer.json["live"]
    assert answer.json["text"]["lines"][0] == (
        "Balanced in the last 7 days: 20 of 40 messages positive, 20 negative."
    )
    columns = answer.json["columns"]
    known = [(m, n) for m, n in zip(columns["mood"], columns["messages"], strict=True) if n]
    assert known == [(-0.8, 20), (0.8, 20)]
    assert {len(column) for column in columns.values()} == {29}
