"""What one can do with a message in the playground's page."""

from __future__ import annotations

import base64

import pytest
from playwright.async_api import Browser, FilePayload, expect

from tests.web.browsers import barriers, watched
from tests.web.visitors import Visitor

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgaGD4DwAChAGArQZ8tQAAAABJRU5ErkJggg=="
)

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


async def test_a_message_s_menu_is_used_by_keyboard(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Lars")
        await visitor.go_to("gaming")
        for text in ("I have a menu", "And so have I"):
            await visitor.say(text)
            await expect(visitor.message(text)).to_be_visible()
        upper = visitor.message("I have a menu")
        await visitor.message("And so have I").focus()
        await page.keyboard.press("ArrowUp")
        await expect(upper).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("menuitem", name="Add a reaction: 👍")).to_be_focused()
        await page.keyboard.press("ArrowUp")
        await page.keyboard.press("ArrowUp")
        await expect(page.get_by_role("menuitem", name="Apps")).to_be_focused()
        await page.keyboard.press("ArrowRight")
        await expect(page.get_by_role("menuitem", name="Check sentiment")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("menu")).to_have_count(0)
        await expect(upper).to_be_focused()


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
        answered = reply.get_by_role("button", name="In reply to Amara")
        await answered.press("Enter")
        focused = page.locator("li.message:focus")
        await expect(focused).to_contain_text("My lamp is broken")
        await expect(focused.locator("discord-reply")).to_have_count(0)

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
        await visitor.delete(visitor.message("Its data sheet"))
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


async def test_before_a_message_is_deleted_one_is_asked(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Yuki")
        await visitor.go_to("support")
        for text in ("I leave this", "I take this back"):
            await visitor.say(text)
            await expect(visitor.message(text).locator(".score")).to_be_visible()
        question, doubted = page.get_by_role("alertdialog"), visitor.message("I take this back")
        await doubted.focus()
        await page.keyboard.press("Enter")
        await page.keyboard.press("End")
        await page.keyboard.press("Enter")
        await expect(question).to_contain_text("Are you sure")
        await expect(question).to_contain_text("I take this back")
        assert await barriers(page) == []
        await page.keyboard.press("Escape")
        await expect(question).to_have_count(0)
        await expect(doubted).to_be_focused()

        await page.keyboard.press("Enter")
        await page.keyboard.press("End")
        await page.keyboard.press("Enter")
        await expect(question.get_by_role("button", name="Delete")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(doubted).to_have_count(0)
        await expect(visitor.message("I leave this")).to_be_focused()


@pytest.mark.parametrize("way", ["keyboard", "mouse"])
async def test_with_shift_a_message_is_deleted_at_once(
    browser: Browser, playground: str, way: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Yuki")
        await visitor.go_to("support")
        await visitor.say(f"Gone by {way}")
        gone = visitor.message(f"Gone by {way}")
        await gone.click(button="right", position={"x": 120, "y": 12})
        item = page.get_by_role("menuitem", name="Delete")
        if way == "mouse":
            await item.click(modifiers=["Shift"])
        else:
            await item.press("Shift+Enter")
        await expect(gone).to_have_count(0)
        await expect(page.get_by_role("alertdialog")).to_have_count(0)


async def test_who_leaves_nothing_of_a_message_is_asked_whether_it_goes(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Yuki")
        await visitor.go_to("support")
        await visitor.say("Nothing will be left")
        said, question = visitor.message("Nothing will be left"), page.get_by_role("alertdialog")
        await visitor.menu(said, "Edit")
        await visitor.box.fill("")
        await visitor.box.press("Enter")
        await question.get_by_role("button", name="Cancel").click()
        await expect(page.get_by_text("Editing your message")).to_be_visible()
        await visitor.box.press("Enter")
        await question.get_by_role("button", name="Delete").click()
        await expect(said).to_have_count(0)
        await expect(page.get_by_text("Editing your message")).to_have_count(0)
        await expect(visitor.box).to_be_focused()


async def test_a_picture_is_described_before_it_is_sent(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Priya")
        await visitor.go_to("support")
        files: list[FilePayload] = [
            {"name": "lamp.png", "mimeType": "image/png", "buffer": PNG},
            {"name": "lamp.txt", "mimeType": "text/plain", "buffer": b"watts"},
        ]
        await page.get_by_label("Attach a file").set_input_files(files)
        await expect(page.get_by_role("button", name="Add alt text: lamp.txt")).to_have_count(0)
        await page.get_by_role("button", name="Add alt text: lamp.png").press("Enter")
        form = page.get_by_role("dialog", name="Describe lamp.png")
        await expect(form.get_by_label("Description (alt text)")).to_be_focused()
        assert await barriers(page) == []
        await page.keyboard.type("A green lamp")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(form).to_have_count(0)
        await expect(page.get_by_role("button", name="Edit alt text: lamp.png")).to_be_focused()
        assert await barriers(page) == []
        await visitor.say("My lamp, and its data")
        sent = visitor.message("My lamp, and its data")
        await expect(sent.get_by_role("img", name="A green lamp")).to_be_visible()
        await sent.get_by_role("button", name="Show the picture's description").click()
        await expect(sent.locator("figcaption")).to_have_text("A green lamp")
        await expect(sent.get_by_role("link", name="lamp.txt")).to_be_visible()
