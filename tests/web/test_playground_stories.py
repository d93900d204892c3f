"""What people come to the playground's page for, from beginning to end, with the real bot."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from tests.web.browsers import PHONE, watched
from tests.web.visitors import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


async def test_a_newcomer_s_first_two_minutes(browser: Browser, playground: str) -> None:
    """They write, see how it sounds, ask the bot by keyboard alone, and look at the chart."""
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await expect(visitor.tour).to_contain_text("An evening goes wrong")
        await expect(page.locator("score-strip .score").last).to_be_in_viewport()
        await visitor.say("I love this server, you are all **wonderful**")
        mine = visitor.message("I love this server")
        await expect(mine.locator("strong")).to_have_text("wonderful")
        await expect(mine.locator("score-strip")).to_contain_text("Positive")
        await expect(mine.locator("score-strip")).to_contain_text("love, wonderful")

        await visitor.box.press_sequentially("/trend")
        offered = page.get_by_role("listbox", name="Commands").get_by_role("option")
        await expect(offered.first).to_contain_text("/sentiment trend")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="Add period").press("Enter")
        await page.keyboard.type("30 d")
        periods = page.get_by_role("listbox", name="Choices for period").get_by_role("option")
        await expect(periods).to_have_count(1)
        await page.keyboard.press("Enter")
        await page.keyboard.press("Enter")
        chart = visitor.answer.get_by_role("img", name="Mood")
        await expect(chart).to_be_visible()
        described = await chart.get_attribute("alt")
        assert described
        await visitor.answer.get_by_role("button", name="Show the picture's description").click()
        await expect(visitor.answer.locator("figcaption")).to_have_text(described)
        await visitor.answer.get_by_role("button", name="Dismiss").press("Enter")
        await expect(visitor.messages.filter(has=page.locator("figure"))).to_have_count(0)
        await expect(visitor.messages.last).to_be_focused()


async def test_a_moderator_s_morning_from_the_alert_to_its_messages_to_over(
    browser: Browser, quick_evening: str
) -> None:
    async with watched(browser, quick_evening) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Mira")
        await page.get_by_role("button", name="Play an evening").click()
        await expect(page.get_by_role("button", name="Playing…")).to_be_disabled()
        negative = page.locator("score-strip").filter(has_text="Negative")
        await expect(negative.first).to_be_attached()
        unread = page.get_by_role("button", name="moderators, private, unread")
        await expect(unread).to_be_visible()
        await visitor.go_to("moderators")
        alert = visitor.messages.filter(has_text="Unusually negative in #general").first
        await alert.get_by_role("button", name="Open").click()
        await expect(visitor.answer).to_contain_text("sounded negative")
        await visitor.answer.get_by_role("button", name="Which messages?").click()
        await expect(visitor.answer.get_by_role("link").first).to_be_visible()
        await visitor.answer.get_by_role("link").first.click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("general")
        await expect(page.locator("li.message:focus")).to_be_in_viewport()

        await visitor.go_to("moderators")
        await expect(visitor.message("as usual again")).to_be_visible()
        # Thirty messages after a quarrel make it sure: the evening ends with more.
        await expect(page.get_by_role("button", name="Play an evening")).to_be_visible()
        await alert.get_by_role("button", name="Open").click()
        await visitor.answer.get_by_role("button", name="Is it over?").click()
        verdict = visitor.answer.get_by_role("heading").first
        await expect(verdict).to_have_text("Yes, it seems over")
        await expect(verdict).to_be_in_viewport()


async def test_the_tour_leads_from_the_quarrel_to_the_opt_out_by_clicks_alone(
    browser: Browser, quick_evening: str
) -> None:
    async with watched(browser, quick_evening, PHONE) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        step = visitor.tour.locator(".tour-act")
        await visitor.tour.get_by_role("button", name="Next").click()
        await expect(step).to_have_text("First, let them quarrel (step 1)")
        await visitor.tour.get_by_role("button", name="Back").click()
        await step.click()
        await expect(visitor.tour).to_contain_text("The bot notices")
        await step.click()  # it can be clicked once the alert is there
        await expect(page.get_by_role("heading", level=1)).to_have_text("moderators")
        for said in ("Ask which messages", "Ask if it's over"):
            await expect(step).to_have_text(said)
            await expect(visitor.messages.last).to_be_visible()
            await step.click()
        again = step.filter(has_text="Ask again")
        out = step.filter(has_text="Opt out as Tomasz")
        await expect(again.or_(out)).to_be_enabled()
        if await again.count():  # it was asked before they had made up
            await again.click()
        await expect(visitor.answer.get_by_role("heading").first).to_have_text("Yes, it seems over")
        await expect(out).to_be_visible()
        await step.click()
        await expect(visitor.answer).to_contain_text("stopped counting you")
        covered = await page.evaluate(
            """() => {
                const tour = document.querySelector(".tour").getBoundingClientRect();
                return tour.bottom > document.querySelector(".scroll").getBoundingClientRect().top;
            }"""
        )
        assert not covered, "the tour stands above what it talks of"
        await expect(visitor.tour).to_contain_text("That was the tour")
        await expect(step).to_be_focused()
        await page.get_by_role("button", name="Look around yourself").click()
        await expect(page.get_by_label("You are").locator("option:checked")).to_have_text("You")
        await expect(visitor.tour).to_have_count(0)
        await page.reload()
        await expect(visitor.messages.last).to_be_visible()
        await expect(visitor.tour).to_have_count(0)


async def test_who_takes_the_tour_again_comes_to_its_end(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Tomasz")
        await visitor.command("sentiment privacy opt-out")
        await visitor.answer.get_by_role("button", name="Yes, erase").click()
        await expect(visitor.answer).to_contain_text("stopped counting you")
        for _ in range(4):
            await visitor.tour.get_by_role("button", name="Next").click()
        await visitor.tour.get_by_role("button", name="Opt out as Tomasz").click()
        await expect(visitor.tour).to_contain_text("That was the tour")
        await expect(visitor.answer).to_contain_text("already opted out")
        await visitor.command("sentiment privacy opt-in")
        await expect(visitor.answer).not_to_contain_text("opted out")
        await page.get_by_role("button", name="Look around yourself").click()


async def test_a_member_opts_out_and_in_again(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor = await Visitor.on(opened)
        await visitor.be("Lars")
        await visitor.command("sentiment privacy opt-out")
        await expect(visitor.answer).to_contain_text("Are you sure?")
        await visitor.answer.get_by_role("button", name="Yes, erase").click()
        await expect(visitor.answer).to_contain_text("stopped counting you")
        await expect(visitor.answer.get_by_role("button", name="Yes, erase")).to_have_count(0)
        await visitor.command("sentiment privacy opt-in")
        await expect(visitor.answer).to_contain_text("count")
