"""A language in which every word that went through a catalogue is marked, and all else is not; and
when the bot has heard that a reading is to stop."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import discord
import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from bot.commands.reading_progress import Progress
from bot.render import localizer
from bot.render.localizer import Localizer

BOT = Path(__file__).parents[2] / "bot"
GERMAN = Locale("de")
"""The pseudo-language pretends to be German: its numbers and dates look different from ours."""

# The words that Babel adds, which knows German: names of months and days, and "and" of lists.
BABELS = {GERMAN.list_patterns["standard"]["end"].replace("{0} ", "").replace(" {1}", "")} | {
    name
    for names in (GERMAN.months["format"], GERMAN.days["format"], GERMAN.days["stand-alone"])
    for form in names.values()
    for name in form.values()
}


@cache
def messages() -> Catalog:
    """What is there to translate, as `pybabel extract` finds it."""
    found = Catalog(GERMAN)
    for file, line, message, comments, context in extract_from_dir(BOT):
        found.add(message, locations=[(file, line)], auto_comments=comments, context=context)
    return found


def marked(message: str) -> str:
    """With guillemets about each piece of a message: "Mood of {name}" → "«Mood of »{name}"."""
    return "".join(
        (f"«{literal}»" if literal else "") + ("" if field is None else f"{{{field}}}")
        for literal, field, _, _ in Formatter().parse(message)
    )


# What is not for the bot to translate: names of commands, mentions, moments and Discord's names.
_NO_WORDS = re.compile(r"`/[a-z -]+`|<[@#][&!]?\d+>|<t:\d+:\w>|https?://\S+|\bUTC\b|\bBarometer\b")
# Words, and figures as only English writes them: "1,234", "0.25" and "26%".
_ESCAPED = re.compile(r"[^\W\d_]{2,}|\d,\d{3}(?!\d)|\d\.\d\d?(?!\d)|\d+%")


@dataclass(frozen=True)
class PseudoLocale:
    """Its `localizer`, and what escaped it: `name` is what Discord calls the language."""

    localizer: Localizer
    name: str = "de"

    def escaped(self, text: str, *data: str) -> list[str]:
        """The words and figures in `text` that no catalogue could change, `data` aside."""
        for known in data:
            text = text.replace(known, "")
        rest = _NO_WORDS.sub(" ", re.sub("«[^»]*»", " ", text))
        return [word for word in _ESCAPED.findall(rest) if not {word, f"{word}."} & BABELS]


@pytest.fixture
def pseudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PseudoLocale:
    catalogue = Catalog(GERMAN)
    for message in messages():
        if isinstance(message.id, str):
            catalogue.add(message.id, marked(message.id) if message.id else "")
        else:
            catalogue.add(message.id, tuple(map(marked, message.id)))
    folder = tmp_path / "locales"
    folder.mkdir()
    with (folder / "de.po").open("wb") as file:
        write_po(file, catalogue)
    monkeypatch.setattr(localizer, "LOCALES", folder)
    return PseudoLocale(localizer.for_language("de"))


@pytest.fixture
def stop_heard(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Set once the bot has taken in that somebody pressed the *Stop* of a reading."""
    heard, stop = asyncio.Event(), Progress.stop

    async def hear(progress: Progress, interaction: discord.Interaction) -> None:
        heard.set()  # and who waits for it goes on when `stop` has noted it, or later
        await stop(progress, interaction)

    monkeypatch.setattr(Progress, "stop", hear)
    return heard
