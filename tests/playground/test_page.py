"""The page's API over real HTTP, with a small bot on the real discord.py behind it."""

from __future__ import annotations

import asyncio
import io
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any

import aiohttp
import pytest

from playground.errors import PageError
from playground.interactions import answers
from playground.page.events import HOST_CHANGED
from playground.page.server import Page
from playground.rest.api import UPLOAD_LIMIT
from playground.sample import Sample
from playground.world import Channel, Message, User
from playground.world.permissions import Permission
from tests.playground.conftest import PNG, Connect, Place, TinyBot

EPHEMERAL, LOADING = 1 << 6, 1 << 7


class Host:
    """A host without an evening."""

    def form(self) -> dict[str, Any]:
        return {"bot": {"state": "ready"}, "tour": {"alert": None}}

    def play_evening(self) -> dict[str, Any]:
        raise PageError(409, "Not tonight.")


@dataclass
class Browser:
    """Somebody's browser with the page open: it names its origin with every request."""

    client: aiohttp.ClientSession
    place: Place
    url: str

    async def ask(
        self, method: str, path: str, body: Any = None, *, as_: User | None = None, **more: Any
    ) -> tuple[int, Any]:
        """Status and JSON of an answer; `as_` puts the member's address before the path."""
        path = path if as_ is None else f"/api/as/{as_.id}{path}"
        if body is not None:
            more["json"] = body
        headers = {"Origin": self.url} | more.pop("headers", {})
        async with self.client.request(method, self.url + path, headers=headers, **more) as answer:
            text = await answer.text()
            is_json = answer.content_type == "application/json"
            return answer.status, await answer.json() if is_json else text

    async def get(self, path: str, as_: User) -> Any:
        status, answer = await self.ask("GET", path, as_=as_)
        assert status == 200, answer
        return answer

    async def use(self, as_: User, channel: Channel, command: str, /, **options: Any) -> Any:
        body = {"command": command, "options": options}
        status, answer = await self.ask("POST", f"/channels/{channel.id}/commands", body, as_=as_)
        assert status == 200, answer
        return answer

    async def press(self, as_: User, message: dict[str, Any], label: str, *values: str) -> Any:
        """Use the component that is labelled or called so."""
        parts = [part for row in message["components"] for part in row["components"]]
        (found,) = (each for each in parts if label in (each.get("label"), each.get("placeholder")))
        path = f"/channels/{message['channel_id']}/messages/{message['id']}/components"
        body = {"custom_id": found["custom_id"]} | ({"values": list(values)} if values else {})
        return await self.ask("POST", path, body, as_=as_)

    @asynccontextmanager
    async def listening(self, as_: User) -> AsyncIterator[Events]:
        address = f"{self.url}/api/as/{as_.id}/events"
        async with self.client.ws_connect(address, headers={"Origin": self.url}) as socket:
            events = Events(socket)
            await events.next(HOST_CHANGED)
            yield events


@dataclass
class Events:
    socket: aiohttp.ClientWebSocketResponse

    async def next(self, name: str) -> Any:
        """The next event of this name; others before it are passed over."""
        async with asyncio.timeout(60):
            while True:
                frame = await self.socket.receive_json()
                if frame["t"] == name:
                    return frame["d"]

    async def names(self, seconds: float = 0.3) -> list[str]:
        """Of all events of the next moment."""
        found: list[str] = []
        try:
            async with asyncio.timeout(seconds):
                while True:
                    found.append((await self.socket.receive_json())["t"])
        except TimeoutError:
            return found


@asynccontextmanager
async def browsing(place: Place) -> AsyncIterator[Browser]:
    people = {"ben": place.ben, "chi": place.chi}
    places = {"general": place.general, "staff": place.staff}
    listening = socket.create_server(("127.0.0.1", 0))
    everything = Sample(place.guild, place.ana, people, places)
    async with (
        Page(place.discord, everything, Host(), listening) as page,
        aiohttp.ClientSession() as client,
    ):
        yield Browser(client, place, page.url)


