"""An answer as Discord shows it → the same in plain text, for where there is no markdown.

Pure functions. What people wrote in it was escaped for Discord (`words.plain`): here the escapes
are taken away again, so the text must be shown as text, never as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import discord

from bot.render.localizer import Localizer

_MARKUP = re.compile(
    r"\\(?P<escaped>.)"
    r"|<t:(?P<moment>-?\d{1,13}):(?P<style>[A-Za-z])>(?P<stop>\.?)"
    r"|<#(?P<channel>\d{1,20})>"
    r"|<@&(?P<role>\d{1,20})>"
    r"|\[(?P<linked>[^\]]*)\]\(https?://[^)\s]*\)"
    r"|\*{1,3}|`+|(?m:^(?:-# |> |#{1,3} ))"
)
_ZERO_WIDTH_SPACE = "\u200b"


@dataclass(frozen=True, slots=True)
class PlainText:
    """A title, lines and a footer, each of which may be empty; an empty line ends a paragraph."""

    title: str
    lines: tuple[str, ...]
    footer: str = ""


NameOf = Callable[[Literal["channel", "role"], int], str | None]
"""How something with this id is called; `None` of what the reader may not know."""


def plain_text(localizer: Localizer, embed: discord.Embed, name_of: NameOf) -> PlainText:
    """An embed of ours in plain text; moments are told by the clock of the localizer's zone."""
    lines = unmarked(localizer, embed.description or "", name_of).split("\n")
    for field in embed.fields:
        name, value = (
            unmarked(localizer, each or "", name_of) for each in (field.name, field.value)
        )
        lines += ["", name, *value.split("\n")]
    return PlainText(
        unmarked(localizer, embed.title or "", name_of),
        tuple(line.strip() for line in lines),
        embed.footer.text or "",
    )


def unmarked(localizer: Localizer, text: str, name_of: NameOf) -> str:
    r"""A text of ours without Discord's markup.

    >>> unmarked(Localizer(), r"**Calm** in <#7> at <t:0:t>, says \*Ann\*", lambda *_: "tea")
    'Calm in #tea at 00:00, says *Ann*'
    """

    def shown(found: re.Match[str]) -> str:
        if found["escaped"] is not None:
            return found["escaped"]
        if found["moment"] is not None:
            told = _moment(localizer, int(found["moment"]), found["style"])
            return told if told.endswith(".") else told + found["stop"]  # "bis 25. Nov."
        if found["channel"] is not None:
            return "#" + (name_of("channel", int(found["channel"])) or "?")
        if found["role"] is not None:
            return "@" + (name_of("role", int(found["role"])) or "?")
        return found["linked"] or ""

    return _MARKUP.sub(shown, text).replace(_ZERO_WIDTH_SPACE, "")


def _moment(localizer: Localizer, seconds: int, style: str) -> str:
    """As Discord shows it in that style: the time of day, the date, or both."""
    moment = datetime.fromtimestamp(seconds, UTC)
    if style in "tT":
        return localizer.time(moment)
    if style in "dD":
        return localizer.full_date(moment)
    date, time = localizer.full_date(moment), localizer.time(moment)
    return localizer.gettext("{date}, {time}", date=date, time=time)
