"""What the page shows of moods: the same as the commands, as JSON, pictures and tables."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from datetime import timedelta
from typing import Any

import pytest

from bot.commands import errors
from bot.commands.turns import AT_A_TIME, IN_LINE
from bot.render.localizer import Localizer
from bot.web.words import words_in
from tests.bot.commands.conftest import NOW
from tests.bot.web.conftest import Desk, as_viewer

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def talk(desk: Desk) -> Desk:
    """#general was positive today, #games negative the day before; members see that day."""
    server = desk.server
    await server.say(server.general, server.crowd, [0.8] * 20)
    await server.say(server.games, server.crowd, [-0.8] * 20, ago=30 * HOUR)
    await server.publish()
    return desk


def with_messages(columns: dict[str, list[Any]]) -> list[tuple[float, int]]:
    return [(m, n) for m, n in zip(columns["mood"], columns["messages"], strict=True) if n]


async def test_a_moderator_sees_the_course_of_all_channels_they_can_read(talk: Desk) -> None:
    browser = await talk.enter(talk.server.moderator)
    told = (await browser.of_guild("/course")).json
    assert told["live"]
    assert told["text"]["lines"][0] == (
        "Balanced in the last 7 days: 20 of 40 messages positive, 20 negative."
    )
    columns = told["columns"]
    assert with_messages(columns) == [(-0.8, 20), (0.8, 20)]
    assert {len(column) for column in columns.values()} == {29}
    assert columns["start"] == sorted(columns["start"])
    assert columns["end"][:-1] == columns["start"][1:]
    assert [each["name"] for each in told["scope"]] == ["staff", "general", "games"]
    assert told["description"].startswith("The *Tea* House, last 7 days: ")


async def test_a_member_sees_days_that_are_over_and_busy(talk: Desk) -> None:
    browser = await talk.enter(talk.server.ben)
    told = (await browser.of_guild("/course")).json
    assert (told["live"], told["whole_days"], told["step"]) == (False, True, 24 * 3600)
    assert with_messages(told["columns"]) == [(-0.8, 20)]
    assert "staff" not in json.dumps(told)


async def test_it_is_the_figures_that_the_command_tells(talk: Desk) -> None:
    server = talk.server
    for who in (server.moderator, server.ben):
        browser = await talk.enter(who)
        page = (await browser.of_guild("/course", channels=str(server.games.id))).json
        command = await server.ask(who, "channel", server.games)
        assert page["text"]["title"] == (command.title or "").replace("\\", "")
        assert "\n".join(page["text"]["lines"]) == command.description.replace("**", "")
        assert page["text"]["footer"] == command.footer


async def test_moods_are_compared_with_the_period_before(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.crowd, [0.8] * 20)
    await server.say(server.general, server.crowd, [-0.8] * 20, ago=9 * DAY)
    browser = await desk.enter(server.moderator)
    told = (await browser.of_guild("/compare")).json
    assert told["shares"]["now"] == {
        "negative": 0.0,
        "neutral": 0.0,
        "positive": 1.0,
        "messages": 20,
    }
    assert told["shares"]["before"]["negative"] == 1.0
    assert told["shares"]["clear"]
    assert told["change"] == pytest.approx(1.6)
    assert -0.8 in told["columns"]["before"]


async def test_each_channel_has_a_small_chart_of_its_own(talk: Desk) -> None:
    browser = await talk.enter(talk.server.moderator)
    told = (await browser.of_guild("/channels")).json
    assert (told["count"], told["page"], told["pages"]) == (3, 1, 1)
    moods = {each["channel"]["name"]: each["mood"] for each in told["channels"]}
    assert moods == {"staff": None, "general": 0.8, "games": -0.8}


async def test_small_charts_come_by_the_page(talk: Desk) -> None:
    server = talk.server
    for n in range(14):
        place = server.guild.create_text_channel(f"room-{n}")
        await server.say(place, server.crowd, [0.5] * 20)
    browser = await talk.enter(server.moderator)
    first, last = [(await browser.of_guild("/channels", page=str(page))).json for page in (1, 9)]
    assert [len(each["channels"]) for each in (first, last)] == [12, 5]
    assert [(each["page"], each["pages"]) for each in (first, last)] == [(1, 2), (2, 2)]
    names = [each["channel"]["name"] for page in (first, last) for each in page["channels"]]
    assert len(set(names)) == 17


