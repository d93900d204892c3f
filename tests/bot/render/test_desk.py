from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.render.desk import LookedAt, morning_embed
from bot.render.desk_answers import before_embed, over_embed, people_embed
from bot.render.desk_words import one_in, part_of_day
from bot.render.localizer import Localizer
from bot.reports.channel_baselines import NotYet
from bot.reports.morning import Before, Fall, Morning, before
from bot.reports.note_effects import NoteEffect
from bot.reports.unusual.episodes import Episode, Since
from storage.records import DISCORD_EPOCH_MS, Note, NoteKind
from tests.bot.conftest import PseudoLocale

SUNDAY = datetime(2026, 11, 22, 17, 52, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 8, 40, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ENGLISH = Localizer()
NAMES = {1: "general", 2: "gaming", 3: "support", 4: "new *place*"}
ASKED = LookedAt(MONDAY, None, NAMES, least_people=3)
OVER = Since(22, 0, "probably", 6)


def episode(
    channel_id: int = 1, began: datetime = SUNDAY, hours: float = 4, evidence: float = 900.0
) -> Episode:
    def snowflake(moment: datetime) -> int:
        return (int(moment.timestamp() * 1000) - DISCORD_EPOCH_MS) << 22

    until = began + hours * HOUR
    return Episode(
        channel_id=channel_id,
        began=began,
        began_id=snowflake(began),
        called=began,
        called_id=snowflake(began),
        until=until,
        until_id=snowflake(until),
        over=None,
        negative=30,
        messages=37,
        people=8,
        usual=0.08,
        mood=-0.4,
        usual_mood=0.3,
        evidence=evidence,
        watch="share",
        since=OVER,
    )


def note(kind: NoteKind, text: str = "", after: timedelta = timedelta(0)) -> Note:
    return Note(1, None, SUNDAY + after, SUNDAY + DAY, kind, text)


def at(moment: datetime, style: str = "t") -> str:
    return f"<t:{int(moment.timestamp())}:{style}>"


def told(morning: Morning, asked: LookedAt = ASKED) -> list[str]:
    embed = morning_embed(ENGLISH, morning, asked)
    return [*filter(None, [embed.title]), *(embed.description or "").splitlines()]


def test_a_good_day_is_one_line() -> None:
    assert told(Morning(SUNDAY, 4, 92)) == [
        "Nothing unusual in 4 channels and their threads since yesterday morning (92 messages)."
    ]


def test_a_good_day_of_one_channel_names_it() -> None:
    asked = replace(ASKED, names={1: "general"}, length=7 * DAY)
    assert told(Morning(SUNDAY, 1, 1), asked) == [
        "Nothing unusual in <#1> and its threads in the last 7 days (1 message)."
    ]


def test_a_bad_evening_is_told_with_where_since_when_and_what_is_usual() -> None:
    gaming = replace(episode(2, SUNDAY + HOUR, hours=1, evidence=40.0), negative=16, messages=16)
    morning = Morning(SUNDAY - DAY, 4, 300, (gaming, episode()))
    assert told(morning) == [
        "Yesterday evening: unusually negative in 2 channels, most of all in #general",
        f"From {at(SUNDAY, 'f')} to {at(SUNDAY + 4 * HOUR)}: **46 of 53** messages sounded "
        "negative; usually it's about 1 in 12.",
        "That is far more than chance.",
        "Since then 44 messages, none of them negative. It's probably over.",
        "",
        f"🔻 <#1>: **30 of 37** negative (usually 8%), from {at(SUNDAY)}",
        f"🔻 <#2>: **16 of 16** negative (usually 8%), from {at(SUNDAY + HOUR)}",
        "",
        "Nothing unusual in the other 2 channels.",
    ]


def test_one_channel_is_named_in_the_title() -> None:
    title, *lines = told(Morning(SUNDAY, 2, 60, (episode(4),)))
    assert title == r"Yesterday evening: unusually negative in #new \*place\*"
    assert lines[-1] == "Nothing unusual in the other channel."


def test_several_evenings_are_counted_and_each_line_has_its_day() -> None:
    week_before = episode(2, SUNDAY - 7 * DAY, evidence=30.0)
    title, *lines = told(Morning(SUNDAY - 10 * DAY, 4, 900, (week_before, episode())))
    assert title == "Unusually negative 2 times, most of all in #general: yesterday evening"
    assert lines[0] == "That is far more than chance."
    assert f"from {at(SUNDAY - 7 * DAY, 'f')}" in lines[3]


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (4.0, "By chance alone, something like it comes up once a month at most."),
        (40.0, "By chance alone, something like it comes up once in 10 months at most."),
        (400.0, "That is far more than chance."),
    ],
)
def test_it_says_how_rare_it_is_among_so_many_channels(evidence: float, sentence: str) -> None:
    assert sentence in told(Morning(SUNDAY, 4, 60, (episode(evidence=evidence),)))


