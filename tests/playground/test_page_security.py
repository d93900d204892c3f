"""Who is let in to the page, and what every answer carries, over real HTTP."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import closing

import aiohttp
import pytest

from playground.errors import PlaygroundError
from playground.page import address
from playground.page.asking import LONGEST_JSON
from playground.page.security import Doorkeeper
from tests.playground.conftest import Place
from tests.playground.test_page import Browser, browsing


@pytest.fixture
async def browser(place: Place) -> AsyncIterator[Browser]:
    async with browsing(place) as browser:
        yield browser


def messages(place: Place) -> str:
    return f"/api/as/{place.ben.id}/channels/{place.general.id}/messages"


async def test_a_name_that_was_made_to_point_here_is_turned_away(browser: Browser) -> None:
    port = browser.url.rpartition(":")[2]
    for host, status in (
        (f"evil.example:{port}", 403),
        (f"127.0.0.1.evil.example:{port}", 403),
        ("192.0.2.7", 403),
        ("", 403),
        (f"localhost:{port}", 200),
        (f"127.0.0.1:{port}", 200),
        (f"[::1]:{port}", 200),
    ):
        found, _ = await browser.ask("GET", "/api/start", headers={"Host": host})
        assert found == status, host


async def test_another_site_changes_nothing_and_hears_nothing(
    browser: Browser, place: Place
) -> None:
    for origin in ("https://evil.example", "null", browser.url.replace("127.0.0.1", "localhost")):
        status, answer = await browser.ask(
            "POST", messages(place), {"content": "spam"}, headers={"Origin": origin}
        )
        assert (status, "own page" in answer["error"]) == (403, True)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await browser.client.ws_connect(
                f"{browser.url}/api/as/{place.ben.id}/events", headers={"Origin": origin}
            )
    url = browser.url + messages(place)
    async with browser.client.post(url, json={"content": "spam"}) as answered:
        assert answered.status == 403
    assert place.discord.world.messages(place.general) == []


async def test_a_form_such_as_any_site_can_send_is_not_taken(
    browser: Browser, place: Place
) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        status, answer = await browser.ask(
            "POST", messages(place), data=b'{"content": "x"}', headers={"Content-Type": kind}
        )
        assert (status, answer["error"][:9]) == (403, "Send JSON")


async def test_what_is_no_json_or_far_too_long_is_refused_in_a_sentence(
    browser: Browser, place: Place
) -> None:
    as_json = {"Content-Type": "application/json"}
    for data, status, words in (
        (b"{", 400, "That is no JSON."),
        (b"[1]", 400, "Send a JSON object."),
        (b"\xff\xfe", 400, "That is no UTF-8."),
        (b"[" * 100_000, 400, "That is no JSON."),
        (b" " * (LONGEST_JSON + 1), 413, "That is more than 256 KB."),
        (rb'{"content": "\ud83d"}', 400, "That is no Unicode."),
        (b'{"content": 7}', 400, '"content" must be a text.'),
        (b'{"content": "  "}', 400, "There is nothing in that message."),
        (b'{"content": "x", "reply_to": "first"}', 400, 'There is no message "first".'),
        (b'{"content": "x", "reply_to": "7"}', 404, "That message is gone."),
    ):
        found, answer = await browser.ask("POST", messages(place), data=data, headers=as_json)
        assert (found, answer["error"]) == (status, words)
    status, answer = await browser.ask("GET", "/api/as/nobody/view")
    assert (status, answer["error"]) == (400, 'There is no user "nobody".')
    for query, words in (
        ("before=x", 'There is no message "x".'),
        ("around=-1", 'There is no message "-1".'),
        ("after=", 'There is no message "".'),
        ("limit=many", '"limit" must be a number from 1 to 100.'),
        ("limit=101", "limit: int value should be between 1 and 100."),
    ):
        status, answer = await browser.ask("GET", f"{messages(place)}?{query}")
        assert (status, answer["error"]) == (400, words)
    status, answer = await browser.ask("GET", f"/api/as/{place.discord.application.bot.id}/view")
    assert (status, answer["error"]) == (404, "There is no such member.")
    status, answer = await browser.ask("GET", "/api/nothing")
    assert (status, answer["error"]) == (404, "The playground has no such address.")


async def test_every_answer_forbids_what_the_page_does_not_need(
    browser: Browser, place: Place
) -> None:
    for path in (
        "/",
        "/page.js",
        "/api/start",
        "/api/nothing",
        "/nothing.js",
        "/attachments/1/2/3",
    ):
        async with browser.client.get(browser.url + path) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "script-src 'self';" in policy or answer.status == 404
            assert "'unsafe-eval'" not in policy
            assert "require-trusted-types-for 'script'" in policy or answer.status == 404
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Cache-Control"] in ("no-store", "no-cache")


async def test_only_files_of_the_built_page_are_handed_out(browser: Browser) -> None:
    async with browser.client.get(browser.url + "/") as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
    async with browser.client.get(browser.url + "/page.js") as answer:
        assert (answer.status, answer.content_type) == (200, "text/javascript")
    for name in ("favicon.svg", "favicon.ico"):  # named by the page, and asked for by browsers
        async with browser.client.get(f"{browser.url}/{name}") as answer:
            assert (answer.status, answer.content_type) == (200, "image/svg+xml")
    port = int(browser.url.rpartition(":")[2])
    for path in ("/..%2fserver.py", "/%2e%2e/server.py", "/__init__.py", "/..", "/static"):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
        )
        answered = await reader.read()
        writer.close()
        assert answered.split(b"\r\n")[0].endswith(b"404 Not Found"), path


def test_where_others_may_come_an_address_is_let_in_and_a_strange_name_is_not() -> None:
    everywhere = Doorkeeper("0.0.0.0")  # noqa: S104 (that is what is tried)
    assert everywhere.knows("192.0.2.7:8642")
    assert everywhere.knows("localhost")
    assert not everywhere.knows("evil.example")
    named = Doorkeeper("box.example")
    assert named.knows("box.example:8642")
    assert not named.knows("evil.example")
    assert not Doorkeeper("127.0.0.1").knows("192.0.2.7:8642")


def test_a_taken_port_is_reported_and_another_one_only_taken_where_none_was_asked_for() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        with pytest.raises(PlaygroundError, match=rf"Port {port} is taken.*--port"):
            address.listen("127.0.0.1", port)
    with address.listen("127.0.0.1", None) as first, address.listen("127.0.0.1", None) as second:
        ports = [each.getsockname()[1] for each in (first, second)]
    assert ports[0] >= address.DEFAULT_PORT
    assert ports[1] > ports[0]
    with pytest.raises(PlaygroundError, match=r"can't listen at nowhere\.invalid"):
        address.listen("nowhere.invalid", None)


def test_no_browser_is_opened_where_nobody_looks_at_a_screen() -> None:
    for environment, platform, can in (
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({"DISPLAY": ":0", "CI": "true"}, "linux", False),
        ({"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "…"}, "linux", False),
        ({}, "darwin", True),
        ({"CI": "1"}, "win32", False),
    ):
        assert address.can_show_browser(environment, platform) is can
