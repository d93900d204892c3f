"""Where one writes in the playground's page: what is begun is kept, and names are offered."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import Browser, Route, expect

from tests.web.browsers import PHONE, barriers, fits, watched
from tests.web.visitors import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


async def test_names_are_offered_while_one_types_them(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Priya")
        await visitor.go_to("support")
        names = page.get_by_role("listbox", name="Names")
        await visitor.box.press_sequentially("Thanks @")
        await expect(names.get_by_role("option", name="@Kofi")).to_be_visible()
        await expect(names.get_by_role("option", name="@Moderators")).to_have_count(0)
        await expect(names.get_by_role("option", name="@everyone")).to_have_count(0)
        active = await visitor.box.get_attribute("aria-activedescendant")
        await expect(page.locator(f"#{active}")).to_have_attribute("aria-selected", "true")
        assert await barriers(page) == []
        await page.keyboard.press("Escape")
        await expect(names).to_have_count(0)
        await expect(visitor.box).to_have_value("Thanks @")

        await page.keyboard.type("a")
        await expect(names.get_by_role("option").first).to_have_text("@Amara")
        await page.keyboard.press("ArrowDown")
        chosen = await names.get_by_role("option", selected=True).inner_text()
        await page.keyboard.press("Tab")
        await expect(visitor.box).to_be_focused()
        await expect(visitor.box).to_have_value(f"Thanks {chosen} ")
        await page.keyboard.type("see #ge")
        await page.keyboard.press("Enter")
        await page.keyboard.type(":la")
        await names.get_by_role("option", name=":lantern:").click()
        await page.keyboard.type("`@Kofi`")
        await expect(visitor.box).to_have_value(f"Thanks {chosen} see #general :lantern: `@Kofi`")
        await page.keyboard.press("Enter")
        sent = visitor.messages.last.locator(".rich")
        await expect(sent.locator("discord-mention")).to_contain_text([chosen[1:], "general"])
        await expect(sent.get_by_role("img", name=":lantern:")).to_be_visible()
        await expect(sent.locator("code")).to_have_text("@Kofi")

        await visitor.menu(visitor.messages.last, "Edit")
        await expect(visitor.box).to_have_value(f"Thanks {chosen} see #general :lantern: `@Kofi`")
        await page.keyboard.press("Escape")
        await expect(visitor.box).to_have_value("")


async def test_who_may_calls_on_roles_and_in_a_private_channel_only_on_who_is_there(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        options = page.get_by_role("listbox", name="Names").get_by_role("option")
        await visitor.go_to("moderators")
        await expect(page.get_by_role("complementary", name="Members")).not_to_contain_text("Kofi")
        await visitor.box.press_sequentially("@")
        names = [await each.locator(".choice").inner_text() for each in await options.all()]
        assert [each.split("\n")[0] for each in names] == [
            "@You",
            "@Mira",
            "@Barometer",
            "@everyone",
            "@here",
            "@Game night",
            "@Moderators",
        ]


async def test_what_is_written_outlives_escape(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.say("Who answers me?")
        await visitor.menu(visitor.message("Who answers me?"), "Reply")
        await visitor.box.fill("I was about to say")
        await visitor.box.press("Escape")
        await expect(page.get_by_text("Replying to")).to_have_count(0)
        await visitor.box.press("Escape")
        await expect(visitor.box).to_have_value("I was about to say")


async def test_what_is_written_outlives_a_reply_an_edit_and_another_channel(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Amara")
        await visitor.go_to("support")
        await visitor.say("The kettle hums")
        said, written = visitor.message("The kettle hums"), "I was about to say"
        await visitor.box.fill(written)
        await visitor.menu(said, "Reply")
        await expect(page.get_by_text("Replying to Amara")).to_be_visible()
        await expect(visitor.box).to_have_value(written)
        await page.get_by_role("button", name="Cancel").click()
        await expect(page.get_by_text("Replying to")).to_have_count(0)
        await expect(visitor.box).to_have_value(written)

        await visitor.menu(said, "Edit")
        await expect(visitor.box).to_have_value("The kettle hums")
        await visitor.box.press("Escape")
        await expect(visitor.box).to_have_value(written)
        await visitor.menu(said, "Edit")
        await visitor.box.fill("The kettle sings")
        await visitor.box.press("Enter")
        await expect(visitor.message("The kettle sings")).to_contain_text("(edited)")
        await expect(visitor.box).to_have_value(written)

        await visitor.go_to("gaming")
        await visitor.go_to("support")
        await visitor.box.press("Enter")
        await expect(visitor.message(written)).to_be_visible()
        await visitor.menu(visitor.message("The kettle sings"), "Edit")
        await visitor.go_to("gaming")
        await visitor.go_to("support")
        await expect(visitor.box).to_have_value("")


async def test_what_was_not_sent_comes_back_before_what_was_begun_since(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        refuse = asyncio.Event()

        async def refused(route: Route) -> None:
            if route.request.method != "POST":
                await route.fallback()
                return
            await refuse.wait()
            await route.abort()

        await page.route("**/messages*", refused)
        await visitor.say("This is not sent")
        await visitor.box.fill("and I write on")
        refuse.set()
        await expect(visitor.box).to_have_value("This is not sent\nand I write on")


async def test_what_is_begun_waits_in_its_channel_for_who_began_it(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor = await Visitor.on(opened)
        await visitor.be("Kofi")
        await visitor.box.fill("I have not sent this")
        await visitor.go_to("gaming")
        await expect(visitor.box).to_have_value("")
        await visitor.go_to("general")
        await expect(visitor.box).to_have_value("I have not sent this")
        await visitor.be("Mira")
        await expect(visitor.box).to_have_value("")
        await visitor.be("Kofi")
        await expect(visitor.box).to_have_value("I have not sent this")


async def test_everybody_calls_on_a_role_that_is_there_to_be_called_on(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Lars")
        await visitor.go_to("gaming")
        await visitor.box.press_sequentially("Tonight? @game")
        names = page.get_by_role("listbox", name="Names").get_by_role("option")
        await expect(names).to_have_count(1)
        await expect(names).to_contain_text("@Game night")
        await page.keyboard.press("Enter")
        await page.keyboard.type("and @Moderators")
        async with page.expect_response("**/messages") as told:
            await page.keyboard.press("Enter")
        sent = await (await told.value).json()
        assert len(sent["mention_roles"]) == 1
        drawn = visitor.message("Tonight?").locator("discord-mention")
        await expect(drawn).to_have_count(1)
        await expect(drawn).to_contain_text("Game night")


async def test_the_box_grows_with_what_is_written_on_a_phone(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground, PHONE) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.close_tour()
        await visitor.box.fill("short")
        low = await visitor.box.bounding_box()
        await visitor.box.fill("This line is far too long for a phone. " * 3)
        high = await visitor.box.bounding_box()
        assert low is not None
        assert high is not None
        assert high["height"] > 2 * low["height"]
        await visitor.box.fill("and on and on\n" * 60)
        await expect(visitor.messages.last).to_be_in_viewport()
        assert await fits(page)


async def test_a_file_is_dropped_on_the_page(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Kofi")
        dropped = await page.evaluate_handle(
            """() => {
                const dropped = new DataTransfer();
                dropped.items.add(new File(["watts"], "lamp.txt"));
                return dropped;
            }"""
        )
        goes_on = """(dropped) => document.querySelector("ol.messages").dispatchEvent(
            new DragEvent("dragover", {dataTransfer: dropped, bubbles: true, cancelable: true}))"""
        assert not await page.evaluate(goes_on, dropped), "the browser would leave the page"
        await visitor.messages.last.dispatch_event("drop", {"dataTransfer": dropped})
        files = page.get_by_role("list", name="Attached files").get_by_role("listitem")
        await expect(files).to_contain_text("lamp.txt 5 bytes")
        await expect(visitor.box).to_be_focused()
        await page.get_by_role("button", name="Remove lamp.txt").press("Enter")
        await expect(files).to_have_count(0)
        await expect(visitor.box).to_be_focused()
