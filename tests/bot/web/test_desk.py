"""What moderators see of an evening that went wrong, and of what was said in it."""

from __future__ import annotations

import csv
import io
import logging
from datetime import timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.commands import errors
from bot.render.talk import FETCHED, NOT_SHOWN
from bot.web.asking import READINGS
from bot.web.membership import FRESH_SECONDS
from tests.bot.commands.conftest import Server
from tests.bot.commands.desk.conftest import Quarrel
from tests.bot.commands.desk.test_now import (
    EVENING,
    WEEKS_AGO,
    calm_morning,
    messages,
    quarrel,
    three_weeks,
)
from tests.bot.web.conftest import Browser, Desk

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
async def evening(desk: Desk) -> Desk:
    """Yesterday evening was bad in #general, and all is well again."""
    server = desk.server
    await three_weeks(server, server.general, server.games)
    await quarrel(server, server.general)
    await calm_morning(server, server.general)
    return desk


def seconds(moment: Any) -> int:
    return int(moment.timestamp())


async def test_the_morning_says_what_was_unusual_since_when_and_whether_it_is_over(
    evening: Desk,
) -> None:
    server = evening.server
    browser = await evening.enter(server.moderator)
    told = (await browser.of_guild("/morning")).json
    (found,) = told["unusual"]
    assert found["channel"] == {"id": str(server.general.id), "name": "general"}
    assert found["began"] == seconds(EVENING)
    assert (found["negative"], found["messages"]) == (27, 31)
    assert (found["verdict"], found["verdict_words"]) == ("over", "It seems over.")
    assert found["over"] is not None
    assert told["text"]["title"] == "Yesterday evening: unusually negative in #general"
    assert told["text"]["lines"][0].startswith(
        "From Tue 19 May, 19:00 to 20:24: 27 of 31 messages sounded negative"
    )
    assert "#general: 27 of 31 negative" in " ".join(told["text"]["lines"])
    assert not [line for line in told["text"]["lines"] if "<" in line or "**" in line]
    (first, *_) = told["strips"]
    assert first["channel"]["name"] == "general"
    assert [each["began"] for each in first["unusual"]] == [seconds(EVENING)]
    assert min(mood for mood in first["columns"]["mood"] if mood is not None) < -0.5
    assert all(usual is not None for usual in first["columns"]["usual"])


async def test_two_channels_of_one_name_are_told_apart(evening: Desk) -> None:
    server = evening.server
    namesake = server.guild.create_text_channel("general")
    await three_weeks(server, namesake)
    browser = await evening.enter(server.moderator)
    told = (await browser.of_guild("/morning")).json
    unusual = {each["channel"]["id"] for each in told["strips"] if each["unusual"]}
    assert unusual == {str(server.general.id)}
    ids = [each["channel"]["id"] for each in told["strips"]]
    assert sorted(ids) == sorted(str(each.id) for each in (server.general, server.games, namesake))


async def test_only_the_channels_that_are_asked_about_are_looked_at(evening: Desk) -> None:
    browser = await evening.enter(evening.server.moderator)
    told = (await browser.of_guild("/morning", channels=str(evening.server.games.id))).json
    assert told["unusual"] == []
    assert told["channels"] == 1
    assert [each["channel"]["name"] for each in told["strips"]] == ["games"]


async def test_an_episode_is_told_of_with_what_came_after_and_how_many_were_there(
    evening: Desk,
) -> None:
    browser = await evening.enter(evening.server.moderator)
    ((found),) = (await browser.of_guild("/morning")).json["unusual"]
    told = (await browser.of_guild(f"/episodes/{found['id']}")).json
    assert told["episode"] == found
    assert told["over"]["title"] == "Yes, it seems over"
    assert told["chance"] == "That is far more than chance."
    assert told["people"]["title"] == "5 people wrote in #general"
    assert len(told["course"]["columns"]["mood"]) > 24
    assert [each["began"] for each in told["course"]["unusual"]] == [seconds(EVENING)]


async def test_it_is_told_whether_there_was_something_like_it_before(evening: Desk) -> None:
    server = evening.server
    await quarrel(server, server.games, WEEKS_AGO)
    browser = await evening.enter(server.moderator)
    (found,) = (await browser.of_guild("/morning")).json["unusual"]
    told = (await browser.of_guild(f"/episodes/{found['id']}/before")).json
    assert told["text"]["title"] == "Yes: 2 times in 30 days, this one included"
    (fall,) = told["falls"]
    assert seconds(WEEKS_AGO) - 3600 <= fall["began"] <= seconds(WEEKS_AGO)
    assert fall["channels"] == [{"id": str(server.games.id), "name": "games"}]
    again = (await browser.of_guild(f"/episodes/{fall['id']}")).json
    assert again["episode"]["began"] == fall["began"]


