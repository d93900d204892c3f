"""The page's own words, in English: it asks for them in the language of who reads it.

The page knows a word by its English text. What stands in `{}` the page fills in.
"""

from __future__ import annotations

from bot.render.localizer import N_, Localizer

WORDS = (
    N_("Barometer"),
    N_("Morning"),
    N_("Over time"),
    N_("Compared with before"),
    N_("Channel by channel"),
    N_("By hour and weekday"),
    N_("Coverage"),
    N_("Notes"),
    N_("Your data"),
    N_("Sign out"),
)


def words_in(localizer: Localizer) -> dict[str, str]:
    """Each of them, as this reader is to see it."""
    return {word: localizer.gettext(word) for word in WORDS}
