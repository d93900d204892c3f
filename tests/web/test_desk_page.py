"""The desk in a browser, over real sockets: the bot with the sample server, its page, and Chromium.

What is shown is checked against what was really said there, and against the rules of the commands.
"""

from __future__ import annotations

import asyncio
import csv
import io
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import discord
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, Route, expect

import storage
from bot.web import membership, sessions
from playground import conversation, sample
from playground.server import LoopbackDiscord
from playground.world.entities import Role, User
from playground.world.permissions import Permission
from tests.running_bot import running
from tests.test_desk_end_to_end import DAY, QUARREL, Room, plainly, talk
from tests.web import browsers
from tests.web.browsers import PHONE, Scheme, Watched

MODERATORS_VIEWS = (
    "Overview",
    "Over time",
    "Compare",
    "Channels",
    "Hours of the week",
    "Coverage",
    "Notes",
    "My data",
)
MEMBERS_VIEWS = ("Over time", "Compare", "Channels", "My data")
RIGHTS_SECONDS = 0.2  # instead of 30
ZONE = ZoneInfo("Europe/Berlin")  # the server's

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    if browsers.program() is None:
        pytest.skip(browsers.NONE)
    async with browsers.launched() as launched:
        yield launched


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def room(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    """The sample server with thirty days of talk, and the bot that serves its page.

    One for all tests: each leaves people's roles and languages as they were.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
        websocket = discord.gateway.DiscordWebSocket
        patch.setattr(websocket, "DEFAULT_GATEWAY", websocket.DEFAULT_GATEWAY)
        patch.setattr(membership, "FRESH_SECONDS", RIGHTS_SECONDS)
        server = LoopbackDiscord()
        place = sample.build(server, conversation.read())
        moderators = moderators_of(place)
        moderators.permissions = Permission.MODERATE_MEMBERS
        async with server:
            patch.setenv("DISCORD_TOKEN", server.token)
            patch.setenv("DISCORD_API_URL", server.url)
            database = tmp_path_factory.mktemp("desk") / "moods.sqlite3"
            patch.setenv("BAROMETER_DATABASE", str(database))
            async with storage.open(database, now=datetime.now(UTC)) as store:
                zone = partial(replace, time_zone=str(ZONE))
                await store.settings.change(place.guild.id, zone)
            patch.setenv("BAROMETER_WEB", "127.0.0.1:0")
            morning = datetime.now(UTC).replace(hour=8, minute=35, second=0, microsecond=0)
            until = morning if morning < datetime.now(UTC) else morning - DAY
            there = Room(server, place, [], place.people["mira"], until)
            async with running(server):
                await talk(there)
                await publish(there)
                yield there


def moderators_of(place: sample.Sample) -> Role:
    (role,) = (each for each in place.guild.roles.values() if each.name == "Moderators")
    return role


async def publish(room: Room) -> None:
    """Have the past read, so that its days are told to everybody."""
    reading = await room.ask(room.sample.you, "/sentiment backfill days:30")
    async with asyncio.timeout(60):
        while room.discord.look_again(reading).embeds[0]["title"] != "Done":  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def link_for(room: Room, who: User) -> str:
    """The address behind the button that the command answers with, to this person alone."""
    reply = await room.ask(who, "/sentiment open")
    assert reply.ephemeral
    (url,) = (
        button["url"] for row in reply.components for button in row["components"] if "url" in button
    )
    assert isinstance(url, str)
    return url


@asynccontextmanager
async def opened(
    browser: Browser,
    url: str,
    size: tuple[int, int] = browsers.WIDE,
    scheme: Scheme = "dark",
    locale: str = "en-GB",
) -> AsyncIterator[Page]:
    """A browser at the link's page; fails if anything there goes wrong or leads elsewhere."""
    origin = re.match(r"https?://[^/]+", url)
    assert origin is not None
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale=locale,
    )
    page = await context.new_page()
    page.set_default_timeout(browsers.MILLISECONDS)
    watched = Watched(page, origin[0])
    watched.watch()
    await page.goto(url)
    yield page
    await context.close()
    assert watched.problems == []