async def test_of_an_episode_of_which_nothing_is_left_nothing_is_told(evening: Desk) -> None:
    server = evening.server
    browser = await evening.enter(server.moderator)
    (found,) = (await browser.of_guild("/morning")).json["unusual"]
    for person in server.crowd:
        await server.storage.privacy.opt_out(server.guild.id, person, server.clock())
    for path in ("", "/before", "/messages"):
        answer = await browser.of_guild(f"/episodes/{found['id']}{path}")
        assert (answer.status, answer.json["code"]) == (404, "not_found")
    # These people are not in the simulator; what somebody in it erases makes all be looked at anew.
    member = await evening.enter(server.ben)
    await member.post(f"/api/guilds/{member.guild}/my/forget", {"confirm": "forget"})
    assert (await browser.of_guild("/morning")).json["unusual"] == []


async def test_the_morning_is_a_picture_and_a_table_as_well(evening: Desk) -> None:
    browser = await evening.enter(evening.server.moderator)
    png = await browser.of_guild("/morning.png")
    assert png.headers["Content-Type"] == "image/png"
    assert png.body.startswith(b"\x89PNG")
    table = await browser.of_guild("/morning.csv")
    assert "attachment" in table.headers["Content-Disposition"]
    (row,) = csv.DictReader(io.StringIO(table.body.decode("utf-8-sig")))
    assert (row["channel"], row["negative"], row["messages"]) == ("#general", "27", "31")


async def test_an_episode_is_a_picture_and_a_table_of_its_curve(evening: Desk) -> None:
    browser = await evening.enter(evening.server.moderator)
    (found,) = (await browser.of_guild("/morning")).json["unusual"]
    path = f"/episodes/{found['id']}"
    png = await browser.of_guild(f"{path}/course.png")
    assert png.body.startswith(b"\x89PNG")
    shown = (await browser.of_guild(path)).json["course"]["columns"]
    table = (await browser.of_guild(f"{path}/course.csv")).body.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [int(row["judged"] or 0) for row in rows] == shown["messages"]
    assert [row["judged"] == "" for row in rows] == shown["hidden"]
    moods = [None if row["mood"] == "" else float(row["mood"]) for row in rows]
    assert moods == [None if mood is None else round(mood, 3) for mood in shown["mood"]]
    assert {row["place"] for row in rows} == {"#general"}
    assert all(float(row["usual_low"]) < float(row["usual_high"]) for row in rows)
    member = await evening.enter(evening.server.ben)
    for ending in ("png", "csv"):
        assert (await member.of_guild(f"{path}/course.{ending}")).status == 403


@pytest.fixture
async def said(desk: Desk) -> Quarrel:
    """Three weeks were calm in #general; then three people quarrelled there, just now."""
    server = desk.server
    now = server.env.now()
    for days in range(21, 0, -1):
        moods = [0.8, 0.1, 0.7, 0.9, 0.6] * 4
        moods[days % 20] = -0.8
        begin = now - days * DAY
        calm = messages(server, server.general, moods, begin, 40 * MINUTE)
        await server.storage.messages.apply(calm)
    people = [server.ann, server.ben, server.admin]
    found = Quarrel(server, people)
    for n in range(24):
        await found.say(n % 3, f"that is awful, no. {n}", minutes=2)
    return found


async def which(desk: Desk, said: Quarrel, browser: Browser) -> str:
    (found,) = (await browser.of_guild("/morning")).json["unusual"]
    return f"/episodes/{found['id']}/messages"


async def test_a_moderator_reads_what_was_said_in_it(desk: Desk, said: Quarrel) -> None:
    browser = await desk.enter(desk.server.moderator)
    told = (await browser.of_guild(await which(desk, said, browser))).json
    assert told["title"] == "#general: where it turned"
    first, *_ = told["messages"]
    assert first["author"] == "ann"
    assert first["text"] == "that is awful, no. 0"
    assert (first["label"], first["turned"]) == ("negative", True)
    assert first["link"].endswith(f"/{said.ids[0]}")
    assert [each["number"] for each in told["messages"]] == list(range(1, 21))
    assert told["notes"][0] == FETCHED
    assert NOT_SHOWN in told["notes"]
    assert told["earlier"] is None
    path = await which(desk, said, browser)
    later = (await browser.of_guild(path, **{"from": told["later"]})).json
    assert later["messages"][0]["text"] == "that is awful, no. 20"


async def test_who_opted_out_is_left_out(desk: Desk, said: Quarrel) -> None:
    server = desk.server
    browser = await desk.enter(server.moderator)
    path = await which(desk, said, browser)
    await server.storage.privacy.opt_out(server.guild.id, server.admin.id, server.clock())
    answer = await browser.of_guild(path)
    # Of two people that are left nothing is told at all.
    assert answer.status in (403, 404)
    assert "awful" not in answer.body.decode()


