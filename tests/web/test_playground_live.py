"""The playground's page follows what goes on, whatever becomes of the line and the bot."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import Browser, Route, WebSocketRoute, expect

from tests.web.browsers import watched
from tests.web.visitors import Visitor

MOMENT = 500  # milliseconds

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


async def test_what_is_said_while_the_page_opens_is_not_missed(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        page, let_go = opened.page, asyncio.Event()

        async def slowly(socket: WebSocketRoute) -> None:
            await let_go.wait()
            socket.connect_to_server()

        await page.route_web_socket("**/events", slowly)
        async with page.expect_response("**/view") as viewed:
            await page.reload()
        await page.wait_for_timeout(MOMENT)  # the past could have been asked for by now
        start = await (await page.request.get(f"{opened.url}/api/start")).json()
        said = await page.request.post(
            f"{(await viewed.value).url.removesuffix('/view')}/channels/"
            f"{start['tour']['channel']}/messages",
            data={"content": "Said in between"},
            headers={"Origin": opened.url},
        )
        assert said.ok
        let_go.set()
        visitor = await Visitor.on(opened)
        await expect(visitor.message("Said in between")).to_be_visible()


async def test_what_is_said_while_a_channel_is_fetched_is_not_missed(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as ours, watched(browser, playground) as theirs:
        lars, priya = await Visitor.on(ours), await Visitor.on(theirs)
        fetched, let_go = asyncio.Event(), asyncio.Event()

        async def late(route: Route) -> None:
            answer = await route.fetch()
            fetched.set()
            await let_go.wait()
            await route.fulfill(response=answer)

        await lars.be("Lars")
        await priya.be("Priya")
        await ours.page.route("**/messages?*", late)
        await lars.channels.get_by_role("button", name="gaming").click()
        await fetched.wait()
        await priya.go_to("gaming")
        await priya.say("Nobody fetches this")
        await priya.go_to("support")
        await priya.say("And this is told after it")
        told = lars.channels.get_by_role("button", name="support, unread")
        await expect(told).to_be_visible()
        let_go.set()
        await expect(lars.message("Nobody fetches this")).to_be_visible()


async def test_a_bot_that_has_stopped_is_not_waited_for(browser: Browser, playground: str) -> None:
    async def stopped(route: Route) -> None:
        start = await (await route.fetch()).json()
        start["bot"] |= {"state": "stopped", "reason": "The bot stopped by itself.\nNo memory."}
        await route.fulfill(json=start)

    async with watched(browser, playground) as opened:
        page = opened.page
        await page.route("**/api/start", stopped)
        await page.route_web_socket("**/events", lambda _: None)
        await page.reload()
        visitor = await Visitor.on(opened)
        await expect(page.get_by_role("status").filter(has_text="No memory.")).to_be_visible()
        for _ in range(2):
            step = visitor.tour.locator(".tour-act")
            await expect(step).to_have_text("The bot has stopped")
            await expect(step).to_be_disabled()
            await visitor.tour.get_by_role("button", name="Next").click()


async def test_it_says_that_the_connection_is_lost_and_comes_back(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        page, sockets = opened.page, list[WebSocketRoute]()

        def through(socket: WebSocketRoute) -> None:
            socket.connect_to_server()
            sockets.append(socket)

        await page.route_web_socket("**/events", through)
        await page.reload()
        visitor = await Visitor.on(opened)
        begun = len(sockets)  # the page before the reload may have opened one, too
        await sockets[-1].close()
        notice = page.get_by_role("status").filter(has_text="Lost the connection")
        await expect(notice).to_be_visible()
        await visitor.say("Said while nobody heard")
        await expect(notice).to_have_count(0)
        assert len(sockets) == begun + 1
        await expect(visitor.message("Said while nobody heard")).to_be_visible()


async def test_a_playground_that_was_started_anew_is_shown_anew(
    browser: Browser, playground: str
) -> None:
    async def another(route: Route) -> None:
        start = await (await route.fetch()).json()
        start["server"]["id"] = "7"
        await route.fulfill(json=start)

    async with watched(browser, playground) as opened:
        page, sockets = opened.page, list[WebSocketRoute]()
        await page.route_web_socket("**/events", lambda socket: sockets.append(socket))
        await page.reload()
        await Visitor.on(opened)
        await page.route("**/api/start", another)
        async with page.expect_event("load"):
            await sockets[-1].close()
        await Visitor.on(opened)
