from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import discord
import pytest
from babel import Locale

from bot.render import localizer
from bot.render.localizer import Localizer, catalogues, for_language

GERMAN = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Mood of {name}"
msgstr "Stimmung von {name}"

#, fuzzy
msgid "Done"
msgstr "Getan?"

msgid "{number} hour"
msgid_plural "{number} hours"
msgstr[0] ""
msgstr[1] ""

msgid "{number} message"
msgid_plural "{number} messages"
msgstr[0] "{number} Nachricht"
msgstr[1] "{number} Nachrichten"
"""


@pytest.fixture
def with_german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "de.po").write_text(GERMAN, "utf-8")
    monkeypatch.setattr(localizer, "LOCALES", tmp_path)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.234, "+0.23"), (-0.1, "−0.10"), (0.004, "0.00"), (-0.004, "0.00"), (-0.0051, "−0.01")],
)
def test_a_signed_number_has_two_digits(number: float, text: str) -> None:
    assert Localizer().signed(number) == text


def test_numbers_shares_and_lists_are_written_for_people() -> None:
    english = Localizer()
    assert english.ngettext("{number} message", "{number} messages", 1) == "1 message"
    assert english.ngettext("{number} message", "{number} messages", 0) == "0 messages"
    assert english.ngettext("{number} message", "{number} messages", 12345) == "12,345 messages"
    assert english.percent(0.256) == "26%"
    assert english.listed(["a", "b", "c"]) == "a, b and c"


def test_times_are_told_on_the_readers_clock() -> None:
    moment = datetime(2026, 11, 5, 23, 30, tzinfo=UTC)
    english = Localizer(time_zone=ZoneInfo("Europe/Berlin"))
    assert (english.date(moment), english.time(moment)) == ("6 Nov", "00:30")
    assert english.weekday(moment) == "Fri 6"
    assert english.in_utc().date(moment) == "5 Nov"


def test_what_goes_into_a_message_is_no_message_itself() -> None:
    assert Localizer().gettext("Mood of {name}", name="{0} {name.__class__}") == (
        "Mood of {0} {name.__class__}"
    )


@pytest.mark.usefixtures("with_german")
def test_a_catalogue_gives_words_plurals_numbers_and_dates() -> None:
    german = for_language("de", ZoneInfo("Europe/Berlin"))
    assert german.gettext("Mood of {name}", name="ann") == "Stimmung von ann"
    assert german.ngettext("{number} message", "{number} messages", 1) == "1 Nachricht"
    assert german.ngettext("{number} message", "{number} messages", 1234) == "1.234 Nachrichten"
    assert german.signed(-0.25) == "−0,25"
    assert german.percent(0.256) == "26\N{NO-BREAK SPACE}%"
    assert german.listed(["a", "b"]) == "a und b"
    assert german.date(datetime(2026, 12, 24, 23, tzinfo=UTC)) == "25. Dez."


@pytest.mark.usefixtures("with_german")
def test_what_is_not_translated_or_not_surely_is_english() -> None:
    assert for_language("de").gettext("Your data") == "Your data"
    assert for_language("de").gettext("Done") == "Done"
    assert for_language("de").ngettext("{number} hour", "{number} hours", 2) == "2 hours"


@pytest.mark.usefixtures("with_german")
@pytest.mark.parametrize("language", ["en-US", "en-GB", "fr", "zh-CN", "none such", ""])
def test_without_a_catalogue_all_of_an_answer_is_english(language: str) -> None:
    assert for_language(language) == Localizer()


@pytest.mark.usefixtures("with_german")
def test_a_variant_of_a_language_is_the_language() -> None:
    assert for_language("de-AT").locale == Locale("de")


def test_a_file_that_is_no_catalogue_is_named(tmp_path: Path) -> None:
    (tmp_path / "germanish.po").write_text(GERMAN, "utf-8")
    with pytest.raises(ValueError, match=r"germanish\.po is not named after a language"):
        catalogues(tmp_path)


@pytest.mark.parametrize("name", ["nb", "zh_Hans", "de_AT", "la"])
def test_a_catalogue_that_nobody_on_discord_would_read_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.po").write_text(GERMAN, "utf-8")
    with pytest.raises(ValueError, match=f"{name}.po is not named after a language as Discord"):
        catalogues(tmp_path)


@pytest.mark.parametrize("language", list(discord.Locale))
def test_every_language_of_discords_can_have_a_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: discord.Locale
) -> None:
    (tmp_path / f"{language.value.replace('-', '_')}.po").write_text(GERMAN, "utf-8")
    monkeypatch.setattr(localizer, "LOCALES", tmp_path)
    said = for_language(language.value).gettext("Mood of {name}", name="ann")
    assert said == "Stimmung von ann"
