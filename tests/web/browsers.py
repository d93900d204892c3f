"""The browser that the pages are tried in, and what a page must never do while somebody uses it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, Request, async_playwright, expect

from scripts.test import NO_BROWSER as NONE
from scripts.test import browser as program

__all__ = ["NONE", "program"]

WIDE, PHONE = (1280, 800), (360, 740)
MILLISECONDS = 120_000  # for whatever is waited for: other tests run beside

Scheme = Literal["light", "dark"]

expect.set_options(timeout=MILLISECONDS)


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        # As root, as in a container, Chromium starts only without its sandbox.
        browser = await playwright.chromium.launch(
            executable_path=program(), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        await browser.close()


@dataclass
class Watched:
    """A page, and what went wrong on it: errors, refusals of its security policy, and requests
    that left its own origin."""

    page: Page
    url: str
    problems: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("request", self._see)
        self.page.on(
            "console",
            lambda said: self._hear(said.text) if said.type == "error" else None,
        )

    def _hear(self, text: str) -> None:
        # A refusal that the page shows in words is also logged by the browser.
        if not text.startswith("Failed to load resource"):
            self.problems.append(f"console: {text}")

    def _see(self, request: Request) -> None:
        own = (self.url, "data:", "blob:")
        if not request.url.startswith(own):
            self.problems.append(f"elsewhere: {request.url}")


@asynccontextmanager
async def watched(
    browser: Browser,
    url: str,
    size: tuple[int, int] = WIDE,
    scheme: Scheme = "dark",
    **options: Any,
) -> AsyncIterator[Watched]:
    """A fresh browser's page at the address. Fails at the end if anything went wrong on it."""
    width, height = size
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
        **options,
    )
    page = await context.new_page()
    page.set_default_timeout(MILLISECONDS)
    opened = Watched(page, url)
    opened.watch()
    await page.goto(url)
    yield opened
    await context.close()
    assert opened.problems == [], opened.problems


async def barriers(page: Page) -> list[str]:
    """What axe calls a serious or critical barrier for people, each with where it is."""
    found = await Axe().run(page)
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found.response["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


async def fits(page: Page) -> bool:
    """Whether nothing sticks out at the side."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