async def test_what_was_said_is_plain_text_whatever_it_holds(desk: Desk, said: Quarrel) -> None:
    nasty = "<script>alert(1)</script> **not bold** <@1> \u202edesrever ||hidden||"
    await said.say(0, nasty)
    await said.say(1, "that is awful")
    browser = await desk.enter(desk.server.moderator)
    path = await which(desk, said, browser)
    told = (await browser.of_guild(path)).json
    while told["later"] is not None:
        told = (await browser.of_guild(path, **{"from": told["later"]})).json
    texts = [each["text"] for each in told["messages"]]
    assert "<script>alert(1)</script> **not bold** desrever ▒▒▒" in texts


async def test_in_an_age_restricted_channel_nothing_is_read_out_in_a_browser(
    desk: Desk, said: Quarrel, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await desk.enter(desk.server.moderator)
    path = await which(desk, said, browser)
    monkeypatch.setattr(discord.TextChannel, "is_nsfw", lambda _: True)
    answer = await browser.of_guild(path)
    assert answer.status == 403
    assert "age-restricted" in answer.json["error"]
    assert desk.server.history.looks == []


async def test_who_lost_the_role_while_discord_was_asked_is_told_nothing(
    desk: Desk, said: Quarrel
) -> None:
    server = desk.server
    browser = await desk.enter(server.moderator)
    path = await which(desk, said, browser)

    async def lose_role() -> None:
        backend, role = server.env.backend, server.moderators.id
        backend.remove_member_role(server.guild.id, server.moderator.id, role)
        desk.seconds.now += FRESH_SECONDS

    server.history.on_look = lose_role
    answer = await browser.of_guild(path)
    assert answer.status == 403
    assert "awful" not in answer.body.decode()


async def test_messages_are_not_read_page_after_page_without_end(desk: Desk, said: Quarrel) -> None:
    browser = await desk.enter(desk.server.moderator)
    path = await which(desk, said, browser)
    found = [(await browser.of_guild(path)).status for _ in range(READINGS + 1)]
    assert found == [200] * READINGS + [429]
    looked = len(desk.server.history.looks)
    assert (await browser.of_guild(path)).status == 429
    assert len(desk.server.history.looks) == looked


async def test_no_text_is_logged_or_kept(
    desk: Desk, said: Quarrel, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    browser = await desk.enter(desk.server.moderator)
    path = await which(desk, said, browser)
    answer = await browser.of_guild(path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "awful" in answer.body.decode()
    assert "awful" not in caplog.text
    looked = len(desk.server.history.looks)
    await browser.of_guild(path)
    assert len(desk.server.history.looks) > looked  # asked anew: nothing was kept


async def test_notes_are_on_the_course_and_in_a_list(evening: Desk) -> None:
    server = evening.server
    await note(server, "calm down, please", server.general)
    await note(server, "=1+1", None)
    browser = await evening.enter(server.moderator)
    told = (await browser.of_guild("/notes")).json["notes"]
    assert [(each["text"], each["channel"]) for each in told] == [
        ("=1+1", None),
        ("calm down, please", {"id": str(server.general.id), "name": "general"}),
    ]
    moments = (await browser.of_guild("/course")).json["moments"]
    assert {each["text"] for each in moments} == {"calm down, please", "=1+1"}
    assert moments[0]["label"] == "slow mode"
    table = (await browser.of_guild("/notes.csv")).body.decode("utf-8-sig")
    assert "'=1+1" in table
    drawn = (await browser.of_guild("/notes.png")).body
    assert drawn.startswith(b"\x89PNG")
    member = await evening.enter(server.ben)
    for path in ("/notes", "/notes.png"):
        assert (await member.of_guild(path)).status == 403
    assert (await member.of_guild("/course")).json["moments"] == []


async def test_notes_are_those_of_the_channels_that_are_chosen(evening: Desk) -> None:
    server = evening.server
    await note(server, "calm down, please", server.general)
    await note(server, "of everybody", None)
    browser = await evening.enter(server.moderator)
    games = str(server.games.id)
    told = (await browser.of_guild("/notes", channels=games)).json["notes"]
    assert [each["text"] for each in told] == ["of everybody"]
    table = (await browser.of_guild("/notes.csv", channels=games)).body.decode("utf-8-sig")
    assert "calm down" not in table
    admin = await evening.enter(server.admin)
    assert (await admin.of_guild("/notes", channels="12345")).status == 403


async def test_where_nothing_is_noted_there_is_no_picture_of_it(desk: Desk) -> None:
    browser = await desk.enter(desk.server.moderator)
    answer = await browser.of_guild("/notes.png")
    assert answer.json["error"] == errors.NOTHING_TO_DRAW


async def note(server: Server, text: str, channel: simcord.ChannelHandle | None) -> None:
    options = {} if channel is None else {"channel": channel}
    await server.ask(server.moderator, "note add", kind="slow mode", text=text, **options)
