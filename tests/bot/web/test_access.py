"""Every cell of the page's table of `bot.commands.access`: permission × question × place.

The people and the places are those of the commands' own table: members see twenty messages in each
place, who sees live figures sees sixty.
"""

from __future__ import annotations

import pytest

from bot.commands.access import BUTTON_RULES, PAGE_RULES, RULES
from bot.commands.rights import Right
from bot.web.routes import ME, OF_GUILD
from tests.bot.commands.test_access import PEOPLE, UNSEEN, House, has, house  # noqa: F401
from tests.bot.web.conftest import Desk

LIVE_ONLY = ("/morning", "/week", "/coverage", "/notes")
LIVE_FILES = (
    *("/morning.png", "/morning.csv", "/week.png", "/coverage.csv", "/notes.csv"),
    *("/course.csv", "/compare.csv", "/channels.csv", "/week.csv"),
)
EPISODES = ("/episodes/{}", "/episodes/{}/before", "/episodes/{}/messages")
OWN = ("/my/mood", "/my/data", "/my/data.json", "/my/messages.csv", "/my/hours.csv")


def test_every_question_has_a_rule_of_the_commands() -> None:
    assert {each.rule for each in (*OF_GUILD.values(), ME)} == set(PAGE_RULES)
    of_commands = {*RULES.values(), *BUTTON_RULES.values()}
    assert set(PAGE_RULES.values()) <= of_commands


@pytest.mark.parametrize("who", PEOPLE)
async def test_what_is_for_moderators_is_told_to_them_alone(
    desk: Desk,
    house: House,  # noqa: F811
    who: str,
) -> None:
    browser = await desk.enter(house.people[who])
    expected = 200 if has(who, Right.LIVE_FIGURES) else 403
    for path in (*LIVE_ONLY, *LIVE_FILES):
        answer = await browser.of_guild(path)
        assert answer.status == expected, (path, answer.json)
    episode = desk.episode(house.server.general, 1, 2)
    for path in EPISODES:
        answer = await browser.of_guild(path.format(episode))
        assert answer.status == (404 if expected == 200 else 403), path


@pytest.mark.parametrize("who", PEOPLE)
async def test_moods_of_channels_are_live_for_moderators_and_published_for_members(
    desk: Desk,
    house: House,  # noqa: F811
    who: str,
) -> None:
    browser = await desk.enter(house.people[who])
    live = has(who, Right.LIVE_FIGURES)
    me = (await browser.get("/api/me")).json
    assert me["rights"] == {"live": live, "moods": True}
    assert ("morning" in me["views"]) is live
    general = str(house.server.general.id)
    for path in ("/course", "/compare"):
        told = (await browser.of_guild(path, channels=general)).json
        assert told["live"] is live
        assert told["whole_days"] is not live
        # Forty were one person's alone, on one day.
        seen = 60 if has(who, Right.MEMBER_LOOKUP) else 20
        assert sum(told["columns"]["messages"]) == seen


@pytest.mark.parametrize("who", PEOPLE)
async def test_of_each_place_only_who_may_read_it_is_told(
    desk: Desk,
    house: House,  # noqa: F811
    who: str,
) -> None:
    browser = await desk.enter(house.people[who])
    for place, about in house.places.items():
        may = place not in UNSEEN or (place == "hidden" and who == "administrator")
        for path in ("/course", "/course.png"):
            answer = await browser.of_guild(path, channels=str(about.id))
            assert answer.status == (200 if may else 403), (place, path)
    for path in LIVE_ONLY:
        answer = await browser.of_guild(path, channels=str(house.places["hidden"].id))
        if path != "/notes":  # which are of all channels
            assert answer.status == (200 if who == "administrator" else 403), path


@pytest.mark.parametrize("who", PEOPLE)
async def test_everybody_gets_their_own_data(
    desk: Desk,
    house: House,  # noqa: F811
    who: str,
) -> None:
    browser = await desk.enter(house.people[who])
    for path in OWN:
        assert (await browser.of_guild(path)).status == 200, path


@pytest.mark.parametrize("who", PEOPLE)
async def test_no_sum_holds_a_channel_that_its_viewer_cannot_read(
    desk: Desk,
    house: House,  # noqa: F811
    who: str,
) -> None:
    browser = await desk.enter(house.people[who])
    told = (await browser.of_guild("/channels")).json
    names = {each["channel"]["name"] for each in told["channels"]}
    assert ("staff" in names) is (who == "administrator")
    assert ("staff" in str(told)) is (who == "administrator")