@asynccontextmanager
async def entered(
    browser: Browser, room: Room, who: User, size: tuple[int, int] = browsers.WIDE
) -> AsyncIterator[Page]:
    """Somebody's browser, once they have pressed the link's button and see their first view."""
    async with opened(browser, await link_for(room, who), size) as page:
        await page.get_by_role("button").click()
        await expect(page.get_by_role("heading", level=2)).to_be_visible()
        yield page


async def go(page: Page, view: str) -> None:
    """To a view by its name in the navigation, until it is there."""
    link = page.get_by_role("navigation").get_by_role("link", name=view, exact=True)
    await link.click()
    await expect(link).to_have_attribute("aria-current", "page")
    await settled(page)


async def settled(page: Page) -> None:
    await expect(page.locator("main[aria-busy=false] h2")).to_be_visible()


async def views(page: Page) -> tuple[str, ...]:
    return tuple(await page.get_by_role("navigation").get_by_role("link").all_inner_texts())


async def half_a_minute_passes(page: Page) -> None:
    """On the page; and for the bot, which asks Discord again by then."""
    await asyncio.sleep(RIGHTS_SECONDS)
    await page.clock.fast_forward(31_000)


async def test_a_moderators_morning_from_what_is_unusual_to_is_it_over(
    room: Room, browser: Browser
) -> None:
    heated = [message.content for message in room.heated("general", QUARREL)]
    async with entered(browser, room, room.mira) as page:
        assert await views(page) == MODERATORS_VIEWS
        await expect(page.locator("main")).to_contain_text("Nothing unusual in")
        assert await page.locator(".episode").count() == 0

        await page.get_by_label("Period").select_option("Last 7 days")
        title = page.get_by_role("heading", level=2)
        await expect(title).to_contain_text("unusually negative")
        assert "#general" in await title.inner_text()
        worst = page.locator(".episode", has_text="#general")
        figures = re.search(
            r"(\d+) of (\d+) messages negative; usually \d+%", await worst.inner_text()
        )
        assert figures is not None
        assert int(figures[1]) > int(figures[2]) / 2
        assert abs(int(figures[2]) - len(heated)) <= len(heated) / 4

        morning = page.url
        await worst.get_by_role("link", name="Which messages?").click()
        await expect(page.locator("main")).to_contain_text("Yes, it seems over")
        shown = await page.locator("blockquote").all_inner_texts()
        said = {plainly(each) for each in heated}
        assert sum(plainly(each) in said for each in shown) >= 5
        await expect(page.locator(".message.turned")).to_have_count(1)
        said_then = {
            (each.content, each.created_at.astimezone(ZONE).strftime("%H:%M"))
            for each in room.heated("general", QUARREL)
        }
        assert await clock_of(page.locator(".message.turned")) in said_then
        jump = await page.locator(".message.turned a").get_attribute("href")
        general = room.sample.places["general"]
        there = f"https://discord.com/channels/{room.sample.guild.id}/{general.id}/"
        assert jump is not None
        assert jump.startswith(there)
        await expect(page.locator("main")).to_contain_text("people wrote in #general")
        assert await page.evaluate("document.activeElement.tagName") == "H2"

        await page.reload()
        await expect(page.locator(".message.turned")).to_have_count(1)
        await page.go_back()
        await expect(title).to_contain_text("unusually negative")
        assert page.url == morning


async def clock_of(message: Locator) -> tuple[str, str]:
    """What was said, and when by the clock that the page tells."""
    said = await message.locator("blockquote").inner_text()
    return said, await message.locator("span").first.inner_text()


