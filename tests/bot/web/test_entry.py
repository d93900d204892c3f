"""Coming in with a link, and what a link and a session are good for."""

from __future__ import annotations

import asyncio
import re
from http.cookies import SimpleCookie

import aiohttp
import pytest

from bot.address import Address
from bot.gateway.command_overwrites import CommandOverwrites
from bot.web import sessions
from bot.web.links import GOOD_FOR_SECONDS, Invited, Links
from bot.web.membership import DiscordsAnswer, Rights
from bot.web.server import serving
from bot.web.sessions import A_PERSON, LASTING_SECONDS, Sessions
from tests.bot.web.conftest import Desk, Seconds, as_viewer

PUBLIC = "https://mood.example.org"


def cookie(answer: object) -> SimpleCookie:
    found: SimpleCookie = SimpleCookie()
    found.load(answer.headers["Set-Cookie"])  # type: ignore[attr-defined]
    return found


async def test_a_link_lets_in_who_asked_for_it(desk: Desk) -> None:
    browser = await desk.enter(desk.server.ben)
    me = (await browser.get("/api/me")).json
    assert me["member"] == {"id": str(desk.server.ben.id), "name": "ben_b"}
    assert me["guild"]["name"] == "The *Tea* House"


async def test_whoever_only_looks_at_a_link_uses_nothing_up(desk: Desk) -> None:
    link = await desk.link(desk.server.ben)
    preview = desk.browser()
    for method in ("GET", "HEAD", "GET"):
        seen = await preview.ask(method, link.removeprefix(preview.origin))
        assert seen.status == 200
        assert "Set-Cookie" not in seen.headers
    assert (await preview.get("/api/me")).status == 401
    assert (await desk.browser().press(link)).status == 303


async def test_whatever_a_page_names_is_there_and_so_is_the_mark_that_browsers_ask_for(
    desk: Desk,
) -> None:
    browser = desk.browser()
    link = (await desk.link(desk.server.ben)).removeprefix(browser.origin)
    pages = {path: (await browser.get(path)).body.decode() for path in ("/", link)}
    named = {path: re.findall(r'(?:href|src)="/?([^"]+)"', html) for path, html in pages.items()}
    assert {path: "favicon.svg" in names for path, names in named.items()} == {
        "/": True,
        link: True,
    }
    for name in {"favicon.ico", *named["/"], *named[link]}:
        answer = await browser.get(f"/{name}")
        assert answer.status == 200, name
        if name.startswith("favicon"):
            assert answer.headers["Content-Type"].startswith("image/svg+xml")


async def test_a_link_works_once(desk: Desk) -> None:
    link = await desk.link(desk.server.ben)
    assert (await desk.browser().press(link)).status == 303
    again = desk.browser()
    replayed = await again.press(link)
    assert replayed.status == 410
    assert "once, and for ten minutes" in replayed.body.decode()
    assert "Set-Cookie" not in replayed.headers
    assert (await again.get("/api/me")).status == 401


async def test_of_many_who_use_a_link_at_the_same_moment_one_comes_in(desk: Desk) -> None:
    link = await desk.link(desk.server.ben)
    browsers = [desk.browser() for _ in range(20)]
    entered = await asyncio.gather(*(browser.press(link) for browser in browsers))
    assert sorted(answer.status for answer in entered) == [303, *[410] * 19]
    me = await asyncio.gather(*(browser.get("/api/me") for browser in browsers))
    assert sorted(answer.status for answer in me) == [200, *[401] * 19]


async def test_a_link_works_for_ten_minutes(desk: Desk) -> None:
    early, late = await desk.link(desk.server.ben), await desk.link(desk.server.ben)
    desk.seconds.now += GOOD_FOR_SECONDS - 1
    assert (await desk.browser().press(early)).status == 303
    desk.seconds.now += 2
    assert (await desk.browser().press(late)).status == 410


