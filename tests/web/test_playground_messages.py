"""What one can do with a message in the playground's page."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from tests.web.browsers import watched
from tests.web.visitors import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


async def test_a_message_s_menu_is_used_by_keyboard(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.messages.last.focus()
        await page.keyboard.press("ArrowUp")
        await expect(visitor.messages.nth(-2)).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("menuitem", name="Add a reaction: 👍")).to_be_focused()
        await page.keyboard.press("ArrowUp")
        await page.keyboard.press("ArrowUp")
        await expect(page.get_by_role("menuitem", name="Apps")).to_be_focused()
        await page.keyboard.press("ArrowRight")
        await expect(page.get_by_role("menuitem", name="Check sentiment")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("menu")).to_have_count(0)
        await expect(visitor.messages.nth(-2)).to_be_focused()


async def test_write_reply_edit_react_open_a_thread_attach_and_delete(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Amara")
        await visitor.go_to("support")
        await visitor.say("My lamp is broken")
        first = visitor.message("My lamp is broken")
        await visitor.menu(first, "Reply")
        await expect(page.get_by_text("Replying to Amara")).to_be_visible()
        await visitor.say("It glows again")
        reply = visitor.message("It glows again")
        await expect(reply.locator("discord-reply")).to_contain_text("My lamp is broken")

        await visitor.menu(reply, "Edit")
        await expect(visitor.box).to_have_value("It glows again")
        await visitor.say("It glows brightly again")
        await expect(visitor.message("It glows brightly")).to_contain_text("(edited)")

        await visitor.say("@kofi, look, and mail me@kofi.example")
        called = visitor.message("look, and mail").locator(".rich")
        await expect(called.locator("discord-mention")).to_have_count(1)
        await expect(called.locator("discord-mention")).to_contain_text("Kofi")
        await expect(called).to_contain_text("me@kofi.example")

        await visitor.menu(first, "Add a reaction: 👍")
        mine = page.get_by_role("button", name="👍, 1 reaction, yours among them")
        await expect(mine).to_be_visible()
        await mine.click()
        await expect(mine).to_have_count(0)

        await page.get_by_label("Attach a file").set_input_files(
            {"name": "lamp.txt", "mimeType": "text/plain", "buffer": b"watts"}
        )
        await visitor.say("Its data sheet")
        await expect(visitor.message("Its data sheet").get_by_role("link")).to_contain_text(
            "lamp.txt"
        )
        await visitor.menu(visitor.message("Its data sheet"), "Delete")
        await expect(visitor.messages.filter(has_text="Its data sheet")).to_have_count(0)

        await page.get_by_label("Attach a file").set_input_files(
            {"name": "lamp.png", "mimeType": "image/png", "buffer": b"no picture at all"}
        )
        await visitor.say("And how it looks")
        drawn = visitor.message("And how it looks")
        await expect(drawn.get_by_role("link")).to_contain_text("lamp.png")
        await expect(drawn.locator("figure")).to_have_count(0)

        await visitor.menu(visitor.message("It glows brightly"), "Start a thread")
        await page.get_by_label("Name of the thread").fill("lamps")
        await page.get_by_role("button", name="Create").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("lamps")
        await expect(visitor.box).to_be_focused()
        began = visitor.messages.first
        await expect(began).to_contain_text("It glows brightly again")
        await expect(began.locator("score-strip")).to_contain_text("Positive")
        await visitor.menu(began, "Go to the message")
        await expect(page.get_by_role("heading", level=1)).to_have_text("support")
        reply = visitor.message("It glows brightly")
        await expect(reply).to_be_focused()
        await visitor.menu(reply, "Edit")
        await visitor.say("It glows no more")
        await visitor.go_to("lamps")
        await expect(began).to_contain_text("It glows no more")
        await visitor.go_to("support")
        await (
            visitor.message("It glows no more").get_by_role("button", name="Thread: lamps").click()
        )
        await expect(page.get_by_role("heading", level=1)).to_have_text("lamps")