@pytest.mark.parametrize(
    ("since", "sentence"),
    [
        (Since(0, 0, "too early", 0), "Since then nobody has written there. It's too early to say"),
        (Since(1, 0, "too early", 3), "Since then 1 message, not negative."),
        (Since(58, 4, "over", 6), "Since then 58 messages, 4 of them negative. It seems over."),
        (Since(12, 11, "not yet", 4), "12 messages, 11 of them negative. It isn't over yet."),
    ],
)
def test_it_says_whether_it_is_over(since: Since, sentence: str) -> None:
    assert sentence in "\n".join(told(Morning(SUNDAY, 4, 60, (replace(episode(), since=since),))))


def test_of_two_people_no_figure_is_told() -> None:
    alone = replace(episode(), since=Since(12, 11, "not yet", 2))
    words = "\n".join(told(Morning(SUNDAY, 4, 60, (alone,))))
    assert "fewer than three people" in words
    assert "11" not in words
    may_look_up = replace(ASKED, least_people=1)
    assert "11 of them" in "\n".join(told(Morning(SUNDAY, 4, 60, (alone,)), may_look_up))


def test_what_ended_on_another_day_is_told_with_its_day() -> None:
    long = episode(hours=10)
    assert f"to {at(long.until, 'f')}: " in told(Morning(SUNDAY, 4, 60, (long,)))[1]


def test_it_is_over_only_if_it_is_over_in_every_channel() -> None:
    still = replace(episode(2), since=Since(12, 11, "not yet", 4))
    assert "It isn't over yet." in "\n".join(told(Morning(SUNDAY, 4, 60, (episode(), still))))


def test_only_the_last_episode_of_a_channel_says_whether_it_is_over() -> None:
    earlier = replace(episode(1, SUNDAY - 5 * HOUR, hours=1), since=Since(30, 20, "not yet", 5))
    words = "\n".join(told(Morning(SUNDAY, 4, 60, (earlier, episode()))))
    assert "Since then 22 messages, none of them negative. It's probably over." in words


def test_a_slide_is_told_as_one() -> None:
    slide = replace(episode(), watch="slide", negative=4)
    quarrel = replace(slide, negative=30)
    assert "30 of 37** negative" in told(Morning(SUNDAY, 4, 60, (quarrel,)))[-3]
    line = told(Morning(SUNDAY, 4, 60, (slide,)))[-3]
    assert line.startswith("🔻 <#1>: from ")
    assert "message after message (4 of 37 negative)" in line


def test_forty_channels_fill_no_more_than_a_screen() -> None:
    names = {n: f"channel-{n}" for n in range(1, 41)}
    unusual = tuple(episode(n, evidence=1000.0 + n) for n in range(1, 41))
    asked = replace(ASKED, names=names)
    title, *lines = told(Morning(SUNDAY, 40, 4000, unusual), asked)
    assert "in 40 channels, most of all in #channel-40" in title
    assert sum("🔻" in line for line in lines) == 10
    assert "… and 30 more" in lines


TAKES = "That takes 14 days and 200 messages from at least three people"


def test_where_too_little_is_known_it_says_so() -> None:
    waiting = {n: NotYet(days=n, messages=40 * n, since_new_model=None) for n in range(1, 6)}
    words = told(Morning(SUNDAY, 6, 92, waiting=waiting), replace(ASKED, names={}))
    assert words == [
        "Nothing unusual in 1 channel and its threads since yesterday morning (92 messages).",
        f"⏳ In 5 channels I don't know yet what's usual. {TAKES} in each. <#5> is furthest. "
        "So far: 5 days, 200 messages.",
    ]