async def test_the_week_is_seven_rows_of_twenty_four_hours(talk: Desk) -> None:
    browser = await talk.enter(talk.server.moderator)
    told = (await browser.of_guild("/week")).json
    assert told["weekdays"] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    for rows in (told["mood"], told["messages"]):
        assert [len(row) for row in rows] == [24] * 7
    said = NOW - 3 * HOUR
    assert told["messages"][said.weekday()][said.hour] == 20
    assert told["mood"][said.weekday()][said.hour] > 0


async def test_the_coverage_says_what_became_of_all_messages(talk: Desk) -> None:
    server = talk.server
    await server.say(server.general, server.crowd, [0.1] * 10, status="unsure")
    browser = await talk.enter(server.moderator)
    told = (await browser.of_guild("/coverage", channels=str(server.general.id))).json
    assert told["messages"] == 30
    assert {each["part"]: each["messages"] for each in told["parts"]} == {
        "scored": 20,
        "counted": 20,
        "not_scored": 0,
        "unsure": 10,
    }
    assert told["text"]["title"] == "Coverage of #general"


async def test_the_coverage_is_a_picture_and_tells_what_came_of_marked_labels(talk: Desk) -> None:
    server = talk.server
    browser = await talk.enter(server.moderator)
    assert (await browser.of_guild("/coverage.png")).body.startswith(b"\x89PNG")
    (nobody,) = (await browser.of_guild("/coverage")).json["marks"]["lines"]
    assert nobody.startswith("Nobody has marked a message yet. In Discord, /sentiment now")
    marked = await server.storage.messages.scores(
        server.guild.id, [server.general.id], *talk.last_days(2)
    )
    for number, message_id in enumerate(list(marked.message_ids)[:3]):
        await server.storage.marks.set(
            server.guild.id, server.general.id, int(message_id), number > 0
        )
    told = (await browser.of_guild("/coverage")).json["marks"]
    assert told["title"] == "Feedback"
    assert told["lines"][0] == "Of 3 marked messages 2 had the right label."
    command = await server.ask(server.moderator, "feedback")
    assert command.description.startswith(told["lines"][0])


async def test_of_too_few_people_nothing_is_told(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, [1, 2], [-0.8] * 20)
    # Who manages the server could look members up, if that were on.
    browser = await desk.enter(server.moderator)
    course = (await browser.of_guild("/course")).json
    assert course["columns"] is None
    assert course["text"]["lines"][0].startswith("Too few people to tell.")
    coverage = (await browser.of_guild("/coverage")).json
    assert (coverage["hidden"], coverage["messages"], coverage["parts"]) == (True, 0, [])
    assert (await browser.of_guild("/coverage.csv")).body == b""
    drawn = (await browser.of_guild("/coverage.png")).json
    assert drawn["error"] == errors.NOTHING_TO_DRAW
    table = (await browser.of_guild("/course.csv")).body.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["too_few_people"] for row in rows].count("1") == 1
    assert {row["mood"] for row in rows} == {""}
    assert {row["messages"] for row in rows} == {"", "0"}


async def test_where_there_is_nothing_to_see_that_is_said(desk: Desk) -> None:
    browser = await desk.enter(desk.server.moderator)
    for view in ("course", "compare", "channels", "week"):
        told = (await browser.of_guild(f"/{view}")).json
        assert told["description"] is None
        assert told["text"]["lines"]
        drawn = await browser.of_guild(f"/{view}.png")
        assert drawn.json["error"] == errors.NOTHING_TO_DRAW


@pytest.mark.parametrize("view", ["course", "compare", "channels", "week"])
async def test_each_view_is_a_picture_and_a_table(talk: Desk, view: str) -> None:
    browser = await talk.enter(talk.server.moderator)
    png = await browser.of_guild(f"/{view}.png")
    assert png.body.startswith(b"\x89PNG")
    assert png.headers["Content-Disposition"].startswith("inline")
    kept = await browser.of_guild(f"/{view}.png", save="1")
    assert kept.headers["Content-Disposition"].startswith("attachment")
    table = await browser.of_guild(f"/{view}.csv")
    assert table.headers["Content-Type"] == "text/csv"
    rows = list(csv.DictReader(io.StringIO(table.body.decode("utf-8-sig"))))
    assert sorted({row["mood"] for row in rows} - {""}) == ["-0.8", "0.8"]


