"""How the playground's page draws what people write, and the time of it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, Route, expect

from tests.web.browsers import watched
from tests.web.visitors import Visitor

BERLIN = ZoneInfo("Europe/Berlin")

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


async def test_what_people_write_is_text_and_never_html(browser: Browser, playground: str) -> None:
    evil = "<img src=x onerror=\"document.title='owned'\"><b>bold</b> [a](javascript:alert(1))"
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await page.evaluate(
            "document.addEventListener('securitypolicyviolation', "
            "(seen) => (window.refused = seen.violatedDirective))"
        )
        await visitor.be("Diego")
        await visitor.say(evil)
        mine = visitor.message("onerror")
        await expect(mine.locator(".rich")).to_have_text(evil)
        await expect(mine.locator("img[src=x], b, a")).to_have_count(0)
        await visitor.menu(mine, "Apps")
        await page.get_by_role("menuitem", name="Check sentiment").click()
        await expect(visitor.answer).to_contain_text("onerror")
        await expect(visitor.answer.locator("img[src=x]")).to_have_count(0)
        assert "owned" not in await page.title()
        assert await page.evaluate("window.refused ?? null") is None


async def test_discord_s_markdown_is_drawn_and_what_only_looks_like_it_is_not(
    browser: Browser, playground: str
) -> None:
    lines = (
        "**bold *both*** __under__ ~~gone~~ `a*b*` snake_case_name \\*stars\\*",
        "||the end|| :lantern: <t:0:d> @everyone [shop](https://shop.example) [x](data:text/html)",
        "> said",
        "# Head",
        "- one",
        "```py\n**code**\n```",
    )
    async with watched(browser, playground) as opened:
        visitor = await Visitor.on(opened)
        await visitor.be("Yuki")
        await visitor.go_to("gaming")
        await visitor.say("\n".join(lines))
        drawn = visitor.message("snake_case_name").locator(".rich").first
        await expect(drawn.locator("strong").first).to_have_text("bold both")
        for mark, text in (("u", "under"), ("s", "gone"), ("code >> nth=0", "a*b*")):
            await expect(drawn.locator(mark)).to_have_text(text)
        await expect(drawn).to_contain_text("snake_case_name *stars*")
        await expect(drawn).to_contain_text("[x](data:text/html)")
        await expect(drawn.get_by_role("link")).to_have_count(1)
        await expect(drawn.get_by_role("img", name=":lantern:")).to_be_visible()
        await expect(drawn.locator("time")).to_have_text("01/01/1970")
        await expect(drawn.locator("blockquote")).to_have_text("said")
        await expect(drawn.locator("pre")).to_have_text("**code**")
        await expect(drawn.get_by_text("the end")).to_be_hidden()
        await drawn.get_by_role("button", name="Spoiler").click()
        await expect(drawn.get_by_text("the end")).to_be_visible()


async def test_yesterday_is_a_day_of_the_calendar_also_when_the_clocks_change(
    browser: Browser, playground: str
) -> None:
    monday_noon = datetime(2027, 3, 29, 12, tzinfo=BERLIN)  # on Sunday the clocks went forward
    said = {
        datetime(2027, 3, 27, 23, 30, tzinfo=BERLIN): "27 Mar 2027 23:30",
        datetime(2027, 3, 28, 0, 30, tzinfo=BERLIN): "Yesterday at 00:30",
        datetime(2027, 3, 28, 23, 30, tzinfo=BERLIN): "Yesterday at 23:30",
        datetime(2027, 3, 29, 0, 30, tzinfo=BERLIN): "Today at 00:30",
    }

    async def at_these_times(route: Route) -> None:
        newest_first = (await (await route.fetch()).json())[: len(said)]
        for message, moment in zip(newest_first, reversed(said), strict=True):
            message["timestamp"] = moment.isoformat()
        await route.fulfill(json=newest_first)

    async with watched(browser, playground, timezone_id=str(BERLIN)) as opened:
        page = opened.page
        await page.clock.set_fixed_time(monday_noon)
        await page.route("**/messages?*", at_these_times)
        await page.reload()
        for shown in said.values():
            await expect(page.get_by_text(shown, exact=True)).to_be_visible()
