"""The evening that the page can play, beside its course in `test_page_visit`."""

from __future__ import annotations

import asyncio

from playground import conversation, sample
from playground.page.evening import Evening, Pace
from playground.server import LoopbackDiscord

HOUR = 3600.0
REST, SETTLING = 900.0, 60.0


async def test_it_tells_how_long_it_still_takes() -> None:
    script = conversation.read()
    discord, said = LoopbackDiscord(), asyncio.Event()
    place = sample.build(discord, script)
    (settling,) = (each for each in script.stretches if each.mood == "settling")
    async with discord:
        pace = Pace(quarrel=HOUR, rest=REST, settling=SETTLING)
        evening = Evening(discord, place, script, said.set, pace)
        assert evening.form()["seconds_left"] == 0
        begun = evening.begin()
        await said.wait()
        whole = begun["messages"] * HOUR + REST + len(settling.lines) * SETTLING
        assert whole - HOUR < evening.form()["seconds_left"] <= whole
        await evening.close()


async def test_they_make_up_once_the_bot_has_noticed_that_they_quarrel() -> None:
    script = conversation.read()
    discord, told = LoopbackDiscord(), asyncio.Event()
    place = sample.build(discord, script)
    async with discord:
        pace = Pace(quarrel=0.0, rest=0.0, settling=0.0, patience=HOUR)
        evening = Evening(discord, place, script, told.set, pace)
        quarrel = evening.begin()["messages"]
        async with asyncio.timeout(60):
            while evening.form()["state"] != "calming":  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.1)
            assert evening.form()["said"] == quarrel
            evening.noticed.set()
            while evening.form()["state"] != "over":  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        assert evening.form()["said"] == evening.form()["of"] > quarrel
        await evening.close()
