"""Somebody who uses the playground's page, by what they see and hear: names, labels, keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from playwright.async_api import Locator, Page, expect

from tests.web.browsers import Watched

SAID_ABOVE_THE_BOX = {"Edit": "Editing your message", "Reply": "Replying to"}


@dataclass
class Visitor:
    """On the page, once it shows the messages."""

    page: Page

    @classmethod
    async def on(cls, opened: Watched) -> Self:
        visitor = cls(opened.page)
        await expect(visitor.messages.last).to_be_visible()
        return visitor

    @property
    def messages(self) -> Locator:
        return self.page.locator("li.message")

    @property
    def box(self) -> Locator:
        """Where one writes."""
        return self.page.get_by_label("Message #")

    @property
    def channels(self) -> Locator:
        return self.page.get_by_role("navigation", name="Channels")

    @property
    def answer(self) -> Locator:
        """The last message that only this member sees."""
        return self.messages.filter(has_text="Only you can see this").last

    @property
    def tour(self) -> Locator:
        return self.page.get_by_role("region", name="A tour in five steps")

    def message(self, text: str) -> Locator:
        return self.messages.filter(has_text=text).last

    async def be(self, name: str) -> None:
        who = self.page.get_by_label("You are")
        await who.select_option(label=name)
        await expect(who).to_have_attribute("aria-busy", "false")

    async def go_to(self, channel: str) -> None:
        await self.channels.get_by_role("button", name=channel).click()
        await expect(self.page.get_by_role("heading", level=1)).to_have_text(channel)

    async def close_tour(self) -> None:
        await self.page.get_by_role("button", name="Close the tour").click()

    async def say(self, text: str) -> None:
        await self.box.fill(text)
        await self.box.press("Enter")
        await expect(self.box).to_have_value("")

    async def command(self, name: str, text: str = "") -> None:
        """Type a command in full, with the text of its first option, and send it."""
        await self.box.press_sequentially(f"/{name} ")
        if text:
            await self.page.keyboard.type(text)
            await self.page.keyboard.press("Escape")
        await self.page.get_by_role("button", name="Send").click()

    async def menu(self, message: Locator, item: str) -> None:
        """Choose from a message's menu; then the box is ready for what is written next."""
        await message.click(button="right", position={"x": 120, "y": 12})
        await self.page.get_by_role("menuitem", name=item, exact=True).click()
        if item in SAID_ABOVE_THE_BOX:
            await expect(self.page.get_by_text(SAID_ABOVE_THE_BOX[item])).to_be_visible()

    async def delete(self, message: Locator) -> None:
        """Choose it from the message's menu, and be sure."""
        await self.menu(message, "Delete")
        await self.page.get_by_role("alertdialog").get_by_role("button", name="Delete").click()

    async def press_long(self, message: Locator) -> None:
        """With a finger, until the menu is there."""
        await message.scroll_into_view_if_needed()
        box = await message.bounding_box()
        assert box is not None
        finger = await self.page.context.new_cdp_session(self.page)
        spot = {"x": box["x"] + 80, "y": box["y"] + 12}
        await finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [spot]})
        await expect(self.page.get_by_role("menu")).to_be_visible()
        await finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        await expect(self.page.get_by_role("menu")).to_be_visible()