async def test_a_channel_that_is_clicked_filters_every_view(room: Room, browser: Browser) -> None:
    gaming = room.sample.places["gaming"]
    async with entered(browser, room, room.mira) as page:
        await go(page, "Channels")
        await page.get_by_label("Period").select_option("30 days")
        await page.locator(".multiple", has_text="#gaming").click()
        title = page.get_by_role("heading", level=2)
        await expect(title).to_contain_text("#gaming, last 30 days")
        assert f"channels={gaming.id}" in page.url

        chart = page.get_by_role("slider")
        await chart.focus()
        await page.keyboard.press("Home")
        await page.keyboard.press("ArrowRight")
        assert await chart.get_attribute("aria-valuenow") == "2"
        told = await chart.get_attribute("aria-valuetext")
        assert told == await page.locator(".readout").inner_text()
        assert re.search(r"\d+ messages?", str(told))
        await page.get_by_text("As a table").click()
        assert await page.locator("tbody tr").count() == int(
            str(await chart.get_attribute("aria-valuemax"))
        )

        await go(page, "Hours of the week")
        await expect(title).to_contain_text("#gaming")
        await page.locator("[data-at='6-17']").click()
        await page.keyboard.press("ArrowRight")
        cell = page.locator("[data-at='6-18']")
        await expect(cell).to_be_focused()
        told = await cell.get_attribute("aria-label")
        assert str(told).startswith("Sunday, 18:00–19:00: ")
        assert told == await page.locator(".readout").inner_text()

        await go(page, "Compare")
        await expect(page.locator("main")).to_contain_text("This period")
        await page.go_back()
        await expect(page.locator(".week")).to_be_visible()

        await go(page, "Channels")
        chosen = page.locator(".multiple[aria-current=true]")
        await expect(chosen).to_contain_text("#gaming")
        assert await page.locator(".multiple").count() > 1
        await page.go_back()

        await page.get_by_text("Channels: #gaming").click()
        await page.get_by_role("button", name="Show all channels").click()
        await expect(title).not_to_contain_text("#gaming")


async def test_dates_are_days_of_the_servers_clock(room: Room, browser: Browser) -> None:
    async with entered(browser, room, room.mira) as page:
        await go(page, "Over time")
        await page.get_by_label("Period").select_option("From … to …")
        await page.get_by_label("From", exact=True).fill("2026-10-24")
        await page.get_by_label("To", exact=True).fill("2026-10-23")
        await page.get_by_role("button", name="Show", exact=True).click()
        await expect(page.get_by_role("alert")).to_contain_text("before the last one")
        await page.get_by_label("To", exact=True).fill("2026-10-26")
        await page.get_by_role("button", name="Show", exact=True).click()
        await page.wait_for_url(re.compile(r"period=\d+-\d+"))
        hours = re.search(r"period=(\d+)-(\d+)", page.url)
        assert hours is not None
        # On 25 October the clocks went back: a day of 25 hours.
        assert int(hours[2]) - int(hours[1]) == 73
        first = datetime.fromtimestamp(int(hours[1]) * 3600, ZONE)
        assert first.isoformat() == "2026-10-24T00:00:00+02:00"
        assert await page.get_by_label("To", exact=True).input_value() == "2026-10-26"

        await go(page, "Coverage")  # which is told back from now alone
        await expect(page.locator("main")).to_contain_text("In the last 7 days, I know of")
        assert await page.get_by_label("Period").input_value() == "168"


async def test_each_view_is_saved_as_a_file_of_its_figures_and_as_a_picture(
    room: Room, browser: Browser
) -> None:
    async with entered(browser, room, room.mira) as page:
        await go(page, "Over time")
        steps = int(str(await page.get_by_role("slider").get_attribute("aria-valuemax")))
        async with page.expect_download() as saving:
            await page.get_by_role("link", name="Save as CSV").click()
        rows = list(csv.reader(io.StringIO(saved(await (await saving.value).path()).decode())))
        assert len(rows) == steps + 1
        assert len({len(row) for row in rows}) == 1
        async with page.expect_download() as saving:
            await page.get_by_role("link", name="Save as picture").click()
        assert saved(await (await saving.value).path()).startswith(b"\x89PNG\r\n\x1a\n")


def saved(path: str | Path) -> bytes:
    return Path(path).read_bytes()