@pytest.fixture
async def browser(place: Place) -> AsyncIterator[Browser]:
    async with browsing(place) as browser:
        yield browser


@pytest.fixture
async def bot(place: Place, connect: Connect) -> AsyncIterator[TinyBot]:
    async with connect(place.discord) as bot:
        yield bot


def said(place: Place, text: str, author: User | None = None) -> Any:
    return place.discord.send_message(author or place.ben, place.general, text)


def of(message: Message) -> str:
    return f"/channels/{message.channel_id}/messages/{message.id}"


async def test_the_start_names_the_server_whom_one_can_be_and_how_the_bot_stands(
    browser: Browser, place: Place
) -> None:
    status, start = await browser.ask("GET", "/api/start")
    assert status == 200
    assert start["server"]["name"] == "The Lantern Room"
    assert [each["user"]["username"] for each in start["people"]] == ["ana", "ben", "chi"]
    assert start["you"] == str(place.ana.id)
    assert start["bot"] == {"state": "ready"}


async def test_the_view_has_only_what_the_member_may_see_and_use(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    views = {who: await browser.get("/view", who_is) for who, who_is in people(place).items()}
    names = {who: [each["name"] for each in view["channels"]] for who, view in views.items()}
    assert names == {
        "ana": ["general", "staff"],
        "ben": ["general"],
        "chi": ["general", "staff"],
    }
    (general,) = views["ben"]["channels"]
    may = Permission(int(general["permissions"]))
    assert may & Permission.SEND_MESSAGES
    assert not may & Permission.MANAGE_MESSAGES
    assert {"mood", "desk", "Check it"} <= {each["name"] for each in views["ben"]["commands"]}
    assert len(views["ben"]["members"]) == 4
    bot_id = str(place.discord.application.bot.id)
    seen_by = {each["name"]: set(each["viewers"]) for each in views["ana"]["channels"]}
    everybody = {str(who.id) for who in (place.ana, place.ben, place.chi)} | {bot_id}
    assert seen_by["general"] == everybody
    assert seen_by["staff"] == everybody - {str(place.ben.id), bot_id}


def people(place: Place) -> dict[str, User]:
    return {"ana": place.ana, "ben": place.ben, "chi": place.chi}


async def test_what_is_hidden_from_a_member_does_not_exist_for_them(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    secret = await place.discord.send_message(place.chi, place.staff, "between us")
    messages = f"/channels/{place.staff.id}/messages"
    one = f"{messages}/{secret.id}"
    for method, path, body in (
        ("GET", messages, None),
        ("POST", messages, {"content": "hello?"}),
        ("PATCH", one, {"content": "no"}),
        ("DELETE", one, None),
        ("GET", f"{one}/score", None),
        ("POST", f"{one}/apps", {"name": "Check it"}),
        ("POST", f"{one}/components", {"custom_id": "more:1"}),
        ("POST", f"/channels/{place.staff.id}/threads", {"name": "x"}),
        ("POST", f"/channels/{place.staff.id}/commands", {"command": "mood ask", "options": {}}),
    ):
        status, answer = await browser.ask(method, path, body, as_=place.ben)
        assert (status, answer) == (404, {"error": "There is no such channel."}), (method, path)
    assert (await browser.get(messages, place.chi))[0]["content"] == "between us"


async def test_messages_come_newest_first_in_pages(browser: Browser, place: Place) -> None:
    for number in range(5):
        await said(place, f"number {number}")
    messages = f"/channels/{place.general.id}/messages"
    first = await browser.get(f"{messages}?limit=2", place.ana)
    assert [each["content"] for each in first] == ["number 4", "number 3"]
    rest = await browser.get(f"{messages}?limit=50&before={first[-1]['id']}", place.ana)
    assert [each["content"] for each in rest] == ["number 2", "number 1", "number 0"]


async def test_a_member_writes_answers_edits_and_deletes_and_the_bot_hears_it(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    messages = f"/channels/{place.general.id}/messages"
    status, first = await browser.ask("POST", messages, {"content": "hello"}, as_=place.ben)
    assert (status, first["content"]) == (200, "hello")
    assert (await bot.next("message")).content == "hello"
    status, answer = await browser.ask(
        "POST", messages, {"content": "hi", "reply_to": first["id"]}, as_=place.chi
    )
    assert answer["message_reference"]["message_id"] == first["id"]
    assert answer["referenced_message"]["content"] == "hello"
    status, edited = await browser.ask(
        "PATCH", f"{messages}/{first['id']}", {"content": "hello!"}, as_=place.ben
    )
    assert edited["edited_timestamp"] is not None
    assert (await bot.next("edit")).message_id == int(first["id"])
    status, nothing = await browser.ask("DELETE", f"{messages}/{first['id']}", as_=place.ben)
    assert (status, nothing) == (204, "")
    assert (await bot.next("delete")).message_id == int(first["id"])


async def test_what_is_too_long_or_too_large_is_refused_in_a_sentence(
    browser: Browser, place: Place
) -> None:
    messages = f"/channels/{place.general.id}/messages"
    status, answer = await browser.ask("POST", messages, {"content": "x" * 2001}, as_=place.ben)
    assert (status, answer["error"]) == (400, "content: Must be 2000 or fewer in length.")
    form = aiohttp.FormData()
    form.add_field("a", io.BytesIO(bytes(UPLOAD_LIMIT)), filename="long.bin")
    status, answer = await browser.ask("POST", messages, as_=place.ben, data=form)
    assert (status, answer["error"]) == (413, "That is more than 25 MB.")


async def test_others_messages_are_edited_by_nobody_and_deleted_by_moderators(
    browser: Browser, place: Place
) -> None:
    hers = of(await said(place, "mine", place.ana))
    status, answer = await browser.ask("PATCH", hers, {"content": "yours"}, as_=place.chi)
    assert (status, answer["error"]) == (403, "You can only edit your own messages.")
    status, answer = await browser.ask("DELETE", hers, as_=place.ben)
    assert (status, answer["error"]) == (403, "You don't have the permission for that here.")
    status, _ = await browser.ask("DELETE", hers, as_=place.chi)
    assert status == 204


async def test_reactions_are_added_and_taken_back_and_everybody_hears_of_it(
    browser: Browser, place: Place
) -> None:
    message = await said(place, "Cake!")
    heart = f"{of(message)}/reactions/%E2%9D%A4%EF%B8%8F"
    async with browser.listening(place.chi) as theirs:
        for method, event in (("PUT", "ADD"), ("DELETE", "REMOVE"), ("PUT", "ADD")):
            status, _ = await browser.ask(method, heart, as_=place.ben)
            assert status == 204
            told = await theirs.next(f"MESSAGE_REACTION_{event}")
            assert (told["emoji"]["name"], told["user_id"]) == ("❤️", str(place.ben.id))
    messages = f"/channels/{place.general.id}/messages"
    for who, mine in ((place.ben, True), (place.ana, False)):
        ((shown,),) = [each["reactions"] for each in await browser.get(messages, who)]
        assert (shown["count"], shown["me"]) == (1, mine)
    status, answer = await browser.ask("PUT", f"{of(message)}/reactions/nonsense", as_=place.ben)
    assert (status, answer["error"]) == (400, "There is no such emoji here.")


async def test_a_file_is_attached_and_handed_out_at_the_pages_own_address(
    browser: Browser, place: Place
) -> None:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", '{"content": "look"}')
    form.add_field("a", PNG, filename="week.png", content_type="image/png")
    form.add_field("b", b"<script>alert(1)</script>", filename="../x.html")
    messages = f"/channels/{place.general.id}/messages"
    status, message = await browser.ask("POST", messages, as_=place.ben, data=form)
    assert status == 200, message
    picture, other = message["attachments"]
    assert picture["url"].startswith(f"/attachments/{place.general.id}/")
    assert other["filename"] == "__x.html"
    async with browser.client.get(browser.url + picture["url"]) as answer:
        assert (answer.content_type, await answer.read()) == ("image/png", PNG)
    async with browser.client.get(browser.url + other["url"]) as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"] == "attachment"
        assert "sandbox" in answer.headers["Content-Security-Policy"]


async def test_a_file_comes_with_its_alt_text_if_that_is_not_too_long(
    browser: Browser, place: Place
) -> None:
    messages = f"/channels/{place.general.id}/messages"

    async def attach(*alt_texts: tuple[int, object], files: int = 3) -> tuple[int, Any]:
        described = [{"id": number, "description": text} for number, text in alt_texts]
        form = aiohttp.FormData()
        form.add_field("payload_json", json.dumps({"attachments": described}))
        for number in range(files):  # all of one name
            form.add_field(f"files[{number}]", PNG, filename="week.png")
        return await browser.ask("POST", messages, as_=place.ben, data=form)

    status, message = await attach((1, " A rainy week "), (2, "  "), (7, "of no file"))
    assert status == 200, message
    shown = [each.get("description") for each in message["attachments"]]
    assert shown == [None, "A rainy week", None]
    status, _ = await attach((0, "x" * 1024))
    assert status == 200
    for wrong in ("x" * 1025, 5, ["no text"]):
        status, answer = await attach((0, wrong))
        assert status == 400
        assert answer["error"].startswith("attachments.0.description: ")
    described = [(number, "") for number in range(11)]
    assert await attach(*described, files=11) == (
        400,
        {"error": "A message can have at most 10 files."},
    )


async def test_a_thread_is_opened_from_a_message_and_talked_in(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    begun = await said(place, "Cake?")
    body = {"name": "cake", "message_id": str(begun.id)}
    status, thread = await browser.ask(
        "POST", f"/channels/{place.general.id}/threads", body, as_=place.ben
    )
    assert (status, thread["parent_id"], thread["id"]) == (
        200,
        str(place.general.id),
        str(begun.id),
    )
    assert (await bot.next("thread")).name == "cake"
    messages = f"/channels/{thread['id']}/messages"
    status, _ = await browser.ask("POST", messages, {"content": "yes"}, as_=place.chi)
    assert status == 200
    status, answer = await browser.ask(
        "POST", f"/channels/{place.general.id}/threads", body, as_=place.ana
    )
    assert (status, answer["error"]) == (400, "That message has a thread already.")


async def test_a_command_is_used_with_values_as_discord_gives_them(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    outcome = await browser.use(
        place.ana,
        place.general,
        "mood look",
        period=168,
        channel=str(place.staff.id),
        member=str(place.ben.id),
        role=str(place.staff_role.id),
        loud=True,
    )
    assert outcome["message"]["content"] == "Looked."
    period, channel, member, role, loud, _ = bot.asked[-1]
    assert (period.value, channel.id, member.id) == (168, place.staff.id, place.ben.id)
    assert (role.id, loud) == (place.staff_role.id, True)


async def test_what_is_not_offered_is_refused_in_a_sentence(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    commands = f"/channels/{place.general.id}/commands"
    for options, words in (
        ({"period": 5}, 'period cannot be "5"'),
        ({"period": [168]}, "period cannot be"),
        ({"loud": "perhaps"}, "loud is either true or false"),
        ({"channel": str(place.staff.id)}, "Nothing here is called"),  # Ben does not see it
        ({"what": 1}, "There is no option what"),
    ):
        body = {"command": "mood look", "options": options}
        status, answer = await browser.ask("POST", commands, body, as_=place.ben)
        assert status == 400
        assert words in answer["error"]
    for hours in (1.5, True, "many", float("inf"), float("nan"), [1], None):
        given: dict[str, Any] = {"place": "x", "hours": hours}
        body = {"command": "desk trend", "options": given}
        status, answer = await browser.ask("POST", commands, body, as_=place.ben)
        assert (status, answer["error"]) == (400, "hours must be a number."), hours
    texts: tuple[Any, ...] = ([1], {"a": 1}, None)
    for text in texts:
        body = {"command": "desk trend", "options": {"place": text, "hours": 1}}
        status, answer = await browser.ask("POST", commands, body, as_=place.ben)
        assert (status, answer["error"]) == (400, "place must be a text."), text
    body = {"command": "mood sing", "options": {}}
    status, answer = await browser.ask("POST", commands, body, as_=place.ben)
    assert (status, 'no subcommand "sing"' in answer["error"]) == (400, True)


async def test_an_option_is_completed_by_the_bot_as_the_others_are_so_far(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    body = {"command": "desk trend", "options": {"place": "ga", "loud": True}, "focused": "place"}
    path = f"/channels/{place.general.id}/autocomplete"
    status, offered = await browser.ask("POST", path, body, as_=place.ben)
    assert (status, offered) == (
        200,
        [{"name": "#garden", "value": "GARDEN"}, {"name": "#gallery", "value": "GALLERY"}],
    )


async def test_what_the_bot_does_not_complete_is_refused_at_once(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    path = f"/channels/{place.general.id}/autocomplete"
    for focused, words in (
        ("hours", "hours is not completed by the bot."),
        ("colour", "There is no option colour."),
    ):
        body = {"command": "desk trend", "options": {}, "focused": focused}
        status, answer = await browser.ask("POST", path, body, as_=place.ben)
        assert (status, answer["error"]) == (400, words)


async def test_a_deferred_answer_first_thinks_and_is_seen_by_the_asker_alone(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    async with browser.listening(place.ben) as his, browser.listening(place.ana) as hers:
        outcome = await browser.use(place.ben, place.general, "mood chart")
        created = await his.next("MESSAGE_CREATE")
        assert created["flags"] == EPHEMERAL | LOADING
        updated = await his.next("MESSAGE_UPDATE")
        assert updated["embeds"][0]["image"]["url"].startswith("/attachments/")
        assert updated["id"] == created["id"] == outcome["message"]["id"]
        assert await hers.names() == []
    messages = f"/channels/{place.general.id}/messages"
    (after_a_reload,) = await browser.get(messages, place.ben)
    assert after_a_reload["id"] == outcome["message"]["id"]
    assert await browser.get(messages, place.ana) == []
    status, _ = await browser.ask("DELETE", f"{messages}/{created['id']}", as_=place.ana)
    assert status == 404
    status, _ = await browser.ask("DELETE", f"{messages}/{created['id']}", as_=place.ben)
    assert status == 204
    assert await browser.get(messages, place.ben) == []


async def test_buttons_and_selects_work_on_what_the_bot_said_also_after_a_reload(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    await browser.use(place.ben, place.general, "desk card")
    (card,) = await browser.get(f"/channels/{place.general.id}/messages", place.ben)
    status, outcome = await browser.press(place.ben, card, "Period", "168")
    assert (status, outcome["message"]["content"]) == (200, "period ['168']")
    status, outcome = await browser.press(place.ben, card, "Channels", str(place.general.id))
    assert outcome["message"]["content"] == "channels ['general']"
    status, outcome = await browser.press(place.ben, card, "People", str(place.chi.id))
    assert outcome["message"]["content"] == "person chi"
    status, answer = await browser.press(place.ana, card, "Period", "24")
    assert (status, answer["error"]) == (404, "That message is gone.")
    status, answer = await browser.press(place.ben, card, "Not now")
    assert (status, answer["error"]) == (400, '"Not now" is greyed out.')
    status, answer = await browser.press(place.ben, card, "Channels", str(place.staff.id))
    assert status == 400
    status, outcome = await browser.press(place.ben, card, "Gone")
    assert (status, outcome["message"]["content"]) == (200, "removed")
    status, answer = await browser.press(place.ben, card, "More")
    assert (status, answer["error"]) == (404, "That message is gone.")


async def test_a_form_is_filled_in_and_a_refused_one_stays_open(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    outcome = await browser.use(place.ben, place.general, "desk note")
    modal = outcome["modal"]
    assert (outcome["message"], modal["title"]) == (None, "Add a note")
    assert [each["component"]["custom_id"] for each in modal["components"]] == [
        "text",
        "kind",
        "where",
        "loud",
    ]
    path = f"/modals/{modal['id']}"
    status, answer = await browser.ask("POST", path, {"values": {"text": ""}}, as_=place.ben)
    assert (status, answer["error"]) == (400, "Text: This must be filled in.")
    status, answer = await browser.ask("POST", path, {"values": {"text": 5}}, as_=place.ben)
    assert (status, answer["error"][:21]) == (400, '"text" must be a text')
    values = {"text": "a raid", "kind": ["event"], "where": [str(place.general.id)]}
    status, answer = await browser.ask("POST", path, {"values": values}, as_=place.ana)
    assert status == 404
    status, outcome = await browser.ask("POST", path, {"values": values}, as_=place.ben)
    assert outcome["message"]["content"] == "a raid (event) in ['general']"
    status, answer = await browser.ask("POST", path, {"values": values}, as_=place.ben)
    assert (status, answer["error"]) == (404, "That form is no longer open.")


async def test_a_menu_of_a_message_gets_the_message(
    browser: Browser, bot: TinyBot, place: Place
) -> None:
    message = await said(place, "I love it")
    body = {"name": "Check it"}
    status, outcome = await browser.ask("POST", f"{of(message)}/apps", body, as_=place.chi)
    assert (status, outcome["message"]["content"]) == (200, "ben: I love it")
    assert outcome["message"]["flags"] & EPHEMERAL


async def test_a_silent_bot_and_an_absent_one_are_reported_in_a_sentence(
    browser: Browser, place: Place, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "DEADLINE", 1.0)
    commands = f"/channels/{place.general.id}/commands"
    body = {"command": "mood mute", "options": {}}
    async with connect(place.discord):
        status, answer = await browser.ask("POST", commands, body, as_=place.ben)
        assert (status, answer["error"]) == (504, "The bot gave no sign of life in 1 s.")
    status, answer = await browser.ask("POST", commands, body, as_=place.ben)
    assert (status, answer["error"]) == (504, "The bot is not connected.")


async def test_everybody_hears_what_they_may_see_as_it_happens(
    browser: Browser, place: Place
) -> None:
    async with browser.listening(place.ben) as his, browser.listening(place.chi) as theirs:
        await place.discord.send_message(place.chi, place.staff, "between us")
        await said(place, "to all")
        assert (await theirs.next("MESSAGE_CREATE"))["content"] == "between us"
        assert (await theirs.next("MESSAGE_CREATE"))["content"] == "to all"
        assert (await his.next("MESSAGE_CREATE"))["content"] == "to all"
        await place.discord.change_overwrites(place.staff)
        await his.next("VIEW_CHANGED")
    view = await browser.get("/view", place.ben)
    assert [each["name"] for each in view["channels"]] == ["general", "staff"]


async def test_a_page_that_sleeps_keeps_neither_the_others_nor_the_end_waiting(
    place: Place,
) -> None:
    async with browsing(place) as browser:
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", int(browser.url.rpartition(":")[2])
        )
        head = (
            f"GET /api/as/{place.ana.id}/events HTTP/1.1\r\nHost: localhost\r\n"
            "Origin: http://localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        )
        writer.write(head.encode())
        assert b"101 Switching" in await reader.readline()  # and from now on it reads nothing
        async with browser.listening(place.ben) as his:
            for _ in range(300):
                await said(place, "x" * 2000)
            for _ in range(300):
                await his.next("MESSAGE_CREATE")
        began = monotonic()
    assert monotonic() - began < 8  # of its own accord aiohttp would wait for ten
    writer.close()


async def test_an_evening_that_cannot_be_played_is_refused(browser: Browser) -> None:
    status, answer = await browser.ask("POST", "/api/evening", {})
    assert (status, answer) == (409, {"error": "Not tonight."})
