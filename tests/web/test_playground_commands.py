"""The bot's commands, selects and forms in the playground's page."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from tests.web.browsers import barriers, watched
from tests.web.visitors import Visitor

TYPED_TOGETHER = 900  # milliseconds after which a space chooses, and is no more of a name

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


async def test_what_is_neither_yes_nor_no_is_not_taken_for_a_no(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.box.press_sequentially("/digest set")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="Add only-if-unusual").click()
        await page.keyboard.type("perhaps")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("alert").first).to_contain_text("either true or false")
        refused = page.get_by_role("combobox", name="only-if-unusual")
        await expect(refused).to_have_value("perhaps")
        await expect(refused).to_be_focused()
        await page.get_by_role("button", name="Cancel").press("Enter")
        await visitor.say("Then not")
        await expect(page.get_by_role("alert").filter(has_text="either")).to_have_count(0)


async def test_an_option_that_is_emptied_and_deleted_once_more_goes_again(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.box.press_sequentially("/sentiment trend ")
        first = page.get_by_role("combobox", name="channel")
        second = page.get_by_role("combobox", name="period")
        await expect(first).to_be_focused()
        await page.get_by_role("button", name="Add period").click()
        await expect(second).to_be_focused()
        await page.keyboard.type("x")
        await page.keyboard.press("Backspace")
        await expect(second).to_be_focused()
        await page.keyboard.press("Backspace")
        await expect(second).to_have_count(0)
        await expect(first).to_be_focused()
        await page.keyboard.press("Backspace")
        await expect(visitor.box).to_be_focused()


async def test_settings_are_chosen_and_forms_filled_by_keyboard(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.go_to("support")  # what only one sees stays there for others who are "You"
        await visitor.command("sentiment settings")
        pages = visitor.answer.get_by_role("button", name="Page").first
        await pages.focus()
        await page.keyboard.press("ArrowDown")
        await expect(page.get_by_role("listbox")).to_be_focused()
        await page.keyboard.type("How long")
        await page.keyboard.press("Enter")
        kept = visitor.answer.get_by_role("button", name="How long I keep things", exact=True)
        await expect(kept).to_be_visible()
        await kept.press("Enter")
        form = page.get_by_role("dialog")
        await expect(form).to_be_visible()
        first = form.get_by_role("textbox").first
        await expect(first).to_be_focused()
        assert await barriers(page) == []
        await first.fill("a very long time")
        await form.get_by_role("button", name="Submit").press("Enter")
        await expect(form.or_(visitor.answer).filter(has_text="number").first).to_be_visible()


async def test_channels_are_picked_and_let_go_by_keyboard_and_mouse(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.go_to("support")  # what only one sees stays there for others who are "You"
        await visitor.command("sentiment settings")
        await visitor.answer.get_by_role("button", name="Page").press("ArrowDown")
        await page.keyboard.type("What I leave out")
        await page.keyboard.press("Enter")
        described = visitor.answer.locator("discord-embed")
        await expect(described.get_by_role("button", name="moderators")).to_be_visible()
        await visitor.answer.get_by_role("button", name="Leave out a channel").press("ArrowDown")
        await page.keyboard.type("gaming")
        await page.wait_for_timeout(TYPED_TOGETHER)
        await page.keyboard.press(" ")
        await page.keyboard.press("Escape")
        await expect(described.get_by_role("button", name="gaming")).to_be_visible()

        await visitor.answer.get_by_role("button", name="Count again").click()
        await page.get_by_role("option", name="#gaming").click()
        await page.get_by_role("button", name="Done").click()
        await expect(described.get_by_role("button", name="gaming")).to_have_count(0)