def changed(text: str) -> str:
    """The same but for a letter in the middle: the last may stand for bits that nobody reads."""
    half = len(text) // 2
    return f"{text[:half]}{'B' if text[half] == 'A' else 'A'}{text[half + 1 :]}"


async def test_a_link_that_somebody_made_up_or_changed_lets_nobody_in(desk: Desk) -> None:
    link = await desk.link(desk.server.ben)
    guild, admin = desk.server.guild.id, desk.server.admin.id
    head, token = link.rsplit("/", 1)
    payload, stamp, signature = token.rsplit(".", 2)
    other_process = Links(desk.seconds).make(Invited(guild, admin, 3, "en-GB"))
    for forged in (
        f"{changed(payload)}.{stamp}.{signature}",
        f"{payload}.{stamp}.{changed(signature)}",
        f"{payload}.AAAAAA.{signature}",
        f"{other_process.rsplit('.', 2)[0]}.{stamp}.{signature}",
        other_process,
        "..",
        "%2e%2e%2f",
        "x" * 3000,
    ):
        assert (await desk.browser().press(f"{head}/{forged}")).status == 410, forged
    assert (await desk.browser().press(link)).status == 303


async def test_a_token_of_two_parts_or_none_lets_nobody_in(desk: Desk) -> None:
    browser = desk.browser()
    for sent in ({}, {"token": ""}, [("token", "a"), ("token", "b")]):
        answer = await browser.ask("POST", "/enter/", data=sent, headers={"Origin": browser.origin})
        assert answer.status in (410, 415)


async def test_a_session_lasts_for_an_hour(desk: Desk) -> None:
    browser = await desk.enter(desk.server.ben)
    desk.seconds.now += LASTING_SECONDS - 1
    assert (await browser.get("/api/me")).status == 200
    desk.seconds.now += 1
    over = await browser.get("/api/me")
    assert over.status == 401
    assert over.json["code"] == "no_session"
    assert "/sentiment open" in over.json["error"]


async def test_a_session_that_is_over_is_kept_nowhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "LASTING_SECONDS", 0.05)
    kept = Sessions(desk.seconds, nobodys)
    kept.begin(Invited(1, 2, 3, "en-GB"))
    assert len(kept) == 1
    async with asyncio.timeout(60):
        while len(kept):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


def nobodys(_: Invited) -> Rights:
    """Of somebody who is no member."""

    async def nobody() -> None:
        return None

    async def nothing() -> CommandOverwrites:
        return CommandOverwrites(1, {})

    clock = Seconds()
    return Rights(DiscordsAnswer(nobody, clock), DiscordsAnswer(nothing, clock), 3)


async def test_signing_out_ends_the_session_for_good(desk: Desk) -> None:
    browser = await desk.enter(desk.server.ben)
    (kept,) = browser.http.cookie_jar
    assert (await browser.post("/api/sign-out")).json == {"signed_out": True}
    assert (await browser.get("/api/me")).status == 401
    stolen = await browser.get("/api/me", headers={"Cookie": f"{kept.key}={kept.value}"})
    assert stolen.status == 401


async def test_of_too_many_sessions_of_a_person_the_oldest_ends(desk: Desk) -> None:
    browsers = [await desk.enter(desk.server.ben) for _ in range(A_PERSON + 1)]
    other = await desk.enter(desk.server.ann)
    found = [(await browser.get("/api/me")).status for browser in browsers]
    assert found == [401, *[200] * A_PERSON]
    assert (await other.get("/api/me")).status == 200


