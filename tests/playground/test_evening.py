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
