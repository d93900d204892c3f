"""What Discord's own apps show of the commands, in every language that there is a catalogue of.

The names of commands and of their options stay English: people type them, and answers quote them
(`/sentiment help`). The name of a menu is only ever clicked, and so is translated.
"""

from __future__ import annotations

from collections.abc import Callable

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location
from discord.app_commands import TranslationContextTypes

from bot.render.localizer import Localizer, for_language

_TYPED = (Location.group_name, Location.parameter_name)


def said_as(words: Callable[[Localizer], str]) -> app_commands.locale_str:
    """A text that is made up anew in each language, where a sentence of the catalogue won't do.

    >>> said_as(lambda localizer: localizer.ngettext("{number} day", "{number} days", 7)).message
    '7 days'
    """
    return app_commands.locale_str(words(for_language("en-GB")), words=words)


class CommandTranslator(app_commands.Translator):
    """Finds the descriptions and choices of commands, and the names of menus, in the catalogues."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: TranslationContextTypes,
    ) -> str | None:
        """`None` where the English text stays: it is also what is shown without a translation."""
        is_menu = isinstance(context.data, app_commands.ContextMenu)
        if context.location in _TYPED or (
            context.location is Location.command_name and not is_menu
        ):
            return None
        localizer = for_language(locale.value)
        words = string.extras.get("words")
        said: str = words(localizer) if words else localizer.gettext(string.message)
        return None if said == string.message else said
