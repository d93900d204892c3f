"""Discord's markup goes, and what people wrote stays as they wrote it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.localizer import Localizer, for_language
from bot.render.plain_text import plain_text, unmarked
from bot.render.words import one_line, plain

BERLIN = Localizer(time_zone=ZoneInfo("Europe/Berlin"))
AT = int(datetime(2026, 11, 22, 17, 7, tzinfo=UTC).timestamp())


def called(what: str, number: int) -> str | None:
    return {("channel", 7): "tea", ("role", 8): "Mods"}.get((what, number))


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("**27 of 30** negative", "27 of 30 negative"),
        ("*Check sentiment* and `/sentiment now`", "Check sentiment and /sentiment now"),
        ("in <#7> and <#9>", "in #tea and #?"),
        ("<@&8> and <@&9>", "@Mods and @?"),
        (f"<t:{AT}:t>", "18:07"),
        (f"<t:{AT}:f>", "Sun 22 Nov, 18:07"),
        (f"<t:{AT}:D>", "Sun 22 Nov"),
        ("[jump](https://discord.com/channels/1/2/3)", "jump"),
        ("-# small\n> quoted\n## big", "small\nquoted\nbig"),
        (r"\*\*not bold\*\* \<#7\>", "**not bold** <#7>"),
        ("@\u200beveryone", "@everyone"),
    ],
)
def test_markup_goes(marked: str, text: str) -> None:
    assert unmarked(BERLIN, marked, called) == text


def test_a_sentence_that_ends_with_a_short_date_ends_with_one_full_stop() -> None:
    german = for_language("de", ZoneInfo("Europe/Berlin"))
    assert unmarked(german, f"**bis <t:{AT}:D>.** Mehr", called) == "bis So., 22. Nov. Mehr"
    assert unmarked(BERLIN, f"until <t:{AT}:D>. More", called) == "until Sun 22 Nov. More"


@given(st.text(max_size=60))
def test_what_somebody_wrote_comes_out_as_one_line_of_it(text: str) -> None:
    written = one_line(text, 100).replace("\u200b", "")
    assert unmarked(BERLIN, plain(text, 100), called) == written


def test_an_embed_becomes_a_title_lines_and_a_footer() -> None:
    embed = discord.Embed(title=r"\*Tea\*", description="**One**\n\nTwo")
    embed.add_field(name="Three", value="four")
    embed.set_footer(text="Up to now.")
    found = plain_text(BERLIN, embed, called)
    assert found.title == "*Tea*"
    assert found.lines == ("One", "", "Two", "", "Three", "four")
    assert found.footer == "Up to now."
