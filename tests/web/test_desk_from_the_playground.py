"""From the playground to the desk: the bot gives whoever is there a link that they can follow."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from tests.web.browsers import watched
from tests.web.visitors import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")  # one browser for all of them


@pytest.mark.parametrize(
    ("name", "view"), [("You", "Overview"), ("Mira", "Overview"), ("Kofi", "Over time")]
)
async def test_everybody_in_the_playground_gets_to_their_own_view(
    browser: Browser, playground: str, name: str, view: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor = await Visitor.on(opened)
        await visitor.be(name)
        await visitor.command("sentiment open")
        link = visitor.answer.get_by_role("link", name="Open in a browser")
        address = await link.get_attribute("href")
        assert address is not None
        desk = await opened.page.context.new_page()
        await desk.goto(address)
        await desk.get_by_role("button", name="Open").click()
        here = desk.get_by_role("navigation").locator("[aria-current=page]")
        await expect(here).to_have_text(view)
        await expect(desk.locator("header")).to_contain_text(name)
        # Others who are the same person in this playground look for answers that nobody else sees.
        await visitor.answer.get_by_role("button", name="Dismiss").click()
        await expect(link).to_have_count(0)