def test_of_channels_of_which_nothing_will_be_known_there_is_no_word_beside_others() -> None:
    silent, of_one = NotYet(0, 0, None), NotYet(40, 700, None)
    words = told(Morning(SUNDAY, 4, 92, waiting={1: silent, 2: of_one}), replace(ASKED, names={}))
    assert words == [
        "Nothing unusual in 2 channels and their threads since yesterday morning (92 messages)."
    ]
    new = Morning(SUNDAY, 4, 92, waiting={1: silent, 2: of_one}, heard={1})
    assert "⏳ In <#1> I don't know yet" in told(new, replace(ASKED, names={}))[1], "since today"
    (alone,) = told(Morning(SUNDAY, 1, 0, waiting={2: of_one}), replace(ASKED, names={2: "x"}))
    assert "from at least three people. So far: 40 days, 700 messages." in alone
    (empty,) = told(Morning(SUNDAY, 1, 0, waiting={1: silent}), replace(ASKED, names={1: "x"}))
    assert "So far: 0 days, 0 messages." in empty


def test_after_a_new_model_it_learns_anew_and_says_so() -> None:
    waiting = {1: NotYet(days=1, messages=40, since_new_model=SUNDAY)}
    assert told(Morning(SUNDAY, 1, 92, waiting=waiting), replace(ASKED, names={1: "x"})) == [
        f"⏳ In <#1> I don't know yet what's usual. {TAKES}. So far: 1 day, 40 messages since I "
        "judge in a new way."
    ], "and not that all is well"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 23, 3, tzinfo=UTC), "early this morning"),
        (datetime(2026, 11, 23, 7, tzinfo=UTC), "this morning"),
        (datetime(2026, 11, 22, 17, tzinfo=UTC), "yesterday evening"),
        (datetime(2026, 11, 22, 23, tzinfo=UTC), "late yesterday evening"),
        (datetime(2026, 11, 20, 13, tzinfo=UTC), "Friday afternoon"),
        (datetime(2026, 11, 17, 23, tzinfo=UTC), "late on Tuesday"),
        (datetime(2026, 11, 8, 17, tzinfo=UTC), "the evening of 8 Nov"),
    ],
)
def test_parts_of_days(moment: datetime, words: str) -> None:
    assert part_of_day(ENGLISH, moment, MONDAY) == words


def test_parts_of_days_are_those_of_the_servers_clock() -> None:
    tokyo = Localizer(time_zone=ZoneInfo("Asia/Tokyo"))
    assert part_of_day(tokyo, SUNDAY, MONDAY) == "early this morning"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "hardly any"),
        (0.06, "about 1 in 17"),
        (0.34, "about 1 in 3"),
        (0.4, "40%"),
        (0.6, "60%"),
    ],
)
def test_shares_as_people_say_them(share: float, words: str) -> None:
    assert one_in(ENGLISH, share) == words


def test_whether_it_is_over_is_the_title_and_what_was_noted_is_told_with_what_came_next() -> None:
    over = replace(episode(), since=Since(58, 4, "over", 9))
    slow_mode = NoteEffect(note("slow mode", "no *spoilers*", HOUR), 12, 11, people=5)
    embed = over_embed(ENGLISH, over, [slow_mode], least_people=3)
    assert embed.title == "Yes, it seems over"
    assert (embed.description or "").splitlines() == [
        "Since then 58 messages, 4 of them negative.",
        f"<#1>, from {at(SUNDAY, 'f')} to {at(SUNDAY + 4 * HOUR)}: **30 of 37** messages sounded "
        "negative; usually it's about 1 in 12.",
        f"Noted at {at(SUNDAY + HOUR, 'f')}: slow mode (no \\*spoilers\\*). Of the next "
        "12 messages 11 sounded negative.",
    ]


def test_after_a_note_of_few_people_no_figure_is_told() -> None:
    silence = NoteEffect(note("rule"), 0, 0, people=0)
    few = NoteEffect(note("event"), 7, 5, people=2)
    words = over_embed(ENGLISH, episode(), [silence, few], least_people=3).description or ""
    assert words.splitlines()[-2:] == [
        f"Noted at {at(SUNDAY, 'f')}: new rule. After that nobody wrote there.",
        f"Noted at {at(SUNDAY, 'f')}: event.",
    ]


