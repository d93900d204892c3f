"""The playground's page as one member after another: each sees what is theirs."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import Browser, Route, expect

from tests.web.browsers import watched
from tests.web.visitors import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


async def test_a_second_member_sees_no_answer_of_another_and_no_moderators(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as ours, watched(browser, playground) as theirs:
        priya, kofi = await Visitor.on(ours), await Visitor.on(theirs)
        await priya.be("Priya")
        await kofi.be("Kofi")
        await priya.say("Kofi, may I ask the bot something?")
        await expect(kofi.message("may I ask the bot")).to_be_visible()
        await priya.command("sentiment me")
        await expect(priya.answer).to_be_visible()
        await priya.say("There, it has answered me.")
        await expect(kofi.message("There, it has answered")).to_be_visible()
        await expect(kofi.messages.filter(has_text="Only you can see this")).to_have_count(0)
        await expect(kofi.channels.get_by_role("button", name="moderators")).to_have_count(0)
        await kofi.page.reload()
        await kofi.be("Priya")
        await expect(kofi.answer).to_be_visible()
        await kofi.be("Mira")
        await expect(kofi.channels.get_by_role("button", name="moderators")).to_be_visible()
        await expect(kofi.messages.filter(has_text="Only you can see this")).to_have_count(0)


async def test_an_answer_that_comes_once_one_is_somebody_else_is_not_for_them(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page, let_go = await Visitor.on(opened), opened.page, asyncio.Event()

        async def slowly(route: Route) -> None:
            await let_go.wait()
            await route.continue_()

        await visitor.be("Diego")
        await page.route("**/commands", slowly)
        await visitor.command("sentiment me")
        await visitor.be("Kofi")
        async with page.expect_response("**/commands"):
            let_go.set()
        await visitor.say("Is anything to be seen here?")
        await expect(visitor.message("Is anything to be seen")).to_be_visible()
        await expect(visitor.messages.filter(has_text="Only you can see this")).to_have_count(0)
        await visitor.be("Diego")
        await expect(visitor.answer).to_be_visible()


async def test_where_one_cannot_become_somebody_one_stays_who_one_is(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Kofi")
        await page.route("**/view", lambda route: route.abort())
        await visitor.be("Mira")
        await expect(page.get_by_role("alert").first).to_contain_text("doesn't answer")
        chosen = page.get_by_label("You are").locator("option:checked")
        await expect(chosen).to_have_text("Kofi")
        await page.unroute("**/view")
        await visitor.be("Mira")
        await expect(chosen).to_have_text("Mira")