async def test_the_weeks_table_has_the_hours_that_its_map_shows(talk: Desk) -> None:
    browser = await talk.enter(talk.server.moderator)
    shown = (await browser.of_guild("/week")).json
    table = (await browser.of_guild("/week.csv")).body.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == 7 * 24
    for row in rows:
        day, hour = int(row["weekday"]) - 1, int(row["hour"])
        mood = shown["mood"][day][hour]
        assert row["mood_drawn"] == ("" if mood is None else str(mood))
        assert row["messages"] == str(shown["messages"][day][hour])


async def test_a_thread_and_a_category_are_asked_about_like_channels(talk: Desk) -> None:
    server = talk.server
    thread = server.thread("cake")
    await server.say(thread, server.crowd, [0.4] * 20, parent=server.general)
    browser = await talk.enter(server.moderator)
    told = (await browser.of_guild("/course", channels=str(thread.id))).json
    assert told["name"] == "#cake"
    assert with_messages(told["columns"]) == [(0.4, 20)]
    private = server.thread("secret", private=True)
    answer = await browser.of_guild("/course", channels=str(private.id))
    assert answer.status == 403


@pytest.mark.parametrize("charts_a_minute", [2])
async def test_pictures_are_limited_as_those_of_the_commands_are(
    talk: Desk, charts_a_minute: int
) -> None:
    browser = await talk.enter(talk.server.moderator)
    await talk.server.ask(talk.server.moderator, "server")
    found = [(await browser.of_guild("/course.png")).status for _ in range(charts_a_minute)]
    assert found == [200, 429]


async def test_questions_wait_in_line_and_too_many_are_sent_away(
    talk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, other = await talk.enter(talk.server.moderator), await talk.enter(talk.server.ben)
    gate, asked = asyncio.Event(), 0
    moods = talk.server.storage.settings
    get = moods.get

    async def slowly(guild_id: int) -> Any:
        nonlocal asked
        asked += 1
        await gate.wait()
        return await get(guild_id)

    monkeypatch.setattr(type(moods), "get", lambda _, guild_id: slowly(guild_id))
    waiting = [
        asyncio.create_task(browser.of_guild("/course")) for _ in range(AT_A_TIME + IN_LINE + 3)
    ]
    done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    first = next(iter(done)).result()
    assert (first.status, first.json["code"]) == (429, "one_moment")
    assert first.headers["Retry-After"] == "1"
    assert asked <= AT_A_TIME
    theirs = asyncio.create_task(other.of_guild("/course"))
    gate.set()
    assert (await theirs).status == 200
    statuses = sorted(answer.status for answer in await asyncio.gather(*waiting))
    assert statuses == [200] * (AT_A_TIME + IN_LINE) + [429] * 3


async def test_the_page_has_its_words_in_german(desk: Desk) -> None:
    browser = desk.browser()
    english = (await browser.get("/api/words")).json
    assert english["language"] == "en-GB"
    assert english["languages"] == ["en-GB", "de"]
    assert english["words"] == words_in(Localizer())
    for query, accepted in (("?language=de", "en"), ("", "de-CH,en;q=0.5")):
        german = await browser.get(f"/api/words{query}", headers={"Accept-Language": accepted})
        assert german.json["language"] == "de"
        assert german.json["words"]["Sign out"] == "Abmelden"


async def test_a_german_sees_german(talk: Desk) -> None:
    server = talk.server
    link = talk.page.link(as_viewer(server), 3, "de")
    browser = talk.browser()
    assert (await browser.press(link)).status == 303
    me = (await browser.get("/api/me")).json
    assert me["language"] == "de"
    told = (await browser.of_guild("/course")).json
    assert told["text"]["lines"][0].startswith("Ausgewogen in den letzten 7 Tagen")
    assert (await browser.get("/api/words")).json["language"] == "de"
    refused = await browser.of_guild("/course", channels="1")
    assert "Kanäle" in refused.json["error"]
