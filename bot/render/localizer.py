"""Words, numbers and times in the language and the time zone of who reads them.

Message ids are the English text, as in most gettext catalogues: without a catalogue people read
English. `bot/locales/README.md` says how to add a language.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from functools import cache, lru_cache
from gettext import NullTranslations
from pathlib import Path

import discord
from babel import Locale, UnknownLocaleError, negotiate_locale
from babel.dates import format_datetime, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import Translations

ENGLISH = Locale("en", "GB")
"""How the message ids are spelt. Its dates are read the same on both sides of the Atlantic."""

_NO_CATALOGUE = NullTranslations()

LOCALES = Path(__file__).parent.parent / "locales"


def N_(message: str) -> str:  # noqa: N802 (gettext's name for it)
    """Mark a message for the catalogues where it is only named; it is translated when it is said.

    >>> N_("I can't tell")
    "I can't tell"
    """
    return message


@dataclass(frozen=True, slots=True)
class Localizer:
    """What a renderer needs to know about a reader; the same for all who share both.

    >>> english = Localizer()
    >>> english.ngettext("{number} message", "{number} messages", 1234)
    '1,234 messages'
    """

    locale: Locale = ENGLISH
    time_zone: tzinfo = UTC
    translations: NullTranslations = _NO_CATALOGUE

    @property
    def language(self) -> str:
        """As Discord names it: "de", "en-GB"."""
        return str(self.locale).replace("_", "-")

    def gettext(self, message: str, **values: str | int) -> str:
        """The message in the reader's language, its `{placeholders}` filled in.

        Whole numbers are written as the reader writes them; all else goes in as it is.
        """
        return self._fill(self.translations.gettext(message), values)

    def ngettext(self, singular: str, plural: str, number: int, **values: str | int) -> str:
        """The same for a number of things, which stands in the message as `{number}`."""
        message = self.translations.ngettext(singular, plural, number)
        return self._fill(message, {"number": number, **values})

    def _fill(self, message: str, values: dict[str, str | int]) -> str:
        shown = {k: self.number(v) if isinstance(v, int) else v for k, v in values.items()}
        return message.format_map(shown) if shown else message

    def number(self, number: int) -> str:
        """A whole number: 1234 → "1,234"."""
        return _whole(number, self.locale)

    def percent(self, share: float) -> str:
        """A share (0..1), rounded: 0.256 → "26%"."""
        return format_percent(share, locale=self.locale)

    def signed(self, number: float, digits: int = 2) -> str:
        """With its sign and so many digits: 0.234 → "+0.23", -0.1 → "−0.10", 0.001 → "0.00"."""
        text = format_decimal(abs(number), format=f"0.{'0' * digits}", locale=self.locale)
        if abs(number) < 0.5 / 10**digits:
            return text
        return ("+" if number > 0 else "−") + text

    def listed(self, items: Sequence[str]) -> str:
        """["a", "b", "c"] → "a, b and c"."""
        return format_list(items, locale=self.locale)

    def date(self, moment: datetime) -> str:
        """The day and month of an aware moment in the reader's zone: "6 Nov"."""
        return self._formatted("MMMd", moment)

    def time(self, moment: datetime) -> str:
        """The time of day of an aware moment in the reader's zone: "13:05"."""
        return self._formatted("Hm", moment)

    def weekday(self, moment: datetime) -> str:
        """The weekday and day of an aware moment in the reader's zone: "Fri 6"."""
        return self._formatted("Ed", moment)

    def weekday_in_full(self, moment: datetime) -> str:
        """The weekday of an aware moment in the reader's zone: "Friday"."""
        return format_datetime(moment, "EEEE", tzinfo=self.time_zone, locale=self.locale)

    def weekday_name(self, moment: datetime) -> str:
        """The weekday of an aware moment in the reader's zone: "Fri"."""
        return format_datetime(moment, "ccc", tzinfo=self.time_zone, locale=self.locale)

    def full_date(self, moment: datetime) -> str:
        """Weekday, day and month of an aware moment in the reader's zone: "Fri 6 Nov"."""
        return self._formatted("MMMEd", moment)

    def _formatted(self, skeleton: str, moment: datetime) -> str:
        return format_skeleton(skeleton, moment, tzinfo=self.time_zone, locale=self.locale)

    def in_utc(self) -> Localizer:
        """The same language, with times in UTC."""
        return replace(self, time_zone=UTC)


@lru_cache(maxsize=4096)
def _whole(number: int, locale: Locale) -> str:
    """Babel works out anew each time how a language writes numbers."""
    return format_decimal(number, locale=locale)


def for_language(wanted: str, time_zone: tzinfo = UTC) -> Localizer:
    """The localizer of a language as Discord names it ("de", "pt-BR"); English if there is none.

    https://discord.com/developers/docs/reference#locales
    """
    found = _best(wanted, list(catalogues(LOCALES)))
    if found is None:
        return Localizer(time_zone=time_zone)
    return Localizer(Locale.parse(found), time_zone, catalogues(LOCALES)[found])


def languages() -> tuple[str, ...]:
    """The languages that there are words of, as Discord names them; English first."""
    return ("en-GB", *(name.replace("_", "-") for name in catalogues(LOCALES)))


def _best(wanted: str, languages: Sequence[str]) -> str | None:
    return negotiate_locale([wanted.replace("-", "_")], languages)


@cache
def catalogues(folder: Path) -> dict[str, NullTranslations]:
    """Every `.po` file of a folder, compiled, by its language.

    Raises ValueError where a file is none, or is not named after a language that Discord has:
    nobody would ever read it.
    """
    return {path.stem: _compiled(path) for path in sorted(folder.glob("*.po"))}


def _compiled(path: Path) -> NullTranslations:
    try:
        locale = Locale.parse(path.stem)
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"{path.name} is not named after a language, as de.po is.") from error
    if not any(_best(language.value, [path.stem]) for language in discord.Locale):
        raise ValueError(
            f"{path.name} is not named after a language as Discord names it, as no.po and "
            "zh_CN.po are. See https://discord.com/developers/docs/reference#locales"
        )
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=locale, abort_invalid=True))
    compiled.seek(0)
    return Translations(compiled)
