"""The playground's page on a phone, and for those who can't see it well."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from tests.web.browsers import PHONE, WIDE, Scheme, barriers, fits, watched
from tests.web.visitors import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


async def test_by_keyboard_one_skips_to_the_messages_or_to_where_one_writes(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Skip to the messages")).to_be_focused()
        await expect(page.get_by_role("link", name="Skip to the messages")).to_be_in_viewport()
        await page.keyboard.press("Tab")
        skip = page.get_by_role("button", name="Skip to where you write")
        await expect(skip).to_be_in_viewport()
        await page.keyboard.press("Enter")
        await expect(visitor.box).to_be_focused()
        await expect(skip).not_to_be_in_viewport()
        await page.keyboard.type("/digest set")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("button", name="Add only-if-unusual")).to_be_visible()
        await skip.press("Enter")
        here = page.locator("message-composer :focus")
        await expect(here).to_have_count(1)


async def test_text_grows_with_the_size_that_the_browser_is_set_to(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.say("How large is this?")
        said = visitor.message("How large is this?").locator(".rich").first
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        await expect(visitor.channels.get_by_role("button", name="gaming")).to_have_css(
            "font-size", "32px"
        )
        await expect(visitor.box).to_have_css("font-size", "32px")
        await expect(said).to_have_css("font-size", "32px")
        assert await fits(page)


async def test_a_phone_has_drawers_and_everything_fits(browser: Browser, playground: str) -> None:
    async with watched(browser, playground, PHONE, has_touch=True) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await page.get_by_role("button", name="Show channels").tap()
        await expect(page.get_by_role("button", name="Close").first).to_be_focused()
        assert await barriers(page) == []
        await visitor.channels.get_by_role("button", name="gaming").tap()
        await expect(page.get_by_role("heading", level=1)).to_have_text("gaming")
        await expect(page.get_by_role("button", name="support")).to_be_hidden()
        await page.get_by_role("button", name="Show members").tap()
        await expect(page.get_by_text("Kofi", exact=True).last).to_be_visible()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("button", name="Show members")).to_be_focused()
        await visitor.say("a" * 300)
        await expect(visitor.message("aaaa")).to_be_visible()
        assert await fits(page)
        await visitor.press_long(visitor.message("aaaa"))
        await page.get_by_role("menuitem", name="Apps").tap()
        await page.get_by_role("menuitem", name="Check sentiment").tap()
        await expect(visitor.answer).to_contain_text("aaaa")
        assert await fits(page)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
async def test_axe_finds_no_serious_barrier_in_light_or_dark(
    browser: Browser, playground: str, size: tuple[int, int]
) -> None:
    async with watched(browser, playground, size) as opened:
        visitor, page = await Visitor.on(opened), opened.page

        async def look() -> None:
            schemes: tuple[Scheme, ...] = ("light", "dark")
            for scheme in schemes:
                await page.emulate_media(color_scheme=scheme)
                assert await barriers(page) == [], scheme

        await visitor.command("sentiment now")
        await expect(visitor.answer).to_be_visible()
        await visitor.say("What a wonderful day, with `code` and <t:0:R>")
        await expect(page.locator("score-strip .score").last).to_be_visible()
        await look()
        await visitor.message("wonderful day").click(button="right", position={"x": 120, "y": 8})
        await expect(page.get_by_role("menu")).to_be_visible()
        await look()
        await page.keyboard.press("Escape")
        await visitor.box.press_sequentially("/sent")
        await expect(page.get_by_role("listbox")).to_be_visible()
        await look()
