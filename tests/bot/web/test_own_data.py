"""What members get and erase of their own data in a browser, as by the commands."""

from __future__ import annotations

import json

from bot.render import own_data
from tests.bot.web.conftest import Desk


async def test_a_member_sees_how_their_messages_sounded(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.ben, [0.5] * 30)
    browser = await desk.enter(server.ben)
    told = (await browser.of_guild("/my/mood")).json
    assert told["text"]["title"] == "How your messages sounded"
    assert told["mood"] == 0.5
    other = await desk.enter(server.ann)
    assert (await other.of_guild("/my/mood")).json["mood"] is None


async def test_a_member_gets_all_that_is_kept_about_them(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.ben, [0.5] * 3)
    await server.say(server.general, server.ann, [-0.5] * 5)
    browser = await desk.enter(server.ben)
    answer = await browser.of_guild("/my/data.json")
    assert "my-barometer-data.json" in answer.headers["Content-Disposition"]
    kept = json.loads(answer.body)
    assert kept["member_id"] == str(server.ben.id)
    assert len(kept["messages"]) == 3
    table = (await browser.of_guild("/my/messages.csv")).body.decode("utf-8-sig")
    assert len(table.splitlines()) == 4
    assert (await browser.of_guild("/my/hours.csv")).body


async def test_a_member_erases_what_was_counted(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.ben, [0.5] * 3)
    await server.say(server.general, server.ann, [0.5] * 3)
    browser = await desk.enter(server.ben)
    before = (await browser.of_guild("/my/data")).json
    assert before["ask"]["forget"].startswith("Erase everything")
    assert "/sentiment" not in "".join(before["text"]["lines"])  # there are buttons for it
    done = await browser.post(f"/api/guilds/{browser.guild}/my/forget", {"confirm": "forget"})
    assert done.json["text"]["lines"][0] == "I've erased 3 of your messages from my count."
    told = (await browser.of_guild("/my/data")).json
    assert (told["messages"], told["opted_out"]) == (0, False)
    status = await server.storage.privacy.status(server.guild.id, server.ann.id)
    assert status.messages == 3


async def test_a_member_opts_out_and_in_again(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.ben, [0.5] * 3)
    browser = await desk.enter(server.ben)
    my = f"/api/guilds/{browser.guild}/my"
    out = (await browser.post(f"{my}/opt-out", {"confirm": "opt-out"})).json
    assert out["text"]["title"] == "Done"
    assert (await server.storage.privacy.status(server.guild.id, server.ben.id)).opted_out
    told = (await browser.of_guild("/my/data")).json
    assert (told["opted_out"], set(told["ask"])) == (True, {"opt-in"})
    for word in ("opt-out", "forget"):
        again = (await browser.post(f"{my}/{word}", {"confirm": word})).json
        assert again["text"]["title"] == "Nothing changed"
    back = (await browser.post(f"{my}/opt-in", {"confirm": "opt-in"})).json
    assert back["text"]["lines"] == [own_data.COUNTED_AGAIN]
    assert not (await server.storage.privacy.status(server.guild.id, server.ben.id)).opted_out
    never = (await browser.post(f"{my}/opt-in", {"confirm": "opt-in"})).json
    assert never["text"]["title"] == "Nothing changed"
