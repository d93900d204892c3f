"""A page of messages, as it is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render.localizer import Localizer
from bot.render.talk import Line, Said, choices, chosen_of, lines_of, talk_embeds
from bot.reports.talk import ON_A_PAGE, Page, Row, Talk, Word, talk
from storage.records import DISCORD_EPOCH_MS
from tests.bot.conftest import PseudoLocale

EVENING = datetime(2026, 5, 17, 18, tzinfo=UTC)
GENERAL, THREAD = 7, 8
LONG_ID = 2**63 - 1


def id_at(minutes: float) -> int:
    return int(EVENING.timestamp() * 1000 + minutes * 60_000 - DISCORD_EPOCH_MS) << 22


def row(minutes: float, *, place: int = GENERAL, word: Word = "negative", reply_to: int = 0) -> Row:
    return Row(id_at(minutes), place, int(minutes), word, reply_to)


def said(
    row: Row,
    text: str = "oh no",
    author: str = "Ann",
    *,
    mentioned: Mapping[int, str] | None = None,
    is_edited: bool = False,
) -> Said:
    link = f"https://discord.com/channels/{LONG_ID}/{LONG_ID}/{row.message_id}"
    return Said(row.message_id, author, text, mentioned or {}, is_edited, link)


def shown(rows: list[Row], saids: list[Said], localizer: Localizer | None = None) -> str:
    return "\n".join(str(e.description) for e in embeds(rows, saids, localizer))


def embeds(
    rows: list[Row], saids: list[Said], localizer: Localizer | None = None, *, ran_out: bool = False
) -> list[discord.Embed]:
    found, page, lines = page_of(rows, saids)
    spoken, channel = localizer or Localizer(), (GENERAL, "general")
    return talk_embeds(spoken, channel, found, page, lines, {}, ran_out=ran_out)


def page_of(rows: list[Row], saids: list[Said]) -> tuple[Talk, Page, list[Line]]:
    found = talk(rows, rows[0].message_id, rows[-1].message_id)
    page = found.page()
    return found, page, lines_of(page, {each.message_id: each for each in saids})


def test_a_message_stands_with_who_wrote_it_when_and_its_label_as_a_word() -> None:
    rows = [row(0), row(2, word="unsure", reply_to=id_at(0))]
    told = shown(rows, [said(rows[0], "who deleted it?", "Diego"), said(rows[1], "seriously??")])
    began, answered = (int(EVENING.timestamp()) + s for s in (0, 120))
    assert told.splitlines() == [
        f"From <t:{began}:f> to <t:{answered}:t>",
        "",
        f"`1` <t:{began}:t> **Diego** · negative · "
        f"[jump](https://discord.com/channels/{LONG_ID}/{LONG_ID}/{rows[0].message_id}) · "
        "**← here it turned**",
        "> who deleted it?",
        f"`2` <t:{answered}:t> **Ann** ↩ · couldn't judge · "
        f"[jump](https://discord.com/channels/{LONG_ID}/{LONG_ID}/{rows[1].message_id})",
        "> seriously??",
    ]


def test_it_is_said_what_is_left_out_and_what_is_not_kept() -> None:
    rows = [row(0), row(1, word="unsure"), row(2, word="not_scored")]
    first = embeds(rows, [said(each) for each in rows])
    assert first[0].title == "#general: where it turned"
    assert first[-1].footer.text == (
        "Fetched from Discord just now; I keep none of it. I go by words, so a call for calm "
        "sounds negative to me, too. I couldn't judge 2 of the 3 messages. Deleted messages, and "
        "messages of people who opted out, are not shown."
    )
    without = embeds(rows, [said(rows[0])])
    assert without[-1].footer.text == first[-1].footer.text, "whether or not any is left out"
    missing = embeds(rows, [said(rows[0])], ran_out=True)
    assert "A few are missing here" in str(missing[-1].footer.text)


def test_where_the_turning_message_is_gone_the_next_one_has_the_mark() -> None:
    rows = [row(0), row(1), row(2)]
    told = shown(rows, [said(rows[1], "first"), said(rows[2], "second")])
    assert told.count("here it turned") == 1
    assert told.index("here it turned") < told.index("first")


def test_nothing_left_is_said() -> None:
    assert "I can't show any of these messages." in shown([row(0)], [])


def test_between_two_conversations_is_an_empty_line_and_a_thread_is_named() -> None:
    rows = [row(0), row(1), row(60), row(61, place=THREAD), row(62)]
    told = shown(rows, [said(each, f"text {n}") for n, each in enumerate(rows)])
    paragraphs = [part.splitlines() for part in told.split("\n\n")][1:]
    assert [sum(line.startswith("> ") for line in part) for part in paragraphs] == [2, 1, 1, 1]
    assert [part[0] for part in paragraphs if part[0].startswith("<#")] == [
        f"<#{THREAD}>",
        f"<#{GENERAL}>",
    ]


def test_where_the_day_may_be_another_the_date_is_told() -> None:
    rows = [row(0), row(60), row(60 * 24), row(60 * 24 + 1)]
    told = shown(rows, [said(each) for each in rows])
    sent = [int(EVENING.timestamp()) + int(minutes * 60) for minutes in (0, 60, 1440, 1441)]
    styles = [f"<t:{at}:{style}>" for at, style in zip(sent, "ttft", strict=True)]
    assert [line.split()[1] for line in told.splitlines() if line.startswith("`")] == styles
    assert f"to <t:{sent[-1]}:f>" in told


def test_an_edited_message_is_marked_as_such() -> None:
    rows = [row(0)]
    assert "edited" not in shown(rows, [said(rows[0])])
    assert "· negative · edited ·" in shown(rows, [said(rows[0], is_edited=True)])


def test_what_people_wrote_does_not_act() -> None:
    hostile = (
        "# big **bold** [here](https://evil.example) @everyone <@&5> <@1> <#9> `x`\n"
        "> quote\n-# small <t:1:R> </sentiment check:5> ~~gone~~ \u202eright"
    )
    rows = [row(0)]
    told = shown(rows, [said(rows[0], hostile, "**[me](https://evil.example)** @here\n# x")])
    text = re.sub(r"\\.", "", told.partition("\n> ")[2])  # a backslash takes a sign's meaning
    for active in (" **b", "[here](", "@everyone", "@here", "<@", "<#", "<t:", "</", "://", "\n"):
        assert active not in text
    assert told.count("\n> ") == 1
    assert "[me](" not in told
    assert "https://evil" not in told


def test_members_that_a_text_mentions_are_named_and_others_left_out() -> None:
    rows = [row(0)]
    text = shown(rows, [said(rows[0], "hey <@1>, see <@2> in <#3>", mentioned={1: "Ann"})])
    assert text.endswith("> hey @\u200bAnn, see in")


def test_what_its_writer_hid_stays_hidden() -> None:
    rows = [row(0)]
    told = shown(rows, [said(rows[0], "the end: ||the\nbutler|| did it ||twice||")])
    assert "> the end: ▒▒▒ did it ▒▒▒" in told
    assert "butler" not in told


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.text(max_size=4000),
                st.sampled_from(["*" * 4000, "a" * 4000, "@" * 4000, "\n" * 4000, "𓀀" * 4000]),
            ),
            st.text(max_size=40) | st.just("_" * 32),
            st.integers(1, 4),
            st.booleans(),
        ),
        min_size=1,
        max_size=ON_A_PAGE,
    )
)
def test_a_page_keeps_to_discords_limits(given_: list[tuple[str, str, int, bool]]) -> None:
    rows = [
        row(n * 10, place=place, word="not_scored", reply_to=1)
        for n, (_, _, place, _) in enumerate(given_)
    ]
    saids = [
        said(each, text, author, is_edited=edited)
        for each, (text, author, _, edited) in zip(rows, given_, strict=True)
    ]
    made = embeds(rows, saids, ran_out=True)
    assert sum(map(len, made)) <= 6_000
    assert len(made) <= 10
    for embed in made:
        assert 0 < len(str(embed.description)) <= 4_096
        assert len(embed.title or "") <= 256
    together = "\n".join(str(embed.description) for embed in made)
    assert together.count("[jump](") == len(saids), "every message of the page is there"


def test_messages_with_a_label_can_be_marked() -> None:
    rows = [row(0), row(1, word="unsure"), row(2, word="positive")]
    saids = [said(each, author="A*nn\n@everyone" + "x" * 90) for each in rows]
    options = choices(Localizer(), page_of(rows, saids)[2])
    assert [chosen_of(option.value) for option in options] == [
        (rows[0].message_id, "negative"),
        (rows[2].message_id, "positive"),
    ]
    assert [option.description for option in options] == ["negative", "positive"]
    assert options[0].label.startswith("1. A*nn @everyone"), "as it is: nothing acts in a select"
    assert options[1].label.startswith("3. ")
    assert all(len(option.label) <= 100 for option in options)


NONE = ["", "5", "-negative", "5-", "5-unsure", "5-Negative", "0-negative", "²-negative"]
BEYOND = [f"{2**63}-negative", f"{10**19}-negative", "+5-negative", " 5-negative", "5-negative-"]


@pytest.mark.parametrize("value", [*NONE, *BEYOND])
def test_a_choice_that_was_not_offered_is_none(value: str) -> None:
    with pytest.raises(ValueError, match="no value of ours"):
        chosen_of(value)


@pytest.mark.parametrize("word", ["negative", "neutral", "positive", "unsure", "not_scored"])
def test_every_word_of_it_is_translated(pseudo: PseudoLocale, word: Word) -> None:
    rows = [row(0, word=word), row(1, word=word)]
    made = embeds(rows, [said(rows[0], is_edited=True)], pseudo.localizer, ran_out=True)
    made += embeds(rows, [], pseudo.localizer)
    texts = [made[0].title, *(each.description for each in made), made[0].footer.text]
    links = "".join(f"(https://discord.com/channels/{LONG_ID}/{LONG_ID}/{rows[0].message_id})")
    assert [
        e for text in texts if (e := pseudo.escaped(str(text), "general", "Ann", "oh no", links))
    ] == []
    options = choices(pseudo.localizer, page_of(rows, [said(rows[0])])[2])
    assert all("«" in str(option.description) for option in options)


def test_no_text_and_no_name_is_in_a_repr() -> None:
    rows = [row(0)]
    one = said(rows[0], "canary", "canary", mentioned={1: "canary"})
    assert "canary" not in repr(page_of(rows, [one]))
    assert "canary" not in repr(one)