def test_people_are_a_number_and_never_ranked() -> None:
    embed = people_embed(ENGLISH, episode(), "general", 8)
    assert embed.title == "8 people wrote in #general"
    assert "I don't rank people" in (embed.description or "")
    assert "opted out" in (embed.description or "")


def seen(*others: Fall) -> str:
    embed = before_embed(ENGLISH, Before(Fall((episode(),)), others, 30))
    return f"{embed.title}\n{embed.description}"


def test_what_was_never_there_before() -> None:
    assert seen() == (
        "Not that I know of\n"
        "It's the only time in the last 30 days, which is as far back as I keep messages."
    )


def test_two_are_no_pattern() -> None:
    fortnight_ago = SUNDAY - 14 * DAY
    others = [episode(1, fortnight_ago), episode(2, fortnight_ago + HOUR), episode(3, SUNDAY + DAY)]
    words = before_embed(ENGLISH, before(episode(), others[:2], 30))
    assert words.title == "Yes: 2 times in 30 days, this one included"
    assert (words.description or "").splitlines() == [
        f"• {at(fortnight_ago, 'f')}: <#1> first, then <#2>",
        "",
        "Both began on a Sunday. Two are not enough to call it a pattern.",
    ]
    assert "Both" not in seen(Fall((episode(1, SUNDAY - 3 * DAY),)))


def test_what_was_noted_then_is_told_with_it() -> None:
    fortnight_ago = Fall((episode(1, SUNDAY - 14 * DAY),))
    notes = [note("rule", "spoilers", n * HOUR - 14 * DAY) for n in (1, 90)]
    embed = before_embed(ENGLISH, Before(Fall((episode(),)), (fortnight_ago,), 30), notes)
    line, *_ = (embed.description or "").splitlines()
    assert line == f"• {at(fortnight_ago.began, 'f')}: <#1> – new rule (spoilers)"


def test_three_on_one_weekday_at_one_time_are() -> None:
    words = seen(
        Fall((episode(1, SUNDAY - 7 * DAY),)), Fall((episode(1, SUNDAY - 15 * HOUR * 24),))
    )
    assert "Yes: 3 times" in words
    assert "All of them began between 17:00 and 18:00, by this server's clock." in words
    assert "weekday" not in words
    sundays = seen(*(Fall((episode(1, SUNDAY - n * 7 * DAY + n * 3 * HOUR),)) for n in (1, 2)))
    assert "All of them began on a Sunday." in sundays
    assert "between" not in sundays


def test_three_with_nothing_in_common_are_told_so() -> None:
    words = seen(*(Fall((episode(1, SUNDAY - n * 50 * HOUR),)) for n in (1, 2)))
    assert "They share neither a weekday nor a time of day." in words


@pytest.mark.parametrize("since", [Since(0, 0, "too early", 0), Since(9, 3, "not yet", 4), OVER])
def test_all_of_it_is_translated(pseudo: PseudoLocale, since: Since) -> None:
    data = [*NAMES.values(), r"new \*place\*"]
    one = replace(episode(4), since=since)
    several = (one, replace(episode(2, SUNDAY - 9 * DAY), watch="slide"))
    waiting = {n: NotYet(3, 1400, since_new_model=SUNDAY if n == 2 else None) for n in range(1, 6)}
    cards = [
        morning_embed(pseudo.localizer, Morning(SUNDAY, channels, 1400, unusual, lacking), asked)
        for unusual in ((), (one,), several)
        for lacking in ({}, waiting)
        for channels, asked in ((12, ASKED), (12, replace(ASKED, length=3 * DAY)))
    ]
    effects = [NoteEffect(note("raid"), messages, 1, 5) for messages in (0, 12)]
    cards += [
        over_embed(pseudo.localizer, one, effects, 3),
        people_embed(pseudo.localizer, one, "general", 8),
        *(
            before_embed(pseudo.localizer, before(one, others, 30), [note("raid")], only=1)
            for others in ((), several, [episode(n, SUNDAY - n * 7 * DAY) for n in (1, 2, 3)])
        ),
    ]
    for card in cards:
        for text in filter(None, (card.title, card.description)):
            assert pseudo.escaped(text, *data) == []
