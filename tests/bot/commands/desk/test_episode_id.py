from __future__ import annotations

from dataclasses import replace

from bot.commands.desk.episode_id import EpisodeId
from tests.bot.reports.test_morning import HOUR, SUNDAY, episode


def test_of_an_episode_in_which_two_people_are_left_nothing_is_told() -> None:
    found = episode(1, SUNDAY)
    button = EpisodeId.of(found)
    assert button.among([found]) == found
    assert button.among([replace(found, people=2)]) is None


def test_of_several_that_share_messages_with_it_it_is_the_strongest() -> None:
    button = EpisodeId.of(episode(1, SUNDAY, hours=3))
    weak, strong = episode(1, SUNDAY, evidence=2), episode(1, SUNDAY + 2 * HOUR, evidence=5)
    assert button.among([weak, strong, episode(2, SUNDAY, evidence=9)]) == strong
