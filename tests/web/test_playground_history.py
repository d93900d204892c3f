"""Reading back in the playground's page: links to messages, older ones and newer ones."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from tests.web.browsers import barriers, watched
from tests.web.visitors import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


async def test_links_lead_to_messages_that_one_may_see(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        start = await (await page.request.get(f"{opened.url}/api/start")).json()
        server, tour = start["server"]["id"], start["tour"]
        here = f"https://discord.com/channels/{server}"
        await visitor.be("Kofi")
        await visitor.go_to("gaming")
        await visitor.say(f"{here}/{tour['moderators']}/1 {here}/{tour['channel']}/1")
        # Its score comes beside it, and moves what is pressed meanwhile.
        await expect(visitor.messages.last).to_contain_text("I can't tell")
        hidden, gone = await visitor.messages.last.get_by_role("link").all()
        await hidden.click()
        complaint = page.get_by_role("alert").first
        await expect(complaint).to_contain_text("no such channel")
        await expect(page.get_by_role("heading", level=1)).to_have_text("gaming")
        await gone.click()
        await expect(complaint).to_contain_text("That message is gone")


async def test_a_link_leads_however_far_back_and_from_there_one_reads_on_or_returns(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        start = await (await page.request.get(f"{opened.url}/api/start")).json()
        general = start["tour"]["channel"]
        messages = f"{opened.url}/api/as/{start['you']}/channels/{general}/messages"
        (first,) = await (await page.request.get(f"{messages}?limit=1&after=0")).json()
        await visitor.be("Lars")
        await visitor.go_to("gaming")
        await visitor.say(
            f"https://discord.com/channels/{start['server']['id']}/{general}/{first['id']}"
        )
        await expect(visitor.messages.last).to_contain_text("I can't tell")
        await visitor.messages.last.get_by_role("link").click()
        there = page.locator(f"#message-{first['id']}")
        await expect(there).to_be_focused()
        await expect(there).to_be_in_viewport()
        await expect(page.get_by_role("button", name="Show older messages")).to_have_count(0)
        await expect(page.get_by_text("You're looking at older messages")).to_be_visible()
        assert await barriers(page) == []

        shown = await visitor.messages.count()
        last = await visitor.messages.last.get_attribute("id")
        await page.get_by_role("button", name="Show newer messages").press("Enter")
        await expect(page.locator(f"#{last} ~ li.message:focus")).to_be_in_viewport()
        assert await visitor.messages.count() == shown + 50

        await visitor.say("I read all of it")
        await expect(visitor.messages.last).to_contain_text("I read all of it")
        await expect(visitor.messages.last).to_be_in_viewport()
        await expect(page.get_by_text("You're looking at older messages")).to_have_count(0)
        await expect(there).to_have_count(0)


async def test_from_what_was_said_earlier_one_jumps_to_what_is_said_now(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as ours, watched(browser, playground) as theirs:
        amara, diego = await Visitor.on(ours), await Visitor.on(theirs)
        await amara.be("Amara")
        await diego.be("Diego")
        start = await (await ours.page.request.get(f"{ours.url}/api/start")).json()
        general = start["tour"]["channel"]
        messages = f"{ours.url}/api/as/{start['you']}/channels/{general}/messages"
        (first,) = await (await ours.page.request.get(f"{messages}?limit=1&after=0")).json()
        await amara.say(
            f"https://discord.com/channels/{start['server']['id']}/{general}/{first['id']}"
        )
        await amara.messages.last.get_by_role("link").press("Enter")
        await expect(ours.page.locator(f"#message-{first['id']}")).to_be_focused()
        await diego.say("Meanwhile I cook")
        await diego.say("And it is ready")
        await expect(diego.message("And it is ready")).to_be_visible()
        await expect(amara.message("Meanwhile I cook")).to_have_count(0)
        await ours.page.get_by_role("button", name="Jump to the newest").press("Enter")
        await expect(amara.message("And it is ready")).to_be_in_viewport()
        await expect(amara.messages.last).to_be_focused()
        await expect(amara.message("Meanwhile I cook")).to_be_visible()
