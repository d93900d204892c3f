from __future__ import annotations

from datetime import UTC, datetime, timedelta

import discord
import pytest

from bot.render.desk import LookedAt
from bot.render.digest import (
    MOST_LINKS,
    DigestContent,
    Reach,
    digest_embed,
    digest_set_embed,
    no_digest_embed,
)
from bot.render.localizer import Localizer
from bot.reports.channel_baselines import NotYet
from bot.reports.morning import Morning
from storage.records import Digest
from tests.bot.conftest import PseudoLocale
from tests.bot.render.test_desk import MONDAY, NAMES, SUNDAY, at, episode

ENGLISH = Localizer()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DIGEST = Digest(900, 70, None, 9, only_unusual=False, told_until=MONDAY)
ASKED = LookedAt(MONDAY, MONDAY - DAY, NAMES, least_people=3)
QUIET, BAD = Morning(MONDAY - DAY, 4, 92), Morning(MONDAY - DAY, 4, 300, (episode(),))
WAITING = Morning(MONDAY - DAY, 4, 92, (), {3: NotYet(3, 40, None)})


def lines(embed: discord.Embed) -> list[str]:
    return [line for line in (embed.description or "").splitlines() if line]


def test_a_bad_day_is_told_as_in_the_morning_with_links_and_its_period() -> None:
    embed = digest_embed(ENGLISH, DIGEST, DigestContent(BAD, elsewhere=False), ASKED)
    assert embed.author.name == "Daily digest"
    assert embed.title == "Yesterday evening: unusually negative in #general"
    *_, where, period = lines(embed)
    assert where.startswith("Where it began: https://discord.com/channels/900/1/")
    assert period == f"From {at(MONDAY - DAY, 'f')} to {at(MONDAY, 'f')}."
    assert embed.footer.text == ("From 4 channels that everybody here can read, threads included.")


def test_there_are_a_few_links_at_most() -> None:
    many = tuple(episode(1 + n % 3, SUNDAY - n * DAY) for n in range(12))
    told = DigestContent(Morning(MONDAY - 20 * DAY, 4, 900, many), elsewhere=False)
    embed = digest_embed(ENGLISH, DIGEST, told, ASKED)
    assert len(embed.description or "") < 4096
    assert (embed.description or "").count("https://") == MOST_LINKS


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            DigestContent(QUIET, elsewhere=False),
            f"Nothing unusual in 4 channels and their threads since {at(MONDAY - DAY, 'f')} "
            "(92 messages).",
        ),
        (
            DigestContent(None, elsewhere=False, knows_usual=False),
            "I don't know yet what's usual in this server.",
        ),
        (DigestContent(None, elsewhere=False), f"Nothing unusual since {at(MONDAY - DAY, 'f')}."),
        (
            DigestContent(None, elsewhere=True),
            f"Something unusual has happened since {at(MONDAY - DAY, 'f')}. Moderators can press "
            "*Open* for details.",
        ),
    ],
)
def test_what_else_there_is_to_tell_is_a_line(told: DigestContent, expected: str) -> None:
    embed = digest_embed(ENGLISH, DIGEST, told, ASKED)
    assert lines(embed) == [expected]
    assert embed.title is None


def test_what_is_unusual_elsewhere_is_not_said_to_be_nothing() -> None:
    _, elsewhere = lines(digest_embed(ENGLISH, DIGEST, DigestContent(QUIET, elsewhere=True), ASKED))
    assert elsewhere.startswith("Something unusual has happened in a channel whose figures not ")


@pytest.mark.parametrize(
    ("weekday", "hour", "expected"),
    [
        (None, 9, "Every day at 09:00 (Europe/Berlin) in <#70>."),
        (0, 0, "Every Monday at 00:00 (Europe/Berlin) in <#70>."),
        (6, 23, "Every Sunday at 23:00 (Europe/Berlin) in <#70>."),
    ],
)
def test_when_it_comes_is_said_as_people_say_it(
    weekday: int | None, hour: int, expected: str
) -> None:
    digest = Digest(900, 70, weekday, hour, only_unusual=True, told_until=MONDAY)
    told = lines(digest_set_embed(ENGLISH, digest, MONDAY, "Europe/Berlin", Reach(1, 2)))
    assert told == [
        expected,
        "It only comes when something was unusual.",
        f"The next one is due {at(MONDAY, 'f')}.",
        "It covers 1 channel in full: everybody who can see <#70> may see its figures.",
        "For 2 channels it only says whether something was unusual, because not everybody who can "
        "see <#70> may see their figures. *Open* shows the details to those who may.",
    ]


def test_what_the_bot_lacks_is_named() -> None:
    reach = Reach(0, 0, ("View Channel", "Send Messages"))
    *_, last = lines(digest_set_embed(ENGLISH, DIGEST, MONDAY, "UTC", reach))
    assert last == (
        "⚠️ I can't post there yet. Please give me View Channel and Send Messages in <#70>."
    )


@pytest.mark.parametrize("morning", [None, QUIET, BAD, WAITING])
@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize("weekday", [None, 3])
def test_every_word_of_it_can_be_translated(
    pseudo: PseudoLocale, morning: Morning | None, elsewhere: bool, weekday: int | None
) -> None:
    digest = Digest(900, 70, weekday, 9, only_unusual=elsewhere, told_until=MONDAY)
    reach = Reach(
        2 if morning else 0, 3 if elsewhere else 0, ("View Channel",) if elsewhere else ()
    )
    due = datetime(2026, 5, 20, tzinfo=UTC)
    for embed in (
        digest_embed(pseudo.localizer, digest, DigestContent(morning, elsewhere), ASKED),
        digest_embed(pseudo.localizer, digest, DigestContent(morning, elsewhere, elsewhere), ASKED),
        digest_set_embed(pseudo.localizer, digest, due, "UTC", reach),
        no_digest_embed(pseudo.localizer, removed=elsewhere),
    ):
        texts = (embed.author.name, embed.title, embed.description, embed.footer.text)
        text = "\n".join(filter(None, texts))
        assert pseudo.escaped(text, "general") == []