async def test_a_member_sees_what_members_may_and_takes_their_data_back(
    room: Room, browser: Browser
) -> None:
    kofi = room.sample.people["kofi"]
    async with entered(browser, room, kofi) as page:
        assert await views(page) == MEMBERS_VIEWS
        await page.get_by_label("Period").select_option("30 days")
        main = page.locator("main")
        await expect(main).to_contain_text(re.compile(r"about [\d,]+ messages, \d+% positive"))
        await expect(page.locator("mood-chart")).to_be_visible()
        await expect(main).not_to_contain_text("Unusual stretches")
        await expect(page.get_by_role("link", name="Save as CSV")).to_have_count(0)
        guild = room.sample.guild.id
        for path in ("morning", "week", "coverage", "notes", "course.csv"):
            refused = await page.request.get(f"{api_of(page)}/{guild}/{path}")
            assert refused.status == 403, path

        await go(page, "My data")
        await page.get_by_role("button", name="Stop counting my messages").click()
        dialog = page.get_by_role("dialog")
        await expect(dialog.get_by_role("button", name="Keep everything as it is")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(dialog).not_to_be_visible()
        assert not await opted_out(page, guild)

        await page.get_by_role("button", name="Stop counting my messages").click()
        await dialog.get_by_role("button", name="Yes, stop and erase").click()
        again = page.get_by_role("button", name="Count my messages again")
        await expect(again).to_be_visible()
        assert await opted_out(page, guild)
    told = await room.ask(kofi, "/sentiment me")
    assert "opted out" in f"{told.content} {told.embeds}"


def api_of(page: Page) -> str:
    return page.url.partition("/#")[0] + "/api/guilds"


async def opted_out(page: Page, guild_id: int) -> bool:
    answer = await (await page.request.get(f"{api_of(page)}/{guild_id}/my/data")).json()
    return bool(answer["opted_out"])


async def test_strangers_see_a_sentence_and_come_back_to_the_view_once_they_are_in(
    room: Room, browser: Browser
) -> None:
    link = await link_for(room, room.mira)
    origin = link.partition("/enter/")[0]
    view = f"{origin}/#/{room.sample.guild.id}/week?period=720"
    async with opened(browser, view) as page:
        await expect(page.get_by_role("alert")).to_contain_text("/sentiment open")
        assert await page.get_by_role("navigation").count() == 0
        assert "Lantern" not in await page.content()

        for forged in (link[:-3] + "xyz", f"{origin}/enter/nothing"):
            await page.goto(forged)
            assert await page.get_by_role("button").count() == 0
            await expect(page.locator("main")).to_contain_text("/sentiment open")

        await page.goto(link)
        await page.get_by_role("button").click()
        await expect(page.locator(".week")).to_be_visible()
        assert page.url == view

        await page.get_by_role("button", name="Sign out").click()
        await expect(page.get_by_role("alert")).to_contain_text("/sentiment open")
        assert "Lantern" not in await page.content()
        await page.goto(link)
        assert await page.get_by_role("button").count() == 0, "a link works once"


async def test_nothing_that_is_loaded_is_told_of_the_link(room: Room, browser: Browser) -> None:
    told: dict[str, str] = {}
    async with opened(browser, await link_for(room, room.mira)) as page:
        page.on("request", lambda asked: told.update({asked.url: asked.headers.get("referer", "")}))
        await page.reload()
        await page.get_by_role("button").click()
        await settled(page)
    assert {each.rpartition("/")[2] for each in told} >= {"entry.css", "page.js", "me"}
    assert not [each for each in told.values() if "/enter/" in each]


async def test_a_session_that_is_over_leaves_nothing_on_the_page(
    room: Room, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(browser, await link_for(room, room.mira)) as page:
        await page.clock.install()
        await page.get_by_role("button").click()
        await expect(page.locator("main")).to_contain_text("Nothing unusual in")
        monkeypatch.setattr(sessions.Sessions, "get", lambda *_: None)
        await half_a_minute_passes(page)
        await expect(page.get_by_role("alert")).to_contain_text("/sentiment open")
        assert "Nothing unusual in" not in await page.content()


async def test_a_view_of_another_server_is_not_shown(room: Room, browser: Browser) -> None:
    async with entered(browser, room, room.mira) as page:
        await page.goto(page.url.replace(str(room.sample.guild.id), "1234"))
        await expect(page.get_by_role("alert")).to_contain_text("another server")
        assert await page.locator("h2").count() == 0
        await go(page, "Over time")  # of the own one
        assert f"#/{room.sample.guild.id}/course" in page.url


async def test_what_people_wrote_is_never_html(room: Room, browser: Browser) -> None:
    evil = "you ruined it, I hate this <img src=x onerror=alert(1)>"
    await room.discord.edit_message(room.heated("general", QUARREL)[3], evil)
    async with entered(browser, room, room.mira) as page:
        await page.get_by_label("Period").select_option("Last 7 days")
        worst = page.locator(".episode", has_text="#general")
        await worst.get_by_role("link", name="Which messages?").click()
        await expect(page.get_by_text(evil, exact=True)).to_be_visible()
        assert await page.locator("img").count() == 0


async def test_where_the_text_may_not_be_shown_the_rest_is_told(
    room: Room, browser: Browser
) -> None:
    async with entered(browser, room, room.mira) as page:
        refusal = {"error": "That channel is age-restricted.", "code": "refused"}
        await page.route(
            re.compile(r"/episodes/[^/]+/messages"), lambda r: r.fulfill(status=403, json=refusal)
        )
        await page.get_by_label("Period").select_option("Last 7 days")
        worst = page.locator(".episode", has_text="#general")
        await worst.get_by_role("link", name="Which messages?").click()
        await expect(page.locator("main")).to_contain_text("That channel is age-restricted.")
        await expect(page.locator("main")).to_contain_text("people wrote in #general")
        assert await page.locator("blockquote").count() == 0


async def test_what_moderators_noted_is_marked_on_the_curve(room: Room, browser: Browser) -> None:
    noted = "no spoilers, please"
    await room.ask(room.mira, f'/sentiment note add kind:rule when:yesterday text:"{noted}"')
    async with entered(browser, room, room.mira) as page:
        await go(page, "Over time")
        for _ in range(10):  # figures that somebody asked for just now are remembered for a moment
            if await page.locator(".happened").count():
                break
            await page.wait_for_timeout(1000)
            await page.get_by_role("button", name="Refresh").click()
            await settled(page)
        await expect(page.locator(".happened")).to_contain_text(noted)
        await go(page, "Notes")
        await expect(page.locator("main")).to_contain_text(noted)


async def test_after_a_lost_role_nothing_of_it_stays_on_the_page(
    room: Room, browser: Browser
) -> None:
    async with opened(browser, await link_for(room, room.mira)) as page:
        await page.clock.install()
        await page.get_by_role("button").click()
        await expect(page.locator("main")).to_contain_text("Nothing unusual in")
        await expect(page.locator("footer")).to_contain_text("within 30 seconds")
        guild = room.sample.guild
        await room.discord.change_roles(guild, room.mira)
        try:
            await half_a_minute_passes(page)
            await expect(page.get_by_role("alert").first).to_be_visible()
            await expect(page.locator("main")).not_to_contain_text("Nothing unusual in")
            assert await views(page) == MEMBERS_VIEWS
        finally:
            await room.discord.change_roles(guild, room.mira, moderators_of(room.sample))


async def test_who_may_not_use_the_command_any_more_sees_nothing_but_that(
    room: Room, browser: Browser
) -> None:
    guild, commands = room.sample.guild, room.discord.commands
    (command,) = (each for each in commands.of_guild(None) if each["name"] == "sentiment")
    closed = {"id": str(guild.id), "type": 1, "permission": False}
    async with opened(browser, await link_for(room, room.mira)) as page:
        await page.clock.install()
        await page.get_by_role("button").click()
        await expect(page.locator("main")).to_contain_text("Nothing unusual in")
        commands.permit(guild.id, int(command["id"]), [closed])
        try:
            await half_a_minute_passes(page)
            await expect(page.get_by_role("alert")).to_contain_text("limited who may use")
            assert await page.get_by_role("navigation").count() == 0
            assert "Lantern" not in await page.content()
        finally:
            commands.permit(guild.id, int(command["id"]), [])
        await half_a_minute_passes(page)
        await expect(page.locator("main")).to_contain_text("Nothing unusual in")


async def test_while_discord_cannot_be_asked_nothing_is_shown(room: Room, browser: Browser) -> None:
    async with opened(browser, await link_for(room, room.mira)) as page:
        await page.clock.install()
        await page.get_by_role("button").click()
        await expect(page.locator("main")).to_contain_text("Nothing unusual in")
        with room.discord.storm(503):
            await half_a_minute_passes(page)
            await expect(page.get_by_role("alert")).to_be_visible()
            assert "Nothing unusual in" not in await page.content()
            assert await page.get_by_role("navigation").count() == 0
        await half_a_minute_passes(page)
        await expect(page.locator("main")).to_contain_text("Nothing unusual in")


@pytest.mark.parametrize("path", ["**/api/me", "**/morning?*"])
async def test_what_went_wrong_for_a_while_is_shown_again_by_itself(
    room: Room, browser: Browser, path: str
) -> None:
    async with opened(browser, await link_for(room, room.mira)) as page:
        await page.clock.install()
        await page.get_by_role("button").click()
        await expect(page.locator("main")).to_contain_text("Nothing unusual in")
        failing = {"error": "Something went wrong on my side.", "code": "failed"}
        asked: list[str] = []

        async def fail(route: Route) -> None:
            asked.append(route.request.url)
            await route.fulfill(status=500, json=failing)

        await page.route(path, fail)
        await page.get_by_role("button", name="Refresh").click()
        for times in range(1, 4):  # after half a minute, and then more and more seldom
            await half_a_minute_passes(page)
            await expect(page.get_by_role("alert")).to_contain_text("went wrong on my side")
            assert len(asked) <= times + 1
        await expect(page.locator("main")).to_contain_text("keeps trying by itself")
        assert "Nothing unusual in" not in await page.content()
        await page.unroute(path)
        for _ in range(6):
            await half_a_minute_passes(page)
        await expect(page.locator("main")).to_contain_text("Nothing unusual in")


@pytest.mark.parametrize(("size", "scheme"), [(browsers.WIDE, "light"), (PHONE, "dark")])
async def test_every_view_is_free_of_barriers_and_fits(
    room: Room, browser: Browser, size: tuple[int, int], scheme: Scheme
) -> None:
    async with opened(browser, await link_for(room, room.mira), size, scheme) as page:
        assert await browsers.barriers(page) == []
        await page.get_by_role("button").click()
        await settled(page)
        await page.get_by_label("Period").select_option("Last 7 days")
        await expect(page.locator(".episode").first).to_be_visible()
        for view in MODERATORS_VIEWS:
            await go(page, view)
            await page.evaluate(
                "document.querySelectorAll('details').forEach(it => it.open = true)"
            )
            assert (view, await browsers.barriers(page)) == (view, [])
            assert (view, await browsers.fits(page)) == (view, True)
        await page.get_by_role("button", name="Erase everything about me").click()
        await expect(page.get_by_role("dialog")).to_be_visible()
        assert await browsers.barriers(page) == []
        await page.keyboard.press("Escape")
        await go(page, "Overview")
        await page.locator(".episode").get_by_role("link", name="Which messages?").first.click()
        await expect(page.locator("blockquote").first).to_be_visible()
        assert await browsers.barriers(page) == []
        assert await browsers.fits(page)
        await page.get_by_role("button", name="Sign out").click()
        await expect(page.get_by_role("alert")).to_be_visible()
        assert await browsers.barriers(page) == []


async def test_the_page_is_used_with_the_keyboard_and_told_what_happens(
    room: Room, browser: Browser
) -> None:
    async with entered(browser, room, room.mira) as page:
        await settled(page)
        assert await page.get_by_role("status").inner_text() == "Loaded."
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="To the view")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("main")).to_be_focused()
        await page.get_by_role("link", name="Channels", exact=True).focus()
        await page.keyboard.press("Enter")
        await expect(page.locator(".multiples")).to_be_visible()
        await expect(page.get_by_role("heading", level=2)).to_be_focused()


async def test_who_has_discord_in_german_reads_german(
    room: Room, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room.mira, "locale", "de")
    async with entered(browser, room, room.mira) as page:
        assert await page.locator("html").get_attribute("lang") == "de"
        await expect(page.locator("main")).to_contain_text("Nichts Auffälliges")
        names = await views(page)
        assert (names[0], names[-1]) == ("Überblick", "Meine Daten")
        await page.get_by_label("Zeitraum").select_option(label="Letzte 7 Tage")
        await expect(page.locator(".episode").first).to_contain_text("Nachrichten negativ; sonst")
        await expect(page.locator("footer")).to_contain_text("höchstens 30 Sekunden")
        await page.get_by_role("button", name="Abmelden").click()
        await expect(page.get_by_role("alert")).to_contain_text(
            "benutze in Discord /sentiment open"
        )
