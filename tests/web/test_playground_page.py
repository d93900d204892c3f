"""The playground's page in a real browser, with the real bot behind it."""

from __future__ import annotations

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, Route, WebSocketRoute, expect

from tests.web.browsers import PHONE, WIDE, Scheme, barriers, fits, watched
from tests.web.visitors import Visitor

TYPED_TOGETHER = 900  # milliseconds after which a space chooses, and is no more of a name
MOMENT = 500  # milliseconds
BERLIN = ZoneInfo("Europe/Berlin")

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


async def test_a_second_member_sees_no_answer_of_another_and_no_moderators(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as ours, watched(browser, playground) as theirs:
        priya, kofi = await Visitor.on(ours), await Visitor.on(theirs)
        await priya.be("Priya")
        await kofi.be("Kofi")
        await priya.say("Kofi, may I ask the bot something?")
        await expect(kofi.message("may I ask the bot")).to_be_visible()
        await priya.command("sentiment me")
        await expect(priya.answer).to_be_visible()
        await priya.say("There, it has answered me.")
        await expect(kofi.message("There, it has answered")).to_be_visible()
        await expect(kofi.messages.filter(has_text="Only you can see this")).to_have_count(0)
        await expect(kofi.channels.get_by_role("button", name="moderators")).to_have_count(0)
        await kofi.page.reload()
        await kofi.be("Priya")
        await expect(kofi.answer).to_be_visible()
        await kofi.be("Mira")
        await expect(kofi.channels.get_by_role("button", name="moderators")).to_be_visible()
        await expect(kofi.messages.filter(has_text="Only you can see this")).to_have_count(0)


async def test_an_answer_that_comes_once_one_is_somebody_else_is_not_for_them(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page, let_go = await Visitor.on(opened), opened.page, asyncio.Event()

        async def slowly(route: Route) -> None:
            await let_go.wait()
            await route.continue_()

        await visitor.be("Diego")
        await page.route("**/commands", slowly)
        await visitor.command("sentiment me")
        await visitor.be("Kofi")
        async with page.expect_response("**/commands"):
            let_go.set()
        await visitor.say("Is anything to be seen here?")
        await expect(visitor.message("Is anything to be seen")).to_be_visible()
        await expect(visitor.messages.filter(has_text="Only you can see this")).to_have_count(0)
        await visitor.be("Diego")
        await expect(visitor.answer).to_be_visible()


async def test_where_one_cannot_become_somebody_one_stays_who_one_is(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Kofi")
        await page.route("**/view", lambda route: route.abort())
        await visitor.be("Mira")
        await expect(page.get_by_role("alert").first).to_contain_text("doesn't answer")
        chosen = page.get_by_label("You are").locator("option:checked")
        await expect(chosen).to_have_text("Kofi")
        await page.unroute("**/view")
        await visitor.be("Mira")
        await expect(chosen).to_have_text("Mira")


async def test_what_is_said_while_the_page_opens_is_not_missed(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        page, let_go = opened.page, asyncio.Event()

        async def slowly(socket: WebSocketRoute) -> None:
            await let_go.wait()
            socket.connect_to_server()

        await page.route_web_socket("**/events", slowly)
        async with page.expect_response("**/view") as viewed:
            await page.reload()
        await page.wait_for_timeout(MOMENT)  # the past could have been asked for by now
        start = await (await page.request.get(f"{opened.url}/api/start")).json()
        said = await page.request.post(
            f"{(await viewed.value).url.removesuffix('/view')}/channels/"
            f"{start['tour']['channel']}/messages",
            data={"content": "Said in between"},
            headers={"Origin": opened.url},
        )
        assert said.ok
        let_go.set()
        visitor = await Visitor.on(opened)
        await expect(visitor.message("Said in between")).to_be_visible()


async def test_what_is_said_while_a_channel_is_fetched_is_not_missed(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as ours, watched(browser, playground) as theirs:
        lars, priya = await Visitor.on(ours), await Visitor.on(theirs)
        fetched, let_go = asyncio.Event(), asyncio.Event()

        async def late(route: Route) -> None:
            answer = await route.fetch()
            fetched.set()
            await let_go.wait()
            await route.fulfill(response=answer)

        await lars.be("Lars")
        await priya.be("Priya")
        await ours.page.route("**/messages?*", late)
        await lars.channels.get_by_role("button", name="gaming").click()
        await fetched.wait()
        await priya.go_to("gaming")
        await priya.say("Nobody fetches this")
        await priya.go_to("support")
        await priya.say("And this is told after it")
        told = lars.channels.get_by_role("button", name="support, unread")
        await expect(told).to_be_visible()
        let_go.set()
        await expect(lars.message("Nobody fetches this")).to_be_visible()


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


async def test_a_bot_that_has_stopped_is_not_waited_for(browser: Browser, playground: str) -> None:
    async def stopped(route: Route) -> None:
        start = await (await route.fetch()).json()
        start["bot"] |= {"state": "stopped", "reason": "The bot stopped by itself.\nNo memory."}
        await route.fulfill(json=start)

    async with watched(browser, playground) as opened:
        page = opened.page
        await page.route("**/api/start", stopped)
        await page.route_web_socket("**/events", lambda _: None)
        await page.reload()
        visitor = await Visitor.on(opened)
        await expect(page.get_by_role("status").filter(has_text="No memory.")).to_be_visible()
        for _ in range(2):
            step = visitor.tour.locator(".tour-act")
            await expect(step).to_have_text("The bot has stopped")
            await expect(step).to_be_disabled()
            await visitor.tour.get_by_role("button", name="Next").click()


async def test_names_are_offered_while_one_types_them(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.be("Priya")
        await visitor.go_to("support")
        names = page.get_by_role("listbox", name="Names")
        await visitor.box.press_sequentially("Thanks @")
        await expect(names.get_by_role("option", name="@Kofi")).to_be_visible()
        await expect(names.get_by_role("option", name="@Moderators")).to_have_count(0)
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
            "@Moderators",
        ]


async def test_what_is_written_outlives_escape(browser: Browser, playground: str) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.menu(visitor.messages.last, "Reply")
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


async def test_what_people_write_is_text_and_never_html(browser: Browser, playground: str) -> None:
    evil = "<img src=x onerror=\"document.title='owned'\"><b>bold</b> [a](javascript:alert(1))"
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await page.evaluate(
            "document.addEventListener('securitypolicyviolation', "
            "(seen) => (window.refused = seen.violatedDirective))"
        )
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


async def test_what_is_neither_yes_nor_no_is_not_taken_for_a_no(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.box.press_sequentially("/digest set")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="Add only-if-unusual").click()
        await page.keyboard.type("perhaps")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("alert").first).to_contain_text("either true or false")
        refused = page.get_by_role("combobox", name="only-if-unusual")
        await expect(refused).to_have_value("perhaps")
        await expect(refused).to_be_focused()
        await page.get_by_role("button", name="Cancel").press("Enter")
        await visitor.say("Then not")
        await expect(page.get_by_role("alert").filter(has_text="either")).to_have_count(0)


async def test_settings_are_chosen_and_forms_filled_by_keyboard(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.command("sentiment settings")
        pages = visitor.answer.get_by_role("button", name="Page").first
        await pages.focus()
        await page.keyboard.press("ArrowDown")
        await expect(page.get_by_role("listbox")).to_be_focused()
        await page.keyboard.type("How long")
        await page.keyboard.press("Enter")
        kept = visitor.answer.get_by_role("button", name="How long I keep things", exact=True)
        await expect(kept).to_be_visible()
        await kept.press("Enter")
        form = page.get_by_role("dialog")
        await expect(form).to_be_visible()
        first = form.get_by_role("textbox").first
        await expect(first).to_be_focused()
        assert await barriers(page) == []
        await first.fill("a very long time")
        await form.get_by_role("button", name="Submit").press("Enter")
        await expect(form.or_(visitor.answer).filter(has_text="number").first).to_be_visible()


async def test_channels_are_picked_and_let_go_by_keyboard_and_mouse(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await visitor.command("sentiment settings")
        await visitor.answer.get_by_role("button", name="Page").press("ArrowDown")
        await page.keyboard.type("What I leave out")
        await page.keyboard.press("Enter")
        described = visitor.answer.locator("discord-embed")
        await expect(described.get_by_role("button", name="moderators")).to_be_visible()
        await visitor.answer.get_by_role("button", name="Leave out a channel").press("ArrowDown")
        await page.keyboard.type("gaming")
        await page.wait_for_timeout(TYPED_TOGETHER)
        await page.keyboard.press(" ")
        await page.keyboard.press("Escape")
        await expect(described.get_by_role("button", name="gaming")).to_be_visible()

        await visitor.answer.get_by_role("button", name="Count again").click()
        await page.get_by_role("option", name="#gaming").click()
        await page.get_by_role("button", name="Done").click()
        await expect(described.get_by_role("button", name="gaming")).to_have_count(0)


async def test_it_says_that_the_connection_is_lost_and_comes_back(
    browser: Browser, playground: str
) -> None:
    async with watched(browser, playground) as opened:
        page, sockets = opened.page, list[WebSocketRoute]()

        def through(socket: WebSocketRoute) -> None:
            socket.connect_to_server()
            sockets.append(socket)

        await page.route_web_socket("**/events", through)
        await page.reload()
        visitor = await Visitor.on(opened)
        begun = len(sockets)  # the page before the reload may have opened one, too
        await sockets[-1].close()
        notice = page.get_by_role("status").filter(has_text="Lost the connection")
        await expect(notice).to_be_visible()
        await visitor.say("Said while nobody heard")
        await expect(notice).to_have_count(0)
        assert len(sockets) == begun + 1
        await expect(visitor.message("Said while nobody heard")).to_be_visible()


async def test_a_playground_that_was_started_anew_is_shown_anew(
    browser: Browser, playground: str
) -> None:
    async def another(route: Route) -> None:
        start = await (await route.fetch()).json()
        start["server"]["id"] = "7"
        await route.fulfill(json=start)

    async with watched(browser, playground) as opened:
        page, sockets = opened.page, list[WebSocketRoute]()
        await page.route_web_socket("**/events", lambda socket: sockets.append(socket))
        await page.reload()
        await Visitor.on(opened)
        await page.route("**/api/start", another)
        async with page.expect_event("load"):
            await sockets[-1].close()
        await Visitor.on(opened)


async def test_a_phone_has_drawers_and_everything_fits(browser: Browser, playground: str) -> None:
    async with watched(browser, playground, PHONE, has_touch=True) as opened:
        visitor, page = await Visitor.on(opened), opened.page
        await page.get_by_role("button", name="Show channels").tap()
        await expect(page.get_by_role("button", name="Close").first).to_be_focused()
        assert await barriers(page) == []
        await visitor.channels.get_by_role("button", name="gaming").tap()
        await expect(page.get_by_role("heading", level=1)).to_have_text("gaming")
        await expect(page.get_by_role("button", name="support")).to_be_hidden()
        await page.get_by_role("button", name="Show members").tap()
        await expect(page.get_by_text("Kofi", exact=True).last).to_be_visible()
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("button", name="Show members")).to_be_focused()
        await visitor.say("a" * 300)
        await expect(visitor.message("aaaa")).to_be_visible()
        assert await fits(page)
        await visitor.press_long(visitor.message("aaaa"))
        await page.get_by_role("menuitem", name="Apps").tap()
        await page.get_by_role("menuitem", name="Check sentiment").tap()
        await expect(visitor.answer).to_contain_text("aaaa")
        assert await fits(page)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
async def test_axe_finds_no_serious_barrier_in_light_or_dark(
    browser: Browser, playground: str, size: tuple[int, int]
) -> None:
    async with watched(browser, playground, size) as opened:
        visitor, page = await Visitor.on(opened), opened.page

        async def look() -> None:
            schemes: tuple[Scheme, ...] = ("light", "dark")
            for scheme in schemes:
                await page.emulate_media(color_scheme=scheme)
                assert await barriers(page) == [], scheme

        await visitor.command("sentiment now")
        await expect(visitor.answer).to_be_visible()
        await visitor.say("What a wonderful day, with `code` and <t:0:R>")
        await expect(page.locator("score-strip .score").last).to_be_visible()
        await look()
        await visitor.message("wonderful day").click(button="right", position={"x": 120, "y": 8})
        await expect(page.get_by_role("menu")).to_be_visible()
        await look()
        await page.keyboard.press("Escape")
        await visitor.box.press_sequentially("/sent")
        await expect(page.get_by_role("listbox")).to_be_visible()
        await look()