async def test_a_session_is_kept_by_a_cookie_that_no_script_and_no_other_site_gets(
    desk: Desk,
) -> None:
    answer = await desk.browser().press(await desk.link(desk.server.ben))
    ((name, kept),) = cookie(answer).items()
    assert name.startswith("barometer-")
    assert (kept["httponly"], kept["samesite"], kept["path"]) == (True, "Lax", "/")
    assert kept["max-age"] == str(LASTING_SECONDS)
    assert len(kept.value) >= 43  # 256 bits
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("url", [PUBLIC])
async def test_on_https_the_cookie_is_for_that_host_alone(desk: Desk, url: str) -> None:
    link = await desk.link(desk.server.ben)
    assert link.startswith(f"{url}/enter/")
    token = link.rpartition("/")[2]
    browser = desk.browser()
    browser.origin = f"http://127.0.0.1:{desk.port}"
    headers = {"Host": "mood.example.org", "Origin": url}
    answer = await browser.ask("POST", "/enter/", data={"token": token}, headers=headers)
    assert answer.status == 303
    ((name, kept),) = cookie(answer).items()
    assert name == "__Host-barometer"
    assert (kept["secure"], kept["httponly"], kept["path"]) == (True, True, "/")
    assert not kept["domain"]
    assert "max-age" in answer.headers["Strict-Transport-Security"]
    me = await browser.get(
        "/api/me", headers={"Host": "mood.example.org", "Cookie": f"{name}={kept.value}"}
    )
    assert me.status == 200


@pytest.mark.parametrize("url", [f"{PUBLIC}:8444"])
async def test_two_pages_of_one_host_keep_their_own_cookies(desk: Desk, url: str) -> None:
    token = desk.page.link(as_viewer(desk.server), 3, "de").rpartition("/")[2]
    browser = desk.browser()
    browser.origin = f"http://127.0.0.1:{desk.port}"
    headers = {"Host": "mood.example.org:8444", "Origin": url}
    answer = await browser.ask("POST", "/enter/", data={"token": token}, headers=headers)
    assert list(cookie(answer)) == ["__Host-barometer-8444"]


async def test_who_is_in_already_comes_in_anew_as_whoever_the_link_is_for(desk: Desk) -> None:
    browser = await desk.enter(desk.server.ben)
    assert (await browser.press(await desk.link(desk.server.ann))).status == 303
    assert (await browser.get("/api/me")).json["member"]["name"] == "ann"


async def test_no_two_processes_take_each_others_links_or_sessions(desk: Desk) -> None:
    link = await desk.link(desk.server.ben)
    browser = await desk.enter(desk.server.ben)
    (kept,) = browser.http.cookie_jar
    async with (
        serving(Address("127.0.0.1", 0), None, desk.seconds) as other,
        aiohttp.ClientSession() as http,
    ):
        origin = other.origins.main
        async with http.post(
            f"{origin}/enter/",
            data={"token": link.rpartition("/")[2]},
            headers={"Origin": origin},
        ) as answer:
            assert answer.status == 410
        name = f"barometer-{origin.rpartition(':')[2]}"
        async with http.get(
            f"{origin}/api/me", headers={"Cookie": f"{name}={kept.value}"}
        ) as answer:
            assert answer.status == 401


async def test_the_page_of_a_link_is_in_the_language_of_who_asked_for_it(desk: Desk) -> None:
    link = desk.page.link(as_viewer(desk.server), 3, "de").removeprefix(desk.page.origins.main)
    german = await desk.browser().get(link, headers={"Accept-Language": "en"})
    assert '<html lang="de">' in german.body.decode()
    assert "Die Stimmung auf eurem Server" in german.body.decode()


async def test_of_a_link_that_is_over_the_browsers_language_is_known_alone(desk: Desk) -> None:
    german = await desk.browser().get("/enter/x", headers={"Accept-Language": "fr-FR, de-AT;q=0.8"})
    assert "Dieser Link gilt nicht mehr" in german.body.decode()
    for odd in ("*", "-", "de_DE", "x-klingon", "zz-ZZ-zz-ZZ", "ß-é", ";q=1,,", "a" * 2000):
        answer = await desk.browser().get("/enter/x", headers={"Accept-Language": odd})
        assert answer.status == 410
        assert "work any more" in answer.body.decode()
