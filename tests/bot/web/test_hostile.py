"""What somebody tries who means no good, over real sockets."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
import pytest

from bot.web import guard
from bot.web.routes import OF_GUILD
from tests.bot.web.conftest import Browser, Desk


async def raw(desk: Desk, request: bytes, seconds: float = 60.0) -> bytes:
    """What comes back for these bytes within so many seconds."""
    reader, writer = await asyncio.open_connection("127.0.0.1", desk.port)
    writer.write(request)
    await writer.drain()
    try:
        return await asyncio.wait_for(reader.read(100_000), seconds)
    except TimeoutError:
        return b""  # it waits for more
    finally:
        writer.close()
        await writer.wait_closed()


SOME_EPISODE = "1:AAAAAAAAAAE:AAAAAAAAAAI"
PATHS = {
    method: [path for path, each in OF_GUILD.items() if each.method == method]
    for method in ("GET", "POST")
}


@pytest.mark.parametrize("path", PATHS["GET"])
async def test_nobody_is_told_anything_without_a_session(desk: Desk, path: str) -> None:
    browser, path = desk.browser(), path.replace("{episode}", SOME_EPISODE)
    for cookie in ("", "barometer-1=x", f"barometer-{desk.port}=x", f"barometer-{desk.port}="):
        answer = await browser.of_guild(
            path,
        )
        assert answer.status == 401
        assert set(answer.json) == {"error", "code"}
        answer = await browser.get("/api/me", headers={"Cookie": cookie})
        assert answer.status == 401


@pytest.mark.parametrize("path", [*PATHS["GET"], *PATHS["POST"]])
async def test_nobody_is_told_anything_of_another_server(desk: Desk, path: str) -> None:
    browser = await desk.enter(desk.server.admin)
    for guild in ("1", str(desk.server.guild.id + 1), "0" + browser.guild):
        address = f"/api/guilds/{guild}{path}".replace("{episode}", SOME_EPISODE)
        if path in PATHS["GET"]:
            answer = await browser.get(address)
        else:
            answer = await browser.post(address, {"confirm": path.rpartition("/")[2]})
        assert (answer.status, answer.json["code"]) == (403, "other_server")


async def test_channels_of_another_server_and_hidden_ones_are_the_same_as_none(desk: Desk) -> None:
    browser = await desk.enter(desk.server.ben)
    other = desk.server.env.create_guild("Elsewhere").create_text_channel("theirs")
    answers = [
        await browser.of_guild("/course", channels=str(each))
        for each in (desk.server.hidden.id, other.id, 12345)
    ]
    assert {answer.status for answer in answers} == {403}
    assert len({answer.json["error"] for answer in answers}) == 1


async def test_a_hidden_category_and_a_private_thread_are_the_same_as_none(desk: Desk) -> None:
    server = desk.server
    hidden, lounges = (server.guild.create_category(name) for name in ("Plans", "Lounges"))
    server.env.backend.edit_channel(server.games.id, {"parent_id": lounges.id})
    await server.env.settle()
    for each in (hidden, lounges):
        category = server.bots_guild.get_channel(each.id)
        assert isinstance(category, discord.CategoryChannel)
        await category.set_permissions(category.guild.default_role, view_channel=False)
    secret = server.thread("secret", private=True)
    await server.env.settle()
    browser = await desk.enter(server.ben)
    for path in ("/course", "/channels.png"):
        answers = [
            (await browser.of_guild(path, channels=str(each)))
            for each in (hidden.id, secret.id, 12345)
        ]
        assert {answer.status for answer in answers} == {403}
        assert len({answer.json["error"] for answer in answers}) == 1
    seen = await browser.of_guild("/course", channels=str(lounges.id))
    assert seen.json["name"] == "Lounges"  # Discord shows it, since something in it is theirs


async def test_channels_that_somebody_made_up_are_not_asked_of_discord(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    async def fetch_channel(_: object, channel_id: int) -> None:
        asked.append(channel_id)

    monkeypatch.setattr(discord.Guild, "fetch_channel", fetch_channel)
    browser = await desk.enter(desk.server.moderator)
    made_up = ",".join(str(10**17 + n) for n in range(25))
    for path in ("/course", "/morning", "/coverage", "/week.png"):
        assert (await browser.of_guild(path, channels=made_up)).status == 403
    assert asked == []


@pytest.mark.parametrize(
    "query",
    [
        {"channels": "x"},
        {"channels": "1;drop table"},
        {"channels": ",".join(["1"] * 26)},
        {"channels": "9" * 40},
        {"period": "0"},
        {"period": "-1"},
        {"period": "168 "},
        {"period": "99999"},
        {"period": "999999-999998"},
        {"period": "100000-999999"},
        {"period": "١٦٨"},
        {"page": "0"},
        {"page": "100"},
        {"page": "1e3"},
    ],
)
async def test_a_question_that_no_page_of_ours_asks_is_no_question(
    desk: Desk, query: dict[str, str]
) -> None:
    browser = await desk.enter(desk.server.moderator)
    answer = await browser.of_guild("/course", **query)
    assert (answer.status, answer.json["code"]) == (400, "bad_request")


@pytest.mark.parametrize(
    "episode",
    [
        "x",
        "1:2:3",
        "1:AAAAAAAAAAE",
        "1:AAAAAAAAAAI:AAAAAAAAAAE",
        "1:__________8:__________8",
        "%00",
    ],
)
async def test_an_episode_that_cannot_be_is_no_question(desk: Desk, episode: str) -> None:
    browser = await desk.enter(desk.server.moderator)
    for what in ("", "/before", "/messages"):
        answer = await browser.of_guild(f"/episodes/{episode}{what}")
        assert answer.status in (400, 404), answer.json


async def test_no_stretch_of_messages_is_read_out_that_is_no_episode(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.crowd, [-0.8] * 40)
    scores = await server.storage.messages.scores(
        server.guild.id, [server.general.id], *desk.last_days(2)
    )
    ids = sorted(scores.message_ids)
    browser = await desk.enter(server.moderator)
    answer = await browser.of_guild(
        f"/episodes/{desk.episode(server.general, ids[0], ids[-1])}/messages"
    )
    assert (answer.status, answer.json["code"]) == (404, "not_found")
    assert server.history.looks == []


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1", "", "127.0.0.1:80", "[::1]"]
)
async def test_another_name_for_this_machine_gets_nothing(desk: Desk, host: str) -> None:
    browser = await desk.enter(desk.server.moderator)
    for path in ("/", "/api/me", "/page.js", "/enter/x"):
        answer = await browser.get(path, headers={"Host": host})
        assert (answer.status, answer.json["code"]) == (421, "wrong_host")


async def test_localhost_is_a_name_of_this_machine(desk: Desk) -> None:
    answer = await desk.browser().get("/api/me", headers={"Host": f"localhost:{desk.port}"})
    assert answer.status == 401


def crossed(browser: Browser) -> list[dict[str, str]]:
    """Headers with which a post of another site would come."""
    return [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": browser.origin + ".evil.example"},
        {"Origin": browser.origin.replace("http:", "https:")},
        {"Origin": browser.origin, "Sec-Fetch-Site": "cross-site"},
        {"Origin": browser.origin, "Sec-Fetch-Site": "same-site"},
    ]


async def test_what_another_site_posts_changes_nothing(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.ben, [0.5] * 3)
    browser = await desk.enter(server.ben)
    forget = f"/api/guilds/{browser.guild}/my/forget"
    for headers in crossed(browser):
        for path in (forget, "/api/sign-out", "/enter/"):
            answer = await browser.post(path, {"confirm": "forget"}, headers=headers)
            assert (answer.status, answer.json["code"]) == (403, "cross_site"), headers
    without = await browser.ask(
        "POST", forget, json={"confirm": "forget"}, headers={"X-Barometer-CSRF": browser.csrf}
    )
    assert without.status == 403
    assert (await server.storage.privacy.status(server.guild.id, server.ben.id)).messages == 3


async def test_what_is_posted_without_the_sessions_own_token_changes_nothing(desk: Desk) -> None:
    server = desk.server
    await server.say(server.general, server.ben, [0.5] * 3)
    browser, other = await desk.enter(server.ben), await desk.enter(server.ann)
    forget = f"/api/guilds/{browser.guild}/my/forget"
    for told in ("", "x", other.csrf, browser.csrf[:-1], browser.csrf + "é"):
        answer = await browser.post(
            forget, {"confirm": "forget"}, headers={"X-Barometer-CSRF": told}
        )
        assert answer.status == 403
    form = await browser.ask(
        "POST",
        forget,
        data={"confirm": "forget"},
        headers={"Origin": browser.origin, "X-Barometer-CSRF": browser.csrf},
    )
    assert form.status == 403
    assert (await server.storage.privacy.status(server.guild.id, server.ben.id)).messages == 3


@pytest.mark.parametrize(
    "sent", [None, {}, {"confirm": True}, {"confirm": "opt-out"}, [], "forget"]
)
async def test_nothing_is_erased_without_the_word_for_it(desk: Desk, sent: Any) -> None:
    server = desk.server
    await server.say(server.general, server.ben, [0.5] * 3)
    browser = await desk.enter(server.ben)
    answer = await browser.post(f"/api/guilds/{browser.guild}/my/forget", sent)
    assert answer.status == 400
    assert (await server.storage.privacy.status(server.guild.id, server.ben.id)).messages == 3


async def test_a_body_larger_than_any_of_ours_is_not_read(desk: Desk) -> None:
    browser = await desk.enter(desk.server.ben)
    big = {"confirm": "x" * 10_000}
    for path in (f"/api/guilds/{browser.guild}/my/forget", "/api/sign-out", "/enter/"):
        answer = await browser.post(path, big)
        assert answer.status in (413, 415, 200)
    token = "x" * 10_000
    entering = await browser.ask(
        "POST", "/enter/", data={"token": token}, headers={"Origin": browser.origin}
    )
    assert entering.status == 413


FORM, JSON = "application/x-www-form-urlencoded", "application/json"
BROKEN: list[tuple[str, bytes, dict[str, str]]] = [
    (FORM, b"token=\xff\xfe", {}),
    (f"{FORM}; charset=bogus", b"token=x", {}),
    (f"{FORM}; charset=undefined", b"token=x", {}),
    (f"{FORM}; charset=utf-16", b"token=x", {}),
    (FORM, b"no gzip", {"Content-Encoding": "gzip"}),
    (JSON, b"\xff", {}),
    (f"{JSON}; charset=bogus", b'{"confirm": "forget"}', {}),
    (JSON, b"[" * 4000, {}),
    (JSON, b"no deflate", {"Content-Encoding": "deflate"}),
]


@pytest.mark.parametrize(("kind", "body", "more"), BROKEN)
async def test_a_body_that_cannot_be_read_is_no_fault_of_the_page(
    desk: Desk, caplog: pytest.LogCaptureFixture, kind: str, body: bytes, more: dict[str, str]
) -> None:
    browser = await desk.enter(desk.server.ben)
    headers = {"Origin": browser.origin, "X-Barometer-CSRF": browser.csrf, "Content-Type": kind}
    path = "/enter/" if kind.startswith(FORM) else f"/api/guilds/{browser.guild}/my/forget"
    answer = await browser.ask("POST", path, data=body, headers=headers | more)
    assert (answer.status, answer.json["code"]) == (400, "bad_request")
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert not [record for record in caplog.records if record.name.startswith("bot.web")]


async def test_a_body_that_does_not_arrive_is_not_waited_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "PATIENCE_SECONDS", 0.05)
    origin = desk.page.origins.main.encode()
    head = b"POST /enter/ HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nContent-Length: 50\r\n" % (
        origin.removeprefix(b"http://"),
        origin,
    )
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n\r\ntoken="
    reader, writer = await asyncio.open_connection("127.0.0.1", desk.port)
    writer.write(head + kind)
    assert (await asyncio.wait_for(reader.readline(), 60)).split()[1] == b"408"
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize(
    "path",
    [
        "/../server.py",
        "/..%2fserver.py",
        "/%2e%2e/server.py",
        "/....//server.py",
        "/static/../server.py",
        "//etc/passwd",
        "/.env",
        "/server.py",
        "/page.js/../../server.py",
        "/page.js%00.py",
        "/..\\server.py",
        "/index.html",
    ],
)
async def test_no_path_leads_to_a_file_that_is_not_the_pages(desk: Desk, path: str) -> None:
    host = f"127.0.0.1:{desk.port}"
    answer = await raw(
        desk, f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    )
    assert answer.split()[1] in (b"404", b"400"), answer[:200]
    assert b"import" not in answer


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"NONSENSE\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"POST /enter HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"\x16\x03\x01\x00\xa5\x01\x00",
    ],
)
async def test_nonsense_gets_no_page_and_no_line_in_the_log(
    desk: Desk, request_line: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await raw(desk, request_line, seconds=2.0)
    assert not [record for record in caplog.records if "127.0.0.1" in record.getMessage()]
    assert b"<script" not in answer
    assert b"Traceback" not in answer
    assert not answer or answer.split()[1] in (b"400", b"421"), answer[:200]


async def test_no_other_method_does_anything(desk: Desk) -> None:
    browser = await desk.enter(desk.server.ben)
    headers = {"Origin": browser.origin, "X-Barometer-CSRF": browser.csrf}
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        for path in ("/", "/api/me", f"/api/guilds/{browser.guild}/course"):
            assert (await browser.ask(method, path, headers=headers)).status in (403, 405)


async def test_every_answer_forbids_what_a_page_of_figures_never_needs(desk: Desk) -> None:
    browser = await desk.enter(desk.server.moderator)
    link = (await desk.link(desk.server.ben)).removeprefix(browser.origin)
    for path in (
        "/",
        "/page.js",
        link,
        "/enter/x",
        "/api/me",
        "/api/words",
        "/nothing",
        "/api/x/y",
    ):
        answer = await browser.get(path)
        policy = dict(
            part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; ")
        )
        assert policy["script-src"] == "'self'", path
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        # neither tells anybody a path, which may hold a token
        assert answer.headers["Referrer-Policy"] in ("no-referrer", "strict-origin")
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        if path.startswith("/api/") or path == link:
            assert answer.headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in answer.headers


async def test_what_people_call_things_is_no_html(desk: Desk) -> None:
    server = desk.server
    name = "<img src=x onerror=alert(1)>"
    channel = server.guild.create_text_channel(name)
    await server.say(channel, server.crowd, [0.5] * 20)
    browser = await desk.enter(server.moderator)
    answer = await browser.of_guild("/course", channels=str(channel.id))
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.json["name"] == f"#{name}"
    assert name in answer.json["text"]["title"]


async def test_no_name_turns_the_direction_of_what_stands_beside_it(desk: Desk) -> None:
    server, turned = desk.server, "\u202elarneg\u2067\u200f"
    lounges = server.guild.create_category(turned)
    voice = server.guild.create_voice_channel(turned)
    backend, number = server.env.backend, server.guild.id
    backend.edit_channel(server.games.id, {"parent_id": lounges.id})
    backend.edit_guild(number, {"name": turned})
    backend.edit_member(number, server.moderator.id, {"nick": turned})
    await server.env.settle()
    await server.say(voice, server.crowd, [0.5] * 20)
    await server.say(voice, server.crowd, [-0.8] * 40)
    browser = await desk.enter(server.moderator)
    me = (await browser.get("/api/me")).json
    assert (me["guild"]["name"], me["member"]["name"]) == ("larneg", "larneg")
    answers = [await browser.of_guild(path) for path in PATHS["GET"] if "{" not in path]
    answers.append(await browser.of_guild("/course", channels=str(voice.id)))
    shown = [str(answer.json) for answer in answers if answer.json is not None] + [str(me)]
    assert sum("larneg" in each for each in shown) >= 5
    assert not [each for each in shown if set("\u202e\u2067\u200f") & set(each)]


async def test_no_token_no_cookie_and_no_name_gets_into_the_log(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    server = desk.server
    link = await desk.link(server.ben)
    browser = await desk.enter(server.ben)
    await browser.press(link)
    (kept,) = browser.http.cookie_jar
    await browser.of_guild("/course", channels=str(server.hidden.id))
    await browser.of_guild("/course")
    token = link.rpartition("/")[2]
    ours = [r.getMessage() for r in caplog.records if r.name.startswith(("bot", "aiohttp"))]
    for secret in (token, token.rsplit(".", 2)[0], kept.value, browser.csrf, "ben_b"):
        assert not [line for line in ours if secret in line]
